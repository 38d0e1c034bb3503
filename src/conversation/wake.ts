/**
 * The one timer of a chat, rewritten with every turn: a gentle reminder after 2 hours (never at night, nor after asking for a
 * paper), a silent close after 24, the bot's voice back 2 hours after the last word of staff, and the moment by which staff were to answer. Knows no texts.
 */
import type { Wake } from "../domain/conversation.ts";
import { outsideTheNight } from "../orders/night.ts";
import { questionOf } from "./flow/pinned.ts";
import { answerDue } from "./person/answer-promise.ts";
import type { Work } from "./work.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const remindAfterMs = 2 * hourMs;
const closeAfterMs = dayMs;
/** Staff's silence after which the bot may speak again. */
export const muteMs = 2 * hourMs;
/** Whether the bot has nothing to say in this chat just now. */
export function isMuted(work: Pick<Work, "person" | "at">): boolean {
  return work.person !== undefined && work.at < work.person.mutedUntil;
}

/**
 * What this chat waits for after the turn.
 * @param heardAt the customer's last message; the 24 hours run from it
 * @param spoke whether this turn says something
 */
export function nextWake(work: Work, heardAt: number, spoke: boolean): Wake | undefined {
  const answer = answerDue(work.person, work.at, work.catalogue.zone);
  const next = wakeOfTalk(work, heardAt, spoke);
  return answer === undefined || (next && next.at <= answer) ? next : { at: answer, what: "answer" };
}

function wakeOfTalk(work: Work, heardAt: number, spoke: boolean): Wake | undefined {
  if (work.person && work.at < work.person.mutedUntil) return { at: work.person.mutedUntil, what: "unmute" };
  if (work.open === undefined && work.active === undefined) return undefined;
  const close: Wake = {
    at: Math.max(askedFrom(work, heardAt) + closeAfterMs, work.at + 60_000),
    what: "close",
  };
  const reminded = work.said === undefined && work.reminded;
  if (reminded || !work.active || asksForPaper(work) || !(spoke || work.before.wake)) return close;
  const at = outsideTheNight(Math.max(heardAt + remindAfterMs, work.at), work.catalogue.zone);
  return at < close.at ? { at, what: "remind" } : close;
}

/** What the office asks by itself stays open a day, too, however long ago the customer wrote. */
function askedFrom({ event, questions, before, at }: Work, heardAt: number): number {
  if (event.type === "timed_out") return heardAt;
  return Math.max(heardAt, questions === before.questions ? (before.askedAt ?? 0) : at);
}

/** A paper takes time to find: no reminder after asking for one. */
function asksForPaper(work: Work): boolean {
  const { open } = work;
  if (open?.type !== "field") return false;
  const draft = work.drafts.find(({ id }) => id === open.draft);
  const type = draft && questionOf(work.catalogue, draft, open.field)?.type;
  return type === "photo" || type === "document";
}
