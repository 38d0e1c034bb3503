/**
 * «يصلك رد موظف قبل …» is kept to: where the moment passes and nobody has answered, the customer hears an honest word with a new one, and heads are told
 * once. An order's own promise is `order/missed-promise.ts`.
 */
import type { PersonWanted } from "../../domain/conversation.ts";
import type { Event } from "../../domain/event.ts";
import { isolate } from "../../language/format.ts";
import { timesLonger } from "../../orders/due/promise.ts";
import { outsideTheNight } from "../../orders/night.ts";
import { promisedBy } from "../../orders/promise.ts";
import { canTell } from "../order/news.ts";
import { sayText } from "../show/render.ts";
import { showMoment } from "../show/show.ts";
import type { Work } from "../work.ts";
import { answerMinutes } from "./person.ts";

type Promising = Pick<PersonWanted, "agent" | "promisedBy">;

/** When it is looked at whether somebody has answered, epoch milliseconds: never at night, when nobody is told. Undefined: nothing was promised. */
export function answerDue(person: Promising | undefined, now: number, zone: string): number | undefined {
  if (person?.promisedBy === undefined || person.agent) return undefined;
  return outsideTheNight(Math.max(person.promisedBy, now), zone);
}

/** At the end of a turn: what was promised in it is watched from then on, and what staff have answered no more. */
export function keepAnswerPromise(work: Work): void {
  const { person, answerBy, at } = work;
  if (!person) return;
  if (isAnswered(work, person)) {
    const { promisedBy: _by, missed: _missed, ...rest } = person;
    work.person = rest;
  } else if (answerBy !== undefined && canTell(work) && !hasOwnClock(person)) {
    const { promisedBy: before = 0 } = person;
    // A later word puts off none that stands.
    work.person = { ...person, promisedBy: before > at ? Math.min(before, answerBy) : answerBy };
  }
}

/** A complaint is answered by a moment of its own, and says itself when that is late (`orders/due.ts`). */
const hasOwnClock = ({ reason, order }: PersonWanted): boolean =>
  reason === "complaint" && order !== undefined;

/** Somebody has joined, or has said something here. */
function isAnswered({ event, says, parts }: Work, { agent, promisedBy }: PersonWanted): boolean {
  if (promisedBy === undefined) return false;
  return agent !== undefined || (event.type === "agent_acted" && says.length + parts.length > 0);
}

/** So often a late answer is apologised for: from then on heads have it, and another apology helps nobody. */
const mostSaid = 4;

export function missAnswer(work: Work, { heads = [] }: Extract<Event, { type: "timed_out" }>): void {
  const { person, at, catalogue, language } = work;
  const { office, zone } = catalogue;
  work.silent = true;
  const due = answerDue(person, person?.promisedBy ?? at, zone);
  if (!person || due === undefined || due > at || outsideTheNight(at, zone) !== at) return;
  const { missed = 0, order } = person;
  if (missed >= mostSaid || !canTell(work)) {
    const { promisedBy: _by, ...rest } = person;
    work.person = rest;
    return;
  }
  const next = promisedBy(office, zone, at, answerMinutes * timesLonger(missed + 1));
  work.person = { ...person, promisedBy: next, missed: missed + 1, toldAt: at };
  const by = showMoment(next, at, zone, language);
  const text =
    order === undefined
      ? sayText(catalogue, language, "promise.answer_missed", { by })
      : sayText(catalogue, language, "promise.answer_missed_order", { ref: isolate(order), by });
  work.says.push({
    ...{ type: "say", kind: "news", from: "office", language, text },
    ...(order !== undefined && { order }),
  });
  if (missed > 0) return;
  for (const { conversation } of heads)
    work.elsewhere.push({ conversation, event: { type: "head_told", at, of: work.before.id } });
}
