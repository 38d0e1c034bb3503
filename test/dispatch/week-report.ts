/** The report of a simulated week, as an owner would like to read one: how orders ended, how soon, and how each partner did. */
import { meanAnswerMs, rankOf, rankPercent } from "../../src/dispatch/rank.ts";
import { standingsAt } from "../../src/dispatch/standings.ts";
import type { HistoryRow, Order } from "../../src/domain/order.ts";
import { letGoBy, unseen } from "../../src/domain/standing.ts";
import { isClosed } from "../../src/orders/status.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { minuteMs, type Week } from "./week-office.ts";
import { doorOf, indexIn, nameOf, partnerCount, temperOf } from "./week-partners.ts";

export type Told = { readonly order: Order; readonly history: readonly HistoryRow[] };

const share = (some: number, all: number): string =>
  all === 0 ? "-" : `${Math.round((100 * some) / all)} %`;

export async function reportOf(week: Week, told: readonly Told[]): Promise<string> {
  return [
    `The week in figures (seed ${week.seed}): ${told.length} orders`,
    ...endsOf(told),
    ...offersOf(week, told),
    ...waitsOf(told),
    "",
    ...(await partnersOf(week, told)),
  ].join("\n");
}

function endsOf(told: readonly Told[]): readonly string[] {
  const done = told.filter(({ order }) => order.state.status === "done").length;
  const nobody = told.filter(({ order }) => order.search?.over?.why === "nobody").length;
  const count = (is: (order: Order) => boolean) => told.filter(({ order }) => is(order)).length;
  const asleep = count(
    ({ partner, state }) =>
      partner !== undefined && !isClosed(state.status) && temperOf(indexIn(partner.id)) === "asleep",
  );
  const [cancelled, failed] = (["cancelled", "failed"] as const).map((status) =>
    count(({ state }) => state.status === status),
  );
  return [
    `  how they ended: ${done} done by partners (${share(done, told.length)}); with a person: ${nobody} that nobody took, ${asleep} whose partner sleeps; ${cancelled} cancelled, ${failed} failed`,
  ];
}

function offersOf(week: Week, told: readonly Told[]): readonly string[] {
  const rows = told.flatMap(({ history }) => history);
  const count = (what: HistoryRow["what"]) => rows.filter((row) => row.what === what).length;
  const ended = told.flatMap(({ order }) => order.offers ?? []).map(({ state }) => state);
  const missed = ended.filter((state) => state.type === "expired" && state.missed).length;
  const late = ended.filter((state) => state.type === "withdrawn").length;
  const by = (["system", "chat", "mail"] as const).map(
    (door) => `${week.told.filter((one) => one.door === door).length} by ${door}`,
  );
  return [
    `  offers: ${count("offered")} made, ${count("given")} accepted, ${count("offer_declined")} declined, ${missed} let go by, ${count("offer_expired") - missed} ended while nobody could answer, ${late} taken back since another was faster`,
    `  partners were told ${week.told.length} times: ${by.join(", ")}; ${count("search_waits")} waits for somebody to open, ${count("search_crowded")} for room`,
  ];
}

function waitsOf(told: readonly Told[]): readonly string[] {
  const waits = told
    .flatMap(({ order, history }) => {
      const given = history.find(({ what }) => what === "given");
      return given ? [Math.round((given.at - order.placedAt) / minuteMs)] : [];
    })
    .sort((a, b) => a - b);
  const at = (part: number) => waits[Math.floor(waits.length * part)] ?? 0;
  // What a customer read first.
  const heard = told.map(
    ({ history }) =>
      history.find(({ what }) => what === "given" || what === "search_over" || what === "promise_missed")
        ?.what,
  );
  const first = (what: HistoryRow["what"]) => share(heard.filter((one) => one === what).length, told.length);
  return [
    `  minutes until a partner had it: half ${at(0.5)}, nine in ten ${at(0.9)}, longest ${waits.at(-1) ?? 0}`,
    `  what customers heard first: ${first("given")} who has it, ${first("search_over")} that nobody took it yet, ${first("promise_missed")} that it takes longer than promised`,
  ];
}

/** From what the office itself has counted: what staff see, and what ranks. */
async function partnersOf(week: Week, told: readonly Told[]): Promise<readonly string[]> {
  const standing = await standingsAt(week.office().store, week.clock.at);
  const head = ["partner", "told by", "temper", "offers", "took", "declined", "too late", "silent"];
  const rows = Array.from({ length: partnerCount }, (_, index) => {
    const seen = standing(partnerIdOf(nameOf(index))) ?? unseen;
    const { offered, accepted, declined, answeredLate, finished, inTime } = seen;
    const ms = meanAnswerMs(seen);
    const done = told.filter(
      ({ order }) => order.state.status === "done" && order.partner?.id === partnerIdOf(nameOf(index)),
    ).length;
    const rank = `${rankPercent(rankOf(seen).value)} %`;
    return [
      ...[nameOf(index), doorOf(index), temperOf(index), offered, accepted, declined, answeredLate],
      ...[letGoBy(seen), ms === undefined ? "-" : `${Math.round(ms / minuteMs)} min`],
      ...[done, share(inTime, finished), rank],
    ].map(String);
  });
  return [[...head, "answers in", "done", "in time", "rank"], ...rows].map((row) =>
    row.map((cell, column) => cell.padEnd([9, 9, 8, 8, 6, 10, 10, 8, 12, 6, 9, 5][column] ?? 9)).join(""),
  );
}
