/** Keys, hooks and the queue of events on SQLite. Which events anybody wants is kept in memory: a commit asks for it each time. */
import type Database from "better-sqlite3";
import type { ApiKey, Hook, HookEvent, HookEventType } from "../../domain/integration.ts";
import { subjectOf } from "../../domain/integration.ts";
import type { CommitTurn } from "../engine.ts";
import { hookEventsOf } from "../hook-events.ts";
import type { HookQueue, HookState, IntegrationStore, QueuedEvent } from "../integrations.ts";
import { guarded } from "./failure.ts";
import {
  type EventRow,
  type HookRow,
  integrationStatements,
  type KeyRow,
  type Subject,
} from "./integration-statements.ts";

/** Inside the transaction of a commit: what the turn means to hooks. Nothing is run while there are none. */
export type WriteHookEvents = (turn: CommitTurn) => void;

export type SqliteIntegrations = { readonly integrations: IntegrationStore; readonly write: WriteHookEvents };

export function sqliteIntegrations(db: Database.Database): SqliteIntegrations {
  const sql = integrationStatements(db);
  let known = guarded(() => sql.hooks.all().map(hookOf));
  let wanted = wantedBy(known);
  const renew = () => {
    known = sql.hooks.all().map(hookOf);
    wanted = wantedBy(known);
  };
  const remove = db.transaction((id: string) => {
    sql.dropEvents.run(id);
    sql.dropHook.run(id);
  });
  return {
    write(turn) {
      if (wanted.size === 0) return;
      for (const event of hookEventsOf(turn, wanted))
        for (const hook of known)
          if (hook.events.includes(event.type))
            sql.addEvent.run({
              ...{ hook: hook.id, subject: subjectOf(event), body: JSON.stringify(event), at: Date.now() },
            });
    },
    integrations: {
      ...keysOn(sql),
      ...queueOn(db, sql),
      addHook: async ({ id, name, url, events, createdAt, createdBy = null }, secret) =>
        guarded(() => {
          sql.addHook.run(id, name, url, secret, JSON.stringify(events), createdAt, createdBy);
          renew();
        }),
      listHooks: async () => known,
      removeHook: async (id) =>
        guarded(() => {
          remove.immediate(id);
          renew();
        }),
      secretOf: async (id) => guarded(() => sql.secret.get(id)),
      setSecret: async (id, secret) => guarded(() => void sql.setSecret.run(secret, id)),
    },
  };
}

type Sql = ReturnType<typeof integrationStatements>;

function keysOn(
  sql: Sql,
): Pick<IntegrationStore, "addKey" | "listKeys" | "findKey" | "touchKey" | "revokeKey"> {
  return {
    addKey: async ({ id, name, scopes, createdAt, createdBy }, hash) =>
      guarded(() => void sql.addKey.run(id, name, hash, JSON.stringify(scopes), createdAt, createdBy)),
    listKeys: async () => guarded(() => sql.keys.all().map(keyOf)),
    findKey: async (hash) =>
      guarded(() => {
        const row = sql.key.get(hash);
        return row && keyOf(row);
      }),
    touchKey: async (id, at) => guarded(() => void sql.touch.run(at, id)),
    revokeKey: async (id, at, by) => guarded(() => void sql.revoke.run(at, by, id)),
  };
}

function queueOn(db: Database.Database, sql: Sql): HookQueue {
  /** What waited behind this one is the first of its subject now. */
  const promote = ({ hook, subject }: Subject) => sql.promote.run(hook, subject);
  const deliver = db.transaction((n: number, at: number | undefined) => {
    const dropped = sql.drop.get(n);
    if (!dropped) return;
    promote(dropped);
    if (at !== undefined) sql.markDelivered.run(at, dropped.hook);
  });
  const giveUp = db.transaction((n: number, at: number, error: string) => {
    const ended = sql.giveUp.get(at, error, n);
    if (ended) promote(ended);
  });
  const giveUpOlder = db.transaction((hook: string, before: number, at: number, error: string) => {
    const { changes } = sql.giveUpOlder.run(at, error, hook, before);
    if (changes > 0) sql.promoteBehind.run(hook, hook, at);
    return changes;
  });
  const tryAgain = db.transaction((hook: string) => {
    sql.again.run(hook);
    sql.renewHeads.run(hook);
  });
  return {
    stateOf: async (hook) => guarded(() => stateOf(sql, hook)),
    dueEvents: async (hook, now, limit) => guarded(() => sql.due.all(hook, now, limit).map(queuedOf)),
    nextEvent: async (hook) => guarded(() => sql.next.get(hook) ?? undefined),
    delivered: async (n, at) => guarded(() => deliver.immediate(n, at)),
    tryLater: async (n, { at, notBefore, error }) =>
      guarded(() => void sql.later.run(notBefore, at, error, n)),
    giveUp: async (n, at, error) => guarded(() => giveUp.immediate(n, at, error)),
    failing: async (hook, at) => guarded(() => sql.failing.get(at, hook) ?? { since: at, times: 0 }),
    giveUpOlder: async (hook, before, at, error) =>
      guarded(() => giveUpOlder.immediate(hook, before, at, error)),
    tryAgain: async (hook) => guarded(() => tryAgain.immediate(hook)),
  };
}

function stateOf(sql: Sql, hook: string): HookState {
  const counts = sql.counts.get(hook);
  const problem = sql.problem.get(hook);
  const { deliveredAt, failingSince } = sql.health.get(hook) ?? {};
  return {
    ...{ waiting: counts?.waiting ?? 0, failed: counts?.failed ?? 0 },
    ...(typeof deliveredAt === "number" && { deliveredAt }),
    ...(typeof failingSince === "number" && { failingSince }),
    ...(typeof problem === "string" && { problem }),
  };
}

/** What stands in these columns was written here alone. */
function keyOf(row: KeyRow): ApiKey {
  return {
    ...{ id: row.id, name: row.name, createdAt: row.created_at },
    scopes: JSON.parse(row.scopes) as ApiKey["scopes"],
    createdBy: row.created_by as ApiKey["createdBy"],
    ...(row.used_at !== null && { usedAt: row.used_at }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
    ...(row.revoked_by !== null && { revokedBy: row.revoked_by as NonNullable<ApiKey["revokedBy"]> }),
  };
}

function hookOf({ id, name, url, events, created_at: createdAt, created_by: by }: HookRow): Hook {
  const about = { id, name, url, events: JSON.parse(events) as Hook["events"], createdAt };
  return { ...about, ...(by !== null && { createdBy: by as NonNullable<Hook["createdBy"]> }) };
}

function queuedOf({ n, hook, body, attempts, since }: EventRow): QueuedEvent {
  return { n, hook, event: JSON.parse(body) as HookEvent, attempts, ...(since !== null && { since }) };
}

function wantedBy(hooks: readonly Hook[]): ReadonlySet<HookEventType> {
  return new Set(hooks.flatMap(({ events }) => events));
}
