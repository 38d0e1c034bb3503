/**
 * Agents' sessions. The cookie holds 256 random bits; the store holds their SHA-256 with the agent's epoch, so a new password or a
 * disabled account ends every session at once. The key is new at each login and renewed every hour of use; the old one ends when the
 * new one is first used, so that an answer that got lost on its way logs nobody out.
 *
 * In a stored session `createdAt` is the login and `seenAt` the moment this key was made.
 */
import { createHash } from "node:crypto";
import type { Agent } from "../../domain/agent.ts";
import type { AgentSession, PeopleStore } from "../../store/people.ts";

const hour = 3_600_000;
export const sessionRule = {
  renewMs: hour,
  /** Not used for so long: over. A key is renewed hourly while in use, so its age is the idle time within an hour. */
  idleMs: 12 * hour,
  /** However much it is used: a login lasts a week. */
  lifeMs: 7 * 24 * hour,
  /** Requests that were on their way with the key before are still served. */
  graceMs: 60_000,
} as const;

export type Entry = {
  readonly agent: Agent;
  readonly session: AgentSession;
  /** A new cookie value to hand out with this answer. */
  readonly renewed?: string;
};

export interface Sessions {
  /** Begins a session after a proven password; returns the cookie's value. A key presented before is ended, never adopted. */
  begin(agent: Agent, presented: string | undefined, now: number): Promise<string>;
  /** Who holds this cookie, if anybody may still come in with it. */
  enter(key: string, now: number): Promise<Entry | undefined>;
  end(key: string, now: number): Promise<void>;
}

export function createSessions(people: PeopleStore, randomBytes: (n: number) => Uint8Array): Sessions {
  /** Keys that were just renewed, by hash. In memory only: after a restart they are simply over. */
  const replaced = new Map<string, { readonly by: Promise<string>; readonly until: number }>();
  /** Keys that nobody has come with yet, by hash, and the ones that they are to replace. */
  const unused = new Map<string, { readonly before: string; readonly since: number }>();

  const isReplaced = (hash: string, now: number) => (replaced.get(hash)?.until ?? 0) > now;

  /** Where this key leads now: to itself, or for a minute to the one that replaced it. */
  async function currentHash(hash: string, now: number): Promise<string> {
    const next = replaced.get(hash);
    return next && next.until > now ? await next.by : hash;
  }

  /** The new key has arrived: the old one is over. */
  async function endBefore(hash: string): Promise<void> {
    const heir = unused.get(hash);
    if (!heir) return;
    unused.delete(hash);
    await people.endAgentSession(heir.before);
  }

  async function endAll(key: string, now: number): Promise<void> {
    const current = await currentHash(hashKey(key), now);
    for (const hash of [unused.get(current)?.before, hashKey(key), current])
      if (hash !== undefined) await people.endAgentSession(hash);
    unused.delete(current);
  }

  async function renew(session: AgentSession, now: number): Promise<{ session: AgentSession; key: string }> {
    const key = newKey(randomBytes);
    const next = { ...session, hash: hashKey(key), seenAt: now };
    for (const [hash, { until }] of replaced) if (until <= now) replaced.delete(hash);
    for (const [hash, { since }] of unused) if (now - since >= sessionRule.idleMs) unused.delete(hash);
    unused.set(next.hash, { before: session.hash, since: now });
    const by = people.putAgentSession(next).then(() => next.hash);
    replaced.set(session.hash, { by, until: now + sessionRule.graceMs });
    await by;
    return { session: next, key };
  }

  return {
    async begin(agent, presented, now) {
      if (presented) await endAll(presented, now);
      const key = newKey(randomBytes);
      await people.putAgentSession({
        hash: hashKey(key),
        agent: agent.id,
        epoch: agent.epoch,
        csrf: newKey(randomBytes),
        createdAt: now,
        seenAt: now,
      });
      return key;
    },
    async enter(key, now) {
      const presented = hashKey(key);
      const session = await people.findAgentSession(await currentHash(presented, now));
      if (!session) return undefined;
      const agent = await people.getAgent(session.agent);
      if (!agent || !isAlive(session, agent, now)) return undefined;
      await endBefore(presented);
      // Asked anew after the waiting above: of two requests at once only the first renews.
      if (isReplaced(presented, now) || now - session.seenAt < sessionRule.renewMs) return { agent, session };
      const next = await renew(session, now);
      return { agent, session: next.session, renewed: next.key };
    },
    end: endAll,
  };
}

function isAlive(session: AgentSession, agent: Agent, now: number): boolean {
  return (
    !agent.disabled &&
    agent.epoch === session.epoch &&
    now - session.seenAt < sessionRule.idleMs &&
    now - session.createdAt < sessionRule.lifeMs
  );
}

/** 256 bits as 43 characters of base64url. */
function newKey(randomBytes: (n: number) => Uint8Array): string {
  return Buffer.from(randomBytes(32)).toString("base64url");
}

/** SHA-256 in hex: what the store knows of a key. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
