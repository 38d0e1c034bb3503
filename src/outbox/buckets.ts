/** Buckets of tokens (https://en.wikipedia.org/wiki/Token_bucket): one a chat, as long as it is not full for long. */
import type { Rate } from "../channels/channel.ts";

/** So many tokens it had at that moment. */
export type Bucket = { tokens: number; at: number };

/** Chats whose bucket has been full again for this long are forgotten. */
const forgetAfterMs = 60_000;
/** So many buckets are kept before the full ones are looked for. */
const manyBuckets = 5_000;

export class ChatBuckets {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  #lookFrom = manyBuckets;

  /** @param now monotonic, milliseconds */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  of(chat: string): Bucket {
    const known = this.#buckets.get(chat);
    if (known) return known;
    const at = this.#now();
    if (this.#buckets.size >= this.#lookFrom) {
      this.#forgetFull(at);
      this.#lookFrom = Math.max(manyBuckets, this.#buckets.size * 2);
    }
    const bucket = { tokens: this.#rate.most, at };
    this.#buckets.set(chat, bucket);
    return bucket;
  }

  #forgetFull(at: number): void {
    const fullAfterMs = this.#rate.most * this.#rate.everyMs + forgetAfterMs;
    for (const [chat, bucket] of this.#buckets) if (at - bucket.at > fullAfterMs) this.#buckets.delete(chat);
  }
}

/** Fills the bucket up to now; milliseconds until it has a token, 0 when it has one. */
export function untilToken(bucket: Bucket, { most, everyMs }: Rate, now: number): number {
  bucket.tokens = Math.min(most, bucket.tokens + (now - bucket.at) / everyMs);
  bucket.at = now;
  return bucket.tokens >= 1 ? 0 : (1 - bucket.tokens) * everyMs;
}
