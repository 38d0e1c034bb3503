/** Cancelling once a partner has accepted, by the rule of the flow. */
import { describe, expect, it } from "vitest";
import type { OrderRef } from "../../src/domain/ids.ts";
import { parseOfferId } from "../../src/domain/ids.ts";
import { mayAskPrices } from "../../src/orders/quotes.ts";
import { plain } from "../kit.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, fiveQuestions, madeFlow } from "./made-flows.ts";
import { type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const day = 24 * 3_600_000;
const offer = sure(parseOfferId("of_10001_axxxxxxxxxxxxxxx"));
const chat = "c_partner000000000000000" as Paper["conversation"]["id"];
const partner = { id: partnerIdOf("a"), name: { ar: "سريع", en: "Saree" }, chats: [chat] };

/** An order that a partner has been offered, under this rule. */
function offered(dispatch: object, on = "بكرة"): Paper {
  const flow = madeFlow(
    "five",
    fiveQuestions.questions.map((question) => ({ ...question })),
    { confirm: false, dispatch: { ...fiveQuestions.dispatch, ...dispatch } },
  );
  const office = paperOffice({ catalogue: catalogueWith(flow) });
  const request = { type: "request", service: "five", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  for (const text of ["3", on, "large", "0501234567", "لا"]) office.says_(text);
  office.acts(sara, { type: "claim" }, ref);
  office.acts(sara, { type: "offer", offer, partner, minutes: 30 }, ref);
  return office;
}
const accepts = (office: Paper) =>
  office.happen({
    ...{ type: "offer_answered", at: office.now, offer, answer: { type: "accept" } },
    order: sure(office.orders.get(ref)),
  });
function accepted(dispatch: object, on?: string): Paper {
  const office = offered(dispatch, on);
  accepts(office);
  return office;
}
const statusOf = (office: Paper) => office.orders.get(ref)?.state.status;

describe("cancelling after a partner has accepted", () => {
  it("is free where the flow says so, and says that the partner was told", () => {
    const office = accepted({ cancel_after: "free" });
    office.says_("الغاء");
    office.says_("نعم");
    expect(statusOf(office)).toBe("cancelled");
    expect(plain(office.text())).toBe("ألغينا طلبك BR-10001 دون رسوم، وأبلغنا سريع بذلك.");
  });

  it("is told by a person to a partner that nothing reaches", () => {
    const office = offered({ cancel_after: "free" });
    const { chats: _chats, ...alone } = partner;
    office.acts(sara, { type: "give", partner: { ...alone, id: partnerIdOf("b") } }, ref);
    office.says_("الغاء");
    office.says_("نعم");
    expect(statusOf(office)).toBe("cancelled");
    expect(plain(office.text())).toBe("ألغينا طلبك BR-10001 دون رسوم، ويتولى موظف إبلاغ سريع بذلك.");
    expect(office.conversation.person).toMatchObject({ reason: "partner", order: ref });
    expect(office.history.get(ref)?.at(-1)).toMatchObject({ what: "untold", note: "order.cancelled" });
  });

  it("is left to staff where the flow says nothing, as the customer reads", () => {
    const office = accepted({});
    office.says_("الغاء");
    office.says_("نعم");
    expect(statusOf(office)).toBe("assigned");
    expect(plain(office.text())).toContain("طلبك BR-10001 عند سريع للتنفيذ، لذلك يراجع موظف إلغاءه");
    expect(office.conversation.person).toMatchObject({ reason: "other", order: ref });
  });

  it("costs the fee that the question names, which is the order's price then", () => {
    const office = accepted({ cancel_after: "fee", cancel_fee: 2_000 });
    office.says_("الغاء");
    expect(office.text()).toContain("رسوم الإلغاء 23.00 ر.س");
    office.says_("لا");
    expect(statusOf(office)).toBe("assigned");
    office.says_("الغاء");
    office.says_("نعم");
    expect(office.orders.get(ref)).toMatchObject({
      state: { status: "cancelled", by: { type: "customer" } },
      price: { total: { amountMinor: 2_300, currency: "SAR" } },
    });
    expect(plain(office.text())).toContain("رسوم الإلغاء 23.00 ر.س شاملة الضريبة. أبلغنا سريع بذلك.");
    // What was agreed to is written down, and somebody has to ask for it.
    const row = office.history.get(ref)?.findLast(({ to }) => to === "cancelled");
    expect(row).toMatchObject({ total: { amountMinor: 2_300 } });
    expect(plain(row?.note ?? "")).toContain("هل نلغي الطلب BR-10001");
    expect(office.conversation.person).toMatchObject({ reason: "other", order: ref });
  });

  it("asks anew where a partner accepted after the question without a fee", () => {
    const office = offered({ cancel_after: "fee", cancel_fee: 2_000 });
    office.says_("الغاء");
    expect(office.text()).not.toContain("رسوم");
    accepts(office);
    office.says_("نعم");
    expect(statusOf(office)).toBe("assigned");
    expect(office.text()).toContain("رسوم الإلغاء 23.00 ر.س");
    office.says_("نعم");
    expect(statusOf(office)).toBe("cancelled");
  });

  it("is free before that, and when the order is weeks late", () => {
    const early = offered({ cancel_after: "fee", cancel_fee: 2_000 });
    early.says_("الغاء");
    early.says_("نعم");
    expect([statusOf(early), early.orders.get(ref)?.price]).toEqual(["cancelled", undefined]);
    const late = accepted({ cancel_after: "fee", cancel_fee: 2_000 });
    late.waits(18 * day);
    late.says_("الغاء");
    late.says_("نعم");
    expect(statusOf(late)).toBe("cancelled");
    expect(late.text()).toContain("دون رسوم");
  });

  it("is not free before the day that was agreed is long past, however early it was booked", () => {
    const office = accepted({ cancel_after: "fee", cancel_fee: 2_000 }, "12/12/2026");
    office.waits(17 * day);
    office.says_("الغاء");
    expect(office.text()).toContain("رسوم الإلغاء 23.00 ر.س");
    office.says_("لا");
    office.waits(20 * day);
    office.says_("الغاء");
    expect(office.text()).not.toContain("رسوم");
  });

  it("is left to staff once it was paid, whoever has it since", () => {
    const office = accepted({ cancel_after: "free" });
    office.acts(sara, { type: "price", government: 0, office: 5_000 }, ref);
    office.says_("نعم");
    for (const to of ["awaiting_payment", "paid"] as const)
      office.acts(sara, { type: "move", move: { to } }, ref);
    office.acts(sara, { type: "give", partner: { ...partner, id: partnerIdOf("b") } }, ref);
    office.says_("الغاء");
    office.says_("نعم");
    expect(statusOf(office)).toBe("assigned");
    expect(office.conversation.person).toMatchObject({ order: ref });
    office.acts(sara, { type: "give_back", reason: "x" }, ref);
    expect(mayAskPrices(sure(office.orders.get(ref)))).toBe(false);
  });

  it("is left to staff in any flow once work has begun", () => {
    const office = accepted({ cancel_after: "free" });
    office.acts(sara, { type: "move", move: { to: "in_progress" } }, ref);
    office.says_("الغاء");
    office.says_("نعم");
    expect(statusOf(office)).toBe("in_progress");
    expect(office.text()).toContain("بدأ العمل على طلبك");
  });
});
