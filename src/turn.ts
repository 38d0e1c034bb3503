/**
 * Read this first. A message in → understood → a step of its flow → committed with its order and its replies → handed out.
 * One chat, one message at a time, in the order of arrival; what arrives while the database writes shares the next commit.
 *
 * Nothing is acknowledged before it is durable, nothing leaves before it is committed, and no transaction waits for a network.
 * `turn/prepare.ts` makes one turn of one message; here they are committed together, and `turn/conclude.ts` tells everybody.
 */

import { forgetLastText } from "./language/recent-texts.ts";
import { type CommitResult, type CommitTurn, StoreError } from "./store/engine.ts";
import { concludeAll, concludeRows, type PreparedRow, type PreparedTurn } from "./turn/conclude.ts";
import { everyTurn, type Loop, type TurnsDeps, type WriteProblem } from "./turn/loop.ts";
import { Batch } from "./turn/prepare.ts";
import type { Prepared } from "./turn/prepared.ts";
import { createQueue } from "./turn/queue.ts";
import { answerWork, fail, giveUpOn, refuse, refuseAll } from "./turn/setbacks.ts";
import type { Work } from "./turn/work.ts";

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

export function createTurns(deps: TurnsDeps): Turns {
  const queue = createQueue();
  const enqueue = (work: Work) => admit(loop, work);
  const loop: Loop = {
    ...deps,
    ...{ queue, enqueue, writing: false, problem: undefined, ended: false, asking: undefined },
  };
  return {
    enqueue,
    waiting: queue.length,
    isCrowdedBy: queue.isCrowdedBy,
    busy: () => loop.writing || queue.length() > 0,
    problem: () => loop.problem,
    fail: (error) => fail(loop, error),
  };
}

/** A flush is due once the present round of the event loop is over: whoever writes in it shares the commit. */
function admit(loop: Loop, work: Work): void {
  if (loop.problem === "store") {
    refuse(loop, work);
    return;
  }
  loop.queue.push(work);
  if (loop.queue.length() === 1 && !loop.writing) setImmediate(flush, loop);
}

async function flush(loop: Loop): Promise<void> {
  if (loop.writing) return;
  loop.writing = true;
  const works = loop.queue.take();
  try {
    await commitBatch(loop, works);
  } catch (error) {
    refuseAll(loop, works, error);
  }
  loop.writing = false;
  if (loop.queue.length() > 0) setImmediate(flush, loop);
  else {
    forgetLastText();
    loop.onQuiet();
  }
}

async function commitBatch(loop: Loop, works: readonly Work[]): Promise<void> {
  const batch = new Batch(loop.prepare);
  const prepared: PreparedTurn[] = [];
  const rows: PreparedRow[] = [];
  for (const work of works) {
    const next = prepareSafely(loop, batch, work);
    const done = next instanceof Promise ? await next : next;
    if (done?.type === "turn") prepared.push(done);
    else if (done?.type === "pending" || done?.type === "lost") rows.push(done);
    else if (done) answerWork(loop, done.work, done.acted);
  }
  const openings = rows.flatMap(({ before }) => (before ? [before] : []));
  const turns = [...openings, ...prepared.map(({ turn }) => turn)];
  const committing = commit(loop, turns);
  const results = committing instanceof Promise ? await committing : committing;
  concludeAll(loop, prepared, results.slice(openings.length));
  if (rows.length > 0) await storeRows(loop, rows);
  const all = results.every(({ type }) => type === "committed");
  const committed = all ? turns : turns.filter((_, index) => results[index]?.type === "committed");
  tellCommitted(loop, committed.some(({ also }) => also) ? committed.flatMap(everyTurn) : committed);
}

/** A step that throws is this message's misfortune alone: it becomes a failed one, with an apology and a person. */
function prepareSafely(
  loop: Loop,
  batch: Batch,
  work: Work,
): Prepared | undefined | Promise<Prepared | undefined> {
  const misfortune = (error: unknown): undefined => {
    if (error instanceof StoreError) throw error;
    giveUpOn(loop, work, error);
    return undefined;
  };
  try {
    return batch.prepareAtOnce(work) ?? batch.prepare(work).catch(misfortune);
  } catch (error) {
    return misfortune(error);
  }
}

/** One transaction: the turns, and what became of messages that were handed over meanwhile. */
function commit(
  loop: Loop,
  turns: readonly CommitTurn[],
): readonly CommitResult[] | Promise<readonly CommitResult[]> {
  const { deliverer, totals } = loop;
  const records = deliverer.takeRecords();
  if (turns.length === 0 && records.length === 0) return [];
  const committed = (results: readonly CommitResult[]) => {
    if (loop.problem !== "store") loop.problem = undefined;
    totals.commits_total += 1;
    totals.deliveries_total += records.length;
    loop.onPoint("after-commit");
    if (records.length > 0) loop.onRecorded(records);
    return results;
  };
  const notCommitted = (error: unknown): never => {
    deliverer.returnRecords(records);
    throw error;
  };
  loop.onPoint("before-commit");
  try {
    const results = loop.store.commitTurns(turns, records);
    return results instanceof Promise ? results.then(committed, notCommitted) : committed(results);
  } catch (error) {
    return notCommitted(error);
  }
}

/** What is committed stays so, whatever those say who hear of it. */
function tellCommitted(loop: Loop, turns: readonly CommitTurn[]): void {
  try {
    loop.onCommitted(turns);
  } catch (error) {
    loop.log.error({ error }, "a listener failed");
  }
}

/** Messages for a far classifier, durable now and read outside any batch, and lost ones. One that can't be written harms no other. */
async function storeRows(loop: Loop, rows: readonly PreparedRow[]): Promise<void> {
  try {
    concludeRows(loop, rows, await loop.store.insertInbox(rows.map(({ row }) => row)));
  } catch (error) {
    const [only, another] = rows;
    const works = rows.map(({ work }) => work);
    if (error instanceof StoreError) refuseAll(loop, works, error);
    else if (another) for (const one of rows) await storeRows(loop, [one]);
    else if (only) giveUpOn(loop, only.work, error);
  }
}
