/**
 * Gives the values of a message to the fields of a form: each span to at most one field, by unit, by the cue before or behind it, by
 * the question that is open, by order of mention where that is beyond doubt. A value that could be two fields' is nobody's: the
 * office asks.
 */
import type { AnswerType, AnswerValue } from "../domain/answer.ts";
import type {
  BadField,
  BadReason,
  FieldSpec,
  ReadField,
  ReadFields,
  ServiceSpec,
} from "../domain/understanding.ts";
import type { Moment } from "../language/found.ts";
import { isMobile } from "../language/phones.ts";
import { type Candidate, findCandidates, fits, hasUnit, isJoined } from "./candidates.ts";
import type { Hints } from "./correction.ts";
import { countBehind, countsOf } from "./counts.ts";
import { type Around, aroundOf, cueStrength, cuesOf, startWithCue, strength } from "./cues.ts";
import { isMainThing } from "./main-thing.ts";
import { settleOpenLists } from "./open-list.ts";
import { findTexts } from "./texts.ts";
import { isPast, isTold, saidTwice } from "./told-days.ts";
import type { Span, Word } from "./words.ts";

export type Extraction = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly spec: ServiceSpec;
  readonly moment: Moment;
  /** Words that are denied give no value. */
  readonly denied: readonly Span[];
  /** Only values inside are taken. Default: the whole text. */
  readonly span?: Span;
  /** The open question: what could answer it, does. */
  readonly asked?: string;
  /** Fields that already have a value: a correction goes to them first, a bare value to the others. */
  readonly filled?: readonly string[];
  readonly correcting?: Hints;
  /** What the filled fields hold, where that is known. */
  readonly values?: Readonly<Record<string, { readonly value: AnswerValue }>>;
  /** Only words that speak for a field count, not that it is the only one of its type. */
  readonly cuesOnly?: boolean;
  /** Options of open lists are read by their names alone, not by likeness to what people say. */
  readonly byName?: boolean;
  /** Only values of these types are taken. */
  readonly types?: ReadonlySet<AnswerType>;
};

export type Extracted = {
  readonly fields: ReadFields;
  readonly bad: Readonly<Record<string, BadField>>;
  /** Spans of the values with the cues that lead to them. */
  readonly used: readonly Span[];
  /** Candidates that no field got. */
  readonly left: readonly Candidate[];
};

type Pair = { readonly candidate: Candidate; readonly field: FieldSpec; readonly score: number };
type Given = Map<FieldSpec, Candidate>;

/** Scores above the cues' own: a unit names its field, an open question waits for an answer of its type. */
const byUnit = 5;
/** Where from and where to are easily confused: an address needs its cue right before it. */
const surely = 2.8;
const byQuestion = 3;
const byOwnWords = 4.5;
/** A cue at most a word or two away. */
const leastCue = 2;
/** A correction that denies a field's old value gives it a new one; one that names a field speaks of it above its neighbours. */
const byDenial = 5.2;
const byName = 1.7;

/** All values that the message gives to the form. */
export function extractFields(extraction: Extraction): Extracted {
  const open = findCandidates(extraction).filter((candidate) => isOpen(candidate, extraction));
  const candidates = settleOpenLists(open, extraction);
  const given: Given = new Map();
  for (const { candidate, field } of pairsOf(candidates, extraction)) {
    if (!given.has(field) && ![...given.values()].includes(candidate)) given.set(field, candidate);
  }
  if (!extraction.cuesOnly) {
    giveFree(candidates, given, extraction);
    giveBareNumber(candidates, given, extraction);
  }
  giveRangeEnds(given, extraction);
  giveParts(given, extraction);
  for (const [field, text] of textsFor(candidates, given, extraction)) {
    // «ما تشحن رصيد» is what is wrong, and asks for no «رصيد».
    if (field.trouble) for (const inside of textsIn(text, given)) given.delete(inside);
    given.set(field, text);
  }
  giveCounts(candidates, given, extraction);
  return settle(given, candidates, extraction);
}

/** Fields whose well-known words stand inside this text. */
function textsIn({ start, end }: Span, given: Given): FieldSpec[] {
  return [...given].flatMap(([field, one]) =>
    field.type === "text" && one.start < end && one.end > start ? [field] : [],
  );
}

function isOpen({ type, start, end }: Candidate, { denied, span, types, correcting }: Extraction): boolean {
  if (types && !types.has(type)) return false;
  if (span && (start < span.start || end > span.end)) return false;
  const isIn = (no: Span) => start < no.end && end > no.start;
  return !denied.some(isIn) && !correcting?.old.some(isIn);
}

