/** The office's own staff, as the queue knows them. */
import type { AgentId } from "./ids.ts";
import type { Language } from "./language.ts";

export type Role = "agent" | "head" | "admin";

export type Agent = {
  readonly id: AgentId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  /** A disabled agent keeps their history and cannot log in. */
  readonly disabled: boolean;
  readonly demo: boolean;
  /** Bumped by a new password or by disabling: sessions of an older epoch are over. */
  readonly epoch: number;
  readonly createdAt: number;
};

/** Heads and administrators: they act on what others hold, and tend partners, lines and staff. */
export function leads({ role }: Pick<Agent, "role">): boolean {
  return role === "head" || role === "admin";
}

/** Who acts, as history keeps it. */
export type AgentName = { readonly id: AgentId; readonly name: string; readonly role: Role };
