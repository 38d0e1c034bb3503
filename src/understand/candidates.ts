/**
 * Every value that a message might give to a form: what the finders of `language/` see, in the type that an answer has. Longer and
 * surer readings win over what lies inside them: the digits of a phone are no weight.
 */
import type { AnswerType, AnswerValue } from "../domain/answer.ts";
import type { BadReason, FieldSpec, ServiceSpec } from "../domain/understanding.ts";
import { findAddresses, findShortAddresses } from "../language/addresses.ts";
import { findBodies } from "../language/bodies.ts";
import { findCompanions } from "../language/companions.ts";
import { findDates } from "../language/dates.ts";
import { findDurations } from "../language/durations.ts";
import type { Found, Moment } from "../language/found.ts";
import { findEstablishmentNumbers, findIbans, findNationalIds, type IdReading } from "../language/ids.ts";
import { findMoney } from "../language/money.ts";
import { lengthOfBasis } from "../language/money-basis.ts";
import { findNumbers } from "../language/numbers.ts";
import { findPeriods } from "../language/periods.ts";
import { findPhones } from "../language/phones.ts";
import { findPlaces } from "../language/places.ts";
import { findTimes } from "../language/times.ts";
import { findUrls } from "../language/urls.ts";
import { findVagueDays } from "../language/vague-days.ts";
import { findCodes } from "./codes.ts";
import { findKnown } from "./known-values.ts";
import { findOptions, findTraits } from "./options.ts";
import type { Word } from "./words.ts";

/**
 * A value and the words it stands on. `field`: only that field can hold it (a choice's option). `unit`: the noun that a number counts.
 * `until`: the end of a range of dates or times.
 */
export type Candidate = {
  readonly type: AnswerType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value?: AnswerValue;
  readonly bad?: BadReason;
  readonly unit?: string;
  readonly until?: string;
  readonly field?: string;
  /** No number is written: the noun alone counts («ليلة», "a room"). */
  readonly implied?: true;
  /** It goes on with a count right before it: "2 adults and a child". */
  readonly joined?: true;
  /** The name of a public body: for the fields that hold one, and no others. */
  readonly body?: true;
};

export type Reading = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly spec: ServiceSpec;
  readonly moment: Moment;
};

type Finder = (reading: Reading) => readonly Candidate[];

/** Surest first: what a finder takes, those after it don't see. */
const finders: readonly (readonly [readonly AnswerType[], Finder])[] = [
  [["url"], ({ text }) => findUrls(text).map((found) => ({ ...found, type: "url" as const }))],
  [["text"], findCodes],
  [["iban"], ({ text }) => ids("iban", findIbans(text))],
  [["national_id"], ({ text }) => ids("national_id", findNationalIds(text))],
  [["establishment_number"], ({ text }) => ids("establishment_number", findEstablishmentNumbers(text))],
  [["text"], findShorts],
  [["text"], ({ text, words, spec }) => findKnown(text, words, spec)],
  [["text"], findPeriodValues],
  [["text"], findBodyNames],
  [["phone"], findPhoneValues],
  [["money"], findMoneyValues],
  [["date"], findDateValues],
  [["time"], findTimeValues],
  [["place"], findPlaceValues],
  [["address"], ({ text }) => findAddresses(text).map((found) => ({ ...found, type: "address" as const }))],
  [
    ["duration"],
    ({ text }) =>
      findDurations(text).map((found) => ({ ...found, type: "duration" as const, value: found.value.iso })),
  ],
  [["number", "integer", "money"], findCounted],
  [["integer"], findCompany],
  [["choice"], ({ words, spec, text }) => findOptions(text, words, spec)],
  [["yes_no"], ({ words, spec, text }) => findTraits(text, words, spec)],
];

/** A message with more values than this is a list for a person: each value costs a look at every field. */
const mostCandidates = 64;

/** The candidates for the fields of a form, in order of mention. */
export function findCandidates(reading: Reading): readonly Candidate[] {
  if (!last || !isSame(last.reading, reading)) last = { reading, found: readCandidates(reading) };
  return last.found;
}

/** A message against an open form is looked at several times: for what is denied, corrected, asked, and else. */
let last: { readonly reading: Reading; readonly found: readonly Candidate[] } | undefined;

function isSame(one: Reading, other: Reading): boolean {
  const { now, zone } = other.moment;
  return (
    one.text === other.text && one.spec === other.spec && one.moment.now === now && one.moment.zone === zone
  );
}

