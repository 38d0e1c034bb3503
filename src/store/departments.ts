/** Which of the office's departments its people belong to, and when they last looked at what they asked of others. Departments themselves are partners. */
import type { AgentId, PartnerId } from "../domain/ids.ts";

export interface DepartmentStore {
  /** The departments of one agent, by id; none: nobody put them into one. */
  of(agent: AgentId): Promise<readonly PartnerId[]>;
  /** Everybody who is in one, each with their departments by id. */
  members(): Promise<ReadonlyMap<AgentId, readonly PartnerId[]>>;
  /** From now on the agent belongs to these, and to no other. */
  put(agent: AgentId, departments: readonly PartnerId[]): Promise<void>;
  /** When this agent last looked at their requests, epoch milliseconds of the office's clock; 0: never. */
  lookedAt(agent: AgentId): Promise<number>;
  look(agent: AgentId, at: number): Promise<void>;
}
