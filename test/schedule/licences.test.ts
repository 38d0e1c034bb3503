/** The daily look at partners' licences, over a stop of the office. */
import { describe, expect, it } from "vitest";
import { keyOf } from "../../src/partners/licence-reminders.ts";
import { openLicenceWatch } from "../../src/schedule/licences.ts";
import { openMemoryStore } from "../../src/store/memory/store.ts";
import { samplePartner } from "../store/sample-partner.ts";

const at = (day: string): number => Date.parse(`${day}T08:00:00+03:00`);

describe("openLicenceWatch", () => {
  it("finds what ends in a directory of several pages, and knows after a stop what was put away", async () => {
    const store = openMemoryStore();
    const partners = Array.from({ length: 450 }, (_, index) =>
      samplePartner(`n${index}`, {
        version: 0,
        licences: index % 150 === 7 ? [{ kind: "transport", number: "1", expires: "2026-12-20" }] : [],
      }),
    );
    await store.partners.save(partners);
    let now = at("2026-11-25");
    const deps = {
      partners: store.partners,
      marks: store.directory,
      now: () => now,
      zone: "Asia/Riyadh",
    };
    const watch = await openLicenceWatch(deps);
    await watch.sweep();
    expect(watch.open()).toHaveLength(3);
    await watch.putAway(watch.open().map(keyOf));
    const again = await openLicenceWatch(deps);
    await again.sweep();
    expect(again.open()).toEqual([]);
    now = at("2026-12-13");
    await again.sweep();
    expect(again.open()).toHaveLength(3);
  });
});
