/** Every statement of the store finds its rows by an index, so that none takes longer in a big office than in a small one. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { AgentId, ConversationId, CustomerId, OrderRef, PartnerId } from "../../src/domain/ids.ts";
import { databaseName, openSqliteStore } from "../../src/store/sqlite/store.ts";
import { fastestFolder } from "./data-folder.ts";

let folder: string;
const asked = new Set<string>();

/** Asks the store everything that depends on what is in it. */
beforeAll(async () => {
  folder = mkdtempSync(join(fastestFolder, "wasit-plans-"));
  const prepare = vi.spyOn(Database.prototype, "prepare");
  const { engine, orders, people, directory, partners, standings, departments, doors, integrations, close } =
    await openSqliteStore({
      dataDir: folder,
      clock: "real",
    });
  await engine.commitTurns([], []);
  await engine.dueConversations(0, 10);
  await engine.nextWake();
  await engine.dueOrders(0, 10);
  await engine.nextDue();
  await standings.since(0);
  await standings.openOffers(0);
  await orders.partnerComplaints(0);
  await orders.about("BR-10001" as OrderRef, 10);
  const agent = "a_x" as AgentId;
  const insider = {
    ...{ agent, channel: "staff", chat: "c_x" as ConversationId },
    ...{ departments: ["p_it" as PartnerId], services: ["hotel_booking"] },
  };
  for (const filter of [
    {},
    { conversation: "c_x" as ConversationId },
    { customer: "u_x" as CustomerId },
    { statuses: ["placed", "done"] as const },
    { service: "hotel_booking" },
    { kind: "service" as const },
    { kind: "complaint" as const, statuses: ["placed"] as const },
    { claimedBy: agent },
    { claimedBy: agent, service: "hotel_booking" },
    { claimedBy: "nobody" as const, statuses: ["placed"] as const },
    { claimedBy: "somebody" as const, service: "hotel_booking" },
    { insider, statuses: ["placed"] as const, claimedBy: "nobody" as const },
    {
      ofDepartments: { departments: ["p_it" as PartnerId], services: ["hotel_booking"] },
      statuses: ["placed"] as const,
      claimedBy: "nobody" as const,
    },
  ])
    await orders.list(filter, { limit: 10 });
  await departments.of(agent);
  await departments.members();
  await departments.lookedAt(agent);
  await departments.look(agent, 0).catch(() => undefined);
  await partners.departments();
  await orders.counts(agent);
  await orders.counts(agent, insider);
  await doors.chatsOf("u_x" as CustomerId);
  await doors.chatsWithPhone("+966501234567", 10);
  await doors.chatWithCode("K7M", 0);
  await doors.history(["c_x" as ConversationId]);
  await orders.waitingChats(10);
  await orders.waitingChats(10, insider);
  await orders.endedLeases(0, 10);
  await people.findAgentByEmail("sara@example.com");
  await people.findChatSession("x");
  await people.findAgentSession("x");
  await partners.get("p_x" as PartnerId);
  await partners.getMany(["p_x" as PartnerId]);
  await partners.offering("hotel_booking");
  for (const sortedIn of ["ar", "en"] as const)
    for (const filter of [{}, { query: "saree 05", service: "hotel_booking", status: "active" as const }])
      await partners.list(filter, { sortedIn, limit: 10 });
  await partners.withLinkCode("CODE", 0);
  await partners.withChat("c_x" as ConversationId);
  await partners.secretOf("p_x" as PartnerId);
  await partners.setSecret("p_x" as PartnerId, "x");
  await directory.countContent("ab");
  await integrations.dueEvents("h_x", 0, 4);
  await integrations.nextEvent("h_x");
  await integrations.stateOf("h_x");
  await integrations.delivered(1, 0);
  await integrations.giveUp(1, 0, "x");
  await integrations.giveUpOlder("h_x", 0, 0, "x");
  await integrations.failing("h_x", 0);
  await integrations.tryAgain("h_x");
  for (const [source] of prepare.mock.calls) asked.add(source);
  prepare.mockRestore();
  await close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Beside `json_each`, which is the list that was asked about, and a `page`, which is bounded: tables that stay small, rows that are read once, at a start or by a migration, the highest number of a table, which stands at its end, and what is asked when the clock has gone back. */
const mayBeWalked =
  /max\((n|chat|number)\)|\b(marks|flow_versions|agents|department_members|api_keys|pending|sqlite_schema|__drizzle_migrations)\b|inbox_seq FROM turns|FROM hooks ORDER|WHERE t\.n > \?|SET `queued_at` = unixepoch|SET due_at = 0/;

describe("the statements of the SQLite store", () => {
  it("find due orders by the index of those that wait for something, and read no other", () => {
    const db = new Database(join(folder, databaseName), { readonly: true });
    const sweeps = [...asked].filter((source) => /\bFROM orders\b.*\bdue_at\b/s.test(source));
    const plans = sweeps.map((source) =>
      db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source.replaceAll("?", "1")}`)
        .all()
        .map(({ detail }) => detail),
    );
    db.close();
    expect(sweeps).toHaveLength(2);
    for (const plan of plans) {
      expect(plan).toHaveLength(1);
      expect(plan[0]).toMatch(/^SEARCH orders USING (COVERING )?INDEX orders_due \(due_at[<>]\?\)$/);
    }
  });

  it("find what was seen of partners, and the offers that stand, by the key that they are asked by", () => {
    const db = new Database(join(folder, databaseName), { readonly: true });
    const looks = [...asked].filter((source) => /^SELECT.*\bFROM (partner_days|open_offers)\b/s.test(source));
    const plans = looks.map((source) =>
      db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source.replaceAll("?", "1")}`)
        .all()
        .map(({ detail }) => detail),
    );
    db.close();
    expect(plans.map(([first]) => first).sort()).toEqual([
      "SEARCH open_offers USING COVERING INDEX open_offers_standing (until>?)",
      "SEARCH partner_days USING PRIMARY KEY (day<?)",
      "SEARCH partner_days USING PRIMARY KEY (day>?)",
    ]);
  });

  it("find a hook's due events in the order of their index, and look at no other", () => {
    const db = new Database(join(folder, databaseName), { readonly: true });
    const looks = [...asked].filter((source) => /\bFROM hook_events\b.*\bhead = 1\b/s.test(source));
    const plans = looks.map((source) =>
      db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source.replaceAll("?", "1")}`)
        .all()
        .map(({ detail }) => detail),
    );
    db.close();
    expect(looks).toHaveLength(2);
    for (const plan of plans) {
      expect(plan).toHaveLength(1);
      expect(plan[0]).toMatch(/^SEARCH hook_events USING (COVERING )?INDEX hook_events_due \(hook=\?/);
    }
  });

  it("walk through no table that grows", () => {
    const db = new Database(join(folder, databaseName), { readonly: true });
    const walking: string[] = [];
    for (const source of asked) {
      if (!/^\s*(select|with|update|delete)/i.test(source) || mayBeWalked.test(source)) continue;
      const parameters = source.includes("@") ? [{ chat: 1, seq: 1, after: 1, limit: 1 }] : [];
      const plan = db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source.replaceAll("?", "1")}`)
        .all(...parameters);
      for (const { detail } of plan) {
        const walks =
          /^(SCAN|SEARCH) (?!\(|sub|back|CONSTANT|json_each|page\b)/.test(detail) && !/ USING /.test(detail);
        if (walks) walking.push(`${detail}: ${source.replace(/\s+/g, " ")}`);
      }
    }
    db.close();
    expect(asked.size).toBeGreaterThan(40);
    expect(walking).toEqual([]);
  });
});
