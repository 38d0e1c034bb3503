/**
 * A message read against an open form: an answer to the question beats a new request unless it clearly is one, and what is clearly a
 * command wins over a question that any words would answer. What a message adds to other fields is taken too; what it changes is a
 * correction.
 */
import type { Reading, ServiceSpec, Understanding } from "../../domain/understanding.ts";
import { chances } from "../chances.ts";
import { exactly, type Task, topOf } from "../requests.ts";
import { describedThing, thingTold } from "../texts/described-thing.ts";
import { extractFields } from "../values/extract.ts";
import type { Meaning } from "../wishes/clause-reads.ts";
import { dropsWaiting, leaving, putOff } from "../wishes/leaving.ts";
import type { Span } from "../words.ts";
import { withAddress } from "./address-beside.ts";
import { agreesAgain } from "./agreement.ts";
import { withAmountInFront } from "./amount-in-front.ts";
import { withAnswerBefore } from "./answer-before-change.ts";
import { checksValue } from "./checked-values.ts";
import { hintsOf } from "./correction.ts";
import { type CountAdded, countAdded, countCorrected } from "./count-corrected.ts";
import { dayCorrected, dayMoved } from "./day-corrected.ts";
import { deniesUnheld } from "./denied-number.ts";
import { answersIn, valueAlone } from "./form-answers.ts";
import { corrected } from "./form-corrections.ts";
import { isHaste } from "./haste.ts";
import { endHourMeant, hourCorrected, hourSuits, periodCorrected } from "./hour-corrected.ts";
import { hourNamed, hoursAsked } from "./hour-named.ts";
import { labelled } from "./labelled.ts";
import { awayMeans, leadsAway } from "./leads-away.ts";
import { withoutBare, withoutDoubtfulCancel, withoutHeld } from "./left-out.ts";
import { isAnswer } from "./lone-answer.ts";
import { countedOn } from "./more-or-less.ts";
import { withNameInFront } from "./name-in-front.ts";
import { numberAlone } from "./number-alone.ts";
import { endCorrected } from "./number-end.ts";
import { baseOf, type Form, insideOf, isFree, type Open } from "./open-form.ts";
import { optionFirst } from "./option-first.ts";
import { optionInstead } from "./option-instead.ts";
import { saidAgainst } from "./said-against.ts";
import { sumCorrected, withoutUnmadeSum } from "./sum-corrected.ts";
import { unwanted } from "./unwanted.ts";
import { wantedBesides } from "./wanted-besides.ts";
import { wantedFirst } from "./wanted-first.ts";
import { wantsAgain } from "./wants-again.ts";
import { addedWish, asksWhetherWe, wishesBeside, wishOf } from "./wishes-beside.ts";

/** The reading of a message as an answer to the open form, or undefined when it is none. */
export function readAnswer(task: Task): Reading | undefined {
  const form = formOf(task);
  if (!form) return undefined;
  const read = withAmountInFront(task, form, withNameInFront(task, form, readOpen(task, form)));
  const whole = withoutUnmadeSum(task, read);
  return whole && wantedBesides(task, whole);
}

function readOpen(task: Task, form: Form): Reading | undefined {
  const about = optionFirst(task, form) ?? optionInstead(task, form) ?? aboutForm(task, form);
  if (about) return exactly(about);
  const first = wantedFirst(task, form);
  if (first) return first;
  const hours = hoursAsked(task, form);
  if (hours) return exactly(hours);
  const named = saidAgainst(task, form) ?? (wantsOther(task, form) ? undefined : labelled(task, form));
  if (named) return withWishes(task, form.open, named);
  const checked = changesHeld(task, form);
  if (checked) return exactly(checked);
  const added = addedWish(task, form.open, () => givesValue(task, form));
  if (added) return exactly(added);
  const more = countAdded(task, form);
  if (more) return withAdded(task, form, more);
  const hour =
    sumCorrected(task, form) ??
    countCorrected(task, form) ??
    hourCorrected(task, form) ??
    endHourMeant(task, form) ??
    hourNamed(task, form) ??
    hourSuits(task, form) ??
    periodCorrected(task, form);
  const beside = corrected(task, form) ?? (hour && answersBesideChange(task, form));
  const changed = withHour(hour, beside);
  return changed
    ? withWishes(task, form.open, withAddress(task, form, withAnswerBefore(task, form, changed)))
    : answersAndLeaves(task, form);
}

function formOf({ context }: Task): Form | undefined {
  const spec = context.services.find(({ id }) => id === context.open?.service);
  const open = spec && context.open && wholeOrder(context.open, spec);
  return open && { spec, open, asked: spec.fields.find(({ name }) => name === open.asked) };
}

