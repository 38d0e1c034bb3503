/** Complaints that a program of the office enters: an order has one at a time, as when staff or its customer tell it. */
import { describe, expect, it } from "vitest";
import type { Field } from "../../src/domain/answer.ts";
import type { OrderRef } from "../../src/domain/ids.ts";
import { plain } from "../kit.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, fiveQuestions } from "./made-flows.ts";
import { huda, type Paper, paperOffice, sara } from "./paper-office.ts";

const order = "BR-10001" as OrderRef;
const ref = "BR-10002" as OrderRef;
const day = 86_400_000;
const apology = { type: "answer_complaint", outcome: "apology", words: "نعتذر منك." } as const;

function placed(channel = "paper"): Paper {
  const office = paperOffice({ catalogue: catalogueWith(fiveQuestions), channel });
  const request = { type: "request", service: "five", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
  return office;
}
function enters(office: Paper, words: string, about: OrderRef | "none" = order): void {
  const evidence = { text: words, messageId: "", start: 0, end: words.length, by: "api" } as const;
  const fields: Record<string, Field> = { words: { value: words, evidence } };
  const orders = [...office.orders.values()];
  const entered = { type: "order_entered", at: office.now, service: "complaint", fields, orders } as const;
  office.happen({ ...entered, ...(about !== "none" && { about }) });
}
const complaints = (office: Paper) => [...office.orders.values()].filter(({ kind }) => kind === "complaint");
const complaint = (office: Paper) => sure(office.orders.get(ref));
const rows = (office: Paper, what: string) =>
  (office.history.get(ref) ?? []).filter((row) => row.what === what);
function answered(channel?: string): Paper {
  const office = placed(channel);
  enters(office, "وصل مكسورًا");
  office.acts(sara, { type: "claim" }, ref);
  office.acts(sara, apology, ref);
  return office;
}

describe("enterComplaint", () => {
  it("adds other words to the complaint that the order has, tells its customer, and the same words once", () => {
    const office = placed();
    enters(office, "وصل مكسورًا");
    enters(office, "ولم يتصل بي أحد");
    expect(plain(office.text())).toMatch(/أضفنا هذا إلى شكواك BR-10002/);
    expect(complaint(office).fields.words?.value).toBe("وصل مكسورًا\nولم يتصل بي أحد");
    expect(rows(office, "complained")).toMatchObject([{ by: { type: "office", name: "API" } }]);
    for (const words of ["وصل مكسورًا", "ولم يتصل بي أحد"]) {
      enters(office, words);
      expect(office.refusal).toEqual({ reason: "entered_before", ref });
    }
    // A part of a line is not that line.
    enters(office, "مكسورًا");
    expect(office.refusal).toBeUndefined();
    expect(complaints(office)).toHaveLength(1);
  });

  it("goes into what its customer told in the chat", () => {
    const office = placed();
    office.says_("خدمتكم سيئة", { understandings: [{ type: "complaint" }], confidence: 1, by: "embedded" });
    enters(office, "وصل مكسورًا");
    expect(complaints(office)).toHaveLength(1);
    expect(complaint(office).fields.words?.value).toBe("خدمتكم سيئة\nوصل مكسورًا");
  });

  it.each(["paper", "desk"])(
    "opens one that was answered again, once, and calls a person (%s)",
    (channel) => {
      const office = answered(channel);
      enters(office, "لم يتغير شيء");
      expect(complaint(office)).toMatchObject({ state: { status: "placed" }, complaint: { reopened: {} } });
      expect(rows(office, "reopened")).toMatchObject([{ by: { name: "API" }, note: "لم يتغير شيء" }]);
      expect(office.conversation.person).toMatchObject({ reason: "complaint", order: ref });
      expect(plain(office.text())).toMatch(channel === "desk" ? /^$/ : /أُعيد فتح شكواك BR-10002/);
      office.acts(huda, { type: "claim" }, ref);
      office.acts(huda, apology, ref);
      enters(office, "ولا الآن");
      expect(rows(office, "unsettled")).toMatchObject([{ note: "ولا الآن" }]);
      expect(complaints(office)).toHaveLength(1);
    },
  );

  it("is opened again by nothing that was told before", () => {
    const office = answered();
    enters(office, "وصل مكسورًا");
    expect(office.refusal).toEqual({ reason: "entered_before", ref });
    expect(complaint(office).complaint?.reopened).toBeUndefined();
  });

  it("begins anew once the matter was settled, or has been closed for long", () => {
    const settled = answered();
    settled.acts(sara, { type: "hear_complaint", content: true, words: "" }, ref);
    enters(settled, "تأخر مرة أخرى");
    expect(complaints(settled)).toHaveLength(2);
    const silent = answered();
    silent.waits(5 * day);
    expect(complaint(silent).state.status).toBe("done");
    enters(silent, "لم يتغير شيء");
    expect(complaints(silent)).toHaveLength(1);
    const old = answered();
    old.waits(40 * day);
    enters(old, "تأخر مرة أخرى");
    expect(complaints(old)).toHaveLength(2);
  });

  it("is another matter where no order is named, but for the same words", () => {
    const office = placed();
    enters(office, "وصل مكسورًا");
    enters(office, "الموظف غير مهذب", "none");
    enters(office, "الموظف غير مهذب", "none");
    expect(office.refusal?.reason).toBe("entered_before");
    enters(office, "لا أحد يرد", "none");
    expect(complaints(office)).toHaveLength(3);
  });
});
