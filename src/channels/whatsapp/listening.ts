/**
 * What the line hears, in one queue: who wrote it is looked up there, message after message, before it stands in its person's lane. A sweep stands in the
 * same queue, so that what comes live while it runs is handed over after what came before.
 */
import type { Acks } from "./acks.ts";
import { createCalls } from "./calls.ts";
import type { FactsFile } from "./facts.ts";
import type { Identities } from "./identities.ts";
import type { Intake } from "./intake.ts";
import type { Ears } from "./serving.ts";
import { sweep } from "./sweep.ts";
import type { Timings } from "./timings.ts";
import type { Web } from "./web.ts";

export type ListeningDeps = {
  readonly intake: Intake;
  readonly identities: Pick<Identities, "addressOf" | "learn">;
  readonly facts: FactsFile;
  readonly acks: Pick<Acks, "heard">;
  readonly isIdle: () => boolean;
  readonly isOpen: (web: Web) => boolean;
  readonly now: () => number;
  readonly timings: Pick<Timings, "ringMs" | "talkMs" | "answerMs">;
  readonly note: (what: string, error?: unknown) => void;
};

export type Listening = {
  earsOf(web: () => Web): Ears;
  /** Sweeps, and goes on to listen. */
  ready(web: Web, me: string): void;
  /** Writes down up to when everything has been handed over, where it has. */
  mark(): Promise<void>;
  /** Resolves when what was heard stands in its lanes. */
  stop(): Promise<void>;
};

/** A delivery is on its way through the page for less than this. */
const settledMs = 60_000;

export function createListening(deps: ListeningDeps): Listening {
  const { intake, identities, facts, now, note } = deps;
  const { addressOf } = identities;
  let sweepStands = false;
  /** The browser whose sweep has brought everything. */
  let swept: Web | undefined;
  /** Something heard was not taken, so that browser's chats must be swept once more. */
  let again: (() => void) | undefined;
  let newest: { readonly web: Web; readonly me: string } | undefined;
  const { queue, handed, standing, closed } = createDoor((error) => {
    note("something heard was not taken; it is swept up", error);
    swept = undefined;
    again = () => newest && deps.isOpen(newest.web) && ready(newest.web, newest.me);
  });
  const calls = createCalls({
    ...{ addressOf, facts, now, note, timings: deps.timings },
    web: () => (newest && deps.isOpen(newest.web) ? newest.web : undefined),
    onLog: (web, message) => handed((ended) => intake.message(web, message, true, ended)),
    onMissed: (web, call) => handed((ended) => intake.missed(web, call, ended)),
  });

  async function sweepAll(web: Web, me: string): Promise<void> {
    sweepStands = false;
    // Its browser may have ended while it stood here: the next one brings its own.
    if (!deps.isOpen(web)) return;
    const known = facts.facts();
    const isSame = known.number === me && known.linkedAt !== undefined;
    if (!isSame) await facts.write({ number: me, linkedAt: now() });
    await sweep(web, {
      facts: facts.facts(),
      now: now(),
      learn: (chats) => identities.learn(chats),
      addressOf,
      async take(message) {
        await calls.told(message);
        await intake.message(web, message, true);
      },
    });
    swept = web;
  }

  function ready(web: Web, me: string): void {
    newest = { web, me };
    if (sweepStands) return;
    sweepStands = true;
    queue(() => sweepAll(web, me));
  }

  return {
    earsOf: (web) => ({
      message: (message) =>
        queue(async () => {
          await calls.told(message);
          await intake.message(web(), message);
        }),
      edited: (message, text) => queue(() => intake.edited(web(), message, text)),
      deleted: (message) => queue(() => intake.deleted(web(), message)),
      acked(message, ack) {
        // Whoever waits to hear that the server has a message does not wait for a sweep.
        if (message.fromMe) deps.acks.heard(message.id, ack);
        queue(() => intake.acked(message, ack));
      },
      reacted: (reaction) => queue(() => intake.reacted(web(), reaction)),
      called: calls.rang,
    }),
    ready,
    async mark() {
      again?.();
      again = undefined;
      const isSettled = swept !== undefined && deps.isOpen(swept) && standing() === 0 && deps.isIdle();
      if (isSettled) await facts.write({ ...facts.facts(), heardUntil: now() - settledMs });
    },
    async stop() {
      calls.stop();
      await closed();
    },
  };
}

/** One after the other, as they came. @param onFault one was not done; the others are */
function createDoor(onFault: (error: unknown) => void) {
  let last: Promise<unknown> = Promise.resolve();
  let standing = 0;
  function queue(act: () => Promise<void>): void {
    standing += 1;
    last = last
      .then(act)
      .catch(onFault)
      .finally(() => {
        standing -= 1;
      });
  }

  /** Resolves with whether the office has it. */
  function handed(give: (ended: (isTaken: boolean) => void) => Promise<void>): Promise<boolean> {
    return new Promise((resolve) =>
      queue(async () => {
        try {
          await give(resolve);
        } catch (error) {
          resolve(false);
          throw error;
        }
      }),
    );
  }

  return {
    queue,
    handed,
    standing: () => standing,
    /** Resolves when those that stand here now are through. */
    closed: async (): Promise<void> => void (await last),
  };
}