/** Another service is asked for in the same message. */
const wantsOther = ({ meanings, context }: Task, { open }: Form): boolean =>
  meanings.some((meaning) => {
    const { label, chance } = topOf(meaning);
    const isService = label !== open.service && context.services.some(({ id }) => id === label);
    return isService && meaning.asked && chance >= chances.another;
  });

/** What the whole message does with the form: puts it off, counts on, agrees to it, or wants it no more. */
const aboutForm = (task: Task, form: Form): Understanding | undefined =>
  putOff(task, form.spec, form.open) ??
  dropsWaiting(task) ??
  countedOn(task, form) ??
  agreesAgain(task, form) ??
  unwanted(task, form);

/** What the whole message says of a value that is held. */
const changesHeld = (task: Task, form: Form): Understanding | undefined =>
  thingTold(task, form) ??
  checksValue(task, form) ??
  endCorrected(task, form) ??
  dayMoved(task, form) ??
  dayCorrected(task, form) ??
  deniesUnheld(task, form) ??
  numberAlone(task, form) ??
  valueAlone(task, form);

/** Answers to the form, and what leads away from it, in the order in which they were said. */
function answersAndLeaves(task: Task, form: Form): Reading | undefined {
  const { open } = form;
  const away = task.meanings.filter((meaning) => leadsAway(task, meaning, form));
  const rest = task.meanings.filter((meaning) => !away.includes(meaning));
  const span = away.length > 0 ? spanOf(rest) : undefined;
  const front = answerInFront(task, form, away);
  const given =
    front?.answers ?? (rest.length > 0 ? answersIn(task, form, span) : answersBeside(task, form, away));
  const answers = away.length > 0 && given.length === 0 ? withAddress(task, form, given) : given;
  const [leads] = away;
  if (!leads)
    return answers.length > 0
      ? withWishes(task, open, answers)
      : (goesOnWith(task, form) ?? nothingNew(task, open));
  const others = wantedAway(task, form, front?.away ?? away);
  const answersFirst =
    front !== undefined || (rest[0] !== undefined && rest[0].span.start < leads.span.start);
  const all = answersFirst ? [...answers, ...others] : [...others, ...answers];
  const understandings = withoutBare(withoutDoubtfulCancel(all, away));
  return { understandings, confidence: leads.rule ? 1 : topOf(leads).chance, by: "embedded" };
}

/** «خلاص كنسلوه وابي فندق» is one leaving, though the first half alone cancels, too. */
function wantedAway(task: Task, form: Form, away: readonly Meaning[]): readonly Understanding[] {
  const given = leaving(task, away, form);
  const wanted = given.length > 0 ? away.filter((one) => topOf(one).label !== "cancel_order") : away;
  return [...given, ...wanted.flatMap((meaning) => awayMeans(task, meaning, form.open))];
}

/** The wish itself once more goes on with the form; a word on the thing that it is about belongs to that. */
function goesOnWith(task: Task, form: Form): Reading | undefined {
  const { asked, open, spec } = form;
  if (asked?.type === "text" && wantsAgain(insideOf(task, undefined), { spec, ...open }))
    return exactly({ type: "resume" });
  const described = open.awaiting === "nothing" ? undefined : describedThing(task, form);
  return described && exactly(described);
}

/** «قلت ٥ مش ١٠. والاقامة ٢٤…»: what was asked for is told beside a change. */
const answersBesideChange = (task: Task, form: Form): readonly Understanding[] =>
  form.open.awaiting === "answer" && form.asked && !isFree(form.asked)
    ? answersIn(task, form, undefined)
    : [];

/** One more of the same: what is told of that one changes nothing of the first. */
function withAdded(task: Task, form: Form, { count, also }: CountAdded): Reading {
  const { end } = also.type === "wish" ? { end: also.start } : { end: 0 };
  const before = end > 0 ? answersIn(task, form, { start: 0, end }) : [];
  const [given] = before.filter((one) => one.type === "answers");
  const first: readonly Understanding[] =
    given?.type === "answers" && count.type === "answers"
      ? [{ ...given, fields: { ...given.fields, ...count.fields } }]
      : [...(given ? [given] : []), count];
  return { understandings: [...first, also], confidence: 1, by: "exact" };
}

/** The changes, where a number among them is the hour that was meant. */
function withHour(
  hour: Understanding | undefined,
  changed: readonly Understanding[] | undefined,
): readonly Understanding[] | undefined {
  if (hour?.type !== "correct" && hour?.type !== "answers") return changed;
  const [at] = Object.values(hour.fields);
  const others = (changed ?? []).flatMap((one): Understanding[] => {
    if (one.type !== "correct" && one.type !== "answers") return [one];
    const kept = Object.entries(one.fields).filter(
      ([, { start, end }]) => !at || end <= at.start || start >= at.end,
    );
    return kept.length > 0 ? [{ ...one, fields: Object.fromEntries(kept) }] : [];
  });
  return [hour, ...others];
}

