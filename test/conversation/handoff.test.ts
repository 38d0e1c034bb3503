/** Orders handed from department to department: who may, what becomes of them, and what happens when nobody sees to it. */
import { describe, expect, it } from "vitest";
import type { AgentAct } from "../../src/domain/act.ts";
import { type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import type { HistoryRow } from "../../src/domain/order.ts";
import { isSearched } from "../../src/orders/due/search.ts";
import { isStepOfOffice } from "../../src/orders/handoff.ts";
import { isHandedOver, isTaken } from "../../src/orders/status.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { huda, omar, type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const minute = 60_000;
const named = (id: string, en: string) => ({ id: partnerIdOf(id), name: { ar: `قسم ${en}`, en } });
const [reception, logistics] = [named("reception", "Reception"), named("logistics", "Logistics")];
const stages = [{ id: "sent", label: { ar: "أُرسل", en: "sent" }, tell: "silent" }];
const flow = madeFlow("sent", [{ name: "count", type: "number", min: 1 }], { confirm: false, stages });

/** An office with one order, which Sara holds. The customer was promised to hear within an hour of ten o'clock. */
function held(made = flow): Paper {
  const office = paperOffice({ catalogue: catalogueWith(made) });
  const request = { type: "request", service: "sent", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  office.says_("3");
  office.acts(sara, { type: "claim" }, ref);
  return office;
}
const orderIn = (office: Paper) => sure(office.orders.get(ref));
const lastRow = (office: Paper) => sure(office.history.get(ref)?.at(-1));
const rows = (office: Paper) => (office.history.get(ref) ?? []).map(({ what }) => what);
const toLogistics = (office: Paper, minutes = 30, from?: typeof reception): AgentAct => ({
  ...{ type: "hand_off", to: logistics, due: office.now + minutes * minute, note: "تجهيز الشحنة" },
  ...(from && { from }),
});

describe("a hand-off", () => {
  it("takes the order from whoever held it to the department, and tells who, what and by when in its history", () => {
    const office = held();
    const due = office.now + 30 * minute;
    expect(office.acts(sara, toLogistics(office, 30, reception), ref)).toEqual([]);
    expect(orderIn(office)).toMatchObject({
      department: logistics,
      handoff: { from: reception, to: logistics, note: "تجهيز الشحنة", due, by: { name: "Sara" } },
      state: { status: "assigned" },
    });
    expect(orderIn(office).claim).toBeUndefined();
    expect(isTaken(orderIn(office))).toBe(false);
    expect(lastRow(office)).toMatchObject({
      what: "handed",
      note: "تجهيز الشحنة",
      department: logistics,
      until: due,
    });
    office.acts(omar, { type: "claim" }, ref);
    expect(isTaken(orderIn(office))).toBe(true);
  });

  it("is for whoever holds the order, or a head", () => {
    const office = held();
    office.acts(omar, toLogistics(office), ref);
    expect(office.refusal).toMatchObject({ reason: "not_yours", by: "Sara" });
    office.acts(huda, toLogistics(office), ref);
    expect(office.refusal).toBeUndefined();
  });

  it("needs a note without secrets, a time to come, another department, and an open order", () => {
    const office = held();
    const refused = (change: object) => {
      office.acts(sara, { ...toLogistics(office), ...change } as AgentAct, ref);
      return office.refusal?.reason;
    };
    expect(refused({ note: "  " })).toBe("reason_missing");
    expect(refused({ note: "كلمة المرور: Abc12345" })).toBe("holds_a_secret");
    expect(refused({ due: office.now })).toBe("nothing_to_do");
    expect(refused({ from: logistics })).toBe("nothing_to_do");
    office.moves(ref, "cancelled", undefined, "x");
    expect(refused({})).toBe("nothing_to_do");
  });

  it("stays with its department when somebody lets the order go", () => {
    const office = held();
    office.acts(sara, toLogistics(office), ref);
    office.acts(omar, { type: "claim" }, ref);
    office.acts(omar, { type: "release" }, ref);
    expect(orderIn(office)).toMatchObject({ state: { status: "assigned" }, department: logistics });
  });

  it("says nothing to the customer while their time stands, and the new time where it does not", () => {
    const office = held();
    expect(office.acts(sara, toLogistics(office, 30), ref)).toEqual([]);
    const later = held();
    later.acts(sara, toLogistics(later, 150), ref);
    expect(later.says.map(({ kind }) => kind)).toEqual(["news"]);
    expect(later.text()).toContain("12:30");
    expect(orderIn(later).promisedBy).toBe(orderIn(later).handoff?.due);
  });
});

describe("handing back", () => {
  it("returns the order with the reason to where it came from, by a department that nobody took it in", () => {
    const office = held();
    office.acts(sara, toLogistics(office, 30, reception), ref);
    office.acts(omar, { type: "hand_off_back", reason: "ليس من عملنا" }, ref);
    expect(orderIn(office)).toMatchObject({
      department: reception,
      handoff: { from: logistics, to: reception, back: true, note: "ليس من عملنا" },
    });
    expect(lastRow(office)).toMatchObject({
      what: "handed_back",
      department: logistics,
      note: "ليس من عملنا",
    });
    office.acts(omar, { type: "hand_off_back", reason: "x" }, ref);
    expect(office.refusal?.reason).toBe("nothing_to_do");
  });

  it("leaves an order that was in no department in none, and is not for others while somebody holds it", () => {
    const office = held();
    office.acts(sara, toLogistics(office), ref);
    office.acts(omar, { type: "claim" }, ref);
    office.acts(sara, { type: "hand_off_back", reason: "x" }, ref);
    expect(office.refusal).toMatchObject({ reason: "not_yours", by: "Omar" });
    office.acts(omar, { type: "hand_off_back", reason: " " }, ref);
    expect(office.refusal?.reason).toBe("reason_missing");
    office.acts(omar, { type: "hand_off_back", reason: "x" }, ref);
    expect(orderIn(office).department).toBeUndefined();
    expect(orderIn(office).claim).toBeUndefined();
  });
});

describe("a hand-off that nobody sees to", () => {
  it("warns at its time and calls a head after it, once each, whether somebody took it or not", () => {
    const office = held();
    office.acts(sara, toLogistics(office, 30), ref);
    office.waits(29 * minute);
    office.acts(omar, { type: "claim" }, ref);
    expect(rows(office)).not.toContain("handoff_late");
    office.waits(minute);
    expect(rows(office).filter((what) => what === "handoff_late")).toHaveLength(1);
    expect(office.conversation.person).toBeUndefined();
    office.waits(45 * minute);
    expect(rows(office).filter((what) => what === "escalated")).toHaveLength(1);
    expect(office.conversation.person?.reason).toBe("overdue");
    office.waits(24 * 60 * minute);
    expect(rows(office).filter((what) => what === "handoff_late" || what === "escalated")).toHaveLength(2);
  });

  it("goes straight to a head after a stop over both times", () => {
    const office = held();
    office.acts(sara, toLogistics(office, 30), ref);
    office.stops(5 * 60 * minute);
    expect(rows(office).filter((what) => what === "handoff_late")).toEqual([]);
    expect(rows(office).filter((what) => what === "escalated")).toHaveLength(1);
  });

  it("is waited for no more once the order has moved on, and anew when it is handed back", () => {
    const office = held();
    office.acts(sara, toLogistics(office, 30), ref);
    office.acts(omar, { type: "claim" }, ref);
    office.waits(minute);
    office.moves(ref, "in_progress", "sent");
    expect(isHandedOver(orderIn(office))).toBe(false);
    office.waits(48 * 60 * minute);
    expect(rows(office)).not.toContain("handoff_late");
    office.acts(omar, { type: "hand_off_back", reason: "x" }, ref);
    expect(isHandedOver(orderIn(office))).toBe(true);
    office.waits(24 * 60 * minute);
    expect(rows(office)).toContain("handoff_late");
  });
});

describe("an order that was handed back", () => {
  it("waits to be taken, and for nothing once somebody has it", () => {
    const office = held();
    office.moves(ref, "in_progress", "sent");
    office.acts(sara, toLogistics(office, 30), ref);
    office.acts(omar, { type: "hand_off_back", reason: "x" }, ref);
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { type: "note", text: "عندي" }, ref);
    office.waits(24 * 60 * minute);
    expect(rows(office)).not.toContain("handoff_late");
    expect(office.conversation.person).toBeUndefined();
  });

  it("is waited for by nobody where a partner goes on with it and the department has done its part", () => {
    const office = held();
    const partner = { id: partnerIdOf("a"), name: { ar: "شريك", en: "Partner" } };
    office.acts(sara, { type: "give", partner }, ref);
    office.acts(sara, toLogistics(office, 30), ref);
    office.acts(omar, { type: "hand_off_back", reason: "رُدّ نصف المبلغ", done: true }, ref);
    expect(lastRow(office)).toMatchObject({
      what: "handoff_done",
      department: logistics,
      note: "رُدّ نصف المبلغ",
    });
    expect(isHandedOver(orderIn(office))).toBe(false);
    office.waits(24 * 60 * minute);
    expect(rows(office)).not.toContain("handoff_late");
  });

  it("waits to be taken, done or not, where nobody else has it", () => {
    const office = held();
    office.acts(sara, toLogistics(office, 30), ref);
    office.acts(omar, { type: "hand_off_back", reason: "x", done: true }, ref);
    office.waits(24 * 60 * minute);
    expect(rows(office)).toContain("handoff_late");
  });

  it("is said to wait for one of our staff, where it went back to no department", () => {
    const office = held();
    office.acts(sara, toLogistics(office), ref);
    office.acts(omar, { type: "hand_off_back", reason: "x" }, ref);
    office.says_("وين طلبي؟", { understandings: [{ type: "order_status" }], confidence: 1, by: "embedded" });
    expect(office.text()).toContain("مسجّل، وسيتولاه أحد موظفينا.");
    expect(office.text()).not.toContain("القسم المختص");
  });
});

describe("a complaint that was handed over", () => {
  it("is waited for no more once it is answered", () => {
    const office = held();
    office.says_("خدمتكم سيئة", { understandings: [{ type: "complaint" }], confidence: 1, by: "embedded" });
    const complaint = "BR-10002" as OrderRef;
    office.acts(sara, { type: "claim" }, complaint);
    office.acts(sara, { type: "move", move: { to: "in_progress", stage: "looked_into" } }, complaint);
    office.acts(sara, toLogistics(office, 60), complaint);
    office.acts(omar, { type: "claim" }, complaint);
    office.waits(minute);
    office.acts(omar, { type: "answer_complaint", outcome: "apology", words: "نعتذر." }, complaint);
    expect(isHandedOver(sure(office.orders.get(complaint)))).toBe(false);
    office.waits(20 * 60 * minute);
    expect((office.history.get(complaint) ?? []).map(({ what }) => what)).not.toContain("handoff_late");
  });
});

describe("isStepOfOffice", () => {
  /** What ends the wait where its row leaves the status as it is. */
  const steps = ["moved", "given", "answered", "priced", "prices_shown", "price_chosen"];
  const others = [
    ...[
      "claimed",
      "released",
      "taken",
      "corrected",
      "noted",
      "lease_ended",
      "unclaimed",
      "stuck",
      "escalated",
    ],
    ...[
      "promise_missed",
      "complained",
      "tied",
      "held_open",
      "handed",
      "handoff_late",
      "heads_told",
      "handed_back",
    ],
    ...[
      "handoff_done",
      "offered",
      "offer_withdrawn",
      "search_begun",
      "masked",
      "untold",
      "confirmed",
      "rated",
    ],
  ];
  const row = (what: string, by: "agent" | "partner" | "customer"): HistoryRow =>
    ({ at: 0, from: "in_progress", to: "in_progress", by: { type: by }, what }) as HistoryRow;

  it("is every act by which the office goes on with the work, whether the status changes or not", () => {
    expect(steps.filter((what) => !isStepOfOffice(row(what, "agent")))).toEqual([]);
    expect(isStepOfOffice({ ...row("reopened", "agent"), to: "placed" })).toBe(true);
  });

  it("is no claim, no word and no mark, and nothing of a partner or the customer", () => {
    expect(others.filter((what) => isStepOfOffice(row(what, "agent")))).toEqual([]);
    for (const by of ["partner", "customer"] as const)
      expect(steps.filter((what) => isStepOfOffice(row(what, by)))).toEqual([]);
    expect(isStepOfOffice({ ...row("released", "agent"), to: "seeking" })).toBe(false);
  });
});

describe("an order that partners are asked about", () => {
  const both = (text: string) => ({ ar: text, en: text });
  const price = {
    lines: [{ label: both("fee"), amount: { amountMinor: 5_000, currency: "SAR" }, vat: true }],
  };
  const partner = { id: partnerIdOf("a"), name: both("شريك") };
  const offer = offerIdOf(ref, "a".padEnd(16, "x"));
  const dispatch = { department: "reception", promise_minutes: 60, next: both("next") };
  const searched = (strategy: string) =>
    madeFlow("sent", [{ name: "count", type: "number", min: 1 }], {
      ...{ confirm: false, stages, dispatch: { ...dispatch, strategy } },
      ...(strategy === "ring" && { price }),
    });
  /** The first partner was asked by itself, before Sara had a look. */
  function asked(strategy: string): Paper {
    const office = paperOffice({ catalogue: catalogueWith(searched(strategy)) });
    office.says_("x", {
      ...{
        understandings: [{ type: "request", service: "sent", fields: {} }],
        confidence: 1,
        by: "embedded",
      },
    });
    office.says_("3");
    const candidates = { chosen: [{ partner, offer }], left: {}, reachable: 1 };
    office.happen({ type: "order_due", at: office.now, order: orderIn(office), candidates });
    expect(orderIn(office).offers).toMatchObject([{ state: { type: "open" } }]);
    return office;
  }

  it.each(["ring", "quotes"])(
    "takes the open offer back and ends the search once it is handed over (%s)",
    (strategy) => {
      for (const isHeld of [false, true]) {
        const office = asked(strategy);
        if (isHeld) office.acts(sara, { type: "claim" }, ref);
        office.acts(isHeld ? sara : huda, toLogistics(office), ref);
        expect(office.refusal).toBeUndefined();
        const order = orderIn(office);
        expect(order.offers).toMatchObject([{ state: { type: "withdrawn", why: "taken" } }]);
        expect(order.search?.over).toMatchObject({ why: "by_staff" });
        expect(isSearched(order, { flow: searched(strategy) })).toBe(false);
        const answer = { type: "accept" } as const;
        office.happen({ type: "offer_answered", at: office.now, order, offer, answer });
        expect(orderIn(office).partner).toBeUndefined();
        expect(isHandedOver(orderIn(office))).toBe(true);
      }
    },
  );
});

describe("a hand-off while others work on the order", () => {
  const partner = { id: partnerIdOf("a"), name: { ar: "شريك", en: "Partner" } };
  const reports = (office: Paper, move: { to: "in_progress" | "done"; stage?: string }) =>
    office.happen({
      ...{ type: "partner_reported", at: office.now, order: orderIn(office), partner: partner.id },
      report: { type: "move", move },
    });
  function atWork(): Paper {
    const office = held();
    office.acts(sara, { type: "give", partner }, ref);
    reports(office, { to: "in_progress" });
    office.acts(sara, toLogistics(office, 30), ref);
    return office;
  }

  it("is waited for whatever steps the partner takes", () => {
    const office = atWork();
    office.waits(10 * minute);
    reports(office, { to: "in_progress", stage: "sent" });
    expect(isHandedOver(orderIn(office))).toBe(true);
    office.waits(20 * minute);
    expect(rows(office)).toContain("handoff_late");
  });

  it("leaves a case where the partner ends the order before anybody took it, and none where somebody had", () => {
    const office = atWork();
    reports(office, { to: "done" });
    expect(office.conversation.person).toMatchObject({ reason: "overdue", order: ref });
    const taken = atWork();
    taken.acts(omar, { type: "claim" }, ref);
    reports(taken, { to: "done" });
    expect(taken.conversation.person).toBeUndefined();
  });
});

describe("what a customer is told of an order that was handed over", () => {
  it("keeps the time that was promised with their payment", () => {
    const office = held();
    office.acts(sara, { type: "price", government: 0, office: 10_000 }, ref);
    office.waits(10 * 60 * minute);
    office.moves(ref, "approved");
    office.moves(ref, "awaiting_payment");
    office.moves(ref, "paid");
    const paidAt = office.now;
    expect(office.acts(sara, toLogistics(office, 15), ref)).toEqual([]);
    expect(orderIn(office).promisedBy).toBeGreaterThan(paidAt);
    office.waits(minute);
    expect(rows(office)).not.toContain("promise_missed");
  });

  it("is that it is with a department until somebody there has taken it", () => {
    const office = held();
    office.acts(sara, toLogistics(office), ref);
    const asks = () => {
      office.says_("وين طلبي؟", {
        understandings: [{ type: "order_status" }],
        confidence: 1,
        by: "embedded",
      });
      return office.text();
    };
    expect(asks()).toContain("لدى القسم المختص، وسيتولاه أحد موظفيه.");
    office.acts(omar, { type: "claim" }, ref);
    expect(asks()).toContain("عند موظف يجهّز تنفيذه");
  });

  it("names a complaint as one, without its words", () => {
    const office = held();
    const words = "خدمتكم سيئة والمندوب تأخر";
    office.says_(words, { understandings: [{ type: "complaint" }], confidence: 1, by: "embedded" });
    const complaint = "BR-10002" as OrderRef;
    expect(office.orders.get(complaint)?.kind).toBe("complaint");
    office.acts(sara, { type: "claim" }, complaint);
    office.acts(sara, toLogistics(office, 60 * 24), complaint);
    expect(office.text()).toContain("تحتاج شكواك");
    expect(office.text()).not.toContain("سيئة");
  });
});
