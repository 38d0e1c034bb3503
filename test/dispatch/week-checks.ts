/** What must be true of a simulated week, and what it was like in a few lines. */

import { expect } from "vitest";
import { ordersOfCase } from "../../src/conversation/case.ts";
import { type OpeningHours, type WeekHours, weekdays } from "../../src/domain/hours.ts";
import type { PartnerId } from "../../src/domain/ids.ts";
import type { HistoryRow, Order } from "../../src/domain/order.ts";
import type { Partner } from "../../src/domain/partner.ts";
import { isUndecided } from "../../src/orders/offers.ts";
import { isOpenAt } from "../../src/orders/promise.ts";
import { isClosed } from "../../src/orders/status.ts";
import { calendarOf } from "../../src/partners/calendar.ts";
import { minuteMs, promiseMinutes, stop, type Week } from "./week-office.ts";

type Told = { readonly order: Order; readonly history: readonly HistoryRow[] };

/** All that must be true of the week; its report is printed. Gives the number of its orders. */
export async function checkWeek(week: Week): Promise<number> {
  const told = await lookAt(week);
  console.info(reportOf(week, told));
  await checkEnds(week, told);
  await checkTimers(week, told);
  checkNews(week, told);
  checkPromises(week, told, promiseMinutes);
  await checkResting(week, told);
  return told.length;
}

/** Who never answers is paused after the third offer; so is who was too slow three times in a row. */
async function checkResting(week: Week, told: readonly Told[]): Promise<void> {
  const { partners } = week.office().store;
  const page = await partners.list({ status: "paused_by_itself" }, { sortedIn: "en", limit: 50 });
  const resting: readonly string[] = page.type === "page" ? page.partners.map(({ id }) => id) : [];
  const silent = await Promise.all(week.silent.map((id) => partners.get(id as PartnerId)));
  const tried = silent.flatMap((partner) =>
    partner && silences(week, told, partner) >= 3 ? [partner.id] : [],
  );
  expect(resting).toEqual(expect.arrayContaining([...tried]));
}

/** How often a partner let offers go by that it could have answered, those of the same minutes once. */
function silences(week: Week, told: readonly Told[], partner: Partner): number {
  const calendar = calendarOf(partner, week.office().catalogue().office);
  const ended = told
    .flatMap(({ order: { offers = [] } }) => offers)
    .filter(({ partner: { id }, state, until }) => {
      const inTime = state.type === "expired" && state.at - until <= 5 * minuteMs;
      return id === partner.id && inTime && isOpenAt(calendar, "Asia/Riyadh", until - 1);
    })
    .sort((one, other) => one.until - other.until);
  let last = 0;
  return ended.filter(({ madeAt, until }) => {
    const isNew = madeAt >= last;
    if (isNew) last = until;
    return isNew;
  }).length;
}

/** Every order with its history. */
async function lookAt(week: Week): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const order of await week.orders()) told.push({ order, history: await week.history(order.ref) });
  return told;
}

/** Every order is done, or with a person who was called to it. */
async function checkEnds(week: Week, told: readonly Told[]): Promise<void> {
  for (const { order } of told) {
    if (isClosed(order.state.status)) continue;
    expect([order.ref, order.search?.over?.why]).toEqual([order.ref, "nobody"]);
    const chat = await week.office().engine.conversation(order.conversation);
    expect(ordersOfCase(chat?.person)).toContain(order.ref);
  }
}

