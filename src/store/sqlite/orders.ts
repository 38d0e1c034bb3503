/** The port for reading orders on SQLite: short look-ups here on the main thread, long ones by the reader beside it. */
import type Database from "better-sqlite3";
import type { Conversation } from "../../domain/conversation.ts";
import { type OrderRef, orderNumberOf, orderRefOf, type PartnerId } from "../../domain/ids.ts";
import { type HistoryRow, type Order, overStatuses, statusNames } from "../../domain/order.ts";
import { closedStatuses, countedAtMost, type Insider, type OrderStore } from "../orders.ts";
import { guarded } from "./failure.ts";
import { createOrderList, readBy } from "./order-list.ts";
import type { Reader } from "./reader.ts";

export function sqliteOrders(db: Database.Database, reader: Reader): OrderStore {
  const sql = statements(db);
  const list = createOrderList(db);
  /** Requests between departments that nobody holds, and that are no business of an insider's. */
  const countHidden = (status: string, insider: Insider): number => {
    const { sql: isReadable, values } = readBy(insider);
    const source = `SELECT count(*) FROM orders
      WHERE kind = 'internal' AND kind IS NOT NULL AND status = ? AND held = 0 AND NOT coalesce(${isReadable}, 0)`;
    return (
      db
        .prepare<unknown[], number>(source)
        .pluck()
        .get(status, ...values) ?? 0
    );
  };
  return {
    get: async (ref) => guarded(() => sql.get.all(orderNumberOf(ref)).map(parse<Order>)[0]),
    list: async (filter, page) => guarded(() => list(filter, page)),
    history: async (ref) => guarded(() => sql.history.all(orderNumberOf(ref)).map(parse<HistoryRow>)),
    histories: async (refs) =>
      guarded(() => {
        const rows = sql.histories.all(numbersOf(refs));
        const byNumber = Map.groupBy(rows, ({ number }) => number);
        return new Map(
          [...byNumber].map(([number, own]) => [
            orderRefOf(number),
            own.map(({ body }) => parse<HistoryRow>(body)),
          ]),
        );
      }),
    chatsOf: async (refs) =>
      guarded(() => {
        const chats = sql.chatsOf.all(numbersOf(refs)).map(parse<Conversation>);
        return new Map(chats.map((chat) => [chat.id, chat]));
      }),
    endedLeases: async (now, limit) => guarded(() => sql.endedLeases.all(now, limit).map(parse<Order>)),
    partnerLoads: async () =>
      guarded(() => new Map(sql.partnerLoads.all().map(({ partner, orders }) => [partner, orders]))),
    partnerComplaints: async (since) =>
      guarded(
        () =>
          new Map(sql.partnerComplaints.all(since).map(({ partner, complaints }) => [partner, complaints])),
      ),
    about: async (ref, limit) => guarded(() => sql.about.all(orderNumberOf(ref), limit).map(parse<Order>)),
    ofPartner: async (partner, limit) => guarded(() => sql.ofPartner.all(partner, limit).map(parse<Order>)),
    search: (query, limit, insider) => reader.search(query, limit, insider),
    counts: async (agent, insider) =>
      guarded(() => ({
        open: sum(
          openStatuses.map((status) => {
            const hidden = insider ? countHidden(status, insider) : 0;
            return (sql.countOpen.get(status, countedAtMost + hidden) ?? 0) - hidden;
          }),
        ),
        mine: sum(openStatuses.map((status) => sql.countMine.get(agent, status, countedAtMost) ?? 0)),
        complaints: sum(
          openStatuses.map((status) => sql.countComplaints.get("complaint", status, countedAtMost) ?? 0),
        ),
        waiting: sql.countWaiting.get(insider?.channel ?? "", countedAtMost) ?? 0,
      })),
    waitingChats: async (limit, insider) =>
      guarded(() => sql.waitingChats.all(insider?.channel ?? "", limit).map(parse<Conversation>)),
  };
}

/** As the index says it, which is used for nothing else. */
const notOver = `status NOT IN (${overStatuses.map((status) => `'${status}'`).join(", ")})`;

const openStatuses = statusNames.filter((status) => !closedStatuses.has(status));

function statements(db: Database.Database) {
  const column = <P extends unknown[], T = string>(source: string) => db.prepare<P, T>(source).pluck();
  return {
    get: column<[number]>("SELECT body FROM orders WHERE number = ?"),
    history: column<[number]>("SELECT body FROM history WHERE number = ? ORDER BY version, i"),
    histories: db.prepare<[string], { number: number; body: string }>(
      `SELECT number, body FROM history WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number, version, i`,
    ),
    chatsOf: column<[string]>(
      `SELECT state FROM conversations WHERE chat IN
         (SELECT chat FROM orders WHERE number IN (SELECT value FROM json_each(?)))`,
    ),
    endedLeases: column<[number, number]>(
      "SELECT body FROM orders WHERE claim_until <= ? ORDER BY claim_until LIMIT ?",
    ),
    partnerLoads: db.prepare<[], { partner: PartnerId; orders: number }>(
      `SELECT partner, count(*) AS orders FROM orders WHERE partner IS NOT NULL AND ${notOver} GROUP BY partner`,
    ),
    partnerComplaints: db.prepare<[number], { partner: PartnerId; complaints: number }>(
      `SELECT blamed AS partner, count(*) AS complaints FROM orders
       WHERE blamed_at >= ? AND blamed IS NOT NULL GROUP BY blamed`,
    ),
    about: column<[number, number]>(
      "SELECT body FROM orders WHERE about = ? AND about IS NOT NULL ORDER BY number DESC LIMIT ?",
    ),
    ofPartner: column<[string, number]>(
      `SELECT body FROM orders WHERE partner = ? AND partner IS NOT NULL AND ${notOver} ORDER BY number DESC LIMIT ?`,
    ),
    countOpen: column<[string, number], number>(
      "SELECT count(*) FROM (SELECT 1 FROM orders WHERE status = ? AND held = 0 LIMIT ?)",
    ),
    countMine: column<[string, string, number], number>(
      "SELECT count(*) FROM (SELECT 1 FROM orders WHERE claimed_by = ? AND status = ? LIMIT ?)",
    ),
    countComplaints: column<[string, string, number], number>(
      "SELECT count(*) FROM (SELECT 1 FROM orders WHERE kind = ? AND kind IS NOT NULL AND status = ? LIMIT ?)",
    ),
    countWaiting: column<[string, number], number>(
      "SELECT count(*) FROM (SELECT 1 FROM conversations WHERE waiting_since IS NOT NULL AND channel <> ? LIMIT ?)",
    ),
    waitingChats: column<[string, number]>(
      "SELECT state FROM conversations WHERE waiting_since IS NOT NULL AND channel <> ? ORDER BY waiting_since LIMIT ?",
    ),
  };
}

/** A list as one parameter: the statement stays the same, however many there are. */
function numbersOf(refs: readonly OrderRef[]): string {
  return JSON.stringify(refs.map(orderNumberOf));
}

function parse<T>(json: string): T {
  return JSON.parse(json) as T;
}

function sum(numbers: readonly number[]): number {
  return Math.min(
    countedAtMost,
    numbers.reduce((total, one) => total + one, 0),
  );
}
