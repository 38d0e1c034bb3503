/** A price that the office proposes by itself: from partners' fixed ones, before anybody is asked, and never above what was approved. */
import { describe, expect, it } from "vitest";
import { dueKnownOf } from "../../src/conversation/order/due-known.ts";
import { type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import type { Candidates } from "../../src/domain/search.ts";
import { dueRules } from "../../src/orders/due.ts";
import { plain } from "../kit.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const minute = 60_000;
const both = (text: string) => ({ ar: text, en: text });
const riyals = (amount: number) => ({ amountMinor: amount * 100, currency: "SAR" }) as const;
const request = { type: "request", service: "sent", fields: {} } as const;

/** An order of a service whose price comes from partners. */
function placed(
  rest: { readonly strategy?: string; readonly propose?: boolean; readonly channel?: string } = {},
): Paper {
  const { strategy = "broadcast", propose = true, ...options } = rest;
  const dispatch = { department: "reception", promise_minutes: 60, next: both("نبحث عن مندوب"), strategy };
  const flow = madeFlow("sent", [{ name: "count", type: "number", min: 1 }], {
    ...{ confirm: false, dispatch, price: { quote_fee: 1_000, propose } },
  });
  const office = paperOffice({ catalogue: catalogueWith(flow), ...options });
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  office.says_("3");
  return office;
}
const orderOf = (office: Paper) => sure(office.orders.get(ref));
const kindsDue = (office: Paper) => {
  const order = orderOf(office);
  return dueRules
    .filter(({ at }) => (at(order, dueKnownOf(office, order)) ?? Number.POSITIVE_INFINITY) <= office.now)
    .map(({ kind }) => kind);
};
const rows = (office: Paper) => sure(office.history.get(ref)).map(({ what }) => what);
/** Each by its name, with its fixed price in riyals. */
const found = (pays: Readonly<Record<string, number | undefined>>): Candidates => ({
  chosen: Object.entries(pays).map(([name, amount], index) => ({
    partner: { id: partnerIdOf(name), name: both(`شريك ${name}`) },
    offer: offerIdOf(ref, `${name}${index}`.padStart(16, "x")),
    ...(amount !== undefined && { pays: riyals(amount) }),
  })),
  left: { dearer: 1 },
  reachable: 3,
});
const goesOn = (office: Paper, candidates: Candidates) =>
  office.happen({ type: "order_due", at: office.now, order: orderOf(office), candidates });
function accepts(office: Paper, name: string) {
  const order = orderOf(office);
  const offer = sure(order.offers?.find((one) => one.partner.id === partnerIdOf(name)));
  const answer = { type: "accept" } as const;
  return office.happen({ type: "offer_answered", at: office.now, order, offer: offer.id, answer });
}
function press(office: Paper, label: string) {
  const choice = office.says.flatMap(({ choices = [] }) => choices).findLast((one) => one.label === label);
  office.press(sure(choice).value);
}

describe("an order whose price comes first", () => {
  it("says so when it is placed, and when asked, and looks for nobody yet", () => {
    const office = placed();
    expect(plain(office.text())).toContain("نجهّز لك السعر، ويصلك الرد قبل");
    expect(office.text()).not.toContain("نبحث عن مندوب");
    office.says_("وين طلبي", { understandings: [{ type: "order_status" }], confidence: 1, by: "embedded" });
    expect(plain(office.text())).toContain("مسجّل، ونجهّز سعره لاعتمادك");
    expect(kindsDue(office)).toEqual(["price_proposal"]);
  });

  it("is proposed at the highest price of the first to be asked, with the fee and the tax apart", () => {
    const office = placed();
    const [said, other] = goesOn(office, found({ a: 35, b: 45, c: 40 }));
    expect(other).toBeUndefined();
    const text = plain(sure(said).text);
    expect(text).toContain("سعر الجهة، شامل الضريبة: 45.00 ر.س");
    expect(text).toContain("رسوم المكتب: 10.00 ر.س");
    expect(text).toContain("1.50 ر.س");
    expect(text).toContain("الإجمالي: 56.50 ر.س");
    expect(orderOf(office)).toMatchObject({ state: { status: "quoted" }, passedOn: riyals(45) });
    expect(kindsDue(office)).toEqual([]);
  });

  it("takes the best one's price where one is asked after the other", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found({ a: 35, b: 45 }));
    expect(orderOf(office).passedOn).toEqual(riyals(35));
  });

  it("asks partners only once the customer has approved, and ends free of charge where they do not", () => {
    const office = placed();
    goesOn(office, found({ a: 45 }));
    press(office, "نعم، اعتماد السعر");
    expect(orderOf(office).state.status).toBe("approved");
    expect(kindsDue(office)).toEqual(["search"]);
    const other = placed();
    goesOn(other, found({ a: 45 }));
    press(other, "لا، إلغاء الطلب");
    expect(orderOf(other).state.status).toBe("cancelled");
    expect(orderOf(other).offers).toBeUndefined();
  });

  it("costs less where who takes it is paid less, and the customer reads so", () => {
    const office = placed();
    const both = found({ a: 35, b: 45 });
    goesOn(office, both);
    press(office, "نعم، اعتماد السعر");
    goesOn(office, both);
    const says = accepts(office, "a");
    expect(says.map(({ text }) => plain(text)).join()).toContain("نزل سعر طلبك BR-10001 إلى 46.50 ر.س");
    expect(orderOf(office)).toMatchObject({ price: { total: riyals(46.5) }, passedOn: riyals(35) });
    expect(orderOf(office).partner?.id).toBe(partnerIdOf("a"));
  });

  it("costs less, too, where staff give it by hand to one that is paid less", () => {
    const office = placed();
    goesOn(office, found({ a: 35, b: 45 }));
    press(office, "نعم، اعتماد السعر");
    office.acts(sara, { type: "claim" }, ref);
    const partner = { id: partnerIdOf("a"), name: both("شريك a") };
    const offer = offerIdOf(ref, "given".padStart(16, "x"));
    const says = office.acts(sara, { type: "give", partner, offer, pays: riyals(35) }, ref);
    expect(says.map(({ text }) => plain(text)).join()).toContain("نزل سعر طلبك BR-10001 إلى 46.50 ر.س");
    expect(orderOf(office)).toMatchObject({ price: { total: riyals(46.5) }, passedOn: riyals(35), partner });
  });

  it("costs what was approved where the dearest takes it, and nothing is said of a price", () => {
    const office = placed();
    const both = found({ a: 35, b: 45 });
    goesOn(office, both);
    press(office, "نعم، اعتماد السعر");
    goesOn(office, both);
    expect(
      accepts(office, "b")
        .map(({ text }) => text)
        .join(),
    ).not.toContain("نزل سعر");
    expect(orderOf(office).price?.total).toEqual(riyals(56.5));
  });

  it("is left to a colleague where nobody suitable has a fixed price, once, with the reason in its history", () => {
    const office = placed();
    expect(goesOn(office, found({ a: undefined }))).toEqual([]);
    expect(rows(office).at(-1)).toBe("unpriced");
    expect(sure(office.history.get(ref)).at(-1)?.search).toEqual({ asked: 0, left: { dearer: 1 } });
    expect(orderOf(office).state.status).toBe("placed");
    expect(kindsDue(office)).toEqual([]);
  });

  it("is looked for again every ten minutes while nobody sets one, without a word", () => {
    const office = placed();
    goesOn(office, found({ a: undefined }));
    for (let looks = 0; looks < 3; looks += 1) {
      office.waits(9 * minute);
      expect(kindsDue(office)).not.toContain("price_proposal");
      office.waits(minute);
      expect(kindsDue(office)).toContain("price_proposal");
      goesOn(office, found({ a: undefined }));
    }
    expect(rows(office).filter((what) => what === "unpriced")).toHaveLength(1);
    office.waits(10 * minute);
    const texts = goesOn(office, found({ a: 45 })).map(({ text }) => plain(text));
    expect(texts.join()).toContain("الإجمالي: 56.50 ر.س");
    expect(orderOf(office)).toMatchObject({ state: { status: "quoted" }, passedOn: riyals(45) });
  });

  it("is left to the colleague who has taken it on, whose price then stands for all partners", () => {
    const office = placed();
    office.acts(sara, { type: "claim" }, ref);
    expect(kindsDue(office)).not.toContain("price_proposal");
    const other = placed();
    goesOn(other, found({ a: 45 }));
    other.acts(sara, { type: "claim" }, ref);
    other.acts(sara, { type: "price", government: 0, office: 9_000 }, ref);
    expect(orderOf(other).passedOn).toBeUndefined();
  });

  it("is set by a colleague where the flow proposes none", () => {
    const office = placed({ propose: false });
    expect(kindsDue(office)).toEqual([]);
    expect(plain(office.text())).toContain("نجهّز لك السعر");
  });
});
