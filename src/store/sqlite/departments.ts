/** Who belongs to which department, on SQLite. */
import type Database from "better-sqlite3";
import type { AgentId, PartnerId } from "../../domain/ids.ts";
import type { DepartmentStore } from "../departments.ts";
import { guarded } from "./failure.ts";

type Membership = { readonly agent: AgentId; readonly department: PartnerId };

export function sqliteDepartments(db: Database.Database): DepartmentStore {
  const ofAgent = db
    .prepare<[string], PartnerId>(
      "SELECT department FROM department_members WHERE agent = ? ORDER BY department",
    )
    .pluck();
  const all = db.prepare<[], Membership>(
    "SELECT agent, department FROM department_members ORDER BY agent, department",
  );
  const leave = db.prepare<[string]>("DELETE FROM department_members WHERE agent = ?");
  const join = db.prepare<[string, string]>(
    "INSERT INTO department_members (agent, department) VALUES (?, ?)",
  );
  const looked = db.prepare<[string], number>("SELECT at FROM request_looks WHERE agent = ?").pluck();
  const look = db.prepare<[string, number]>(
    "INSERT INTO request_looks (agent, at) VALUES (?, ?) ON CONFLICT (agent) DO UPDATE SET at = excluded.at",
  );
  const putAll = db.transaction((agent: AgentId, departments: readonly PartnerId[]) => {
    leave.run(agent);
    for (const department of new Set(departments)) join.run(agent, department);
  });
  return {
    of: async (agent) => guarded(() => ofAgent.all(agent)),
    members: async () =>
      guarded(() => {
        const byAgent = Map.groupBy(all.all(), ({ agent }) => agent);
        return new Map([...byAgent].map(([agent, own]) => [agent, own.map(({ department }) => department)]));
      }),
    put: async (agent, departments) => guarded(() => putAll.immediate(agent, departments)),
    lookedAt: async (agent) => guarded(() => looked.get(agent) ?? 0),
    look: async (agent, at) => guarded(() => void look.run(agent, at)),
  };
}
