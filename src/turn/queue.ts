/**
 * What waits to become a turn, oldest first. Everybody gets a share: a thousand messages of one customer hold nobody else up, and keep
 * their order among themselves.
 */
import { addressKey } from "./states.ts";
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
  /** Deliveries that wait of one chat. */
  lengthOf(channel: string, address: string): number;
};

export function createQueue(): Queue {
  let waiting: Work[] = [];
  const ofChat = new Map<string, number>();

  function count(work: Work, change: 1 | -1): void {
    if (work.type !== "arrived") return;
    const key = chatOf(work);
    const next = (ofChat.get(key) ?? 0) + change;
    if (next > 0) ofChat.set(key, next);
    else ofChat.delete(key);
  }

  function takeShares(): readonly Work[] {
    const taken: Work[] = [];
    const left: Work[] = [];
    const shares = new Map<string, number>();
    for (const work of waiting) {
      const share = work.type === "arrived" ? (shares.get(chatOf(work)) ?? 0) : 0;
      if (taken.length >= mostInBatch || share >= mostOfOneChat) {
        left.push(work);
        continue;
      }
      if (work.type === "arrived") shares.set(chatOf(work), share + 1);
      taken.push(work);
    }
    waiting = left;
    return taken;
  }

  return {
    push(work) {
      waiting.push(work);
      count(work, 1);
    },
    putBack(works) {
      waiting = [...works, ...waiting];
      for (const work of works) count(work, 1);
    },
    take() {
      let taken: readonly Work[] = waiting;
      if (waiting.length > mostOfOneChat) taken = takeShares();
      else waiting = [];
      for (const work of taken) count(work, -1);
      return taken;
    },
    length: () => waiting.length,
    lengthOf: (channel, address) => ofChat.get(addressKey(channel, address)) ?? 0,
  };
}

function chatOf({ inbound }: Extract<Work, { type: "arrived" }>): string {
  return addressKey(inbound.channel, inbound.address);
}
