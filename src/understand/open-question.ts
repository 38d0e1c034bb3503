/**
 * A message read against an open form: an answer to the question beats a new request unless it clearly is one, and what is clearly a
 * command wins over a question that any words would answer. What a message adds to other fields is taken too; what it changes is a
 * correction.
 */
import type { AnswerType } from "../domain/answer.ts";
import type {
  BadField,
  FieldSpec,
  ReadField,
  ReadFields,
  Reading,
  ServiceSpec,
  Understanding,
} from "../domain/understanding.ts";
import { findPhones } from "../language/phones.ts";
import { withName, withOnlyPhone } from "./beside-answer.ts";
import { topicOf, topicsOf, topicsOfServices } from "./commands.ts";
import { deniedValues, fieldsNamed, fullerName, hintsOf, loneName, saysCorrection } from "./correction.ts";
import { type Extracted, type Extraction, extractFields } from "./extract.ts";
import { directAnswer, isAllSaid, isTalk, withSharedWords } from "./free-answer.ts";
import { chances, givesDigits, type Meaning } from "./groups.ts";
import { withoutKnownWords } from "./known-words.ts";
import { dropsWaiting, leavesForAnother, leaving, putOff } from "./leaving.ts";
import {
  besideAddress,
  closedTypes,
  isAnswer,
  loneGoods,
  loneWords,
  otherValues,
  wholeAddress,
} from "./lone-answer.ts";
import { hasPhrase, phrasesOf } from "./phrases.ts";
import {
  askedOf,
  exactly,
  isOfficeLabel,
  type Task,
  topOf,
  understandingsOf,
  valuesFor,
} from "./requests.ts";
import { type Span, type Word, wordsIn } from "./words.ts";

/** Questions that any words would answer. */
const freeTypes: ReadonlySet<AnswerType> = new Set<AnswerType>(["text", "address", "person_name"]);
const isFree = ({ type, format }: FieldSpec): boolean =>
  freeTypes.has(type) && format !== "short_national_address";
type Open = NonNullable<Task["context"]["open"]>;

/** The reading of a message as an answer to the open form, or undefined when it is none. */
export function readAnswer(task: Task): Reading | undefined {
  const spec = task.context.services.find(({ id }) => id === task.context.open?.service);
  const open = spec && task.context.open && wholeOrder(task.context.open, spec);
  if (!open) return undefined;
  const form = { spec, open, asked: spec.fields.find(({ name }) => name === open.asked) };
  const put = putOff(task, spec, open) ?? dropsWaiting(task);
  if (put) return exactly(put);
  const first = wantedFirst(task, form);
  if (first) return first;
  const changed = corrected(task, form);
  if (changed) return { understandings: changed, confidence: 0.9, by: "embedded" };
  const away = task.meanings.filter((meaning) => leadsAway(task, meaning, form));
  const rest = task.meanings.filter((meaning) => !away.includes(meaning));
  const span = away.length > 0 ? spanOf(rest) : undefined;
  const answers = rest.length > 0 ? answersIn(task, form, span) : answersBeside(task, form, away);
  if (answers.length === 0 && away.length === 0) return nothingNew(task, open);
  const others = [...leaving(task, away, open), ...away.flatMap((meaning) => awayMeans(task, meaning, open))];
  const answersFirst =
    rest[0] !== undefined && away[0] !== undefined && rest[0].span.start < away[0].span.start;
  const understandings = answersFirst ? [...answers, ...others] : [...others, ...answers];
  const confidence = away[0] ? (away[0].rule ? 1 : topOf(away[0]).chance) : 0.9;
  return { understandings, confidence, by: "embedded" };
}

/** «خلينا في الفندق أول», "forget the parcel, let's do the hotel first": another service, before the one that is open. */
function wantedFirst(task: Task, { open }: Form): Reading | undefined {
  if (!hasPhrase(instead, task.words)) return undefined;
  const others = task.meanings
    .flatMap(({ guesses, span }) => guesses.map((guess) => ({ ...guess, span })))
    .filter(({ label }) => label !== open.service)
    .flatMap((one) => {
      const spec = task.context.services.find(({ id }) => id === one.label);
      return spec ? [{ ...one, spec }] : [];
    })
    .sort((a, b) => b.chance - a.chance);
  const [best] = others;
  const next = others.find(({ label }) => label !== best?.label);
  if (!best || best.chance < leastNamed || (next && next.chance * 2 > best.chance)) return undefined;
  const { fields } = valuesFor(task, best.spec, task.meanings.length > 1 ? best.span : undefined);
  const understandings: Understanding[] = [
    { type: "request", service: best.spec.id, first: true, fields: withoutTalk(fields) },
  ];
  return { understandings, confidence: best.chance, by: "embedded" };
}

