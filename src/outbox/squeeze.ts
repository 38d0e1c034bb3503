/**
 * After an outage a chat may have a row of questions waiting that later ones have overtaken: asked again and again, or answered
 * meanwhile. Whatever says something (an answer, a notice, news, words of staff, a file) always leaves. Pure.
 */
import type { OutboxRow } from "../store/engine.ts";

/** A question that has waited this long was not said in the run of the conversation. */
export const staleAfterMs = 60_000;

/** Is the first of these rows a bare question that a later reply has overtaken? @param now the office's clock */
export function isOvertaken(rows: readonly OutboxRow[], now: number): boolean {
  const [first, ...later] = rows;
  if (!first || later.length === 0 || now - first.createdAt < staleAfterMs) return false;
  // Somebody wants it to leave, whatever was said since.
  if (first.askedAt !== undefined) return false;
  return first.effect.bare === true && isPlainReply(first) && later.some(isPlainReply);
}

function isPlainReply({ effect, askedAt }: OutboxRow): boolean {
  return (
    askedAt === undefined &&
    effect.kind === "reply" &&
    effect.order === undefined &&
    effect.document === undefined
  );
}
