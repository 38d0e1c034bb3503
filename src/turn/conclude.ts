/** After a commit: tells whoever waits what became of their work, and lets the replies go. */

import type { Conversation } from "../domain/conversation.ts";
import type { CommitResult, CommitTurn } from "../store/engine.ts";
import { everyTurn, type Loop } from "./loop.ts";
import type { Prepared } from "./prepared.ts";
import { answerWork, giveUpOn } from "./setbacks.ts";
import { documentLeftOut } from "./withheld.ts";
import type { Work } from "./work.ts";

/** A chat that moves on this often under one piece of work is a fault, not a race. */
const mostTries = 20;

export type PreparedTurn = Extract<Prepared, { type: "turn" }>;
/** Deliveries that are stored without a turn. */
export type PreparedRow = Extract<Prepared, { type: "pending" | "lost" }>;

/** Concludes each turn by its result. Lost races are stepped again, before later work. */
export function concludeAll(
  loop: Loop,
  prepared: readonly PreparedTurn[],
  results: readonly CommitResult[],
): void {
  const again: Work[] = [];
  const committed: Conversation[] = [];
  for (const [index, one] of prepared.entries()) {
    const result = results[index] ?? { type: "stale" };
    if (result.type === "committed") {
      concludeCommitted(loop, one);
      committed.push(one.turn.conversation);
    } else if (concludeOther(loop, one, result) === "again") again.push(one.work);
  }
  loop.held.settle(committed);
  if (again.length > 0) loop.queue.putBack(again);
}

function concludeCommitted(loop: Loop, { work, turn, order }: PreparedTurn): void {
  const { totals } = loop;
  takeOver(loop, turn);
  if (turn.also) for (const one of turn.also) concludeAlso(loop, one);
  if (turn.inbox) totals.messages_total += 1;
  for (const change of turn.orderChanges) if (change.expect === 0) totals.orders_total += 1;
  answerWork(loop, work, { type: "done", conversation: turn.conversation, ...(order && { order }) });
  handOut(loop, turn);
  const leftOut = documentLeftOut(work, turn);
  if (leftOut !== undefined) loop.onLeftOut(leftOut);
}

/** Another chat that changed with it. */
function concludeAlso(loop: Loop, turn: CommitTurn): void {
  takeOver(loop, turn);
  handOut(loop, turn);
}

/** The chat's new state counts. What waits to leave was committed before they stopped messages, or let them in again. */
function takeOver({ states, deliverer, totals }: Loop, { conversation }: CommitTurn): void {
  states.put(conversation);
  if (conversation.optedOut !== undefined) deliverer.withdraw(conversation.id, conversation.optedOut.at);
  else deliverer.allow(conversation.id);
  totals.turns_total += 1;
}

function handOut({ deliverer }: Loop, { conversation, outbox }: CommitTurn): void {
  if (outbox.length > 0) deliverer.push(outbox, conversation.heardAt > 0);
}

function concludeOther(
  loop: Loop,
  { work, turn }: PreparedTurn,
  result: CommitResult,
): "again" | "concluded" {
  const { totals, states } = loop;
  for (const one of everyTurn(turn)) states.forget(one.conversation);
  if (result.type === "duplicate") {
    totals.repeats_total += 1;
    if (work.type === "arrived") work.answer({ type: "repeat" });
    return "concluded";
  }
  if (result.type === "failed") {
    giveUpOn(loop, work, result.error);
    return "concluded";
  }
  totals.stale_total += 1;
  work.tries += 1;
  if (work.tries < mostTries) return "again";
  giveUpOn(loop, work, new Error(`the chat ${turn.conversation.id} moved on ${mostTries} times`));
  return "concluded";
}

/** Concludes messages that were stored without a turn: those in thought go to their reader. */
export function concludeRows(
  loop: Loop,
  rows: readonly PreparedRow[],
  results: readonly ("stored" | "duplicate")[],
): void {
  for (const [index, one] of rows.entries()) {
    if (results[index] !== "stored") {
      loop.totals.repeats_total += 1;
      if (one.work.type === "arrived") one.work.answer({ type: "repeat" });
      else loop.deferred.settled(one.work.row);
    } else if (one.type === "lost") concludeLost(loop, one);
    else {
      loop.totals.messages_total += 1;
      one.work.answer({ type: "accepted" });
      loop.deferred.add(one.row, one.asks);
    }
  }
}

/** The platform need not come again, and the chat goes on. */
function concludeLost(loop: Loop, { work, row, before }: Extract<PreparedRow, { type: "lost" }>): void {
  loop.totals.lost_messages_total += 1;
  if (before) loop.states.forget(before.conversation);
  const conversation = before?.conversation.id;
  // Not the platform's id of it: some have the sender's number in them.
  loop.log.error({ conversation, seq: row.seq, channel: row.channel }, "a message could not be kept");
  answerWork(loop, work, { type: "unknown" });
}
