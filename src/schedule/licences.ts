/** The daily look at the partners' licences: what ends is kept for staff until somebody has put it away, over stops too. */
import { localDate } from "../language/times/clock.ts";
import {
  emptyBook,
  type LicenceBook,
  type LicenceReminder,
  putAway,
  remindOfLicences,
} from "../partners/licence-reminders.ts";
import type { DirectoryStore } from "../store/directory.ts";
import type { PartnerStore } from "../store/partners.ts";

/** The mark that holds the book. */
const bookMark = "licence_reminders";
/** Partners that are read in one go. */
const pageLength = 200;

export type LicenceWatch = {
  /** Looks through the directory as of today. Several times a day change nothing. */
  sweep(): Promise<void>;
  /** What staff have not put away, the most pressing first. */
  open(): readonly LicenceReminder[];
  /** @param seen keys of what staff were shown */
  putAway(seen: readonly string[]): Promise<void>;
};

export type LicenceDeps = {
  readonly partners: Pick<PartnerStore, "list">;
  readonly marks: Pick<DirectoryStore, "getMark" | "setMark">;
  /** The office's clock, epoch milliseconds. */
  readonly now: () => number;
  readonly zone: string;
};

export async function openLicenceWatch({ partners, marks, now, zone }: LicenceDeps): Promise<LicenceWatch> {
  const kept = await marks.getMark(bookMark);
  let book: LicenceBook = kept === undefined ? emptyBook : (JSON.parse(kept) as LicenceBook);

  async function keep(next: LicenceBook): Promise<void> {
    const isNew = JSON.stringify(next) !== JSON.stringify(book);
    book = next;
    if (isNew) await marks.setMark(bookMark, JSON.stringify(next));
  }

  return {
    async sweep() {
      const all = [];
      let after: string | undefined;
      do {
        const page = await partners.list({}, { sortedIn: "ar", limit: pageLength, ...(after && { after }) });
        if (page.type === "bad_cursor") break;
        all.push(...page.partners);
        after = page.next;
      } while (after !== undefined);
      await keep(remindOfLicences(book, all, localDate(now(), zone)));
    },
    open: () => book.open,
    putAway: (seen) => keep(putAway(book, seen)),
  };
}
