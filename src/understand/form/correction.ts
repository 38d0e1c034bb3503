/**
 * Corrections: the words that make one, and what they say of which field is meant. A value that is denied («مو ليلتين، ثلاث», "Dammam
 * instead of Jeddah") names the field that held it; a field's own name («غير الاسم إلى …») names itself.
 */
import { type AnswerValue, isMoney } from "../../domain/answer.ts";
import { ofMainUnit } from "../../domain/money.ts";
import type { FieldSpec, ReadingContext, ServiceSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { hasPhrase, phraseAt, phrasesOf } from "../phrases.ts";
import type { Task } from "../requests.ts";
import { type Candidate, fits, hasUnit } from "../values/candidate.ts";
import { findCandidates } from "../values/candidates.ts";
import { cuesOf } from "../values/cues.ts";
import type { Span, Word } from "../words.ts";
import { takenBack } from "./taken-back.ts";

/** `replaced`: their old value is denied; `named`: the message names them; `old`: where old values stand. */
export type Hints = {
  readonly replaced: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
  readonly old: readonly Span[];
};

type Open = NonNullable<ReadingContext["open"]>;

export const corrections = phrasesOf(
  "اقصد|قصدي|اقصدي|كنت اقصد|نقصد|قصدنا|غلط|غلطت|غلطان|غلطانه|خطا|اخطات|اخطانا|عفوا|معليش|المعذره|اعتذر|لا مو|لا مش|لا لا|ولا اقولك|ولا اقولكم|لا اقولك|تصحيح|صحح|صححوا|صححها|بدل|بدال|بدلا|بل|الا|يجب ان يكون|يجب ان تكون|لازم يكون|لازم تكون|لازم يصير|لازم تصير|المفروض يكون|المفروض تكون|المفروض",
  "اجله|اجلها|اجلوه|اجلوها|اجلوا|ناجله|ناجلها|تاجلونه|تاجلونها|تاجلوه|تاجلوها|اخروه|اخروها|تاجل|تاجلت|اتاجل|اتاجلت|اتغير|اتغيرت|تغيرت|انتقل|رحلوها|رحلها|غير|غيروا|غيرها|غيره|غيري|نغير|تغيير|تغير|تغيرون|تعديل|عدل|عدلوا|عدلها|عدله|عدلي|نعدل|تعدلون|اغير|اغيره|اغيرها|اعدل|اعدله|اعدلها|ابدل|ابدله|ابي اغير|ابي اعدل|خليها|خليه|خلها|خله|خلوها|خلوه|خلي|خلوا|نخليها|نخليه|حط|حطها|حطه|حطوا|حطوها|اجعلها|اجعله|اجعلوا|اجعلوها|صار|صارت|مو كذا|مش كده|مش كدا|مو صحيح|مش صح|انسى اللي قلته|نسيت|لحظه|استنى|ناجل|ناجلها|ناجله|اجلوا|اجلوها|اجلها|اجله|تاجيل|اأجل|ااجل|نقدم|نقدمها|قدموها|قدمها|ننقل|ننقلها",
  "اسمي ناقص|الاسم ناقص|ناقص الاسم|my name is incomplete|the name is incomplete|name is incomplete|esmy na2es|esmy naqes|esmi na2es|esmi naqes|el esm na2es",
  "i meant|i mean|meant|sorry|must be|has to be|supposed to be|oops|my bad|correction|correct|wrong|mistake|typo|instead|actually|change|changed|make it|make that|rather|not|edit|update|replace|switch|swap|should be|should have been|should read|it should be|fix|wait|on second thought|let's do|lets do|scratch that|isn't|no longer|postpone|reschedule|moved it to|moved to|moved it|pushed it to|pushed to|changed it to|shifted to|move it|move the|push it|bring it forward",
  "2asdy|2asdi|a2sod|asdi|asdy|aqsod|agsid|agsod|8alat|ghalat|3'alat|mo|msh|mesh|mosh|badal|ghayer|ghayar|ghayyar|ghayir|ghayro|aghayer|agheyar|8ayer|8ayar|3adel|3adil|3addel|3adlo|a3adel|khaleeha|khaliha|khalliha|khalleeha|khaleha|5aleeha|5aliha|5alleeha|5aleha|khaleeh|khalih|5aleeh|5alih|khaly|5aly|khalli|5alli|7ot|7ott|7otaha|7otha|7ottaha|7oto|7otto|7atah|sa7e7",
);
const noes = new Set("لا لاا لالا كلا لاء لع لأ no nope nah nooo la laa la2 l2 naah".split(" "));
/** Between a field's name and its new value: «إلى», "to", "should be". */
export const towards = phrasesOf(
  "الى|الي|ل|لـ|ب|بـ|يكون|تكون|يصير|تصير|ليكون|لتكون|ليصير|هو|هي|خليه|خليها|to|be|to be|is|into|as|it's|its|should be|=|le|la|ela|ila|l|yekoon|yesir",
);

/** Do the words say that something said before is to be another way? */
export function saysCorrection({ words: all, parts }: Pick<Task, "words" | "parts">): boolean {
  // «من غير مكالمات» is "without calls", and changes nothing.
  const words = all.filter(({ key }, at) => !(key === "غير" && all[at - 1]?.key === "من"));
  if (words.length < 2) return false;
  return (
    parts.denied.length > 0 ||
    hasPhrase(corrections, words) ||
    words.some(({ key }) => changing.test(key)) ||
    words.slice(0, 2).some(isNo)
  );
}

/** «غيروها», «نعدله», «خليهم», «حطوا»: to change, to let be, to put, in any person. */
export const changing = /^[وف]?[انتي]?(?:غير|عدل|بدل|صحح|خل[يو]?|حط[يو]?)(?:وا?|ي)?(?:ها|ه|هم|لي|لنا)?$/;

export const isNo = ({ text, key }: Word): boolean => noes.has(text) || noes.has(key);

/** Which fields a correction is about, as far as its words tell. */
export function hintsOf(task: Task, spec: ServiceSpec, open: Open): Hints {
  const { words } = task;
  const candidates = candidatesOf(task, spec);
  const denied = deniedValues(task, spec);
  const named = new Set(fieldsNamed(words, spec).filter((name) => open.filled.includes(name)));
  const replaced = new Set<string>();
  const old: Span[] = [];
  candidates.forEach((candidate, n) => {
    const holding = holdersOf(candidate, spec, open);
    const next = candidates.slice(n + 1).find(({ type }) => type === candidate.type);
    // "change the city from Jeddah to Dammam", «النهارده اتأخرنا، خليها بكره»: the old value and the new one.
    const denies = (one: Span) => overlapsAny(one, denied);
    const replacing = next !== undefined && !denies(next) && changesBetween(words, candidate, next);
    const changed = next ? holding.filter((name) => named.has(name) || replacing) : [];
    const isDenied = denies(candidate);
    if (!isDenied && changed.length === 0) return;
    const meant = isDenied ? (holding.length > 0 ? holding : likelyOf(candidate, spec, open)) : changed;
    for (const name of meant) replaced.add(name);
    old.push(candidate);
  });
  return { replaced, named, old };
}

/** Does a word of change stand between the two? */
function changesBetween(words: readonly Word[], { end }: Span, { start }: Span): boolean {
  const between = words.filter((word) => word.start >= end && word.end <= start);
  return hasPhrase(corrections, between) || between.some(({ key }) => changing.test(key));
}

function candidatesOf({ text, words, context }: Task, spec: ServiceSpec): readonly Candidate[] {
  return findCandidates({ text, words, spec, moment: { now: context.now, zone: context.zone } });
}

/** What is denied: of two values of a kind right after one another («مو الخميس الجمعة») only the first. */
export function deniedValues(task: Task, spec: ServiceSpec): readonly Span[] {
  const { parts, text } = task;
  const slips = [
    ...(mayHaveSlipped(task.words) ? slipsOf(task, spec) : []),
    ...takenBack(task.text, task.words, () => candidatesOf(task, spec)),
  ];
  const greeting = [...greetingOf(task), ...slips, ...notToBe(task)];
  if (parts.denied.length === 0) return greeting;
  const candidates = candidatesOf(task, spec);
  const denied = parts.denied.map((span) => {
    const inside = candidates.filter(({ start, end }) => start >= span.start && end <= span.end);
    const [first, second] = inside;
    if (!first || !second) return span;
    const between = text.slice(first.end, second.start);
    // «مو ٣ وقابل للكسر»: what is joined on, and of another kind, is told.
    const ends = first.type === second.type ? /^\s*$/.test(between) : joins.test(text.slice(first.end));
    return ends ? { start: span.start, end: first.end } : span;
  });
  return [...greeting, ...denied];
}

const joins = /^\s*(?:[،,]\s*)?(?:و\p{L}{2}|(?:and|w)\s)/iu;

const mayHaveSlipped = (words: readonly Word[]): boolean =>
  hasPhrase(slipped, words) ||
  hasPhrase(meaning, words) ||
  hasPhrase(mistaken, words) ||
  words.some((word) => hasBecome(word));

/** «لا تتصلون الصبح», "don't call before 5": what is not to be done gives no hour and no day. */
function notToBe({ parts, text }: Task): readonly Span[] {
  return parts.forbidden.filter(({ start, end }) => verbal.test(text.slice(start, end)));
}

const verbal = /^(?:لا\s+ت[\u0620-\u064a]{3,}|(?:please )?(?:don'?t|do not|never)\s)/iu;

/** Said between a slip and what was meant, in the same breath. A single «لا» denies what follows («الجمعة لا السبت»). */
const slipped = phrasesOf(
  "لا لا|لا لأ|لا قصدي|لا اقصد|قصدي|اقصد|لا عفوا|عفوا|لا معليش|معليش|لا استني|لا استنى|بل|لا بل|غلط|no no|no wait|no sorry|i mean|i meant|sorry|wait|actually|scratch that|no make it|la la|la2 la2|2asdi|2asdy|asdi|asdy|agsid|aqsed",
);

/** «موبايلي.. لا لا سلام»: of two values of a kind with such words between them, and nothing else, the first was a slip. */
function slipsOf(task: Task, spec: ServiceSpec): readonly Span[] {
  const candidates = candidatesOf(task, spec);
  return candidates.filter((candidate, n) => {
    const next = candidates
      .slice(n + 1)
      .find(
        ({ type, field, start }) =>
          type === candidate.type && field === candidate.field && start >= candidate.end,
      );
    if (!next || JSON.stringify(next.value) === JSON.stringify(candidate.value)) return false;
    const between = task.words.filter((word) => word.start >= candidate.end && word.end <= next.start);
    if (between.length > 0 && between.length <= longestReason && hasPhrase(meaning, between.slice(-2)))
      return true;
    if (isReplaced(between)) return true;
    return between.length > 0 && between.length <= 4 && onlySlips(between);
  });
}

/** «0554482375، عفوًا عكست الرقمين الأخيرين: 0554482357», «هو بيقول ١١٠٠ بس كلمته ونزل لـ ١٠٥٠», «كانوا ٢ بقوا ٣»: told between the two. */
function isReplaced(between: readonly Word[]): boolean {
  if (between.length === 0 || between.length > longestReason) return false;
  if (between.some(({ text }) => alsoWords.test(text))) return false;
  return hasPhrase(mistaken, between) || between.some(hasBecome);
}
const hasBecome = ({ key, text }: Word): boolean => became.test(key) || became.test(text);
const mistaken = phrasesOf(
  "عفوا|عذرا|غلط|غلطت|اخطات|عكست|قلبت|لخبطت|تلخبطت|نسيت|لا استني|لحظه|sorry|oops|my bad|mistake|wrong|typo|swapped|mixed up|ghalat|8alat|3ksthom",
);
const alsoWords = /^(?:and|also|or|او|ولا|والا|كمان|ايضا|aw|wala|walla)$/;
/** It was the one, and is the other now. */
const became =
  /^[وف]?(?:نزل(?:ت|ه|ها|وا|ني)?|صار(?:ت|وا)?|بق(?:ي|ت|وا|ينا)|اصبح(?:ت)?|ارتفع(?:ت)?|انخفض(?:ت)?|became|dropped|lowered|nezel|nazal|nezl|ba2a|ba2et|ba2o|sar|saro)$/;

/** «الربع الرابع لم ينته بعد، أقصد الربع الثالث»: right before the value that is meant, whatever is told between the two. */
const meaning = phrasesOf(
  "يعني|ya3ni|that is|قصدي|اقصد|نقصد|قصدنا|المقصود|i mean|i meant|we mean|we meant|2asdy|2asdi|asdi|asdy|agsid|aqsed|aqsod|gasdi|8asdi",
);
const longestReason = 8;

/** Such words, with a small word before the value. */
function onlySlips(words: readonly Word[]): boolean {
  let index = 0;
  while (index < words.length) {
    const length =
      phraseAt(slipped, words, index) || (index > 0 && small.test(words[index]?.text ?? "") ? 1 : 0);
    if (length === 0) return false;
    index += length;
  }
  return true;
}

const small = /^(?:في|من|الي|ب|ل|يوم|الساعه|شركه|مدينه|on|at|in|to|from|the|a|it's|its|yom|el)$/;

/** «السلام عليكم» gives no value, though a company is called so: the words before what is said. */
function greetingOf({ parts }: Task): readonly Span[] {
  const start = parts.clauses[0]?.words[0]?.start;
  return parts.greeting && start !== undefined && start > 0 ? [{ start: 0, end: start }] : [];
}

/** The fields that hold this value. */
function holdersOf(candidate: Candidate, spec: ServiceSpec, { values }: Open): string[] {
  return spec.fields
    .filter((field) => fits(field, candidate) || isSumFor(field, candidate))
    .filter((field) => isSame(field, candidate, values?.[field.name]?.value))
    .map(({ name }) => name);
}

/** The filled field that alone could hold such a value, where none is known to. */
function likelyOf(candidate: Candidate, spec: ServiceSpec, { filled }: Open): string[] {
  const could = spec.fields.filter((field) => filled.includes(field.name) && fits(field, candidate));
  const counted = could.filter((field) => candidate.unit !== undefined && hasUnit(field, candidate.unit));
  const likely = counted.length > 0 ? counted : could.filter(({ take }) => take === "free");
  return likely.length === 1 ? likely.map(({ name }) => name) : [];
}

function isSame(field: FieldSpec, { value, unit }: Candidate, held: AnswerValue | undefined): boolean {
  if (held === undefined || value === undefined) return false;
  if (typeof value === "number" && typeof held === "number") {
    const scale = unit === undefined ? 1 : (field.scales?.[unit] ?? 1);
    return Math.abs(value * scale - held) < 1e-6;
  }
  if (typeof value === "number" && isMoney(held))
    return ofMainUnit(value, held.currency).amountMinor === held.amountMinor;
  return JSON.stringify(value) === JSON.stringify(held);
}

/** A bare number may be a sum said without its currency. */
const isSumFor = ({ type }: FieldSpec, candidate: Candidate): boolean =>
  type === "money" && candidate.type === "number" && candidate.unit === undefined;

/**
 * Names of fields that the words mention, for «غلط في العنوان»: the longest name wins where two share a word; the head of a name will
 * do («العنوان» for «عنوان الاستلام») where no whole name stands.
 */
export function fieldsNamed(words: readonly Word[], spec: ServiceSpec): string[] {
  const found = words.flatMap((_, index) => {
    // «نفس العدد» stays as it is, and «الوقت مو التاريخ» is not about the day.
    const before = words[index - 1];
    if (before && [before.text, before.key].some((word) => same.test(word) || denyingWords.has(word)))
      return [];
    const lengths = spec.fields.map((field) => ({
      field,
      length: phraseAt(cuesOf(field).names, words, index) || (isHead(field, words, index) ? 0.5 : 0),
    }));
    const most = Math.max(0, ...lengths.map(({ length }) => length));
    const longest = most === 0 ? [] : lengths.filter(({ length }) => length === most);
    return longest.map(({ field, length }) => ({ name: field.name, whole: length >= 1 }));
  });
  const whole = found.filter((one) => one.whole);
  return [...new Set((whole.length > 0 ? whole : found).map(({ name }) => name))];
}

/** «العنوان» will do for «عنوان الاستلام»; «رقم المخالفة» is no other number. */
function isHead(field: FieldSpec, words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (!word || !cuesOf(field).heads.has(bare(word.key))) return false;
  const isOther = numberOf.test(word.key) && /^ال[\u0620-\u064a]{3,}/.test(next?.key ?? "");
  return !isOther;
}

const numberOf = /^[وبفل]?(?:رقم|نمره|كود|رمز)$/;

const same = /^(?:نفس|بنفس|وبنفس|ونفس|same|nafs|nefs)$/;

const bare = (word: string): string => word.replace(/^[وبفل]?ال/, "");
