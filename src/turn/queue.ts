/**
 * What waits to become a turn, oldest first. Everybody gets a share: a thousand messages of one customer hold nobody else up, and keep
 * their order among themselves.
 */
import type { Work } from "./work.ts";

/** Turns in one transaction: enough to share its fsync, few enough that the first does not wait long for the last. */
const mostInBatch = 256;
/** Of these, deliveries of one chat: more than six messages sent at once, an eighth of a batch. */
const mostOfOneChat = 32;

export type Queue = {
  push(work: Work): void;
  /** Puts work back that is to be done before all other. */
  putBack(works: readonly Work[]): void;
  /** The next batch: taken out, in order. */
  take(): readonly Work[];
  length(): number;
  /** Do `most` deliveries of one chat wait already? Counted only once so many wait in all. */
  isCrowdedBy(chat: string, most: number): boolean;
};

export function createQueue(): Queue {
  let waiting: Work[] = [];

  function takeShares(): readonly Work[] {
    const taken: Work[] = [];
    const left: Work[] = [];
    const shares = new Map<string, number>();
    for (const work of waiting) {
      const share = work.type === "arrived" ? (shares.get(work.chat) ?? 0) : 0;
      if (taken.length >= mostInBatch || share >= mostOfOneChat) {
        left.push(work);
        continue;
      }
      if (work.type === "arrived") shares.set(work.chat, share + 1);
      taken.push(work);
    }
    waiting = left;
    return taken;
  }

  return {
    push(work) {
      waiting.push(work);
    },
    putBack(works) {
      waiting = [...works, ...waiting];
    },
    take() {
      let taken: readonly Work[] = waiting;
      if (waiting.length > mostOfOneChat) taken = takeShares();
      else waiting = [];
      return taken;
    },
    length: () => waiting.length,
    isCrowdedBy: (chat, most) =>
      waiting.length >= most &&
      waiting.reduce((sum, work) => (work.type === "arrived" && work.chat === chat ? sum + 1 : sum), 0) >=
        most,
  };
}
