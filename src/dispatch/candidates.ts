/** Who may be asked about an order now, as the search needs it: looked up and chosen outside the core, which asks them. */
import type { Catalogue, Flow } from "../conversation/flow/flow.ts";
import { flowOf } from "../conversation/flow/pinned.ts";
import { type OrderRef, offerIdOf, type PartnerId, parsePartnerId } from "../domain/ids.ts";
import type { Order, OrderChange } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import type { Candidate, Candidates } from "../domain/search.ts";
import { isRoomAwaited } from "../orders/due/search.ts";
import { stands } from "../orders/offers.ts";
import { nextOpening } from "../orders/promise.ts";
import { mayPropose } from "../orders/proposal.ts";
import { askedNext } from "../orders/search.ts";
import { calendarOf } from "../partners/calendar.ts";
import type { PartnerStore } from "../store/partners.ts";
import { type Choice, choose, type Known } from "./choose.ts";
import { keptFor, shared } from "./looks.ts";
import { type Load, nothingToDo } from "./rank.ts";
import { isReachable, namePartner, type ReachDeps } from "./reach.ts";
import { createWaitingRoom, mostOpenOffers, placesOf } from "./room.ts";
import { wantedOf } from "./wanted.ts";

export type CandidateDeps = ReachDeps & {
  readonly partners: Pick<PartnerStore, "offering" | "get">;
  readonly catalogue: () => Catalogue;
  readonly zone: string;
  /** What each partner has to do at a moment. */
  readonly loads: (at: number) => Promise<ReadonlyMap<PartnerId, Load>>;
  /** How each has served, as of a moment. */
  readonly standings: (at: number) => Promise<Known["standing"]>;
  /** Cryptographically random. */
  readonly randomBytes: (length: number) => Uint8Array;
};

export type FindCandidates = (order: Order, at: number) => Promise<Candidates>;

/** Whom to ask about an order, and which orders may go on since somebody has room. */
export type PartnerSearch = {
  readonly find: FindCandidates;
  /** What came of the last look for this order is committed, or nothing is: its round is no longer to be counted beside the store. */
  settled(ref: OrderRef): void;
  /** These changes are committed. */
  committed(changes: readonly OrderChange[]): void;
  /** Orders that wait for room and may have it now, oldest first; empty where nothing has happened since the last question, a minute ago at most. */
  roomFor(at: number): Promise<readonly OrderRef[]>;
  /** This one waits no more. */
  forget(ref: OrderRef): void;
};

/** More than are asked together in any round: one may not be reached after all. */
const mostChosen = 12;
/** So many more than are asked are named: one may have been asked meanwhile. */
const spare = 2;
/** Room that nobody told of is seen after so long. */
const looksAgainMs = 60_000;

/** A look whose outcome is not committed yet. */
type UnderWay = {
  /** Whom it asks. */
  readonly round: readonly PartnerId[];
  readonly at: number;
  /** The order where it waits for room, as far as is committed: it goes on waiting if nothing comes of the look. */
  readonly waits?: Order;
};

