/** What staff are called to is told to heads as well, once a case: partners that fail, a customer who wants out, promises that passed. */
import { describe, expect, it } from "vitest";
import { dueKnownOf } from "../../src/conversation/order/due-known.ts";
import type { PartnerReport } from "../../src/domain/act.ts";
import { type OrderRef, parseOfferId } from "../../src/domain/ids.ts";
import type { Candidates } from "../../src/domain/search.ts";
import { headLetterOf } from "../../src/mail/head-letter.ts";
import { escalationsOf, untoldOf } from "../../src/orders/escalations.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const minute = 60_000;
const both = (text: string) => ({ ar: text, en: text });
const offer = sure(parseOfferId("of_10001_axxxxxxxxxxxxxxx"));
const chat = "c_partner000000000000000" as Paper["conversation"]["id"];
const partner = { id: partnerIdOf("a"), name: both("سريع"), chats: [chat] };
const request = { type: "request", service: "sent", fields: {} } as const;

function placed(dispatch: object = {}): Paper {
  const price = {
    lines: [{ label: both("fee"), amount: { amountMinor: 5_000, currency: "SAR" }, vat: true }],
  };
  const flow = madeFlow("sent", [{ name: "count", type: "number", min: 1 }], {
    ...{ confirm: false, price },
    dispatch: { department: "reception", promise_minutes: 60, next: both("next"), ...dispatch },
  });
  const office = paperOffice({ catalogue: catalogueWith(flow) });
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  office.says_("3");
  return office;
}
function accepted(): Paper {
  const office = placed();
  office.acts(sara, { type: "claim" }, ref);
  office.acts(sara, { type: "offer", offer, partner, minutes: 30 }, ref);
  const order = orderOf(office);
  office.happen({ type: "offer_answered", at: office.now, order, offer, answer: { type: "accept" } });
  return office;
}
const orderOf = (office: Paper) => sure(office.orders.get(ref));
const untold = (office: Paper) => untoldOf(orderOf(office), dueKnownOf(office, orderOf(office)));
const matters = (office: Paper) => untold(office).map(({ matter }) => matter);
const letter = (office: Paper, language: "ar" | "en") =>
  headLetterOf(
    {
      ...{ catalogue: office.catalogue, order: orderOf(office), link: "x" },
      escalations: escalationsOf(orderOf(office), dueKnownOf(office, orderOf(office))),
    },
    language,
  ).text;
/** Of what heads were told, where nobody had to be looked up. */
const heard = (office: Paper) => orderOf(office).clock?.headsTold ?? {};
/** The tick finds what has come to a head, and whom to tell. */
const told = (office: Paper) =>
  office.happen({
    ...{ type: "order_due", at: office.now, order: orderOf(office) },
    heads: [{ name: "Huda", conversation: office.conversation.id }],
  });
const reports = (office: Paper, report: PartnerReport) =>
  office.happen({
    ...{ type: "partner_reported", at: office.now, order: orderOf(office), partner: partner.id },
    report,
  });

describe("heads hear", () => {
  it("of a problem that a partner reports, each once", () => {
    const office = accepted();
    expect(matters(office)).toEqual([]);
    reports(office, { type: "problem", text: "تعطلت السيارة" });
    expect(matters(office)).toEqual(["problem"]);
    expect(letter(office, "ar")).toContain("أبلغت الجهة المنفّذة عن مشكلة فيه");
    expect(letter(office, "en")).toContain("Its partner reported a problem at");
    expect(letter(office, "ar")).not.toContain("السيارة");
    told(office);
    expect(matters(office)).toEqual([]);
    office.waits(minute);
    reports(office, { type: "problem", text: "ولا توجد غيرها" });
    expect(matters(office)).toEqual(["problem"]);
  });

  it("of a change that its partner does not confirm, or can't do, once for each change", () => {
    const office = accepted();
    office.acts(sara, { type: "correct", field: "count", value: 4, text: "4", reason: "by phone" }, ref);
    expect(matters(office)).toEqual([]);
    office.waits(40 * minute);
    const first = heard(office);
    expect(Object.keys(first)).toEqual(["change"]);
    expect(letter(office, "ar")).toContain("لم تؤكد الجهة المنفّذة علمها بتغيير");
    reports(office, { type: "confirm", n: 1, can: false, note: "" });
    expect(matters(office)).toEqual([]);
    expect(heard(office)).toEqual(first);
    office.acts(sara, { type: "correct", field: "count", value: 5, text: "5", reason: "by phone" }, ref);
    reports(office, { type: "confirm", n: 2, can: false, note: "" });
    expect(letter(office, "en")).toContain("Its partner can't do the change that it was told of at");
  });

  it("that a customer wants to cancel what a partner has accepted, until it is done so", () => {
    const office = accepted();
    office.says_("الغاء");
    office.says_("نعم");
    expect(matters(office)).toEqual(["cancel"]);
    expect(letter(office, "ar")).toContain("طلب العميل إلغاءه");
    const move = { to: "cancelled", note: "العميل لا يريده" } as const;
    office.acts(sara, { type: "move", move }, ref);
    expect(orderOf(office).state.status).toBe("cancelled");
    expect(matters(office)).toEqual([]);
  });

  it("that no partner took an order, until a colleague takes it on", () => {
    const office = placed({ strategy: "ring" });
    const candidates: Candidates = { chosen: [], left: { elsewhere: 2 }, reachable: 2 };
    office.happen({ type: "order_due", at: office.now, order: orderOf(office), candidates });
    expect(matters(office)).toEqual(["nobody"]);
    expect(letter(office, "ar")).toContain("سُئلت الجهات المناسبة ولم تقبله أي منها");
    office.acts(sara, { type: "claim" }, ref);
    expect(matters(office)).toEqual([]);
  });

  it("of the first promise that passed, and not again while the order lies there", () => {
    const office = placed();
    const missedAt = sure(orderOf(office).promisedBy) - 5 * minute;
    office.waits(56 * minute);
    expect(heard(office)).toEqual({ promise: missedAt });
    expect(letter(office, "ar")).toContain("تأخر الرد الذي وُعد به العميل، وأُجّل موعده");
    office.waits(4 * 60 * minute);
    expect(orderOf(office).clock?.missed).toBeGreaterThan(1);
    expect(orderOf(office).clock?.unclaimed?.level).toBe("escalated");
    expect(heard(office)).toEqual({ promise: missedAt });
  });

  it("of a later promise that passed although a colleague had taken the order on", () => {
    const office = placed();
    const promised = orderOf(office).promisedBy;
    office.waits(56 * minute);
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { type: "note", text: "أتابعه" }, ref);
    office.waits(5 * 60 * minute);
    expect(heard(office).promise).toBeGreaterThan(sure(promised));
  });
});
