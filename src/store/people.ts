/** Staff and their sessions, and the keys of web chats. Nothing here keeps a password or a session key, only their hashes. */
import type { Agent } from "../domain/agent.ts";
import type { AgentId, ConversationId } from "../domain/ids.ts";

export type NewAgent = Omit<Agent, "epoch"> & { readonly passwordHash: string };

export type AgentSession = {
  /** SHA-256 (hex) of the cookie's value. */
  readonly hash: string;
  readonly agent: AgentId;
  /** The agent's epoch when it began; a newer one ends it. */
  readonly epoch: number;
  readonly csrf: string;
  readonly createdAt: number;
  readonly seenAt: number;
};

export type ChatSession = {
  /** SHA-256 (hex) of the session key. */
  readonly hash: string;
  readonly conversation: ConversationId;
  readonly createdAt: number;
  readonly seenAt: number;
};

export interface PeopleStore {
  findAgentByEmail(email: string): Promise<(Agent & { readonly passwordHash: string }) | undefined>;
  getAgent(id: AgentId): Promise<Agent | undefined>;
  listAgents(): Promise<readonly Agent[]>;
  /** `taken` when the e-mail address belongs to another agent. */
  addAgent(agent: NewAgent): Promise<"added" | "taken">;
  /** Changes what is given; a new password or disabling raises the epoch and so ends the agent's sessions. */
  changeAgent(
    id: AgentId,
    change: {
      readonly passwordHash?: string;
      readonly disabled?: boolean;
      readonly name?: string;
      readonly language?: "ar" | "en";
    },
  ): Promise<"changed" | "unknown">;
  putAgentSession(session: AgentSession): Promise<void>;
  findAgentSession(hash: string): Promise<AgentSession | undefined>;
  endAgentSession(hash: string): Promise<void>;
  putChatSession(session: ChatSession): Promise<void>;
  findChatSession(hash: string): Promise<ChatSession | undefined>;
  /** Records use (at most once an hour is enough) so that 90 idle days can be told. */
  touchSession(hash: string, at: number): Promise<void>;
}
