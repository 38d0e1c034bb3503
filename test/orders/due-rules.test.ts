/** What orders wait for because time goes by: claims, stages, promises, renewals, weeks of delay. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import type { AgentId } from "../../src/domain/ids.ts";
import type { Order, OrderStatus } from "../../src/domain/order.ts";
import { claimWait } from "../../src/orders/due/claim-wait.ts";
import { longLate } from "../../src/orders/due/long-late.ts";
import { promiseAfter, promiseMissed } from "../../src/orders/due/promise.ts";
import { renewalReminder } from "../../src/orders/due/renewal.ts";
import { stageWait } from "../../src/orders/due/stage-wait.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";
import { dueKnown } from "./due-known.ts";

/** The office of these tests is open from nine to five, every day. */
const at = (local: string): number => Date.parse(`2026-11-${local}:00+03:00`);
const begun = at("22T10:00");
const placed: OrderStatus = { status: "placed", at: begun };
const order = (change: Partial<Order> = {}): Order =>
  orderOf("a", 10_001, { state: placed, placedAt: begun, promisedBy: at("22T11:00"), ...change });
const claim = { agent: "a_x" as AgentId, name: "Sara", since: begun };
const partner = { id: partnerIdOf("a"), name: { ar: "شريك", en: "Partner" } };
const dated = (name: string, value: AnswerValue) => ({
  [name]: { value, evidence: { text: "", messageId: "m", start: 0, end: 0, by: "exact" } as const },
});

describe("claimWait", () => {
  const dueOf = (change: Partial<Order> = {}) => claimWait.at(order(change), dueKnown);

  it("is due after the office's minutes, again after twice as many, and never a third time", () => {
    expect(dueOf()).toBe(at("22T10:30"));
    expect(dueOf({ clock: { unclaimed: { since: begun, level: "warned" } } })).toBe(at("22T11:00"));
    expect(dueOf({ clock: { unclaimed: { since: begun, level: "escalated" } } })).toBeUndefined();
  });

  it("counts anew from the moment at which an order is free again", () => {
    const state: OrderStatus = { status: "seeking", at: at("22T16:50") };
    const clock = { unclaimed: { since: begun, level: "escalated" } } as const;
    expect(dueOf({ state, clock })).toBe(at("23T09:20"));
  });

  it.each([
    ["claimed", { claim }],
    ["with a partner", { partner }],
    ["over", { state: { status: "done", at: begun } }],
    [
      "waiting for the customer",
      { state: { status: "quoted", at: begun, total: { amountMinor: 1, currency: "SAR" } } },
    ],
    ["shown to partners by itself", { search: { since: begun, asked: [] } }],
  ] as const)("waits for nobody where the order is %s", (_name, change) => {
    expect(dueOf(change)).toBeUndefined();
  });

  it("is the flow's own where that says so", () => {
    const dispatch = { ...dueKnown.flow.dispatch, claim_minutes: 5 };
    expect(claimWait.at(order(), { ...dueKnown, flow: { ...dueKnown.flow, dispatch } })).toBe(at("22T10:05"));
  });
});

describe("stageWait", () => {
  const known = {
    ...dueKnown,
    flow: { ...dueKnown.flow, stages: [{ id: "sent", minutes: 60 }, { id: "there" }] },
  };
  const dueOf = (stage: string, clock: Order["clock"] = {}) =>
    stageWait.at(order({ state: { status: "in_progress", at: begun, stage }, clock, claim }), known);

  it("is due where the flow gives the stage its time, and for each stage anew", () => {
    expect(dueOf("sent")).toBe(at("22T11:00"));
    expect(dueOf("sent", { stuck: { since: begun, level: "warned" } })).toBe(at("22T12:00"));
    expect(dueOf("sent", { stuck: { since: begun - 1, level: "escalated" } })).toBe(at("22T11:00"));
  });

  it("is due in the office's minutes where neither the stage nor a stage says, not before the day that is expected", () => {
    // Open from nine to five: eight hours are the rest of this day and the first hour of the next.
    expect(dueOf("there")).toBe(at("23T10:00"));
    expect(dueOf("there", { stuck: { since: begun, level: "warned" } })).toBe(at("24T10:00"));
    const begunWork = order({
      state: { status: "in_progress", at: begun },
      fields: dated("day", "2026-11-25"),
    });
    expect(stageWait.at(begunWork, known)).toBe(at("25T17:00"));
    expect(stageWait.at(begunWork, { ...known, usualDays: 5 })).toBe(at("27T17:00"));
  });

  it("is none at a stage at which nobody owes an act", () => {
    const flow = { ...known.flow, stages: [{ id: "there", rests: true as const }] };
    const state: OrderStatus = { status: "in_progress", at: begun, stage: "there" };
    expect(stageWait.at(order({ state }), { ...known, flow })).toBeUndefined();
  });

  it("is due where a partner took the order and has not begun, in the flow's minutes or those of the promise", () => {
    const taken = { partner, state: { status: "assigned", at: begun, to: { type: "partner" } } } as const;
    expect(stageWait.at(order(taken), dueKnown)).toBe(at("22T11:00"));
    const dispatch = { ...dueKnown.flow.dispatch, begin_minutes: 20, begin_on: "pickup" };
    const own = { ...dueKnown, flow: { ...dueKnown.flow, dispatch } };
    expect(stageWait.at(order(taken), own)).toBe(at("22T10:20"));
    const later = { ...taken, fields: dated("pickup", "2026-11-24") };
    expect(stageWait.at(order(later), own)).toBe(at("24T09:20"));
    const warned = { ...taken, clock: { stuck: { since: begun, level: "warned" } } } as const;
    expect(stageWait.at(order(warned), dueKnown)).toBe(at("22T12:00"));
    expect(stageWait.at(order({ ...taken, partner: undefined } as never), dueKnown)).toBeUndefined();
  });
});

