/**
 * What is said to the open form and is no value of it: a wish that stands beside a change («خلوها ثلاث شهور وابي سيارة تنقله», "make it 8
 * and add a projector"), and a question whether we do something («ممكن توصلوه للمشتري؟»). It goes along with the form for staff.
 */

import type { Understanding } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { hasPhrase, phraseAt, phrasesOf } from "../phrases.ts";
import type { Task } from "../requests.ts";
import { wantsSomething, withoutJoint } from "../wishes/clause-bounds.ts";
import type { Clause } from "../wishes/clauses.ts";
import { topicOf } from "../wishes/commands.ts";
import type { Span } from "../words.ts";
import { saysCorrection } from "./correction.ts";
import { isHeldIn } from "./held-values.ts";
import type { Open } from "./open-form.ts";

const adding = phrasesOf(
  "ياليت|يا ليت|ياريت|يا ريت|ya rait|yarait|ya lait|yalait|ضيف|ضيفوا|ضيفو|اضف|اضيفوا|زود|زودوا|زيدوا|حطوا معها|add|include|also add|throw in|deef|deefo|zawed|zawedo",
);

/** Does a clause behind the first begin another wish, without correcting anything? */
export function addsWish({ parts }: Task, clause: Clause): boolean {
  if (parts.clauses.indexOf(clause) < 1 || clause.words.length < 2) return false;
  const said = withoutJoint(clause.words);
  const denied = parts.denied.filter(({ start, end }) => start >= clause.start && end <= clause.end);
  if (saysCorrection({ words: clause.words, parts: { ...parts, denied } })) return false;
  return clause.also || phraseAt(adding, said, 0) > 0 || wantsSomething(said);
}

/** Wishes under a read-back from which nothing else was understood, when the rest of the message gave or changed something. */
export function wishesBeside(task: Task, open: Open, given: readonly Understanding[]): Understanding[] {
  return besideGiven(task, open, given).filter((one) => one.type !== "wish" || !urges.test(one.text));
}

/** "Just do it" tells nobody anything. */
const urges =
  /^\s*(?:just )?(?:do|place|book|send|get|finish) it(?: (?:now|already|please|pls|asap))*\s*$|^\s*go ahead\s*$/iu;

function besideGiven(
  task: Task,
  { awaiting, values }: Open,
  given: readonly Understanding[],
): Understanding[] {
  const said = given.flatMap((one) =>
    one.type === "answers" || one.type === "correct" ? Object.entries(one.fields) : [],
  );
  const isHeld = isHeldIn(values);
  const spans = said.map(([, field]) => field);
  const changed = said.filter((one) => !isHeld(one)).map(([, field]) => field);
  if ((awaiting !== "read_back" && awaiting !== "answer") || spans.length === 0) return [];
  const { clauses } = task.parts;
  const gives = (clause: Clause) => overlapsAny(clause, changed);
  const wished = clauses
    .filter((clause) => addsWish(task, clause) && !gives(clause))
    .map((clause) => wishOf(task, { start: startOf(clause), end: clause.end }));
  if (wished.length > 0) return wished;
  if (awaiting === "answer") return limitBehind(task, spans);
  const first = clauses.findIndex((clause) => spans.some((span) => isIn(span, clause)));
  const limited = limitsIn(task, clauses.slice(0, first));
  return limited.length > 0 ? limited : conditionsIn(task, clauses, gives);
}

/** «٠٥٥٥… بس لا تتصلون وقت الصلاة», «٠٥٥٥… ولو غالي لا تحجزون»: what is asked to be minded, and in which case, behind the answer. */
function limitBehind({ text, words }: Task, spans: readonly Span[]): Understanding[] {
  const from = Math.max(...spans.map(({ end }) => end));
  const behind = words.filter(({ start }) => start >= from);
  const [but, ...others] = behind;
  if (!but || /[?؟]/.test(text)) return [];
  const isCase = inCase.test(but.text) && others.length > 1 && !courteous.test(others[0]?.text ?? "");
  const said = isCase ? behind : others;
  const [first, last] = [said[0], said.at(-1)];
  const limits = isCase || /^(?:بس|لكن|ولكن|but|bas)$/.test(but.text);
  if (!first || !last || said.length < 2 || !limits) return [];
  return [{ type: "wish", text: text.slice(first.start, last.end), start: first.start, end: last.end }];
}

/** «ولو غالي لا تحجزون», "if over 500 don't book". */
const inCase = /^و?(?:لو|اذا|if|law|iza|itha)$/;

/** «لو سمحتوا», "if you need anything". */
const courteous = /^(?:سمح\p{L}*|تكرم\p{L}*|امكن|ممكن|يمكن|possible|needed|you|sama7t\p{L}*)$/u;

/** «خليها ٨٥٠ والنقل على المشتري»: a clause joined behind the change that says who is to do or to pay something. */
function conditionsIn(
  task: Task,
  clauses: readonly Clause[],
  gives: (clause: Clause) => boolean,
): Understanding[] {
  const from = clauses.findIndex(gives);
  return clauses
    .slice(from + 1)
    .filter((clause) => clause.soft && !gives(clause) && withoutJoint(clause.words).length > 2)
    .filter(({ words }) => hasPhrase(onWhom, words) || wantsSomething(withoutJoint(words)))
    .map((clause) => wishOf(task, { start: startOf(clause), end: clause.end }));
}

