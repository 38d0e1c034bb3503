/** What the due rules of orders ask, for tests: an office that is open on weekdays from nine to five. */
import { type WeekHours, weekdays } from "../../src/domain/hours.ts";
import type { DueKnown } from "../../src/orders/due.ts";

const hours = Object.fromEntries(weekdays.map((day) => [day, [["09:00", "17:00"]]])) as unknown as WeekHours;

export const dueKnown: DueKnown = {
  flow: { dispatch: { strategy: "office", promise_minutes: 60 }, stages: [] },
  office: { hours, holidays: [], claim_minutes: 30, stage_minutes: 480 },
  zone: "Asia/Riyadh",
};
