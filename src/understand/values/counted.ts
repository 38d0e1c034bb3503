/** Numbers as values: with the noun that they count in this form, and company that is told of («انا وزوجتي»). */
import type { ServiceSpec } from "../../domain/understanding.ts";
import { comingWords } from "../../language/days/date-words.ts";
import { consonantsOf } from "../../language/letters/consonants.ts";
import { fold } from "../../language/letters/normalise.ts";
import { findCompanions, findOurNumber } from "../../language/numbers/companions.ts";
import { findNumbers } from "../../language/numbers/numbers.ts";
import { firstFrom, type Word } from "../words.ts";
import type { Candidate, Reading } from "./candidate.ts";

/** Every number, in the nouns of the form's own questions. */
export function findCounted({ text, spec, words }: Reading): Candidate[] {
  const units = unitsOf(spec);
  // «انا وام ناصر واليهال اربعه»: the four are part of us all.
  const [company] = peopleOf(spec) === undefined ? [] : findCompanions(text);
  const isOurs = (start: number, end: number) =>
    company !== undefined && start > company.start && end <= company.end;
  return findNumbers(text, units).flatMap(({ value, start, end, text: said }) => {
    const implied =
      value.unit !== undefined &&
      value.number === 1 &&
      isNounAlone(said, value.unit) &&
      !/[\d٠-٩۰-۹]/.test(said);
    if ((implied && isTrade(value.unit, spec)) || isOwner(said, words, end)) return [];
    if (value.number === 1 && value.unit !== undefined && isComing(words, end)) return [];
    if (value.number === 1 && !/\d/.test(said) && (isWhole(words, start) || isOneOf(text, end))) return [];
    if (value.number === 1 && !/[\d٠-٩۰-۹]/.test(said) && eachOne.test(text)) return [];
    const unit =
      value.unit ??
      unitBehindHyphen(text, end, words, units) ??
      timeBehind(words, end) ??
      otherBehind(words, end);
    if (unit === undefined && isOurs(start, end)) return [];
    const candidate = { type: "number" as const, value: value.number, start, end, text: said };
    return [{ ...candidate, ...(unit !== undefined && { unit }), ...(implied && { implied }) }];
  });
}

/** "el osbo3 el jay": a week that is known, and no seven nights. */
function isComing(words: readonly Word[], end: number): boolean {
  const at = firstFrom(words, end);
  const next = words[at]?.text ?? "";
  return comingWords.has(/^(?:el|al|il|elli|illi|اللي)$/.test(next) ? (words[at + 1]?.text ?? "") : next);
}

/** "x2 black", «×٣», "3x": so many of what is bought or sent, in the form's own noun for pieces. */
export function findTimesSigns({ text, spec }: Reading): Candidate[] {
  if (!/[x×]/i.test(text)) return [];
  const unit = unitsOf(spec).find((one) => one === "piece" || one === "قطعة");
  if (unit === undefined) return [];
  return [...text.matchAll(timesSign)].map(({ 0: said, index, groups }) => {
    const { behind, before } = groups ?? {};
    const digits = fold(behind ?? before ?? "").trim();
    return {
      type: "number",
      value: Number(digits),
      start: index,
      end: index + said.length,
      text: said,
      unit,
    };
  });
}

const timesSign =
  /(?<=^|[\s,،(])(?:[x×]\s?(?<behind>[0-9٠-٩]{1,3})|(?<before>[0-9٠-٩]{1,3})\s?[x×])(?=$|[\s,،.)!])/giu;

/** "labcoat 7g rfeejti": «حق», whose it is, and no seven grams. */
function isOwner(said: string, words: readonly Word[], end: number): boolean {
  const next = words[firstFrom(words, end)];
  return /^[78]g[ty]?$/.test(said) && next?.sound !== undefined;
}

/** «بنت خالتي», "a client": who is named by what they are counts nobody; «شخص», "a guest" do. */
function isTrade(unit: string | undefined, { fields }: ServiceSpec): boolean {
  if (unit === undefined || plainPeople.test(fold(unit))) return false;
  return fields.some(({ units: nouns }) => nouns.includes(unit) && nouns.includes("شخص"));
}

const plainPeople =
  /^(?:شخص|اشخاص|ضيف|ضيوف|نفر|انفار|فرد|افراد|نزيل|نزلاء|persons?|people|guests?|pax|shakhs|ash5as|ashkhas|nafar|anfar|fard|afrad|سياره|سيارات|مركبه|مركبات|عربيه|عربيات|cars?|vehicles?|vans?|trucks?|sayara|sayarat|3arabeya|3arabeyat|باص|باصات|شاحنه|شاحنات|موتر|مواتر|وانيت|وانيتات|ونيت)$/;

