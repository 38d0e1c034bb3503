/** Who belongs to which department, in memory. */
import type { DepartmentStore } from "../departments.ts";
import type { Tables } from "./tables.ts";

export function memoryDepartments({ memberships, looks }: Tables): DepartmentStore {
  return {
    of: async (agent) => memberships.get(agent) ?? [],
    members: async () => new Map(memberships),
    async put(agent, departments) {
      if (departments.length === 0) memberships.delete(agent);
      else memberships.set(agent, [...new Set(departments)].sort());
    },
    lookedAt: async (agent) => looks.get(agent) ?? 0,
    look: async (agent, at) => void looks.set(agent, at),
  };
}
