/** Appointments of orders: which answers they are, when they are reminded of, and who may have missed one. */
import { describe, expect, it } from "vitest";
import type { AnswerValue, Fields } from "../../src/domain/answer.ts";
import { offerIdOf } from "../../src/domain/ids.ts";
import type { Order, OrderStatus } from "../../src/domain/order.ts";
import { appointmentOf, appointmentWish, isCertain, missable } from "../../src/orders/appointment.ts";
import { appointmentReminder } from "../../src/orders/due/appointment.ts";
import { answerLate } from "../../src/orders/late-answers.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";
import { dueKnown } from "./due-known.ts";

const zone = "Asia/Riyadh";
const at = (local: string): number => Date.parse(`${local}:00+03:00`);
const flow = {
  appointment: { date: "day", time: "hour", certain_from: "confirmed", came: "came" },
  stages: [{ id: "requested" }, { id: "confirmed" }, { id: "came" }],
};
const known = { ...dueKnown, flow: { ...dueKnown.flow, ...flow } };

const fieldsOf = (values: Readonly<Record<string, AnswerValue>>): Fields =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, evidence: { text: "", messageId: "m", start: 0, end: 0, by: "exact" } as const },
    ]),
  );
const inWork = (stage?: string): OrderStatus => ({
  status: "in_progress",
  at: at("2026-11-22T10:00"),
  ...(stage !== undefined && { stage }),
});
const booked = (change: Partial<Order> = {}): Order =>
  orderOf("a", 10_001, {
    fields: fieldsOf({ day: "2026-11-26", hour: "17:00" }),
    state: inWork("confirmed"),
    placedAt: at("2026-11-22T09:00"),
    ...change,
  });

describe("appointmentOf", () => {
  it("is at the answered time, or at some time of the day, reminded of the evening before", () => {
    expect(appointmentOf(booked().fields, flow, zone)).toMatchObject({
      key: "2026-11-26 17:00",
      begins: at("2026-11-26T17:00"),
      missedFrom: at("2026-11-26T17:15"),
      remindAt: at("2026-11-25T17:00"),
      remindUntil: at("2026-11-26T15:00"),
    });
    expect(appointmentOf(fieldsOf({ day: "2026-11-26" }), flow, zone)).toMatchObject({
      key: "2026-11-26",
      begins: at("2026-11-26T09:00"),
      missedFrom: at("2026-11-26T23:59"),
    });
  });

  it("is none without a day, nor where another kind was chosen", () => {
    expect(appointmentOf(fieldsOf({ hour: "17:00" }), flow, zone)).toBeUndefined();
    const rooms = { ...flow, appointment: { ...flow.appointment, only_if: { field: "kind", is: ["room"] } } };
    const fields = { day: "2026-11-26", kind: "mailbox" };
    expect(appointmentOf(fieldsOf(fields), rooms, zone)).toBeUndefined();
    expect(appointmentOf(fieldsOf({ ...fields, kind: "room" }), rooms, zone)?.date).toBe("2026-11-26");
  });
});

describe("isCertain", () => {
  it.each([
    ["before its stage", "requested", false],
    ["at its stage", "confirmed", true],
    ["once the customer has come", "came", false],
  ])("tells %s", (_name, stage, expected) => {
    expect(isCertain(booked({ state: inWork(stage) }), flow)).toBe(expected);
  });
});

describe("missable", () => {
  it("is an appointment that began a quarter of an hour ago, of an order that is under way", () => {
    expect(missable(booked(), flow, zone, at("2026-11-26T16:59"))).toBeUndefined();
    expect(missable(booked(), flow, zone, at("2026-11-26T17:14"))).toBeUndefined();
    expect(missable(booked(), flow, zone, at("2026-11-26T17:15"))?.key).toBe("2026-11-26 17:00");
    const done: OrderStatus = { status: "done", at: 1 };
    expect(missable(booked({ state: done }), flow, zone, at("2026-11-27T17:00"))).toBeUndefined();
  });
});

describe("appointmentReminder", () => {
  const dueOf = (order: Order) => appointmentReminder.at(order, known);

  it("is due on the evening before, and after the night that held it up", () => {
    expect(dueOf(booked())).toBe(at("2026-11-25T17:00"));
    const quietUntil = at("2026-11-26T09:00");
    expect(dueOf(booked({ clock: { quietUntil } }))).toBe(quietUntil);
  });

  it("comes once for an appointment, and again for another one", () => {
    const appointment = { of: "2026-11-26 17:00", state: "reminded" } as const;
    expect(dueOf(booked({ clock: { appointment } }))).toBeUndefined();
    const moved = fieldsOf({ day: "2026-11-30", hour: "17:00" });
    expect(dueOf(booked({ fields: moved, clock: { appointment } }))).toBe(at("2026-11-29T17:00"));
  });

  it("does not come for what was placed shortly before it, nor before somebody has agreed", () => {
    expect(dueOf(booked({ placedAt: at("2026-11-25T14:01") }))).toBeUndefined();
    expect(dueOf(booked({ placedAt: at("2026-11-25T14:00") }))).toBe(at("2026-11-25T17:00"));
    expect(dueOf(booked({ state: inWork("requested") }))).toBeUndefined();
  });
});

describe("a wish to move or cancel", () => {
  const wished = (of: string, state: "cancel_asked" | "move_asked") =>
    booked({ clock: { appointment: { of, state } } });

  it("is of the appointment as it stands, which nobody has missed then", () => {
    const order = wished("2026-11-26 17:00", "cancel_asked");
    expect(appointmentWish(order, flow, zone)).toBe("cancel");
    expect(missable(order, flow, zone, at("2026-11-26T18:00"))).toBeUndefined();
    expect(missable(booked(), flow, zone, at("2026-11-26T18:00"))).toBeDefined();
  });

  it("is over with another date", () => {
    const order = wished("2026-11-25 17:00", "move_asked");
    expect(appointmentWish(order, flow, zone)).toBeUndefined();
    expect(missable(order, flow, zone, at("2026-11-26T18:00"))).toBeDefined();
  });
});

describe("a wish that staff have decided on", () => {
  it("is over, and the reminder comes", () => {
    const order = booked({ clock: { appointment: { of: "2026-11-26 17:00", state: "kept" } } });
    expect(appointmentWish(order, flow, zone)).toBeUndefined();
    expect(missable(order, flow, zone, at("2026-11-26T18:00"))).toBeDefined();
    expect(appointmentReminder.at(order, known)).toBe(at("2026-11-25T17:00"));
  });
});

describe("a reminder", () => {
  it("comes no sooner than hours after the appointment was settled", () => {
    const changedAt = at("2026-11-25T16:30");
    expect(appointmentReminder.at(booked({ changedAt }), known)).toBe(at("2026-11-25T19:30"));
  });

  it("is not put off by a partner that answers an offer too late", () => {
    const partner = { id: partnerIdOf("a"), name: { ar: "a", en: "a" } };
    const [madeAt, until] = [at("2026-11-25T09:00"), at("2026-11-25T10:00")];
    const state = { type: "expired", at: until } as const;
    const offer = { id: offerIdOf(booked().ref, "a".repeat(16)), partner, madeAt, until, state };
    const order = booked({ offers: [offer] });
    const { order: after } = answerLate(order, offer, true, at("2026-11-25T16:59"));
    expect(appointmentReminder.at(after, known)).toBe(appointmentReminder.at(order, known));
  });
});
