/**
 * How fast a line may speak: a bucket of tokens a chat and one for the whole line. A chat that must wait for the line stands in a queue, so
 * that one with a hundred messages holds nobody up.
 */
import type { Rates } from "../channels/channel.ts";
import { type Bucket, ChatBuckets, untilToken } from "./buckets.ts";
import { type Haste, WaitingChats } from "./waiting-chats.ts";

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

/** @param rates a line's own may grow: it is read anew each time */
export function createPace(rates: Rates, { now, chance, grant }: PaceDeps): Pace {
  const chats = new ChatBuckets(rates.chat, now);
  const line: Bucket = { tokens: rates.line.most, at: now() };
  const waiting = new WaitingChats();
  let timer: NodeJS.Timeout | undefined;

  const untilLine = (): number => untilToken(line, rates.line, now());

  function add(chat: string, tokens: 1 | -1): void {
    line.tokens += tokens;
    chats.of(chat).tokens += tokens;
  }

  function waitForLine(): void {
    if (timer || waiting.isEmpty) return;
    const jitter = rates.jitterMs === undefined ? 0 : chance() * rates.jitterMs;
    timer = setTimeout(serve, Math.max(1, Math.ceil(untilLine() + jitter)));
  }

  function serve(): void {
    timer = undefined;
    while (!waiting.isEmpty && untilLine() === 0) {
      const chat = waiting.next();
      if (chat === undefined) break;
      if (!grant(chat)) continue;
      add(chat, -1);
      // With chance in it, the next one waits for its own turn.
      if (rates.jitterMs !== undefined) break;
    }
    waitForLine();
  }

  return {
    ask(chat, haste) {
      const wait = untilToken(chats.of(chat), rates.chat, now());
      if (wait > 0) return wait;
      if (waiting.isEmpty && rates.jitterMs === undefined && untilLine() === 0) {
        add(chat, -1);
        return "now";
      }
      waiting.add(chat, haste);
      waitForLine();
      return "queued";
    },
    hasten: (chat, haste) => waiting.hasten(chat, haste),
    giveBack: (chat) => add(chat, 1),
    stop: () => clearTimeout(timer),
  };
}
