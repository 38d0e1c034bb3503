/**
 * What the step of a partner's chat must know: the orders that the chat knows of, the partner as it is now, which order's message was answered.
 * And what makes a chat a partner's, or passes a customer's words on to one. Nothing is looked up for an ordinary message of a customer.
 */

import { isWithholding } from "../conversation/consent/withhold.ts";
import { deskChannel } from "../conversation/order/news.ts";
import { findPartnerCode, toPartnerWords, withoutPartnerCode } from "../conversation/partner/code.ts";
import { partnerMail } from "../dispatch/mail-channel.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId, OrderRef, PartnerId } from "../domain/ids.ts";
import type { ChatLine, Content, Inbound } from "../domain/message.ts";
import type { Order } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import type { Said } from "../domain/said.ts";
import type { Reading } from "../domain/understanding.ts";
import { findOrderRefs } from "../language/people/ids.ts";
import { acceptedOffer } from "../orders/offers.ts";
import { isClosed } from "../orders/status.ts";
import type { DeliveryStore } from "../store/deliveries.ts";
import type { EngineStore } from "../store/engine.ts";
import type { PartnerStore } from "../store/partners.ts";
import { withoutSecrets } from "./arrival.ts";
import { hashOfPartnerCode } from "./partner-codes.ts";
import {
  asksForChange,
  asksOfWhich,
  hearerOfAnswer,
  hearerOfTold,
  isEmergency,
  orderChosen,
  ordersMeant,
  wordsToPassOn,
} from "./words-for-partner.ts";

/** The directory as the engine asks it. */
export type PartnerDesk = Pick<PartnerStore, "get" | "withLinkCode"> & {
  /** Orders that a partner carries out now. */
  readonly ordersOf: (partner: PartnerId) => Promise<readonly Order[]>;
};

export type PartnerChatsDeps = {
  readonly partners: PartnerDesk;
  readonly deliveries: Pick<DeliveryStore, "byExternalId">;
  readonly store: Pick<EngineStore, "lines">;
  readonly getOrder: (ref: OrderRef) => Promise<Order | undefined>;
  readonly getChat: (id: ConversationId) => Promise<Conversation | undefined>;
  /** What the office itself would understand by a customer's words. */
  readonly read: (conversation: Conversation, inbound: Inbound, at: number) => Reading | undefined;
  /** Chats that a step may change beside its own: those of these orders, of their partners, and `more`. */
  readonly lookUp: (orders: readonly Order[], more: readonly ConversationId[]) => Promise<void>;
};

/** `content`: as it may be stored. */
export type PartnerArrival = { readonly event: Event; readonly content: Content };
/** The words behind «قولوا للمندوب» are the office's own to hear, as this. */
export type ForOffice = { readonly reading: Reading };

/** Whether a delivery may be a partner's, or meant for one: to be asked before it is read as a customer's. */
export function mayConcernPartner(conversation: Conversation, { content, answers }: Inbound): boolean {
  const { partner, orders } = conversation;
  if (content.type === "by_staff") return false;
  if (partner !== undefined || findPartnerCode(content) !== undefined) return true;
  if (orders.length === 0) return false;
  if (asksOfWhich(conversation)) return content.type === "text" || content.type === "choice";
  if (content.type !== "text") return answers !== undefined;
  const { text } = content;
  return (
    answers !== undefined ||
    toPartnerWords(text) !== undefined ||
    wordsToPassOn(conversation, text) !== undefined
  );
}

