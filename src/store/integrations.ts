/** The port of integrators: keys by their hashes, hooks, and what hooks are still to be told. Moments are the real clock's, in epoch milliseconds. */
import type { AgentId } from "../domain/ids.ts";
import type { ApiKey, Hook, HookEvent } from "../domain/integration.ts";

/** An event on its way to a hook. `attempts` so far; `since`: when the first of them failed. */
export type QueuedEvent = {
  readonly n: number;
  readonly hook: string;
  readonly event: HookEvent;
  readonly attempts: number;
  readonly since?: number;
  readonly failedAt?: number;
  readonly error?: string;
};

/** How telling a hook goes. */
export type HookState = {
  readonly waiting: number;
  readonly failed: number;
  readonly deliveredAt?: number;
  /** Since when the whole system takes nothing. */
  readonly failingSince?: number;
  /** Why the newest try failed, of what waits or was given up. */
  readonly problem?: string;
};

export interface IntegrationStore extends HookQueue {
  /** @param hash of the key, SHA-256 in hex */
  addKey(key: ApiKey, hash: string): Promise<void>;
  /** All that ever were, newest first. */
  listKeys(): Promise<readonly ApiKey[]>;
  /** One that holds still. */
  findKey(hash: string): Promise<ApiKey | undefined>;
  touchKey(id: string, at: number): Promise<void>;
  /** It holds no more from now on; a second time changes nothing. */
  revokeKey(id: string, at: number, by: AgentId): Promise<void>;
  /** From the next commit on it is told. */
  addHook(hook: Hook, secret: string): Promise<void>;
  listHooks(): Promise<readonly Hook[]>;
  /** With all that it was still to be told. */
  removeHook(id: string): Promise<void>;
  secretOf(hook: string): Promise<string | undefined>;
  setSecret(hook: string, secret: string): Promise<void>;
}

/** What hooks are still to be told. */
export interface HookQueue {
  stateOf(hook: string): Promise<HookState>;
  /** What this hook is to be told by now, what waits longest for it first: of each subject the first alone, since the others wait for it. */
  dueEvents(hook: string, now: number, limit: number): Promise<readonly QueuedEvent[]>;
  /** When the next of them is due; undefined: nothing waits. */
  nextEvent(hook: string): Promise<number | undefined>;
  /** It waits no more. @param at undefined: it had nothing to say, and nobody was asked */
  delivered(n: number, at: number | undefined): Promise<void>;
  tryLater(
    n: number,
    tried: { readonly at: number; readonly notBefore: number; readonly error: string },
  ): Promise<void>;
  giveUp(n: number, at: number, error: string): Promise<void>;
  /** The whole system took nothing, once more, and takes nothing until something is delivered. @returns since when, and how often by now */
  failing(hook: string, at: number): Promise<{ readonly since: number; readonly times: number }>;
  /** All that was queued before this moment. @returns how many */
  giveUpOlder(hook: string, before: number, at: number, error: string): Promise<number>;
  /** What was given up is tried again at once. */
  tryAgain(hook: string): Promise<void>;
}
