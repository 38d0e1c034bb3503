/**
 * Heads whose mailbox takes no letter for good: whoever is in the queue reads so until a letter is taken again, or the account is disabled. Kept with
 * the data: a restart mends no address.
 */
import { type Agent, leads } from "../domain/agent.ts";
import type { AgentId } from "../domain/ids.ts";
import type { DirectoryStore } from "../store/directory.ts";
import type { PeopleStore } from "../store/people.ts";

export type UnreachedHeads = {
  refused(id: AgentId): Promise<void>;
  reached(id: AgentId): Promise<void>;
  /** Those whom no letter reaches, the newest first. */
  open(): Promise<readonly Agent[]>;
};

const bookMark = "unreached_heads";

export async function openUnreachedHeads(deps: {
  readonly people: Pick<PeopleStore, "getAgent">;
  readonly marks: Pick<DirectoryStore, "getMark" | "setMark">;
}): Promise<UnreachedHeads> {
  const { people, marks } = deps;
  let noted = JSON.parse((await marks.getMark(bookMark)) ?? "[]") as readonly AgentId[];
  const keep = async (next: readonly AgentId[]) => {
    noted = next;
    await marks.setMark(bookMark, JSON.stringify(next));
  };
  return {
    async refused(id) {
      if (!noted.includes(id)) await keep([id, ...noted]);
    },
    async reached(id) {
      if (noted.includes(id)) await keep(noted.filter((one) => one !== id));
    },
    async open() {
      if (noted.length === 0) return [];
      const found = await Promise.all(noted.map((id) => people.getAgent(id)));
      return found.flatMap((agent) => (agent && !agent.disabled && leads(agent) ? [agent] : []));
    },
  };
}
