/** What the finders of `language/` see, as values of the types that answers have. */
import type { AnswerType } from "../../domain/answer.ts";
import { findDates } from "../../language/days/dates.ts";
import { findPeriods } from "../../language/days/periods.ts";
import { findVagueDays } from "../../language/days/vague-days.ts";
import type { Found } from "../../language/found.ts";
import { findMoney } from "../../language/money/money.ts";
import { lengthOfBasis } from "../../language/money/money-basis.ts";
import { findBodies } from "../../language/people/bodies.ts";
import type { IdReading } from "../../language/people/ids.ts";
import { findPhones } from "../../language/people/phones.ts";
import { findShortAddresses } from "../../language/places/addresses.ts";
import { findTowns } from "../../language/places/regions.ts";
import { denyingPattern } from "../../language/replies/denials.ts";
import { addDays } from "../../language/times/clock.ts";
import { findTimes } from "../../language/times/times.ts";
import { type Candidate, nobodys, type Reading } from "./candidate.ts";
import { isToldPart } from "./told-times.ts";

/** Numbers with a checksum: those that fail it are told. */
export function ids(type: AnswerType, found: readonly Found<IdReading>[]): Candidate[] {
  return found.map(({ value, start, end, text }) => ({
    ...{ type, start, end, text },
    ...(value.type === "id" ? { value: value.id } : { bad: "bad_checksum" as const }),
  }));
}

/** Short national addresses, for the field that holds nothing else. */
export function findShorts({ text, spec }: Reading): Candidate[] {
  const field = spec.fields.find(({ format }) => format === "short_national_address");
  return field
    ? findShortAddresses(text).map((found) => ({ ...found, type: "text" as const, field: field.name }))
    : [];
}

/** Periods of accounts, for the field that they are asked for. */
export function findPeriodValues({ text, spec }: Reading): Candidate[] {
  const field = spec.fields.find(({ finds }) => finds === "period");
  return field
    ? findPeriods(text).map((found) => ({ ...found, type: "text" as const, field: field.name }))
    : [];
}

export function findBodyNames({ text, spec }: Reading): Candidate[] {
  if (!spec.fields.some(({ format }) => format === "body")) return [];
  return findBodies(text).map((found) => ({ ...found, type: "text" as const, body: true as const }));
}

export function findPhoneValues({ text: whole }: Reading): Candidate[] {
  return findPhones(whole).map(({ value, start, end, text }) => ({
    ...{ type: "phone" as const, start, end, text },
    ...(value.type === "phone" ? { value: value.e164 } : { bad: "bad_phone" as const }),
  }));
}

export function findDateValues({ text: whole, moment }: Reading): Candidate[] {
  const dates = findDates(whole, moment).filter(
    ({ start, end, text }) =>
      !isPerNight(text, whole.slice(0, start)) && !isBoth(text, whole.slice(0, start), whole.slice(end)),
  );
  if (dates.length === 0)
    return findVagueDays(whole).map(({ start, end, text }) => ({
      ...{ type: "date" as const, start, end, text },
      bad: "vague_date" as const,
    }));
  return dates.map(({ value, start, end: to, text: said }) => {
    const later = value.type === "date" ? weekAfter.exec(whole.slice(to))?.[0] : undefined;
    const isDay = later !== undefined && !/[\d٠-٩]/.test(said);
    const where = { type: "date" as const, start, end: to, text: said };
    if (isDay && value.type === "date") return { ...where, value: addDays(value.date, 7) };
    if (value.type === "ambiguous") return { ...where, bad: "ambiguous_weekday" as const };
    if (value.type === "impossible") return { ...where, bad: value.reason };
    return { ...where, value: value.date, ...(value.until !== undefined && { until: value.until }) };
  });
}

const twoOrMonday = /^(?:ال[اإأ]?[تث]نين|الاتنين|el ?[ei]*[t]?[tn]+[ei]+n|elethnain|al ?ithnain)$/iu;
/** «عربي وانجليزي الاتنين», "3arabi w englizi el etnein": right behind two that are joined. */
const joinedPair = /(?:^|\s)(?!يوم|من|من يوم)\S+\s+(?:(?:و|w|we|and)\s+\S+|و\S{3,})\s*$/iu;
const letThem = /(?:^|\s)(?:خل[يو]?هم|خلوهم|خليهم|khalihom|5alihom|khalihum|هما|هم|homa|hom)\s*$/iu;
/** «الاتنين مش واحد». */
const notOne = new RegExp(
  `^\\s*(?:,|،)?\\s*${denyingPattern}\\s+(?:واحد|واحده|وحده|wa7ed|wa7da|wahed|one)`,
  "iu",
);

