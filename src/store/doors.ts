/**
 * The port that finds the chats of one person: by the customer that they share, by a verified phone, by a live code; and the history of
 * their joins. Writing is `EngineStore.commitTurns` alone. Asked only where a proof may be at hand, never for an ordinary message.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { DoorsRow } from "../domain/doors.ts";
import type { ConversationId, CustomerId } from "../domain/ids.ts";
import type { Eventually } from "./engine.ts";

export interface DoorStore {
  /** All chats of a customer, the eldest first. */
  chatsOf(customer: CustomerId): Eventually<readonly Conversation[]>;
  /** Chats whose verified phone this is (E.164), the eldest first; no more than `limit`. */
  chatsWithPhone(phone: string, limit: number): Eventually<readonly Conversation[]>;
  /** The chat that was given the code of this `id`, where it may still live at `now`. */
  chatWithCode(id: string, now: number): Eventually<Conversation | undefined>;
  /** The history of each chat, oldest first; one without any is left out. */
  history(
    conversations: readonly ConversationId[],
  ): Eventually<ReadonlyMap<ConversationId, readonly DoorsRow[]>>;
}
