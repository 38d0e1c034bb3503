/**
 * Customers whom nothing reaches any more: they blocked the line, or have no account there. Nothing is said; staff hear of it where something
 * of theirs is under way or something for them was not taken, and call. The case ends by itself once they are there again. And single messages of
 * which nobody can say whether they arrived: staff decide whether they go again, and that case ends when they have.
 */
import type { Conversation } from "../../domain/conversation.ts";
import type { Event } from "../../domain/event.ts";
import { isClosed } from "../../orders/status.ts";
import { wantPerson } from "../person/person.ts";
import type { Work } from "../work.ts";

type ReachChanged = Extract<Event, { readonly type: "reach_changed" }>;
type MessageUnsure = Extract<Event, { readonly type: "message_unsure" }>;
type Undelivered = MessageUnsure["undelivered"];

export function stepReachChanged(work: Work, event: ReachChanged): void {
  const wasGone = work.goneAt !== undefined;
  work.silent = true;
  if (event.reached) {
    endGone(work);
    return;
  }
  work.goneAt ??= Math.min(event.since ?? work.at, work.at);
  const order = openOrder(work);
  const misses = event.undelivered !== undefined && isMissed(event.undelivered, order !== undefined);
  if (misses || (order && !wasGone)) wantPerson(work, "unreachable", false, order?.ref);
}

export function stepMessageUnsure(work: Work, { seq, undelivered }: MessageUnsure): void {
  work.silent = true;
  const order = openOrder(work);
  // In the middle of a form a mere answer is missed, too: its question may never have come, and both sides wait.
  if (!isMissed(undelivered, order !== undefined || work.active !== undefined)) return;
  wantPerson(work, "unsure_message", false, order?.ref);
  const { person } = work;
  if (person) work.person = { ...person, doubts: [...(person.doubts ?? []), seq] };
}

/** Staff sent it again, and it was taken: with the last of them the case ends that was about nothing else, unless one of them has taken it. */
export function stepMessageSure(work: Work, seq: number): void {
  work.silent = true;
  const { person } = work;
  if (!person?.doubts?.includes(seq)) return;
  const { doubts, ...rest } = person;
  const left = doubts.filter((one) => one !== seq);
  const isOver = left.length === 0 && person.reason === "unsure_message" && person.agent === undefined;
  work.person = isOver ? undefined : { ...rest, ...(left.length > 0 && { doubts: left }) };
}

function openOrder({ orders }: Work): Work["orders"][number] | undefined {
  return orders.find(({ status }) => !isClosed(status));
}

/** They wrote, or the platform reaches them again: what staff were to call about is no case any more, unless one of them has taken it. */
export function endGone(work: Pick<Work, "goneAt" | "person">): void {
  work.goneAt = undefined;
  if (isGoneCase(work.person)) work.person = undefined;
}

/** Is it a case of nothing but that, which nobody has taken? */
export function isGoneCase(person: Conversation["person"]): boolean {
  return person?.reason === "unreachable" && person.agent === undefined;
}

/** A reminder of something unfinished is nothing to call anybody about, nor is a mere answer where no order is open. */
function isMissed({ kind, owed }: Undelivered, hasOrder: boolean): boolean {
  return kind !== "reminder" && (hasOrder || owed === true || kind !== "reply");
}
