/** Offers to partners: made by staff, the first acceptance wins, and what the partner reports afterwards. */
import { describe, expect, it } from "vitest";
import type { PartnerReport } from "../../src/domain/act.ts";
import type { OrderRef } from "../../src/domain/ids.ts";
import { parseOfferId } from "../../src/domain/ids.ts";
import type { OfferAnswer } from "../../src/domain/offer.ts";
import { plain } from "../kit.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, fiveQuestions } from "./made-flows.ts";
import { omar, type Paper, paperOffice, sara, sundayMorning } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const minute = 60_000;
const partner = (name: string) => ({
  id: partnerIdOf(name),
  name: { ar: `شريك ${name}`, en: `Partner ${name}` },
});
const offerId = (name: string) => sure(parseOfferId(`of_10001_${name.padEnd(16, "x")}`));
const offer = (name: string) =>
  ({ type: "offer", offer: offerId(name), partner: partner(name), minutes: 30 }) as const;

function claimed(): Paper {
  const office = paperOffice({ catalogue: catalogueWith(fiveQuestions) });
  const request = { type: "request", service: "five", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
  office.acts(sara, { type: "claim" }, ref);
  return office;
}

const orderOf = (office: Paper) => sure(office.orders.get(ref));
const states = (office: Paper) => orderOf(office).offers?.map(({ state }) => state.type);
function answers(office: Paper, name: string, answer: OfferAnswer) {
  const order = orderOf(office);
  return office.happen({ type: "offer_answered", at: office.now, order, offer: offerId(name), answer });
}
const accept = { type: "accept" } as const;
function reports(office: Paper, name: string, report: PartnerReport) {
  const order = orderOf(office);
  return office.happen({
    type: "partner_reported",
    at: office.now,
    order,
    partner: partnerIdOf(name),
    report,
  });
}

describe("an order that is offered", () => {
  it("is sought for, to each partner once, and the customer hears nothing yet", () => {
    const office = claimed();
    office.acts(sara, { type: "move", move: { to: "seeking" } }, ref);
    expect(office.acts(sara, offer("a"), ref)).toEqual([]);
    expect(orderOf(office)).toMatchObject({
      state: { status: "seeking" },
      offers: [{ partner: partner("a"), until: office.now + 30 * minute, state: { type: "open" } }],
    });
    office.acts(sara, { ...offer("a2"), partner: partner("a") }, ref);
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
    office.acts(sara, offer("b"), ref);
    expect(states(office)).toEqual(["open", "open"]);
    expect(office.history.get(ref)?.at(-1)).toMatchObject({ what: "offered", partner: partner("b") });
  });

  it("is offered by whoever holds it alone, and not while its price waits or once a partner has it", () => {
    const office = claimed();
    office.acts(omar, offer("a"), ref);
    expect(office.refusal).toMatchObject({ reason: "not_yours" });
    office.acts(sara, { type: "price", government: 0, office: 5_000 }, ref);
    office.acts(sara, offer("a"), ref);
    expect(office.refusal).toMatchObject({ reason: "illegal_move", from: "quoted" });
    const given = claimed();
    given.acts(sara, { type: "give", partner: partner("b") }, ref);
    given.acts(sara, offer("a"), ref);
    expect(given.refusal).toMatchObject({ reason: "illegal_move" });
  });

  it("is taken back from everybody once its customer wants their data deleted, and who has one is named", () => {
    const office = claimed();
    office.acts(sara, offer("a"), ref);
    office.acts(sara, offer("b"), ref);
    const privacy = { type: "privacy", what: "delete" } as const;
    office.says_("احذف بياناتي", { understandings: [privacy], confidence: 1, by: "embedded" });
    expect(states(office)).toEqual(["open", "open"]);
    office.says_("نعم");
    expect(states(office)).toEqual(["withdrawn", "withdrawn"]);
    const said = plain(sure(office.says.at(-1)).text);
    expect(said).toContain("توقّف البحث عن منفّذ للطلب BR-10001 حتى يراجع موظف ذلك.");
    expect(said).not.toContain("شريك");
    expect(office.conversation.person).toMatchObject({ reason: "privacy", order: ref });
    answers(office, "a", accept);
    expect(office.refusal).toMatchObject({ reason: "offer_over" });

    const given = claimed();
    given.acts(sara, { type: "give", partner: partner("b") }, ref);
    given.says_("احذف بياناتي", { understandings: [privacy], confidence: 1, by: "embedded" });
    given.says_("نعم");
    expect(given.says.at(-1)?.text).toContain("شريك b");
    expect(orderOf(given).partner?.id).toBe(partnerIdOf("b"));
  });

  it("goes to the first who accepts; the others' offers are taken back, and the customer hears who has it", () => {
    const office = claimed();
    for (const name of ["a", "b", "c"]) office.acts(sara, offer(name), ref);
    const says = answers(office, "b", accept);
    expect(orderOf(office)).toMatchObject({ partner: partner("b"), state: { status: "assigned" } });
    expect(states(office)).toEqual(["withdrawn", "accepted", "withdrawn"]);
    expect(says.map(({ text }) => text).join()).toContain("شريك b");
    expect(answers(office, "a", accept)).toEqual([]);
    expect(office.refusal).toEqual({ reason: "offer_over", why: "taken" });
    // A second tap, or the same message again, is the same acceptance.
    expect(answers(office, "b", accept)).toEqual([]);
    expect(office.refusal).toBeUndefined();
    expect(orderOf(office).partner).toEqual(partner("b"));
  });

  it("can be declined with a reason for staff, and stays open to others", () => {
    const office = claimed();
    for (const name of ["a", "b"]) office.acts(sara, offer(name), ref);
    expect(answers(office, "a", { type: "decline", reason: "  بعيد علينا " })).toEqual([]);
    expect(orderOf(office).offers?.[0]?.state).toMatchObject({ type: "declined", reason: "بعيد علينا" });
    expect(office.history.get(ref)?.at(-1)).toMatchObject({ what: "offer_declined", note: "بعيد علينا" });
    answers(office, "b", accept);
    expect(orderOf(office).partner).toEqual(partner("b"));
    answers(office, "a", accept);
    expect(office.refusal).toEqual({ reason: "offer_over", why: "declined" });
    answers(office, "a", { type: "again" });
    expect(office.refusal).toEqual({ reason: "offer_over", why: "declined" });
  });

  it("can be accepted after a decline by mistake, which then counts as none", () => {
    const office = claimed();
    for (const name of ["a", "b"]) office.acts(sara, offer(name), ref);
    answers(office, "a", { type: "decline", reason: "" });
    office.waits(40 * minute);
    const says = answers(office, "a", accept);
    expect(says.map(({ text }) => text).join()).toContain("شريك a");
    expect(orderOf(office)).toMatchObject({
      partner: partner("a"),
      offers: [{ state: { type: "accepted" } }, {}],
    });
    expect(office.history.get(ref)?.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["offer_declined", "offered_again", "given"]),
    );
  });

  it("is shown anew to whoever declined what has changed since, and is never accepted unread", () => {
    const office = claimed();
    office.acts(sara, offer("a"), ref);
    answers(office, "a", { type: "decline", reason: "" });
    office.acts(sara, { type: "correct", field: "count", value: 4, text: "4", reason: "called" }, ref);
    answers(office, "a", accept);
    expect(office.refusal).toEqual({ reason: "offer_over", why: "changed" });
    expect(orderOf(office).partner).toBeUndefined();
    answers(office, "a", { type: "again" });
    expect(orderOf(office).offers).toMatchObject([
      { state: { type: "open" }, until: office.now + 30 * minute },
    ]);
    answers(office, "a", { type: "again" });
    expect(office.refusal).toBeUndefined();
    answers(office, "a", accept);
    expect(orderOf(office).partner).toEqual(partner("a"));
  });

  it("is not had back once its customer wants nobody asked any more", () => {
    const office = claimed();
    for (const name of ["a", "b"]) office.acts(sara, offer(name), ref);
    answers(office, "a", { type: "decline", reason: "" });
    const privacy = { type: "privacy", what: "delete" } as const;
    office.says_("احذف بياناتي", { understandings: [privacy], confidence: 1, by: "embedded" });
    office.says_("نعم");
    for (const answer of [accept, { type: "again" } as const]) {
      answers(office, "a", answer);
      expect(office.refusal).toEqual({ reason: "offer_over", why: "declined" });
    }
  });

  it("is not had back while the office does it itself, whatever was corrected before", () => {
    const acts = [
      { type: "move", move: { to: "assigned" } },
      { type: "hand_off", to: partner("logistics"), due: sundayMorning + 60 * minute, note: "x" },
    ] as const;
    for (const act of acts) {
      const office = claimed();
      office.acts(sara, offer("a"), ref);
      answers(office, "a", { type: "decline", reason: "" });
      const field = { field: "count", value: 4, text: "4", reason: "called" } as const;
      office.acts(sara, { type: "correct", ...field }, ref);
      office.acts(sara, act, ref);
      expect(office.refusal).toBeUndefined();
      answers(office, "a", { type: "again" });
      expect(office.refusal).toEqual({ reason: "offer_over", why: "declined" });
      answers(office, "a", accept);
      expect(office.refusal).toEqual({ reason: "offer_over", why: "declined" });
    }
  });

  it("is over when its time has passed, when staff take it back, and when the order ends another way", () => {
    const office = claimed();
    for (const name of ["a", "b", "c"]) office.acts(sara, offer(name), ref);
    office.acts(sara, { type: "withdraw_offer", offer: offerId("b") }, ref);
    office.acts(sara, { type: "withdraw_offer", offer: offerId("b") }, ref);
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
    answers(office, "b", accept);
    expect(office.refusal).toEqual({ reason: "offer_over", why: "withdrawn" });
    office.waits(30 * minute);
    answers(office, "a", accept);
    expect(office.refusal).toEqual({ reason: "offer_over", why: "expired" });
    office.acts(sara, { ...offer("d"), minutes: 60 }, ref);
    office.acts(sara, { type: "move", move: { to: "cancelled", note: "x" } }, ref);
    answers(office, "d", accept);
    expect(office.refusal).toEqual({ reason: "offer_over", why: "ended" });
    expect(orderOf(office).partner).toBeUndefined();
  });

  it("tells that the order has changed where it was corrected since", () => {
    const office = claimed();
    office.acts(sara, offer("a"), ref);
    office.acts(sara, { type: "correct", field: "count", value: 4, text: "4", reason: "called" }, ref);
    for (const answer of [accept, { type: "decline", reason: "" } as const]) {
      answers(office, "a", answer);
      expect(office.refusal).toEqual({ reason: "offer_over", why: "changed" });
    }
  });

  it("is not taken by one who accepts after staff began the work, or gave it to another", () => {
    const office = claimed();
    for (const name of ["a", "b"]) office.acts(sara, offer(name), ref);
    office.acts(sara, { type: "give", partner: partner("z") }, ref);
    answers(office, "a", accept);
    expect(office.refusal).toEqual({ reason: "offer_over", why: "taken" });
    expect(orderOf(office).partner).toEqual(partner("z"));
  });

  it("keeps the last offers that are over, not all of them", () => {
    const office = claimed();
    for (let n = 0; n < 40; n += 1) {
      office.acts(sara, offer(`p${n}`), ref);
      answers(office, `p${n}`, { type: "decline", reason: "" });
    }
    expect(orderOf(office).offers?.length).toBeLessThanOrEqual(21);
    expect(orderOf(office).offers?.at(-1)?.partner).toEqual(partner("p39"));
  });

  it("knows no offer that was not made", () => {
    const office = claimed();
    answers(office, "none", accept);
    expect(office.refusal).toEqual({ reason: "offer_over", why: "withdrawn" });
  });
});

