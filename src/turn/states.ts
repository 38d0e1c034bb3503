/**
 * The conversations that were spoken in lately, so that a busy chat is not read from the database for every message. Bounded: an
 * idle chat costs no memory. A state here is always one that was committed.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { ConversationId } from "../domain/ids.ts";

export type States = {
  find(channel: string, address: string): Conversation | undefined;
  get(id: ConversationId): Conversation | undefined;
  put(conversation: Conversation): void;
  /** After a lost race: the next look-up reads the database. */
  forget(conversation: Conversation): void;
};

/** @param most how many chats are kept, the least recently used leaving first. */
export function createStates(most = 2_000): States {
  const byId = new Map<ConversationId, Conversation>();
  const byAddress = new Map<string, ConversationId>();

  function forget(conversation: Conversation): void {
    byId.delete(conversation.id);
    byAddress.delete(addressKey(conversation.channel, conversation.address));
  }

  return {
    forget,
    get: (id) => byId.get(id),
    find(channel, address) {
      const id = byAddress.get(addressKey(channel, address));
      return id && byId.get(id);
    },
    put(conversation) {
      if (byId.delete(conversation.id) === false) {
        byAddress.set(addressKey(conversation.channel, conversation.address), conversation.id);
      }
      byId.set(conversation.id, conversation);
      if (byId.size > most) {
        const [oldest] = byId.values();
        if (oldest) forget(oldest);
      }
    },
  };
}

/** One string for (channel, address); a channel's name holds no line feed. */
export function addressKey(channel: string, address: string): string {
  return `${channel}\n${address}`;
}
