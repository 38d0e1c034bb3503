/** Staff, their sessions, and the keys of web chats, in memory. */
import type { Agent } from "../../domain/agent.ts";
import type { PeopleStore } from "../people.ts";
import type { Tables } from "./tables.ts";

export function memoryPeople({ agents, agentSessions, chatSessions }: Tables): PeopleStore {
  const findByEmail = (email: string) =>
    [...agents.values()].find((agent) => agent.email === email.trim().toLowerCase());
  return {
    findAgentByEmail: async (email) => findByEmail(email),
    getAgent: async (id) => {
      const found = agents.get(id);
      return found && withoutHash(found);
    },
    listAgents: async () =>
      [...agents.values()]
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
        .map(withoutHash),
    addAgent: async (agent) => {
      if (findByEmail(agent.email) || agents.has(agent.id)) return "taken";
      agents.set(agent.id, { ...agent, email: agent.email.trim().toLowerCase(), epoch: 0 });
      return "added";
    },
    changeAgent: async (id, change) => {
      const found = agents.get(id);
      if (!found) return "unknown";
      const endsSessions = change.passwordHash !== undefined || change.disabled === true;
      agents.set(id, { ...found, ...change, epoch: found.epoch + (endsSessions ? 1 : 0) });
      return "changed";
    },
    putAgentSession: async (session) => void agentSessions.set(session.hash, session),
    findAgentSession: async (hash) => agentSessions.get(hash),
    endAgentSession: async (hash) => void agentSessions.delete(hash),
    putChatSession: async (session) => void chatSessions.set(session.hash, session),
    findChatSession: async (hash) => chatSessions.get(hash),
    touchSession: async (hash, at) => {
      const agentSession = agentSessions.get(hash);
      if (agentSession) agentSessions.set(hash, { ...agentSession, seenAt: at });
      const chatSession = chatSessions.get(hash);
      if (chatSession) chatSessions.set(hash, { ...chatSession, seenAt: at });
    },
  };
}

function withoutHash({ passwordHash: _, ...agent }: Agent & { readonly passwordHash: string }): Agent {
  return agent;
}
