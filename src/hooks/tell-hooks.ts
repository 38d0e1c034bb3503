/**
 * Tells the office's own systems what happened: what a commit queued leaves here, signed and to checked addresses, again and again for three days, and
 * then stays as failed for an administrator. One order's or chat's events keep their order and hold up no other's.
 */
import type { Hook, HookEvent } from "../domain/integration.ts";
import { subjectOf } from "../domain/integration.ts";
import { backOffMs, isSpent } from "../outbox/retry.ts";
import type { HookState, IntegrationStore, QueuedEvent } from "../store/integrations.ts";
import type { AllowedHost } from "../webhooks/allowed-host.ts";
import { pinAddresses } from "../webhooks/pin.ts";
import { parseWebhookSecret } from "../webhooks/secret.ts";
import { sendWebhook } from "../webhooks/send.ts";
import { webhookIdOf } from "../webhooks/sign.ts";
import { readTarget } from "../webhooks/target.ts";
import type { WebhookOutcome } from "../webhooks/webhook.ts";

export type HookDeps = {
  readonly store: IntegrationStore;
  readonly allowedHosts: readonly AllowedHost[];
  /** What is sent of an event now, as JSON values; undefined: it has nothing to say any more. */
  readonly bodyOf: (event: HookEvent) => Promise<object | undefined>;
  /** The real clock, epoch milliseconds. */
  readonly realNow: () => number;
  /** 0–1. */
  readonly chance: () => number;
  readonly log: Readonly<Record<"warn" | "error", (fields: object, message: string) => void>>;
};

export type Hooks = {
  readonly store: IntegrationStore;
  /** Why nothing may be sent to this address, by its letters alone; undefined: it may. */
  whyNot(url: string): Promise<string | undefined>;
  /** Something was committed: whatever is due leaves. */
  wake(): void;
  /** Sends a test to one hook now, once, whatever waits. */
  test(hook: Hook): Promise<WebhookOutcome | "no_secret">;
  stateOf(hook: Hook): Promise<HookState>;
  /** What is under way ends; nothing else begins. */
  stop(): Promise<void>;
};

/** Wait after a first failure, doubled up to the longest, as for partners (docs/decisions/062). */
const waits = { firstMs: 2_000, longestMs: 10 * 60_000 };
const longestAskedMs = 3_600_000;
/** Calls to one hook beside each other. */
const atOnce = 4;

export function createHooks(deps: HookDeps): Hooks {
  const lanes = new Map<string, Lane>();
  let stopped = false;
  const lookAt = async () => {
    for (const hook of await deps.store.listHooks()) {
      const lane = lanes.get(hook.id) ?? createLane(deps, hook.id);
      lanes.set(hook.id, lane);
      lane.wake();
    }
  };
  return {
    store: deps.store,
    whyNot: (url) => whyNot(url, deps.allowedHosts),
    wake() {
      if (!stopped)
        void lookAt().catch((error: unknown) => deps.log.error({ error }, "hooks could not be looked up"));
    },
    test: (hook) => sendTest(deps, hook),
    stateOf: (hook) => deps.store.stateOf(hook.id),
    async stop() {
      stopped = true;
      await Promise.all([...lanes.values()].map((lane) => lane.stop()));
    },
  };
}

/** Names are looked up when something is sent: today's address tells nothing of tomorrow's. */
async function whyNot(url: string, allowed: readonly AllowedHost[]): Promise<string | undefined> {
  const reading = readTarget(url, allowed);
  if (reading.type === "refused") return reading.why;
  const pinned = await pinAddresses(reading.target, async () => []);
  return pinned.type === "refused" ? pinned.refusal.why : undefined;
}

type Lane = { wake(): void; stop(): Promise<void> };

