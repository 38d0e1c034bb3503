/** One hook's queue: what of it is due is handed over, a few events beside each other, and what came of each is written down. */
import type { Hook, HookEvent } from "../domain/integration.ts";
import { subjectOf } from "../domain/integration.ts";
import { giveUpAfterMs, isSpent } from "../outbox/retry.ts";
import type { IntegrationStore, QueuedEvent } from "../store/integrations.ts";
import type { AllowedHost } from "../webhooks/allowed-host.ts";
import { parseWebhookSecret } from "../webhooks/secret.ts";
import { sendWebhook } from "../webhooks/send.ts";
import { webhookIdOf } from "../webhooks/sign.ts";
import type { WebhookOutcome } from "../webhooks/webhook.ts";
import { type Failed, isAboutThis, isForGood, waitOf, waits, wordOf } from "./outcome.ts";

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

/** After a look at the queue that failed. */
const againMs = 10_000;
/** Calls to one hook beside each other. */
const atOnce = 4;
/** So many events in a row that its system does not take, of whatever subject: it takes none. */
const mostRefused = 8;

/** Of one hook. */
export type Lane = {
  wake(): void;
  /** The same, also while nothing of it was to be tried. */
  release(): void;
  stop(): Promise<void>;
};

/** One hook's queue. While its system can't be reached at all nothing of it is tried: not each event by itself. */
export function createLane(deps: HookDeps, id: string): Lane {
  let [heldUntil, wanted, stopped, refused] = [0, false, false, 0];
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      if (deps.realNow() < heldUntil) break;
      const due = await deps.store.dueEvents(id, deps.realNow(), atOnce);
      const hook = (await deps.store.listHooks()).find((one) => one.id === id);
      if (!hook || due.length === 0) break;
      const tried = await Promise.allSettled(due.map((queued) => tellOne(deps, hook, queued, ending.signal)));
      const told = tried.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      // What it takes nothing of is no matter of the one event.
      const declined = told.flatMap((one) => one.failed ?? []).filter(isAboutThis);
      refused = told.some(({ failed }) => !failed) ? 0 : refused + declined.length;
      const whole = told.flatMap((one) => one.failed ?? []).find((failed) => !isAboutThis(failed));
      const why = whole ?? (refused >= mostRefused ? declined[0] : undefined);
      if (why && !stopped) heldUntil = await holdHook(deps, hook, why);
      for (const one of tried) if (one.status === "rejected") throw one.reason;
      wanted = true;
    }
    if (!stopped) await sleepUntilDue();
  }

  async function sleepUntilDue(): Promise<void> {
    const next = await deps.store.nextEvent(id);
    if (next === undefined || stopped) return;
    wakeAfter(Math.min(Math.max(next, heldUntil) - deps.realNow(), waits.longestMs));
  }

  function wakeAfter(waitMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(wake, Math.max(waitMs, 0) + 1);
    timer.unref();
  }

  function wake(): void {
    wanted = true;
    if (stopped) return;
    running ??= run()
      .catch((error: unknown) => {
        deps.log.error({ error, hook: id }, "events could not be told; they stay queued");
        // Nobody else may ask again for hours.
        if (!stopped) wakeAfter(againMs);
      })
      .finally(() => {
        running = undefined;
        // Asked for while the last look ended.
        if (wanted && deps.realNow() >= heldUntil) setImmediate(wake);
      });
  }

  return {
    wake,
    release() {
      heldUntil = 0;
      wake();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      // By its id a call that comes again is known as the same.
      ending.abort();
      await running;
    },
  };
}

/** The whole hook is left alone; what it was not told in three days of this, it is not told any more. @returns until when, epoch milliseconds */
async function holdHook({ store, realNow, chance, log }: HookDeps, hook: Hook, why: Failed): Promise<number> {
  const at = realNow();
  const { since, times } = await store.failing(hook.id, at);
  if (isSpent({ ageMs: at - since, attempt: times, longestMs: waits.longestMs })) {
    const events = await store.giveUpOlder(hook.id, at - giveUpAfterMs, at, wordOf(why));
    if (events > 0) log.error({ hook: hook.id, events, why: wordOf(why) }, "events are too old to be told");
  }
  return at + waitOf(why, times, chance());
}

/** @returns `failed`: it was in vain, and is tried again; left out: it was taken, had nothing to say, or was given up */
async function tellOne(
  deps: HookDeps,
  hook: Hook,
  queued: QueuedEvent,
  stop: AbortSignal,
): Promise<{ readonly failed?: Failed }> {
  const { store, realNow, log } = deps;
  const outcome = await outcomeOf(deps, hook, queued, stop);
  if (outcome === "nothing") {
    await store.delivered(queued.n, undefined);
    return {};
  }
  if (typeof outcome !== "string" && outcome.type === "delivered") {
    await store.delivered(queued.n, realNow());
    return {};
  }
  // The office stops: that is no failure of the system's.
  if (stop.aborted) return { failed: outcome };
  const at = realNow();
  const error = wordOf(outcome);
  const attempt = queued.attempts + 1;
  const ageMs = at - (queued.since ?? at);
  if (isForGood(outcome) || isSpent({ ageMs, attempt, longestMs: waits.longestMs })) {
    await store.giveUp(queued.n, at, error);
    log.error(
      { hook: hook.id, event: queued.event.type, why: error },
      "one of the office's own systems could not be told for good",
    );
    return {};
  }
  const notBefore = at + waitOf(outcome, attempt, deps.chance());
  await store.tryLater(queued.n, { at, notBefore, error });
  log.warn(
    { hook: hook.id, event: queued.event.type, why: error },
    "one of the office's own systems could not be told",
  );
  return { failed: outcome };
}

/** What of it can't be read now holds up nothing else. */
async function outcomeOf(
  deps: HookDeps,
  hook: Hook,
  queued: QueuedEvent,
  stop: AbortSignal,
): Promise<WebhookOutcome | "no_secret" | "unread" | "nothing"> {
  try {
    const body = await deps.bodyOf(queued.event);
    return body ? await send(deps, hook, queued, { body, stop }) : "nothing";
  } catch (error) {
    deps.log.error({ error, hook: hook.id, event: queued.event.type }, "an event could not be read");
    return "unread";
  }
}

async function send(
  { store, allowedHosts }: HookDeps,
  hook: Hook,
  { n, event }: QueuedEvent,
  { body: data, stop }: { readonly body: object; readonly stop: AbortSignal },
): Promise<WebhookOutcome | "no_secret"> {
  const secret = parseWebhookSecret((await store.secretOf(hook.id)) ?? "");
  if (!secret) return "no_secret";
  const body = JSON.stringify({ type: event.type, timestamp: new Date(event.at).toISOString(), data });
  // Numbers of the queue come again after a restore; what happened then does not.
  const id = webhookIdOf(`${hook.id} ${n} ${subjectOf(event)} ${JSON.stringify(event)}`);
  return sendWebhook({ url: hook.url, secrets: [secret], id, body }, { allowedHosts, stop });
}
