/** Who may be asked about an order now, as the search needs it: looked up and chosen outside the core, which asks them. */
import type { Catalogue } from "../conversation/flow.ts";
import { flowOf } from "../conversation/pinned.ts";
import { offerIdOf, type PartnerId, parsePartnerId } from "../domain/ids.ts";
import type { Order } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import type { Candidate, Candidates } from "../domain/search.ts";
import { nextOpening } from "../orders/promise.ts";
import { calendarOf } from "../partners/calendar.ts";
import type { PartnerStore } from "../store/partners.ts";
import { type Choice, choose, type Known } from "./choose.ts";
import { isReachable, namePartner, type ReachDeps } from "./reach.ts";
import { wantedOf } from "./wanted.ts";

export type CandidateDeps = ReachDeps & {
  readonly partners: Pick<PartnerStore, "offering" | "get">;
  readonly catalogue: () => Catalogue;
  readonly zone: string;
  /** How many orders that are not over each partner has. */
  readonly loads: () => Promise<ReadonlyMap<PartnerId, number>>;
  /** How each has served, as of a moment. */
  readonly standings: (at: number) => Promise<Known["standing"]>;
  /** Cryptographically random. */
  readonly randomBytes: (length: number) => Uint8Array;
};

export type FindCandidates = (order: Order, at: number) => Promise<Candidates>;

/** More than are asked together in any round: one may have been asked meanwhile. */
const mostChosen = 12;

export function createCandidates(deps: CandidateDeps): FindCandidates {
  return async (order, at) => {
    const { zone } = deps;
    const { office } = deps.catalogue();
    const partners = await partnersFor(deps, order);
    const able = partners.filter((partner) => isReachable(partner, deps));
    const loads = await deps.loads();
    const load = (id: PartnerId): number => loads.get(id) ?? 0;
    const asked = new Set(order.search?.asked);
    const { dispatch } = flowOf(deps.catalogue(), order);
    const wanted = wantedOf(order, dispatch, at, asked);
    const choice = choose(
      able,
      wanted,
      { office, zone, standing: await deps.standings(at), load },
      mostChosen,
    );
    const opensAt = firstOpening(choice, (partner) => nextOpening(calendarOf(partner, office), zone, at));
    const named = await Promise.all(choice.chosen.map(({ partner }) => candidateOf(deps, order, partner)));
    return {
      chosen: named.filter((one) => one.partner.chats !== undefined),
      ...(opensAt !== undefined && { opensAt }),
      left: countsOf(choice, partners.length - able.length),
      reachable: able.length,
    };
  };
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

/** Other services are no reason that anybody wonders about. */
function countsOf({ left }: Choice, unreachable: number): Candidates["left"] {
  const counts: Record<string, number> = {};
  for (const [reason, partners] of left) if (reason !== "other_service") counts[reason] = partners.length;
  if (unreachable > 0) counts.unreachable = unreachable;
  return counts;
}
