/**
 * What the step of a partner's chat must know: the orders that the chat knows of, the partner as it is now, which order's message was answered.
 * And what makes a chat a partner's, or passes a customer's words on to one. Nothing is looked up for an ordinary message of a customer.
 */
import { findPartnerCode, toPartnerWords, withoutPartnerCode } from "../conversation/partner/code.ts";
import { isWithholding } from "../conversation/withhold.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Event, Said } from "../domain/event.ts";
import type { ConversationId, OrderRef, PartnerId } from "../domain/ids.ts";
import type { ChatLine, Content, Inbound } from "../domain/message.ts";
import type { Order } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import { findOrderRefs } from "../language/ids.ts";
import { isClosed } from "../orders/status.ts";
import type { DeliveryStore } from "../store/deliveries.ts";
import type { EngineStore } from "../store/engine.ts";
import type { PartnerStore } from "../store/partners.ts";
import { withoutSecrets } from "./arrival.ts";
import { hashOfPartnerCode } from "./partner-codes.ts";

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
  /** Chats that a step may change beside its own: those of these orders, of their partners, and `more`. */
  readonly lookUp: (orders: readonly Order[], more: readonly ConversationId[]) => Promise<void>;
};

/** `content`: as it may be stored. */
export type PartnerArrival = { readonly event: Event; readonly content: Content };

/** Whether a delivery may be a partner's, or meant for one: to be asked before it is read as a customer's. */
export function mayConcernPartner({ partner, orders }: Conversation, { content, answers }: Inbound): boolean {
  if (content.type === "by_staff") return false;
  if (partner !== undefined || findPartnerCode(content) !== undefined) return true;
  if (orders.length === 0) return false;
  return answers !== undefined || (content.type === "text" && toPartnerWords(content.text) !== undefined);
}

export function createPartnerChats(deps: PartnerChatsDeps) {
  const { partners, deliveries, store, getOrder, lookUp } = deps;

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

  async function joinEvent(
    conversation: Conversation,
    partner: Partner | undefined,
    about: { readonly at: number; readonly said?: Said },
  ): Promise<Event> {
    const orders = partner
      ? (await partners.ordersOf(partner.id)).filter((one) => !isClosed(one.state.status))
      : [];
    const newest = (await Promise.all(orders.map(({ ref }) => getOrder(ref)))).filter(
      (one) => one !== undefined,
    );
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

  async function saidByPartner(
    conversation: Conversation,
    chat: PartnerId,
    said: Said,
    { at, answers }: { readonly at: number; readonly answers: string | undefined },
  ): Promise<PartnerArrival> {
    const { content, kinds } = withoutSecrets(said.content);
    const about = (await answered(conversation.id, answers))?.order;
    const orders = await ordersFor(conversation, content, about);
    const partner = await partners.get(chat);
    await lookUp(
      orders,
      orders.map((order) => order.conversation),
    );
    const event: Event = {
      ...{ type: "partner_said", at, said: { ...said, content }, orders },
      ...(partner && { partner }),
      ...(about !== undefined && { about }),
      ...(kinds.length > 0 && { kinds }),
    };
    return { event, content };
  }

  /** A customer's words for the partner that has their order: led by its name, or an answer to what it wrote. */
  async function passedOn(
    conversation: Conversation,
    said: Said,
    { at, answers }: { readonly at: number; readonly answers: string | undefined },
  ): Promise<PartnerArrival | undefined> {
    if (said.content.type !== "text" || isWithholding(conversation)) return undefined;
    const { content, kinds } = withoutSecrets(said.content);
    if (kinds.length > 0 || content.type !== "text") return undefined;
    const led = toPartnerWords(content.text);
    const line = await answered(conversation.id, answers);
    const isAnswer = line?.from === "partner";
    if (led === undefined && !isAnswer) return undefined;
    const named = isAnswer ? line.order : conversation.orders.find(isWithPartner)?.ref;
    const order = named && (await getOrder(named));
    const partner = order?.partner && (await partners.get(order.partner.id));
    const to = partner?.contacts.chat?.conversation;
    if (order) await lookUp([order], to === undefined ? [] : [to]);
    const event: Event = {
      ...{ type: "wrote_partner", at, said, text: led ?? content.text.trim() },
      ...(order && { order }),
      ...(to !== undefined && { to }),
    };
    return { event, content };
  }

  return {
    joinEvent,
    /** The event of such a delivery; undefined where it is an ordinary message of a customer after all. */
    async arrival(
      conversation: Conversation,
      inbound: Inbound,
      at: number,
    ): Promise<PartnerArrival | undefined> {
      const { content, answers } = inbound;
      const said: Said = { id: inbound.id, seq: conversation.lastSeq + 1, at: inbound.at, content };
      const code = findPartnerCode(content);
      if (code !== undefined) return joined(conversation, said, code, at);
      if (!conversation.partner) return passedOn(conversation, said, { at, answers });
      return saidByPartner(conversation, conversation.partner.id, said, { at, answers });
    },
    /** The event of an act of staff, or of the opening of a chat, with the partner as it is now. */
    async refreshed(conversation: Conversation, event: Event): Promise<Event> {
      if (event.type === "partner_parted" && event.partner) {
        const partner = await partners.get(event.partner.id);
        return { type: event.type, at: event.at, ...(partner && { partner }) };
      }
      if (event.type !== "partner_joined") return event;
      const partner = event.partner && (await partners.get(event.partner.id));
      const isGood = partner?.contacts.linkCode?.code === event.partner?.contacts.linkCode?.code;
      return joinEvent(conversation, isGood ? partner : undefined, { at: event.at });
    },
  };
}

export type PartnerChats = ReturnType<typeof createPartnerChats>;

const isWithPartner = ({ partner, status }: Conversation["orders"][number]): boolean =>
  partner !== undefined && !isClosed(status);
