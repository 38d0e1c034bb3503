/**
 * How fast a line may speak: a bucket of tokens a chat and one for the whole line (https://en.wikipedia.org/wiki/Token_bucket). A chat
 * that must wait for the line stands in a queue, so that one with a hundred messages holds nobody up; answers to somebody who
 * has just written go before news, and news of this minute has a fair share beside what has waited for long.
 */
import type { Rate, Rates } from "../channels/channel.ts";

/** A bucket: so many tokens it had at that moment. */
type Bucket = { tokens: number; at: number };

/** Chats whose bucket has been full again for this long are forgotten. */
const forgetAfterMs = 60_000;
/** So many buckets are kept before the full ones are looked for. */
const manyBuckets = 5_000;

/** `answer`: somebody who has just written waits for it. `fresh`: it has just happened. `old`: it was kept back, by an outage or the line's own prudence. */
export type Haste = "answer" | "fresh" | "old";

/** While chats with fresh news and with old ones wait, so many of the one leave for each of the other. */
const freshForOld = 3;

export type Pace = {
  /**
   * May this chat send one now? `"now"`: its tokens are taken. A number: ask again after so many milliseconds. `"queued"`: `grant` will be called for it.
   */
  ask(chat: string, haste: Haste): "now" | "queued" | number;
  /** Of a chat that stands in the queue: it waits for something more urgent now. */
  hasten(chat: string, haste: Haste): void;
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
  const waiting: Readonly<Record<Haste, Set<string>>> = {
    answer: new Set(),
    fresh: new Set(),
    old: new Set(),
  };
  /** Fresh ones in a row, while old ones waited. */
  let freshInRow = 0;
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
    return waiting.answer.size > 0 || waiting.fresh.size > 0 || waiting.old.size > 0;
  }

  function nextQueue(): Set<string> {
    const { answer, fresh, old } = waiting;
    if (answer.size > 0) return answer;
    if (fresh.size === 0 || (old.size > 0 && freshInRow >= freshForOld)) {
      freshInRow = 0;
      return old;
    }
    freshInRow += 1;
    return fresh;
  }

  function waitForLine(): void {
    if (timer || !isWaiting()) return;
    const jitter = rates.jitterMs === undefined ? 0 : chance() * rates.jitterMs;
    timer = setTimeout(serve, Math.max(1, Math.ceil(untilToken(line, rates.line, now()) + jitter)));
  }

  function serve(): void {
    timer = undefined;
    while (isWaiting() && untilToken(line, rates.line, now()) === 0) {
      const queue = nextQueue();
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
    ask(chat, haste) {
      const wait = untilToken(bucketOf(chat), rates.chat, now());
      if (wait > 0) return wait;
      if (!isWaiting() && rates.jitterMs === undefined && untilToken(line, rates.line, now()) === 0) {
        take(line);
        take(bucketOf(chat));
        return "now";
      }
      waiting[haste].add(chat);
      waitForLine();
      return "queued";
    },
    hasten(chat, haste) {
      const { answer, fresh, old } = waiting;
      if (answer.has(chat) || haste === "old" || (haste === "fresh" && fresh.has(chat))) return;
      if (fresh.delete(chat) || old.delete(chat)) waiting[haste].add(chat);
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
