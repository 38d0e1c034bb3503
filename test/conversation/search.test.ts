/** The search for a partner, on paper: rounds, answers, silence, closed hours, and people who take over. */
import { describe, expect, it } from "vitest";
import { dueKnownOf } from "../../src/conversation/order/due-known.ts";
import { type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import type { OfferAnswer } from "../../src/domain/offer.ts";
import type { Candidates } from "../../src/domain/search.ts";
import { dueRules } from "../../src/orders/due.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const minute = 60_000;
const both = (text: string) => ({ ar: text, en: text });
const partner = (name: string) => ({ id: partnerIdOf(name), name: both(`شريك ${name}`) });
const price = { lines: [{ label: both("fee"), amount: { amountMinor: 5_000, currency: "SAR" }, vat: true }] };

/** An order for which partners are searched. */
function placed(
  dispatch: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>> = { price },
): Paper {
  const flow = madeFlow("sent", [{ name: "count", type: "number", min: 1 }], {
    confirm: false,
    ...rest,
    dispatch: { department: "reception", promise_minutes: 60, next: both("next"), ...dispatch },
  });
  const office = paperOffice({ catalogue: catalogueWith(flow) });
  const request = { type: "request", service: "sent", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  office.says_("3");
  return office;
}

const orderOf = (office: Paper) => sure(office.orders.get(ref));
/** When the search goes on, or an offer of it ends: what staff and the customer wait for beside it is another matter. */
const dueIn = (office: Paper) => {
  const order = orderOf(office);
  const moments = dueRules.flatMap(({ kind, at }) =>
    kind === "search" || kind === "offer_expiry" ? (at(order, dueKnownOf(office, order)) ?? []) : [],
  );
  return moments.length === 0 ? undefined : Math.min(...moments) - office.now;
};
let made = 0;
const found = (...names: string[]): Candidates => ({
  chosen: names.map((name) => {
    made += 1;
    return { partner: partner(name), offer: offerIdOf(ref, `${made}`.padStart(16, "x")) };
  }),
  left: {},
  reachable: names.length,
});
/** The tick finds the order due. */
const goesOn = (office: Paper, candidates: Candidates) =>
  office.happen({ type: "order_due", at: office.now, order: orderOf(office), candidates });
const asked = (office: Paper) =>
  (orderOf(office).offers ?? []).map((offer) => [offer.partner.name.en.slice(-1), offer.state.type]);
function answers(office: Paper, name: string, answer: OfferAnswer) {
  const offer = sure(orderOf(office).offers?.findLast((one) => one.partner.id === partnerIdOf(name)));
  return office.happen({
    type: "offer_answered",
    at: office.now,
    order: orderOf(office),
    offer: offer.id,
    answer,
  });
}
const nobody: Candidates = { chosen: [], left: { asked_before: 1 }, reachable: 1 };
const decline = { type: "decline", reason: "" } as const;

describe("a moment that was put off", () => {
  it("is not given earlier again where the search finds nobody after it", () => {
    const office = placed({ strategy: "ring", offer_minutes: 58 });
    goesOn(office, found("a"));
    office.waits(56 * minute);
    const putOff = sure(orderOf(office).promisedBy);
    expect(orderOf(office).clock?.missed).toBe(1);
    answers(office, "a", decline);
    const says = goesOn(office, nobody);
    expect(says).toHaveLength(1);
    expect(orderOf(office).promisedBy).toBe(putOff);
  });
});

describe("a ring", () => {
  it("asks the best first, and the next at once when that one declines or lets its time pass", () => {
    const office = placed({ strategy: "ring" });
    expect(dueIn(office)).toBe(0);
    expect(goesOn(office, found("a", "b", "c"))).toEqual([]);
    expect(asked(office)).toEqual([["a", "open"]]);
    expect(orderOf(office)).toMatchObject({ state: { status: "seeking" }, dueAt: office.now + 30 * minute });
    answers(office, "a", decline);
    expect(dueIn(office)).toBe(0);
    goesOn(office, found("b", "c"));
    office.waits(30 * minute);
    goesOn(office, found("c"));
    expect(asked(office)).toEqual([
      ["a", "declined"],
      ["b", "expired"],
      ["c", "open"],
    ]);
    const says = answers(office, "c", { type: "accept" });
    expect(says.map(({ text }) => text).join()).toContain("شريك c");
    expect(orderOf(office)).toMatchObject({ partner: partner("c"), search: { over: { why: "found" } } });
    expect(dueIn(office)).toBeUndefined();
  });

  it("asks nobody twice, though they were chosen before the last answer came", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found("a"));
    answers(office, "a", decline);
    goesOn(office, found("a", "b"));
    expect(asked(office)).toEqual([
      ["a", "declined"],
      ["b", "open"],
    ]);
  });

  it("does nothing when the tick comes twice, and waits where it was not told whom to ask", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found("a", "b"));
    const { version } = orderOf(office);
    goesOn(office, found("a", "b"));
    expect(orderOf(office).version).toBe(version);
    answers(office, "a", decline);
    office.happen({ type: "order_due", at: office.now, order: orderOf(office) });
    expect(asked(office)).toEqual([["a", "declined"]]);
    expect(dueIn(office)).toBe(0);
  });
});

