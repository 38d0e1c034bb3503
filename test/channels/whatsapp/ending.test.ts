/** How a browser ends, through the real library before a page of our own: nothing here is proved of today's WhatsApp. */
import { existsSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { sara } from "./account.ts";
import { openStarted, soon, untilState } from "./started.ts";

const types = (states: readonly { readonly type: string }[]) => states.map(({ type }) => type);

describe("a line whose browser ends", () => {
  it("opens another one after a kill, and hears what arrived in between", async () => {
    const { account, desk, taken } = await openStarted();
    account.clients[0]?.pupBrowser?.process()?.kill("SIGKILL");
    await vi.waitFor(() => expect(types(desk.states)).toContain("away"), soon);
    expect(desk.states.find(({ type }) => type === "away")).toMatchObject({ why: "browser" });
    await account.arrives(sara.lid, { body: "وين طلبي" });
    await untilState(desk, "working");
    expect(account.clients.length).toBe(2);
    expect((await taken(1))[0]?.content).toEqual({ type: "text", text: "وين طلبي" });
  });

  it("waits for its owner after a log-out, without a try of its own", async () => {
    const { account, desk } = await openStarted();
    const session = account.session;
    await account.inPage((page) => page.logout());
    await untilState(desk, "needs_link");
    expect(desk.states.at(-1)).toEqual({ type: "needs_link", why: "logged_out" });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(account.clients.length).toBe(1);
    expect(existsSync(session)).toBe(false);
    expect(desk.states.at(-1)).toEqual({ type: "needs_link", why: "logged_out" });
    account.unlink();
    await account.channel.link?.again();
    await vi.waitFor(
      () =>
        expect(desk.states.at(-1)).toMatchObject({
          type: "needs_link",
          qr: expect.stringMatching(/^ref-1,/),
          why: "logged_out",
        }),
      soon,
    );
  });

  it("gives way to another browser with the same link, and comes back later", async () => {
    const { account, desk } = await openStarted({ timings: { backOffDivisor: 3_000 } });
    // The library closes the browser before the page has answered.
    await account.inPage((page) => page.state("CONFLICT")).catch(() => undefined);
    await vi.waitFor(() => expect(types(desk.states)).toContain("away"), soon);
    const away = desk.states.find((state) => state.type === "away");
    expect(away).toMatchObject({ why: "conflict" });
    await untilState(desk, "working");
    expect(account.clients.length).toBe(2);
  });

  it("stays with a page that loads itself anew", async () => {
    const { account, desk, taken } = await openStarted();
    await account.clients[0]?.pupPage?.reload();
    const worked = () => types(desk.states).filter((type) => type === "working").length;
    await vi.waitFor(() => expect(worked()).toBeGreaterThan(1), soon);
    await account.arrives(sara.lid, { body: "مرحبا" });
    expect((await taken(1))[0]?.content).toEqual({ type: "text", text: "مرحبا" });
    expect(account.clients.length).toBe(1);
  });

  it("opens another one when the page answers no more", async () => {
    const { account, desk } = await openStarted({ timings: { answerMs: 100 } });
    void account
      .inPage(() => {
        const end = Date.now() + 3_000;
        while (Date.now() < end);
      })
      .catch(() => undefined);
    await vi.waitFor(() => expect(types(desk.states)).toContain("away"), soon);
    await untilState(desk, "working");
    expect(account.clients.length).toBe(2);
  });

  it("says that the number is blocked, and tries nothing", async () => {
    const { account, desk } = await openStarted();
    // The library closes the browser before the page has answered.
    await account.inPage((page) => page.state("TOS_BLOCK")).catch(() => undefined);
    await untilState(desk, "refused");
    expect(desk.states.at(-1)).toEqual({ type: "refused", why: "banned" });
    expect(account.clients.length).toBe(1);
  });

  it("is away while the phone's network is, and hears when it is back", async () => {
    const { account, desk, taken } = await openStarted();
    await account.inPage((page) => page.state("TIMEOUT"));
    await untilState(desk, "away");
    expect(desk.states.at(-1)).toEqual({ type: "away", why: "unreachable" });
    const missed = { chat: sara.lid, body: "خلال الانقطاع", stanza: "3A00000000000000000MISSED" };
    await account.inPage((page, given) => page.keep(given), missed);
    await account.inPage((page) => page.state("CONNECTED"));
    await untilState(desk, "working");
    expect((await taken(1))[0]?.content).toEqual({ type: "text", text: "خلال الانقطاع" });
    expect(account.clients.length).toBe(1);
  });

  it("leaves no browser behind when it stops", async () => {
    const { account } = await openStarted();
    const process = account.clients[0]?.pupBrowser?.process();
    await account.channel.stop();
    await vi.waitFor(() => expect(process?.exitCode ?? process?.signalCode).not.toBeNull(), soon);
  });
});
