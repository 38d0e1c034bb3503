/** The database has no room, is held by somebody else, or can't be trusted: what customers, staff and probes are told, and how it ends. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Reading } from "../../src/domain/understanding.ts";
import { type Office, openOffice } from "../../src/office.ts";
import { webOf } from "../../src/serve.ts";
import { type EngineStore, StoreError } from "../../src/store/engine.ts";
import type { DeferredClassifier } from "../../src/understand/classifier.ts";
import { writeBenchFlows } from "../bench/work-item.ts";
import { playWhileHeld } from "../faults/held-database.ts";
import { type Customer, customers } from "../faults/story.ts";
import { noura, openBenchOffice, valuesOf } from "./bench-office.ts";

/** The connection of the office that was opened last: a test squeezes it. */
let connection: Database.Database | undefined;
/** Of a database that is opened next; no limit if undefined. */
let mostPagesAtStart: number | undefined;
beforeEach(() => {
  const { pragma } = Database.prototype;
  vi.spyOn(Database.prototype, "pragma").mockImplementation(function (
    this: Database.Database,
    source,
    options,
  ) {
    if (source === "wal_autocheckpoint = 4000") {
      connection = this;
      if (mostPagesAtStart !== undefined) pragma.call(this, `max_page_count = ${mostPagesAtStart}`);
    }
    return pragma.call(this, source, options);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** No page more than there are (SQLITE_FULL as on a full disk), or as many as ever. */
function squeeze(full: boolean): void {
  connection?.pragma(full ? "max_page_count = 1" : "max_page_count = 1000000");
}

async function readiness(office: Office): Promise<{ status: number; body: unknown }> {
  const config = {
    publicUrl: "http://127.0.0.1",
    trustProxy: [],
    demo: false,
    rehearsal: false,
    language: "en",
    zone: "Asia/Riyadh",
  } as const;
  const quiet = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const web = webOf(office, config, quiet);
  const response = await web.app.request("/readyz");
  web.close();
  return { status: response.status, body: await response.json() };
}

/** Sends a text again until there is no more room for one. */
async function fill(bench: Awaited<ReturnType<typeof openBenchOffice>>): Promise<number> {
  squeeze(true);
  for (let n = 0; n < 1_000; n += 1) {
    const received = await bench.say("filler", `m${n}`, "hello ".repeat(300));
    if (received.type === "not_now") {
      expect(received).toEqual({ type: "not_now", reason: "disk_full" });
      return n;
    }
  }
  throw new Error("the disk never became full");
}

const [first] = customers(1) as [Customer];

describe("a full disk", { timeout: 60_000 }, () => {
  it("acknowledges nothing, shows red, and goes on by itself when there is room", async () => {
    const bench = await openBenchOffice();
    const { address, texts, fields } = first;
    await bench.say(address, "m0", texts[0] ?? "");
    const unheard = await fill(bench);
    await bench.office().idle();
    const sentBefore = bench.sent.length;
    expect(await readiness(bench.office())).toEqual({
      status: 503,
      body: { ready: false, reason: "disk_full" },
    });
    const refused = await Promise.all(texts.map((text, n) => bench.say("other", `m${n}`, text)));
    expect(refused.filter(({ type }) => type !== "not_now")).toEqual([]);
    expect(bench.sent).toHaveLength(sentBefore);
    squeeze(false);
    // Nobody writes: the office finds out alone.
    await vi.waitFor(async () => expect((await readiness(bench.office())).status).toBe(200), 10_000);
    for (const [n, text] of texts.entries()) await bench.say(address, `m${n}`, text);
    expect(await bench.say("filler", `m${unheard}`, "hello")).toEqual({ type: "accepted" });
    await bench.office().idle();
    expect((await bench.orders(address)).map(valuesOf)).toEqual([fields]);
    expect(bench.to(address)).toHaveLength(texts.length);
  });

  it("tells staff to try again, and changes nothing of theirs", async () => {
    const bench = await openBenchOffice();
    await bench.say("a", "m0", "bench form please");
    const { id } = await bench.chat("a");
    await fill(bench);
    const before = await bench.chat("a");
    const reply = { type: "reply", text: "A long word from us. ".repeat(100) } as const;
    expect(await bench.office().engine.act(noura, reply, { conversation: id })).toEqual({ type: "not_now" });
    expect(await bench.chat("a")).toEqual(before);
    squeeze(false);
    expect(await bench.office().engine.act(noura, reply, { conversation: id })).toMatchObject({
      type: "done",
    });
  });

  it("keeps a message that was read meanwhile, and settles it when there is room", async () => {
    const answers: ((reading: Reading) => void)[] = [];
    const bench = await openBenchOffice({
      classifier: {
        answers: "later",
        name: "slow",
        wants: () => true,
        counters: () => ({}),
        read: () => new Promise((resolve) => answers.push(resolve)),
      },
      deadlineMs: 60_000,
    });
    await bench.say("a", "m0", "bench form please");
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    squeeze(true);
    for (let n = 0; n < 200; n += 1) await bench.say("filler", `m${n}`, `ORDER ${"x".repeat(3_000)}`);
    answers[0]?.({
      understandings: [{ type: "request", service: "bench_form", fields: {} }],
      confidence: 1,
      by: "llm",
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    squeeze(false);
    await vi.waitFor(async () => expect((await bench.chat("a")).drafts).toHaveLength(1), 10_000);
    expect(bench.to("a")).toHaveLength(1);
  });
});

/** The office's store in a test's hands: the next call of a method goes wrong. */
function storeOf(bench: Awaited<ReturnType<typeof openBenchOffice>>): EngineStore {
  return bench.office().store.engine;
}

function failOnce(store: EngineStore, method: "commitTurns" | "insertInbox", error: Error): void {
  vi.spyOn(store, method).mockImplementationOnce(() => {
    throw error;
  });
}

describe("a database that another program holds too long", { timeout: 60_000 }, () => {
  it("asks everybody to come again, and is no reason to end", async () => {
    const onFatal = vi.fn();
    const bench = await openBenchOffice({ onFatal });
    failOnce(storeOf(bench), "commitTurns", new StoreError("busy", "held"));
    expect(await bench.say("a", "m0", "bench form please")).toEqual({
      type: "not_now",
      reason: "overloaded",
    });
    expect(await readiness(bench.office())).toMatchObject({ status: 503, body: { reason: "busy" } });
    expect(await bench.say("a", "m0", "bench form please")).toEqual({ type: "accepted" });
    expect((await readiness(bench.office())).status).toBe(200);
    expect(onFatal).not.toHaveBeenCalled();
  });
});

describe("a disk that fails", { timeout: 60_000 }, () => {
  it("is told once, and nothing is acknowledged after it", async () => {
    const onFatal = vi.fn();
    const bench = await openBenchOffice({ onFatal });
    await bench.say("a", "m0", "bench form please");
    const before = await bench.lines("a");
    failOnce(storeOf(bench), "commitTurns", new StoreError("io", "fsync failed"));
    const answers = await Promise.all([
      bench.say("a", "m1", "12"),
      bench.say("b", "m0", "bench form please"),
    ]);
    answers.push(await bench.say("a", "m2", "12"));
    expect(answers).toEqual(Array(3).fill({ type: "not_now", reason: "stopping" }));
    expect(onFatal).toHaveBeenCalledOnce();
    expect(await readiness(bench.office())).toMatchObject({ status: 503, body: { reason: "store" } });
    const { id } = await bench.chat("a");
    expect(await bench.office().engine.act(noura, { type: "take_chat" }, { conversation: id })).toEqual({
      type: "not_now",
    });
    expect((await bench.lines("a")).length).toBe(before.length);
  });
});

describe("messages that share a commit", { timeout: 60_000 }, () => {
  const never: DeferredClassifier = {
    answers: "later",
    name: "never",
    wants: () => true,
    counters: () => ({}),
    read: () => new Promise(() => undefined),
  };
  const card = "my card is 4539578763621486";

  it("keep their replies when others of them find no room", async () => {
    const bench = await openBenchOffice({ classifier: never, deadlineMs: 60_000 });
    await bench.say("a", "m0", card);
    failOnce(storeOf(bench), "insertInbox", new StoreError("disk_full", "full"));
    const [told, unheard] = await Promise.all([
      bench.say("a", "m1", card),
      bench.say("b", "m0", "bench form please"),
    ]);
    expect([told, unheard]).toEqual([{ type: "accepted" }, { type: "not_now", reason: "disk_full" }]);
    expect(bench.to("a")).toHaveLength(2);
    expect(await bench.say("b", "m0", "bench form please")).toEqual({ type: "accepted" });
    expect(await bench.say("a", "m2", card)).toEqual({ type: "accepted" });
    expect(bench.to("a")).toHaveLength(3);
  });

  it("are stored one by one when one of them can't be kept for reading", async () => {
    const bench = await openBenchOffice({ classifier: never, deadlineMs: 60_000 });
    const store = storeOf(bench);
    const { insertInbox } = store;
    vi.spyOn(store, "insertInbox").mockImplementation((rows) => {
      if (rows.some(({ address }) => address === "b")) throw new TypeError("can't be bound");
      return insertInbox(rows);
    });
    const answers = await Promise.all(
      ["a", "b", "c"].map((address) => bench.say(address, "m0", "bench form please")),
    );
    expect(answers.map(({ type }) => type)).toEqual(["accepted", "accepted", "accepted"]);
    expect((await bench.chat("b")).person?.reason).toBe("failed_message");
    expect(await store.pendingInbox()).toHaveLength(2);
  });

  it("are committed whatever a listener does", async () => {
    const onFatal = vi.fn();
    const bench = await openBenchOffice({ onFatal });
    bench.office().engine.subscribe(() => {
      throw new Error("a page went away");
    });
    expect(await bench.say("a", "m0", "bench form please")).toEqual({ type: "accepted" });
    expect(await bench.say("a", "m1", "12")).toEqual({ type: "accepted" });
    expect(bench.to("a")).toHaveLength(2);
    expect(onFatal).not.toHaveBeenCalled();
  });
});

describe("a database that another process holds again and again for a moment", { timeout: 60_000 }, () => {
  it("makes messages wait, and none is lost or told to come again", async () => {
    const bench = await openBenchOffice();
    const { answers, wrong } = await playWhileHeld(bench, { holdMs: 120, times: 5, count: 5 });
    expect(wrong).toEqual([]);
    expect(new Set(answers)).toEqual(new Set(["accepted"]));
  });
});

describe("a disk that is full at the very first start", { timeout: 60_000 }, () => {
  it("is named, and the next start is like the first", async () => {
    mostPagesAtStart = 10;
    const folder = mkdtempSync(join(tmpdir(), "wasit-full-"));
    const settings = { dataDir: join(folder, "data"), manualClock: true, flowsDir: writeBenchFlows(folder) };
    await expect(openOffice(settings)).rejects.toThrow(/[Tt]he disk is full/);
    mostPagesAtStart = undefined;
    const office = await openOffice(settings);
    expect(office.engine.health()).toEqual({ ready: true });
    await office.close();
    rmSync(folder, { recursive: true });
  });
});