/** Every candidate with every field that words speak for, the surest first; in doubt, in order of mention. */
function pairsOf(candidates: readonly Candidate[], extraction: Extraction): Pair[] {
  const pairs = candidates.flatMap((candidate, n) => {
    const city = cityBefore(candidates, n, extraction.text);
    const earlier = candidates.slice(0, city ? candidates.indexOf(city) : n);
    const before = earlier.findLast((one) => !isOfOpenList(one, extraction.spec));
    const span = city ? { start: city.start, end: candidate.end } : candidate;
    const around = aroundOf(extraction.words, span, before?.end ?? 0);
    return extraction.spec.fields
      .filter((field) => fits(field, candidate) || (field.type === "money" && isSum(candidate)))
      .map((field) => ({ candidate, field, score: scoreOf(candidate, field, around, extraction) }))
      .filter(({ score }) => score > 0);
  });
  return pairs.sort((a, b) => b.score - a.score || a.candidate.start - b.candidate.start);
}

/** «من الرياض حي الملقا»: what leads to the city leads to the address right behind it. */
function cityBefore(candidates: readonly Candidate[], n: number, text: string): Candidate | undefined {
  const address = candidates[n];
  if (address?.type !== "address") return undefined;
  const city = candidates.slice(0, n).findLast(({ type }) => type === "place");
  return city && /^[\s,،-]*$/.test(text.slice(city.end, address.start)) ? city : undefined;
}

/** An open list's option may stand on a cue: «إقامتي تنتهي ١٥ رجب» names the paper and leads to the day. */
function isOfOpenList({ field }: Candidate, { fields }: ServiceSpec): boolean {
  return field !== undefined && fields.some(({ name, hasFacts }) => hasFacts && name === field);
}

function scoreOf(candidate: Candidate, field: FieldSpec, around: Around, extraction: Extraction): number {
  const near = cueStrength(field, around);
  // Whom something is for leads to a place; a number needs its cue beside it.
  const said = candidate.type === "number" && near <= strength.far ? 0 : near;
  // «نأجلها للسبت» moves the beginning: of a correction «ل» is "to"; an end is named («لين السبت»).
  const cue = extraction.correcting && said === strength.prefix && endsRange(field) ? 0 : said;
  const preference = preferenceOf(field, extraction);
  // «تدفعون عني ٣٤٥»: a sum without its currency needs its cue near, and yields to a count.
  if (field.type === "money" && candidate.type === "number") {
    if (extraction.correcting?.replaced.has(field.name)) return byDenial + 0.1 * cue;
    return cue >= leastCue ? cue - 0.5 : 0;
  }
  if (candidate.field === field.name) return byOwnWords + cue;
  if (candidate.unit !== undefined && hasUnit(field, candidate.unit)) return byUnit + cue + preference;
  if (extraction.correcting?.replaced.has(field.name)) return byDenial + 0.1 * cue;
  if (extraction.correcting?.named.has(field.name)) return Math.max(cue, surely) + preference;
  const isAsked = extraction.asked === field.name && !extraction.correcting;
  // Of two values the one that its own words lead to answers the question: "from Olaya Riyadh to my office in Jeddah".
  if (cue >= (field.type === "address" ? surely : 0) && cue > 0)
    return Math.max(cue + preference, isAsked ? byQuestion + 0.1 : 0);
  return isAsked ? byQuestion : 0;
}

/** A correction goes to what the form already holds, and first of all to what it names. */
function preferenceOf({ name }: FieldSpec, { correcting, filled }: Extraction): number {
  if (!correcting || !filled?.includes(name)) return 0;
  return correcting.named.has(name) ? byName : 0.5;
}

/**
 * Without words that speak for a field: the only candidate of its type goes to the only free field, or to the customer's own one of
 * several; as many candidates as fields go in order. Never numbers, names and words: too many things are a number.
 */
function giveFree(candidates: readonly Candidate[], given: Given, extraction: Extraction): void {
  const { spec, filled = [], correcting } = extraction;
  for (const type of freeTypes) {
    const taken = new Set(given.values());
    const left = candidates.filter(
      (candidate) =>
        candidate.type === type && !taken.has(candidate) && !isPast(candidate, extraction.moment),
    );
    const said = type === "date" ? saidTwice(left) : left;
    const had = ({ name }: FieldSpec) => filled.includes(name) === (correcting !== undefined);
    const fields = spec.fields.filter((field) => field.type === type && had(field) && !given.has(field));
    const free = fields.filter(({ take }) => take === "free");
    giveInOrder(said, free, given);
    if (correcting && free.length === 0) giveInOrder(said, fields, given);
  }
  giveBodies(candidates, given, extraction);
}

/** «بين وزارة الصحة وأمانة الرياض»: two bodies for two questions, in their order. */
function giveBodies(candidates: readonly Candidate[], given: Given, { spec, filled = [] }: Extraction): void {
  const taken = new Set(given.values());
  const left = candidates.filter((candidate) => candidate.body && !taken.has(candidate));
  const fields = spec.fields.filter(
    (field) => field.format === "body" && !given.has(field) && !filled.includes(field.name),
  );
  if (left.length === fields.length) giveInOrder(left, fields, given);
}

