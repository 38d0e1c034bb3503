/**
 * Finding orders by words, a reference, a phone or a name: the newest first, read one by one in a worker until enough are found or
 * the time is up. No search index is kept: it would make placing an order two to three times as dear (docs/decisions/011).
 */
import type Database from "better-sqlite3";
import type { Order } from "../../domain/order.ts";
import { type Insider, mayRead } from "../orders.ts";
import { searchedText, wordsOf } from "../searched-text.ts";

/** A searcher gives up waiting about then. Some 200,000 orders are read in this time. */
const longestMs = 2_000;

/** Orders in which every word of the query occurs, folded. Newest first, at most `limit`. */
export function searchOrders(
  db: Database.Database,
  query: string,
  limit: number,
  insider?: Insider,
): readonly Order[] {
  const words = wordsOf(query);
  if (words.length === 0 || limit <= 0) return [];
  const exact = findByNumber(db, words);
  const isTheirs = (order: Order) => !insider || mayRead(insider, order);
  if (exact) return isTheirs(exact) ? [exact] : [];
  const until = performance.now() + longestMs;
  const found: Order[] = [];
  const rows = db.prepare<[], string>("SELECT body FROM orders ORDER BY number DESC").pluck();
  for (const body of rows.iterate()) {
    const order = JSON.parse(body) as Order;
    const text = searchedText(order);
    if (isTheirs(order) && words.every((word) => text.includes(word))) found.push(order);
    if (found.length >= limit || performance.now() > until) break;
  }
  return found;
}

function findByNumber(db: Database.Database, words: readonly string[]): Order | undefined {
  const [word = "", more] = words;
  const [, digits] = /^(?:br-?)?(\d{5,15})$/.exec(word) ?? [];
  if (!digits || more !== undefined) return undefined;
  const body = db
    .prepare<[number], string>("SELECT body FROM orders WHERE number = ?")
    .pluck()
    .get(Number(digits));
  return body === undefined ? undefined : (JSON.parse(body) as Order);
}
