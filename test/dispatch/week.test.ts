/** A simulated week in small; `npm run faults` plays it with two thousand orders (test/faults/week.long.ts). */
import { describe, expect, it } from "vitest";
import { checkEnds, checkNews, checkPromises, checkTimers, lookAt, reportOf } from "./week-checks.ts";
import { openWeek, playWeek } from "./week-office.ts";

describe("a week of searches, with a holiday and a stop in its middle", () => {
  it("brings each order to its end or to a person, loses no timer and fires none twice", async () => {
    const week = await openWeek(1);
    await playWeek(week, 120);
    const told = await lookAt(week);
    expect(told).toHaveLength(120);
    await checkEnds(week, told);
    await checkTimers(week, told);
    checkNews(week, told);
    checkPromises(week, told, 90);
    const directory = await week.office().store.partners.list({}, { sortedIn: "en", limit: 50 });
    const all = directory.type === "page" ? directory.partners : [];
    const resting = all.filter(({ state }) => state.status === "paused_by_itself").map(({ id }) => id);
    for (const id of resting) expect(id).toMatch(/9$/);
    console.info(reportOf(week, told));
  }, 120_000);
});
