/** Takes work in: what customers send, what happens in a chat or to an order, and chats that are opened. Each resolves when it is durable. */
import type { Received } from "../channels/channel.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId, OrderRef } from "../domain/ids.ts";
import type { Inbound } from "../domain/message.ts";
import type { Order } from "../domain/order.ts";
import type { Acted, Engine } from "../engine.ts";
import { type EngineStore, StoreError } from "../store/engine.ts";
import type { Turns } from "../turn.ts";
import { cleanContent } from "./arrival.ts";
import type { EngineDeps } from "./deps.ts";
import { addressKey } from "./states.ts";

/** Deliveries that may wait at the door, in all and of one chat; more are asked to come again. */
const mostWaiting = 10_000;
const mostWaitingOfOne = 1_000;

export type IntakeDeps = Pick<EngineDeps, "now" | "rehearsal" | "lines"> & {
  readonly store: Pick<EngineStore, "getOrder">;
  readonly turns: () => Turns;
};

export type Intake = Pick<Engine, "receive" | "openConversation"> & {
  /** An event on the newest state of a chat (and of its order `ref`); `undefined` when it has become pointless. */
  happen(
    conversation: ConversationId,
    event: (conversation: Conversation, order?: Order) => Event | undefined,
    ref?: OrderRef,
  ): Promise<Acted>;
  /** Something that concerns an order happens in the order's own chat. */
  happenTo(ref: OrderRef, event: (order: Order) => Event | undefined): Promise<Acted>;
  isStopped(): boolean;
  /** From now on nothing is taken in; false when it was so already. */
  stop(): boolean;
};

export function createIntake({ store, turns, now, rehearsal, lines }: IntakeDeps): Intake {
  let stopped = false;

  function receive(inbound: Inbound): Promise<Received> {
    if (stopped) return Promise.resolve({ type: "not_now", reason: "stopping" });
    const { enqueue, waiting, isCrowdedBy } = turns();
    const chat = addressKey(inbound.channel, inbound.address);
    if (waiting() >= mostWaiting || isCrowdedBy(chat, mostWaitingOfOne))
      return Promise.resolve({ type: "not_now", reason: "overloaded" });
    const receivedAt = now();
    const at = rehearsal ? receivedAt : Math.min(inbound.at, receivedAt);
    const clean = { ...inbound, at, content: cleanContent(inbound.content) };
    return new Promise((resolve) => {
      const answer = (received: Received): void => {
        if (received.type === "accepted") tellHeard(clean);
        resolve(received);
      };
      enqueue({ type: "arrived", inbound: clean, chat, receivedAt, tries: 0, failures: 0, answer });
    });
  }

  /** Repeats, what was not stored, and what a colleague wrote on the office's phone tell nothing of how well the line hears. */
  function tellHeard({ channel, address, at, content }: Inbound): void {
    if (content.type === "by_staff") return;
    // The lines' page runs on the real clock.
    lines?.heard(channel, address, rehearsal ? undefined : at);
  }

  const happen: Intake["happen"] = (conversation, event, ref) => {
    if (stopped) return Promise.resolve({ type: "not_now" });
    return new Promise((answer) =>
      turns().enqueue({ type: "happened", conversation, event, tries: 0, answer, ...(ref && { ref }) }),
    );
  };

  return {
    receive,
    happen,
    async happenTo(ref, event) {
      const found = await store.getOrder(ref);
      if (!found) return { type: "unknown" };
      return happen(found.conversation, (_, newest) => newest && event(newest), ref);
    },
    async openConversation(input) {
      const acted = await new Promise<Acted>((answer) =>
        turns().enqueue({ ...input, type: "opening", at: now(), tries: 0, answer }),
      );
      if (acted.type !== "done") throw new StoreError("disk_full", "the chat could not be written");
      return acted.conversation;
    },
    isStopped: () => stopped,
    stop() {
      const first = !stopped;
      stopped = true;
      return first;
    },
  };
}
