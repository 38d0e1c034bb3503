/**
 * The chats and orders of a batch as it has left them so far, above what is committed; and the chats of one customer, read together and
 * kept apart.
 */

import { apart, isOwnOrder, together } from "../conversation/customer/together.ts";
import { partnerChatsOf } from "../conversation/partner/partner-news.ts";
import { linesLookedAt, needsBefore, withLines } from "../conversation/reading/told-before.ts";
import type { FindHolders } from "../dispatch/holders.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId, OrderRef } from "../domain/ids.ts";
import type { Order, OrderChange } from "../domain/order.ts";
import type { Elsewhere, Turn } from "../domain/turn.ts";
import { withHolders } from "../orders/change.ts";
import type { DoorStore } from "../store/doors.ts";
import type { EngineStore } from "../store/engine.ts";
import type { ArrivalReader } from "./arrival.ts";
import { createDoorFinder, type DoorFinder } from "./doors.ts";
import { asksOfData, ordersTouched } from "./orders-touched.ts";
import { addressKey, type States } from "./states.ts";

export type BatchChatsDeps = {
  readonly store: EngineStore;
  readonly doors: DoorStore;
  readonly states: States;
  readonly holders?: FindHolders | undefined;
};

/** What a joined chat was shown as is made of these. */
type Parts = { readonly own: Conversation; readonly others: readonly Conversation[] };

export class BatchChats {
  readonly #deps: BatchChatsDeps;
  readonly #byId = new Map<ConversationId, Conversation>();
  /** Chats that this batch begins, by their `addressKey`. */
  readonly #begun = new Map<string, ConversationId>();
  readonly #orders = new Map<OrderRef, Order>();
  /** Made when the first proof, or the first joined chat, comes along: in nearly every batch there is none. */
  #finder: DoorFinder | undefined;
  /** Chats that were looked up beside the one that is spoken in. */
  #found: Map<ConversationId, Conversation> | undefined;
  #seen: Map<Conversation, Parts> | undefined;

  constructor(deps: BatchChatsDeps) {
    this.#deps = deps;
  }

  get doors(): DoorFinder {
    this.#finder ??= createDoorFinder({
      doors: this.#deps.doors,
      newest: (stored) => this.#newest(stored),
      get: async (id) => {
        const chat = await this.get(id);
        return chat && this.#newest(chat);
      },
    });
    return this.#finder;
  }

  keep(before: Conversation, conversation: Conversation): void {
    this.#byId.set(conversation.id, conversation);
    if (before.version === 0)
      this.#begun.set(addressKey(conversation.channel, conversation.address), conversation.id);
  }

  keepOrders(changes: readonly OrderChange[]): void {
    for (const { order } of changes) this.#orders.set(order.ref, order);
  }

  async getOrder(ref: OrderRef): Promise<Order | undefined> {
    return this.#orders.get(ref) ?? (await this.#deps.store.getOrder(ref));
  }

  /** The event with the newest orders that it may touch. */
  async withOrders(conversation: Conversation, event: Event): Promise<Event> {
    if (event.type !== "understood" && event.type !== "chose" && event.type !== "order_entered") return event;
    const orders: Order[] = [];
    const holders = await this.#holdersFor(conversation, event);
    for (const ref of new Set([...ordersTouched(conversation, event), ...holders.keys()])) {
      const order = await this.getOrder(ref);
      // A reference that belongs to somebody else is none of this customer's business: as good as unknown.
      if (!order || !isOwnOrder(conversation, order)) continue;
      orders.push(withHolders(order, holders.get(ref) ?? []));
    }
    if (orders.length === 0) return event;
    await this.lookUpPartners(orders);
    return { ...event, orders };
  }

  /** Who has or had any order of this customer, where they may say what is to become of their data. */
  async #holdersFor(conversation: Conversation, event: Event): Promise<Awaited<ReturnType<FindHolders>>> {
    const { holders } = this.#deps;
    if (!holders || !asksOfData(conversation, event)) return new Map();
    const { id, doors = [] } = conversation;
    return holders([id, ...doors.map((door) => door.conversation)]);
  }

  /** The event with the customer's own last lines, where it needs them; those that this very batch has heard are not among them. */
  async withBefore(
    { catalogue, inline }: Pick<ArrivalReader, "catalogue" | "inline">,
    conversation: Conversation,
    event: Event,
  ): Promise<Event> {
    if (!needsBefore(conversation, event)) return event;
    const after = Math.max(0, conversation.lastSeq - linesLookedAt);
    const lines = await this.#deps.store.lines(conversation.id, after, linesLookedAt);
    return withLines(catalogue(), conversation, event, lines, (text, context) => inline.read(text, context));
  }

  async get(id: ConversationId): Promise<Conversation | undefined> {
    const known = this.#byId.get(id) ?? this.#deps.states.get(id);
    if (known) return known;
    const stored = await this.#deps.store.getConversation(id);
    if (stored) this.#deps.states.put(stored);
    return stored;
  }

  /** A chat by its `addressKey`, as this batch or the last commit left it, where it is in memory. */
  known(chat: string): Conversation | undefined {
    const begun = this.#begun.get(chat);
    if (begun) return this.#byId.get(begun);
    const committed = this.#deps.states.find(chat);
    return committed && (this.#byId.get(committed.id) ?? committed);
  }

  async find(channel: string, address: string): Promise<Conversation | undefined> {
    const known = this.known(addressKey(channel, address));
    if (known) return known;
    const stored = await this.#deps.store.findConversation(channel, address);
    if (stored) this.#deps.states.put(stored);
    return stored && (this.#byId.get(stored.id) ?? stored);
  }

  /** A joined chat as it is read: with what the customer's others remember. */
  async together(own: Conversation): Promise<Conversation> {
    if (!own.doors) return own;
    const others = await this.doors.othersOf(own);
    const seen = together(own, others);
    this.#seen ??= new Map();
    this.#seen.set(seen, { own, others });
    return seen;
  }

  /** The chat itself, of one that was read together with others. */
  own(conversation: Conversation): Conversation {
    return this.#seen?.get(conversation)?.own ?? conversation;
  }

  /** What a step made of a chat, each part where it belongs. */
  apart(
    before: Conversation,
    turn: Turn,
    at: number,
  ): { conversation: Conversation; elsewhere?: readonly Elsewhere[] | undefined } {
    const parts = this.#seen?.get(before);
    if (!parts) return turn;
    const own = apart(parts.own, parts.others, before, turn, at);
    return { conversation: own.conversation, elsewhere: [...own.elsewhere, ...(turn.elsewhere ?? [])] };
  }

  /** Looks up the chats that stand for partners' systems, which a change of these orders may tell. */
  async lookUpPartners(orders: readonly Order[], more: readonly ConversationId[] = []): Promise<void> {
    for (const id of new Set([...orders.flatMap(partnerChatsOf), ...more])) {
      const chat = await this.get(id);
      if (chat) this.#newest(chat);
    }
  }

  /** A chat that was looked up beside the one that is spoken in. Throws for one that was not. */
  beside(id: ConversationId): Conversation {
    const chat = this.#byId.get(id) ?? this.#found?.get(id);
    if (!chat) throw new Error(`a chat that was not looked up is to change: ${id}`);
    return chat;
  }

  /** A chat as this batch has left it, or as it was found. */
  #newest(stored: Conversation): Conversation {
    const newest = this.#byId.get(stored.id) ?? stored;
    this.#found ??= new Map();
    this.#found.set(stored.id, newest);
    return newest;
  }
}