/** The words say that another service is wanted: its mere name tells which. */
const leastNamed = 0.05;
/** «الفندق الأول» is no hotel's name here. */
function withoutTalk(fields: ReadFields): ReadFields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, { text }]) => !/^(?:ال)?[اأ]ول$|^first$/i.test(text)),
  );
}

const instead = phrasesOf(
  "خلينا في|خلنا في|خلونا في|خلينا ب|نبدا ب|نبدا في|ابدا ب|ابداوا ب|انسى|انسوا|سيبك من|سيبوا|اتركوا|اترك|خل|let's do|lets do|let's start with|lets start with|start with|forget the|forget about the|leave the|do the|khalina fe|khallina fel|khaleena fel|sebak men",
);

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
function nothingNew({ meanings }: Task, open: Open): Reading | undefined {
  const [meaning] = meanings;
  if (!meaning) return undefined;
  const { label, chance } = topOf(meaning);
  const same = label === open.service && chance >= chances.clear;
  // "Did you mean storage?" answered with «تخزين»: no form is open yet, and this one is wanted.
  if (same && open.awaiting === "decision" && open.waiting === undefined) return undefined;
  if (same && meaning.asked)
    return { understandings: [{ type: "resume" }], confidence: chance, by: "embedded" };
  if (!same && meaning.asked && chance >= chances.likely) return undefined;
  const courteous = (label === "thanks" || label === "greeting") && chance >= chances.clear;
  return courteous
    ? undefined
    : { understandings: [{ type: "out_of_scope" }], confidence: 0.5, by: "embedded" };
}

type Form = { readonly spec: ServiceSpec; readonly open: Open; readonly asked: FieldSpec | undefined };

/** Words of correction with a value, or with the name of a field that has one, are a correction whatever else they look like. */
function corrected(task: Task, form: Form): Understanding[] | undefined {
  const { meanings } = task;
  const changes = topOf(meanings[0]).label === "change_order" && topOf(meanings[0]).chance >= chances.clear;
  if (!(changes || saysCorrection(task)) || form.open.filled.length === 0) return undefined;
  if (leavesForAnother(task, form.open)) return undefined;
  // «لا خلاص، خليها ثلاث ليالي» leaves nothing: it goes on.
  if (meanings.some(({ rule }) => rule && rule.type !== "cancel")) return undefined;
  const found = correctionsIn(task, form);
  if (asksAboutOrder(task) && !found.some((one) => "fields" in one && Object.keys(one.fields).length > 0))
    return undefined;
  return found.some((one) => one.type === "correct" && !repeats(one, form.open)) ? found : undefined;
}

/** "Any update on my order?" changes nothing of it. */
function asksAboutOrder({ meanings }: Task): boolean {
  const { label, chance } = topOf(meanings[0]);
  return label === "order_status" && chance >= chances.overAnswer;
}

/** Words that only say again what the form holds correct nothing: «من غير مكافأة» of a labour case. */
function repeats(
  { fields, ask, bad }: Extract<Understanding, { type: "correct" }>,
  { values }: Open,
): boolean {
  if (!values || ask || bad) return false;
  const said = Object.entries(fields);
  return (
    said.length > 0 &&
    said.every(([name, { value }]) => JSON.stringify(value) === JSON.stringify(values[name]?.value))
  );
}

/** Is this no answer but something of its own? The more an answer could be anything, the surer it must be. */
function leadsAway(task: Task, meaning: Meaning, form: Form): boolean {
  if (givesPhone(task, meaning, form)) return false;
  if (meaning.rule || namesAnother(task, meaning, form)) return true;
  if (!looksAway(meaning, form) || isNamedThing(meaning, form)) return false;
  const waits = form.open.awaiting === "answer" ? form.asked : undefined;
  return !isAnswer(task, baseOf(task, form, undefined), waits, meaning.span);
}

/** «رقم اللي يستلم ٠٥٠…» under a question for a phone: what gives one answers it, whatever it resembles beside that. */
function givesPhone({ text, context }: Task, { guesses, span, asked: wanted }: Meaning, form: Form): boolean {
  if (form.open.awaiting !== "answer" || form.asked?.type !== "phone") return false;
  const service = context.services.some(({ id }) => id === guesses[0]?.label && id !== form.open.service);
  if (service && wanted) return false;
  const phones = findPhones(text).filter(({ start, end }) => start >= span.start && end <= span.end);
  return phones.some(({ value }) => value.type === "phone");
}

