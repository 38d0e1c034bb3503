/** Staff, their sessions, and the keys of web chats, on SQLite. Seldom asked, so in drizzle's own words. */
import type Database from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import type { Agent } from "../../domain/agent.ts";
import type { AgentId, ConversationId } from "../../domain/ids.ts";
import type { AgentSession, ChatSession, PeopleStore } from "../people.ts";
import { guarded } from "./failure.ts";
import { agentSessions, agents, chatSessions } from "./schema.ts";

type AgentRow = typeof agents.$inferSelect;

export function sqlitePeople(db: Database.Database): PeopleStore {
  const query = drizzle(db);
  return { ...agentsOf(query), ...sessionsOf(query) };
}

function agentsOf(
  query: BetterSQLite3Database,
): Pick<PeopleStore, "findAgentByEmail" | "getAgent" | "listAgents" | "addAgent" | "changeAgent"> {
  return {
    findAgentByEmail: async (email) =>
      guarded(() => {
        const row = query
          .select()
          .from(agents)
          .where(eq(sql`lower(${agents.email})`, email.trim().toLowerCase()))
          .get();
        return row && { ...toAgent(row), passwordHash: row.passwordHash };
      }),
    getAgent: async (id) =>
      guarded(() => {
        const row = query.select().from(agents).where(eq(agents.id, id)).get();
        return row && toAgent(row);
      }),
    listAgents: async () =>
      guarded(() => query.select().from(agents).orderBy(agents.createdAt, agents.id).all().map(toAgent)),
    addAgent: async (agent) =>
      guarded(() => {
        const values = { ...agent, email: agent.email.trim().toLowerCase(), epoch: 0 };
        const { changes } = query.insert(agents).values(values).onConflictDoNothing().run();
        return changes === 1 ? "added" : "taken";
      }),
    changeAgent: async (id, change) =>
      guarded(() => {
        const endsSessions = change.passwordHash !== undefined || change.disabled === true;
        const epoch = endsSessions ? sql`${agents.epoch} + 1` : sql`${agents.epoch}`;
        const { changes } = query
          .update(agents)
          .set({ ...change, epoch })
          .where(eq(agents.id, id))
          .run();
        return changes === 1 ? "changed" : "unknown";
      }),
  };
}

function sessionsOf(
  query: BetterSQLite3Database,
): Omit<PeopleStore, "findAgentByEmail" | "getAgent" | "listAgents" | "addAgent" | "changeAgent"> {
  return {
    putAgentSession: async (session) =>
      guarded(() => {
        query
          .insert(agentSessions)
          .values(session)
          .onConflictDoUpdate({ target: agentSessions.hash, set: session })
          .run();
      }),
    findAgentSession: async (hash) =>
      guarded(() => {
        const row = query.select().from(agentSessions).where(eq(agentSessions.hash, hash)).get();
        return row && ({ ...row, agent: row.agent as AgentId } satisfies AgentSession);
      }),
    endAgentSession: async (hash) =>
      guarded(() => {
        query.delete(agentSessions).where(eq(agentSessions.hash, hash)).run();
      }),
    putChatSession: async (session) =>
      guarded(() => {
        query
          .insert(chatSessions)
          .values(session)
          .onConflictDoUpdate({ target: chatSessions.hash, set: session })
          .run();
      }),
    findChatSession: async (hash) =>
      guarded(() => {
        const row = query.select().from(chatSessions).where(eq(chatSessions.hash, hash)).get();
        return row && ({ ...row, conversation: row.conversation as ConversationId } satisfies ChatSession);
      }),
    touchSession: async (hash, at) =>
      guarded(() => {
        query.update(agentSessions).set({ seenAt: at }).where(eq(agentSessions.hash, hash)).run();
        query.update(chatSessions).set({ seenAt: at }).where(eq(chatSessions.hash, hash)).run();
      }),
  };
}

function toAgent({ passwordHash: _, id, ...rest }: AgentRow): Agent {
  return { ...rest, id: id as AgentId };
}
