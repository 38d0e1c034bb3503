/** Whether a page still answers. Twice without an answer is the end of it; one that answers strangely is loading itself anew, for which it has its time. */
import type { Timings } from "./timings.ts";
import { Late, within } from "./within.ts";

export type HeartbeatDeps = {
  /** May the page be asked now? */
  readonly isDue: () => boolean;
  /** WhatsApp's word for its connection. */
  readonly ask: () => Promise<string | null>;
  readonly onAnswer: (state: string | null) => void;
  /** No answer, or a strange one; `isLast`: the page is of no use any more. */
  readonly onMiss: (isLast: boolean, error: unknown) => void;
  readonly timings: Pick<Timings, "heartbeatMs" | "answerMs" | "loadMs">;
};

export type Heartbeat = {
  /** Asks the page now. */
  check(): Promise<void>;
  stop(): void;
};

const mostMissed = 2;

/** Beats until it is stopped. */
export function startHeartbeat({ isDue, ask, onAnswer, onMiss, timings }: HeartbeatDeps): Heartbeat {
  let missed = 0;
  let strange = 0;
  let beating = false;

  async function check(): Promise<void> {
    if (beating || !isDue()) return;
    beating = true;
    try {
      onAnswer(await within(timings.answerMs, ask()));
      missed = strange = 0;
    } catch (error) {
      if (error instanceof Late) missed += 1;
      else strange += 1;
      onMiss(missed >= mostMissed || strange * timings.heartbeatMs > timings.loadMs, error);
    } finally {
      beating = false;
    }
  }

  const beats = setInterval(() => void check(), timings.heartbeatMs);
  return { check, stop: () => clearInterval(beats) };
}
