/** The step of a flow inside a batch, and what it makes as the store takes it: the chat, its orders, what is said, and other chats. */
import type { Catalogue } from "../conversation/flow.ts";
import { withLostMessage } from "../conversation/lost-message.ts";
import { newConversation } from "../conversation/new-conversation.ts";
import { step } from "../conversation/step.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import { orderRefOf } from "../domain/ids.ts";
import type { Order } from "../domain/order.ts";
import type { Elsewhere } from "../domain/turn.ts";
import type { CommitTurn } from "../store/engine.ts";
import type { BatchChats } from "./batch-chats.ts";
import { freshConversationId, freshCustomerId } from "./ids.ts";
import type { Prepared } from "./prepared.ts";
import { outboxRowsOf } from "./rows.ts";
import type { Work } from "./work.ts";

export type SteppingDeps = {
  readonly catalogue: () => Catalogue;
  readonly realNow: () => number;
  /** Of the next order, over all batches. */
  readonly orderNumber: { next: number };
};

export class Stepping {
  readonly #deps: SteppingDeps;
  readonly #chats: BatchChats;

  constructor(deps: SteppingDeps, chats: BatchChats) {
    this.#deps = deps;
    this.#chats = chats;
  }

  /** The step itself, and its turn as the store takes it. */
  step(
    work: Work,
    before: Conversation,
    event: Event,
    answers: Pick<CommitTurn, "inbox" | "settles">,
    order?: Order,
  ): Prepared {
    const { orderNumber } = this.#deps;
    const result = step(this.#deps.catalogue(), before, event, {
      orderRef: orderRefOf(orderNumber.next),
      realNow: this.#deps.realNow(),
    });
    if (result.type === "refused") {
      return {
        type: "answered",
        work,
        acted: { type: "refused", refusal: result.refusal, ...(order && { order }) },
      };
    }
    if (result.placed) orderNumber.next += 1;
    const { orderChanges, effects, doors } = result;
    const { conversation, elsewhere } = this.#chats.apart(before, result, event.at);
    this.#chats.keep(before, conversation);
    const also = elsewhere && elsewhere.length > 0 && elsewhere.map((one) => this.#stepElsewhere(one));
    if (orderChanges.length > 0) this.#chats.keepOrders(orderChanges);
    const outbox = outboxRowsOf(conversation, effects, event.at);
    const changed = orderChanges.at(-1)?.order ?? order;
    return {
      type: "turn",
      work,
      turn: {
        ...{ expect: before.version, conversation, orderChanges, outbox },
        ...answers,
        ...(doors && { doors }),
        ...(also && { also }),
      },
      ...(changed && { order: changed }),
    };
  }

  /** What a turn makes happen in another chat, stepped on that chat's newest state. */
  #stepElsewhere({ conversation: id, event }: Elsewhere): CommitTurn {
    const before = this.#chats.beside(id);
    const { orderNumber } = this.#deps;
    const fresh = { orderRef: orderRefOf(orderNumber.next), realNow: this.#deps.realNow() };
    const result = step(this.#deps.catalogue(), before, event, fresh);
    if (result.type === "refused") throw new Error(`${event.type} was refused: ${result.refusal.reason}`);
    const { conversation, orderChanges, effects, doors } = result;
    this.#chats.keep(before, conversation);
    const outbox = outboxRowsOf(conversation, effects, event.at);
    return { expect: before.version, conversation, orderChanges, outbox, ...(doors && { doors }) };
  }

  /** A person is called, and nothing is said: for when a step, or what it makes, fails. */
  bareCase(seen: Conversation, at: number, answers: Pick<CommitTurn, "inbox" | "settles">): CommitTurn {
    const before = this.#chats.own(seen);
    const conversation = withLostMessage(before, at, Object.keys(answers).length);
    this.#chats.keep(before, conversation);
    return { expect: before.version, conversation, orderChanges: [], outbox: [], ...answers };
  }
}

/** A chat in which nothing has been said yet. */
export function begin(
  channel: string,
  address: string,
  language: "ar" | "en",
  at: number,
  id = freshConversationId(),
): Conversation {
  return newConversation({ id, customer: freshCustomerId(), channel, address, language, at });
}