describe("a partner that takes the order and sleeps", () => {
  it("is watched: staff are warned, then a head is called", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found("a"));
    answers(office, "a", { type: "accept" });
    office.waits(60 * minute);
    expect(office.history.get(ref)?.at(-1)?.what).toBe("stuck");
    expect(office.conversation.person).toBeUndefined();
    office.waits(60 * minute);
    expect(office.history.get(ref)?.at(-1)?.what).toBe("escalated");
    expect(office.conversation.person).toMatchObject({ reason: "overdue" });
  });

  it("is left alone once it has begun", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found("a"));
    answers(office, "a", { type: "accept" });
    office.moves(ref, "in_progress");
    office.waits(180 * minute);
    expect(office.history.get(ref)?.at(-1)?.what).toBe("moved");
  });
});

describe("a broadcast", () => {
  it("asks several at once, and another at once for each that declines; the first who accepts has it", () => {
    const office = placed({ strategy: "broadcast", at_once: 2 });
    goesOn(office, found("a", "b", "c"));
    expect(asked(office)).toEqual([
      ["a", "open"],
      ["b", "open"],
    ]);
    expect(office.history.get(ref)?.filter(({ what }) => what === "searched")).toHaveLength(1);
    answers(office, "a", decline);
    expect(dueIn(office)).toBe(0);
    goesOn(office, found("b", "c", "d"));
    expect(asked(office)).toEqual([
      ["a", "declined"],
      ["b", "open"],
      ["c", "open"],
    ]);
    expect(dueIn(office)).toBe(30 * minute);
    answers(office, "b", decline);
    goesOn(office, found("d", "e"));
    answers(office, "d", { type: "accept" });
    expect(asked(office).slice(2)).toEqual([
      ["c", "withdrawn"],
      ["d", "accepted"],
    ]);
  });

  it("waits for those that still think where nobody can be asked for the one that declined", () => {
    const office = placed({ strategy: "broadcast", at_once: 2 });
    goesOn(office, found("a", "b"));
    answers(office, "a", decline);
    goesOn(office, { ...nobody, crowded: 1, opensAt: office.now + 5 * minute });
    expect(dueIn(office)).toBe(30 * minute);
    expect(orderOf(office).search).not.toHaveProperty("over");
    expect(orderOf(office).search).not.toHaveProperty("waitsUntil");
    answers(office, "b", decline);
    goesOn(office, nobody);
    expect(orderOf(office).search).toMatchObject({ over: { why: "nobody" } });
  });
});

describe("a search for prices", () => {
  it("asks several for their price without one that was agreed, and is over once the customer has them", () => {
    const office = placed({ strategy: "quotes", quote_minutes: 20 }, {});
    expect(dueIn(office)).toBe(0);
    goesOn(office, found("a", "b", "c", "d"));
    expect(orderOf(office).offers).toMatchObject(
      ["a", "b", "c"].map((name) => ({
        partner: partner(name),
        asks: "price",
        until: office.now + 20 * minute,
      })),
    );
    answers(office, "a", decline);
    answers(office, "b", { type: "quote", total: { amountMinor: 9_000, currency: "SAR" } });
    const says = office.waits(20 * minute);
    goesOn(office, found("d"));
    expect(says.map(({ text }) => text).join()).toContain("90");
    expect(orderOf(office).search?.over?.why).toBe("quoted");
    expect(asked(office)).toEqual([
      ["a", "declined"],
      ["b", "quoted"],
      ["c", "expired"],
    ]);
  });

  it("asks the next where nobody named a price", () => {
    const office = placed({ strategy: "quotes", at_once: 1 }, {});
    goesOn(office, found("a"));
    answers(office, "a", decline);
    goesOn(office, found("b"));
    expect(asked(office)).toEqual([
      ["a", "declined"],
      ["b", "open"],
    ]);
  });
});