/** The two of them, where it is no Monday. */
function isBoth(text: string, before: string, behind: string): boolean {
  if (!twoOrMonday.test(text.trim())) return false;
  return notOne.test(behind) || letThem.test(before) || joinedPair.test(before);
}

/** «رسوم 25 ريال كثير», "25 riyals is too much": a price that is found too high is nobody's to pay. */
const tooMuch =
  /^\s*(?:(?!مو\s|مش\s|مب\s|not\s)\p{L}+\s+){0,2}?(?:كثير|كتير|واجد|وايد|غالي\p{L}*|مبالغ|(?:way |far )?too (?:much|high|expensive|pricey)|(?:so |very |really )?expensive|k[ei]?t[ei]+r|kat+heer|[g8]h?aly?)(?![\p{L}])/iu;

/** «سمعت انه ب ١٥٠٠», «الجديد ب ٢٢٠٠», "present insurer quoted 2,200": what somebody else asked, or what it was. */
const toldSum =
  /(?:^|[^\p{L}])(?:و?[ان]?سمعت?|الجديد[هة]?|كان|كانت|غيركم|غيره|قبل سنه|last (?:year|time)|used to|heard|quoted|brand new|new one|elly fate?t?|kan|was|were|(?:my|his|her) (?:friend|cousin|sister|brother|colleague) paid|(?:زميل|صديق|صاحب|جار)\p{L}{0,3} دفع\p{L}?)(?![\p{L}])(?:\s+[^\s،,.!?؟\n]+){0,3}\s*$/iu;

export function findMoneyValues({ text: whole }: Reading): Candidate[] {
  return findMoney(whole).map(({ value, start, end }) => {
    const to = value.basis === undefined ? end : end + lengthOfBasis(whole.slice(end, end + longestBasis));
    const sum = { type: "money" as const, start, end: to, text: whole.slice(start, to), value: value.money };
    const isNobodys =
      tooMuch.test(whole.slice(end, end + longestBasis)) ||
      toldSum.test(whole.slice(Math.max(0, start - 60), start));
    return isNobodys ? { ...sum, field: nobodys } : sum;
  });
}

/** «الخميس الجاي مو هذا», "Thursday, not this one": a week further on. */
const weekAfter = new RegExp(
  `^[\\s،,]*(?:(?:الجاي|القادم)[\\s،,]*)?${denyingPattern}\\s+(?:هذا|ده|دا|ذا|القريب|this(?: one| week)?|hatha|hada|da)(?=$|[\\s،,.!؟?])`,
  "iu",
);

export function findTimeValues({ text: whole, moment }: Reading): Candidate[] {
  const times = findTimes(whole, moment).filter(
    ({ value, start, end, text }) =>
      value.until !== undefined ||
      !(isSince(text, whole.slice(0, start)) || isToldPart(text, whole.slice(0, start), whole.slice(end))),
  );
  return times.map(({ value, start, end, text }) => ({
    ...{ type: "time" as const, start, end, text, value: value.time },
    ...(value.until !== undefined && { until: value.until }),
  }));
}

/** «تبكي من الصبح», "mn el fajr": since then; with its hour, or an end, it is a time. */
function isSince(text: string, before: string): boolean {
  return (
    !/[\p{N}:]|الساع/u.test(text) && /(?:^|\s)(?:من|mi?e?n|since)\s+(?:el |al )?$/iu.test(before.slice(-12))
  );
}

/** What a sum is for belongs to its words: «٣٠٠ ريال لليلة». */
const longestBasis = 40;

/** «بكام الليلة»: the night as a measure of price, not tonight. */
function isPerNight(text: string, before: string): boolean {
  return /^الليل[ةه]$/.test(text) && /(?:كم|كام|سعر|ريال|\d)\s*(?:في|ب)?\s*$/.test(before.slice(-20));
}

export function findPlaceValues({ text }: Reading): Candidate[] {
  return findTowns(text).map(({ value, start, end, text: words }) => ({
    type: "place",
    value: value.en,
    start,
    end,
    text: words,
  }));
}
