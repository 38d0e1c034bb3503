/** What must be true of a simulated week. */

import { expect } from "vitest";
import { ordersOfCase } from "../../src/conversation/person/case.ts";
import { rankValue } from "../../src/dispatch/rank.ts";
import { mostOpenOffers } from "../../src/dispatch/room.ts";
import { standingsAt } from "../../src/dispatch/standings.ts";
import { type OpeningHours, type WeekHours, weekdays } from "../../src/domain/hours.ts";
import type { HistoryRow } from "../../src/domain/order.ts";
import type { Partner } from "../../src/domain/partner.ts";
import { type Standing, unseen } from "../../src/domain/standing.ts";
import { outsideTheNight } from "../../src/orders/night.ts";
import { isUndecided } from "../../src/orders/offers.ts";
import { isOpenAt } from "../../src/orders/promise.ts";
import { isClosed } from "../../src/orders/status.ts";
import { calendarOf } from "../../src/partners/calendar.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import {
  beginMinutes,
  courier,
  hourMs,
  minuteMs,
  promiseMinutes,
  services,
  stop,
  type Week,
} from "./week-office.ts";
import { indexIn, nameOf, partnerCount, type Temper, temperOf, weekPartner } from "./week-partners.ts";
import { reportOf, type Told } from "./week-report.ts";

const zone = "Asia/Riyadh";

/**
 * All that must be true of the week; its report is printed. Gives the number of its orders.
 * @param leastDone of a hundred orders so many at least are done by partners
 */
export async function checkWeek(week: Week, leastDone: number): Promise<number> {
  const told = await lookAt(week);
  console.info(await reportOf(week, told));
  await checkEnds(week, told, leastDone);
  await checkTimers(week, told);
  checkNews(week, told);
  checkNights(week, told);
  checkPromises(week, told);
  checkRoom(week, told);
  await checkRanks(week);
  await checkLate(week, told);
  await checkResting(week, told);
  return told.length;
}

/** Who let three offers go by is paused, and nobody else. */
async function checkResting(week: Week, told: readonly Told[]): Promise<void> {
  const { partners } = week.office().store;
  for (let index = 0; index < partnerCount; index += 1) {
    const partner = await partners.get(partnerIdOf(nameOf(index)));
    if (!partner) throw new Error(`no partner ${index}`);
    const isPaused = partner.state.status === "paused_by_itself";
    const missed = silences(week, told, partner);
    if (temperOf(index) === "silent") expect([index, isPaused]).toEqual([index, missed >= 3]);
    else if (isPaused) expect([index, missed >= 3]).toEqual([index, true]);
  }
}