describe("a direct search", () => {
  it("asks the one that is named, and then it is with people", () => {
    const office = placed({ strategy: "direct", direct: partnerIdOf("a") });
    goesOn(office, found("a"));
    answers(office, "a", decline);
    goesOn(office, { chosen: [], left: { asked_before: 1 }, reachable: 1 });
    expect(orderOf(office).search?.over?.why).toBe("nobody");
    expect(office.conversation.person).toMatchObject({ reason: "no_partner", order: ref });
  });
});

describe("a search that finds nobody", () => {
  it("leaves the order to staff; the customer reads an honest sentence with a new moment, once", () => {
    const office = placed({ strategy: "ring" });
    const promised = sure(orderOf(office).promisedBy);
    goesOn(office, found("a"));
    office.waits(45 * minute);
    const says = goesOn(office, { chosen: [], left: { asked_before: 1, full: 2 }, reachable: 3 });
    expect(says).toHaveLength(1);
    expect(says[0]?.text).toMatch(/لم نجد حتى الآن.*BR-10001/);
    expect(says[0]?.choices).toBeUndefined();
    expect(orderOf(office).promisedBy).toBeGreaterThan(promised);
    expect(orderOf(office).state.status).toBe("seeking");
    expect(office.conversation.person).toMatchObject({ reason: "no_partner", order: ref });
    expect(office.history.get(ref)?.at(-1)).toMatchObject({
      what: "search_over",
      search: { why: "nobody", left: { asked_before: 1, full: 2 } },
    });
    expect(dueIn(office)).toBeUndefined();
    office.acts(sara, { type: "search" }, ref);
    goesOn(office, found("a"));
    answers(office, "a", decline);
    expect(goesOn(office, { chosen: [], left: {}, reachable: 1 })).toEqual([]);
  });

  it("is told in the morning, once it has looked again, unless the customer is up", () => {
    const office = placed({ strategy: "ring" });
    office.waits(15 * 60 * minute);
    const night = office.now;
    goesOn(office, found("a"));
    answers(office, "a", decline);
    expect(goesOn(office, nobody)).toEqual([]);
    expect(dueIn(office)).toBe(8 * 60 * minute);
    expect(orderOf(office).search).not.toHaveProperty("over");
    office.waits(8 * 60 * minute);
    expect(
      goesOn(office, nobody)
        .map(({ text }) => text)
        .join(),
    ).toContain("لم نجد حتى الآن");
    expect(office.conversation.person).toMatchObject({ order: ref });

    const up = placed({ strategy: "ring" });
    up.waits(night - up.now);
    up.says_("شكرا", { understandings: [{ type: "thanks" }], confidence: 1, by: "embedded" });
    goesOn(up, found("a"));
    answers(up, "a", decline);
    expect(goesOn(up, nobody)).toHaveLength(1);
  });

  it("says nothing to the customer where nobody was asked: what they were promised still stands", () => {
    const office = placed({ strategy: "ring" });
    const promised = orderOf(office).promisedBy;
    expect(goesOn(office, { chosen: [], left: { elsewhere: 4 }, reachable: 4 })).toEqual([]);
    expect(orderOf(office)).toMatchObject({ promisedBy: promised, search: { over: { why: "nobody" } } });
    expect(office.conversation.person?.reason).toBe("no_partner");
  });

  it("is over without a case where no partner can be asked by itself: the queue has the order as ever", () => {
    const office = placed({ strategy: "ring" });
    expect(goesOn(office, { chosen: [], left: { unreachable: 2 }, reachable: 0 })).toEqual([]);
    expect(orderOf(office)).toMatchObject({
      state: { status: "placed" },
      search: { over: { why: "unreachable" } },
    });
    expect(office.conversation.person).toBeUndefined();
  });

  it("waits for the first who opens, and goes on then", () => {
    const office = placed({ strategy: "ring" });
    const opensAt = office.now + 90 * minute;
    goesOn(office, { chosen: [], left: { closed: 1 }, reachable: 1, opensAt });
    expect(dueIn(office)).toBe(90 * minute);
    expect(office.history.get(ref)?.at(-1)).toMatchObject({
      what: "search_waits",
      search: { until: opensAt },
    });
    office.waits(90 * minute);
    goesOn(office, found("a"));
    expect(asked(office)).toEqual([["a", "open"]]);
    expect(orderOf(office).search).not.toHaveProperty("waitsUntil");
  });
});

