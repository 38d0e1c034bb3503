/**
 * One piece of work on the newest state of its chat becomes a turn ready to be committed. Runs inside a batch: what earlier work
 * of the same batch made of a chat or an order is in the draft of the batch, and is stepped on.
 */

import { concernsProtected } from "../conversation/consent/withhold.ts";
import type { Catalogue } from "../conversation/flow/flow.ts";
import { isEmergencyCall } from "../conversation/person/emergency.ts";
import { needsBefore } from "../conversation/reading/told-before.ts";
import type { FindHolders } from "../dispatch/holders.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Content, Inbound } from "../domain/message.ts";
import type { HeldSaying, Said } from "../domain/said.ts";
import type { Reading } from "../domain/understanding.ts";
import type { DeliveryStore } from "../store/deliveries.ts";
import type { DoorStore } from "../store/doors.ts";
import type { EngineStore } from "../store/engine.ts";
import type { Asked } from "../understand/classifier.ts";
import { type Arrival, type ArrivalReader, readArrival } from "./arrival.ts";
import { BatchChats } from "./batch-chats.ts";
import { needsDoors } from "./doors.ts";
import { createFailedWork, type FailedWork } from "./failed-work.ts";
import type { Held } from "./held.ts";
import { asksOfData, ordersTouched } from "./orders-touched.ts";
import {
  createPartnerChats,
  mayConcernPartner,
  type PartnerChats,
  type PartnerDesk,
} from "./partner-chats.ts";
import type { Prepared } from "./prepared.ts";
import { pendingRowOf } from "./rows.ts";
import type { States } from "./states.ts";
import { begin, Stepping } from "./stepping.ts";
import type { Arrived, Happened, Opening, Settled, Work } from "./work.ts";

export type PrepareDeps = {
  readonly store: EngineStore;
  readonly doors: DoorStore;
  readonly deliveries: DeliveryStore;
  /** The directory; left out: no chat is a partner's. */
  readonly partners?: PartnerDesk | undefined;
  readonly holders?: FindHolders | undefined;
  readonly states: States;
  readonly reader: ArrivalReader;
  readonly held: Held;
  readonly catalogue: () => Catalogue;
  /** The office's first language, for a customer of whom nothing is known. */
  readonly language: "ar" | "en";
  readonly now: () => number;
  readonly realNow: () => number;
  /** Is a delivery of this chat waiting for its reading? Then later ones queue behind it. */
  readonly isPending: (conversation: ConversationId) => boolean;
  /** Phones that came with deliveries which are still being read, by their chat: their platform brings them again. */
  readonly phones: Map<ConversationId, string>;
  readonly nextSeq: () => number;
  readonly orderNumber: { next: number };
};

/** A recording can't have words taken out of it: where some may not be kept yet, nothing of it is. */
function keptOf({ content, holds }: Extract<Arrival, { readonly type: "event" }>): Content {
  return holds && content.type === "voice" ? { type: "unsupported", what: "withheld" } : content;
}

/**
 * Whether a delivery may wait behind one that is being read. A secret, or words that may not be kept, can't: what is stored could not be
 * read again. A life in danger doesn't.
 */
function mayQueue({ event, holds }: Extract<Arrival, { readonly type: "event" }>): boolean {
  return event.type !== "sent_secret" && !holds && !isEmergencyCall(event);
}

/** What the office understands by itself; undefined where there are no words, or none that it may keep. */
function readingOf(arrival: Arrival): Reading | undefined {
  if (arrival.type === "ask") return arrival.first;
  return arrival.type === "event" && "reading" in arrival.event ? arrival.event.reading : undefined;
}

/** Chats of partners to whom this brings the order, and of heads to whom it brings a matter. */
function addedChats(event: Event): readonly ConversationId[] {
  if (event.type === "timed_out") return (event.heads ?? []).map(({ conversation }) => conversation);
  if (event.type === "order_due")
    return [
      ...(event.candidates?.chosen.flatMap(({ partner }) => partner.chats ?? []) ?? []),
      ...(event.heads ?? []).map(({ conversation }) => conversation),
    ];
  if (event.type !== "agent_acted") return [];
  const { act } = event;
  return act.type === "offer" || act.type === "give" ? (act.partner.chats ?? []) : [];
}

/** The states that a batch has reached so far, above what is committed. */
export class Batch {
  readonly #deps: PrepareDeps;
  readonly #chats: BatchChats;
  readonly #stepping: Stepping;
  readonly #failed: FailedWork;
  readonly #partnerChats: PartnerChats | undefined;
  /** Chats of which a message of this very batch waits for its reading. */
  readonly #pendingHere = new Set<ConversationId>();

