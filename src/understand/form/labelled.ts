/**
 * «المراجع: يوسف», "Pickup: Al Fanateer. Delivery: Al Malaz", «المريض اسمه يوسف»: behind the name of a question for free words, and a mark, stands
 * what it is to hold, whatever was asked last.
 */
import type { AnswerType } from "../../domain/answer.ts";
import type { FieldSpec, ReadField, Understanding } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { fold } from "../../language/letters/normalise.ts";
import { findLoneName, parsePersonName } from "../../language/people/names.ts";
import { phraseAt } from "../phrases.ts";
import type { Task } from "../requests.ts";
import { cuesOf } from "../values/cues.ts";
import { extractFields } from "../values/extract.ts";
import { isKinWord } from "../values/kin.ts";
import type { Span, Word } from "../words.ts";
import { hintsOf } from "./correction.ts";
import { valueFrom } from "./free-answer.ts";
import { besideAddress, closedTypes } from "./lone-answer.ts";
import { baseOf, type Form, isFree, partition } from "./open-form.ts";

/** A name and its mark; `from`: where what it is to hold begins. */
type Label = Span & { readonly field: FieldSpec; readonly from: number; readonly ends: RegExp };

/** What else may be told beside it. */
const besideText: ReadonlySet<AnswerType> = new Set<AnswerType>([...closedTypes, "choice"]);
/** «المراجع:». */
const colon = /^\s*[:：=]\s*/u;
/** «المريض اسمه …», of a text or a name. */
const called = /^\s*(?:[اإ]سمه|[اإ]سمها|esmo|esmaha|esmha|is called|is named)\s*[:：]?\s+/iu;
/** "The pickup address should be …", "change the delivery address to …": of an address, which is not known by its own words. */
const ought =
  /^\s*(?:(?:should|must|has to|needs to) be|should read|is (?:only|now|actually)|(?:خلوه|خليه|خله|يكون|صار|بقى|هو)|yekoon|sar|khaloh)\s*[:：]?\s+/iu;
const towards = /^\s*(?:to|into|[إا]لى|الي|le|la|ela)\s+/iu;
const changes =
  /(?:^|[\s،,.])(?:change|update|correct|set|edit|غير\S*|عدل\S*|بدل\S*|صحح\S*|ghayer\S*|3adel\S*)\s+(?:\S+\s+){0,2}$/iu;

/** Looked for before anything else: few messages have one. */
const anyMark =
  /[:：=]|[اإ]سم|esm|(?:should|must|to) be|is (?:called|named|only|now|actually)|should read|خل[يو]?ه|يكون|صار|بقى|yekoon|sar|khaloh|change|update|correct|set|edit|غير|عدل|بدل|صحح|ghayer|3adel|^\s*(?:لا\s+|no\s+|the\s+)?\S{4,}\s+\S/iu;

/** What is said so, with what else the message gives; undefined where no question is named so. */
export function labelled(task: Task, form: Form): readonly Understanding[] | undefined {
  const { text } = task;
  const { open } = form;
  if ((open.awaiting !== "read_back" && open.awaiting !== "answer") || !anyMark.test(text)) return undefined;
  const labels = labelsIn(task, form);
  const free = labels.filter(({ field }) => isFree(field));
  if (free.length === 0 || answersBefore(text, labels, form)) return undefined;
  const correcting = hintsOf(task, form.spec, open);
  const base = { ...baseOf(task, form, undefined), correcting };
  // "Change the pickup to Tuesday" moves the day.
  const days = extractFields({ ...base, types: besideAddress }).used;
  const told = free.flatMap((label) => {
    const field = valueBehind(text, label, labels[labels.indexOf(label) + 1]);
    const isMoment = label.field.type === "address" && field && overlapsAny(field, days);
    return field && !isMoment ? [[label.field.name, field] as const] : [];
  });
  if (told.length === 0) return undefined;
  const taken = [...labels, ...told.map(([, field]) => field)];
  const closed = extractFields({ ...base, types: besideText, cuesOnly: true });
  const others = Object.entries(closed.fields).filter(([, field]) => !overlapsAny(field, taken));
  return partition({ fields: Object.fromEntries([...others, ...told]), bad: {} }, open);
}

/** «حي الروضة، والتسليم: …»: the asked address itself stands before the first name, and is read with the others. */
function answersBefore(text: string, labels: readonly Label[], { open, asked }: Form): boolean {
  if (open.awaiting !== "answer" || asked?.type !== "address") return false;
  const isNamed = labels.some(({ field }) => field === asked);
  return !isNamed && /\p{L}{2}.*[،,.؛;\n]/su.test(text.slice(0, labels[0]?.start));
}