describe("promiseMissed", () => {
  const dueOf = (change: Partial<Order> = {}) => promiseMissed.at(order(change), dueKnown);

  it("is due shortly before the promise, and not before the night is over", () => {
    expect(dueOf()).toBe(at("22T10:55"));
    expect(dueOf({ clock: { quietUntil: at("23T09:00") } })).toBe(at("23T09:00"));
  });

  it("begins anew with the customer's approval", () => {
    expect(dueOf({ state: { status: "approved", at: at("22T12:00") } })).toBe(at("22T12:55"));
  });

  it("is no more once somebody works on it or a partner has it", () => {
    expect(dueOf({ state: { status: "in_progress", at: begun } })).toBeUndefined();
    expect(dueOf({ partner })).toBeUndefined();
    expect(dueOf({ claim, state: { status: "assigned", at: begun, to: { type: "agent" } } })).toBe(
      at("22T10:55"),
    );
  });

  it("gives more time each time", () => {
    const hours = (missed: number) =>
      promiseAfter(order({ clock: { missed } }), at("22T08:55"), dueKnown) - at("22T09:00");
    expect([0, 1, 2].map((missed) => hours(missed) / 3_600_000)).toEqual([1, 2, 4]);
    expect(hours(60)).toBe(hours(4));
  });
});

describe("renewalReminder", () => {
  const known = { ...dueKnown, flow: { ...dueKnown.flow, renewal: { expiry_field: "ends" } } };
  const done: OrderStatus = { status: "done", at: begun };
  const dueOf = (expiry: string, change: Partial<Order> = {}) =>
    renewalReminder.at(order({ state: done, fields: dated("ends", expiry), ...change }), known);
  const day = (date: string): number => Date.parse(`${date}T10:00:00+03:00`);

  it("comes a season, a month, a week and a day before, as far as those are still ahead", () => {
    expect(dueOf("2027-11-22")).toBe(day("2027-08-24"));
    expect(dueOf("2026-12-31")).toBe(day("2026-12-01"));
    const told = (days: number) => ({ clock: { renewal: { expiry: "2026-12-31", days } } });
    expect(dueOf("2026-12-31", told(30))).toBe(day("2026-12-24"));
    expect(dueOf("2026-12-31", told(7))).toBe(day("2026-12-30"));
    expect(dueOf("2026-12-31", told(1))).toBeUndefined();
  });

  it("begins anew with another last day, and ends with the customer's word", () => {
    const renewal = { expiry: "2026-12-31", days: 1 };
    expect(dueOf("2027-12-31", { clock: { renewal } })).toBe(day("2027-10-02"));
    expect(dueOf("2027-12-31", { clock: { renewal: { ...renewal, ended: true } } })).toBeUndefined();
  });

  it("is none before the order is done", () => {
    expect(dueOf("2027-12-31", { state: placed })).toBeUndefined();
  });
});

describe("longLate", () => {
  const dueOf = (change: Partial<Order> = {}, known = dueKnown) => longLate.at(order(change), known);
  const day = (date: string): number => Date.parse(`${date}T10:00:00+03:00`);

  it("is due more than 15 days after the promise, or after the last day that the customer named", () => {
    expect(dueOf()).toBe(day("2026-12-08"));
    expect(dueOf({ fields: dated("pickup", "2026-12-01") })).toBe(day("2026-12-17"));
    expect(dueOf({ fields: dated("expired", "2020-12-01") })).toBe(day("2026-12-08"));
  });

  it("does not wait for the last day of a paper", () => {
    const questions = [{ name: "expiry", future: false }, { name: "noted", derived: true }, { name: "day" }];
    const flow = { ...dueKnown.flow, questions, renewal: { expiry_field: "valid_until" } };
    const dueFor = (name: string) => dueOf({ fields: dated(name, "2028-03-01") }, { ...dueKnown, flow });
    for (const name of ["expiry", "noted", "valid_until"]) expect(dueFor(name)).toBe(day("2026-12-08"));
    expect(dueFor("day")).toBe(day("2028-03-17"));
  });

  it("gives a paper its usual time", () => {
    expect(dueOf({}, { ...dueKnown, usualDays: 10 })).toBe(day("2026-12-18"));
  });

  it("comes once, and not while a price waits for the customer", () => {
    expect(dueOf({ clock: { lateOffered: 1 } })).toBeUndefined();
    const total = { amountMinor: 1, currency: "SAR" } as const;
    expect(dueOf({ state: { status: "quoted", at: begun, total } })).toBeUndefined();
  });
});