/** The form's own service, asked for in words of wanting, but another kind of it: another paper. */
function namesAnother(task: Task, meaning: Meaning, { spec, open }: Form): boolean {
  const { label, chance } = topOf(meaning);
  if (!meaning.asked || label !== open.service || chance < chances.clear) return false;
  const field = spec.fields.find(({ hasFacts, name }) => hasFacts && open.filled.includes(name));
  const held = field && open.values?.[field.name]?.value;
  const named = field && valuesFor(task, spec, meaning.span, true).fields[field.name]?.value;
  return held !== undefined && named !== undefined && held !== named;
}

function looksAway(meaning: Meaning, { open, asked }: Form): boolean {
  const free = asked !== undefined && isFree(asked);
  const { label, chance } = topOf(meaning);
  if (isOfficeLabel(label) && givesDigits(meaning.words)) return isTopic(meaning);
  if (label === "out_of_scope" || label === "greeting" || label === open.service) return isTopic(meaning);
  if (chance < (free ? chances.overAnswer : chances.another)) return isTopic(meaning);
  const command = label in commands || isOfficeLabel(label);
  return command || meaning.asked || isTopic(meaning);
}

/** "documents" under a question for contents is what is sent: who asks about papers says more than the noun. */
function isNamedThing({ guesses, words }: Meaning, { open, asked }: Form): boolean {
  if (open.awaiting !== "answer" || asked?.type !== "text" || asked.format) return false;
  return words.length <= 2 && isOfficeLabel(guesses[0]?.label ?? "") && topicOf(words) === undefined;
}

const commands = {
  order_status: true,
  cancel_order: true,
  change_order: true,
  complaint: true,
  human_agent: true,
  thanks: true,
};

/** «كم السعر؟» in the middle of a form: short, and of the service at hand. */
function isTopic({ words }: Meaning): boolean {
  const topic = topicOf(words);
  return topic !== undefined && words.length <= 7;
}

function awayMeans(task: Task, meaning: Meaning, open: Open): Understanding[] {
  const topics = meaning.rule ? [] : topicsOf(meaning.words).filter((topic) => topicsOfServices.has(topic));
  if (topics.length > 0 && isTopic(meaning)) {
    const { label, chance } = topOf(meaning);
    const other = chance >= chances.another && task.context.services.some(({ id }) => id === label);
    return topics.map((topic) => askedOf(task, topic, other ? label : open.service, meaning.span));
  }
  return understandingsOf(task, meaning, meaning.span);
}

function spanOf(meanings: readonly Meaning[]): Span {
  return { start: meanings[0]?.span.start ?? 0, end: meanings.at(-1)?.span.end ?? 0 };
}

function answersIn(task: Task, form: Form, span: Span | undefined): Understanding[] {
  const { open, asked } = form;
  const base = baseOf(task, form, span);
  const inside = insideOf(task, span);
  const fuller = asked?.type === "person_name" ? undefined : fullerName(task, form.spec, open);
  if (fuller && span === undefined) return [{ type: "correct", fields: Object.fromEntries([fuller]) }];
  if (!asked || open.awaiting !== "answer") return partition(withName(task, base, inside), open);
  if (!isFree(asked)) {
    const found = partition(withName(task, { ...base, asked: asked.name }, inside), open);
    if (found.length > 0) return found;
    const lone = loneWords(task, base, inside) ?? loneGoods(task, base, inside);
    if (lone) return [{ type: "answers", fields: lone }];
    const bad = asked.type === "phone" ? badPhone(task, asked) : undefined;
    return bad ? [bad] : saidAgain(task, form, inside);
  }
  const beside = asked.type === "address" ? { types: besideAddress } : {};
  // Digits are no part of a name: «سعود الحربي 0561239900» gives both.
  const cuesOnly = asked.type !== "person_name";
  const read = withOnlyPhone(task, base, extractFields({ ...base, ...beside, asked: asked.name, cuesOnly }));
  const isText = asked.type === "text" && !asked.format;
  const extracted = isText ? withSharedWords(read, base) : { ...read, shared: false };
  const inWords = extracted.shared && inside.length > 1;
  if (!(asked.name in extracted.fields) && !inWords) {
    const others = otherValues(base, asked, inside);
    if (others) return partition(others, open);
    const lone = asked.type === "text" ? loneAddress(task, base, inside) : undefined;
    if (lone) return lone;
    const things = asked.type === "address" ? loneGoods(task, base, inside) : undefined;
    if (things) return [{ type: "answers", fields: things }];
    // «قلتلك من الرياض»: what was said before is said again, whatever is asked.
    if (isTalk(inside)) return partition(extractFields({ ...base, cuesOnly: true }), open);
  }
  const bare = isText ? withoutKnownWords(extracted, asked, base) : extracted;
  const changes = Object.keys(bare.fields).some((name) => open.filled.includes(name));
  const direct = changes ? undefined : directAnswer(task, asked, inside, bare);
  if (!direct) return partition(extracted, open);
  return partition({ ...bare, fields: { ...bare.fields, [asked.name]: direct } }, open);
}

