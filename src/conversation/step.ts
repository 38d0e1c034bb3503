/**
 * One event on one conversation: what it becomes, which orders change, what is said. Pure: the same three values always give the
 * same turn.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { OrderRef } from "../domain/ids.ts";
import type { StepResult } from "../domain/turn.ts";
import type { Catalogue } from "./flow.ts";

/** What the core can't make itself: the next order reference that nobody has used. */
export type Fresh = { readonly orderRef: OrderRef };

export function step(
  _catalogue: Catalogue,
  _conversation: Conversation,
  _event: Event,
  _fresh: Fresh,
): StepResult {
  return { type: "refused", refusal: { reason: "nothing_to_do" } };
}
