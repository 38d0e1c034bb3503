/** Keys, hooks and the queue of events in memory. */
import { type ApiKey, type Hook, subjectOf } from "../../domain/integration.ts";
import type { CommitTurn } from "../engine.ts";
import { hookEventsOf } from "../hook-events.ts";
import type { HookQueue, HookState, IntegrationStore, QueuedEvent } from "../integrations.ts";
import type { Tables } from "./tables.ts";

/** What a committed turn means to hooks. */
export function queueHookEvents({ hooks, hookEvents }: Tables, turn: CommitTurn): void {
  const all = [...hooks.values()].map(({ hook }) => hook);
  for (const event of hookEventsOf(turn, new Set(all.flatMap(({ events }) => events))))
    for (const { id, events } of all)
      if (events.includes(event.type))
        hookEvents.push({
          ...{ n: nextNumber(hookEvents), hook: id, event, attempts: 0, notBefore: 0, queuedAt: Date.now() },
        });
}

/** An event in the queue. */
export type HeldEvent = QueuedEvent & { readonly notBefore: number; readonly queuedAt: number };

const nextNumber = (queued: readonly HeldEvent[]): number => (queued.at(-1)?.n ?? 0) + 1;

export function memoryIntegrations(tables: Tables): IntegrationStore {
  const { apiKeys, hooks } = tables;
  return {
    ...queueOf(tables),
    async addKey(key, hash) {
      apiKeys.set(key.id, { key, hash });
    },
    listKeys: async () =>
      [...apiKeys.values()]
        .map(({ key }) => key)
        .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)),
    findKey: async (hash) =>
      [...apiKeys.values()].find((one) => one.hash === hash && one.key.revokedAt === undefined)?.key,
    touchKey: async (id, usedAt) => changeKey(tables, id, { usedAt }),
    revokeKey: async (id, revokedAt, revokedBy) => {
      if (apiKeys.get(id)?.key.revokedAt === undefined) changeKey(tables, id, { revokedAt, revokedBy });
    },
    async addHook(hook: Hook, secret) {
      hooks.set(hook.id, { hook, secret });
    },
    listHooks: async () => [...hooks.values()].map(({ hook }) => hook),
    async removeHook(id) {
      hooks.delete(id);
      tables.hookEvents = tables.hookEvents.filter(({ hook }) => hook !== id);
    },
    secretOf: async (id) => hooks.get(id)?.secret,
    async setSecret(id, secret) {
      const known = hooks.get(id);
      if (known) hooks.set(id, { ...known, secret });
    },
  };
}

function changeKey({ apiKeys }: Tables, id: string, change: Partial<ApiKey>): void {
  const known = apiKeys.get(id);
  if (known) apiKeys.set(id, { ...known, key: { ...known.key, ...change } });
}

function queueOf(tables: Tables): HookQueue {
  const change = (is: (held: HeldEvent) => boolean, to: (held: HeldEvent) => HeldEvent) => {
    tables.hookEvents = tables.hookEvents.map((held) => (is(held) ? to(held) : held));
  };
  /** Those before which nothing of their subject waits, oldest first. */
  const firsts = (hook: string): readonly HeldEvent[] => {
    const waiting = tables.hookEvents.filter((held) => held.hook === hook && held.failedAt === undefined);
    const seen = new Set<string>();
    return waiting.filter(({ event }) => {
      const subject = subjectOf(event);
      const isFirst = !seen.has(subject);
      seen.add(subject);
      return isFirst;
    });
  };
  return {
    stateOf: async (hook) => stateOf(tables, hook),
    async dueEvents(hook, now, limit) {
      return firsts(hook)
        .filter(({ notBefore }) => notBefore <= now)
        .sort((a, b) => a.notBefore - b.notBefore || a.n - b.n)
        .slice(0, limit)
        .map(({ notBefore: _, queuedAt: _at, error: _error, ...queued }) => queued);
    },
    async nextEvent(hook) {
      const moments = firsts(hook).map(({ notBefore }) => notBefore);
      return moments.length === 0 ? undefined : moments.reduce((a, b) => Math.min(a, b));
    },
    async delivered(n, at) {
      const held = tables.hookEvents.find((one) => one.n === n);
      const known = held && tables.hooks.get(held.hook);
      if (held && known && at !== undefined) {
        const { failing: _, ...rest } = known;
        tables.hooks.set(held.hook, { ...rest, deliveredAt: at });
      }
      tables.hookEvents = tables.hookEvents.filter((one) => one.n !== n);
    },
    tryLater: async (n, { at, notBefore, error }) =>
      change(
        (held) => held.n === n,
        (held) => ({ ...held, attempts: held.attempts + 1, notBefore, since: held.since ?? at, error }),
      ),
    giveUp: async (n, failedAt, error) =>
      change(
        (held) => held.n === n,
        (held) => ({ ...held, failedAt, error }),
      ),
    async failing(hook, at) {
      const known = tables.hooks.get(hook);
      const { since, times } = known?.failing ?? { since: at, times: 0 };
      const failing = { since, times: known ? times + 1 : 0 };
      if (known) tables.hooks.set(hook, { ...known, failing });
      return failing;
    },
    async giveUpOlder(hook, before, failedAt, error) {
      const isOlder = (held: HeldEvent) =>
        held.hook === hook && held.failedAt === undefined && held.queuedAt < before;
      const { length } = tables.hookEvents.filter(isOlder);
      change(isOlder, (held) => ({ ...held, failedAt, error }));
      return length;
    },
    tryAgain: async (hook) =>
      change(
        (held) => held.hook === hook && held.failedAt !== undefined,
        ({ n, event, error }) => ({
          ...{ n, hook, event, attempts: 0, notBefore: 0, queuedAt: Date.now() },
          ...(error !== undefined && { error }),
        }),
      ),
  };
}

function stateOf({ hooks, hookEvents }: Tables, hook: string): HookState {
  const mine = hookEvents.filter((held) => held.hook === hook);
  const failed = mine.filter(({ failedAt }) => failedAt !== undefined).length;
  const problem = mine.find(({ error }) => error !== undefined)?.error;
  const { deliveredAt, failing } = hooks.get(hook) ?? {};
  return {
    ...{ waiting: mine.length - failed, failed },
    ...(deliveredAt !== undefined && { deliveredAt }),
    ...(failing && { failingSince: failing.since }),
    ...(problem !== undefined && { problem }),
  };
}
