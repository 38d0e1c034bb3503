/**
 * One try at a model, and a second where it may help and there is time for it; the breaker hears how it ended. A server that asks for
 * time gets it inside the deadline, or the breaker gives it the time and the customer the embedded reading.
 */
import type { Breaker } from "./breaker.ts";
import { toModelError } from "./endpoint.ts";
import { isOfContent, ModelError } from "./model-error.ts";

export type Tries = {
  readonly circuit: Breaker;
  /** Milliseconds that only grow. */
  readonly uptime: () => number;
  /** From the first try to the last answer. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly onRetry: () => void;
};

/** A second try needs at least this much of the deadline, and follows the first after a breath. */
const leastForRetryMs = 250;
const shortPauseMs = 20;
/** A key that is refused is not mended in seconds. */
const refusedPauseMs = 60_000;

/** @throws ModelError the last try's */
export async function inTwoTries<T>(attempt: () => Promise<T>, tries: Tries): Promise<T> {
  const { circuit, uptime, signal } = tries;
  const began = uptime();
  circuit.began(began);
  try {
    const result = await attempt().catch(async (error: unknown) => {
      await pauseBefore(toModelError(error, signal), tries.deadlineMs - (uptime() - began), signal);
      tries.onRetry();
      return attempt();
    });
    circuit.succeeded();
    return result;
  } catch (error) {
    const failure = toModelError(error, signal);
    // A stop of ours says nothing of the model; a deadline does.
    if (failure.problem.type === "gone" && !isTimeout(signal)) circuit.dropped();
    else circuit.failed(uptime(), restMs(failure.problem));
    throw failure;
  }
}

/** Waits as long as the server asks for; throws the problem itself where a second try can't help. */
async function pauseBefore(error: ModelError, leftMs: number, signal: AbortSignal): Promise<void> {
  const { problem } = error;
  if (signal.aborted || problem.type === "gone" || problem.type === "refused") throw error;
  const waitMs = problem.type === "wait" ? problem.afterMs : shortPauseMs;
  if (waitMs + leastForRetryMs > leftMs) throw error;
  await pause(waitMs, signal);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new ModelError({ type: "gone" }, "the model did not answer in time"));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** How long the breaker leaves the server alone at least. */
function restMs(problem: ModelError["problem"]): number {
  if (problem.type === "wait") return problem.afterMs;
  return problem.type === "refused" && !isOfContent(problem.status) ? refusedPauseMs : 0;
}

const isTimeout = ({ reason }: AbortSignal): boolean =>
  reason instanceof Error && reason.name === "TimeoutError";