/**
 * A number that counts nothing said is, in a correction, the new value of the only number that the form holds («لا خليهم اتنين»); in a
 * request it is the number that everybody is asked for, where the form asks for no other and for no thing that may hold one («عايز اتنين»).
 */
function giveBareNumber(candidates: readonly Candidate[], given: Given, extraction: Extraction): void {
  const { spec, filled = [], correcting, types } = extraction;
  if (!correcting && spec.fields.some(isMainThing)) return;
  const taken = [...given.values()];
  const bare = candidates.filter(
    ({ type, unit, start, end }) =>
      type === "number" && unit === undefined && !taken.some((one) => start < one.end && end > one.start),
  );
  const isNumber = ({ type }: FieldSpec) => type === "number" || type === "integer";
  const numbers = spec.fields.filter(isNumber);
  const [only] = bare;
  const isSumToo = ({ type }: FieldSpec) => type === "money" && only !== undefined && isSum(only);
  const fields = correcting
    ? spec.fields.filter((one) => filled.includes(one.name) && (isNumber(one) || isSumToo(one)))
    : numbers.filter(({ required, name }) => required && numbers.length === 1 && !filled.includes(name));
  const [field] = fields;
  if (!only || bare.length > 1 || !field || fields.length > 1) return;
  if (!given.has(field) && (!types || types.has(field.type))) given.set(field, only);
}

/** Fewer of a currency's whole units are a count of something. */
const leastSum = 10;
const isSum = ({ type, unit, value, implied }: Candidate): boolean =>
  type === "number" && unit === undefined && !implied && typeof value === "number" && value >= leastSum;

function giveInOrder(left: readonly Candidate[], fields: readonly FieldSpec[], given: Given): void {
  const own = fields.filter(isCustomers);
  if (left.length === fields.length)
    for (const [n, candidate] of left.entries()) given.set(fields[n] as FieldSpec, candidate);
  else if (left.length === 1 && own.length === 1) given.set(own[0] as FieldSpec, left[0] as Candidate);
}

const freeTypes = [
  "place",
  "date",
  "time",
  "duration",
  "phone",
  "money",
  "national_id",
  "establishment_number",
  "iban",
  "url",
] as const;

/** The field of whoever writes: its cues speak in the first person («رقمي», "my number"). */
function isCustomers(field: FieldSpec): boolean {
  const { phrases } = cuesOf(field);
  return ["رقمي", "جوالي", "my"].some((word) => phrases.has(word));
}

/** «من ٣ إلى ٦ ديسمبر» gives the first date to its field and the second to the one that an end leads to. */
function giveRangeEnds(given: Given, { spec, correcting, filled = [], values }: Extraction): void {
  for (const [field, candidate] of [...given]) {
    if (candidate.until === undefined) continue;
    // "change it from Monday to Tuesday": the old value and the new one, where the form held the first or knows no end.
    const isOld = values?.[field.name]?.value === candidate.value;
    const hasEnd = spec.fields.some((other) => filled.includes(other.name) && endsRange(other));
    if (correcting && (isOld || !hasEnd)) {
      given.set(field, { ...candidate, value: candidate.until });
      continue;
    }
    const end = spec.fields.find(
      (other) => other !== field && other.type === field.type && !given.has(other) && endsRange(other),
    );
    if (!end) continue;
    const { until, ...rest } = candidate;
    given.set(end, { ...rest, value: until });
  }
}

/** «شخصين وطفلين»: two people and two children beside them are parts of one number, not the whole and a part of it. */
function giveParts(given: Given, { spec, text, filled = [] }: Extraction): void {
  for (const [part, candidate] of [...given]) {
    if (part.partOf === undefined) continue;
    const [whole, before] = [...given].find(([{ name }]) => name === part.partOf) ?? [];
    const others = spec.fields.filter((field) => field.partOf === part.partOf && field !== part);
    const [other] = others;
    if (!whole || !before || !other || others.length > 1 || given.has(other)) continue;
    if (filled.includes(other.name) || !isJoined(text, before, candidate)) continue;
    given.delete(whole);
    given.set(other, before);
  }
}

/** Is a field led to by the words that end a range? */
function endsRange(field: FieldSpec): boolean {
  const { phrases } = cuesOf(field);
  return ["until", "حتي", "الي"].some((word) => phrases.has(word));
}

