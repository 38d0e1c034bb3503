/**
 * Read this first. A message in → understood → a step of its flow → committed with its order and its replies → handed out.
 * One chat, one message at a time, in the order of arrival; what arrives while the database writes shares the next commit.
 *
 * Nothing is acknowledged before it is durable, nothing leaves before it is committed, and no transaction waits for a network.
 * `turn/prepare.ts` makes one turn of one message; here they are committed together and everybody is told.
 */

import type { Acted } from "./engine.ts";
import type { Deliverer } from "./outbox/deliver.ts";
import { type CommitResult, type CommitTurn, type EngineStore, StoreError } from "./store/engine.ts";
import type { Deferred } from "./turn/deferred.ts";
import type { Log, Point } from "./turn/deps.ts";
import { Batch, type PrepareDeps, type Prepared } from "./turn/prepare.ts";
import type { States } from "./turn/states.ts";
import type { Totals } from "./turn/totals.ts";
import type { Settled, Work } from "./turn/work.ts";

/** Turns in one transaction: enough to share its fsync, few enough that the first does not wait long for the last. */
const mostInBatch = 256;
/** A chat that moves on this often under one piece of work is a fault, not a race. */
const mostTries = 20;
/** A full disk is asked again after this. */
const retryFullDiskMs = 1_000;

export type TurnsDeps = {
  readonly store: EngineStore;
  readonly states: States;
  readonly prepare: PrepareDeps;
  readonly deliverer: Deliverer;
  readonly deferred: Deferred;
  readonly totals: Totals;
  readonly log: Log;
  readonly onPoint: (point: Point) => void;
  readonly onFatal: (error: unknown) => void;
  readonly onCommitted: (turns: readonly CommitTurn[]) => void;
  /** The queue is empty and nothing is being written. */
  readonly onQuiet: () => void;
};

/** The queue of everything that becomes a turn, and the loop that commits it. */
export type Turns = {
  enqueue(work: Work): void;
  waiting(): number;
  busy(): boolean;
  /** Why nothing can be written at present, if so. */
  problem(): "disk_full" | "store" | undefined;
};

type PreparedTurn = Extract<Prepared, { type: "turn" }>;
type PreparedPending = Extract<Prepared, { type: "pending" }>;

export function createTurns(deps: TurnsDeps): Turns {
  const { store, states, deliverer, deferred, totals, log } = deps;
  let queue: Work[] = [];
  let flushing = false;
  let problem: "disk_full" | "store" | undefined;

  /** A flush is due once the present round of the event loop is over: whoever writes in it shares the commit. */
  function enqueue(work: Work): void {
    queue.push(work);
    if (queue.length === 1 && !flushing) setImmediate(flush);
  }

  async function flush(): Promise<void> {
    if (flushing) return;
    flushing = true;
    const works = queue.length > mostInBatch ? queue.splice(0, mostInBatch) : queue;
    if (works === queue) queue = [];
    try {
      await commitBatch(works);
    } catch (error) {
      refuseAll(works, error);
    }
    flushing = false;
    if (queue.length > 0) setImmediate(flush);
    else deps.onQuiet();
  }

  async function commitBatch(works: readonly Work[]): Promise<void> {
    const batch = new Batch(deps.prepare);
    const prepared: PreparedTurn[] = [];
    const pending: PreparedPending[] = [];
    for (const work of works) {
      const next = prepareSafely(batch, work);
      const done = next instanceof Promise ? await next : next;
      if (done?.type === "turn") prepared.push(done);
      else if (done?.type === "pending") pending.push(done);
      else if (done) answerWork(done.work, done.acted);
    }
    const openings = pending.flatMap(({ opens }) => (opens ? [opens] : []));
    const turns = [...openings, ...prepared.map(({ turn }) => turn)];
    const committing = commit(turns);
    const results = committing instanceof Promise ? await committing : committing;
    if (pending.length > 0) await storePending(pending);
    concludeAll(prepared, results.slice(openings.length));
    deps.onCommitted(turns.filter((_, index) => results[index]?.type === "committed"));
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
      problem = undefined;
      totals.commits_total += 1;
      totals.deliveries_total += records.length;
      deps.onPoint("after-commit");
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
    for (const [index, one] of prepared.entries()) {
      const result = results[index] ?? { type: "stale" };
      if (result.type === "committed") concludeCommitted(one);
      else if (concludeOther(one, result) === "again") again.push(one.work);
    }
    if (again.length > 0) queue = [...again, ...queue];
  }

  function concludeCommitted({ work, turn, order }: PreparedTurn): void {
    states.put(turn.conversation);
    totals.turns_total += 1;
    if (turn.inbox) totals.messages_total += 1;
    for (const change of turn.orderChanges) if (change.expect === 0) totals.orders_total += 1;
    answerWork(work, { type: "done", conversation: turn.conversation, ...(order && { order }) });
    if (turn.outbox.length > 0) deliverer.push(turn.outbox);
  }

  function concludeOther({ work, turn }: PreparedTurn, result: CommitResult): "again" | "concluded" {
    states.forget(turn.conversation);
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

  /** One more turn for a message that failed; when even that can't be written, the platform is asked to come again. */
  function giveUpOn(work: Work, error: unknown): void {
    totals.failed_turns_total += 1;
    log.error(
      { work: work.type, error: error instanceof Error ? error.stack : String(error) },
      "a turn failed",
    );
    if (work.type === "happened" || work.type === "opening") work.answer({ type: "unknown" });
    else if (!work.failed) {
      work.failed = true;
      work.tries = 0;
      enqueue(work);
    } else if (work.type === "arrived") work.answer({ type: "not_now", reason: "overloaded" });
    else answerWork(work, { type: "unknown" });
  }

  /** Nothing of the batch was written. A full disk passes; anything else that the database can't do ends the process. */
  function refuseAll(works: readonly Work[], error: unknown): void {
    const full = error instanceof StoreError && error.problem === "disk_full";
    problem = full ? "disk_full" : "store";
    log.error(
      { error: error instanceof Error ? error.stack : String(error), works: works.length },
      "nothing could be written",
    );
    for (const work of works) {
      if (work.type === "arrived") work.answer({ type: "not_now", reason: full ? "disk_full" : "stopping" });
      else if (work.type === "settled") retryLater(work);
      else work.answer({ type: "not_now" });
    }
    if (!full) deps.onFatal(error);
  }

  function retryLater(work: Settled): void {
    setTimeout(() => enqueue(work), retryFullDiskMs).unref();
  }

  /** Messages for a far classifier: durable now, read outside any batch. */
  async function storePending(prepared: readonly PreparedPending[]): Promise<void> {
    const results = await store.insertPending(prepared.map(({ row }) => row));
    for (const [index, { work, row, asks }] of prepared.entries()) {
      if (results[index] === "stored") {
        totals.messages_total += 1;
        work.answer({ type: "accepted" });
        deferred.add(row, asks);
      } else {
        totals.repeats_total += 1;
        work.answer({ type: "repeat" });
      }
    }
  }

  return {
    enqueue,
    waiting: () => queue.length,
    busy: () => flushing || queue.length > 0,
    problem: () => problem,
  };
}
