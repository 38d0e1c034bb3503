/** The demo's sample partners: there in a demo, left as a visitor changed them, and silent once a start is none. */
import { describe, expect, it } from "vitest";
import { disableDemo, seedDemo } from "../src/demo.ts";
import type { Partner } from "../src/domain/partner.ts";
import { openMemoryStore } from "../src/store/memory/store.ts";
import type { Store } from "../src/store/store.ts";
import { samplePartner } from "./store/sample-partner.ts";
import { agentId } from "./store/sample-turns.ts";

async function all({ partners }: Store): Promise<readonly Partner[]> {
  const page = await partners.list({}, { sortedIn: "en", limit: 50 });
  if (page.type !== "page") throw new Error(page.type);
  return page.partners;
}

describe("the demo's partners", () => {
  it("are made once, and keep what a visitor changes of them", async () => {
    const store = openMemoryStore();
    await seedDemo(store, 1);
    const made = await all(store);
    expect(made.length).toBeGreaterThan(3);
    expect(made.every(({ demo, state }) => demo && state.status === "active")).toBe(true);
    const [first, second] = made;
    if (!first || !second) throw new Error("no partners");
    const by = { id: agentId("sara"), name: "Sara" };
    await store.partners.save([
      { ...first, capacity: 3 },
      { ...second, state: { status: "paused_by_staff", reason: "x", at: 2, by } },
    ]);
    await seedDemo(store, 3);
    expect(await store.partners.get(first.id)).toMatchObject({ capacity: 3, version: 2 });
    expect((await store.partners.get(second.id))?.state.status).toBe("paused_by_staff");
  });

  it("get no offers once the demo is over, beside real ones that do, and work again in the next demo", async () => {
    const store = openMemoryStore();
    await seedDemo(store, 1);
    await store.partners.save([samplePartner("real")]);
    await disableDemo(store, 2);
    const active = (await all(store)).filter(({ state }) => state.status === "active");
    expect(active.map(({ id }) => id)).toEqual(["p_real"]);
    await seedDemo(store, 3);
    expect((await all(store)).every(({ state }) => state.status === "active")).toBe(true);
  });
});
