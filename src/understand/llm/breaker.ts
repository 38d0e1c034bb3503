/**
 * A circuit breaker: a model that keeps failing is left alone for a while, then asked once; only its answer closes the circuit again.
 * Pure apart from its own state; time is given.
 */

export type Breaker = {
  /** May a call begin now? In a half-open circuit only one at a time. */
  allows(now: number): boolean;
  /** A call begins. */
  began(now: number): void;
  succeeded(): void;
  /** @param pauseMs how long to leave it alone at least, where the server said so */
  failed(now: number, pauseMs?: number): void;
  /** A call was given up for reasons of ours (a stop): it says nothing of the model. */
  dropped(): void;
  state(now: number): "closed" | "open" | "half_open";
};

/** Failures in a row that open the circuit: one is a hiccup, three in a row have a cause. */
const mostFailures = 3;
/** First pause; it doubles with each trial that fails. */
const firstPauseMs = 15_000;
const longestPauseMs = 5 * 60_000;

export function breaker(): Breaker {
  let failures = 0;
  let openUntil = 0;
  let pause = firstPauseMs;
  let trial = false;

  const isOpen = (): boolean => openUntil > 0;
  const state = (now: number) => (!isOpen() ? "closed" : now < openUntil ? "open" : "half_open");

  return {
    state,
    allows: (now) => state(now) === "closed" || (state(now) === "half_open" && !trial),
    began(now) {
      if (state(now) === "half_open") trial = true;
    },
    succeeded() {
      [failures, openUntil, pause, trial] = [0, 0, firstPauseMs, false];
    },
    failed(now, pauseMs = 0) {
      failures += 1;
      const again = isOpen();
      if (failures < mostFailures && !again && pauseMs === 0) return;
      if (again && trial) pause = Math.min(longestPauseMs, pause * 2);
      openUntil = now + Math.min(longestPauseMs, Math.max(pause, pauseMs));
      trial = false;
    },
    dropped() {
      trial = false;
    },
  };
}
