/**
 * Partners that let their offers go by: after three in a row one is paused, as if it had said that it is busy, so that customers do not wait for
 * nobody. Counted in the directory, beside the commits that tell of it; any answer begins the count anew. What it could not have answered (`missed.ts`) does not
 * count, nor what ran out beside one that was counted.
 */
import type { PartnerId } from "../domain/ids.ts";
import type { Offer } from "../domain/offer.ts";
import type { HistoryRow, Order, OrderChange } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import type { Log } from "../log.ts";
import type { PartnerStore } from "../store/partners.ts";
import type { SilentBook } from "./silent-book.ts";

/** So many offers in a row may go by. */
const mostSilent = 2;
const pageLength = 200;
/** How often a partner that somebody else changes meanwhile is read again. */
const mostTries = 5;

export type Silence = {
  /** These changes of orders are committed. */
  committed(changes: readonly OrderChange[]): void;
  /** Tells those of whose pause nobody has been told yet. Who can't be told now is told the next time. Never rejects. */
  resume(): Promise<void>;
  /** All that was told is counted. */
  idle(): Promise<void>;
};

export type SilenceDeps = {
  readonly partners: Pick<PartnerStore, "get" | "save" | "list">;
  /** The office's clock. */
  readonly now: () => number;
  /** The partner's own chat says so, and how to come back. */
  readonly tell: (partner: Partner) => Promise<unknown>;
  /** Heads read of it before its partner is told; that it was told is noted once it was: twice is better than never. */
  readonly book: Pick<SilentBook, "note" | "untold">;
  readonly log: Log;
};

export function createSilence({ partners, now, tell, book, log }: SilenceDeps): Silence {
  let counting: Promise<void> = Promise.resolve();

  async function tellOf(partner: Partner): Promise<void> {
    await book.note(partner, "untold");
    await tell(partner);
    await book.note(partner, "told");
  }

  async function tellAll(): Promise<void> {
    for (const partner of await book.untold(await silencedIn(partners)))
      await tellOf(partner).catch((error: unknown) => {
        log.error(
          { error, partner: partner.id },
          "a partner could not be told that it is paused; it will be",
        );
      });
  }

  async function count(id: PartnerId, passed: Offer | undefined): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const partner = await partners.get(id);
      const next = partner && counted(partner, passed, now());
      if (!next || next === partner) return;
      const { type } = await partners.save([next]);
      if (type === "stale") continue;
      if (next.state === partner.state) return;
      log.warn({ partner: id }, "a partner that does not answer is paused");
      await tellOf(next);
      return;
    }
  }

  return {
    committed(changes) {
      for (const { order, history } of changes)
        for (const row of history) {
          const { partner } = row;
          const passed = partner && passedOffer(order, row);
          if (!partner || (!passed && !isAnswer(row))) continue;
          counting = counting
            .then(() => count(partner.id, passed))
            .catch((error: unknown) => {
              log.error({ error, partner: partner.id }, "a partner's silence could not be counted");
            });
        }
    },
    resume() {
      counting = counting.then(tellAll).catch((error: unknown) => {
        log.error({ error }, "partners that are paused could not be looked up; they will be");
      });
      return counting;
    },
    idle: () => counting,
  };
}

/** All that are paused because they did not answer. */
async function silencedIn(partners: Pick<PartnerStore, "list">): Promise<readonly Partner[]> {
  const all: Partner[] = [];
  for (let after: string | undefined; ; ) {
    const filter = { status: "paused_by_itself" } as const;
    const page = await partners.list(filter, { sortedIn: "ar", limit: pageLength, ...(after && { after }) });
    if (page.type === "bad_cursor") return all;
    all.push(...page.partners.filter(isSilenced));
    if (page.next === undefined) return all;
    after = page.next;
  }
}

const isSilenced = ({ state }: Partner): boolean =>
  state.status === "paused_by_itself" && state.reason === silentReason;

const answers: ReadonlySet<HistoryRow["what"]> = new Set([
  ...(["given", "offer_declined", "quoted", "answered_late"] as const),
]);

/** The partner itself said something to an offer, be it late. */
function isAnswer({ what, by }: HistoryRow): boolean {
  return by.type === "partner" && answers.has(what);
}

/** The offer that this row says the partner let go by, if it could have answered. */
function passedOffer({ offers = [] }: Order, { what, partner, at }: HistoryRow): Offer | undefined {
  if (what !== "offer_expired") return undefined;
  return offers.find(
    (offer) =>
      offer.state.type === "expired" &&
      offer.state.missed === true &&
      offer.state.at === at &&
      offer.partner.id === partner?.id,
  );
}

/** The partner after one more offer; the very same where nothing changes. @param passed the offer that it let go by; left out: it answered one */
export function counted(
  partner: Partner,
  passed: Pick<Offer, "madeAt" | "until"> | undefined,
  at: number,
): Partner {
  const { silent = 0, silentAt, ...rest } = partner;
  if (!passed) return silent === 0 ? partner : rest;
  if (partner.state.status !== "active") return partner;
  // Several orders of the same few minutes are one silence. A clock that went back has no later one.
  if (silentAt !== undefined && passed.madeAt < silentAt && silentAt <= at) return partner;
  if (silent < mostSilent) return { ...rest, silent: silent + 1, silentAt: passed.until };
  return { ...rest, state: { status: "paused_by_itself", reason: silentReason, at } };
}

/** Why, as staff read it. */
const silentReason = "لم ترد على ثلاثة عروض متتالية · three offers in a row went by without an answer";
