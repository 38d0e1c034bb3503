import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { filesDocuments } from "../../src/documents/files.ts";
import { orderRefOf } from "../../src/domain/ids.ts";
import { restore } from "../../src/store/sqlite/restore.ts";
import type { Store } from "../../src/store/store.ts";
import { pdf } from "../documents/sample-files.ts";
import { newFolder, openStore, problemsOf } from "./data-folder.ts";
import { chatId, handedOver, inboxOf, newOrder, orderOf, turnOf } from "./sample-turns.ts";

const root = join(import.meta.dirname, "..", "..");

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function putPaper(store: Store, dataDir: string) {
  const documents = filesDocuments({ dataDir, directory: store.directory });
  const about = { conversation: chatId("a"), name: "paper.pdf", at: 1 };
  const result = await documents.put(once(pdf()), about);
  if (result.type !== "stored") throw new Error(result.reason);
  return { documents, document: result.document };
}

describe("backup", () => {
  it("is a prefix of the commits, whole, while the office goes on writing", async () => {
    const [dataDir, copies] = [newFolder(), newFolder()];
    const { engine, backup } = await openStore(dataDir);
    let n = 0;
    let done = false;
    const writing = (async () => {
      for (; !done || n < 50; n += 1) {
        const turn = turnOf("a", n + 1, n + 1, { orderChanges: [newOrder("a", 10_001 + n)] });
        await engine.commitTurns([turn], n === 0 ? [] : [handedOver("a", n * 2)]);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const file = await backup(copies, "by_hand");
    done = true;
    await writing;
    expect(file).toMatch(/wasit-\d{8}-\d{6}\.db$/);
    expect(problemsOf(file)).toEqual([]);
    const copy = new Database(file, { readonly: true });
    const count = (table: string) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    const turns = count("turns");
    expect(turns).toBeLessThanOrEqual(n);
    expect([count("orders"), count("inbox"), count("history")]).toEqual([turns, turns, turns]);
    copy.close();
  });

  it("takes the documents along, each once, and says what belongs together", async () => {
    const [dataDir, copies] = [newFolder(), newFolder()];
    const store = await openStore(dataDir);
    const { document } = await putPaper(store, dataDir);
    const first = await store.backup(copies, "by_hand");
    const second = await store.backup(copies, "by_hand");
    expect(second).not.toBe(first);
    const manifest = JSON.parse(readFileSync(second.replace(/db$/, "json"), "utf8"));
    expect(manifest).toMatchObject({ format: 1, documents: [document.sha256], missing: [] });
    expect(manifest.bytes).toBe(statSync(second).size);
    const kept = join(copies, "documents", document.sha256.slice(0, 2), document.sha256);
    expect(readFileSync(kept)).toEqual(pdf());
    expect(readdirSync(copies).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it("leaves no half copy where the folder can't be written", async () => {
    const [dataDir, copies] = [newFolder(), newFolder()];
    const { backup } = await openStore(dataDir);
    writeFileSync(join(copies, "file"), "");
    await expect(backup(join(copies, "file"), "by_hand")).rejects.toThrow();
    expect(readdirSync(copies)).toEqual(["file"]);
  });
});

describe("restore", () => {
  /** An office with a backup of yesterday, when one message was on its way, and a day's work since. */
  async function yesterday() {
    const [dataDir, copies] = [newFolder(), newFolder()];
    const store = await openStore(dataDir);
    const { document } = await putPaper(store, dataDir);
    await store.engine.commitTurns([turnOf("a", 1, 1, { orderChanges: [newOrder("a", 10_001)] })], []);
    await store.engine.commitTurns([turnOf("a", 2, 2), turnOf("b", 1, 3)], [handedOver("a", 2)]);
    await store.engine.recordDeliveries([handedOver("b", 2, { state: "waiting", notBefore: 5 })]);
    const file = await store.backup(copies, "by_hand");
    await store.engine.commitTurns([turnOf("a", 3, 4)], [handedOver("a", 4)]);
    return { dataDir, file, store, document };
  }

  it("brings the office back as it was, and keeps what was there", async () => {
    const { dataDir, file, store, document } = await yesterday();
    await store.close();
    rmSync(join(dataDir, "documents"), { recursive: true });
    const restored = await restore({ file, dataDir });
    expect(restored).toMatchObject({ orders: 1, unknown: 2, missing: [] });
    expect(problemsOf(join(dataDir, "wasit.db"))).toEqual([]);
    expect(problemsOf(restored.keptAside ?? "")).toEqual([]);

    const after = await openStore(dataDir);
    expect((await after.engine.getConversation(chatId("a")))?.version).toBe(2);
    expect(await after.orders.get(orderRefOf(10_001))).toEqual(orderOf("a", 10_001));
    const documents = filesDocuments({ dataDir, directory: after.directory });
    expect(await documents.get(document.id)).toEqual(document);
    const stream = await documents.open(document.id);
    expect(stream && Buffer.from(await new Response(stream).arrayBuffer())).toEqual(pdf());
  });

  it("does not send again what may have left since, and shows it as failed", async () => {
    const { dataDir, file, store } = await yesterday();
    await store.close();
    await restore({ file, dataDir });
    const { engine } = await openStore(dataDir);
    expect(await engine.unfinishedOutbox()).toEqual([]);
    const state = async (chat: string) =>
      (await engine.lines(chatId(chat), 0, 9)).flatMap(({ delivery }) => delivery ?? []);
    expect(await state("a")).toEqual(["handed_over", "failed"]);
    expect(await state("b")).toEqual(["failed"]);
  });

  it("drops what platforms deliver again and takes what the copy does not know", async () => {
    const { dataDir, file, store } = await yesterday();
    await store.close();
    await restore({ file, dataDir });
    const { engine } = await openStore(dataDir);
    const again = turnOf("a", 3, 4, { inbox: inboxOf("a", 4, { id: "m2", chatSeq: 5 }) });
    expect(await engine.commitTurns([again, turnOf("a", 3, 4)], [])).toEqual([
      { type: "duplicate" },
      { type: "committed" },
    ]);
    expect(await engine.unfinishedOutbox()).toHaveLength(1);
  });

  it("works on an empty folder, as on a new machine", async () => {
    const { file, store } = await yesterday();
    await store.close();
    const dataDir = join(newFolder(), "new");
    const restored = await restore({ file, dataDir });
    expect(restored).not.toHaveProperty("keptAside");
    expect((await (await openStore(dataDir)).engine.highest()).order).toBe(10_001);
  });

  it("works where the database that is there is damaged", async () => {
    const { dataDir, file, store } = await yesterday();
    await store.close();
    writeFileSync(join(dataDir, "wasit.db"), "no database at all");
    const { keptAside } = await restore({ file, dataDir });
    expect(readFileSync(keptAside ?? "", "utf8")).toBe("no database at all");
    expect((await (await openStore(dataDir)).engine.highest()).order).toBe(10_001);
  });

  it("refuses while the office is running, and changes nothing", async () => {
    const { dataDir, file, store } = await yesterday();
    await expect(restore({ file, dataDir })).rejects.toMatchObject({ problem: "locked" });
    expect((await store.engine.getConversation(chatId("a")))?.version).toBe(3);
    expect(readdirSync(dataDir).filter((name) => name.includes("restor"))).toEqual([]);
  });

  it("refuses a copy that is damaged, foreign, newer, or not there, and changes nothing", async () => {
    const { dataDir, file, store } = await yesterday();
    await store.close();
    const folder = dirname(file);
    const damaged = join(folder, "damaged.db");
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 8192 * 7, 8192 * 9);
    writeFileSync(damaged, bytes);
    const foreign = join(folder, "foreign.db");
    const other = new Database(foreign);
    other.exec("CREATE TABLE notes (n)");
    other.close();
    const newer = join(folder, "newer.db");
    writeFileSync(newer, readFileSync(file));
    const next = new Database(newer);
    next.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('unknown', 9999999999999)");
    next.close();
    const refusals = [
      [damaged, "corrupt"],
      [foreign, "corrupt"],
      [newer, "newer_schema"],
      [join(folder, "absent.db"), "io"],
    ] as const;
    for (const [copy, problem] of refusals)
      await expect(restore({ file: copy, dataDir })).rejects.toMatchObject({ problem });
    const { engine } = await openStore(dataDir);
    expect((await engine.getConversation(chatId("a")))?.version).toBe(3);
    expect(readdirSync(dataDir).filter((name) => name.includes("restor"))).toEqual([]);
  });
});

describe("the commands", () => {
  const run = (command: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(root, "src", "cli", `${command}.ts`), ...args], {
      encoding: "utf8",
      env: { ...process.env, NODE_NO_WARNINGS: "1" },
    });

  it("copy a running office and bring it back once it has stopped", async () => {
    const [dataDir, copies] = [newFolder(), newFolder()];
    const store = await openStore(dataDir);
    await store.engine.commitTurns([turnOf("a", 1, 1, { orderChanges: [newOrder("a", 10_001)] })], []);
    const copied = run("backup", "--data", dataDir, "--to", copies);
    expect(copied).toMatchObject({ status: 0, stderr: "" });
    const [file = ""] = copied.stdout.split("\n");
    expect(existsSync(file)).toBe(true);
    const refused = run("restore", "--data", dataDir, "--from", file);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`in use by process ${process.pid}`);
    await store.close();
    const restored = run("restore", "--data", dataDir, "--from", file);
    expect(restored).toMatchObject({ status: 0, stderr: "" });
    expect(restored.stdout).toContain("Orders in it: 1.");
    expect(restored.stdout).toContain("not sent again: 1.");
  });

  it("say what is missing", () => {
    const dataDir = newFolder();
    expect(run("backup", "--data", dataDir).stderr).toContain("There is no database at");
    expect(run("restore", "--data", dataDir).stderr).toContain("npm run restore -- --from FILE");
  });
});
