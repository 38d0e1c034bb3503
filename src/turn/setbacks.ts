/**
 * When a turn can't be written: one that fails is tried again and asks for less each time; when the database can't write, nothing is
 * acknowledged and those who wait are told; what passes is asked again, and anything else ends the process.
 */
import type { Acted } from "../engine.ts";
import { StoreError } from "../store/engine.ts";
import type { Loop, WriteProblem } from "./loop.ts";
import type { Failures, Work } from "./work.ts";

/** A full disk, or a database that another program holds, is asked again after this. */
const askAgainMs = 1_000;

/** Tells whoever waits for this work what became of it. */
export function answerWork({ deferred }: Pick<Loop, "deferred">, work: Work, acted: Acted): void {
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
export function giveUpOn(loop: Loop, work: Work, error: unknown): void {
  loop.totals.failed_turns_total += 1;
  loop.log.error({ work: work.type, error }, "a turn failed");
  if (work.type === "happened" || work.type === "opening") work.answer({ type: "unknown" });
  else if (work.failures < 3) {
    work.failures = (work.failures + 1) as Failures;
    work.tries = 0;
    loop.enqueue(work);
  } else if (work.type === "arrived") work.answer({ type: "not_now", reason: "overloaded" });
  else answerWork(loop, work, { type: "unknown" });
}

/** Nothing of these was written. Some problems pass; anything else that the database can't do ends the process. */
export function refuseAll(loop: Loop, works: readonly Work[], error: unknown): void {
  loop.problem = problemOf(error);
  loop.log.error({ error, works: works.length }, "nothing could be written");
  for (const work of works) refuse(loop, work);
  if (loop.problem === "store") fail(loop, error);
  else loop.asking ??= setTimeout(askAgain, askAgainMs, loop).unref();
}

/** Not now: the sender comes again, and what is stored already is read again later. */
export function refuse({ problem, enqueue }: Loop, work: Work): void {
  if (work.type === "arrived") {
    const reason = problem === "disk_full" ? "disk_full" : problem === "busy" ? "overloaded" : "stopping";
    work.answer({ type: "not_now", reason });
  } else if (work.type !== "settled") work.answer({ type: "not_now" });
  else if (problem !== "store") setTimeout(enqueue, askAgainMs, work).unref();
}

/** The database can't be trusted any more: from now on nothing is written, and nothing acknowledged. */
export function fail(loop: Loop, error: unknown): void {
  if (loop.ended) return;
  loop.ended = true;
  loop.problem = "store";
  const { queue } = loop;
  for (let left = queue.take(); left.length > 0; left = queue.take())
    for (const work of left) refuse(loop, work);
  loop.onFatal(error);
}

/** Whether it can be written again is found out without waiting for a customer to try: nobody sends one to an office that is red. */
async function askAgain(loop: Loop): Promise<void> {
  loop.asking = undefined;
  if (loop.problem === undefined || loop.problem === "store") return;
  try {
    await loop.store.commitTurns([], []);
    loop.problem = undefined;
    loop.onQuiet();
  } catch (error) {
    refuseAll(loop, [], error);
  }
}

function problemOf(error: unknown): WriteProblem {
  const passes = error instanceof StoreError && (error.problem === "disk_full" || error.problem === "busy");
  return passes ? (error.problem as WriteProblem) : "store";
}