describe("the partner that has an order", () => {
  const theirs = () => {
    const office = claimed();
    office.acts(sara, offer("a"), ref);
    answers(office, "a", accept);
    return office;
  };

  it("reports its steps, each told to the customer, to the end", () => {
    const office = theirs();
    reports(office, "a", { type: "move", move: { to: "in_progress" } });
    expect(orderOf(office)).toMatchObject({ state: { status: "in_progress" }, partner: partner("a") });
    expect(office.history.get(ref)?.at(-1)).toMatchObject({ by: { type: "partner", id: "p_a" } });
    const says = reports(office, "a", { type: "move", move: { to: "done" } });
    expect(orderOf(office).state.status).toBe("done");
    expect(says).toHaveLength(1);
  });

  it("cannot end it otherwise, move it back, or report of another's", () => {
    const office = theirs();
    for (const to of ["cancelled", "failed", "seeking", "paid"] as const) {
      reports(office, "a", { type: "move", move: { to, note: "x" } });
      expect([to, office.refusal?.reason]).toEqual([to, "illegal_move"]);
    }
    reports(office, "b", { type: "move", move: { to: "in_progress" } });
    expect(office.refusal).toEqual({ reason: "not_allowed" });
    reports(office, "b", { type: "problem", text: "x" });
    expect(office.refusal).toEqual({ reason: "not_allowed" });
    expect(orderOf(office).state.status).toBe("assigned");
  });

  it("calls staff with a problem, of which the customer hears nothing", () => {
    const office = theirs();
    expect(reports(office, "a", { type: "problem", text: "العميل لا يرد." })).toEqual([]);
    expect(office.conversation.person).toMatchObject({ reason: "partner", order: ref });
    expect(office.history.get(ref)?.at(-1)).toMatchObject({ what: "reported", note: "العميل لا يرد." });
    reports(office, "a", { type: "problem", text: "  " });
    expect(office.refusal).toEqual({ reason: "empty" });
    // The bot still answers: the case is the office's own.
    office.says_("وين طلبي؟");
    expect(office.text()).toContain("BR-10001");
  });
});
