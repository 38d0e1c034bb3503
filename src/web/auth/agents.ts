/**
 * Staff of the office: how one is made, gets a new password, or is switched off. Used by the queue's page, by the first administrator
 * of a new office and by the demo.
 */
import type { Agent, Role } from "../../domain/agent.ts";
import { type AgentId, parseAgentId } from "../../domain/ids.ts";
import type { Language } from "../../domain/language.ts";
import type { PeopleStore } from "../../store/people.ts";
import { hashPassword } from "./passwords.ts";

export { generatePassword, hashPassword, passwordProblem, verifyPassword } from "./passwords.ts";

export type AgentInput = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  /** As typed or generated; only its hash is stored. */
  readonly password: string;
  readonly demo?: boolean;
};

/** What the process gives: real time in epoch milliseconds, and cryptographic chance. */
export type Fresh = { readonly now: number; readonly randomBytes: (n: number) => Uint8Array };

export type AgentCreated =
  | { readonly type: "added"; readonly agent: Agent }
  /** The e-mail address belongs to another agent. */
  | { readonly type: "taken" }
  | { readonly type: "bad"; readonly field: "email" | "name" };

/** E-mail addresses are compared in this form. Undefined: it is not one (RFC 5321 allows 254 characters). */
export function parseEmail(text: string): string | undefined {
  const email = text.trim().normalize("NFKC").toLowerCase();
  return email.length <= 254 && /^[^\s@<>"']+@[^\s@<>"']+$/.test(email) ? email : undefined;
}

/** Adds a member of staff. The password's length is the caller's to judge (`passwordProblem`). */
export async function createAgent(
  people: PeopleStore,
  input: AgentInput,
  fresh: Fresh,
): Promise<AgentCreated> {
  const email = parseEmail(input.email);
  if (!email) return { type: "bad", field: "email" };
  const name = input.name.trim().slice(0, 80);
  if (!name) return { type: "bad", field: "name" };
  const kept = {
    id: newAgentId(fresh.randomBytes),
    email,
    name,
    role: input.role,
    language: input.language,
    disabled: false,
    demo: input.demo ?? false,
    createdAt: fresh.now,
  };
  const passwordHash = await hashPassword(input.password);
  const added = await people.addAgent({ ...kept, passwordHash });
  return added === "taken" ? { type: "taken" } : { type: "added", agent: { ...kept, epoch: 0 } };
}

/** Gives an agent another password; all their sessions end with it. */
export async function setPassword(
  people: PeopleStore,
  id: AgentId,
  password: string,
): Promise<"changed" | "unknown"> {
  return people.changeAgent(id, { passwordHash: await hashPassword(password) });
}

function newAgentId(randomBytes: Fresh["randomBytes"]): AgentId {
  const id = parseAgentId(`a_${Buffer.from(randomBytes(16)).toString("base64url")}`);
  if (!id) throw new Error("randomBytes(16) did not give 16 bytes");
  return id;
}
