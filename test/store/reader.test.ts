import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openMemoryStore } from "../../src/store/memory/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import type { Store } from "../../src/store/store.ts";
import { fastestFolder } from "./data-folder.ts";
import { chatId, turnOf } from "./sample-turns.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(fastestFolder, "wasit-reader-"));
  store = await openSqliteStore({ dataDir: folder, clock: "real" });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("lines", () => {
  it("are looked up beside the main thread when they are far back, and say the same", async () => {
    const asked = vi.spyOn(Worker.prototype, "postMessage");
    const turns = Array.from({ length: 1_500 }, (_, n) => turnOf("a", n + 1, n + 1));
    await store.engine.commitTurns(turns, []);
    const memory = openMemoryStore().engine;
    await memory.commitTurns(turns, []);
    expect(await store.engine.lines(chatId("a"), 2_950, 100)).toHaveLength(50);
    expect(asked).not.toHaveBeenCalled();
    const far = await store.engine.lines(chatId("a"), 10, 100);
    expect(asked).toHaveBeenCalledOnce();
    expect(far).toEqual(await memory.lines(chatId("a"), 10, 100));
  });
});

describe("startReader", () => {
  it("answers again after its worker has died", async () => {
    const asked = vi.spyOn(Worker.prototype, "postMessage");
    await store.orders.search("sara", 5);
    const [worker] = asked.mock.contexts;
    if (!(worker instanceof Worker)) throw new Error("no worker was asked");
    await worker.terminate();
    await expect(store.orders.search("sara", 5)).resolves.toEqual([]);
  });

  it("refuses what was under way when its worker dies, and only that", async () => {
    const asked = vi.spyOn(Worker.prototype, "postMessage");
    const broken = store.orders.search("sara", 5);
    const next = store.orders.search("sara", 5);
    await vi.waitUntil(() => asked.mock.contexts.length > 0);
    await (asked.mock.contexts[0] as Worker).terminate();
    await expect(broken).rejects.toMatchObject({ problem: "io" });
    await expect(next).resolves.toEqual([]);
  });
});
