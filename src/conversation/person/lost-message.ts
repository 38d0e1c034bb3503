/** What is left to do for a message when nothing else can be done: staff see a case in its chat, and the chat goes on. */
import type { Conversation } from "../../domain/conversation.ts";
import { isGoneCase } from "../customer/reach.ts";

/**
 * The chat after it: a person is wanted, nothing is said. Calls no behaviour that may have failed on it.
 * @param lines 1 when the message itself becomes the chat's next line, 0 when only the case is kept
 */
export function withLostMessage(before: Conversation, at: number, lines: number): Conversation {
  const { person, goneAt: _, ...there } = before;
  return {
    ...there,
    version: before.version + 1,
    lastSeq: before.lastSeq + lines,
    heardAt: at,
    person: person && !isGoneCase(person) ? person : { since: at, reason: "failed_message", mutedUntil: at },
  };
}
