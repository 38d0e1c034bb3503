/**
 * Which partners know a customer: every one that has an order of theirs, or once had, or was shown their own words in an offer, also where the chat remembers the order no
 * more, with the ways in which it is told by now; and the orders that are open, which partners may be asked about. For what the customer wants of their data.
 */
import type { ConversationId, OrderRef, PartnerId } from "../domain/ids.ts";
import type { HistoryRow, Order } from "../domain/order.ts";
import type { PartnerName } from "../domain/partner.ts";
import { holdersBy, shownBy } from "../orders/change.ts";
import { isClosed } from "../orders/status.ts";
import type { OrderStore } from "../store/orders.ts";
import type { PartnerStore } from "../store/partners.ts";
import { type FindChat, namePartner, type ReachDeps } from "./reach.ts";

export type HoldersDeps = Omit<ReachDeps, "openChat"> & {
  readonly orders: Pick<OrderStore, "list" | "histories">;
  readonly partners: Pick<PartnerStore, "get">;
  /** The chat that stands for the partner on a channel, where there is one. */
  readonly findChat: FindChat;
  /** Whether offers of the order show, or have shown, what the customer wrote. */
  readonly showsWords: (order: Order, history: readonly HistoryRow[]) => boolean;
};

/** Of all orders of these chats that a partner has or had, or that are open: an open one may have no holder yet. */
export type FindHolders = (
  chats: readonly ConversationId[],
) => Promise<ReadonlyMap<OrderRef, readonly PartnerName[]>>;

/** Orders looked at in one go. */
const atOnce = 100;

export function createHolders({ orders, partners, findChat, showsWords, ...ways }: HoldersDeps): FindHolders {
  /** An order names the chats of the day on which the partner got it: a phone may have been changed since. */
  async function reached({ id, name }: PartnerName): Promise<PartnerName> {
    const partner = await partners.get(id);
    const { chats } = partner ? await namePartner({ ...ways, openChat: findChat }, partner) : {};
    return { id, name, ...(chats && { chats }) };
  }

  return async (conversations) => {
    const known = new Map<PartnerId, Promise<PartnerName>>();
    const asReached = (partner: PartnerName): Promise<PartnerName> => {
      const found = known.get(partner.id) ?? reached(partner);
      known.set(partner.id, found);
      return found;
    };
    const found = new Map<OrderRef, readonly PartnerName[]>();
    for (const conversation of conversations)
      for await (const page of pagesOf(orders, conversation)) {
        const histories = await orders.histories(page.map(({ ref }) => ref));
        for (const order of page) {
          const history = histories.get(order.ref) ?? [];
          const had = holdersBy(order, history);
          const holders = showsWords(order, history)
            ? [...had, ...othersOf(had, shownBy(order, history))]
            : had;
          if (holders.length > 0 || !isClosed(order.state.status))
            found.set(order.ref, await Promise.all(holders.map(asReached)));
        }
      }
    return found;
  };
}

const othersOf = (some: readonly PartnerName[], all: readonly PartnerName[]): readonly PartnerName[] =>
  all.filter(({ id }) => !some.some((one) => one.id === id));

async function* pagesOf(
  { list }: Pick<OrderStore, "list">,
  conversation: ConversationId,
): AsyncGenerator<readonly Order[]> {
  let after: string | undefined;
  do {
    const page = await list({ conversation }, { limit: atOnce, ...(after !== undefined && { after }) });
    if (page.type !== "page") return;
    yield page.orders;
    after = page.next;
  } while (after !== undefined);
}
