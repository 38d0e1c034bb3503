/** Linking, through the real library before a page of our own: nothing here is proved of today's WhatsApp. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openStarted, soon, untilState } from "./started.ts";

const qrWith = (ref: string) => expect.stringMatching(new RegExp(`^${ref},`));

describe("a line that is not linked", () => {
  it("shows each QR code, and works once one has been scanned", async () => {
    const { account, desk } = await openStarted({ paired: false }, "needs_link");
    expect(desk.states.at(-1)).toEqual({ type: "needs_link", qr: qrWith("ref-1") });
    await account.inPage((page) => page.newQr("ref-2"));
    await vi.waitFor(
      () => expect(desk.states.at(-1)).toEqual({ type: "needs_link", qr: qrWith("ref-2") }),
      soon,
    );
    await account.inPage((page) => page.sync());
    await untilState(desk, "working");
    expect(desk.states.at(-1)).toEqual({ type: "working", as: "+966500000001" });
  });

  it("shows a pairing code for a number, and no QR code after it", async () => {
    const { account, desk } = await openStarted({ paired: false }, "needs_link");
    await account.channel.link?.byNumber("+966 50 000 0001");
    await vi.waitFor(
      () => expect(desk.states.at(-1)).toEqual({ type: "needs_link", code: "CODE0001" }),
      soon,
    );
    await account.inPage((page) => page.newQr("ref-3"));
    await account.inPage((page) => page.sync());
    await untilState(desk, "working");
    expect(desk.states).not.toContainEqual({ type: "needs_link", qr: qrWith("ref-3") });
  });

  it("tells its outbox that it waits for its owner", async () => {
    const { send, desk } = await openStarted({ paired: false }, "needs_link");
    desk.heard.set("111@lid", Date.now());
    await expect(send("أهلًا")).rejects.toMatchObject({ problem: { type: "logged_out" } });
  });

  it("asks for new codes when a row of them has run out, and stops when nobody scans", async () => {
    const { account, desk } = await openStarted({ paired: false, timings: { qrLifeMs: 60 } }, "needs_link");
    await vi.waitFor(() => expect(desk.states.at(-1)).toEqual({ type: "needs_link" }), soon);
    expect(account.clients.length).toBe(5);
    await account.channel.link?.again();
    await vi.waitFor(() => expect(account.clients.length).toBe(6), soon);
  });
});

describe("a line that is linked", () => {
  it("forgets its link when a new one is asked for", async () => {
    const { account, desk } = await openStarted();
    const session = account.session;
    expect(existsSync(session)).toBe(true);
    account.unlink();
    await account.channel.link?.again();
    await untilState(desk, "needs_link");
    expect(desk.states.at(-1)).toEqual({ type: "needs_link", qr: qrWith("ref-1") });
    expect(account.clients.length).toBe(2);
    expect(existsSync(join(dirname(session), "line.json"))).toBe(true);
  });

  it("works once, however often the page is ready", async () => {
    const { account, desk, taken } = await openStarted();
    for (let again = 0; again < 3; again++) await account.inPage((page) => page.sync());
    await account.arrives("111@lid", { body: "مرحبا" });
    const [first, ...more] = await taken(1);
    expect(first?.content).toEqual({ type: "text", text: "مرحبا" });
    expect(more).toEqual([]);
    expect(account.clients.length).toBe(1);
    expect(desk.states.at(-1)).toEqual({ type: "working", as: "+966500000001" });
  });
});
