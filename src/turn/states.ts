/**
 * The conversations that were spoken in lately, so that a busy chat is not read from the database for every message. Bounded: an
 * idle chat costs no memory. A state here is always one that was committed.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { ConversationId } from "../domain/ids.ts";
import { createRecent } from "../store/recent.ts";

export type States = {
  /** @param chat the `addressKey` of its channel and address */
  find(chat: string): Conversation | undefined;
  get(id: ConversationId): Conversation | undefined;
  put(conversation: Conversation): void;
  /** After a lost race: the next look-up reads the database. */
  forget(conversation: Conversation): void;
};

/** @param most how many chats are kept at the most; those that nobody spoke in for long leave first */
export function createStates(most = 2_000): States {
  const byId = createRecent<ConversationId, Conversation>(most);
  const byAddress = new Map<string, ConversationId>();

  function forget(conversation: Conversation): void {
    byId.delete(conversation.id);
    byAddress.delete(addressKey(conversation.channel, conversation.address));
  }

  return {
    forget,
    get: (id) => byId.get(id),
    find(chat) {
      const id = byAddress.get(chat);
      return id && byId.get(id);
    },
    put(conversation) {
      if (byId.get(conversation.id) === undefined) {
        byAddress.set(addressKey(conversation.channel, conversation.address), conversation.id);
      }
      for (const left of byId.put(conversation.id, conversation)) forget(left);
    },
  };
}

/** One string for (channel, address); a channel's name holds no line feed. */
export function addressKey(channel: string, address: string): string {
  return `${channel}\n${address}`;
}