/** How often a partner let offers go by that it could have answered, those of the same minutes once. */
function silences(week: Week, told: readonly Told[], partner: Partner): number {
  const calendar = calendarOf(partner, week.office().catalogue().office);
  const ended = told
    .flatMap(({ order: { offers = [] } }) => offers)
    .filter(({ partner: { id }, state, madeAt, until }) => {
      const inTime = state.type === "expired" && state.at - until <= 5 * minuteMs;
      const wasOpen = [until - 1, until - (until - madeAt) / 3].every((at) => isOpenAt(calendar, zone, at));
      return id === partner.id && inTime && wasOpen;
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

/** Every order is done, or with a person who was called to it: nobody took it, or its partner sleeps. Nobody cancels, and nothing fails. */
async function checkEnds(week: Week, told: readonly Told[], leastDone: number): Promise<void> {
  const ends = { done: 0, asleep: 0 };
  for (const { order, history } of told) {
    if (order.state.status === "done") {
      ends.done += 1;
      continue;
    }
    expect([order.ref, isClosed(order.state.status)]).toEqual([order.ref, false]);
    const chat = await week.office().engine.conversation(order.conversation);
    expect([order.ref, ordersOfCase(chat?.person)]).toEqual([order.ref, [order.ref]]);
    if (order.search?.over?.why === "nobody") continue;
    ends.asleep += 1;
    expect([order.ref, temperOf(indexIn(order.partner?.id ?? ""))]).toEqual([order.ref, "asleep"]);
    expect(chat?.person?.reason).toBe("overdue");
    expect(history.filter(({ what }) => what === "stuck")).toHaveLength(1);
    expect(history.filter(({ what }) => what === "escalated")).toHaveLength(1);
  }
  expect(ends.asleep).toBeGreaterThan(0);
  expect((100 * ends.done) / told.length).toBeGreaterThanOrEqual(leastDone);
}

/** Who accepts and sleeps ranks below every prompt one that did most of its orders in time. */
async function checkRanks(week: Week): Promise<void> {
  const standing = await standingsAt(week.office().store, week.clock.at);
  const ranks = (temper: Temper, counts: (seen: Standing) => boolean) =>
    Array.from({ length: partnerCount }, (_, index) => index)
      .filter((index) => temperOf(index) === temper)
      .map((index) => standing(partnerIdOf(nameOf(index))) ?? unseen)
      .filter(counts)
      .map(rankValue);
  const sleepers = ranks("asleep", ({ accepted }) => accepted > 0);
  expect(sleepers.length).toBeGreaterThan(0);
  const prompt = ranks("prompt", ({ finished, inTime }) => inTime > finished / 2);
  expect(prompt.length).toBeGreaterThan(0);
  expect(Math.max(...sleepers)).toBeLessThan(Math.min(...prompt));
}

/** Late is who has not begun in time, and nobody else; what a partner had counts once. */
async function checkLate(week: Week, told: readonly Told[]): Promise<void> {
  const given = told.flatMap(({ order, history }) => {
    const row = history.find(({ what }) => what === "given");
    return row?.partner ? [{ order, history, partner: row.partner.id, at: row.at }] : [];
  });
  for (const { order, history, partner, at } of given) {
    const begun = history.find(({ to }) => to === "in_progress")?.at ?? Number.POSITIVE_INFINITY;
    const isLate = order.clock?.late === partner;
    if (begun - at <= beginMinutes * minuteMs) expect([order.ref, isLate]).toEqual([order.ref, false]);
    else if (begun === Number.POSITIVE_INFINITY) expect([order.ref, isLate]).toEqual([order.ref, true]);
  }
  const standing = await standingsAt(week.office().store, week.clock.at);
  for (const [partner, theirs] of Map.groupBy(given, ({ partner }) => partner)) {
    const { finished = 0, givenBack = 0, inTime = 0 } = standing(partner) ?? {};
    expect(finished + givenBack).toBe(theirs.length);
    expect(inTime).toBe(theirs.filter(({ order }) => order.clock?.late === undefined).length);
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
  const ofCustomers = week.written.filter(({ address }) => !address.startsWith(courier));
  const texts = Map.groupBy(ofCustomers, ({ order }) => order);
  for (const { order, history } of told) {
    const mine = (texts.get(order.ref) ?? []).map(({ text }) => text);
    const given = history.filter(({ what }) => what === "given").length;
    expect(mine.filter((text) => /عند شريك|is now with/.test(text))).toHaveLength(given);
    expect(
      mine.filter((text) => /لم نجد حتى الآن|have not found anybody/.test(text)).length,
    ).toBeLessThanOrEqual(1);
  }
}

/** Who wrote within so long is answered at night, too. */
const awakeMs = 2 * hourMs;
/** A partner hears what becomes of an offer for as long as offers are open. */
const offerMs = 20 * minuteMs;

/**
 * From 22:00 to 09:00 a customer is written to only in answer, or because their partner does something just then; a partner's chat only in
 * answer, while that partner works, or about what it was offered while it worked.
 */
function checkNights(week: Week, told: readonly Told[]): void {
  const orders = new Map(told.map((one) => [one.order.ref, one]));
  const wrong = week.written.filter((line) => {
    if (outsideTheNight(line.at, zone) === line.at) return false;
    const { address, at } = line;
    const spoke = (within: number) => week.heard.get(address)?.some((one) => one <= at && at - one <= within);
    const about = line.order && orders.get(line.order);
    if (!address.startsWith(courier)) return !spoke(awakeMs) && !about?.history.some(isDeedAt(at));
    return (
      !spoke(offerMs) &&
      !worksAt(week, indexIn(address), at) &&
      !worksAt(week, indexIn(address), at - offerMs)
    );
  });
  expect(wrong.map(({ at, address, text }) => [new Date(at).toISOString(), address, text])).toEqual([]);
}

const isDeedAt = (at: number) => (row: HistoryRow) => row.by.type === "partner" && row.at === at;

function worksAt(week: Week, index: number, at: number): boolean {
  const partner = weekPartner(index, services);
  return isOpenAt(calendarOf(partner, week.office().catalogue().office), zone, at);
}

/** Nobody ever had more unanswered offers than it may have. */
function checkRoom(week: Week, told: readonly Told[]): void {
  const { open_offers } = week.office().catalogue().office;
  const offers = told.flatMap(({ order }) => order.offers ?? []);
  for (const [id, its] of Map.groupBy(offers, ({ partner }) => partner.id)) {
    const most = mostOpenOffers(weekPartner(indexIn(id), services), open_offers);
    const ends = its.map(({ until, state }) => ("at" in state ? Math.min(state.at, until) : until));
    const open = its.map(({ madeAt }) =>
      its.filter((one, n) => one.madeAt <= madeAt && (ends[n] ?? 0) > madeAt),
    );
    expect([id, Math.max(...open.map(({ length }) => length)) <= most]).toEqual([id, true]);
  }
}

/** A promise that can't be kept is told so long before its moment. */
const toldAheadMs = 5 * minuteMs;

/**
 * By the moment of the first promise, counted minute by minute over the office's hours, the customer has heard: who has it, that nobody has been found, or, for
 * each promise that could not be kept, one line with a new one. In the stop, and at night, right after it.
 */
function checkPromises(week: Week, told: readonly Told[]): void {
  const { office } = week.office().catalogue();
  const texts = Map.groupBy(week.written, ({ order }) => order);
  let apologized = 0;
  for (const { order, history } of told) {
    const first = plainPromise(office, order.placedAt, promiseMinutes);
    const heard = history.find(({ what }) => newsOfSearch.has(what));
    expect([order.ref, heard && heard.at <= afterQuiet(first)]).toEqual([order.ref, true]);
    const missed = history.filter(({ what }) => what === "promise_missed");
    const apologies = (texts.get(order.ref) ?? []).filter(({ text }) => apology.test(text));
    expect([order.ref, apologies.map(({ at }) => at)]).toEqual([order.ref, missed.map(({ at }) => at)]);
    apologized += missed.length;
    const early = missed[0] === heard && heard && heard.at < first - toldAheadMs;
    expect([order.ref, early]).toEqual([order.ref, false]);
    const isNew = missed.length > 0 || history.some(({ what }) => what === "search_over");
    if (!isNew) expect([order.ref, order.promisedBy]).toEqual([order.ref, first]);
  }
  expect(apologized).toBeGreaterThan(0);
}

/** What a customer reads of while a partner is sought. */
const newsOfSearch: ReadonlySet<HistoryRow["what"]> = new Set(["given", "search_over", "promise_missed"]);
const apology = /نعتذر عن تأخر الرد|is taking longer than we said/;

/** When somebody hears at the latest of what is due at a moment. */
function afterQuiet(at: number): number {
  const running = at > stop.from - minuteMs && at < stop.until ? stop.until : at;
  return outsideTheNight(running, zone) + minuteMs;
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