function readCandidates(reading: Reading): Candidate[] {
  const wanted = new Set(reading.spec.fields.map(({ type }) => type));
  const found: Candidate[] = [];
  for (const [types, find] of finders) {
    if (!types.some((type) => wanted.has(type)) && !alwaysRead.has(types[0] as AnswerType)) continue;
    if (found.length >= mostCandidates) break;
    for (const candidate of find(reading).slice(0, mostCandidates))
      if (!found.some((other) => clash(candidate, other))) found.push(candidate);
  }
  const inOrder = found.filter((one) => !leadsTo(one, found)).sort((a, b) => a.start - b.start);
  return inOrder.map((one) => (isList(reading.text, one, inOrder) ? { ...one, joined: true } : one));
}

function isList(text: string, one: Candidate, all: readonly Candidate[]): boolean {
  if (one.type !== "number" || one.unit === undefined) return false;
  return all.some(
    (other) => other.type === "number" && other.unit !== undefined && isJoined(text, other, one),
  );
}

/** Does the second value stand right behind the first, with nothing but «و», "and", "plus" or a comma between them? */
export function isJoined(
  text: string,
  { end }: Pick<Candidate, "end">,
  { start }: Pick<Candidate, "start">,
): boolean {
  return (
    start >= end && /^\s*(?:و|and|&|\+|plus|w|we|,|،)?\s*$/i.test(text.slice(end, start)) && start - end < 8
  );
}

/** Read even when no field wants them, so that their digits are not taken for something else. */
const alwaysRead: ReadonlySet<AnswerType> = new Set<AnswerType>([
  "phone",
  "date",
  "time",
  "money",
  "national_id",
]);

/** «يوم» before «الثلاثاء», «ليلة» before «الجمعة» is no count of its own. */
function leadsTo({ implied, end }: Candidate, found: readonly Candidate[]): boolean {
  return (
    implied === true && found.some(({ type, start }) => type === "date" && start >= end && start - end <= 2)
  );
}

/** A choice may share its words with a number («غرفة لشخصين»), an address its city with a place; all else may not overlap. */
function clash(a: Candidate, b: Candidate): boolean {
  if (a.start >= b.end || b.start >= a.end || a.type === "choice" || b.type === "choice") return false;
  return !(a.type === "address" && b.type === "place");
}

function ids(type: AnswerType, found: readonly Found<IdReading>[]): Candidate[] {
  return found.map(({ value, start, end, text }) => ({
    ...{ type, start, end, text },
    ...(value.type === "id" ? { value: value.id } : { bad: "bad_checksum" as const }),
  }));
}

/** Short national addresses, for the field that holds nothing else. */
function findShorts({ text, spec }: Reading): Candidate[] {
  const field = spec.fields.find(({ format }) => format === "short_national_address");
  return field
    ? findShortAddresses(text).map((found) => ({ ...found, type: "text" as const, field: field.name }))
    : [];
}

/** Periods of accounts, for the field that they are asked for. */
function findPeriodValues({ text, spec }: Reading): Candidate[] {
  const field = spec.fields.find(({ finds }) => finds === "period");
  return field
    ? findPeriods(text).map((found) => ({ ...found, type: "text" as const, field: field.name }))
    : [];
}

function findBodyNames({ text, spec }: Reading): Candidate[] {
  if (!spec.fields.some(({ format }) => format === "body")) return [];
  return findBodies(text).map((found) => ({ ...found, type: "text" as const, body: true as const }));
}

function findPhoneValues({ text: whole }: Reading): Candidate[] {
  return findPhones(whole).map(({ value, start, end, text }) => ({
    ...{ type: "phone" as const, start, end, text },
    ...(value.type === "phone" ? { value: value.e164 } : { bad: "bad_phone" as const }),
  }));
}

function findDateValues({ text: whole, moment }: Reading): Candidate[] {
  const dates = findDates(whole, moment).filter(
    ({ start, text }) => !isPerNight(text, whole.slice(0, start)),
  );
  if (dates.length === 0)
    return findVagueDays(whole).map(({ start, end, text }) => ({
      ...{ type: "date" as const, start, end, text },
      bad: "vague_date" as const,
    }));
  return dates.map(({ value, start, end, text }) => {
    const where = { type: "date" as const, start, end, text };
    if (value.type === "ambiguous") return { ...where, bad: "ambiguous_weekday" as const };
    if (value.type === "impossible") return { ...where, bad: value.reason };
    return { ...where, value: value.date, ...(value.until !== undefined && { until: value.until }) };
  });
}

function findMoneyValues({ text: whole }: Reading): Candidate[] {
  return findMoney(whole).map(({ value, start, end }) => {
    const to = value.basis === undefined ? end : end + lengthOfBasis(whole.slice(end, end + longestBasis));
    return { type: "money", start, end: to, text: whole.slice(start, to), value: value.money };
  });
}

function findTimeValues({ text: whole, moment }: Reading): Candidate[] {
  return findTimes(whole, moment).map(({ value, start, end, text }) => ({
    ...{ type: "time" as const, start, end, text, value: value.time },
    ...(value.until !== undefined && { until: value.until }),
  }));
}

