import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LineState } from "../../../src/channels/channel.ts";
import { createLine } from "../../../src/channels/whatsapp/line.ts";
import { timings } from "../../../src/channels/whatsapp/timings.ts";
import { BrowserFault, type Web } from "../../../src/channels/whatsapp/web.ts";
import { fakeAccount } from "./fake-web.ts";

const me = "966500000001@c.us";
const nothing = () => undefined;
const ears = {
  message: nothing,
  edited: nothing,
  deleted: nothing,
  acked: nothing,
  reacted: nothing,
  called: nothing,
};

/** @param opened before a browser is there */
function openLine(does?: Partial<Web>, opened: () => Promise<void> = async () => undefined) {
  const account = fakeAccount(does);
  const states: LineState[] = [];
  const ready: string[] = [];
  const notes: [what: string, error?: unknown][] = [];
  let forgotten = 0;
  let beats = 0;
  const line = createLine({
    async open(events) {
      await opened();
      return account.open(events);
    },
    forgetLink: async () => {
      forgotten += 1;
    },
    earsOf: () => ears,
    onReady: (_, number) => ready.push(number),
    onBeat: () => {
      beats += 1;
    },
    report: (state) => states.push(state),
    now: Date.now,
    chance: () => 0.5,
    timings,
    note: (...noted) => notes.push(noted),
  });
  line.start();
  const newest = () => account.webs.at(-1)?.events;
  return { ...account, line, states, notes, ready, newest, forgotten: () => forgotten, beats: () => beats };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("createLine", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("works once its page is ready, and says under which number", async () => {
    const { line, states, newest, ready } = openLine();
    await settle();
    newest()?.ready(me);
    expect(states).toEqual([{ type: "starting" }, { type: "working", as: "+966500000001" }]);
    expect(ready).toEqual([me]);
    expect(line.web()).toBeDefined();
    await line.stop();
    expect(line.web()).toBeUndefined();
  });

  it("waits longer after each failure in a row, and anew after a steady time", async () => {
    const { line, states, webs, newest } = openLine();
    const waits: number[] = [];
    const fail = async () => {
      newest()?.ended({ type: "browser_died" });
      await settle();
      const state = states.at(-1);
      const wait = state?.type === "away" ? (state.retryAt ?? 0) - Date.now() : -1;
      waits.push(wait);
      await vi.advanceTimersByTimeAsync(wait);
    };
    await settle();
    for (let n = 0; n < 9; n++) await fail();
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600].map((seconds) => seconds * 1_000));
    expect(webs).toHaveLength(10);
    newest()?.ready(me);
    await vi.advanceTimersByTimeAsync(timings.steadyMs);
    waits.length = 0;
    await fail();
    expect(waits).toEqual([5_000]);
    await line.stop();
  });

  it("never opens a browser by itself after a log-out, and forgets the link", async () => {
    const { line, states, webs, newest, forgotten } = openLine();
    await settle();
    newest()?.ready(me);
    newest()?.ended({ type: "logged_out" });
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(states.at(-1)).toEqual({ type: "needs_link", why: "logged_out" });
    expect(webs).toHaveLength(1);
    expect(forgotten()).toBe(1);
    expect(line.isUnlinked()).toBe(true);
    await line.link.again();
    await settle();
    expect(webs).toHaveLength(2);
    newest()?.qr("QR");
    expect(states.at(-1)).toEqual({ type: "needs_link", qr: "QR", why: "logged_out" });
    newest()?.ready(me);
    expect(line.isUnlinked()).toBe(false);
    await line.stop();
  });

  it("leaves another browser with the same link alone for minutes, not seconds", async () => {
    const { line, states, webs, newest } = openLine();
    await settle();
    newest()?.ready(me);
    newest()?.state("CONFLICT");
    await settle();
    expect(states.at(-1)).toEqual({ type: "away", why: "conflict", retryAt: Date.now() + 300_000 });
    await vi.advanceTimersByTimeAsync(299_000);
    expect(webs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(webs).toHaveLength(2);
    await line.stop();
  });

  it("gives up a page that never says anything, and one whose network is gone", async () => {
    const { line, states } = openLine({ open: () => new Promise(nothing) });
    await vi.advanceTimersByTimeAsync(timings.startMs);
    expect(states.at(-1)).toMatchObject({ type: "away", why: "unreachable" });
    await line.stop();
    const offline = openLine({ open: () => Promise.reject(new Error("net::ERR_INTERNET_DISCONNECTED")) });
    await settle();
    expect(offline.states.at(-1)).toMatchObject({ type: "away", why: "unreachable" });
    expect(offline.webs[0]?.destroyed).toBe(true);
    await offline.line.stop();
  });

  it("is patient with a page that goes on loading", async () => {
    const { line, states, newest, webs } = openLine();
    await settle();
    for (let minute = 0; minute < 20; minute++) {
      newest()?.loading();
      await vi.advanceTimersByTimeAsync(60_000);
    }
    newest()?.ready(me);
    expect(states.at(-1)?.type).toBe("working");
    expect(webs).toHaveLength(1);
    await line.stop();
  });

  it("says that there is no browser when none starts", async () => {
    const { line, states, webs } = openLine({ open: () => Promise.reject(new BrowserFault("ENOENT")) });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(states.at(-1)).toEqual({ type: "refused", why: "no_browser" });
    expect(webs).toHaveLength(3);
    await line.stop();
  });

  it("ends a browser that answers no heartbeat, but not one that loads its page anew", async () => {
    let answer: () => Promise<string | null> = async () => "CONNECTED";
    const { line, states, webs, newest } = openLine({ state: () => answer() });
    await settle();
    newest()?.ready(me);
    answer = () => Promise.reject(new Error("window.require is not a function"));
    await vi.advanceTimersByTimeAsync(timings.heartbeatMs * 3);
    expect(states.at(-1)).toEqual({ type: "away", why: "unreachable" });
    expect(webs[0]?.destroyed).toBe(false);
    answer = async () => "CONNECTED";
    await vi.advanceTimersByTimeAsync(timings.heartbeatMs);
    expect(states.at(-1)?.type).toBe("working");
    answer = () => new Promise(nothing);
    await vi.advanceTimersByTimeAsync(2 * (timings.heartbeatMs + timings.answerMs));
    expect(states.filter(({ type }) => type === "away").at(-1)).toMatchObject({ why: "browser" });
    expect(webs[0]?.destroyed).toBe(true);
    await line.stop();
  });

  it("counts no beat while WhatsApp is not there, though the page answers", async () => {
    let state = "CONNECTED";
    const { line, states, newest, beats } = openLine({ state: async () => state });
    await settle();
    newest()?.ready(me);
    await vi.advanceTimersByTimeAsync(timings.heartbeatMs);
    expect(beats()).toBe(1);
    state = "OPENING";
    await vi.advanceTimersByTimeAsync(timings.heartbeatMs * 3);
    expect(states.at(-1)).toEqual({ type: "away", why: "unreachable" });
    expect(beats()).toBe(1);
    state = "CONNECTED";
    await vi.advanceTimersByTimeAsync(timings.heartbeatMs);
    expect(beats()).toBe(2);
    await line.stop();
  });

  it("logs a working line out when a new link is asked for", async () => {
    const { line, asked, webs, newest, forgotten } = openLine();
    await settle();
    newest()?.ready(me);
    await line.link.byNumber("+966 50 000 0001");
    await settle();
    expect(asked).toContain("log out");
    expect(forgotten()).toBe(1);
    expect(webs).toHaveLength(2);
    newest()?.qr("QR");
    expect(asked).toContain("code 966500000001");
    await line.stop();
  });

  it("forgets no wish for a link that comes while a browser is being opened or ended", async () => {
    let open: () => void = nothing;
    let end: () => void = nothing;
    const { line, asked, webs, newest, forgotten } = openLine(
      { destroy: () => new Promise((resolve) => (end = resolve)) },
      () => new Promise((resolve) => (open = resolve)),
    );
    await settle();
    await line.link.byNumber("+966 50 000 0001");
    open();
    await settle();
    expect(forgotten()).toBe(0);
    await line.link.byNumber("+966 50 000 0002");
    end();
    await settle();
    expect(forgotten()).toBe(1);
    open();
    await settle();
    newest()?.qr("QR");
    expect(asked).toEqual(["code 966500000002"]);
    expect(webs).toHaveLength(2);
    const stopping = line.stop();
    await settle();
    end();
    await stopping;
  });

  it("stops though a browser is being looked for without end, and takes none that comes later", async () => {
    let open: () => void = nothing;
    const { line, webs } = openLine({}, () => new Promise((resolve) => (open = resolve)));
    await settle();
    let isStopped = false;
    void line.stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(isStopped).toBe(true);
    open();
    await settle();
    expect(webs[0]?.destroyed).toBe(true);
    expect(line.web()).toBeUndefined();
  });

  it("asks for a pairing code once the page can give one", async () => {
    const { line, asked, newest } = openLine();
    await settle();
    newest()?.qr("QR");
    newest()?.ended({ type: "logged_out" });
    await settle();
    await line.link.again();
    await settle();
    await line.link.byNumber("+966 50 000 0001");
    expect(asked).toEqual([]);
    newest()?.qr("QR");
    expect(asked).toEqual(["code 966500000001"]);
    await line.stop();
  });

  it("hears nothing more of a browser that has ended", async () => {
    const { line, states, webs, newest } = openLine();
    await settle();
    const first = newest();
    first?.ready(me);
    first?.ended({ type: "browser_died" });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(webs).toHaveLength(2);
    const told = states.length;
    first?.ready(me);
    first?.state("CONFLICT");
    first?.qr("old");
    await settle();
    expect(states).toHaveLength(told);
    await line.stop();
  });

  it("notes what a page said only as an error, which the log strips of its words", async () => {
    const { line, newest, notes } = openLine();
    await settle();
    const error = new Error("«مرحبا، أنا سارة»");
    newest()?.ended({ type: "disconnected", reason: "NAVIGATION", error });
    await settle();
    expect(notes).toEqual([["WhatsApp ended the page: NAVIGATION", error]]);
    await line.stop();
  });

  it("stops while it waits, and starts again", async () => {
    const { line, webs, newest } = openLine();
    await settle();
    newest()?.ended({ type: "disconnected", reason: "NAVIGATION" });
    await settle();
    await line.stop();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(webs).toHaveLength(1);
    line.start();
    await settle();
    expect(webs).toHaveLength(2);
    await line.stop();
  });
});
