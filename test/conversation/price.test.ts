import { describe, expect, it } from "vitest";
import type { OrderRef } from "../../src/domain/ids.ts";
import { catalogueWith, fiveQuestions } from "./made-flows.ts";
import { omar, type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;

function placed(): Paper {
  const office = paperOffice({ catalogue: catalogueWith(fiveQuestions) });
  const request = { type: "request", service: "five", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
  return office;
}

describe("a price that staff set", () => {
  const priced = () => {
    const office = placed();
    office.acts(sara, { type: "claim" }, ref);
    const says = office.acts(sara, { type: "price", government: 10_000, office: 20_000 }, ref);
    return { office, says, stateNow: () => office.orders.get(ref)?.state };
  };
  const press = (office: ReturnType<typeof priced>["office"], label: string) => {
    const choices = office.says.flatMap((say) => say.choices ?? []);
    office.press(choices.find((choice) => choice.label === label)?.value ?? "none");
  };

  it("is told line by line with its tax, and waits for the customer", () => {
    const { says, stateNow } = priced();
    expect(says).toHaveLength(1);
    expect(says[0]).toMatchObject({ kind: "news", order: ref });
    for (const part of ["100.00", "200.00", "30.00", "330.00"]) expect(says[0]?.text).toContain(part);
    expect(stateNow()).toMatchObject({ status: "quoted", total: { amountMinor: 33_000 } });
  });

  it("is approved by a press or in words, with the text that was agreed to in the history", () => {
    const { office, says, stateNow } = priced();
    press(office, "نعم، اعتماد السعر");
    expect(stateNow()).toMatchObject({ status: "approved" });
    expect(office.history.get(ref)?.at(-1)).toMatchObject({
      to: "approved",
      by: { type: "customer" },
      note: says[0]?.text,
    });
    expect(office.text()).toContain("اعتُمد السعر");
    const other = priced();
    other.office.says_("موافق");
    expect(other.stateNow()).toMatchObject({ status: "approved" });
  });

  it("ends the order free of charge when it is refused", () => {
    const { office, stateNow } = priced();
    press(office, "لا، إلغاء الطلب");
    expect(stateNow()).toMatchObject({ status: "cancelled", by: { type: "customer" } });
    expect(office.text()).toContain("دون رسوم");
  });

  it("is approved by a press also while a colleague speaks in the chat", () => {
    const { office, says, stateNow } = priced();
    office.acts(sara, { type: "reply", text: "هل السعر مناسب؟" }, ref);
    office.press(says[0]?.choices?.[0]?.value ?? "none");
    expect(stateNow()).toMatchObject({ status: "approved" });
  });

  it("is told also to a customer who stopped messages, who approves nothing unseen", () => {
    const office = placed();
    office.says_("إيقاف الرسائل");
    expect(office.conversation.optedOut).toBeDefined();
    expect(office.acts(sara, { type: "claim" }, ref)).toEqual([]);
    const says = office.acts(sara, { type: "price", government: 10_000, office: 20_000 }, ref);
    expect(says).toMatchObject([{ kind: "news", order: ref, text: expect.stringContaining("330.00") }]);
    office.says_("تمام");
    expect(office.orders.get(ref)?.state).toMatchObject({ status: "approved" });
  });

  it("may be set anew until it is approved, and an answer to the old one counts no more", () => {
    const { office, says, stateNow } = priced();
    office.acts(sara, { type: "price", government: 0, office: 5_000 }, ref);
    expect(stateNow()).toMatchObject({ total: { amountMinor: 5_750 } });
    office.press(says[0]?.choices?.[0]?.value ?? "");
    expect(stateNow()).toMatchObject({ status: "quoted" });
    press(office, "نعم، اعتماد السعر");
    office.acts(sara, { type: "price", government: 0, office: 1 }, ref);
    expect(office.refusal).toMatchObject({ reason: "illegal_move", from: "approved" });
  });

  it("is set by who holds the order alone, and is never nothing", () => {
    const { office } = priced();
    office.acts(omar, { type: "price", government: 0, office: 1 }, ref);
    expect(office.refusal).toEqual({ reason: "not_yours", by: "Sara" });
    office.acts(sara, { type: "price", government: 0, office: 0 }, ref);
    expect(office.refusal).toEqual({ reason: "empty" });
  });
});
