/** The rows that a delivery and a turn become, as the store takes them. */
import type { Conversation } from "../domain/conversation.ts";
import type { Effect } from "../domain/effect.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { FailedRow, InboxRow, OutboxRow } from "../store/engine.ts";
import type { Arrived, Settled } from "./work.ts";

/** A delivery before it has its place in the chat. */
export function pendingRowOf(work: Arrived, conversation: ConversationId, seq: number): InboxRow {
  const { channel, address, id, at, content } = work.inbound;
  return {
    seq,
    channel,
    address,
    id,
    conversation,
    chatSeq: 0,
    at,
    receivedAt: work.receivedAt,
    content,
    state: "pending",
  };
}

/** A delivery of which only the key is kept; one that is stored as pending keeps its `seq`. */
export function failedRowOf(work: Arrived | Settled, nextSeq: () => number): FailedRow {
  const stored =
    work.type === "settled" ? work.row : { ...work.inbound, seq: nextSeq(), receivedAt: work.receivedAt };
  const { seq, channel, address, id, receivedAt } = stored;
  return { seq, channel, address, id, receivedAt, state: "failed" };
}

/** A turn's effects on their way out: they take the last places of the chat as it is after the turn, and leave at once. */
export function outboxRowsOf(
  conversation: Conversation,
  effects: readonly Effect[],
  at: number,
): readonly OutboxRow[] {
  const firstSeq = conversation.lastSeq - effects.length + 1;
  return effects.map((effect, index) => ({
    conversation: conversation.id,
    seq: firstSeq + index,
    turn: conversation.version,
    index,
    channel: conversation.channel,
    address: conversation.address,
    effect,
    createdAt: at,
    state: "in_flight",
    notBefore: 0,
    attempts: 0,
    possibleRepeat: false,
  }));
}
