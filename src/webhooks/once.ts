/**
 * Acts on a webhook once, however often it comes: also when its repeat arrives while the first is still being worked on. One process
 * holds an office's data, so what is under way is known in memory; what is done, the store knows.
 */
import type { KeptAnswer, SeenWebhooks } from "./seen.ts";

export type Arrival = {
  readonly sender: string;
  readonly id: string;
  /** Epoch milliseconds by the real clock. */
  readonly at: number;
};

export type Answered = {
  readonly answer: KeptAnswer;
  /** It had come before, or was under way: nothing was done for this one. */
  readonly isRepeat: boolean;
};

/** Statuses that say "not now": what they answer has had no effect, so the same id may act later. */
const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

const onces = new WeakMap<SeenWebhooks, ReturnType<typeof answerOnce>>();

/** One for each memory and for all routes: what is under way is known to it alone. */
export function onceOf(seen: SeenWebhooks): ReturnType<typeof answerOnce> {
  const once = onces.get(seen) ?? answerOnce(seen);
  onces.set(seen, once);
  return once;
}

/** Gives a function that answers one arrival: by what was answered before, or by acting. What `act` throws, every waiting one gets. */
export function answerOnce(
  seen: SeenWebhooks,
): (arrival: Arrival, act: () => Promise<KeptAnswer>) => Promise<Answered> {
  const underWay = new Map<string, Promise<Answered>>();
  const first = async ({ sender, id, at }: Arrival, act: () => Promise<KeptAnswer>): Promise<Answered> => {
    const earlier = await seen.find(sender, id);
    if (earlier) return { answer: earlier, isRepeat: true };
    const answer = await act();
    if (!passing.has(answer.status)) await seen.keep({ sender, id, answer, at });
    return { answer, isRepeat: false };
  };
  return async (arrival, act) => {
    const key = JSON.stringify([arrival.sender, arrival.id]);
    const running = underWay.get(key);
    if (running) return { ...(await running), isRepeat: true };
    const answering = first(arrival, act).finally(() => underWay.delete(key));
    underWay.set(key, answering);
    return answering;
  };
}