export function createPartnerChats(deps: PartnerChatsDeps) {
  const { partners, deliveries, store, getOrder, getChat, read, lookUp } = deps;

  /** The office's line that was answered, by the id that its platform gave it. */
  async function answered(chat: ConversationId, answers: string | undefined): Promise<ChatLine | undefined> {
    const sent = answers === undefined ? undefined : await deliveries.byExternalId(chat, answers);
    const [line] = sent ? await store.lines(chat, sent.seq - 1, 1) : [];
    return line;
  }

  async function joined(
    conversation: Conversation,
    said: Said,
    code: string,
    at: number,
  ): Promise<PartnerArrival> {
    const partner = await partners.withLinkCode(hashOfPartnerCode(code), at);
    const content = withoutPartnerCode(said.content);
    return { content, event: await joinEvent(conversation, partner, { at, said: { ...said, content } }) };
  }

  /** The orders that a partner carries out now, as they are. */
  async function openOf({ id }: Partner): Promise<readonly Order[]> {
    const found = await Promise.all((await partners.ordersOf(id)).map(({ ref }) => getOrder(ref)));
    return found.filter((one) => one !== undefined).filter((one) => !isClosed(one.state.status));
  }

  async function joinEvent(
    conversation: Conversation,
    partner: Partner | undefined,
    about: { readonly at: number; readonly said?: Said },
  ): Promise<Event> {
    const newest = partner ? await openOf(partner) : [];
    const old = partner?.contacts.chat?.conversation;
    await lookUp(newest, old !== undefined && old !== conversation.id ? [old] : []);
    return { type: "partner_joined", ...about, ...(partner && { partner }), orders: newest };
  }

  /** The orders that the chat knows of and those that the words name, where they are this partner's business. */
  async function ordersFor(
    { id, partner }: Conversation,
    content: Content,
    about?: OrderRef,
  ): Promise<readonly Order[]> {
    const words = "text" in content ? (content.text ?? "") : "";
    const known = partner?.jobs.map(({ ref }) => ref) ?? [];
    const refs = new Set([
      ...known,
      ...findOrderRefs(words).map(({ value }) => value),
      ...(about ? [about] : []),
    ]);
    const found = (await Promise.all([...refs].map(getOrder))).filter((one) => one !== undefined);
    const isTheirs = (order: Order) =>
      known.includes(order.ref) || order.partner?.id === partner?.id || order.conversation === id;
    return found.filter(isTheirs);
  }

  async function unreadOf(orders: readonly Order[]): Promise<readonly OrderRef[]> {
    const chats = await Promise.all(orders.map((order) => getChat(order.conversation)));
    const isUnread = (chat: Conversation | undefined) =>
      chat?.channel === deskChannel || chat?.goneAt !== undefined;
    return orders.flatMap(({ ref }, place) => (isUnread(chats[place]) ? [ref] : []));
  }

  async function saidByPartner(
    conversation: Conversation,
    chat: PartnerId,
    said: Said,
    { at, answers }: { readonly at: number; readonly answers: string | undefined },
  ): Promise<PartnerArrival> {
    const { content, kinds } = withoutSecrets(said.content);
    const line = await answered(conversation.id, answers);
    const about = line?.order;
    const orders = await ordersFor(conversation, content, about);
    const partner = await partners.get(chat);
    await lookUp(
      orders,
      orders.map((order) => order.conversation),
    );
    const event: Event = {
      ...{ type: "partner_said", at, said: { ...said, content }, orders },
      ...(partner && { partner }),
      ...(about !== undefined && { about, under: line?.choices?.map(({ value }) => value) ?? [] }),
      ...{ unread: await unreadOf(orders) },
      ...(kinds.length > 0 && { kinds }),
    };
    return { event, content };
  }

  /** A customer's words for the partner that has their order: led by its name, an answer to what it wrote, or the order that such words are of. */
  async function passedOn(
    conversation: Conversation,
    inbound: Inbound,
    said: Said,
    at: number,
  ): Promise<PartnerArrival | ForOffice | undefined> {
    if (isWithholding(conversation)) return undefined;
    const { content, kinds } = withoutSecrets(said.content);
    if (kinds.length > 0) return undefined;
    const reading = read(conversation, inbound, at);
    const chosen = orderChosen(conversation, content, reading);
    const [only, several] = chosen?.refs ?? [];
    if (chosen && several) {
      const { text, refs: among } = chosen;
      return { content, event: { type: "wrote_partner", at, said, text, among } };
    }
    if (chosen && only) {
      const { text } = chosen;
      return written(said, { ref: only, text, changes: asksForChange(text) }, at);
    }
    if (content.type !== "text") return undefined;
    const led = toPartnerWords(content.text);
    const line = await answered(conversation.id, inbound.answers);
    const isAnswer = line?.from === "partner";
    const told = led === undefined ? wordsToPassOn(conversation, content.text) : undefined;
    if (led === undefined && !isAnswer && told === undefined) return undefined;
    if (isEmergency(reading)) return undefined;
    const text = led ?? content.text.trim();
    const hearer =
      told === undefined
        ? led === undefined && hearerOfAnswer(text, reading)
        : hearerOfTold(told, read(conversation, { ...inbound, content: { type: "text", text: told } }, at));
    if (hearer && hearer.type === "office") return { reading: hearer.reading };
    const among = ordersMeant(conversation, content.text);
    const [ref, another] = isAnswer && line.order ? [line.order] : among;
    if (hearer && hearer.type === "unsure")
      return { content, event: { type: "wrote_partner", at, said, text, among, unsure: true } };
    if (another) return { content, event: { type: "wrote_partner", at, said, text, among } };
    const changes = !isAnswer && asksForChange(text);
    return written(said, { text, changes, ...(ref !== undefined && { ref }) }, at);
  }

  /** The chat that stands for the mailbox of a partner that reads the order on its page: it has taken an offer of it, and no chat. */
  async function pageOf(order: Order, { contacts, state }: Partner): Promise<ConversationId | undefined> {
    const isOpen = state.status !== "paused_by_staff" && acceptedOffer(order) !== undefined;
    if (!isOpen || contacts.email === undefined || contacts.chat) return undefined;
    const chats = await Promise.all((order.partner?.chats ?? []).map(getChat));
    return chats.find((one) => one?.channel === partnerMail)?.id;
  }

  /** The event of words for whoever carries this order out. Where nobody reads that one's chat any more, staff pass them on. */
  async function written(
    said: Said,
    { ref, text, changes }: { readonly ref?: OrderRef; readonly text: string; readonly changes: boolean },
    at: number,
  ): Promise<PartnerArrival> {
    const order = ref && (await getOrder(ref));
    const partner = order?.partner && (await partners.get(order.partner.id));
    const chat = partner?.contacts.chat && (await getChat(partner.contacts.chat.conversation));
    const to = chat?.goneAt === undefined ? chat?.id : undefined;
    const page = order && partner && to === undefined ? await pageOf(order, partner) : undefined;
    if (order)
      await lookUp(
        [order],
        [to ?? page].filter((one) => one !== undefined),
      );
    const event: Event = {
      ...{ type: "wrote_partner", at, said, text },
      ...(order && { order }),
      ...(to !== undefined && { to }),
      ...(page !== undefined && { page }),
      ...(changes && { changes }),
    };
    return { event, content: said.content };
  }

  return {
    joinEvent,
    /** The event of such a delivery; undefined where it is an ordinary message of a customer after all. */
    async arrival(
      conversation: Conversation,
      inbound: Inbound,
      at: number,
    ): Promise<PartnerArrival | ForOffice | undefined> {
      const { content, answers } = inbound;
      const said: Said = { id: inbound.id, seq: conversation.lastSeq + 1, at: inbound.at, content };
      const code = findPartnerCode(content);
      if (code !== undefined) return joined(conversation, said, code, at);
      if (!conversation.partner) return passedOn(conversation, inbound, said, at);
      return saidByPartner(conversation, conversation.partner.id, said, { at, answers });
    },
    /** The event of an act of staff, or of the opening of a chat, with the partner as it is now. */
    async refreshed(conversation: Conversation, event: Event): Promise<Event> {
      if (event.type === "partner_parted" && event.partner) {
        const partner = await partners.get(event.partner.id);
        const orders = partner ? await openOf(partner) : [];
        return { type: event.type, at: event.at, ...(partner && { partner }), orders };
      }
      if (event.type !== "partner_joined") return event;
      const partner = event.partner && (await partners.get(event.partner.id));
      const isGood = partner?.contacts.linkCode?.code === event.partner?.contacts.linkCode?.code;
      return joinEvent(conversation, isGood ? partner : undefined, { at: event.at });
    },
  };
}

export type PartnerChats = ReturnType<typeof createPartnerChats>;
