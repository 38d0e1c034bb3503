/** The statements of keys, hooks and their events, and the rows that they read. */
import type Database from "better-sqlite3";

export type KeyRow = {
  readonly id: string;
  readonly name: string;
  readonly scopes: string;
  readonly created_at: number;
  readonly created_by: string;
  readonly used_at: number | null;
  readonly revoked_at: number | null;
  readonly revoked_by: string | null;
};
export type HookRow = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: string;
  readonly created_at: number;
  readonly created_by: string | null;
};
export type Subject = { readonly hook: string; readonly subject: string };
export type EventRow = {
  readonly n: number;
  readonly hook: string;
  readonly body: string;
  readonly attempts: number;
  readonly since: number | null;
};

/** Nothing of the same subject waits before it. */
const isFirst = `NOT EXISTS (SELECT 1 FROM hook_events AS b
  WHERE b.failed_at IS NULL AND b.hook = e.hook AND b.subject = e.subject AND b.n < e.n)`;

export function integrationStatements(db: Database.Database) {
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
