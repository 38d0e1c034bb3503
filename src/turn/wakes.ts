/** Conversations' own timers: which is due next is known without asking the store, and what is due becomes an event of its chat. */
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Acted } from "../engine.ts";
import type { CommitTurn, EngineStore } from "../store/engine.ts";

/** A reminder that comes this late helps nobody. */
const lateAfterMs = 2 * 3_600_000;
/** Conversations whose timers fire in one go. */
const dueAtOnce = 100;

export type WakesDeps = {
  readonly store: Pick<EngineStore, "nextWake" | "dueConversations">;
  readonly happen: (
    conversation: ConversationId,
    event: (conversation: Conversation) => Event | undefined,
  ) => Promise<Acted>;
};

export type Wakes = {
  /** These turns are committed: their chats' timers count. */
  committed(turns: readonly CommitTurn[]): void;
  /** Fires what is due at a moment of the office's clock. */
  fire(now: number): Promise<void>;
};

/** @param first when the next timer was due, as the store told at the start */
export function createWakes({ store, happen }: WakesDeps, first: number | undefined): Wakes {
  let next = first;

  function bringForward(at: number | undefined): void {
    if (at !== undefined && (next === undefined || at < next)) next = at;
  }

  async function fireDue(now: number): Promise<void> {
    for (;;) {
      const due = await store.dueConversations(now, dueAtOnce);
      const fired = await Promise.all(due.map(({ id }) => happen(id, (state) => wakeEvent(state, now))));
      // Stop where nothing moves (a full disk): the next tick tries again.
      if (due.length < dueAtOnce || fired.every(({ type }) => type !== "done")) break;
    }
  }

  return {
    committed(turns) {
      for (const { conversation } of turns) bringForward(conversation.wake?.at);
    },
    async fire(now) {
      if (next === undefined || next > now) return;
      // Commits while this waits for the store still bring it forward.
      next = undefined;
      try {
        await fireDue(now);
        bringForward(await store.nextWake());
      } catch (error) {
        // Whatever is due stays so: the next tick looks again.
        bringForward(now);
        throw error;
      }
    },
  };
}

/** What a conversation's own timer says now; nothing when it was answered or moved meanwhile. */
function wakeEvent(conversation: Conversation, now: number): Event | undefined {
  const { wake } = conversation;
  if (!wake || wake.at > now) return undefined;
  return { type: "timed_out", at: now, what: wake.what, late: now - wake.at > lateAfterMs };
}
