import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import type { PartnerId } from "../../src/domain/ids.ts";
import { unseen } from "../../src/domain/standing.ts";
import { bringUpToDate, migrationsFolder } from "../../src/store/sqlite/migrate.ts";
import * as schema from "../../src/store/sqlite/schema.ts";
import { newFolder, openStore } from "./data-folder.ts";
import { samplePartner } from "./sample-partner.ts";

type Entry = { readonly idx: number; readonly when: number; readonly tag: string };
type Journal = { entries: Entry[] };

const journalOf = (folder: string): Journal =>
  JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")) as Journal;

/** Today's migrations and one more. */
function folderWith(sql: string): string {
  const folder = join(newFolder(), "migrations");
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = journalOf(folder);
  const when = (journal.entries.at(-1)?.when ?? 0) + 1;
  journal.entries.push({ ...journal.entries[0], idx: journal.entries.length, when, tag: "9999_next" });
  writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify(journal));
  writeFileSync(join(folder, "9999_next.sql"), sql);
  return folder;
}

const columnsOf = (db: Database.Database, table: string) =>
  db.prepare<[string], string>("SELECT name FROM pragma_table_info(?)").pluck().all(table).sort();

describe("the migrations", () => {
  it("are dated one after the other, or drizzle would pass over one", () => {
    const dates = journalOf(migrationsFolder).entries.map(({ when }) => when);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates).toEqual([...new Set(dates)].sort((a, b) => a - b));
  });

  it("make exactly the tables and indices that the schema describes", () => {
    const db = new Database(":memory:");
    bringUpToDate(db);
    const tables = Object.values(schema).filter((one) => one instanceof SQLiteTable);
    for (const table of tables) {
      const { name, columns, indexes } = getTableConfig(table);
      expect([name, columnsOf(db, name)]).toEqual([name, columns.map((column) => column.name).sort()]);
      const made = db
        .prepare<[string], string>("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?")
        .pluck()
        .all(name)
        .filter((index) => !index.startsWith("sqlite_autoindex"));
      expect([name, made.sort()]).toEqual([name, indexes.map(({ config }) => config.name).sort()]);
    }
    expect(tables.length).toBe(
      db
        .prepare<[], number>(
          "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
        )
        .pluck()
        .get(),
    );
  });
});

/** The first migrations alone, as an older version had them. */
function folderUpTo(tag: string): string {
  const folder = join(newFolder(), "migrations");
  cpSync(migrationsFolder, folder, { recursive: true });
  const { entries, ...about } = journalOf(folder);
  const last = entries.findIndex((entry) => entry.tag === tag);
  writeFileSync(
    join(folder, "meta", "_journal.json"),
    JSON.stringify({ ...about, entries: entries.slice(0, last + 1) }),
  );
  return folder;
}

