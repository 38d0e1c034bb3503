/**
 * Finding orders by words, a reference, a phone or a name: the newest first, read one by one in a worker until enough are found or
 * the time is up. No search index is kept: it would cost every order a fifth more writing (docs/decisions/011).
 */
import type Database from "better-sqlite3";
import type { AnswerValue } from "../../domain/answer.ts";
import type { Order } from "../../domain/order.ts";
import { fold } from "../../language/normalise.ts";

/** A searcher gives up waiting about then. Some 100,000 orders are read in this time. */
const longestMs = 2_000;

/** Orders in which every word of the query occurs, folded. Newest first, at most `limit`. */
export function searchOrders(db: Database.Database, query: string, limit: number): readonly Order[] {
  const words = wordsOf(query);
  if (words.length === 0 || limit <= 0) return [];
  const exact = findByNumber(db, words);
  if (exact) return [exact];
  const until = performance.now() + longestMs;
  const found: Order[] = [];
  const rows = db.prepare<[], string>("SELECT body FROM orders ORDER BY number DESC").pluck();
  for (const body of rows.iterate()) {
    const order = JSON.parse(body) as Order;
    const text = searchedText(order);
    if (words.every((word) => text.includes(word))) found.push(order);
    if (found.length >= limit || performance.now() > until) break;
  }
  return found;
}

/** What a search looks at: the reference, and every field's value and words. The memory store searches the same. */
export function searchedText(order: Order): string {
  const parts: string[] = [order.ref];
  for (const { value, evidence } of Object.values(order.fields)) parts.push(textOf(value), evidence.text);
  if (order.claim) parts.push(order.claim.name);
  return fold(parts.join("\n"));
}

export function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => (/^\+?[\d-]{7,}$/.test(word) ? nationalPart(word) : word));
}

/** Phones are kept as +9665…; people write 05…: both hold the part behind the zero. */
function nationalPart(word: string): string {
  return word.replace(/\D/g, "").replace(/^00/, "").replace(/^0/, "");
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

function textOf(value: AnswerValue): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  if ("text" in value) return `${value.text} ${value.city ?? ""} ${value.short ?? ""}`;
  return "amountMinor" in value ? String(value.amountMinor / 100) : "";
}