export function createPartnerSearch(deps: CandidateDeps): PartnerSearch {
  const waiting = createWaitingRoom();
  const reachableOf = keptFor((partners: readonly Partner[]) =>
    partners.filter((partner) => isReachable(partner, deps)),
  );
  const underWay = new Map<OrderRef, UnderWay>();
  const look = async (at: number) => withRounds(await deps.loads(at), underWay.values());
  const loadsNow = shared(look);
  const standingsNow = shared((at: number) => deps.standings(at));
  let isNews = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const waitsForRoom = (order: Order): boolean =>
    order.search?.noRoomSince !== undefined &&
    isRoomAwaited(order, { flow: flowOf(deps.catalogue(), order) });

  /** As it is committed: whoever waits for room again, after a colleague had a look, is looked at again; who waits no more gives its place up. */
  function follow(order: Order): void {
    const isWaiting = waitsForRoom(order);
    const going = underWay.get(order.ref);
    if (going) {
      const { waits: _, ...rest } = going;
      underWay.set(order.ref, isWaiting ? { ...rest, waits: order } : rest);
    }
    if (!isWaiting) waiting.remove(order.ref);
    else if (!going && !waiting.has(order.ref)) waiting.noteUnlooked(order);
  }

  function settled(ref: OrderRef): void {
    const going = underWay.get(ref);
    if (!going) return;
    underWay.delete(ref);
    // The places of its round are free again, or taken by the offers that were made.
    isNews ||= going.round.length > 0;
    if (going.waits && !waiting.has(ref)) waiting.noteUnlooked(going.waits, going.at);
  }

  async function find(order: Order, at: number): Promise<Candidates> {
    const { zone } = deps;
    const { office } = deps.catalogue();
    const partners = await partnersFor(deps, order);
    const able = reachableOf(partners);
    const flow = flowOf(deps.catalogue(), order);
    if (mayPropose(order, flow)) return await findPrices(order, flow, { partners, able, at });
    const standing = await standingsNow(at);
    const loads = await loadsNow(at);
    const load = (id: PartnerId): Load | undefined => loads.get(id);
    const asked = new Set(order.search?.asked);
    const { dispatch } = flow;
    const wanted = wantedOf(order, dispatch, at, asked);
    const hasRoom = (partner: Partner, { offers }: Load): boolean =>
      offers < mostOpenOffers(partner, office.open_offers) && !waiting.isWanted(partner.id, order);
    const choice = choose(able, wanted, { office, zone, standing, load, hasRoom }, mostChosen);
    const opensAt = firstOpening(choice, (partner) => nextOpening(calendarOf(partner, office), zone, at));
    const best = choice.chosen.map(({ partner }) => partner);
    const together = askedNext(dispatch, order);
    const crowded = choice.left.get("crowded") ?? [];
    const isAsking = order.offers?.some((offer) => stands(offer, at)) === true;
    waiting.note(order, best.length === 0 && !isAsking ? crowded : [], together);
    // The round is counted from this moment on: no other order may take the place while its chats are looked up.
    const round = best.slice(0, together).map(({ id }) => id);
    // Beside those that still think, a broadcast asks others for whoever declined.
    if (!isAsking || dispatch.strategy === "broadcast") {
      for (const id of round) addOffer(loads, id);
      underWay.set(order.ref, { round, at, ...(waitsForRoom(order) && { waits: order }) });
    }
    return {
      chosen: await named(deps, order, best, together + spare),
      ...(opensAt !== undefined && { opensAt }),
      ...(crowded.length > 0 && { crowded: crowded.length }),
      left: countsOf(choice, partners.length - able.length),
      reachable: able.length,
    };
  }

  /** Those whose fixed price counts, at whatever hour and however busy they are: nobody is asked yet. */
  async function findPrices(
    order: Order,
    { dispatch }: Flow,
    { partners, able, at }: { partners: readonly Partner[]; able: readonly Partner[]; at: number },
  ): Promise<Candidates> {
    const { office } = deps.catalogue();
    const wanted = { ...wantedOf(order, dispatch, at), atMost: Number.POSITIVE_INFINITY, whenever: true };
    const loads = await loadsNow(at);
    const known: Known = {
      ...{ office, zone: deps.zone, standing: await standingsNow(at) },
      load: (id) => loads.get(id),
    };
    const choice = choose(able, wanted, known, mostChosen);
    const best = choice.chosen.map(({ partner }) => partner);
    return {
      chosen: await named(deps, order, best, askedNext(dispatch, order)),
      left: countsOf(choice, partners.length - able.length),
      reachable: able.length,
    };
  }

  return {
    find,
    settled,
    committed(changes) {
      isNews ||= changes.length > 0;
      for (const { order } of changes) follow(order);
    },
    async roomFor(at) {
      const isLongAgo = at < lookedAt || at >= lookedAt + looksAgainMs;
      if (waiting.isEmpty() || !(isNews || isLongAgo)) return [];
      isNews = false;
      try {
        const loads = await look(at);
        const { open_offers } = deps.catalogue().office;
        lookedAt = at;
        return waiting.next(
          (partner) => placesOf(partner, loads.get(partner.id) ?? nothingToDo, open_offers),
          at,
        );
      } catch (error) {
        isNews = true;
        throw error;
      }
    },
    forget(ref) {
      // Whatever was kept free for it is somebody else's now.
      isNews = true;
      waiting.remove(ref);
    },
  };
}

/** What each has to do, with the offers that are about to be made. */
function withRounds(loads: ReadonlyMap<PartnerId, Load>, looks: Iterable<UnderWay>): Map<PartnerId, Load> {
  const all = new Map(loads);
  for (const { round } of looks) for (const id of round) addOffer(all, id);
  return all;
}

/** The next order of the same look sees that this one asks the partner. */
function addOffer(loads: Map<PartnerId, Load>, id: PartnerId): void {
  const { orders, offers } = loads.get(id) ?? nothingToDo;
  loads.set(id, { orders, offers: offers + 1 });
}

/** The first so many that are told by themselves; each that is named may get a chat by it. */
async function named(
  deps: CandidateDeps,
  order: Order,
  partners: readonly Partner[],
  most: number,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const partner of partners) {
    if (found.length >= most) break;
    const candidate = await candidateOf(deps, order, partner);
    if (candidate.partner.chats !== undefined) found.push(candidate);
  }
  return found;
}

/** Those of the service; of a flow that names its partner, that one. */
async function partnersFor(
  { partners, catalogue }: CandidateDeps,
  order: Order,
): Promise<readonly Partner[]> {
  const { strategy, direct } = flowOf(catalogue(), order).dispatch;
  if (strategy !== "direct") return partners.offering(order.service);
  const id = parsePartnerId(direct ?? "");
  const named = id && (await partners.get(id));
  return named ? [named] : [];
}

async function candidateOf(deps: CandidateDeps, order: Order, partner: Partner): Promise<Candidate> {
  const offer = offerIdOf(order.ref, Buffer.from(deps.randomBytes(12)).toString("base64url"));
  const pays = partner.prices[order.service];
  return { partner: await namePartner(deps, partner), offer, ...(pays && { pays }) };
}

function firstOpening(
  { left }: Choice,
  opensAt: (partner: Partner) => number | undefined,
): number | undefined {
  const moments = (left.get("closed") ?? []).flatMap((partner) => opensAt(partner) ?? []);
  return moments.length === 0 ? undefined : moments.reduce((a, b) => Math.min(a, b));
}

/** That others offer other services is no reason that anybody wonders about; of the one partner that a flow names it is. */
function countsOf({ left }: Choice, unreachable: number): Candidates["left"] {
  const counts: Record<string, number> = {};
  for (const [reason, partners] of left) counts[reason] = partners.length;
  if (unreachable > 0) counts.unreachable = unreachable;
  return counts;
}
