/** The numbers of a partner's chat: short, and never one for two offers that stand. */
import { describe, expect, it } from "vitest";
import { jobOf, withJob, withoutJob } from "../../../src/conversation/partner/jobs.ts";
import type { OrderRef } from "../../../src/domain/ids.ts";
import type { PartnerChat } from "../../../src/domain/partner-chat.ts";
import { partnerIdOf } from "../../store/sample-partner.ts";

const chat: PartnerChat = {
  id: partnerIdOf("a"),
  ...{ name: { ar: "أ", en: "A" }, since: 1, lastNumber: 0, jobs: [] },
};
const refs = (count: number) => Array.from({ length: count }, (_, nth) => `BR-${10_001 + nth}` as OrderRef);

describe("withJob", () => {
  it("gives no number twice to offers that stand, however many come at once", () => {
    const given = new Set<number | undefined>();
    let many = chat;
    for (const ref of refs(190)) {
      many = withJob(many, ref);
      given.add(jobOf(many, ref)?.number);
    }
    expect(given.size).toBe(190);
  });

  it("stays with two digits where offers end as they come", () => {
    let calm = chat;
    const given = refs(300).map((ref) => {
      calm = withoutJob(withJob(calm, ref), ref);
      return jobOf(calm, ref)?.number;
    });
    expect(given.filter((number) => number === undefined || number < 11 || number > 99)).toEqual([]);
  });
});
