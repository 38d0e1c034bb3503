/** Keys, hooks and the queue of events on SQLite. Which events anybody wants is kept in memory: a commit asks for it each time. */
import type Database from "better-sqlite3";
import type { ApiKey, Hook, HookEvent, HookEventType } from "../../domain/integration.ts";
import { subjectOf } from "../../domain/integration.ts";
import type { CommitTurn } from "../engine.ts";
import { hookEventsOf } from "../hook-events.ts";
import type { HookQueue, HookState, IntegrationStore, QueuedEvent } from "../integrations.ts";
import { guarded } from "./failure.ts";

/** Inside the transaction of a commit: what the turn means to hooks. Nothing is run while there are none. */
export type WriteHookEvents = (turn: CommitTurn) => void;

export type SqliteIntegrations = { readonly integrations: IntegrationStore; readonly write: WriteHookEvents };

export function sqliteIntegrations(db: Database.Database): SqliteIntegrations {
  const sql = statements(db);
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

type Sql = ReturnType<typeof statements>;

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

type KeyRow = {
  readonly id: string;
  readonly name: string;
  readonly scopes: string;
  readonly created_at: number;
  readonly created_by: string;
  readonly used_at: number | null;
  readonly revoked_at: number | null;
  readonly revoked_by: string | null;
};
type HookRow = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: string;
  readonly created_at: number;
  readonly created_by: string | null;
};
type Subject = { readonly hook: string; readonly subject: string };
type EventRow = {
  readonly n: number;
  readonly hook: string;
  readonly body: string;
  readonly attempts: number;
  readonly since: number | null;
};

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

/** Nothing of the same subject waits before it. */
const isFirst = `NOT EXISTS (SELECT 1 FROM hook_events AS b
  WHERE b.failed_at IS NULL AND b.hook = e.hook AND b.subject = e.subject AND b.n < e.n)`;

function statements(db: Database.Database) {
  return {
    addKey: db.prepare<[string, string, string, string, number, string]>(
      "INSERT INTO api_keys (id, name, hash, scopes, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)",
    ),
    keys: db.prepare<[], KeyRow>("SELECT * FROM api_keys ORDER BY created_at DESC, id"),
    key: db.prepare<[string], KeyRow>("SELECT * FROM api_keys WHERE hash = ? AND revoked_at IS NULL"),
    touch: db.prepare<[number, string]>("UPDATE api_keys SET used_at = ? WHERE id = ?"),
    revoke: db.prepare<[number, string, string]>(
      "UPDATE api_keys SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL",
    ),
    addHook: db.prepare<[string, string, string, string, string, number, string | null]>(
      "INSERT INTO hooks (id, name, url, secret, events, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
    hooks: db.prepare<[], HookRow>(
      "SELECT id, name, url, events, created_at, created_by FROM hooks ORDER BY created_at, id",
    ),
    dropHook: db.prepare<[string]>("DELETE FROM hooks WHERE id = ?"),
    dropEvents: db.prepare<[string]>("DELETE FROM hook_events WHERE hook = ?"),
    secret: db.prepare<[string], string>("SELECT secret FROM hooks WHERE id = ?").pluck(),
    setSecret: db.prepare<[string, string]>("UPDATE hooks SET secret = ? WHERE id = ?"),
    addEvent: db.prepare<
      [{ readonly hook: string; readonly subject: string; readonly body: string; readonly at: number }]
    >(
      `INSERT INTO hook_events (hook, subject, body, queued_at, head) SELECT @hook, @subject, @body, @at, NOT EXISTS
       (SELECT 1 FROM hook_events WHERE failed_at IS NULL AND hook = @hook AND subject = @subject)`,
    ),
    due: db.prepare<[string, number, number], EventRow>(
      `SELECT n, hook, body, attempts, since FROM hook_events
       WHERE head = 1 AND hook = ? AND not_before <= ? ORDER BY not_before, n LIMIT ?`,
    ),
    next: db
      .prepare<[string], number | null>(`SELECT min(not_before) FROM hook_events WHERE head = 1 AND hook = ?`)
      .pluck(),
    drop: db.prepare<[number], Subject>("DELETE FROM hook_events WHERE n = ? RETURNING hook, subject"),
    promote: db.prepare<[string, string]>(
      `UPDATE hook_events SET head = 1 WHERE n =
       (SELECT min(n) FROM hook_events WHERE failed_at IS NULL AND hook = ? AND subject = ?)`,
    ),
    promoteBehind: db.prepare<[string, string, number]>(
      `UPDATE hook_events SET head = 1 WHERE n IN
       (SELECT min(n) FROM hook_events WHERE failed_at IS NULL AND hook = ? AND subject IN
       (SELECT subject FROM hook_events WHERE hook = ? AND failed_at = ?) GROUP BY subject)`,
    ),
    renewHeads: db.prepare<[string]>(
      `UPDATE hook_events AS e SET head = ${isFirst} WHERE failed_at IS NULL AND hook = ?`,
    ),
    markDelivered: db.prepare<[number, string]>(
      "UPDATE hooks SET delivered_at = ?, failing_since = NULL, failures = 0 WHERE id = ?",
    ),
    failing: db.prepare<[number, string], { readonly since: number; readonly times: number }>(
      `UPDATE hooks SET failing_since = coalesce(failing_since, ?), failures = failures + 1 WHERE id = ?
       RETURNING failing_since AS since, failures AS times`,
    ),
    later: db.prepare<[number, number, string, number]>(
      "UPDATE hook_events SET attempts = attempts + 1, not_before = ?, since = coalesce(since, ?), error = ? WHERE n = ?",
    ),
    giveUp: db.prepare<[number, string, number], Subject>(
      "UPDATE hook_events SET failed_at = ?, error = ?, head = 0 WHERE n = ? RETURNING hook, subject",
    ),
    giveUpOlder: db.prepare<[number, string, string, number]>(
      "UPDATE hook_events SET failed_at = ?, error = ?, head = 0 WHERE failed_at IS NULL AND hook = ? AND queued_at < ?",
    ),
    again: db.prepare<[string]>(
      "UPDATE hook_events SET failed_at = NULL, attempts = 0, since = NULL, not_before = 0 WHERE hook = ? AND failed_at IS NOT NULL",
    ),
    counts: db.prepare<[string], { readonly waiting: number; readonly failed: number }>(
      "SELECT count(*) FILTER (WHERE failed_at IS NULL) AS waiting, count(failed_at) AS failed FROM hook_events WHERE hook = ?",
    ),
    problem: db
      .prepare<[string], string | null>(
        "SELECT error FROM hook_events WHERE hook = ? AND error IS NOT NULL ORDER BY n LIMIT 1",
      )
      .pluck(),
    health: db.prepare<
      [string],
      { readonly deliveredAt: number | null; readonly failingSince: number | null }
    >("SELECT delivered_at AS deliveredAt, failing_since AS failingSince FROM hooks WHERE id = ?"),
  };
}