function givesValue(task: Task, form: Form): boolean {
  const correcting = hintsOf(task, form.spec, form.open);
  const { fields } = extractFields({ ...baseOf(task, form, undefined), correcting });
  return Object.keys(fields).length > 0;
}

/** Answers and changes, with what else is wished or asked beside them. */
function withWishes(task: Task, open: Open, all: readonly Understanding[]): Reading {
  const end = task.words.at(-1)?.end ?? 0;
  const given = withoutBare(withoutHeld(open, all));
  const understandings = asksWhetherWe(task, open, given)
    ? [wishOf(task, { start: 0, end: Math.max(end, task.text.trimEnd().length) })]
    : [...given, ...wishesBeside(task, open, given)];
  return { understandings, confidence: 0.9, by: "embedded" };
}

/**
 * «٤٣٠ ريال، وعايز كمان أحجز فندق»: the first clause answers the question, or changes what was read back, and is no
 * part of the wish that begins behind it.
 */
function answerInFront(task: Task, form: Form, away: readonly Meaning[]) {
  const [clause, next] = task.parts.clauses;
  const [first, ...others] = away;
  const { asked, open } = form;
  if (!clause || !next?.also || first?.span.start !== clause.start || first.span.end < next.end)
    return undefined;
  const waits = open.awaiting === "answer" ? asked : undefined;
  if (!waits && open.awaiting !== "read_back") return undefined;
  if (!isAnswer(task, baseOf(task, form, undefined), waits, clause)) return undefined;
  const answers = answersIn(task, form, clause);
  const gives = answers.some(
    (one) => (one.type === "answers" || one.type === "correct") && (!waits || one.fields[waits.name]),
  );
  if (!gives) return undefined;
  return { answers, away: [{ ...first, span: { start: next.start, end: first.span.end } }, ...others] };
}

/** «الرقم 0566001122، أين وصلنا؟»: a clause that is an answer from end to end is one, whatever is asked beside it. */
function answersBeside(task: Task, form: Form, away: readonly Meaning[]): Understanding[] {
  const { clauses } = task.parts;
  const only = away.every((meaning) => !task.context.services.some(({ id }) => id === topOf(meaning).label));
  if (!only || clauses.length < 2) return [];
  const waits = form.open.awaiting === "answer" ? form.asked : undefined;
  const answer = clauses.find((clause) => isAnswer(task, baseOf(task, form, undefined), waits, clause));
  return answer ? answersIn(task, form, answer) : [];
}

/** An order that was placed has all its fields, though they are not at hand. */
function wholeOrder(open: Open, spec: ServiceSpec): Open {
  const isOrder = open.awaiting === "nothing" && open.asked === undefined && open.filled.length === 0;
  return isOrder ? { ...open, filled: spec.fields.map(({ name }) => name) } : open;
}

/**
 * Words that give the form nothing: the same wish again goes on with it; words about nothing clear are not understood, they begin
 * no second form.
 */
function nothingNew(task: Task, open: Open): Reading | undefined {
  const { meanings } = task;
  const [meaning] = meanings;
  if (!meaning) return undefined;
  if (open.awaiting !== "nothing" && isHaste(insideOf(task, undefined)))
    return exactly({ type: "whats_left" });
  const { label, chance } = topOf(meaning);
  const same = label === open.service && chance >= chances.clear;
  // "Did you mean storage?" answered with «تخزين»: no form is open yet, and this one is wanted.
  if (same && open.awaiting === "decision" && open.waiting === undefined) return undefined;
  // «أريد أيضًا مندوبًا يتصل قبل الوصول» under a read-back adds to the request.
  const adds = open.awaiting === "read_back" && task.parts.clauses.some(({ also }) => also);
  if (same && meaning.asked && adds)
    return exactly(wishOf(task, { start: task.words[0]?.start ?? 0, end: task.words.at(-1)?.end ?? 0 }));
  if (same && meaning.asked)
    return { understandings: [{ type: "resume" }], confidence: chance, by: "embedded" };
  if (!same && meaning.asked && chance >= chances.likely) return undefined;
  // «تسلمه هي رقمها ٠٥…»: who gives a number is not only thanking.
  const givesNumber = /\p{Nd}{4}/u.test(task.text);
  const courteous = (label === "thanks" || label === "greeting") && chance >= chances.clear && !givesNumber;
  return courteous
    ? undefined
    : { understandings: [{ type: "out_of_scope" }], confidence: 0.5, by: "embedded" };
}

function spanOf(meanings: readonly Meaning[]): Span {
  return { start: meanings[0]?.span.start ?? 0, end: meanings.at(-1)?.span.end ?? 0 };
}