  constructor(deps: PrepareDeps) {
    this.#deps = deps;
    this.#chats = new BatchChats(deps);
    this.#stepping = new Stepping(deps, this.#chats);
    this.#failed = createFailedWork({ ...deps, chats: this.#chats, stepping: this.#stepping });
    const { partners, deliveries, store } = deps;
    this.#partnerChats =
      partners &&
      createPartnerChats({
        ...{ partners, deliveries, store },
        getOrder: (ref) => this.#chats.getOrder(ref),
        getChat: (id) => this.#chats.get(id),
        read: (...about) => readingOf(readArrival(deps.reader, ...about)),
        lookUp: (orders, more) => this.#chats.lookUpPartners(orders, more),
      });
  }

  /** Turns one piece of work into what must be committed. Throws what `step` or a look-up throws. */
  async prepare(work: Work): Promise<Prepared> {
    if ("failures" in work && work.failures > 2) return this.#failed.lost(work);
    switch (work.type) {
      case "arrived":
        return this.#arrived(work);
      case "settled":
        return this.#settled(work);
      case "happened":
        return this.#happened(work);
      case "opening":
        return this.#opening(work);
      default:
        return work satisfies never;
    }
  }

  /**
   * The same without waiting, for the usual case that all of it is in memory or in a database that answers at once.
   * `undefined` when something has to be waited for.
   */
  prepareAtOnce(work: Work): Prepared | undefined {
    if (work.type !== "arrived" || work.failures > 0) return undefined;
    const conversation = this.#chats.known(work.chat);
    if (!conversation || conversation.doors || this.#isPending(conversation.id)) return undefined;
    if (mayConcernPartner(conversation, work.inbound)) return undefined;
    const arrival = readArrival(this.#deps.reader, conversation, work.inbound, work.receivedAt);
    if (arrival.type !== "event" || ordersTouched(conversation, arrival.event).length > 0) return undefined;
    if (asksOfData(conversation, arrival.event)) return undefined;
    if (needsDoors(conversation, arrival.event, work.inbound.phone)) return undefined;
    if (needsBefore(conversation, arrival.event)) return undefined;
    this.#hold(conversation, arrival.holds);
    return this.#stepArrival(work, conversation, arrival.event, arrival.content);
  }

  /** What may not be stored yet is remembered until the customer answers. */
  #hold({ id }: Conversation, saying: HeldSaying | undefined): void {
    if (saying) this.#deps.held.add(id, saying);
  }

  async #arrived(work: Arrived): Promise<Prepared> {
    const { inbound, receivedAt } = work;
    const conversation = await this.#chats.together(await this.#findOrBegin(inbound, receivedAt));
    if (work.failures > 0) return this.#failed.arrived(work, conversation);
    const concerned = mayConcernPartner(conversation, inbound)
      ? await this.#partnerChats?.arrival(conversation, inbound, receivedAt)
      : undefined;
    if (concerned && "event" in concerned)
      return this.#stepArrival(work, conversation, concerned.event, concerned.content);
    const arrival = this.#readAs(conversation, inbound, receivedAt, concerned?.reading);
    if (arrival.type === "ask") {
      const first = !this.#isPending(conversation.id);
      return this.#pending(work, conversation, inbound.content, first ? arrival : undefined);
    }
    if (arrival.type === "sense") return this.#pending(work, conversation, inbound.content);
    if (this.#isPending(conversation.id) && mayQueue(arrival)) {
      return this.#pending(work, conversation, arrival.content);
    }
    this.#hold(conversation, arrival.holds);
    const event = await this.#withNeeds(conversation, arrival.event, inbound.phone);
    return this.#stepArrival(work, conversation, event, arrival.content);
  }

  /** @param known what the words are already known to mean */
  #readAs(conversation: Conversation, inbound: Inbound, receivedAt: number, known?: Reading): Arrival {
    if (!known) return readArrival(this.#deps.reader, conversation, inbound, receivedAt);
    const { id, at, content } = inbound;
    const said = { id, at, content, seq: conversation.lastSeq + 1 };
    return { type: "event", content, event: { type: "understood", at: receivedAt, said, reading: known } };
  }