/** Digits alone under a question for a phone that are none. */
function badPhone({ text, words }: Task, { name }: FieldSpec): Understanding | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || !words.every((word) => /^\d+$/.test(word.text))) return undefined;
  if (words.reduce((sum, word) => sum + word.text.length, 0) < 4) return undefined;
  const [start, end] = [first.start, last.end];
  const bad = { [name]: { text: text.slice(start, end), start, end, reason: "bad_phone" as const } };
  return { type: "answers", fields: {}, bad };
}

/** Nothing but a new value for what the form holds («الأربعاء», when a day is known): it changes that. */
function saidAgain(task: Task, form: Form, inside: readonly Word[]): Understanding[] {
  const hints = hintsOf(task, form.spec, form.open);
  const extracted = extractFields({
    ...baseOf(task, form, undefined),
    types: closedTypes,
    correcting: hints,
  });
  return isAllSaid(inside, extracted.used) ? partition(extracted, form.open) : [];
}

/** Under a question for free words an address is the form's own address, or is asked for again: never contents. */
function loneAddress(task: Task, base: Extraction, inside: readonly Word[]): Understanding[] | undefined {
  const { spec, filled } = base;
  const wanted = spec.fields.filter(({ type, name }) => type === "address" && !filled?.includes(name));
  if (wanted.length === 0 || !wholeAddress(task.text, inside)) return undefined;
  const lone = loneWords(task, base, inside);
  return lone ? [{ type: "answers", fields: lone }] : [];
}

/** What a correction changes, and what it adds; the fields that it only names are asked again. */
function correctionsIn(task: Task, form: Form): Understanding[] {
  const { spec, open } = form;
  const hints = hintsOf(task, spec, open);
  const extracted = extractFields({ ...baseOf(task, form, undefined), correcting: hints });
  const found = partition(extracted, open);
  if (found.length > 0) return found;
  const name = loneName(task, spec, (field) => open.filled.includes(field));
  if (name) return [{ type: "correct", fields: Object.fromEntries([name]) }];
  const ask = fieldsNamed(insideOf(task, undefined), spec).filter((field) => open.filled.includes(field));
  return ask.length > 0 ? [{ type: "correct", fields: {}, ask }] : [];
}

function baseOf(task: Task, { spec, open }: Form, span: Span | undefined): Extraction {
  const { text, words, context } = task;
  return {
    ...{ text, words, spec, denied: deniedValues(task, spec), filled: open.filled },
    moment: { now: context.now, zone: context.zone },
    ...(open.values && { values: open.values }),
    ...(span && { span }),
  };
}

function insideOf({ parts }: Task, span: Span | undefined): readonly Word[] {
  const middle = parts.clauses.flatMap((clause) => clause.words);
  return span ? wordsIn(middle, span) : middle;
}

/** Values for fields that had one are corrections; the others are answers. */
function partition({ fields, bad }: Pick<Extracted, "fields" | "bad">, { filled }: Open): Understanding[] {
  const had = (name: string) => filled.includes(name);
  const answers = pick(fields, bad, (name) => !had(name));
  const changes = pick(fields, bad, had);
  return [
    ...(changes ? [{ type: "correct" as const, ...changes }] : []),
    ...(answers ? [{ type: "answers" as const, ...answers }] : []),
  ];
}

type Values = { readonly fields: ReadFields; readonly bad?: Readonly<Record<string, BadField>> };

function pick(
  fields: ReadFields,
  bad: Readonly<Record<string, BadField>>,
  wanted: (name: string) => boolean,
): Values | undefined {
  const kept: Record<string, ReadField> = {};
  const wrong: Record<string, BadField> = {};
  for (const [name, field] of Object.entries(fields)) if (wanted(name)) kept[name] = field;
  for (const [name, field] of Object.entries(bad)) if (wanted(name)) wrong[name] = field;
  if (Object.keys(kept).length + Object.keys(wrong).length === 0) return undefined;
  return { fields: kept, ...(Object.keys(wrong).length > 0 && { bad: wrong }) };
}
