/**
 * Room for offers: how many a partner may have before it unanswered, and the orders that wait because all who could do them have so many. Kept in memory: what a stop
 * forgets comes back by its own due moment (`waitForRoom`).
 */
import type { OrderRef, PartnerId } from "../domain/ids.ts";
import type { Order } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import type { Load } from "./rank.ts";

/** Unanswered offers that a partner may have at once, by where it is told of them (`open_offers` in office.yaml). */
export type OpenOffers = { readonly chat: number; readonly system: number; readonly mail: number };

/** With a capacity it may choose among twice as many, and among these at least: else one that is silent would hold up all that is sent to it. */
const leastOffers = 3;

/** How many offers it may have unanswered at once. Who has a chat reads them there, whatever else it has. */
export function mostOpenOffers(
  { capacity, contacts: { chat, webhook } }: Pick<Partner, "capacity" | "contacts">,
  { chat: inChat, system, mail }: OpenOffers,
): number {
  const byWay = chat !== undefined ? inChat : webhook !== undefined ? system : mail;
  return capacity === undefined ? byWay : Math.min(byWay, Math.max(leastOffers, 2 * capacity));
}

/** The part of an order by which it is older than another. */
export type Aged = Pick<Order, "ref" | "placedAt">;

/** Orders that wait for room. The oldest comes first, also before one that begins to search meanwhile. */
export type WaitingRoom = {
  /** This order was looked at. @param wants who could do it and has no room; none: it waits no more. @param together how many it asks at once */
  note(order: Aged, wants: readonly Partner[], together: number): void;
  /** This one waits, and for whom is not known: it is to be looked at. @param failedAt its last look came to nothing at this moment */
  noteUnlooked(order: Aged, failedAt?: number): void;
  /** It waits no more. */
  remove(ref: OrderRef): void;
  has(ref: OrderRef): boolean;
  /** Whether an order that is older than this one waits for the partner. */
  isWanted(partner: PartnerId, by: Aged): boolean;
  isEmpty(): boolean;
  /** Whom a place is free for at a moment, oldest first: as many as there are places, and those that are to be looked at. @param placesOf of a partner that somebody waits for */
  next(placesOf: (partner: Partner) => number, at: number): readonly OrderRef[];
};

/** `wants` left out: not known. */
type Waiting = Aged & {
  readonly wants?: readonly Partner[];
  readonly together: number;
  readonly failedAt?: number;
};

/** Of whom an order waits for so many are remembered: when one of these has room is soon enough. */
const mostWants = 50;
/** What came to nothing is tried again after so long. */
const triedAgainMs = 60_000;

export function createWaitingRoom(): WaitingRoom {
  const waiting = new Map<OrderRef, Waiting>();
  /** The oldest that waits for each; worked out when it is asked for. */
  let oldest: Map<PartnerId, Waiting> | undefined;

  function remove(ref: OrderRef): void {
    if (waiting.delete(ref)) oldest = undefined;
  }

  function add(one: Waiting): void {
    const before = waiting.get(one.ref);
    waiting.set(one.ref, one);
    if (before && !isSame(before.wants, one.wants)) oldest = undefined;
    else if (!before && oldest) wanted(oldest, one);
  }

  return {
    note({ ref, placedAt }, wants, together) {
      if (wants.length === 0) remove(ref);
      else add({ ref, placedAt, wants: wants.slice(0, mostWants), together });
    },
    noteUnlooked({ ref, placedAt }, failedAt) {
      add({ ref, placedAt, together: 0, ...(failedAt !== undefined && { failedAt }) });
    },
    remove,
    has: (ref) => waiting.has(ref),
    isWanted(partner, by) {
      if (waiting.size === 0) return false;
      oldest ??= oldestOf(waiting.values());
      const first = oldest.get(partner);
      return first !== undefined && isOlder(first, by);
    },
    isEmpty: () => waiting.size === 0,
    next(placesOf, at) {
      const places = new Map<PartnerId, number>();
      const inOrder = [...waiting.values()].sort((one, other) => (isOlder(one, other) ? -1 : 1));
      return inOrder
        .filter((one) => (one.wants ? takesPlaces(one, places, placesOf) : !rests(one, at)))
        .map(({ ref }) => ref);
    },
  };
}

/** A clock that went back holds nothing up. */
function rests({ failedAt }: Waiting, at: number): boolean {
  return failedAt !== undefined && at >= failedAt && at < failedAt + triedAgainMs;
}

/** Takes as many places as the order asks partners at once, at most; whether there was any. */
function takesPlaces(
  { wants = [], together }: Waiting,
  places: Map<PartnerId, number>,
  placesOf: (partner: Partner) => number,
): boolean {
  let taken = 0;
  for (const partner of wants) {
    if (taken >= together) break;
    const free = places.get(partner.id) ?? placesOf(partner);
    places.set(partner.id, free > 0 ? free - 1 : free);
    if (free > 0) taken += 1;
  }
  return taken > 0;
}

function oldestOf(waiting: Iterable<Waiting>): Map<PartnerId, Waiting> {
  const oldest = new Map<PartnerId, Waiting>();
  for (const one of waiting) wanted(oldest, one);
  return oldest;
}

function wanted(oldest: Map<PartnerId, Waiting>, one: Waiting): void {
  for (const { id } of one.wants ?? []) {
    const first = oldest.get(id);
    if (!first || isOlder(one, first)) oldest.set(id, one);
  }
}

/** Of the same moment the one with the lower number. */
function isOlder(one: Aged, other: Aged): boolean {
  if (one.placedAt !== other.placedAt) return one.placedAt < other.placedAt;
  return one.ref.length === other.ref.length ? one.ref < other.ref : one.ref.length < other.ref.length;
}

function isSame(some: readonly Partner[] = [], others: readonly Partner[] = []): boolean {
  return some.length === others.length && some.every(({ id }, index) => id === others[index]?.id);
}

/** Places that are free: none where it has as many orders as it can carry out. */
export function placesOf(partner: Partner, { orders, offers }: Load, limits: OpenOffers): number {
  if (partner.capacity !== undefined && orders >= partner.capacity) return 0;
  return Math.max(0, mostOpenOffers(partner, limits) - offers);
}
