/** The port for reading orders in memory: every question is a walk over all of them, which is right for a small office. */
import { orderNumberOf } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import {
  closedStatuses,
  countedAtMost,
  isOfDepartments,
  mayRead,
  type OrderFilter,
  type OrderStore,
  type PageRequest,
} from "../orders.ts";
import { searchedText, wordsOf } from "../searched-text.ts";
import type { Tables } from "./tables.ts";

export function memoryOrders(tables: Tables): OrderStore {
  const newestFirst = () =>
    [...tables.orders.values()].sort((a, b) => orderNumberOf(b.ref) - orderNumberOf(a.ref));
  return {
    get: async (ref) => tables.orders.get(ref),
    list: async ({ customer, ...filter }, page) => {
      // Whose an order is, its chat says: chats of two customers may have been joined since.
      const isTheirs = (order: Order) =>
        (tables.conversations.get(order.conversation)?.customer ?? order.customer) === customer;
      const orders = customer === undefined ? newestFirst() : newestFirst().filter(isTheirs);
      return listPage(orders, filter, page);
    },
    history: async (ref) => tables.history.get(ref) ?? [],
    histories: async (refs) =>
      new Map(
        refs.flatMap((ref) => {
          const history = tables.history.get(ref);
          return history ? [[ref, history]] : [];
        }),
      ),
    chatsOf: async (refs) => {
      const ids = refs.flatMap((ref) => tables.orders.get(ref)?.conversation ?? []);
      const chats = ids.flatMap((id) => tables.conversations.get(id) ?? []);
      return new Map(chats.map((chat) => [chat.id, chat]));
    },
    endedLeases: async (now, limit) =>
      newestFirst()
        .filter(({ claim }) => claim?.until !== undefined && claim.until <= now)
        .sort((a, b) => (a.claim?.until ?? 0) - (b.claim?.until ?? 0))
        .slice(0, limit),
    partnerLoads: async () => {
      const theirs = newestFirst().filter(isOpenWithPartner);
      const byPartner = Map.groupBy(theirs, ({ partner }) => partner?.id);
      return new Map([...byPartner].flatMap(([id, own]) => (id ? [[id, own.length]] : [])));
    },
    partnerComplaints: async (since) => {
      const blamed = [...tables.orders.values()].flatMap(({ complaint }) => {
        const { blames, at = 0 } = complaint?.outcome ?? {};
        return blames && at >= since ? [blames.id] : [];
      });
      return new Map([...Map.groupBy(blamed, (id) => id)].map(([id, own]) => [id, own.length]));
    },
    about: async (ref, limit) =>
      newestFirst()
        .filter(({ about }) => about === ref)
        .slice(0, limit),
    ofPartner: async (partner, limit) =>
      newestFirst()
        .filter((order) => order.partner?.id === partner && isOpenWithPartner(order))
        .slice(0, limit),
    search: async (query, limit, insider) => {
      const words = wordsOf(query);
      if (words.length === 0) return [];
      return newestFirst()
        .filter((order) => !insider || mayRead(insider, order))
        .filter((order) => words.every((word) => searchedText(order).includes(word)))
        .slice(0, limit);
    },
    counts: async (agent, insider) => {
      const open = newestFirst()
        .filter(({ state }) => !closedStatuses.has(state.status))
        .filter((order) => !insider || mayRead(insider, order));
      const waiting = [...tables.conversations.values()].filter(
        ({ person, channel }) => person && channel !== insider?.channel,
      );
      return {
        open: bounded(open.filter(({ claim }) => !claim)),
        mine: bounded(open.filter(({ claim }) => claim?.agent === agent)),
        complaints: bounded(open.filter(({ kind }) => kind === "complaint")),
        waiting: bounded(waiting),
      };
    },
    waitingChats: async (limit, insider) =>
      [...tables.conversations.values()]
        .filter(({ person, channel }) => person && channel !== insider?.channel)
        .sort((a, b) => (a.person?.since ?? 0) - (b.person?.since ?? 0))
        .slice(0, limit),
  };
}

const isOpenWithPartner = ({ partner, state }: Order): boolean =>
  partner !== undefined && !closedStatuses.has(state.status);

function bounded(found: readonly unknown[]): number {
  return Math.min(found.length, countedAtMost);
}

function listPage(
  orders: readonly Order[],
  filter: Omit<OrderFilter, "customer">,
  { limit, after }: PageRequest,
): Awaited<ReturnType<OrderStore["list"]>> {
  const digits = after === undefined ? undefined : /^before-(\d{1,15})$/.exec(after)?.[1];
  if (after !== undefined && digits === undefined) return { type: "bad_cursor" };
  const below = digits === undefined ? Number.POSITIVE_INFINITY : Number(digits);
  const matching = orders.filter((order) => orderNumberOf(order.ref) < below && isWanted(order, filter));
  const page = matching.slice(0, limit);
  const last = page.at(-1);
  const more = matching.length > limit && last !== undefined;
  return { type: "page", orders: page, ...(more && { next: `before-${orderNumberOf(last.ref)}` }) };
}

function isWanted(order: Order, filter: Omit<OrderFilter, "customer">): boolean {
  const { conversation, statuses, service, kind, claimedBy, ofDepartments } = filter;
  if (kind !== undefined && (order.kind ?? "service") !== kind) return false;
  if (order.kind !== undefined && filter.withoutKinds?.includes(order.kind)) return false;
  if (filter.insider && !mayRead(filter.insider, order)) return false;
  if (ofDepartments && !isOfDepartments(order, ofDepartments)) return false;
  if (conversation !== undefined && order.conversation !== conversation) return false;
  if (statuses && !statuses.includes(order.state.status)) return false;
  if (service !== undefined && order.service !== service) return false;
  if (claimedBy === undefined) return true;
  if (claimedBy === "nobody") return !order.claim;
  return claimedBy === "somebody" ? order.claim !== undefined : order.claim?.agent === claimedBy;
}