/** No timer is lost, none fires twice: each offer has one end, at its moment or at the first after the stop. */
async function checkTimers(week: Week, told: readonly Told[]): Promise<void> {
  const { engine } = week.office().store;
  expect((await engine.nextDue()) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(week.clock.at);
  for (const { order, history } of told) {
    const { offers = [] } = order;
    expect(offers.filter(isUndecided)).toEqual([]);
    const expired = history.filter(({ what }) => what === "offer_expired");
    expect(expired).toHaveLength(offers.filter(({ state }) => state.type === "expired").length);
    for (const { until, state } of offers) {
      if (state.type !== "expired") continue;
      const inStop = until > stop.from - minuteMs && until < stop.until;
      expect(state.at).toBeGreaterThanOrEqual(until);
      expect(state.at).toBeLessThanOrEqual(inStop ? stop.until + minuteMs : until + minuteMs);
    }
    const asked = order.search?.asked ?? [];
    expect(new Set(asked).size).toBe(asked.length);
    expect(history.filter(({ what }) => what === "search_over").length).toBeLessThanOrEqual(1);
    expect(history.filter(({ what }) => what === "given").length).toBeLessThanOrEqual(1);
  }
}

/** The customer reads of each partner once, and at most once that nobody was found. */
function checkNews(week: Week, told: readonly Told[]): void {
  const texts = Map.groupBy(week.customers.sent, ({ order }) => order);
  for (const { order, history } of told) {
    const mine = (texts.get(order.ref) ?? []).map(({ text }) => text);
    const given = history.filter(({ what }) => what === "given").length;
    expect(mine.filter((text) => /عند شريك|is now with/.test(text))).toHaveLength(given);
    expect(
      mine.filter((text) => /لم نجد حتى الآن|have not found anybody/.test(text)).length,
    ).toBeLessThanOrEqual(1);
  }
}

/** A promise that can't be kept is told so long before its moment. */
const toldAheadMs = 5 * minuteMs;

/** The first promise of an order, counted minute by minute over the office's hours. */
function checkPromises(week: Week, told: readonly Told[], minutes: number): void {
  const { office } = week.office().catalogue();
  for (const { order, history } of told) {
    const first = plainPromise(office, order.placedAt, minutes);
    const missed = history.find(({ what }) => what === "promise_missed");
    if (missed) expect([order.ref, missed.at >= first - toldAheadMs]).toEqual([order.ref, true]);
    else if (!history.some(({ what }) => what === "search_over"))
      expect([order.ref, order.promisedBy]).toEqual([order.ref, first]);
  }
}

/** Riyadh is three hours ahead of UTC all year. */
function isOpenPlainly({ hours, holidays }: OpeningHours, at: number): boolean {
  const local = new Date(at + 180 * minuteMs);
  const date = local.toISOString().slice(0, 10);
  const time = local.toISOString().slice(11, 16);
  if (holidays.some((one) => date >= one.date && date <= (one.until ?? one.date))) return false;
  const day = weekdays[local.getUTCDay()] as keyof WeekHours;
  return hours[day].some(([from, to]) => time >= from && (time < to || to === "24:00" || to === "00:00"));
}

function plainPromise(office: OpeningHours, from: number, minutes: number): number {
  let left = minutes;
  let at = from;
  for (; left > 0; at += minuteMs) if (isOpenPlainly(office, at)) left -= 1;
  return at;
}

/** The report of the week. */
function reportOf(week: Week, told: readonly Told[]): string {
  const rows = told.flatMap(({ history }) => history);
  const count = (what: HistoryRow["what"]) => rows.filter((row) => row.what === what).length;
  const waits = told.flatMap(({ order, history }) => {
    const given = history.find(({ what }) => what === "given");
    return given ? [Math.round((given.at - order.placedAt) / minuteMs)] : [];
  });
  const sorted = waits.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  const done = told.filter(({ order }) => order.state.status === "done").length;
  return [
    `the week: ${told.length} orders, ${done} done by partners, ${told.length - done} with a person`,
    `offers: ${count("offered")} made, ${count("offer_declined")} declined, ${count("offer_expired")} expired`,
    `waits for an opening: ${count("search_waits")}; partners told: ${week.told.length} times`,
    `minutes until a partner had it: half ${at(0.5)}, nine in ten ${at(0.9)}, longest ${sorted.at(-1) ?? 0}`,
  ].join("\n");
}
