/**
 * Whether anything reaches a customer: the platform tells it, or it shows with a message that is taken or not. What is learnt becomes an
 * event of the chat, and is tried until it is durable.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Acted } from "../engine.ts";
import type { Log } from "../log.ts";
import type { EngineStore, OutboxRow } from "../store/engine.ts";
import { createRecent } from "../store/recent.ts";
import type { States } from "./states.ts";

/** Of so many customers it is known when nothing reached them any more; it matters for as long as a hand-over takes. */
const mostLosses = 1_000;
/** A full disk, or a database that another program holds, is asked again after this. */
const askAgainMs = 1_000;

export type ReachDeps = {
  readonly store: Pick<EngineStore, "getConversation">;
  readonly states: Pick<States, "get">;
  readonly happen: (
    conversation: ConversationId,
    event: (conversation: Conversation) => Event | undefined,
  ) => Promise<Acted>;
  readonly chatOf: (channel: string, address: string) => Promise<ConversationId | undefined>;
  /** The office's clock. In a rehearsal the platform's times are not believed. */
  readonly now: () => number;
  readonly rehearsal: boolean;
  /** Monotonic, milliseconds: what came first is asked of one clock alone. */
  readonly ticks: () => number;
  readonly log: Log;
};

export type Reach = {
  /**
   * A message was not taken, since nobody is there, or nobody can say whether it was. Resolves once the chat knows; false: it does not, since the
   * office stops first or the turn could not be made.
   */
  lost(row: OutboxRow, why: "gone" | "unsure"): Promise<boolean>;
  /**
   * A message was taken, whatever the platform said before its hand-over.
   * @param begun when that began, by the monotonic clock
   */
  handed(conversation: ConversationId, begun: number): void;
  /** A message of which nobody could say whether it arrived was sent again by staff, and taken. */
  arrived(conversation: ConversationId, seq: number): void;
  /** The platform's word, given at that moment; as in `Desk.reached`. */
  told(channel: string, address: string, isReached: boolean, at: number): Promise<"done" | "not_now">;
  /** Nothing is tried again any more. */
  stop(): void;
};

export function createReach(deps: ReachDeps): Reach {
  const { store, states, happen, chatOf, now, rehearsal, ticks, log } = deps;
  const stopping = new AbortController();
  /** When it was learnt that nothing reaches them, by the monotonic clock. */
  const losses = createRecent<ConversationId, number>(mostLosses);

  /** @returns whether the chat knows, or there is nothing to know; not where its turn could not be made */
  async function insist(...what: Parameters<ReachDeps["happen"]>): Promise<boolean> {
    for (;;) {
      const { type } = await happen(...what);
      if (type !== "not_now") return type === "done";
      await pause(askAgainMs, stopping.signal);
      if (stopping.signal.aborted) return false;
    }
  }

  const isYounger = (id: ConversationId, begun: number): boolean => (losses.get(id) ?? 0) > begun;

  /** One that is not in memory was not spoken in since the start, or for long. */
  async function isGone(id: ConversationId): Promise<boolean> {
    const known = states.get(id) ?? (await store.getConversation(id));
    return known?.goneAt !== undefined;
  }

  async function gain(id: ConversationId, begun: number): Promise<void> {
    try {
      if (!(await isGone(id))) return;
      // Meanwhile, too, the platform may have said that they have left.
      await insist(id, ({ goneAt }) =>
        goneAt === undefined || isYounger(id, begun) ? undefined : isThere(now()),
      );
    } catch (error) {
      log.error({ error, conversation: id }, "it could not be noted that a customer is reached again");
    }
  }

  return {
    lost({ conversation, seq, effect: { kind, owed } }, why) {
      const undelivered = { kind, ...(owed && { owed }) };
      if (why === "unsure")
        return insist(conversation, () => ({ type: "message_unsure", at: now(), seq, undelivered }));
      losses.put(conversation, ticks());
      return insist(conversation, ({ goneAt, person }) =>
        goneAt !== undefined && person
          ? undefined
          : { type: "reach_changed", at: now(), reached: false, undelivered },
      );
    },
    handed(id, begun) {
      const known = states.get(id);
      if (known && known.goneAt === undefined) return;
      if (!isYounger(id, begun)) void gain(id, begun);
    },
    arrived(id, seq) {
      const sure = insist(id, ({ person }) =>
        person?.doubts?.includes(seq) ? { type: "message_sure", at: now(), seq } : undefined,
      );
      sure.catch((error: unknown) => {
        log.error({ error, conversation: id }, "it could not be noted that a message was taken after all");
      });
    },
    async told(channel, address, isReached, at) {
      const id = await chatOf(channel, address);
      if (id === undefined) return "done";
      if (!isReached) losses.put(id, ticks());
      const acted = await happen(id, ({ goneAt }) => {
        if (isReached === (goneAt === undefined)) return undefined;
        if (isReached) return isThere(now());
        return { type: "reach_changed", at: now(), reached: false, since: rehearsal ? now() : at };
      });
      return acted.type === "not_now" ? "not_now" : "done";
    },
    stop: () => stopping.abort(),
  };
}

function isThere(at: number): Event {
  return { type: "reach_changed", at, reached: true };
}

/** Ends early with the signal. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms).unref();
    signal.addEventListener("abort", end);
  });
}
