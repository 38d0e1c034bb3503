/**
 * Which partners an order may go to, best first, and why each other one is left out. Pure: the same partners at the same moment are
 * chosen the same way, and staff read the reasons on the order's page.
 */
import type { OpeningHours } from "../domain/hours.ts";
import type { PartnerId } from "../domain/ids.ts";
import type { LicenceKind, Partner } from "../domain/partner.ts";
import { type Standing, unseen } from "../domain/standing.ts";
import { localDate } from "../language/times/clock.ts";
import { isOpenAt } from "../orders/promise.ts";
import { calendarOf } from "../partners/calendar.ts";
import { keptFromOffers, servesPlace } from "../partners/ready.ts";
import { type Load, nothingToDo, type Rank, rankAtMost, rankOf, rankPercent, rankValue } from "./rank.ts";

/** What an order needs of a partner. */
export type Wanted = {
  readonly service: string;
  /** English gazetteer names at which the work is done. A partner serves every one of them; none: the place does not matter. */
  readonly places: readonly string[];
  /** Licences without which nobody may do it. */
  readonly licences: readonly LicenceKind[];
  /** Partners that were asked before, in this search. */
  readonly asked: ReadonlySet<PartnerId>;
  /** The most that a fixed price for the service may be, halalas: whoever has none, or a higher one, is left out. Left out: any price, or none. */
  readonly atMost?: number | undefined;
  /** Nobody is asked yet: neither hours nor how much somebody has to do leave anybody out (docs/decisions/078). */
  readonly whenever?: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
};

/** What is known beside the directory. */
export type Known = {
  /** The office's hours, for partners that have none of their own. */
  readonly office: OpeningHours;
  readonly zone: string;
  readonly standing: (partner: PartnerId) => Standing | undefined;
  /** What it has to do at this moment; undefined: nothing. */
  readonly load: (partner: PartnerId) => Load | undefined;
  /** Whether one more offer may be made to it; left out: always. */
  readonly hasRoom?: (partner: Partner, load: Load) => boolean;
};

/** In the order in which they are asked: who is told to be full would have got the order by all that comes before. */
export const leftReasons = [
  "other_service",
  "own_department",
  "paused",
  "licence_expired",
  "licence_missing",
  "elsewhere",
  "asked_before",
  "dearer",
  "full",
  "closed",
  "crowded",
] as const;
export type LeftReason = (typeof leftReasons)[number];

export type Chosen = {
  readonly partner: Partner;
  readonly standing: Standing;
  readonly rank: Rank;
  readonly load: Load;
  /** With the offers before it, it would have more than it can: asked behind all who have room. */
  readonly pressed: boolean;
};
export type Choice = {
  /** Those with room first, best first: of equal rank the less busy one, then the lower id. */
  readonly chosen: readonly Chosen[];
  /** All others, by the first thing that speaks against them; in the order given. */
  readonly left: ReadonlyMap<LeftReason, readonly Partner[]>;
  /** Those that would do and stand behind the chosen ones. */
  readonly more: number;
};

/**
 * Parts the partners into those that may get the order and those that may not. Of ten thousand most are no more than counted: what a partner has to do and how it has
 * served is looked up only where it can matter, and nothing is made of one that is not among the best.
 * @param most so many are chosen
 */
export function choose(partners: readonly Partner[], wanted: Wanted, known: Known, most: number): Choice {
  const suited = suitedAmong(partners, wanted, localDate(wanted.at, known.zone));
  const isOpen = opennessAt(wanted.at, known);
  const best: Candidate[] = [];
  const left = new Map<LeftReason, Partner[]>(suited.left);
  let fit = 0;
  for (const partner of suited.partners) {
    const unfit = unfitness(partner, wanted);
    const load = unfit === undefined ? (known.load(partner.id) ?? nothingToDo) : nothingToDo;
    const reason =
      unfit ??
      (wanted.whenever ? undefined : (fullness(partner, load) ?? unreadiness(partner, load, isOpen, known)));
    if (reason === undefined) {
      fit += 1;
      consider(best, { partner, load, most }, known);
    } else append(left, reason, partner);
  }
  const chosen = best.map(({ percent: _, ...one }) => ({ ...one, rank: rankOf(one.standing) }));
  return { chosen, left, more: fit - chosen.length };
}

/** Those that suit such an order on that day, and why each other one does not. */
type Suited = {
  readonly partners: readonly Partner[];
  readonly left: ReadonlyMap<LeftReason, Partner[]>;
};

/** Lists of the directory stay the very same until somebody in them changes: what does not hang on the hour is asked of a list once a day. */
const suitedOf = new WeakMap<readonly Partner[], Map<string, Suited>>();
/** Services, places and licences together are few; a list that has seen more begins anew. */
const mostKept = 200;