describe("a search for whom nobody has room", () => {
  const crowded: Candidates = { chosen: [], crowded: 2, left: { crowded: 2 }, reachable: 2 };

  it("waits without counting anybody as asked, looks again, and goes on as soon as somebody has room", () => {
    const office = placed({ strategy: "ring", promise_minutes: 120 });
    expect(goesOn(office, crowded)).toEqual([]);
    expect(orderOf(office).search).toMatchObject({ asked: [], noRoomSince: office.now });
    expect(office.history.get(ref)?.at(-1)).toMatchObject({
      what: "search_crowded",
      search: { left: { crowded: 2 } },
    });
    expect(dueIn(office)).toBe(10 * minute);
    const rows = office.history.get(ref)?.length;
    const { version } = orderOf(office);
    goesOn(office, crowded);
    expect(orderOf(office).version).toBe(version);
    office.waits(10 * minute);
    goesOn(office, crowded);
    expect(dueIn(office)).toBe(10 * minute);
    // Nothing has happened that its history would tell of: who has its page open has seen the newest.
    expect(orderOf(office).version).toBe(version);
    expect(office.history.get(ref)).toHaveLength(rows ?? 0);
    office.waits(3 * minute);
    goesOn(office, found("a"));
    expect(asked(office)).toEqual([["a", "open"]]);
    expect(orderOf(office).search).not.toHaveProperty("noRoomSince");
  });

  it("looks again when somebody else opens before", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, { ...crowded, opensAt: office.now + 4 * minute });
    expect(dueIn(office)).toBe(4 * minute);
  });

  it("goes to a person before the customer was promised to hear, who is told that it takes longer", () => {
    const office = placed({ strategy: "ring", promise_minutes: 25 });
    goesOn(office, crowded);
    office.waits(10 * minute);
    goesOn(office, crowded);
    expect(dueIn(office)).toBe(10 * minute);
    const says = office.happen({
      ...{ type: "order_due", at: office.now + 10 * minute },
      ...{ order: orderOf(office), candidates: crowded },
    });
    expect(orderOf(office).search?.over?.why).toBe("nobody");
    expect(office.conversation.person).toMatchObject({ order: ref });
    expect(says.map(({ text }) => text).join()).toContain("نعتذر عن تأخر الرد");
    expect(orderOf(office).promisedBy).toBeGreaterThan(office.now);
  });

  it("waits for room as well as for who opens later, however long that is", () => {
    const office = placed({ strategy: "ring", promise_minutes: 6_000 });
    const opensAt = office.now + 200 * minute;
    const both = { ...crowded, opensAt };
    goesOn(office, both);
    while (office.now < opensAt - 10 * minute) {
      expect(orderOf(office).search).toHaveProperty("noRoomSince");
      expect(dueIn(office)).toBeLessThanOrEqual(10 * minute);
      office.waits(10 * minute);
      goesOn(office, both);
    }
    goesOn(office, found("a"));
    expect(asked(office)).toEqual([["a", "open"]]);
  });

  it("goes to a person after as long as it may lie unclaimed, where the promise is far", () => {
    const office = placed({ strategy: "ring", promise_minutes: 6_000 });
    const began = office.now;
    goesOn(office, crowded);
    while (!orderOf(office).search?.over) {
      office.waits(10 * minute);
      goesOn(office, crowded);
    }
    expect(office.now - began).toBe(60 * minute);
    expect(office.conversation.person?.reason).toBe("no_partner");
  });
});

