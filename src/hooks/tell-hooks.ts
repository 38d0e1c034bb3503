/**
 * Tells the office's own systems what happened: what a commit queued leaves here, signed and to checked addresses, again and again for three days, and
 * then stays as failed for an administrator. One order's or chat's events keep their order and hold up no other's.
 */
import type { Hook } from "../domain/integration.ts";
import type { HookState, IntegrationStore } from "../store/integrations.ts";
import type { AllowedHost } from "../webhooks/allowed-host.ts";
import { parseWebhookSecret } from "../webhooks/secret.ts";
import { sendWebhook } from "../webhooks/send.ts";
import { webhookIdOf } from "../webhooks/sign.ts";
import type { WebhookOutcome } from "../webhooks/webhook.ts";
import { whyNot } from "../webhooks/why-not.ts";
import { createLane, type HookDeps, type Lane } from "./hook-lane.ts";

export type Hooks = {
  readonly store: IntegrationStore;
  /** The inner hosts, and those without TLS, that may be sent to. */
  readonly allowedHosts: readonly AllowedHost[];
  /** Why nothing may be sent to this address, by its letters alone; undefined: it may. */
  whyNot(url: string): string | undefined;
  /** Something was committed: whatever is due leaves. */
  wake(): void;
  /** Sends a test to one hook now, once, whatever waits. */
  test(hook: Hook): Promise<WebhookOutcome | "no_secret">;
  /** What did not arrive is tried anew at once, however long its system was to be left alone. */
  again(hook: Hook): Promise<void>;
  stateOf(hook: Hook): Promise<HookState>;
  /** What is under way ends; nothing else begins. */
  stop(): Promise<void>;
};

export function createHooks(deps: HookDeps): Hooks {
  const lanes = new Map<string, Lane>();
  let stopped = false;
  const laneOf = (id: string): Lane => {
    const lane = lanes.get(id) ?? createLane(deps, id);
    lanes.set(id, lane);
    return lane;
  };
  const lookAt = async () => {
    for (const { id } of await deps.store.listHooks()) laneOf(id).wake();
  };
  return {
    store: deps.store,
    allowedHosts: deps.allowedHosts,
    whyNot: (url) => whyNot(url, deps.allowedHosts),
    wake() {
      if (!stopped)
        void lookAt().catch((error: unknown) => deps.log.error({ error }, "hooks could not be looked up"));
    },
    test: (hook) => sendTest(deps, hook),
    async again({ id }) {
      await deps.store.tryAgain(id);
      if (!stopped) laneOf(id).release();
    },
    stateOf: (hook) => deps.store.stateOf(hook.id),
    async stop() {
      stopped = true;
      await Promise.all([...lanes.values()].map((lane) => lane.stop()));
    },
  };
}

async function sendTest(
  { store, allowedHosts, realNow }: HookDeps,
  hook: Hook,
): Promise<WebhookOutcome | "no_secret"> {
  const secret = parseWebhookSecret((await store.secretOf(hook.id)) ?? "");
  if (!secret) return "no_secret";
  const timestamp = new Date(realNow()).toISOString();
  const body = JSON.stringify({ type: "test", timestamp, data: { hook: hook.name } });
  const id = webhookIdOf(`test ${hook.id} ${timestamp}`);
  return sendWebhook({ url: hook.url, secrets: [secret], id, body }, { allowedHosts });
}
