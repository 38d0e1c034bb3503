/** How long to wait before the platform is asked again, and how a line goes on trying. */
import type { LineState, RefusedReason } from "../channel.ts";
import { BotError } from "./bot.ts";
import { troubleOf } from "./trouble.ts";

/** First wait after a failure, doubled by each, up to the longest. */
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
/** Another program that polls is given time to notice that it is not alone. */
const conflictWaitMs = 5_000;

export type Trying = {
  readonly report: (state: LineState) => void;
  readonly stopping: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** 0–1: waits differ by ±25 %. */
  readonly chance: () => number;
  /** All waits are multiplied by it; 1 unless a test is in a hurry. */
  readonly pace: number;
};

/** Resolves after `ms`, or at once when the line stops. */
export function pause(ms: number, stopping: AbortSignal): Promise<void> {
  if (stopping.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopping.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stopping.addEventListener("abort", done);
  });
}

/**
 * Asks until it has worked, and reports how the line is meanwhile. Undefined: the line stops, or a setting is refused and nothing will
 * help but another.
 * @param asked the setting that is at fault where the platform refuses the question itself
 */
export async function insist<T>(
  trying: Trying,
  ask: () => Promise<T>,
  asked?: RefusedReason,
): Promise<T | undefined> {
  for (let failures = 0; !trying.stopping.aborted; failures += 1) {
    try {
      return await ask();
    } catch (error) {
      if (trying.stopping.aborted) return undefined;
      const wrong = wrongSetting(error, asked);
      if (wrong && !mayMendItself(error)) {
        trying.report({ type: "refused", why: wrong });
        return undefined;
      }
      const waitMs = wrong ? longestWaitMs * trying.pace : waitAfter(error, failures, trying);
      if (wrong) trying.report({ type: "refused", why: wrong });
      else trying.report({ type: "away", why: whyAway(error), retryAt: trying.now() + waitMs });
      await pause(waitMs, trying.stopping);
    }
  }
  return undefined;
}

/** Which setting only its owner can mend. */
function wrongSetting(error: unknown, asked: RefusedReason | undefined): RefusedReason | undefined {
  const trouble = error instanceof BotError ? troubleOf(error).type : undefined;
  if (trouble === "bad_token") return "bad_token";
  return trouble === "refused" ? asked : undefined;
}

/** A name that was registered only lately is known everywhere after a while. */
function mayMendItself(error: unknown): boolean {
  return error instanceof BotError && /resolve host/i.test(error.message);
}

function waitAfter(error: unknown, failures: number, { chance, pace }: Trying): number {
  const trouble = error instanceof BotError ? troubleOf(error) : { type: "unreachable" as const };
  if (trouble.type === "slow_down") return trouble.afterMs * pace;
  const first = trouble.type === "conflict" ? conflictWaitMs : firstWaitMs;
  const backOff = Math.min(longestWaitMs, first * 2 ** Math.min(failures, 10));
  return Math.round(backOff * (0.75 + chance() / 2) * pace);
}

function whyAway(error: unknown): Extract<LineState, { type: "away" }>["why"] {
  const trouble = error instanceof BotError ? troubleOf(error) : undefined;
  if (trouble?.type === "conflict") return "conflict";
  return trouble?.type === "slow_down" ? "slow_down" : "unreachable";
}