/** One hook's queue. While its system can't be reached at all nothing of it is tried: not each event by itself. */
function createLane(deps: HookDeps, id: string): Lane {
  let [heldUntil, wanted, stopped] = [0, false, false];
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      if (deps.realNow() < heldUntil) break;
      const due = await deps.store.dueEvents(id, deps.realNow(), atOnce);
      const hook = (await deps.store.listHooks()).find((one) => one.id === id);
      if (!hook || due.length === 0) break;
      const holds = await Promise.all(due.map((queued) => tellOne(deps, hook, queued)));
      heldUntil = Math.max(heldUntil, ...holds);
      wanted = true;
    }
    if (!stopped) await sleepUntilDue();
  }

  async function sleepUntilDue(): Promise<void> {
    const next = await deps.store.nextEvent(id);
    if (next === undefined || stopped) return;
    const waitMs = Math.min(Math.max(next, heldUntil) - deps.realNow(), waits.longestMs);
    clearTimeout(timer);
    timer = setTimeout(wake, Math.max(waitMs, 0) + 1);
    timer.unref();
  }

  function wake(): void {
    wanted = true;
    if (stopped) return;
    running ??= run()
      .catch((error: unknown) =>
        deps.log.error({ error, hook: id }, "events could not be told; they stay queued"),
      )
      .finally(() => {
        running = undefined;
        // Asked for while the last look ended.
        if (wanted && deps.realNow() >= heldUntil) setImmediate(wake);
      });
  }

  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** @returns until when the whole hook is left alone, epoch milliseconds; 0: go on */
async function tellOne(deps: HookDeps, hook: Hook, queued: QueuedEvent): Promise<number> {
  const { store, realNow, log } = deps;
  const body = await deps.bodyOf(queued.event);
  const outcome = body ? await send(deps, hook, queued, body) : "nothing";
  if (outcome === "nothing") {
    await store.delivered(queued.n, realNow());
    return 0;
  }
  if (outcome !== "no_secret" && outcome.type === "delivered") {
    await store.delivered(queued.n, realNow());
    return 0;
  }
  const at = realNow();
  const error = outcome === "no_secret" ? outcome : wordOf(outcome);
  const attempt = queued.attempts + 1;
  const ageMs = at - (queued.since ?? at);
  if (isForGood(outcome) || isSpent({ ageMs, attempt, longestMs: waits.longestMs })) {
    await store.giveUp(queued.n, at, error);
    log.error(
      { hook: hook.id, event: queued.event.type, why: error },
      "one of the office's own systems could not be told for good",
    );
    return 0;
  }
  const notBefore = at + waitOf(outcome, attempt, deps.chance());
  await store.tryLater(queued.n, { at, notBefore, error });
  log.warn(
    { hook: hook.id, event: queued.event.type, why: error },
    "one of the office's own systems could not be told",
  );
  return isAboutThis(outcome) ? 0 : notBefore;
}

async function send(
  { store, allowedHosts }: HookDeps,
  hook: Hook,
  { n, event }: QueuedEvent,
  data: object,
): Promise<WebhookOutcome | "no_secret"> {
  const secret = parseWebhookSecret((await store.secretOf(hook.id)) ?? "");
  if (!secret) return "no_secret";
  const body = JSON.stringify({ type: event.type, timestamp: new Date(event.at).toISOString(), data });
  // Numbers of the queue come again after a restore; what happened then does not.
  const id = webhookIdOf(`${hook.id} ${n} ${subjectOf(event)} ${JSON.stringify(event)}`);
  return sendWebhook({ url: hook.url, secrets: [secret], id, body }, { allowedHosts });
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

type Failed = Exclude<WebhookOutcome, { readonly type: "delivered" }> | "no_secret";

/** 410, or an address that is wrong by its letters: nobody mends that by waiting. */
function isForGood(outcome: Failed): boolean {
  if (outcome === "no_secret" || outcome.type === "gave_up") return true;
  return outcome.type === "refused_address" && outcome.why !== "leads_inward";
}

/** The system is there, and does not take this one. */
function isAboutThis(outcome: Failed): boolean {
  if (outcome === "no_secret" || outcome.type !== "retry_later" || outcome.reason !== "status") return false;
  return outcome.status >= 400 && outcome.status < 500 && outcome.status !== 429 && outcome.status !== 408;
}

function waitOf(outcome: Failed, attempt: number, chance: number): number {
  const asked =
    outcome !== "no_secret" && outcome.type === "retry_later" && outcome.reason === "status"
      ? outcome.afterMs
      : undefined;
  return asked === undefined ? backOffMs(waits, attempt, chance) : Math.min(asked, longestAskedMs);
}

/** What went wrong in a word for the page, nothing of what was answered. */
export function wordOf(outcome: Exclude<WebhookOutcome, { readonly type: "delivered" }>): string {
  switch (outcome.type) {
    case "retry_later":
      return outcome.reason === "status" ? `${outcome.status}` : outcome.reason;
    case "tls_failed":
      return outcome.what;
    case "refused_address":
      return outcome.why;
    case "gave_up":
      return `${outcome.status}`;
    default:
      return outcome satisfies never;
  }
}