describe("bringUpToDate", () => {
  it("brings partners of an older version along, to be found and chosen from", async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const db = new Database(join(folder, "wasit.db"));
    bringUpToDate(db, folderUpTo("0005_delivery_asked_again"));
    const put = db.prepare("INSERT INTO partners (id, active, body) VALUES (?, ?, ?)");
    const old = {
      id: "p_old",
      name: { ar: "مندوب الديرة", en: 'Deerah "Fast" Couriers' },
      services: ["parcel_delivery", "hotel_booking"],
      cities: ["Riyadh"],
      phone: "+966501234567",
      active: true,
      demo: true,
    };
    const { phone: _, ...silent } = old;
    put.run("p_old", 1, JSON.stringify(old));
    put.run("p_gone", 0, JSON.stringify({ ...silent, id: "p_gone", active: false, demo: false, cities: [] }));
    db.close();
    const { partners } = await openStore(folder);
    expect(await partners.get("p_old" as PartnerId)).toEqual({
      ...samplePartner("old"),
      version: 1,
      name: old.name,
      services: old.services,
      cities: ["Riyadh"],
      contacts: { phone: old.phone },
      languages: ["ar", "en"],
      demo: true,
    });
    expect(await partners.get("p_gone" as PartnerId)).toMatchObject({
      state: { status: "paused_by_staff" },
      demo: false,
    });
    expect((await partners.offering("hotel_booking")).map(({ id }) => id)).toEqual(["p_old"]);
    expect(await partners.list({ query: "الديره" }, { sortedIn: "ar", limit: 5 })).toMatchObject({
      partners: [{ id: "p_gone" }, { id: "p_old" }],
    });
  });

  it("has the orders of an older version looked at that are not over, and no other", async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const db = new Database(join(folder, "wasit.db"));
    bringUpToDate(db, folderUpTo("0008_seen_webhooks"));
    db.exec(
      `INSERT INTO conversations (chat, id, channel, address, customer, version, last_turn, state) VALUES (1, 'c_1', 'web', '1', 'u_1', 1, 0, '{}');`,
    );
    const put = db.prepare(
      `INSERT INTO orders (number, chat, draft, service, status, held, version, body) VALUES (?, 1, ?, 'x', ?, 0, 1, ?)`,
    );
    for (const [index, status] of ["seeking", "done", "placed", "cancelled"].entries())
      put.run(10_001 + index, `${index}.0`, status, JSON.stringify({ ref: `BR-${10_001 + index}` }));
    db.close();
    const { engine } = await openStore(folder);
    expect(await engine.nextDue()).toBe(0);
    expect((await engine.dueOrders(0, 10)).map(({ ref }) => ref)).toEqual(["BR-10001", "BR-10003"]);
  });

  it("ends hand-offs of orders that had moved on before their end was kept, and no others", async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const db = new Database(join(folder, "wasit.db"));
    bringUpToDate(db, folderUpTo("0017_partners_seen"));
    db.exec(
      `INSERT INTO conversations (chat, id, channel, address, customer, version, last_turn, state) VALUES (1, 'c_1', 'web', '1', 'u_1', 1, 0, '{}');`,
    );
    const put = db.prepare(
      `INSERT INTO orders (number, chat, draft, service, status, held, version, body) VALUES (?, 1, ?, 'x', 'in_progress', 0, 1, ?)`,
    );
    const bodies = [
      { state: { at: 9 }, handoff: { at: 5 } },
      { state: { at: 5 }, handoff: { at: 5 } },
      { state: { at: 9 } },
    ];
    for (const [index, body] of bodies.entries()) put.run(10_001 + index, `${index}.0`, JSON.stringify(body));
    bringUpToDate(db);
    const after = db.prepare<[], string>("SELECT body FROM orders ORDER BY number").pluck().all();
    db.close();
    expect(after.map((body) => JSON.parse(body))).toEqual([
      { state: { at: 9 }, handoff: { at: 5, over: 9 } },
      ...bodies.slice(1),
    ]);
  });

  it("writes on open orders that they were counted as late, where they were, and on no others", async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const db = new Database(join(folder, "wasit.db"));
    bringUpToDate(db, folderUpTo("0019_answers_late"));
    db.exec(
      `INSERT INTO conversations (chat, id, channel, address, customer, version, last_turn, state) VALUES (1, 'c_1', 'web', '1', 'u_1', 1, 0, '{}');`,
    );
    const put = db.prepare(
      `INSERT INTO orders (number, chat, draft, service, status, held, version, body) VALUES (?, 1, ?, 'x', ?, 0, 1, ?)`,
    );
    const partner = { id: "p_a" };
    const stuck = { since: 50, level: "warned" };
    const accepted = (id: string, at: number) => ({ partner: { id }, state: { type: "accepted", at } });
    const late: readonly (readonly [string, object])[] = [
      ["in_progress", { partner, clock: { stuck } }],
      ["assigned", { partner, passedOnAt: 50, clock: { stuck, noAnswer: 49 } }],
      ["in_progress", { partner, offers: [accepted("p_b", 90), accepted("p_a", 40)], clock: { stuck } }],
      ["in_progress", { partner, confirmation: { state: "seen" }, clock: { stuck, unclaimed: stuck } }],
    ];
    const others: readonly (readonly [string, object])[] = [
      ["in_progress", { partner }],
      ["in_progress", { partner, clock: { at: 5 } }],
      ["done", { partner, clock: { stuck } }],
      ["seeking", { clock: { stuck } }],
      ["in_progress", { partner, clock: { stuck: { ...stuck, inStop: true } } }],
      ["in_progress", { partner, clock: { stuck, noAnswer: 50 } }],
      ["in_progress", { partner, passedOnAt: 51, clock: { stuck } }],
      ["in_progress", { partner, offers: [accepted("p_a", 60)], clock: { stuck } }],
      ["in_progress", { partner, confirmation: { state: "cannot" }, clock: { stuck } }],
      ["in_progress", { partner, clock: { stuck, late: "p_b" } }],
    ];
    for (const [index, [status, body]] of [...late, ...others].entries())
      put.run(10_001 + index, `${index}.0`, status, JSON.stringify(body));
    bringUpToDate(db);
    const after = db.prepare<[], string>("SELECT body FROM orders ORDER BY number").pluck().all();
    db.close();
    const clockOf = (body: object): object => ("clock" in body ? (body.clock as object) : {});
    expect(after.map((body) => JSON.parse(body))).toEqual([
      ...late.map(([, body]) => ({ ...body, clock: { ...clockOf(body), late: "p_a" } })),
      ...others.map(([, body]) => body),
    ]);
  });

  it("applies what is missing to a database with an office in it, once", async () => {
    const folder = newFolder();
    await (await openStore(folder)).close();
    const next = folderWith("ALTER TABLE marks ADD COLUMN note text;");
    await (await openStore(folder, { migrations: next })).close();
    await (await openStore(folder, { migrations: next })).close();
    const db = new Database(join(folder, "wasit.db"), { readonly: true });
    expect(columnsOf(db, "marks")).toEqual(["name", "note", "value"]);
    db.close();
  });

  it("refuses a database that a newer version has changed", async () => {
    const folder = newFolder();
    const next = folderWith("ALTER TABLE marks ADD COLUMN note text;");
    await (await openStore(folder, { migrations: next })).close();
    await expect(openStore(folder)).rejects.toMatchObject({
      problem: "newer_schema",
      message: expect.stringContaining("newer version"),
    });
  });

  it("rebuilds a table that others refer to, with rows in both", async () => {
    const folder = newFolder();
    await (await openStore(folder)).close();
    const db = new Database(join(folder, "wasit.db"));
    const made = db.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'agents'").pluck().get();
    db.exec(
      `INSERT INTO agents (id, name, email, password_hash, role, disabled, demo, language, epoch, created_at) VALUES ('a_1', 'A', 'a@example.com', '-', 'agent', 0, 0, 'ar', 0, 0);
       INSERT INTO agent_sessions (hash, agent, epoch, csrf, created_at, seen_at) VALUES ('h', 'a_1', 0, '-', 0, 0);`,
    );
    db.close();
    const rebuilt = (made ?? "").replaceAll("agents", "__new_agents");
    const next = folderWith(
      [
        rebuilt,
        "INSERT INTO __new_agents SELECT * FROM agents;",
        "DROP TABLE agents;",
        "ALTER TABLE __new_agents RENAME TO agents;",
      ].join("\n--> statement-breakpoint\n"),
    );
    const { people } = await openStore(folder, { migrations: next });
    expect((await people.listAgents()).map(({ id }) => id)).toEqual(["a_1"]);
    expect(await people.findAgentSession("h")).toMatchObject({ agent: "a_1" });
  });

  it("applies all of it or nothing where a statement fails", async () => {
    const folder = newFolder();
    await (await openStore(folder)).close();
    const broken = folderWith(
      "ALTER TABLE marks ADD COLUMN note text;\n--> statement-breakpoint\nALTER TABLE nowhere ADD COLUMN x;",
    );
    await expect(openStore(folder, { migrations: broken })).rejects.toThrow();
    const { directory } = await openStore(folder);
    expect(await directory.getMark("clock")).toBe("real");
  });

  it("applies all of it or nothing where the process is killed in its middle", async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const endless = folderWith(
      `ALTER TABLE marks ADD COLUMN note text;
--> statement-breakpoint
CREATE TABLE filler (n integer);
--> statement-breakpoint
INSERT INTO filler WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c;`,
    );
    await (await openStore(folder)).close();
    const program = `import { openSqliteStore } from ${JSON.stringify(join(import.meta.dirname, "..", "..", "src", "store", "sqlite", "store.ts"))};
      console.log("go");
      await openSqliteStore({ dataDir: ${JSON.stringify(folder)}, clock: "real", migrations: ${JSON.stringify(endless)} });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await sleep(400);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    const { directory } = await openStore(folder);
    expect(await directory.getMark("clock")).toBe("real");
    const db = new Database(join(folder, "wasit.db"), { readonly: true });
    expect(columnsOf(db, "marks")).toEqual(["name", "value"]);
    expect(columnsOf(db, "filler")).toEqual([]);
    db.close();
  });

  it("keeps the marks and the open offers of an older version for ranking and choosing", async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const db = new Database(join(folder, "wasit.db"));
    bringUpToDate(db, folderUpTo("0016_departments"));
    db.exec(
      `INSERT INTO conversations (chat, id, channel, address, customer, version, last_turn, state) VALUES (1, 'c_1', 'web', '1', 'u_1', 1, 0, '{}');`,
    );
    const put = db.prepare(
      `INSERT INTO orders (number, chat, draft, service, status, held, version, body, partner, rating, rated_at) VALUES (?, 1, ?, 'x', ?, 0, 1, ?, ?, ?, ?)`,
    );
    const offer = (id: string, type: string) => ({ id, partner: { id: "p_a" }, until: 500, state: { type } });
    const offers = [offer("of_1", "open"), offer("of_2", "declined")];
    put.run(10_001, "0.0", "seeking", JSON.stringify({ ref: "BR-10001", offers }), null, null, null);
    put.run(10_002, "1.0", "seeking", JSON.stringify({ ref: "BR-10002" }), null, null, null);
    const over = JSON.stringify({ ref: "BR-10003", offers: [offer("of_3", "open")] });
    put.run(10_003, "2.0", "done", over, "p_a", 5, 3 * 86_400_000 + 7);
    put.run(10_004, "3.0", "done", "{}", "p_a", 2, 3 * 86_400_000 + 9);
    put.run(10_005, "4.0", "done", "{}", null, 1, 3 * 86_400_000);
    db.close();
    const { standings } = await openStore(folder);
    expect(Object.fromEntries(await standings.openOffers(0))).toEqual({ p_a: 1 });
    expect(Object.fromEntries(await standings.since(3))).toEqual({
      p_a: { ...unseen, ratings: 2, ratingSum: 7 },
    });
    expect([...(await standings.since(4))]).toEqual([]);
  });
});