const onWhom = phrasesOf(
  "علي المشتري|علي البايع|علي البائع|علي حسابي|علي حسابكم|علي حسابه|عليا|علينا|عليكم|عليه|عليها|on me|on them|on the buyer|on the seller|on you|on us|3alaya|3aleina|3aleh|3al moshtari|3ala el moshtari",
);

/** "Just me, she does hers herself. And start it …": what is said to be all, before the value that is changed. */
function limitsIn(task: Task, clauses: readonly Clause[]): Understanding[] {
  const [first, last] = [clauses[0], clauses.at(-1)];
  if (!first || !last || !limits.test(task.text.slice(first.start, first.end))) return [];
  const said = clauses.flatMap(({ words }) => words);
  return said.length > 2 ? [wishOf(task, { start: first.start, end: last.end })] : [];
}

const limits = /^(?:just|only|بس|فقط|bas)\s|\s(?:only|بس|فقط|bas)$/iu;

/** «أضيفوا رقم المخالفة 440…», "add a note that …" under a read-back: what is added and is no value of the form goes along with it. */
export function addedWish(task: Task, { awaiting }: Open, gives: () => boolean): Understanding | undefined {
  const { clauses } = task.parts;
  const [first, last] = [clauses[0], clauses.at(-1)];
  if (awaiting !== "read_back" || !first || !last) return undefined;
  const said = withoutJoint(first.words);
  if (phraseAt(adding, said, 0) === 0 || last.words.length + first.words.length < 3) return undefined;
  return gives() ? undefined : wishOf(task, { start: first.start, end: last.end });
}

/** Behind the «و» or "and" that joins it. */
function startOf({ words, start }: Clause): number {
  const [first] = withoutJoint(words);
  const letters = first && first.start === start ? (words[0]?.text.length ?? 0) - first.text.length : 0;
  return (first?.start ?? start) + letters;
}

const isIn = ({ start }: Span, clause: Span): boolean => start >= clause.start && start < clause.end;

const able = phrasesOf(
  "ممكن|هل ممكن|هل يمكن|هل يمكنكم|تقدرون|تقدروا|تقدرو|يمديكم|ينفع|هل|هو ينفع|هتوصلوه|can you|could you|do you|will you|can i|is it possible|momken|mumkin|te2daro|tgdaroon|yenfa3",
);

/** A question whether we do something, whose only values are those that the form holds: it asks, and changes nothing. */
export function asksWhetherWe(
  task: Task,
  { values, awaiting }: Open,
  given: readonly Understanding[],
): boolean {
  if (awaiting !== "answer" && awaiting !== "read_back") return false;
  const asks = hasPhrase(able, task.words) || task.words[0]?.text === "وهل";
  if (!/[?؟]\s*$/.test(task.text) || !asks) return false;
  // «هل يشمل صندوق بريد؟»: whether something is part of it chooses nothing else.
  if (asksWhetherItIs(task) && given.every((one) => one.type === "correct" && !one.ask)) return true;
  return given.every(
    (one) => one.type === "correct" && !one.ask && Object.entries(one.fields).every(isHeldIn(values)),
  );
}

function asksWhetherItIs({ words, text, parts }: Task): boolean {
  const [first, next] = words;
  if (
    !/^(?:و?هل|does|is|are)$/.test(first?.text ?? "") ||
    /^(?:يمكن|ممكن|ي?مكنكم|تقدرون)/.test(next?.text ?? "")
  )
    return false;
  return !/[\d٠-٩]/.test(text) && !saysCorrection({ words, parts });
}

/** The words as they stand. */
export function wishOf({ text }: Task, { start, end }: Span): Understanding {
  return { type: "wish", text: text.slice(start, end), start, end };
}

const whether =
  /^(?:هل|فيه|فيها|عندكم|عندكو|ينفع|ممكن|does|do|is|are|can|will|has|have|feeh|feh|fiha|yenfa3|momken|3indakom|3andoko)$/;

/** "How much is it and does it have parking": what is asked beside a price, a length of time or papers goes along with the form. */
export function questionsBeside(task: Task, { awaiting }: Open, span: Span): Understanding[] {
  if (awaiting !== "answer" && awaiting !== "read_back") return [];
  const { clauses } = task.parts;
  return clauses
    .filter((clause) => clause.start > span.start && isIn(clause, span) && asksWhether(clause))
    .map((clause) => {
      const wish = wishOf(task, { start: startOf(clause), end: clause.end });
      return wish.type === "wish" && !/[?؟]/.test(wish.text) ? { ...wish, text: `${wish.text}?` } : wish;
    });
}

function asksWhether({ words }: Clause): boolean {
  const said = withoutJoint(words);
  return said.length > 1 && whether.test(said[0]?.text ?? "") && topicOf(said) === undefined;
}
