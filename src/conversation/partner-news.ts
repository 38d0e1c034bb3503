/** What a change of an order tells the systems of partners: each its own, and only what it needs. */

import type { ConversationId } from "../domain/ids.ts";
import type { PartnerNotice } from "../domain/notice.ts";
import type { Offer } from "../domain/offer.ts";
import type { HistoryRow, Order, OrderChange } from "../domain/order.ts";
import type { PartnerName } from "../domain/partner.ts";
import type { Elsewhere } from "../domain/turn.ts";
import { shownFields } from "../orders/shown-fields.ts";
import { isClosed, stageOf } from "../orders/status.ts";
import type { Catalogue } from "./flow.ts";
import { flowOf } from "./pinned.ts";

type Told = { readonly partner: PartnerName; readonly type: PartnerNotice["type"]; readonly offer?: Offer };

/**
 * The notices of a change, each for the chat that stands for a partner's system.
 * @param withdrawn offers that the change has taken back by itself
 */
export function partnersTold(
  { catalogue, at }: { readonly catalogue: Catalogue; readonly at: number },
  { order, history }: OrderChange,
  withdrawn: readonly Offer[],
): readonly Elsewhere[] {
  const told = [
    ...withdrawn.map((offer): Told => ({ partner: offer.partner, type: "offer.withdrawn", offer })),
    ...history.flatMap((row) => toldOf(order, row)),
  ];
  return told.flatMap(({ partner, type, offer }) =>
    (partner.chats ?? []).map((conversation) => ({
      conversation,
      event: { type: "partner_told", at, notice: noticeOf(catalogue, order, type, offer) },
    })),
  );
}

/** The chats that stand for the systems of partners whom a change of this order may concern. */
export function partnerChatsOf({ partner, offers = [] }: Order): readonly ConversationId[] {
  const concerned = [...(partner ? [partner] : []), ...offers.map((offer) => offer.partner)];
  return [...new Set(concerned.flatMap(({ chats = [] }) => chats))];
}

/** What one row of the history means to whom. A partner's own report is no news to it. */
function toldOf(order: Order, row: HistoryRow): readonly Told[] {
  const offer = row.partner && newestOffer(order, row.partner);
  switch (row.what) {
    case "offered":
      return row.partner && offer ? [{ partner: row.partner, type: "offer.made", offer }] : [];
    case "offer_withdrawn":
      return row.partner && offer ? [{ partner: row.partner, type: "offer.withdrawn", offer }] : [];
    case "given":
      return row.partner ? [{ partner: row.partner, type: "order.assigned" }] : [];
    case "given_back":
      return row.partner ? [{ partner: row.partner, type: "order.cancelled" }] : [];
    case "corrected":
    case "amended":
      return order.partner ? [{ partner: order.partner, type: "order.amended" }] : [];
    case "moved": {
      const isEnded = isClosed(row.to) && row.to !== "done" && row.by.type !== "partner";
      return order.partner && isEnded ? [{ partner: order.partner, type: "order.cancelled" }] : [];
    }
    default:
      return [];
  }
}

const newestOffer = ({ offers = [] }: Order, { id }: PartnerName): Offer | undefined =>
  offers.findLast(({ partner }) => partner.id === id);

function noticeOf(
  catalogue: Catalogue,
  order: Order,
  type: PartnerNotice["type"],
  offer: Offer | undefined,
): PartnerNotice {
  const { questions, dispatch } = flowOf(catalogue, order);
  const hasIt = type === "order.assigned" || type === "order.amended";
  const shown = shownFields(questions, order.fields, { hasIt, contact: dispatch.contact });
  const stage = stageOf(order.state);
  return {
    type,
    ...(offer && {
      offer: {
        ...{ id: offer.id, until: new Date(offer.until).toISOString() },
        ...(offer.pays && { pays: offer.pays }),
      },
    }),
    order: {
      ...{ ref: order.ref, service: order.service, status: order.state.status },
      ...(stage !== undefined && { stage }),
      fields: Object.fromEntries(shown.map(({ question, value }) => [question.name, value])),
    },
  };
}
