/** The body of a row of `turns`: the delivery that a turn answers and what it sends, as compact JSON. */
import type { Conversation } from "../../domain/conversation.ts";
import type { Effect } from "../../domain/effect.ts";
import type { Content } from "../../domain/message.ts";
import type { CommitTurn, OutboxRow } from "../engine.ts";

/** The customer's line. */
export type SaidBody = {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly receivedAt: number;
  readonly content: Content;
};

/** One message going out. What is not there is as in the conversation, or has its first value. */
export type SentBody = {
  readonly seq: number;
  readonly index: number;
  readonly createdAt: number;
  readonly effect: Effect;
  readonly channel?: string;
  readonly address?: string;
};

export type TurnBody = { readonly said?: SaidBody; readonly sent?: readonly SentBody[] };

export function toSaid(row: Pick<SaidBody, "id" | "at" | "receivedAt" | "content">, seq: number): SaidBody {
  const { id, at, receivedAt, content } = row;
  return { id, seq, at, receivedAt, content };
}

export function toTurnBody(turn: CommitTurn, said: SaidBody | undefined): TurnBody {
  const { outbox, conversation } = turn;
  if (outbox.length === 0) return said ? { said } : {};
  const sent = outbox.map((row) => toSent(row, conversation));
  return said ? { said, sent } : { sent };
}

function toSent(row: OutboxRow, { channel, address }: Conversation): SentBody {
  const { seq, index, createdAt, effect } = row;
  return row.channel === channel && row.address === address
    ? { seq, index, createdAt, effect }
    : { seq, index, createdAt, effect, channel: row.channel, address: row.address };
}
