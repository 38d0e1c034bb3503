/** The step of a flow inside a batch, and what it makes as the store takes it: the chat, its orders, what is said, and other chats. */
import type { Catalogue } from "../conversation/flow/flow.ts";
import { newConversation } from "../conversation/new-conversation.ts";
import { withLostMessage } from "../conversation/person/lost-message.ts";
import { step } from "../conversation/step.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import { type ConversationId, orderRefOf } from "../domain/ids.ts";
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
    orderNumber.next += result.placed ?? 0;
    const { orderChanges, effects, doors, partners } = result;
    const { conversation, elsewhere } = this.#chats.apart(before, result, event.at);
    this.#chats.keep(before, conversation);
    if (orderChanges.length > 0) this.#chats.keepOrders(orderChanges);
    const also = elsewhere && elsewhere.length > 0 && this.#stepAll(elsewhere, conversation.id);
    const outbox = outboxRowsOf(conversation, effects, event.at);
    const changed = orderChanges.at(-1)?.order ?? order;
    return {
      type: "turn",
      work,
      turn: {
        ...{ expect: before.version, conversation, orderChanges, outbox },
        ...answers,
        ...(doors && { doors }),
        ...(partners && { partners }),
        ...(also && { also }),
      },
      ...(changed && { order: changed }),
    };
  }

  /** What a turn makes happen in other chats, and what that makes happen in yet others. Who acts hears of it in their own reply. */
  #stepAll(elsewhere: readonly Elsewhere[], own: ConversationId): readonly CommitTurn[] {
    const turns: CommitTurn[] = [];
    const waiting = [...elsewhere];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (next.conversation === own) continue;
      const { turn, more } = this.#stepElsewhere(next);
      turns.push(turn);
      waiting.push(...more);
    }
    return turns;
  }

  /** What happens in another chat, stepped on that chat's newest state. */
  #stepElsewhere({ conversation: id, event }: Elsewhere): {
    readonly turn: CommitTurn;
    readonly more: readonly Elsewhere[];
  } {
    const before = this.#chats.beside(id);
    const { orderNumber } = this.#deps;
    const fresh = { orderRef: orderRefOf(orderNumber.next), realNow: this.#deps.realNow() };
    const result = step(this.#deps.catalogue(), before, event, fresh);
    if (result.type === "refused") throw new Error(`${event.type} was refused: ${result.refusal.reason}`);
    const { conversation, orderChanges, effects, doors, partners, elsewhere: more = [] } = result;
    this.#chats.keep(before, conversation);
    if (orderChanges.length > 0) this.#chats.keepOrders(orderChanges);
    const outbox = outboxRowsOf(conversation, effects, event.at);
    const turn = {
      ...{ expect: before.version, conversation, orderChanges, outbox },
      ...(doors && { doors }),
      ...(partners && { partners }),
    };
    return { turn, more };
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
