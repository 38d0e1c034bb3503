/**
 * How fast a line may speak: a bucket of tokens a chat and one for the whole line (https://en.wikipedia.org/wiki/Token_bucket). A chat
 * that must wait for the line stands in a queue, so that one with a hundred messages holds nobody up; answers to somebody who
 * has just written go before news.
 */
import type { Rate, Rates } from "../channels/channel.ts";

/** A bucket: so many tokens it had at that moment. */
type Bucket = { tokens: number; at: number };

/** Chats whose bucket has been full again for this long are forgotten. */
const forgetAfterMs = 60_000;
/** So many buckets are kept before the full ones are looked for. */
const manyBuckets = 5_000;

export type Pace = {
  /**
   * May this chat send one now? `"now"`: its tokens are taken. A number: ask again after so many milliseconds. `"queued"`: `grant` will be called for it.
   */
  ask(chat: string, urgent: boolean): "now" | "queued" | number;
  /** Of a chat that stands in the queue: an answer of it is waited for. */
  hasten(chat: string): void;
  /** What this chat was let send has not left. */
  giveBack(chat: string): void;
  stop(): void;
};

export type PaceDeps = {
  /** Monotonic, milliseconds. */
  readonly now: () => number;
  readonly chance: () => number;
  /** The tokens of this chat have been taken: it sends. False when it has nothing to send any more: they go to the next. */
  readonly grant: (chat: string) => boolean;
};

export function createPace(rates: Rates, { now, chance, grant }: PaceDeps): Pace {
  const chats = new Map<string, Bucket>();
  const line: Bucket = { tokens: rates.line.most, at: now() };
  /** Insertion order is the order of waiting. */
  const urgent = new Set<string>();
  const patient = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let lookFrom = manyBuckets;

  function bucketOf(chat: string): Bucket {
    const known = chats.get(chat);
    if (known) return known;
    if (chats.size >= lookFrom) {
      forgetFull(now());
      lookFrom = Math.max(manyBuckets, chats.size * 2);
    }
    const bucket = { tokens: rates.chat.most, at: now() };
    chats.set(chat, bucket);
    return bucket;
  }

  function forgetFull(at: number): void {
    const fullAfterMs = rates.chat.most * rates.chat.everyMs + forgetAfterMs;
    for (const [chat, bucket] of chats) if (at - bucket.at > fullAfterMs) chats.delete(chat);
  }

  function isWaiting(): boolean {
    return urgent.size > 0 || patient.size > 0;
  }

  function waitForLine(): void {
    if (timer || !isWaiting()) return;
    const jitter = rates.jitterMs === undefined ? 0 : chance() * rates.jitterMs;
    timer = setTimeout(serve, Math.max(1, Math.ceil(untilToken(line, rates.line, now()) + jitter)));
  }

  function serve(): void {
    timer = undefined;
    while (isWaiting() && untilToken(line, rates.line, now()) === 0) {
      const queue = urgent.size > 0 ? urgent : patient;
      const [chat] = queue;
      if (chat === undefined) break;
      queue.delete(chat);
      if (!grant(chat)) continue;
      take(line);
      take(bucketOf(chat));
      // With chance in it, the next one waits for its own turn.
      if (rates.jitterMs !== undefined) break;
    }
    waitForLine();
  }

  return {
    ask(chat, isUrgent) {
      const wait = untilToken(bucketOf(chat), rates.chat, now());
      if (wait > 0) return wait;
      if (!isWaiting() && rates.jitterMs === undefined && untilToken(line, rates.line, now()) === 0) {
        take(line);
        take(bucketOf(chat));
        return "now";
      }
      (isUrgent ? urgent : patient).add(chat);
      waitForLine();
      return "queued";
    },
    hasten(chat) {
      if (patient.delete(chat)) urgent.add(chat);
    },
    giveBack(chat) {
      line.tokens += 1;
      bucketOf(chat).tokens += 1;
    },
    stop() {
      clearTimeout(timer);
    },
  };
}

function take(bucket: Bucket): void {
  bucket.tokens -= 1;
}

/** Fills the bucket up to now; milliseconds until it has a token, 0 when it has one. */
function untilToken(bucket: Bucket, { most, everyMs }: Rate, now: number): number {
  bucket.tokens = Math.min(most, bucket.tokens + (now - bucket.at) / everyMs);
  bucket.at = now;
  return bucket.tokens >= 1 ? 0 : (1 - bucket.tokens) * everyMs;
}