  #pending(work: Arrived, conversation: Conversation, content: Content, asks?: Asked): Prepared {
    this.#pendingHere.add(conversation.id);
    const { phone } = work.inbound;
    if (phone !== undefined && phone !== conversation.phone?.number)
      this.#deps.phones.set(conversation.id, phone);
    const row = { ...pendingRowOf(work, conversation.id, this.#deps.nextSeq()), content };
    const pending = { type: "pending", work, row, ...(asks && { asks }) } as const;
    if (conversation.version > 0) return pending;
    const opened = { type: "opened", at: work.receivedAt, language: conversation.language } as const;
    const opening = this.#stepping.step(work, conversation, opened, {});
    return opening.type === "turn" ? { ...pending, before: opening.turn } : opening;
  }

  #stepArrival(work: Arrived, conversation: Conversation, event: Event, content: Content): Prepared {
    const row = pendingRowOf(work, conversation.id, this.#deps.nextSeq());
    const inbox = { ...row, content, chatSeq: conversation.lastSeq + 1, state: "done" } as const;
    return this.#stepping.step(work, conversation, event, { inbox });
  }

  async #settled(work: Settled): Promise<Prepared> {
    const { row } = work;
    const own = await this.#chats.get(row.conversation);
    const conversation = own && (await this.#chats.together(own));
    if (!conversation) throw new Error(`the chat of a pending delivery is gone: ${row.conversation}`);
    if (work.failures > 0) return this.#failed.settled(work, conversation);
    const chatSeq = conversation.lastSeq + 1;
    const at = this.#deps.now();
    const { channel, address, id, content } = row;
    // A reading that has come stands, whatever the far classifier would want of a message by now.
    const reader = { ...this.#deps.reader, defers: () => work.reading !== undefined, senses: undefined };
    const arrival = readArrival(reader, conversation, { channel, address, id, content, at: row.at }, at);
    const event = this.#settledEvent(arrival, conversation, { id, seq: chatSeq, at: row.at, content }, work);
    const kept = arrival.type === "event" ? keptOf(arrival) : content;
    const phone = this.#deps.phones.get(conversation.id);
    this.#deps.phones.delete(conversation.id);
    const known = await this.#withNeeds(conversation, event, phone);
    return this.#stepping.step(work, conversation, known, {
      settles: { seq: row.seq, state: "done", chatSeq, content: kept },
    });
  }

  #settledEvent(arrival: Arrival, conversation: Conversation, said: Said, { reading }: Settled): Event {
    const at = this.#deps.now();
    if (arrival.type === "sense") return { type: "sent_media", at, said };
    if (arrival.type === "ask")
      return {
        type: "understood",
        at,
        said,
        reading: this.#allowed(conversation, reading, at) ?? arrival.first,
      };
    this.#hold(conversation, arrival.holds);
    return arrival.event;
  }

  /** A far reading may not start what needs a consent first: the line is stored already, and the inline one saw no such thing in it. */
  #allowed(conversation: Conversation, reading: Reading | undefined, at: number): Reading | undefined {
    if (!reading || concernsProtected(this.#deps.catalogue(), conversation, reading, at)) return undefined;
    return reading;
  }

  async #happened(work: Happened): Promise<Prepared> {
    const conversation = await this.#chats.get(work.conversation);
    const order = work.ref && (await this.#chats.getOrder(work.ref));
    if (!conversation || (work.ref && !order)) return { type: "answered", work, acted: { type: "unknown" } };
    const asked = work.event(conversation, order);
    const event =
      asked && this.#partnerChats ? await this.#partnerChats.refreshed(conversation, asked) : asked;
    if (!event)
      return { type: "answered", work, acted: { type: "done", conversation, ...(order && { order }) } };
    await this.#chats.lookUpPartners(order ? [order] : [], addedChats(event));
    if (event.type !== "agent_acted" || event.act.type !== "split_doors") {
      const seen = await this.#chats.together(conversation);
      return this.#stepping.step(work, seen, await this.#chats.withOrders(seen, event), {}, order);
    }
    // What parts chats must see each as it is.
    const others = await this.#chats.doors.othersOf(conversation);
    return this.#stepping.step(work, conversation, { ...event, others }, {}, order);
  }

  /** The event with its orders, the lines before it, and this person's other chats where a proof may be at hand. */
  async #withNeeds(conversation: Conversation, event: Event, phone: string | undefined): Promise<Event> {
    const ordered = await this.#chats.withOrders(conversation, event);
    const told = await this.#chats.withBefore(this.#deps.reader, conversation, ordered);
    if (!needsDoors(conversation, told, phone)) return told;
    return this.#chats.doors.withDoors(conversation, told, phone);
  }

  async #opening(work: Opening): Promise<Prepared> {
    const found = await this.#chats.find(work.channel, work.address);
    if (found) return { type: "answered", work, acted: { type: "done", conversation: found } };
    const conversation = begin(work.channel, work.address, work.language, work.at, work.id);
    const opened = { type: "opened", at: work.at, language: work.language } as const;
    return this.#stepping.step(work, conversation, opened, {});
  }

  #isPending(conversation: ConversationId): boolean {
    return this.#pendingHere.has(conversation) || this.#deps.isPending(conversation);
  }

  async #findOrBegin(inbound: Inbound, at: number): Promise<Conversation> {
    const found = await this.#chats.find(inbound.channel, inbound.address);
    return found ?? begin(inbound.channel, inbound.address, inbound.language ?? this.#deps.language, at);
  }
}