/** Texts behind cues, for the fields that have no value yet; a value that nobody got is no text either. */
function textsFor(
  candidates: readonly Candidate[],
  given: Given,
  extraction: Extraction,
): [FieldSpec, Candidate][] {
  const { types, spec } = extraction;
  const open = spec.fields.filter((field) => !given.has(field) && (!types || field.type === "person_name"));
  const got = new Set(given.values());
  // A noun that counts nothing («شنطة هدوم») is no value: what stands behind it is the thing.
  const nouns = candidates.filter((one) => one.implied && !got.has(one));
  const others = candidates.filter((one) => isTaken(one) && !nouns.includes(one));
  const [chosen, rest] = [true, false].map(
    (isChoice) => new Map([...given].filter(([{ type }]) => (type === "choice") === isChoice)),
  ) as [Given, Given];
  const taken = [...takenSpans(rest, extraction), ...others];
  const choices = takenSpans(chosen, extraction);
  const known = [...given.values()].filter(({ type, field }) => type === "text" && field !== undefined);
  return findTexts(extraction, open, {
    ...{ taken, choices, known, nouns },
    lines: [...choices, ...candidates.filter(({ type }) => type === "phone")],
    chosen: new Map([...chosen].map(([{ name }, candidate]) => [name, [candidate]])),
    counted: countedSpans(given),
  });
}

/** "three shirts": the number before a text's words, or at their beginning, goes to the field that counts them. */
function giveCounts(
  candidates: readonly Candidate[],
  given: Given,
  { spec, text, words, filled = [] }: Extraction,
): void {
  for (const field of spec.fields) {
    const [counted, thing] = [...given].find(([{ name }]) => name === field.counts) ?? [];
    if (!counted || !thing || given.has(field) || filled.includes(field.name)) continue;
    const free = candidates.filter((one) => one.type === "number" && one.unit === undefined && !one.implied);
    const left = free.filter((one) => ![...given.values()].includes(one));
    const found = countsOf(text, thing, left, [...given.values()]);
    const behind = found ? undefined : countBehind(text, words, thing, left);
    const count = found ?? behind?.number;
    if (count) given.set(field, count);
    if (behind?.inside) given.set(counted, upTo(thing, behind.number.start));
  }
}

/** A text's words before `end`, without what parts them. */
function upTo(thing: Candidate, end: number): Candidate {
  const text = thing.text.slice(0, end - thing.start).replace(/[\s,،]+$/, "");
  return { ...thing, text, value: text, end: thing.start + text.length };
}

/** Numbers alone may be part of a name ("Four Seasons", "iPhone 15"), a choice's words of anything. */
function isTaken({ type, unit }: Candidate): boolean {
  return type !== "choice" && !(type === "number" && unit === undefined);
}

/** Amounts and traits: what is counted, or has the trait, stands right behind them. */
function countedSpans(given: Given): Span[] {
  return [...given.values()].filter(({ type, unit }) => unit !== undefined || type === "yes_no");
}

function takenSpans(given: Given, { words }: Extraction): Span[] {
  return [...given].map(([field, candidate]) => ({
    start: Math.min(candidate.start, startWithCue(field, candidate, words)),
    end: candidate.end,
  }));
}

/** Checks each value against its field's limits: what cannot stand is told, not dropped. */
function settle(given: Given, candidates: readonly Candidate[], extraction: Extraction): Extracted {
  const fields: Record<string, ReadField> = {};
  const bad: Record<string, BadField> = {};
  for (const [field, candidate] of given) {
    const { start, end, text } = candidate;
    if (isTold(field, candidate, extraction)) continue;
    const { value, reason } =
      field.future && isPast(candidate, extraction.moment)
        ? { reason: "in_the_past" as const }
        : valueFor(field, candidate);
    if (reason) bad[field.name] = { text, start, end, reason };
    else if (value !== undefined) fields[field.name] = { value, text, start, end };
  }
  const taken = new Set(given.values());
  return {
    fields,
    bad,
    used: takenSpans(given, extraction),
    left: candidates.filter((one) => !taken.has(one)),
  };
}

function valueFor(
  field: FieldSpec,
  candidate: Candidate,
): { readonly value?: AnswerValue; readonly reason?: BadReason } {
  const { value, bad, unit } = candidate;
  if (bad) return { reason: bad };
  if (value === undefined) return {};
  if (field.mobile && typeof value === "string" && !isMobile(value)) return { reason: "not_mobile" };
  if (typeof value !== "number") return { value };
  // Sums are kept in the smallest unit of the office's own money.
  if (field.type === "money") return { value: { amountMinor: Math.round(value * 100), currency: "SAR" } };
  const scale = unit === undefined || field.units.includes(unit) ? 1 : (field.scales?.[unit] ?? 1);
  const scaled = Number((value * scale).toFixed(6));
  const { min, max, above } = field;
  if (field.type === "integer" && !Number.isInteger(scaled)) return { reason: "not_whole" };
  if ((min !== undefined && scaled < min) || (above !== undefined && scaled <= above))
    return { reason: "too_small" };
  return max !== undefined && scaled > max ? { reason: "too_big" } : { value: scaled };
}
