/** A chat before its first event. */
import type { Fields } from "../domain/answer.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { ConversationId, CustomerId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";

/**
 * Version 0: nothing of it is stored yet.
 * @param known what the channel knows of its user, by `remember_as` name: proposed in read-backs, not asked
 */
export function newConversation(input: {
  readonly id: ConversationId;
  readonly customer: CustomerId;
  readonly channel: string;
  readonly address: string;
  readonly language: Language;
  readonly at: number;
  readonly known?: Fields;
}): Conversation {
  const { id, customer, channel, address, language, at, known = {} } = input;
  return {
    format: 1,
    id,
    customer,
    channel,
    address,
    language,
    version: 0,
    lastSeq: 0,
    questions: 0,
    drafts: [],
    misses: 0,
    unanswered: 0,
    greeted: false,
    languageFixed: false,
    reminded: false,
    known,
    orders: [],
    heardAt: 0,
    spokeAt: 0,
    createdAt: at,
  };
}
