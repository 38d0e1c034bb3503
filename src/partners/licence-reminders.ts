/** Licences of partners that end: staff are reminded 30, 7 and 1 days before, and once it is over. Dates are `YYYY-MM-DD`. Pure. */
import type { PartnerId } from "../domain/ids.ts";
import type { Both } from "../domain/language.ts";
import type { LicenceKind, Partner } from "../domain/partner.ts";
import { daysBetween } from "../language/times/clock.ts";

/** So many days before its last day; -1: it is over. */
const stages = [30, 7, 1, -1] as const;

export type LicenceReminder = {
  readonly partner: PartnerId;
  readonly name: Both;
  readonly kind: LicenceKind;
  /** Its last day. */
  readonly expires: string;
};

export type LicenceBook = {
  /** By licence, the last stage that staff were reminded at. */
  readonly told: Readonly<Record<string, number>>;
  /** Reminders that nobody has put away yet, the most pressing first. */
  readonly open: readonly LicenceReminder[];
};

export const emptyBook: LicenceBook = { told: {}, open: [] };

/**
 * The book as it is on a day. Each stage comes once, however often it is asked for; of those that a stop has left behind only the last. A
 * licence that was renewed, and a partner whom staff have paused, are forgotten.
 */
export function remindOfLicences(
  book: LicenceBook,
  partners: readonly Partner[],
  today: string,
): LicenceBook {
  const told: Record<string, number> = {};
  const open: LicenceReminder[] = [];
  for (const partner of partners) {
    if (partner.state.status === "paused_by_staff") continue;
    for (const { kind, expires } of partner.licences) {
      const stage = expires === undefined ? undefined : stageOn(expires, today);
      if (expires === undefined || stage === undefined) continue;
      const key = keyOf({ partner: partner.id, kind, expires });
      const before = book.told[key];
      // A clock that went back tells nothing anew.
      const isNew = before === undefined || stage < before;
      told[key] = isNew ? stage : before;
      if (isNew || book.open.some((one) => keyOf(one) === key))
        open.push({ partner: partner.id, name: partner.name, kind, expires });
    }
  }
  return { told, open: open.sort((one, other) => one.expires.localeCompare(other.expires)) };
}

/** Staff have read these: they come again at the next stage. @param seen by their keys */
export function putAway(book: LicenceBook, seen: readonly string[]): LicenceBook {
  return { ...book, open: book.open.filter((one) => !seen.includes(keyOf(one))) };
}

function stageOn(expires: string, today: string): number | undefined {
  const left = daysBetween(today, expires);
  return stages.findLast((days) => left <= days);
}

/** Which licence, and which last day, a reminder is of. */
export const keyOf = ({ partner, kind, expires }: Omit<LicenceReminder, "name">): string =>
  `${partner} ${kind} ${expires}`;
