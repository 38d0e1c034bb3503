/**
 * Read this first. A message in → understood → a step of its flow → committed with its order and its replies → handed out.
 * One chat, one message at a time, in the order of arrival; what arrives while the database writes shares the next commit.
 *
 * Nothing is acknowledged before it is durable, nothing leaves before it is committed, and no transaction waits for a network.
 * `turn/prepare.ts` makes one turn of one message; here they are committed together and everybody is told.
 */

import type { Conversation } from "./domain/conversation.ts";
import type { DocumentId } from "./domain/ids.ts";
import type { Acted } from "./engine.ts";
import type { Deliverer } from "./outbox/deliver.ts";
import {
  type CommitResult,
  type CommitTurn,
  type Delivery,
  type EngineStore,
  StoreError,
} from "./store/engine.ts";
import type { Deferred } from "./turn/deferred.ts";
import type { Log, Point } from "./turn/deps.ts";
import type { Held } from "./turn/held.ts";
import { Batch, type PrepareDeps } from "./turn/prepare.ts";
import type { Prepared } from "./turn/prepared.ts";
import { createQueue } from "./turn/queue.ts";
import type { States } from "./turn/states.ts";
import type { Totals } from "./turn/totals.ts";
import { documentLeftOut } from "./turn/withheld.ts";
import type { Failures, Work } from "./turn/work.ts";

/** A chat that moves on this often under one piece of work is a fault, not a race. */
const mostTries = 20;
/** A full disk, or a database that another program holds, is asked again after this. */
const askAgainMs = 1_000;

export type TurnsDeps = {
  readonly store: EngineStore;
  readonly states: States;
  readonly held: Held;
  readonly prepare: PrepareDeps;
  readonly deliverer: Deliverer;
  readonly deferred: Deferred;
  readonly totals: Totals;
  readonly log: Log;
  readonly onPoint: (point: Point) => void;
  readonly onFatal: (error: unknown) => void;
  readonly onCommitted: (turns: readonly CommitTurn[]) => void;
  /** What became of these messages is written now. */
  readonly onRecorded: (records: readonly Delivery[]) => void;
  /** A message is stored without the file that it came with, which must go, too. */
  readonly onLeftOut: (document: DocumentId) => void;
  /** The queue is empty and nothing is being written. */
  readonly onQuiet: () => void;
};

/** Why nothing can be written: `disk_full` and `busy` pass, after `store` the process must end. */
export type WriteProblem = "disk_full" | "busy" | "store";

/** The queue of everything that becomes a turn, and the loop that commits it. */
export type Turns = {
  enqueue(work: Work): void;
  waiting(): number;
  /** Do `most` deliveries of one chat (its `addressKey`) wait already? */
  isCrowdedBy(chat: string, most: number): boolean;
  busy(): boolean;
  problem(): WriteProblem | undefined;
  /** The database can't be trusted any more: from now on nothing is written, and nothing acknowledged. */
  fail(error: unknown): void;
};

type PreparedTurn = Extract<Prepared, { type: "turn" }>;
/** Deliveries that are stored without a turn. */
type PreparedRow = Extract<Prepared, { type: "pending" | "lost" }>;

