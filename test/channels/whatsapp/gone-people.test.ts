import { describe, expect, it } from "vitest";
import { createGonePeople } from "../../../src/channels/whatsapp/gone-people.ts";
import type { Web } from "../../../src/channels/whatsapp/web.ts";

const sara = "111@lid";
const minuteMs = 60_000;

/** A page that answers as it is told, and a clock that is a value. */
function ask() {
  const clock = { at: 1_000_000 };
  const page: { lid: string | undefined; state: string } = { lid: undefined, state: "CONNECTED" };
  const web = {
    idsOf: async () => [page.lid === undefined ? {} : { lid: page.lid }],
    hasAccount: async () => false,
    state: async () => page.state,
  } as unknown as Web;
  const people = createGonePeople({ now: () => clock.at, sendMs: 1_000, goneMs: minuteMs });
  return { clock, page, people, isGone: () => people.isGone(web, sara) };
}

describe("createGonePeople", () => {
  it("believes an empty answer only once it has come twice, a minute apart", async () => {
    const { clock, isGone } = ask();
    expect(await isGone()).toBe(false);
    clock.at += minuteMs / 2;
    expect(await isGone()).toBe(false);
    clock.at += minuteMs / 2;
    expect(await isGone()).toBe(true);
  });

  it("believes nothing that a page without a connection says", async () => {
    const { clock, page, isGone } = ask();
    page.state = "OPENING";
    expect(await isGone()).toBe(false);
    clock.at += minuteMs;
    expect(await isGone()).toBe(false);
    page.state = "CONNECTED";
    expect(await isGone()).toBe(false);
  });

  it("begins anew once they were known, or something reached them", async () => {
    const { clock, page, people, isGone } = ask();
    expect(await isGone()).toBe(false);
    page.lid = sara;
    expect(await isGone()).toBe(false);
    page.lid = undefined;
    clock.at += minuteMs;
    expect(await isGone()).toBe(false);
    people.isThere(sara);
    clock.at += minuteMs;
    expect(await isGone()).toBe(false);
  });
});
