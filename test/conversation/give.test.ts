/** An order in a partner's hands: given by staff, told to the customer, taken back. */
import { describe, expect, it } from "vitest";
import { type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, fiveQuestions } from "./made-flows.ts";
import { omar, type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const couriers = { id: partnerIdOf("couriers"), name: { ar: "مندوب الديرة", en: "Deerah Couriers" } };
const others = { id: partnerIdOf("others"), name: { ar: "الساحل للشحن", en: "Sahil Shipping" } };
const give = (partner = couriers) => ({ type: "give", partner }) as const;

function claimed(language: "ar" | "en" = "ar"): Paper {
  const office = paperOffice({ catalogue: catalogueWith(fiveQuestions), language });
  const request = { type: "request", service: "five", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
  office.acts(sara, { type: "claim" }, ref);
  return office;
}
const orderOf = (office: Paper) => office.orders.get(ref);

describe("an order that staff give to a partner", () => {
  it("is the partner's, stays with who claimed it, and the customer hears who carries it out", () => {
    const office = claimed();
    const says = office.acts(sara, give(), ref);
    expect(orderOf(office)).toMatchObject({
      partner: couriers,
      claim: { agent: sara.id },
      state: { status: "assigned", to: { type: "partner", id: couriers.id } },
    });
    // An act makes who holds it responsible for good.
    expect(orderOf(office)?.claim?.until).toBeUndefined();
    expect(says).toHaveLength(1);
    expect(says[0]).toMatchObject({ kind: "news", order: ref });
    expect(says[0]?.text).toContain("مندوب الديرة");
    expect(office.history.get(ref)?.at(-1)).toMatchObject({ what: "given", partner: couriers });
    office.says_("وين طلبي؟");
    expect(office.text()).toContain("عند ⁨مندوب الديرة⁩ للتنفيذ");
  });

  it("is told in the customer's own language", () => {
    const office = claimed("en");
    expect(office.acts(sara, give(), ref)[0]?.text).toContain("Deerah Couriers");
  });

  it("is given once: the same again changes nothing, another one has it in its place", () => {
    const office = claimed();
    office.acts(sara, give(), ref);
    expect(office.acts(sara, give(), ref)).toEqual([]);
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
    office.acts(sara, give(others), ref);
    expect(orderOf(office)?.partner).toEqual(others);
    expect(office.text()).toContain("الساحل للشحن");
  });

  it("is given at the price that the partner has named, else at its fixed one, which staff may put right", () => {
    const asks = { minutes: 30, asks: "price" } as const;
    const riyals = (amount: number) => ({ amountMinor: amount * 100, currency: "SAR" }) as const;
    const [asked, byHand] = ["a", "g"].map((name) => offerIdOf(ref, name.padStart(16, "x")));
    for (const total of [riyals(45), undefined]) {
      const office = claimed();
      const offer = sure(asked);
      office.acts(sara, { type: "offer", offer, partner: couriers, ...asks }, ref);
      const [at, order] = [office.now, sure(orderOf(office))];
      if (total)
        office.happen({ type: "offer_answered", at, order, offer, answer: { type: "quote", total } });
      office.acts(sara, { ...give(), offer: sure(byHand), pays: riyals(50) }, ref);
      const { offers } = sure(orderOf(office));
      expect(offers).toMatchObject([{ id: offer, state: { type: "accepted" }, pays: total ?? riyals(50) }]);
      office.acts(sara, { type: "agree_pay", pays: riyals(40) }, ref);
      expect(office.refusal).toEqual(total && { reason: "nothing_to_do" });
    }
  });

  it("can be given by whoever holds it alone", () => {
    const office = claimed();
    expect(office.acts(omar, give(), ref)).toEqual([]);
    expect(office.refusal).toMatchObject({ reason: "not_yours" });
    office.acts(sara, { type: "release" }, ref);
    office.acts(sara, give(), ref);
    expect(office.refusal).toEqual({ reason: "not_yours" });
  });

  it("is not given while its price waits, or once it is over", () => {
    const office = claimed();
    office.acts(sara, { type: "price", government: 0, office: 5_000 }, ref);
    office.acts(sara, give(), ref);
    expect(office.refusal).toMatchObject({ reason: "illegal_move", from: "quoted" });
    office.acts(sara, { type: "move", move: { to: "cancelled", note: "x" } }, ref);
    office.acts(sara, give(), ref);
    expect(office.refusal).toMatchObject({ reason: "illegal_move", from: "cancelled" });
  });

  it("goes on with the partner when its colleague lets it go, and is sought for once the partner is gone too", () => {
    const office = claimed();
    office.acts(sara, give(), ref);
    office.acts(sara, { type: "release" }, ref);
    expect(orderOf(office)).toMatchObject({ partner: couriers, state: { status: "assigned" } });
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { type: "move", move: { to: "seeking" } }, ref);
    expect(orderOf(office)).toMatchObject({ state: { status: "seeking" } });
    expect(orderOf(office)?.partner).toBeUndefined();
  });
});

describe("an order that staff take back from a partner", () => {
  it("is sought for again, with the reason for colleagues, and the customer hears that", () => {
    const office = claimed();
    office.acts(sara, give(), ref);
    const says = office.acts(sara, { type: "give_back", reason: "سيارتهم تعطلت" }, ref);
    expect(orderOf(office)).toMatchObject({ state: { status: "seeking" }, claim: { agent: sara.id } });
    expect(orderOf(office)?.partner).toBeUndefined();
    expect(says[0]?.text).toMatch(/يرتّب موظف.*ويصلك الرد قبل/);
    expect(says[0]?.text).not.toContain("تعطلت");
    const row = { what: "given_back", partner: couriers, note: "سيارتهم تعطلت", to: "seeking" };
    expect(office.history.get(ref)).toContainEqual(expect.objectContaining(row));
    office.says_("وين طلبي؟");
    expect(office.text()).not.toContain("مندوب الديرة");
  });

  it("goes on where it is when work has begun, and the customer hears nothing", () => {
    const office = claimed();
    office.acts(sara, give(), ref);
    office.acts(sara, { type: "move", move: { to: "in_progress" } }, ref);
    expect(office.acts(sara, { type: "give_back", reason: "x" }, ref)).toEqual([]);
    expect(orderOf(office)).toMatchObject({ state: { status: "in_progress" } });
    const says = office.acts(sara, give(others), ref);
    expect(orderOf(office)).toMatchObject({ state: { status: "in_progress" }, partner: others });
    expect(says[0]?.text).toContain("الساحل للشحن");
  });

  it("needs a reason without secrets, and a partner that has it", () => {
    const office = claimed();
    office.acts(sara, { type: "give_back", reason: "x" }, ref);
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
    office.acts(sara, give(), ref);
    office.acts(sara, { type: "give_back", reason: " " }, ref);
    expect(office.refusal).toEqual({ reason: "reason_missing" });
    office.acts(sara, { type: "give_back", reason: "my password is hunter2000" }, ref);
    expect(office.refusal).toEqual({ reason: "holds_a_secret" });
    expect(orderOf(office)?.partner).toEqual(couriers);
  });
});
