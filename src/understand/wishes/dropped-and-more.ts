/**
 * «لا مش عايز قوايم مالية. رقمي 0588887777», "no bookkeeping after all, make it 3 nights": a form that waits is dropped in one clause, and the
 * others go on with the open one. They are read as they would be alone, for whoever drops one wish has not stopped speaking of the other.
 */
import type { Reading, ReadingContext, Understanding } from "../../domain/understanding.ts";
import type { Task } from "../requests.ts";
import { wantsSomething } from "./clause-bounds.ts";
import { type Dropped, droppedIn } from "./leaving.ts";

/** @param read reads the rest of the message, at the same places */
export function droppedAndMore(
  task: Task,
  read: (rest: string, context: ReadingContext) => Reading,
): Reading | undefined {
  const { context, parts, text } = task;
  const dropped = context.open && parts.clauses.length > 1 ? droppedIn(task) : undefined;
  if (!context.open || dropped?.drops.service === undefined) return undefined;
  const { start, end } = dropped.clause;
  const waiting = (context.open.waiting ?? []).filter((service) => service !== dropped.drops.service);
  const rest = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  const reading = read(rest, { ...context, open: { ...context.open, waiting } });
  const kept = reading.understandings.filter((one) => goesOn(task, dropped, one));
  return kept.length > 0 ? { ...reading, understandings: [dropped.drops, ...kept] } : undefined;
}

/** A reason («جاني عرض أرخص») says nothing to do; another wish counts where it is asked for in so many words. */
function goesOn({ parts }: Task, { drops, clause }: Dropped, one: Understanding): boolean {
  if (one.type === "answers" || one.type === "correct") return Object.keys(one.fields).length > 0;
  if (one.type !== "request" || one.service === drops.service) return false;
  return parts.clauses.some((other) => other !== clause && wantsSomething(other.words));
}
