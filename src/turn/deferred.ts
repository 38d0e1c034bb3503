/**
 * Messages that a far classifier reads: stored as pending, read outside any batch, and settled one at a time in the order of
 * their chat. Whatever the classifier does, each comes back: with its reading, or with the inline one made before.
 */
import type { ConversationId } from "../domain/ids.ts";
import type { Reading } from "../domain/understanding.ts";
import type { InboxRow } from "../store/engine.ts";
import type { Asked, DeferredClassifier, Turn } from "../understand/classifier.ts";

export type Deferred = {
  isPending(conversation: ConversationId): boolean;
  /** A row that is stored as pending; `asks` when it is the first of its chat and has been prepared already. */
  add(row: InboxRow, asks?: Asked): void;
  /** Its turn is committed (or it was found settled): the next of its chat goes on. */
  settled(row: InboxRow): void;
  busy(): boolean;
  stop(): void;
};

export type DeferredDeps = {
  readonly classifier: DeferredClassifier | undefined;
  /** Longest wait for a reading, milliseconds. */
  readonly deadlineMs: number;
  /** A waiting row, now that its turn has come: with what was heard or seen in it, and what it asks; nothing when rules settle it. */
  readonly prepare: (row: InboxRow, stopping: AbortSignal) => Promise<Waiting>;
  /** The last lines of the chat before the message, oldest first. */
  readonly recent: (asked: Asked) => Promise<readonly Turn[]>;
  /** Puts the settling into the engine's queue. */
  readonly settle: (row: InboxRow, reading: Reading | undefined) => void;
  readonly onFailure: (error: unknown) => void;
};

export type Waiting = { readonly row: InboxRow; readonly asks?: Asked };

export function createDeferred(deps: DeferredDeps): Deferred {
  const waiting = new Map<ConversationId, InboxRow[]>();
  const stopping = new AbortController();

  async function read(row: InboxRow, prepared?: Asked): Promise<void> {
    let waits: Waiting = { row, ...(prepared && { asks: prepared }) };
    try {
      if (!prepared) waits = await deps.prepare(row, stopping.signal);
      deps.settle(waits.row, waits.asks && (await ask(waits.asks)));
    } catch (error) {
      if (stopping.signal.aborted) return;
      deps.onFailure(error);
      deps.settle(waits.row, waits.asks?.first);
    }
  }

  async function ask(asked: Asked): Promise<Reading> {
    if (!deps.classifier) return asked.first;
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(deps.deadlineMs)]);
    return until(signal, deps.classifier.read(asked, { recent: await deps.recent(asked), signal }));
  }

  return {
    isPending: (conversation) => waiting.has(conversation),
    add(row, asks) {
      const rows = waiting.get(row.conversation);
      if (rows) {
        rows.push(row);
        return;
      }
      waiting.set(row.conversation, [row]);
      void read(row, asks);
    },
    settled(row) {
      const rows = waiting.get(row.conversation);
      if (rows?.[0]?.seq !== row.seq) return;
      rows.shift();
      const next = rows[0];
      if (next) void read(next);
      else waiting.delete(row.conversation);
    },
    busy: () => waiting.size > 0,
    stop: () => stopping.abort(new Error("the office is stopping")),
  };
}

/** What a far reader answers, or a rejection once the signal ends: it may not heed the signal itself. */
export async function until<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  const over = Promise.withResolvers<never>();
  const giveUp = () => over.reject(signal.reason);
  signal.addEventListener("abort", giveUp, { once: true });
  // Whatever came before the question may have taken until then.
  if (signal.aborted) giveUp();
  try {
    return await Promise.race([answer, over.promise]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
