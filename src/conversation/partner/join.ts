/** A chat becomes a partner's by a one-time code of its page, and is one no more when staff unlink it or another chat takes its place. */
import type { Event } from "../../domain/event.ts";
import type { ConversationId } from "../../domain/ids.ts";
import type { Order, OrderChange } from "../../domain/order.ts";
import type { Partner } from "../../domain/partner.ts";
import type { PartnerChat } from "../../domain/partner-chat.ts";
import { isolate } from "../../language/format.ts";
import { nextVersion } from "../../orders/change.ts";
import { isClosed } from "../../orders/status.ts";
import { tie, type Work } from "../work.ts";
import { withJob } from "./jobs.ts";
import { type Told, told } from "./show.ts";
import { line } from "./speak.ts";

type Joined = Extract<Event, { type: "partner_joined" }>;

export function stepPartnerJoined(work: Work, event: Joined): void {
  const { partner } = event;
  const already = work.partner;
  if (!partner) {
    line(work, "code_unknown");
    return;
  }
  if (already?.id === partner.id) {
    alreadyJoined(work, partner);
    return;
  }
  if (already) {
    line(work, "other_partner", { partner: already.name[work.language] });
    return;
  }
  const refusal = refusalOf(work);
  if (refusal) {
    line(work, ...refusal);
    return;
  }
  work.partner = chatOf(partner, event);
  leaveCustomer(work, partner);
  work.partners.push(linked(partner, work));
  const old = partner.contacts.chat?.conversation;
  for (const order of event.orders) work.changes.push(withChats(order, old, work.before.id));
  if (old !== undefined && old !== work.before.id)
    work.elsewhere.push({ conversation: old, event: { type: "partner_parted", at: event.at } });
  const names = { partner: partner.name[work.language], office: work.catalogue.office.name[work.language] };
  line(work, "joined", names);
}

/** The same code again, or a new one from the chat that is linked. A new one is used up. */
function alreadyJoined(work: Work, partner: Partner): void {
  if (partner.contacts.linkCode) work.partners.push(linked(partner, work));
  line(work, "joined_already", { partner: partner.name[work.language] });
}

/** A customer whose order is open would lose sight of it, and one who is known elsewhere is read together with those chats. */
function refusalOf(work: Work): readonly [Told, Readonly<Record<string, string>>] | undefined {
  const order = work.orders.find(({ status }) => !isClosed(status));
  if (order) return ["has_order", { ref: isolate(order.ref) }];
  return work.before.doors ? ["has_doors", {}] : undefined;
}

function chatOf(partner: Partner, { at, orders }: Joined): PartnerChat {
  const begun: PartnerChat = { id: partner.id, name: partner.name, since: at, lastNumber: 0, jobs: [] };
  return orders.reduce(
    (chat, order) =>
      withJob(chat, order.ref, order.offers?.findLast((one) => one.partner.id === partner.id)?.id),
    begun,
  );
}

/** What was a customer's in it is over: the chat goes on as somebody else's. */
function leaveCustomer(work: Work, { languages }: Partner): void {
  work.language = languages[0] ?? work.language;
  work.languageFixed = true;
  work.drafts = [];
  work.active = undefined;
  work.open = undefined;
  work.misses = 0;
  work.person = undefined;
  work.known = {};
  work.optedOut = undefined;
  tie(work, { linkCode: undefined, found: undefined });
}

function linked({ contacts, ...partner }: Partner, { before, at }: Work): Partner {
  const { linkCode: _used, ...rest } = contacts;
  return { ...partner, contacts: { ...rest, chat: { conversation: before.id, linkedAt: at } } };
}

/** The order with other chats in which its partner is told of it: without the one that is the partner's no more, with the one that is now. */
function withChats(order: Order, old?: ConversationId, own?: ConversationId): OrderChange {
  const { partner } = order;
  if (!partner) return nextVersion(order, order);
  const left = (partner.chats ?? []).filter((chat) => chat !== old);
  const chats = [...new Set([...left, ...(own === undefined ? [] : [own])])];
  return nextVersion({ ...order, partner: { ...partner, chats } }, order);
}

/** @returns what is said is owed: who was linked must know that nothing comes here any more */
export function stepPartnerParted(
  work: Work,
  { partner, orders = [] }: Extract<Event, { type: "partner_parted" }>,
): void {
  for (const order of orders) work.changes.push(withChats(order, work.before.id));
  const { partner: chat } = work;
  if (partner && partner.contacts.chat?.conversation === work.before.id) {
    const { chat: _chat, ...contacts } = partner.contacts;
    work.partners.push({ ...partner, contacts });
  }
  if (!chat) {
    work.silent = true;
    return;
  }
  const text = told(work, "parted", {
    partner: chat.name[work.language],
    phone: isolate(work.catalogue.office.phone),
  });
  work.partner = undefined;
  work.person = undefined;
  work.says.push({ type: "say", kind: "news", from: "office", language: work.language, text, owed: true });
}