/** What a sum is for belongs to its words: «٣٠٠ ريال لليلة». */
const longestBasis = 40;

/** «بكام الليلة»: the night as a measure of price, not tonight. */
function isPerNight(text: string, before: string): boolean {
  return /^الليل[ةه]$/.test(text) && /(?:كم|كام|سعر|ريال|\d)\s*(?:في|ب)?\s*$/.test(before.slice(-20));
}

function findPlaceValues({ text }: Reading): Candidate[] {
  return findPlaces(text).map(({ value, start, end, text: words }) => ({
    type: "place",
    value: value.en,
    start,
    end,
    text: words,
  }));
}

function findCounted({ text, spec, words }: Reading): Candidate[] {
  const units = unitsOf(spec);
  return findNumbers(text, units).flatMap(({ value, start, end, text: said }) => {
    const implied =
      value.unit !== undefined &&
      value.number === 1 &&
      isNounAlone(said, value.unit) &&
      !/[\d٠-٩۰-۹]/.test(said);
    if (value.number === 1 && !/\d/.test(said) && isWhole(words, start)) return [];
    const unit = value.unit ?? unitBehindHyphen(text, end, words, units) ?? timeBehind(words, end);
    const candidate = { type: "number" as const, value: value.number, start, end, text: said };
    return [{ ...candidate, ...(unit !== undefined && { unit }), ...(implied && { implied }) }];
  });
}

/** «ليلة», "a room", «بطاقات هدايا»: the noun itself, with no number word beside it. */
function isNounAlone(said: string, unit: string): boolean {
  const words = (text: string) => text.trim().split(/\s+/).length;
  return words(said.replace(/^an? /i, "")) <= words(unit);
}

/** «انا وزوجتي» counts in the form's own noun for people. */
function findCompany(reading: Reading): Candidate[] {
  const { text, spec } = reading;
  const unit = unitsOf(spec).find((one) => /^(?:شخص|person|guest)$/.test(one));
  if (unit === undefined) return [];
  const [company] = findCompanions(text);
  if (!company) return [];
  // «انا وزوجتي وطفلين»: children that the form counts are counted there.
  const counted = findCounted(reading).find(
    ({ start, end, unit: noun }) => noun !== undefined && start > company.start && end <= company.end,
  );
  const found = counted ? findCompanions(text.slice(0, counted.start)) : [company];
  return found.map((one) => ({ ...one, type: "number" as const, unit }));
}

const units = new WeakMap<ServiceSpec, readonly string[]>();

/** One array a service, always the same: the finder keeps an index of it. */
function unitsOf(spec: ServiceSpec): readonly string[] {
  const known = units.get(spec);
  if (known) return known;
  const all = spec.fields.flatMap((field) => [...field.units, ...Object.keys(field.scales ?? {})]);
  units.set(spec, all);
  return all;
}

/** «لليلة», «الليلة»: the night as a measure of price, not one night. */
function isWhole(words: readonly Word[], start: number): boolean {
  return words.some((word) => word.start <= start && word.end > start && /^(?:و?ال|لل)/.test(word.text));
}

/** «عشر أيام» counts days also where no question does: it is no count of people. */
function timeBehind(words: readonly Word[], end: number): string | undefined {
  const next = words.find(({ start }) => start >= end);
  return next && times.test(next.key) && next.start - end <= 1 ? "day" : undefined;
}

const times =
  /^(?:يوم|ايام|ليال|ليالي|اسبوع|اسابيع|شهر|شهور|اشهر|سنه|سنين|سنوات|ساعه|ساعات|دقيقه|دقايق|days?|weeks?|months?|years?|hours?|minutes?|nights?)$/;

/** "3-star", "2-bedroom". */
function unitBehindHyphen(
  text: string,
  end: number,
  words: readonly Word[],
  units: readonly string[],
): string | undefined {
  if (text.charAt(end) !== "-") return undefined;
  const word = words.find(({ start }) => start === end + 1);
  return units.find((unit) => unit === word?.text);
}

/** Can this field hold the candidate? A number answers both kinds of number; a whole one is checked later. */
export function fits(field: FieldSpec, candidate: Candidate): boolean {
  if (candidate.field !== undefined) return candidate.field === field.name;
  if (candidate.body || field.format === "body") return candidate.body === true && field.format === "body";
  if (candidate.type === "number") {
    const isListed = candidate.joined && field.partOf !== undefined;
    if (candidate.implied && !isListed && field.take === "with_cue") return false;
    const counted = candidate.unit === undefined || hasUnit(field, candidate.unit);
    return (field.type === "number" || field.type === "integer") && counted;
  }
  return field.type === candidate.type;
}

/** Does the field count in this noun? */
export function hasUnit(field: FieldSpec, unit: string): boolean {
  return field.units.includes(unit) || (field.scales !== undefined && unit in field.scales);
}
