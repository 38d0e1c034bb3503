/** Who may be asked about an order: looked up once for orders that are due together, and named only as far as a round asks. */
import { describe, expect, it } from "vitest";
import { type CandidateDeps, createCandidates } from "../../src/dispatch/candidates.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import { catalogueWith, madeFlow } from "../conversation/made-flows.ts";
import { samplePartner } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";

const both = (text: string) => ({ ar: text, en: text });
const at = Date.parse("2026-11-22T11:00:00+03:00");
const order = (number: number) => orderOf("a", number, { service: "sent", state: { status: "seeking", at } });

/** Nine partners with a system each; those that `lacks` names have no secret yet. */
function lookUp(strategy: "ring" | "broadcast" | "direct", lacks: readonly string[] = []) {
  const counts = { loads: 0, standings: 0 };
  const opened: string[] = [];
  const partners = Array.from({ length: 9 }, (_, index) =>
    samplePartner(`p${index}`, { services: ["sent"], contacts: { webhook: "https://partner.example/hook" } }),
  );
  const flow = madeFlow("sent", [{ name: "count", type: "number", min: 1 }], {
    dispatch: {
      department: "reception",
      promise_minutes: 60,
      next: both("next"),
      strategy,
      ...(strategy === "direct" && { direct: "p_other" }),
    },
  });
  const deps: CandidateDeps = {
    partners: {
      offering: async () => partners,
      get: async () => samplePartner("other", { contacts: { webhook: "https://other.example/hook" } }),
    },
    catalogue: () => catalogueWith(flow),
    zone: "Asia/Riyadh",
    loads: async () => {
      counts.loads += 1;
      return new Map();
    },
    standings: async () => {
      counts.standings += 1;
      return () => undefined;
    },
    randomBytes: (length) => new Uint8Array(length),
    mails: false,
    secretOf: async (id) => (lacks.includes(id) ? undefined : "s"),
    openChat: async (_channel, address) => {
      opened.push(address);
      return `c_${address}` as ConversationId;
    },
  };
  return { find: createCandidates(deps), counts, opened };
}

describe("createCandidates", () => {
  it("counts the office once for orders that are due together, and anew later", async () => {
    const { find, counts } = lookUp("ring");
    await Promise.all([10_001, 10_002, 10_003].map((number) => find(order(number), at)));
    expect(counts).toEqual({ loads: 1, standings: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    await find(order(10_001), at);
    expect(counts).toEqual({ loads: 2, standings: 2 });
  });

  it("says why the one partner that a flow names is not asked", async () => {
    const { chosen, left } = await lookUp("direct").find(order(10_001), at);
    expect([chosen, left]).toEqual([[], { other_service: 1 }]);
  });

  it("opens chats only of those that a round may ask", async () => {
    const ring = lookUp("ring");
    expect((await ring.find(order(10_001), at)).chosen).toHaveLength(3);
    expect(ring.opened).toEqual(["p_p0", "p_p1", "p_p2"]);
    const several = lookUp("broadcast");
    expect((await several.find(order(10_001), at)).chosen).toHaveLength(7);
  });

  it("goes on to the next where one can't be told after all", async () => {
    const { find } = lookUp("ring", ["p_p0", "p_p1", "p_p2", "p_p3"]);
    const { chosen } = await find(order(10_001), at);
    expect(chosen.map(({ partner }) => partner.id)).toEqual(["p_p4", "p_p5", "p_p6"]);
  });
});
