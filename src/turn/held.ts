/**
 * What customers said of protected services before they agreed that it may be kept: in memory alone, so that a stop forgets it, and not for
 * long. Bounded, the oldest leaving first.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { ConversationId } from "../domain/ids.ts";
import { freesHeld } from "../domain/open-question.ts";
import type { HeldSaying } from "../domain/said.ts";

/** An unanswered question is closed after a day (`wake.ts`): nobody answers with a yes later. */
const keptForMs = 24 * 3_600_000;
/** Messages held of one chat. */
const mostOfOne = 10;

export type Held = {
  /** What this chat said, oldest first. */
  of(id: ConversationId, at: number): readonly HeldSaying[];
  add(id: ConversationId, saying: HeldSaying): void;
  /**
   * After a commit: a chat that no longer waits for an answer needs nothing held. Of several states of a chat the last counts: an
   * earlier one knows nothing of what was said after it.
   */
  settle(conversations: readonly Conversation[]): void;
};

/** @param most chats of which something is held at a time */
export function createHeld(most = 2_000): Held {
  const byChat = new Map<ConversationId, readonly HeldSaying[]>();
  const none: readonly HeldSaying[] = [];
  return {
    of(id, at) {
      if (byChat.size === 0) return none;
      const fresh = byChat.get(id)?.filter((saying) => at - saying.at < keptForMs);
      return fresh ?? none;
    },
    add(id, saying) {
      // Stepped again after a lost race, the same message comes twice.
      const before = (byChat.get(id) ?? none).filter(({ messageId }) => messageId !== saying.messageId);
      byChat.delete(id);
      byChat.set(id, [...before, saying].slice(-mostOfOne));
      const [oldest] = byChat.keys();
      if (byChat.size > most && oldest !== undefined) byChat.delete(oldest);
    },
    settle(conversations) {
      if (byChat.size === 0) return;
      const newest = new Map(conversations.map(({ id, open }) => [id, open]));
      for (const [id, open] of newest) if (!freesHeld(open)) byChat.delete(id);
    },
  };
}