/** "ghrften", "7bten", "krtonain": a dual in Arabizi, by the consonants of the form's own nouns. */
export function findDuals({ spec, words }: Reading): Candidate[] {
  if (!words.some(({ sound }) => sound !== undefined)) return [];
  const nouns = soundsOf(spec);
  return words.flatMap((word) => {
    const [, stem] = (word.sound !== undefined && dual.exec(word.text)) || [];
    const unit = stem === undefined ? undefined : nouns.get(consonantsOf(`${stem}o`));
    return unit === undefined
      ? []
      : [{ type: "number" as const, value: 2, start: word.start, end: word.end, text: word.text, unit }];
  });
}

const dual = /^(.{3,})(?:[ae]?y?[ei]?i?n|ayn)$/;
/** Fewer consonants, with the dual's own «ت», are many words'. */
const leastSounds = 3;

const sounding = new WeakMap<ServiceSpec, ReadonlyMap<string, string>>();

/** Consonants of the Arabic nouns that a form counts in, as they stand in a dual; no nouns whose plural ends like one. */
function soundsOf(spec: ServiceSpec): ReadonlyMap<string, string> {
  const known = sounding.get(spec);
  if (known) return known;
  const nouns = unitsOf(spec).filter((unit) => /^[\u0620-\u064a]+$/.test(unit));
  const plurals = new Set(nouns.map(fold));
  const all = nouns.flatMap((unit): [string, string][] => {
    const noun = fold(unit);
    if (plurals.has(`${noun}ين`) || /(?:ين|ات)$/.test(noun)) return [];
    const sound = noun.endsWith("ه") ? `${consonantsOf(noun)}T` : consonantsOf(noun);
    return sound.length >= leastSounds ? [[sound, unit]] : [];
  });
  const made = new Map(all);
  sounding.set(spec, made);
  return made;
}
/** «بنتين وكل واحدة ليها شهادة», "one each": of how many, it does not say. */
const eachOne = /(?:^|\s)و?(?:ل)?كل\s(?:واحد|وحد)|\beach\b|\bkol wa7/u;

/** "one of your drivers" counts nothing. */
const isOneOf = (text: string, end: number): boolean =>
  /^\s+of\s+(?:you|your|our|my|the|these|those|them|us)\b/i.test(text.slice(end, end + 16));

/** «ليلة», "a room", «بطاقات هدايا»: the noun itself, with no number word beside it. */
function isNounAlone(said: string, unit: string): boolean {
  const words = (text: string) => text.trim().split(/\s+/).length;
  return words(said.replace(/^an? /i, "")) <= words(unit);
}

/** «انا وزوجتي» counts in the form's own noun for people. */
export function findCompany(reading: Reading): Candidate[] {
  const { text, spec } = reading;
  const unit = peopleOf(spec);
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

/** «احنا ٤، انا وزوجتي وولدين»: all of us, before anybody is counted on their own. */
export function findUs({ text, spec }: Reading): Candidate[] {
  const unit = peopleOf(spec);
  const us = unit === undefined ? undefined : findOurNumber(text);
  return us && unit !== undefined ? [{ ...us, type: "number", unit }] : [];
}

const peopleOf = (spec: ServiceSpec): string | undefined =>
  unitsOf(spec).find((one) => /^(?:شخص|person|guest)$/.test(one));

const units = new WeakMap<ServiceSpec, readonly string[]>();

/** One array a service, always the same: the finder keeps an index of it. */
export function unitsOf(spec: ServiceSpec): readonly string[] {
  const known = units.get(spec);
  if (known) return known;
  const all = spec.fields.flatMap((field) => [...field.units, ...Object.keys(field.scales ?? {})]);
  units.set(spec, all);
  return all;
}

/** «لليلة», «الليلة»: the night as a measure of price, not one night. */
function isWhole(words: readonly Word[], start: number): boolean {
  const word = words[firstFrom(words, start + 1) - 1];
  return word !== undefined && word.end > start && /^(?:و?ال|لل)/.test(word.text);
}

/** «عشر أيام» counts days also where no question does: it is no count of people. Six years are no days either: a child's age. */
function timeBehind(words: readonly Word[], end: number): string | undefined {
  const next = words[firstFrom(words, end)];
  if (!next || !times.test(next.key) || next.start - end > 1) return undefined;
  return years.test(next.key) ? next.key : "day";
}

/** «٣ أشخاص» under a question for a weight: what nobody asked to count. */
function otherBehind(words: readonly Word[], end: number): string | undefined {
  const next = words[firstFrom(words, end)];
  const isOther = next && (others.test(next.key) || others.test(next.text));
  return isOther && next.start - end <= 1 ? next.key : undefined;
}

const others =
  /^(?:شخص|اشخاص|نفر|نفرات|انفار|افراد|ضيوف|اطفال|متر|امتار|كيلومتر|غرف|دور|ادوار|persons?|people|guests?|pax|adults?|kids?|children|met(?:er|re)s?|km|cm|rooms?|floors?|ash5as|ashkhas|anfar|nafar)$/;

const years = /^(?:سنه|سنين|سنوات|years?)$/;

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
