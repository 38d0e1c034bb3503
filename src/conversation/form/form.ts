/**
 * Forms as a conversation handles them: taking what a message says, and saying what was caught and what can't stand. How one begins is
 * `begin-form.ts`.
 */
import type { Fields } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import { limitOf } from "../../domain/files.ts";
import type { BadField, ReadFields } from "../../domain/understanding.ts";
import { formatNumber } from "../../language/format.ts";
import type { Flow, Question } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { withDayOfTime } from "../reading/day-of-time.ts";
import { withBoth } from "../reading/same-phone.ts";
import { daysOfWeekMeant } from "../show/field-question.ts";
import { showBriefly, showNamed } from "../show/show.ts";
import { showWords } from "../show/show-value.ts";
import { addLine, addNoted, putDraft, type Work } from "../work.ts";
import { askField, askWhichDay } from "./ask.ts";
import { type Filled, fill, nextQuestion } from "./fill.ts";
import { withOtherwise } from "./otherwise.ts";
import { keepBeyond } from "./said-beyond.ts";
import { sourceOf } from "./source.ts";

export type Said = {
  readonly fields: ReadFields;
  readonly bad?: Readonly<Record<string, BadField>> | undefined;
  /** Fields that were read in an earlier, unclear message. */
  readonly earlier?: Fields | undefined;
  /** The customer said that it is one more («شحنة ثانية»): a form of this service that waits already is left alone. */
  readonly another?: boolean;
  /** What an earlier order held that this one is to be like: proposed, as known values are. */
  readonly like?: Fields;
};

/** Takes a message's values into the form that is being worked on. True when anything of it was taken or answered. */
export function takeFields(work: Work, draft: Draft, said: Said): boolean {
  const flow = flowOf(work.catalogue, draft);
  const told = withDayOfTime(work, draft, flow, said.fields);
  const read = withBoth(work, withOtherwise(work, flow, told));
  const filled = fillPossible(work, draft, flow, read, said.bad);
  const approved = Object.keys(said.fields);
  const next: Draft = {
    ...draft,
    fields: filled.fields,
    skipped:
      draft.skipped.length === 0 ? draft.skipped : draft.skipped.filter((name) => !filled.fields[name]),
    proposed:
      draft.proposed.length === 0
        ? draft.proposed
        : draft.proposed.filter((name) => !approved.includes(name)),
  };
  const touched = filled.noted.length + filled.changed.length > 0;
  if (touched || next.proposed.length !== draft.proposed.length) putDraft(work, next);
  sayCaught(work, flow, next.fields, filled);
  const bad = tellBad(work, touched ? next : draft, flow, filled);
  if (!touched && !bad && approved.length > 0) {
    if (!keepBeyond(work, draft, said.fields)) sayUnchanged(work, next, approved);
    else work.repeats = work.open?.type === "field";
  }
  if (touched && work.open?.type === "field" && !bad) work.open = stillOpen(work, next);
  return touched || bad || approved.length > 0;
}

/** «الخميس عندهم مدارس، نوصل الجمعة»: of two days in one message the one that contradicts the form beside the other was told in passing. */
function fillPossible(work: Work, { fields }: Draft, flow: Flow, read: ReadFields, bad: Said["bad"]): Filled {
  const filled = fill(flow, fields, read, bad, sourceOf(work));
  const wrong = filled.bad.find(({ reason, name }) => reason === "contradiction" && read[name])?.name;
  const dates = Object.keys(read).filter((name) => questionNamed(flow, name)?.type === "date");
  const isTold =
    wrong !== undefined && fields[wrong] !== undefined && fields[wrong]?.evidence.by !== "derived";
  if (wrong === undefined || dates.length < 2 || isTold) return filled;
  const { [wrong]: _passing, ...others } = read;
  return fill(flow, fields, others, bad, sourceOf(work));
}

/** The value back, so that it is clear which one stands. */
export function sayUnchanged(work: Work, draft: Draft, names: readonly string[]): void {
  const flow = flowOf(work.catalogue, draft);
  addLine(work, "correct.unchanged", {
    what: showNamed(work.catalogue, flow, draft.fields, names, work.language),
  });
  work.repeats = work.open?.type === "field";
}

function sayCaught(work: Work, flow: Flow, fields: Fields, { noted, changed }: Filled): void {
  const briefly = (names: readonly string[]): string =>
    names.length === 0 ? "" : showBriefly(work.catalogue, flow, fields, names, work.language);
  const [caught, anew] = [briefly(noted), briefly(changed)];
  // What is new in a form that was read back already must not drown in the second reading.
  if (caught !== "" && work.before.open?.type === "read_back") addLine(work, "form.noted", { what: caught });
  else if (caught !== "") addNoted(work, "form.noted", { what: caught });
  if (anew !== "") addLine(work, "form.changed", { what: anew });
}

/** The open question stays as it is when the message filled others beside it. */
function stillOpen(work: Work, draft: Draft): Work["open"] {
  const { open } = work;
  if (open?.type !== "field") return undefined;
  return nextQuestion(flowOf(work.catalogue, draft), draft)?.name === open.field ? open : undefined;
}

/** Says why a value can't stand, and asks its field again when the form needs it. True when there was one. */
export function tellBad(work: Work, draft: Draft, flow: Flow, filled: Filled): boolean {
  const [bad] = filled.bad;
  const question = bad && questionNamed(flow, bad.name);
  if (!bad || !question) return false;
  addLine(work, `bad_answer.${bad.reason}`, {
    label: question.label[work.language],
    value: showWords(bad.text, 60),
    min: formatBound(question.min ?? question.above),
    max: formatBound(limitOf(bad.reason) ?? question.max),
  });
  if (question.asked === "optional" && bad.reason !== "contradiction" && !isOpenField(work, bad.name))
    return true;
  const week = bad.reason === "vague_date" ? daysOfWeekMeant(work, bad.text) : undefined;
  if (week) askWhichDay(work, draft, question, week);
  else if (bad.reason === "ambiguous_weekday") askWhichDay(work, draft, question);
  else askField(work, draft, askable(flow, question));
  return true;
}

const isOpenField = (work: Work, name: string): boolean =>
  work.open?.type === "field" && work.open.field === name;
const formatBound = (bound: number | undefined): string =>
  bound === undefined ? "none" : formatNumber(bound);

/** An optional question has no words of its own to be asked with: the one it contradicts is asked instead. */
function askable(flow: Flow, question: Question): Question {
  if (question.ask) return question;
  return (question.name === "checkout" && questionNamed(flow, "nights")) || question;
}
