/** What a change of an order tells the systems of partners: each its own, and only what it needs. */

import type { ConversationId } from "../../domain/ids.ts";
import type { PartnerNotice, Payment } from "../../domain/notice.ts";
import type { Offer } from "../../domain/offer.ts";
import type { HistoryRow, Order, OrderChange } from "../../domain/order.ts";
import type { PartnerName } from "../../domain/partner.ts";
import type { Elsewhere } from "../../domain/turn.ts";
import { appointmentWish } from "../../orders/appointment.ts";
import { holdersOf } from "../../orders/change.ts";
import { awaited } from "../../orders/confirmation.ts";
import { shownFields } from "../../orders/shown-fields.ts";
import { isClosed, stageOf } from "../../orders/status.ts";
import type { Catalogue } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";

type Told = { readonly partner: PartnerName; readonly type: PartnerNotice["type"]; readonly offer?: Offer };

/**
 * The notices of a change, each for the chat that stands for a partner's system. Who had the order before and has it no more always hears so.
 * @param withdrawn offers that the change has taken back by itself
 */
export function partnersTold(
  { catalogue, at }: { readonly catalogue: Catalogue; readonly at: number },
  change: OrderChange,
  withdrawn: readonly Offer[],
): readonly Elsewhere[] {
  const { order, history } = change;
  const told = [
    ...withdrawn.map((offer): Told => ({ partner: offer.partner, type: "offer.withdrawn", offer })),
    ...history.flatMap((row) => offerTold(order, row)),
    ...holderTold(catalogue, change),
    ...dataTold(change),
  ];
  return told.flatMap(({ partner, type, offer }) =>
    (partner.chats ?? []).map((conversation) => ({
      conversation,
      event: {
        ...{ type: "partner_told", at, notice: noticeOf(catalogue, order, type, offer) },
        ...{ partner: partner.id, order },
      },
    })),
  );
}

/** The chats that stand for the systems of partners whom a change of this order may concern. */
export function partnerChatsOf(order: Order): readonly ConversationId[] {
  const { offers = [] } = order;
  const concerned = [...holdersOf(order), ...offers.map((offer) => offer.partner)];
  return [...new Set(concerned.flatMap(({ chats = [] }) => chats))];
}

function offerTold(order: Order, { what, partner }: HistoryRow): readonly Told[] {
  const offer = partner && newestOffer(order, partner);
  if (!offer) return [];
  if (what === "offered" || (what === "offered_again" && offer.state.type === "open"))
    return [{ partner, type: "offer.made", offer }];
  return what === "offer_withdrawn" ? [{ partner, type: "offer.withdrawn", offer }] : [];
}

/** Who has the order now, and who had it. What a partner did itself is no news to it. */
export function holderTold(catalogue: Catalogue, { before, order, history }: OrderChange): readonly Told[] {
  const [had, has] = [before?.partner, order.partner];
  if (had?.id !== has?.id)
    return [
      ...(had ? [{ partner: had, type: "order.cancelled" } as const] : []),
      ...(has ? [assigned(order, has)] : []),
    ];
  if (!has) return [];
  const { status } = order.state;
  const isNew = before !== undefined && status !== before.state.status;
  const byItself = history.every(({ by }) => by.type === "partner" && by.id === has.id);
  if (isNew && isClosed(status) && status !== "done" && !byItself)
    return [{ partner: has, type: "order.cancelled" }];
  const paid = history.some(({ what }) => what === "pay_agreed") ? newestOffer(order, has) : undefined;
  if (paid) return [{ partner: has, type: "order.amended", offer: paid }];
  const isOther = history.some(({ what }) => what === "corrected" || what === "amended");
  const isDecided = history.some(({ what }) => what === "appointment_kept");
  return (isOther && !byItself) || isDecided || isNewWish(catalogue, order, before)
    ? [{ partner: has, type: "order.amended" }]
    : [];
}

/** Whoever has the customer's data hears what they want of them, also once the order is over, or another's. */
function dataTold({ history }: OrderChange): readonly Told[] {
  return history.flatMap(({ what, partner }): readonly Told[] =>
    what === "data_asked" && partner ? [{ partner, type: "customer.data" }] : [],
  );
}

/** Who pays the partner for what was offered, when, and how much. */
export function paymentOf({ pays, asks }: Pick<Offer, "pays" | "asks">): Payment {
  const amount = pays ? "fixed" : asks === "price" ? "own_price" : "to_agree";
  return { by: "office", when: "order_done", amount };
}

/** Of the appointment, which staff decide on later. */
function isNewWish(catalogue: Catalogue, order: Order, before: Order | undefined): boolean {
  const wishOf = (one: Order) => appointmentWish(one, flowOf(catalogue, one), catalogue.zone);
  const wish = wishOf(order);
  return wish !== undefined && wish !== (before && wishOf(before));
}

function assigned(order: Order, partner: PartnerName): Told {
  const offer = newestOffer(order, partner);
  return { partner, type: "order.assigned", ...(offer && { offer }) };
}

const newestOffer = ({ offers = [] }: Order, { id }: PartnerName): Offer | undefined =>
  offers.findLast(({ partner }) => partner.id === id);

/** What a partner reads of an order at this point: after acceptance more than in an offer. */
export function noticeOf(
  catalogue: Catalogue,
  order: Order,
  type: PartnerNotice["type"],
  offer: Offer | undefined,
): PartnerNotice {
  const { questions, dispatch } = flowOf(catalogue, order);
  const hasIt = type === "order.assigned" || type === "order.amended";
  const { contact, offer_shows: offerShows } = dispatch;
  const isOfData = type === "customer.data";
  const shown =
    isOfData || type === "customer.wrote"
      ? []
      : shownFields(questions, order.fields, { hasIt, contact, offerShows });
  const stage = stageOf(order.state);
  const change = type === "order.amended" || type === "order.cancelled" ? awaited(order)?.n : undefined;
  const wish = hasIt ? appointmentWish(order, flowOf(catalogue, order), catalogue.zone) : undefined;
  return {
    type,
    ...(offer && {
      offer: {
        ...{ id: offer.id, until: new Date(offer.until).toISOString() },
        ...(offer.pays && { pays: offer.pays }),
        ...(offer.asks && { asks: offer.asks }),
        payment: paymentOf(offer),
      },
    }),
    order: {
      ...{ ref: order.ref, service: order.service, status: order.state.status },
      ...(stage !== undefined && { stage }),
      ...(wish && { wish }),
      ...(change !== undefined && { change }),
      ...(isOfData && order.dataAsked && { data: order.dataAsked }),
      fields: Object.fromEntries(shown.map(({ question, value }) => [question.name, value])),
    },
  };
}