/** The names of questions with a mark behind them, in order; of several at one place the longest. */
function labelsIn({ text, words }: Task, { spec, open }: Form): readonly Label[] {
  const labels: Label[] = [];
  for (let index = 0; index < words.length; index++) {
    const found = nameAt(words, index, spec.fields);
    const [first, last] = [words[index], found && words[index + found.length - 1]];
    if (!found || !first || !last) continue;
    const { field, length } = found;
    const isChange = changes.test(text.slice(Math.max(0, first.start - longestVerb), first.start));
    const rest = text.slice(last.end);
    const marked = markBehind(rest, field, open.filled.includes(field.name), isChange);
    const held = open.values?.[field.name]?.value;
    const isFirst = beginsSentence.test(text.slice(0, first.start));
    const anew = isFirst && (saysAnew(rest, held) || namesAnew(rest, field, { held, words: found.length }));
    const mark = marked || (anew ? 1 : 0);
    // What is called a note is added to the others by itself.
    if (mark === 0 || field.name === "notes" || adds.test(text.slice(0, first.start))) continue;
    labels.push({
      field,
      start: first.start,
      end: last.end,
      from: last.end + mark,
      ends: marked ? sentence : clause,
    });
    index += length - 1;
  }
  return labels;
}

const longestVerb = 30;
/** «ضيفوا في الموضوع: …»: more of it, in place of nothing. */
const adds = /(?:^|[\s،,.])(?:[اأ]?ضيف\S*|زود\S*|[زي]?يدوا|add)(?:\s+\S+){0,2}\s*$/iu;

/** «الموضوع سوق التمور في الرياض والقصيم» of a form that holds «سوق التمور في الرياض»: its words once more, and others. */
function saysAnew(behind: string, held: unknown): boolean {
  if (typeof held !== "string") return false;
  const [said = ""] = clause.exec(behind) ?? [];
  const words = fold(said).trim().split(/\s+/);
  const known = fold(held).trim().split(/\s+/);
  return known.length > 1 && words.length > known.length && known.every((word) => words.includes(word));
}

const beginsSentence = /(?:^|[.!?؟\n،,])\s*(?:لا\s+|no\s+|و)?$/u;

/** «المراجع مريم بس», «صاحب المعاملة راجو كومار» of a form that holds somebody there: a name and nothing else. */
function namesAnew(
  rest: string,
  { type, known = [] }: FieldSpec,
  { held, words }: { readonly held: unknown; readonly words: number },
): boolean {
  const isPerson = type === "person_name" || (type === "text" && known.some(isKinWord));
  if (typeof held !== "string" || !isPerson) return false;
  const said = (clause.exec(rest)?.[0] ?? "").replace(behind, "").trim();
  const name = parsePersonName(said);
  if (name === undefined || fold(name) === fold(held)) return false;
  // «المريض تعبان شوي» tells how somebody is; a label of several words is followed by what it names.
  return findLoneName(said)?.value === name || (words > 1 && /^\S+ \S+(?: \S+)?$/u.test(name));
}

/** How long the mark is; 0 for none. */
function markBehind(behind: string, { type }: FieldSpec, isHeld: boolean, isChange: boolean): number {
  const marks = [
    colon,
    ...(type === "text" || type === "person_name" ? [called] : []),
    ...(type === "address" && isHeld ? [ought, ...(isChange ? [towards] : [])] : []),
  ];
  return Math.max(0, ...marks.map((mark) => mark.exec(behind)?.[0].length ?? 0));
}

/** The question that is named from here, and in how many words: by a whole name, or by the head of one that only it has. */
function nameAt(words: readonly Word[], index: number, fields: readonly FieldSpec[]) {
  const named = fields
    .map((field) => ({ field, length: phraseAt(cuesOf(field).names, words, index) }))
    .sort((a, b) => b.length - a.length);
  const [best] = named;
  if (best && best.length > 0) return best;
  const head = words[index]?.key.replace(/^[وبفل]?ال/, "") ?? "";
  const [only, another] = fields.filter((field) => isFree(field) && cuesOf(field).heads.has(head));
  return only && !another ? { field: only, length: 1 } : undefined;
}

/** Up to the next name, or to the end of the sentence. */
function valueBehind(
  text: string,
  { field, from, ends }: Label,
  next: Label | undefined,
): ReadField | undefined {
  const whole = text.slice(from, next?.start ?? text.length);
  const [told = ""] = ends.exec(whole) ?? [];
  if (told.length > longest) return undefined;
  const own = field.type === "person_name" ? told.replace(/[\p{Nd}+،,].*$/su, "") : told;
  const said = own.replace(behind, "").trimEnd();
  if (!/[\p{L}\p{Nd}]/u.test(said)) return undefined;
  const start = from + (said.length - said.trimStart().length);
  const span = { start, end: from + said.length };
  const words = text.slice(span.start, span.end);
  return { value: valueFrom(field, words, text, span), text: words, ...span };
}

const sentence = /^(?:[^.!?؟؛;\n]|[.](?=\S))*/u;
const clause = /^[^،,.!?؟؛\n]*/u;
const longest = 200;
/** What leads on to the next name, and courtesy. */
const behind =
  /(?:[\s،,]+(?:و|and|w|the|بس|فقط|وبس|only|كما ذكرت|لو سمحت\S*|من فضلك\S*|please|pls|plz|thanks|شكرا))*[\s،,]*(?:و)?$/iu;
