/**
 * Asking for updates, over and over. The next question confirms to the platform only what the office has: up to the first update that was
 * not taken or is still under way. No offset is kept anywhere; after a start the platform brings what was not confirmed, and the office
 * knows repeats (https://core.telegram.org/bots/api#getupdates).
 */
import type { Update } from "telegraf/types";
import type { Bot } from "./bot.ts";
import type { Outcome } from "./chat-lanes.ts";
import type { Intake } from "./intake.ts";
import { insist, pause, type Trying } from "./patience.ts";
import { wantedUpdates } from "./updates.ts";

/** The platform holds an empty answer back for so long. */
const pollSeconds = 50;
/** Most updates of one answer; the platform allows no more. */
const mostUpdates = 100;
/** A file that is still being fetched after this holds nobody up: the next answer brings what came meanwhile. */
const patienceMs = 1_000;
/** Between two questions while something is under way or was not taken, and where a server does not hold answers back. */
const shortPauseMs = 500;
/** It doubles up to this while the office takes nothing: a full disk need not fetch the same files twice a second. */
const longestPauseMs = 15_000;
/** An office that took nothing so often in a row can take nothing: a full disk. Before that it may just be busy. */
const deafAfter = 3;
/** Longest goodbye: what is confirmed at a stop need not come again. */
const goodbyeMs = 2_000;

export type PollingDeps = Trying & {
  readonly bot: Bot;
  readonly intake: Intake;
  /** A question was answered, and the office takes what it brings: the line works. */
  readonly onAnswer: () => void;
  /** The office takes nothing of what the platform brings, again and again. @param waiting updates of the last answer */
  readonly onTurnedAway: (waiting: number) => void;
};

/** Runs until the line stops or its token is refused. */
export async function poll(deps: PollingDeps): Promise<void> {
  let offset: number | undefined;
  // After a start or a failure the line is to be known as working at once, not when somebody writes.
  let seconds = 0;
  let refusals = 0;
  for (;;) {
    const askedAt = performance.now();
    const updates = await insist(deps, () => {
      const asked = ask(deps, { offset, seconds });
      seconds = 0;
      return asked;
    });
    if (!updates) break;
    seconds = pollSeconds;
    if (refusals < deafAfter) deps.onAnswer();
    const outcomes = updates.map(deps.intake.take);
    deps.intake.keepOnly(new Set(updates.map(({ update_id }) => update_id)));
    const { taken, refused } = await takenInOrder(outcomes, patienceMs * deps.pace);
    const last = updates[taken - 1];
    const wasDeaf = refusals >= deafAfter;
    refusals = refused && taken === 0 ? refusals + 1 : 0;
    if (refusals >= deafAfter) deps.onTurnedAway(updates.length);
    else if (wasDeaf) deps.onAnswer();
    // Nothing waits any more: the next update may bear a lower number than the last (they begin anew after a quiet week).
    if (updates.length === 0) offset = undefined;
    else if (last) offset = last.update_id + 1;
    const idleAtOnce = updates.length === 0 && performance.now() - askedAt < shortPauseMs;
    if (taken < updates.length || idleAtOnce) {
      const pauseMs = Math.min(longestPauseMs, shortPauseMs * 2 ** refusals);
      await pause(pauseMs * deps.pace, deps.stopping);
    }
  }
  if (offset !== undefined) await confirm(deps.bot, offset);
}

type Question = { readonly offset: number | undefined; readonly seconds: number };

function ask({ bot, stopping }: PollingDeps, { offset, seconds }: Question): Promise<Update[]> {
  const payload = {
    timeout: seconds,
    limit: mostUpdates,
    allowed_updates: wantedUpdates,
    ...(offset !== undefined && { offset }),
  };
  return bot.call("getUpdates", payload, { signal: stopping, timeoutMs: (seconds + 10) * 1_000 });
}

/**
 * How many updates, from the first on, the office has: after all are settled or patience has run out. `refused`: the next one it did not
 * take.
 */
async function takenInOrder(
  outcomes: readonly Promise<Outcome>[],
  waitMs: number,
): Promise<{ readonly taken: number; readonly refused: boolean }> {
  const settled: (Outcome | undefined)[] = outcomes.map(() => undefined);
  const all = Promise.all(
    outcomes.map(async (outcome, index) => {
      settled[index] = await outcome;
    }),
  );
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, waitMs);
  });
  await Promise.race([all, patience]);
  clearTimeout(timer);
  const open = settled.findIndex((outcome) => outcome !== "done");
  const taken = open === -1 ? settled.length : open;
  return { taken, refused: settled[taken] === "again" };
}

/** Tells the platform at a stop what need not come again. Where that fails, it comes again, and is known. */
async function confirm(bot: Bot, offset: number): Promise<void> {
  const payload = { offset, limit: 1, timeout: 0, allowed_updates: wantedUpdates };
  await bot.call("getUpdates", payload, { timeoutMs: goodbyeMs }).catch(() => undefined);
}