function suitedAmong(partners: readonly Partner[], wanted: Wanted, today: string): Suited {
  const kept = suitedOf.get(partners) ?? new Map<string, Suited>();
  suitedOf.set(partners, kept);
  const key = JSON.stringify([wanted.service, wanted.places, wanted.licences, today]);
  const before = kept.get(key);
  if (before) return before;
  if (kept.size >= mostKept) kept.clear();
  const left = new Map<LeftReason, Partner[]>();
  const found: Partner[] = [];
  for (const partner of partners) {
    const reason = unsuitedness(partner, wanted, today);
    if (reason === undefined) found.push(partner);
    else append(left, reason, partner);
  }
  const suited = { partners: found, left };
  kept.set(key, suited);
  return suited;
}

type Candidate = Omit<Chosen, "rank"> & { readonly percent: number };

/** Standings stay the very same until something is seen: of ten thousand partners few ranks have to be worked out anew. */
const percents = new WeakMap<Standing, number>();

function percentOf(standing: Standing): number {
  const known = percents.get(standing);
  if (known !== undefined) return known;
  const percent = rankPercent(rankValue(standing));
  percents.set(standing, percent);
  return percent;
}

/** An offer that it has not answered may become an order: it keeps a place free, but nobody waits for that where no other is there. */
function isPressed({ capacity }: Partner, { orders, offers }: Load): boolean {
  return capacity !== undefined && orders + offers >= capacity;
}

/** What speaks against a partner for every such order of the day: the cheapest questions first. */
function unsuitedness(
  partner: Partner,
  { service, places, licences }: Wanted,
  today: string,
): LeftReason | undefined {
  if (!partner.services.includes(service)) return "other_service";
  // Orders are handed to the office's own people, not offered to them.
  if (partner.kind === "office") return "own_department";
  const kept = keptFromOffers(partner, today);
  if (kept !== undefined) return kept;
  for (const kind of licences) if (!holds(partner, kind)) return "licence_missing";
  for (const place of places) if (!servesPlace(partner, place)) return "elsewhere";
  return undefined;
}

/** What speaks against a partner for this very order, whatever the hour. */
function unfitness(partner: Partner, { service, asked, atMost }: Wanted): LeftReason | undefined {
  if (asked.has(partner.id)) return "asked_before";
  return atMost === undefined || isPaid(partner, service, atMost) ? undefined : "dearer";
}

function isPaid({ prices }: Partner, service: string, atMost: number): boolean {
  const price = prices[service];
  return price !== undefined && price.amountMinor <= atMost;
}

function holds({ licences }: Partner, kind: LicenceKind): boolean {
  return licences.some((one) => one.kind === kind);
}

function fullness({ capacity }: Partner, { orders }: Load): "full" | undefined {
  return capacity !== undefined && orders >= capacity ? "full" : undefined;
}

function unreadiness(
  partner: Partner,
  load: Load,
  isOpen: (partner: Partner) => boolean,
  { hasRoom }: Known,
): LeftReason | undefined {
  if (!isOpen(partner)) return "closed";
  return hasRoom === undefined || hasRoom(partner, load) ? undefined : "crowded";
}

/** Whether a partner works at a moment. Most keep the office's hours, which are looked at once. */
function opennessAt(at: number, { office, zone }: Known): (partner: Partner) => boolean {
  const isOfficeOpen = isOpenAt(office, zone, at);
  return (partner) => {
    const calendar = calendarOf(partner, office);
    return calendar === office ? isOfficeOpen : isOpenAt(calendar, zone, at);
  };
}

/** Into the best, in order; of thousands only a few are wanted, so most go no further than one comparison. */
function consider(
  best: Candidate[],
  { partner, load, most }: { readonly partner: Partner; readonly load: Load; readonly most: number },
  known: Known,
): void {
  const pressed = isPressed(partner, load);
  const last = best.length < most ? undefined : best.at(-1);
  if (most === 0 || (last && pressed && !last.pressed)) return;
  const standing = known.standing(partner.id) ?? unseen;
  const rival = last && pressed === last.pressed ? last.percent : 0;
  if (rankPercent(rankAtMost(standing)) < rival) return;
  const percent = percentOf(standing);
  if (percent < rival) return;
  const one = { partner, load, standing, pressed, percent };
  if (last && !isBefore(one, last)) return;
  if (last) best.pop();
  let at = best.length;
  while (at > 0 && isBefore(one, best[at - 1] as Candidate)) at -= 1;
  best.splice(at, 0, one);
}

function isBefore(a: Candidate, b: Candidate): boolean {
  if (a.pressed !== b.pressed) return b.pressed;
  if (a.percent !== b.percent) return a.percent > b.percent;
  const [mine, theirs] = [a.load.orders + a.load.offers, b.load.orders + b.load.offers];
  return mine === theirs ? a.partner.id < b.partner.id : mine < theirs;
}

function append(left: Map<LeftReason, Partner[]>, reason: LeftReason, partner: Partner): void {
  const others = left.get(reason);
  if (others) others.push(partner);
  else left.set(reason, [partner]);
}
