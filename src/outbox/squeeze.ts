/**
 * After an outage a chat may have a row of answers waiting, each to a message that a later one has overtaken. Only the last is worth
 * reading. News, staff's words, files and what is about an order always leave. Pure.
 */
import type { OutboxRow } from "../store/engine.ts";

/** An answer that has waited this long was not said in the run of the conversation. */
export const staleAfterMs = 60_000;

/** Is the first of these rows an answer that a later one has overtaken? @param now the office's clock */
export function isOvertaken(rows: readonly OutboxRow[], now: number): boolean {
  const [first, ...later] = rows;
  if (!first || later.length === 0 || now - first.createdAt < staleAfterMs) return false;
  return isPlainReply(first) && later.some(isPlainReply);
}

function isPlainReply({ effect }: OutboxRow): boolean {
  return effect.kind === "reply" && effect.order === undefined && effect.document === undefined;
}