export function createTurns(deps: TurnsDeps): Turns {
  const { store, states, held, deliverer, deferred, totals, log } = deps;
  const queue = createQueue();
  let flushing = false;
  let problem: WriteProblem | undefined;
  let failed = false;
  let asking: NodeJS.Timeout | undefined;

  /** A flush is due once the present round of the event loop is over: whoever writes in it shares the commit. */
  function enqueue(work: Work): void {
    if (problem === "store") {
      refuse(work);
      return;
    }
    queue.push(work);
    if (queue.length() === 1 && !flushing) setImmediate(flush);
  }

  async function flush(): Promise<void> {
    if (flushing) return;
    flushing = true;
    const works = queue.take();
    try {
      await commitBatch(works);
    } catch (error) {
      refuseAll(works, error);
    }
    flushing = false;
    if (queue.length() > 0) setImmediate(flush);
    else deps.onQuiet();
  }

  async function commitBatch(works: readonly Work[]): Promise<void> {
    const batch = new Batch(deps.prepare);
    const prepared: PreparedTurn[] = [];
    const rows: PreparedRow[] = [];
    for (const work of works) {
      const next = prepareSafely(batch, work);
      const done = next instanceof Promise ? await next : next;
      if (done?.type === "turn") prepared.push(done);
      else if (done?.type === "pending" || done?.type === "lost") rows.push(done);
      else if (done) answerWork(done.work, done.acted);
    }
    const openings = rows.flatMap(({ before }) => (before ? [before] : []));
    const turns = [...openings, ...prepared.map(({ turn }) => turn)];
    const committing = commit(turns);
    const results = committing instanceof Promise ? await committing : committing;
    concludeAll(prepared, results.slice(openings.length));
    if (rows.length > 0) await storeRows(rows);
    const all = results.every(({ type }) => type === "committed");
    const committed = all ? turns : turns.filter((_, index) => results[index]?.type === "committed");
    tellCommitted(committed.some(({ also }) => also) ? committed.flatMap(everyTurn) : committed);
  }

  /** What is committed stays so, whatever those say who hear of it. */
  function tellCommitted(turns: readonly CommitTurn[]): void {
    try {
      deps.onCommitted(turns);
    } catch (error) {
      log.error({ error }, "a listener failed");
    }
  }

  /** A step that throws is this message's misfortune alone: it becomes a failed one, with an apology and a person. */
  function prepareSafely(batch: Batch, work: Work): Prepared | undefined | Promise<Prepared | undefined> {
    const misfortune = (error: unknown): undefined => {
      if (error instanceof StoreError) throw error;
      giveUpOn(work, error);
      return undefined;
    };
    try {
      return batch.prepareAtOnce(work) ?? batch.prepare(work).catch(misfortune);
    } catch (error) {
      return misfortune(error);
    }
  }

  function commit(turns: readonly CommitTurn[]): readonly CommitResult[] | Promise<readonly CommitResult[]> {
    const records = deliverer.takeRecords();
    if (turns.length === 0 && records.length === 0) return [];
    const committed = (results: readonly CommitResult[]) => {
      if (problem !== "store") problem = undefined;
      totals.commits_total += 1;
      totals.deliveries_total += records.length;
      deps.onPoint("after-commit");
      if (records.length > 0) deps.onRecorded(records);
      return results;
    };
    const notCommitted = (error: unknown): never => {
      deliverer.returnRecords(records);
      throw error;
    };
    deps.onPoint("before-commit");
    try {
      const results = store.commitTurns(turns, records);
      return results instanceof Promise ? results.then(committed, notCommitted) : committed(results);
    } catch (error) {
      return notCommitted(error);
    }
  }

  /** Tells whoever waits what became of their work, and lets the replies go. Lost races are stepped again, before later work. */
  function concludeAll(prepared: readonly PreparedTurn[], results: readonly CommitResult[]): void {
    const again: Work[] = [];
    const committed: Conversation[] = [];
    for (const [index, one] of prepared.entries()) {
      const result = results[index] ?? { type: "stale" };
      if (result.type === "committed") {
        concludeCommitted(one);
        committed.push(one.turn.conversation);
      } else if (concludeOther(one, result) === "again") again.push(one.work);
    }
    held.settle(committed);
    if (again.length > 0) queue.putBack(again);
  }

  function concludeCommitted({ work, turn, order }: PreparedTurn): void {
    states.put(turn.conversation);
    withdrawFrom(turn.conversation);
    if (turn.also) concludeAlso(turn.also);
    totals.turns_total += 1;
    if (turn.inbox) totals.messages_total += 1;
    for (const change of turn.orderChanges) if (change.expect === 0) totals.orders_total += 1;
    answerWork(work, { type: "done", conversation: turn.conversation, ...(order && { order }) });
    if (turn.outbox.length > 0) deliverer.push(turn.outbox, hasWritten(turn.conversation));
    const leftOut = documentLeftOut(work, turn);
    if (leftOut !== undefined) deps.onLeftOut(leftOut);
  }

  /** What waits to leave was committed before they stopped messages, or let them in again. */
  function withdrawFrom({ id, optedOut }: Conversation): void {
    if (optedOut !== undefined) deliverer.withdraw(id);
    else deliverer.allow(id);
  }

  /** Other chats that changed with it. */
  function concludeAlso(turns: readonly CommitTurn[]): void {
    for (const { conversation, outbox } of turns) {
      states.put(conversation);
      withdrawFrom(conversation);
      totals.turns_total += 1;
      if (outbox.length > 0) deliverer.push(outbox, hasWritten(conversation));
    }
  }

  function concludeOther({ work, turn }: PreparedTurn, result: CommitResult): "again" | "concluded" {
    for (const one of everyTurn(turn)) states.forget(one.conversation);
    if (result.type === "duplicate") {
      totals.repeats_total += 1;
      if (work.type === "arrived") work.answer({ type: "repeat" });
      return "concluded";
    }
    if (result.type === "failed") {
      giveUpOn(work, result.error);
      return "concluded";
    }
    totals.stale_total += 1;
    work.tries += 1;
    if (work.tries < mostTries) return "again";
    giveUpOn(work, new Error(`the chat ${turn.conversation.id} moved on ${mostTries} times`));
    return "concluded";
  }

  function answerWork(work: Work, acted: Acted): void {
    switch (work.type) {
      case "arrived":
        work.answer({ type: "accepted" });
        return;
      case "settled":
        deferred.settled(work.row);
        return;
      case "happened":
      case "opening":
        work.answer(acted);
        return;
      default:
        work satisfies never;
    }
  }

  /** What failed is tried again, and asks for less each time; a message in the end only for being remembered as failed. */
  function giveUpOn(work: Work, error: unknown): void {
    totals.failed_turns_total += 1;
    log.error({ work: work.type, error }, "a turn failed");
    if (work.type === "happened" || work.type === "opening") work.answer({ type: "unknown" });
    else if (work.failures < 3) {
      work.failures = (work.failures + 1) as Failures;
      work.tries = 0;
      enqueue(work);
    } else if (work.type === "arrived") work.answer({ type: "not_now", reason: "overloaded" });
    else answerWork(work, { type: "unknown" });
  }

  /** Nothing of these was written. Some problems pass; anything else that the database can't do ends the process. */
  function refuseAll(works: readonly Work[], error: unknown): void {
    problem = problemOf(error);
    log.error({ error, works: works.length }, "nothing could be written");
    for (const work of works) refuse(work);
    if (problem === "store") fail(error);
    else if (!asking) asking = setTimeout(askAgain, askAgainMs).unref();
  }

  function refuse(work: Work): void {
    if (work.type === "arrived") {
      const reason = problem === "disk_full" ? "disk_full" : problem === "busy" ? "overloaded" : "stopping";
      work.answer({ type: "not_now", reason });
    } else if (work.type !== "settled") work.answer({ type: "not_now" });
    else if (problem !== "store") setTimeout(() => enqueue(work), askAgainMs).unref();
  }

  function fail(error: unknown): void {
    if (failed) return;
    failed = true;
    problem = "store";
    for (let left = queue.take(); left.length > 0; left = queue.take()) for (const work of left) refuse(work);
    deps.onFatal(error);
  }

  /** Whether it can be written again is found out without waiting for a customer to try: nobody sends one to an office that is red. */
  async function askAgain(): Promise<void> {
    asking = undefined;
    if (problem === undefined || problem === "store") return;
    try {
      await store.commitTurns([], []);
      problem = undefined;
      deps.onQuiet();
    } catch (error) {
      refuseAll([], error);
    }
  }

  /** Messages for a far classifier, durable now and read outside any batch, and lost ones. One that can't be written harms no other. */
  async function storeRows(rows: readonly PreparedRow[]): Promise<void> {
    try {
      concludeRows(rows, await store.insertInbox(rows.map(({ row }) => row)));
    } catch (error) {
      const [only, another] = rows;
      if (error instanceof StoreError) refuseAll(worksOf(rows), error);
      else if (another) for (const one of rows) await storeRows([one]);
      else if (only) giveUpOn(only.work, error);
    }
  }

  function concludeRows(rows: readonly PreparedRow[], results: readonly ("stored" | "duplicate")[]): void {
    for (const [index, one] of rows.entries()) {
      if (results[index] !== "stored") {
        totals.repeats_total += 1;
        if (one.work.type === "arrived") one.work.answer({ type: "repeat" });
        else deferred.settled(one.work.row);
      } else if (one.type === "lost") concludeLost(one);
      else {
        totals.messages_total += 1;
        one.work.answer({ type: "accepted" });
        deferred.add(one.row, one.asks);
      }
    }
  }

  /** The platform need not come again, and the chat goes on. */
  function concludeLost({ work, row, before }: Extract<PreparedRow, { type: "lost" }>): void {
    totals.lost_messages_total += 1;
    if (before) states.forget(before.conversation);
    const conversation = before?.conversation.id;
    // Not the platform's id of it: some have the sender's number in them.
    log.error({ conversation, seq: row.seq, channel: row.channel }, "a message could not be kept");
    answerWork(work, { type: "unknown" });
  }

  return {
    enqueue,
    waiting: queue.length,
    isCrowdedBy: queue.isCrowdedBy,
    busy: () => flushing || queue.length() > 0,
    problem: () => problem,
    fail,
  };
}

const everyTurn = (turn: CommitTurn): readonly CommitTurn[] => (turn.also ? [turn, ...turn.also] : [turn]);

const worksOf = (prepared: readonly Prepared[]): readonly Work[] => prepared.map(({ work }) => work);

function problemOf(error: unknown): WriteProblem {
  const passes = error instanceof StoreError && (error.problem === "disk_full" || error.problem === "busy");
  return passes ? (error.problem as WriteProblem) : "store";
}

function hasWritten({ heardAt }: Conversation): boolean {
  return heardAt > 0;
}
