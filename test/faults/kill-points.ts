/** Moments at which a process ends itself by SIGKILL, as a power switch would: no handler runs, nothing is flushed. */
import Database from "better-sqlite3";

/** `before-commit`, `after-commit`, `after-send` are points of the engine; `statement` is every statement that writes. */
export type KillPoint = {
  /** Call when a point is passed; at the right one this call is the last thing that the process does. */
  reach(name: string): void;
};

/** @param fault `POINT:N`: at the N-th time that POINT is reached; empty: never */
export function killPoint(fault: string): KillPoint {
  const [point, nth] = fault.split(":");
  let hits = 0;
  const reach = (name: string) => {
    if (name !== point) return;
    hits += 1;
    if (hits === Number(nth)) process.kill(process.pid, "SIGKILL");
  };
  if (point === "statement") watchStatements(() => reach("statement"));
  return { reach };
}

const writes =
  /^\s*(insert|update|delete|replace|create|alter|drop|begin|commit|rollback|savepoint|release)/i;

/** Calls `before` ahead of every statement that begins, changes or ends something, migrations included. */
function watchStatements(before: () => void): void {
  type Prepare = (this: Database.Database, sql: string) => Database.Statement;
  const prototype = Database.prototype as { prepare: Prepare };
  const { prepare } = prototype;
  prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (!writes.test(sql)) return statement;
    const { run, get } = statement;
    statement.run = (...parameters: unknown[]) => {
      before();
      return run.apply(statement, parameters);
    };
    statement.get = (...parameters: unknown[]) => {
      before();
      return get.apply(statement, parameters);
    };
    return statement;
  };
}