describe("a search", () => {
  it("begins once the price is approved, where none is known before", () => {
    const office = placed({ strategy: "ring" }, {});
    expect(dueIn(office)).toBeUndefined();
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { type: "price", government: 0, office: 5_000 }, ref);
    expect(dueIn(office)).toBeUndefined();
    office.press("q2:yes");
    expect(orderOf(office).state.status).toBe("approved");
    expect(dueIn(office)).toBe(0);
    goesOn(office, found("a"));
    expect(asked(office)).toEqual([["a", "open"]]);
  });

  it.each(["act on it", "give", "offer", "stop_search"] as const)("ends when staff %s", (what) => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found("a"));
    const acts = {
      "act on it": { type: "note", text: "مع العميل الآن" },
      give: { type: "give", partner: partner("z") },
      offer: { type: "offer", offer: offerIdOf(ref, "offerbyhandxxxxx"), partner: partner("z"), minutes: 5 },
      stop_search: { type: "stop_search" },
    } as const;
    if (what !== "stop_search") office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, acts[what], ref);
    expect(office.refusal).toBeUndefined();
    expect(orderOf(office).search?.over?.why).toBe(what === "give" ? "found" : "by_staff");
    answers(office, "a", decline);
    office.waits(60 * minute);
    expect(orderOf(office).search?.over).toBeDefined();
    expect(asked(office).filter(([name]) => name === "a")).toHaveLength(1);
  });

  it("ends when a system of the office takes the order on", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found("a"));
    office.moves(ref, "assigned");
    expect(orderOf(office).search?.over?.why).toBe("by_staff");
    expect(dueIn(office)).toBeUndefined();
  });

  it("rests while a colleague only has a look, and goes on once the order is let go", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found("a"));
    office.acts(sara, { type: "claim" }, ref);
    answers(office, "a", decline);
    expect(dueIn(office)).toBeUndefined();
    expect(orderOf(office).search).not.toHaveProperty("over");
    office.acts(sara, { type: "release" }, ref);
    expect(dueIn(office)).toBe(0);
    goesOn(office, found("b"));
    expect(asked(office).at(-1)).toEqual(["b", "open"]);
  });

  it("goes on without the partner that had the order and does not do it after all", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found("a"));
    answers(office, "a", { type: "accept" });
    office.acts(sara, { type: "claim" }, ref);
    const [news] = office.acts(sara, { type: "give_back", reason: "السيارة تعطلت" }, ref);
    expect(news?.text).toContain("نبحث لك عن جهة أخرى");
    expect(dueIn(office)).toBe(0);
    goesOn(office, found("a", "b"));
    expect(asked(office).at(-1)).toEqual(["b", "open"]);
  });

  it("is not said to go on once a price was chosen: the customer hears by when", () => {
    const office = placed({ strategy: "quotes", at_once: 1 }, { price });
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { type: "give", partner: partner("z") }, ref);
    office.waits(30 * minute);
    const before = sure(orderOf(office).promisedBy);
    const [news] = office.acts(sara, { type: "move", move: { to: "seeking" } }, ref);
    expect(news?.text).toMatch(/يرتّب موظف.*ويصلك الرد قبل/);
    expect(orderOf(office).promisedBy).toBeGreaterThan(before);
    expect(dueIn(office)).toBeUndefined();
  });

  it("is begun anew by staff, who ask everybody again", () => {
    const office = placed({ strategy: "ring" });
    goesOn(office, found("a"));
    answers(office, "a", decline);
    goesOn(office, { chosen: [], left: {}, reachable: 1 });
    office.acts(sara, { type: "search" }, ref);
    expect(dueIn(office)).toBe(0);
    goesOn(office, found("a"));
    expect(asked(office)).toEqual([
      ["a", "declined"],
      ["a", "open"],
    ]);
    office.acts(sara, { type: "search" }, ref);
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
  });

  it("asks anew about an order that has changed, since nobody accepts what they have not read", () => {
    const office = placed({ strategy: "broadcast" });
    goesOn(office, found("a", "b"));
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { type: "search" }, ref);
    goesOn(office, found("c"));
    office.acts(sara, { type: "correct", field: "count", value: 4, text: "4", reason: "called" }, ref);
    expect(asked(office).every(([, state]) => state === "withdrawn")).toBe(true);
    expect(orderOf(office).search).toMatchObject({ asked: [] });
    goesOn(office, found("a"));
    expect(asked(office).at(-1)).toEqual(["a", "open"]);
  });

  it("is none in a flow whose orders the office looks after itself", () => {
    const office = placed({});
    expect(dueIn(office)).toBeUndefined();
    office.acts(sara, { type: "search" }, ref);
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
  });
});
