/**
 * Whether anything reaches a customer: the platform tells it, or it shows with a message that is taken or not. What is learnt becomes an
 * event of the chat, and is tried until it is durable.
 */
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Acted } from "../engine.ts";
import type { EngineStore, OutboxRow } from "../store/engine.ts";
import type { Log } from "./deps.ts";
import type { States } from "./states.ts";

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
  readonly log: Log;
};

export type Reach = {
  /** A message was not taken, since nobody is there. Resolves once the chat knows; false: the office stops first. */
  lost(row: OutboxRow): Promise<boolean>;
  /** A message was taken, whatever the platform said before. */
  handed(conversation: ConversationId): void;
  /** The platform's word, given at that moment; as in `Desk.reached`. */
  told(channel: string, address: string, isReached: boolean, at: number): Promise<"done" | "not_now">;
  /** Nothing is tried again any more. */
  stop(): void;
};

export function createReach({ store, states, happen, chatOf, now, rehearsal, log }: ReachDeps): Reach {
  const stopping = new AbortController();

  async function insist(...what: Parameters<ReachDeps["happen"]>): Promise<boolean> {
    for (;;) {
      const { type } = await happen(...what);
      if (type !== "not_now") return true;
      await pause(askAgainMs, stopping.signal);
      if (stopping.signal.aborted) return false;
    }
  }

  /** One that is not in memory was not spoken in since the start, or for long. */
  async function isGone(id: ConversationId): Promise<boolean> {
    const known = states.get(id) ?? (await store.getConversation(id));
    return known?.goneAt !== undefined;
  }

  async function gain(id: ConversationId): Promise<void> {
    try {
      if (await isGone(id))
        await insist(id, ({ goneAt }) => (goneAt === undefined ? undefined : isThere(now())));
    } catch (error) {
      log.error({ error, conversation: id }, "it could not be noted that a customer is reached again");
    }
  }

  return {
    lost({ conversation, effect: { kind, owed } }) {
      const undelivered = { kind, ...(owed && { owed }) };
      return insist(conversation, ({ goneAt, person }) =>
        goneAt !== undefined && person
          ? undefined
          : { type: "reach_changed", at: now(), reached: false, undelivered },
      );
    },
    handed(id) {
      const known = states.get(id);
      if (!known || known.goneAt !== undefined) void gain(id);
    },
    async told(channel, address, isReached, at) {
      const id = await chatOf(channel, address);
      if (id === undefined) return "done";
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
