/** When staff are reminded of partners' licences. */
import { describe, expect, it } from "vitest";
import type { Partner } from "../../src/domain/partner.ts";
import { addDays } from "../../src/language/times/clock.ts";
import { emptyBook, keyOf, putAway, remindOfLicences } from "../../src/partners/licence-reminders.ts";
import { samplePartner } from "../store/sample-partner.ts";

const expires = "2026-12-31";
const courier = (last = expires, rest: Partial<Partner> = {}): Partner =>
  samplePartner("a", { licences: [{ kind: "transport", number: "1", expires: last }], ...rest });

describe("remindOfLicences", () => {
  it("reminds at each stage once, though it is asked every day and put away at once", () => {
    let book = emptyBook;
    const days: number[] = [];
    for (let left = 60; left >= -10; left -= 1) {
      book = remindOfLicences(book, [courier()], addDays(expires, -left));
      book = remindOfLicences(book, [courier()], addDays(expires, -left));
      if (book.open.length > 0) days.push(left);
      book = putAway(book, book.open.map(keyOf));
    }
    expect(days).toEqual([30, 7, 1, -1]);
  });

  it("keeps a reminder open until it is put away", () => {
    const first = remindOfLicences(emptyBook, [courier()], addDays(expires, -30));
    const later = remindOfLicences(first, [courier()], addDays(expires, -20));
    expect(later.open).toMatchObject([{ kind: "transport", expires }]);
  });

  it("stays open where staff were not shown it", () => {
    const other = samplePartner("b", { licences: [{ kind: "transport", number: "2", expires }] });
    const book = remindOfLicences(emptyBook, [courier(), other], expires);
    const [first, second] = book.open;
    expect(putAway(book, first ? [keyOf(first)] : []).open).toEqual([second]);
  });

  it("comes once, with the newest stage, after a clock that jumped a year, and not again when it goes back", () => {
    const jumped = remindOfLicences(emptyBook, [courier()], addDays(expires, 300));
    expect(jumped.open).toHaveLength(1);
    const back = remindOfLicences(putAway(jumped, jumped.open.map(keyOf)), [courier()], addDays(expires, -7));
    expect(back.open).toEqual([]);
  });

  it("forgets what was renewed and whom staff have paused", () => {
    const book = remindOfLicences(emptyBook, [courier()], expires);
    expect(remindOfLicences(book, [courier("2028-12-31")], expires)).toEqual(emptyBook);
    const paused = courier(expires, { state: { status: "paused_by_staff", at: 1, reason: "" } });
    expect(remindOfLicences(book, [paused], expires)).toEqual(emptyBook);
  });
});
