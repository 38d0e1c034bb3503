/** Conversations' own timers: what is due becomes an event of its chat. */

import type { FindHeads } from "../dispatch/heads.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event, HeadChat } from "../domain/event.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Acted } from "../engine.ts";
import type { Log } from "../log.ts";
import type { EngineStore } from "../store/engine.ts";
import { createSweep, type Sweep } from "./sweep.ts";

/** A reminder that comes this late helps nobody. */
const lateAfterMs = 2 * 3_600_000;

export type WakesDeps = {
  readonly store: Pick<EngineStore, "nextWake" | "dueConversations" | "getOrder">;
  /** Left out: heads are told in the queue alone. */
  readonly heads?: FindHeads | undefined;
  readonly happen: (
    conversation: ConversationId,
    event: (conversation: Conversation) => Event | undefined,
  ) => Promise<Acted>;
  readonly log: Log;
};

/** @param first when the next timer was due, as the store told at the start */
export function createWakes({ store, happen, heads, log }: WakesDeps, first: number | undefined): Sweep {
  /** Heads are looked up where it is their matter. */
  async function headsOf({ wake, person }: Conversation): Promise<readonly HeadChat[]> {
    if (!heads || wake?.what !== "answer" || (person?.missed ?? 0) > 0) return [];
    return heads(person?.order === undefined ? undefined : await store.getOrder(person.order));
  }
  return createSweep(
    {
      next: () => store.nextWake(),
      due: (now, limit) => store.dueConversations(now, limit),
      async fire(listed, now) {
        const told = await headsOf(listed);
        return happen(listed.id, (state) => wakeEvent(state, now, told));
      },
      keyOf: ({ id }) => id,
      onFailing: async ({ id }, now) => happen(id, () => ({ type: "timer_failed", at: now })),
      log,
      momentsOf: ({ conversation }) => [conversation.wake?.at],
    },
    first,
  );
}

/** What a conversation's own timer says now; nothing when it was answered or moved meanwhile. */
function wakeEvent(conversation: Conversation, now: number, heads: readonly HeadChat[]): Event | undefined {
  const { wake } = conversation;
  if (!wake || wake.at > now) return undefined;
  const late = now - wake.at > lateAfterMs;
  return { type: "timed_out", at: now, what: wake.what, late, ...(heads.length > 0 && { heads }) };
}
