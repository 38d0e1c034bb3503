/** Counted nouns: «ليلة» and what grammar makes of it («ليلتين», «ليالي»), so that a question's unit is found in every form. */

import { fold } from "../letters/normalise.ts";
import { lookUp, type Pieces, piecesOf, wordAt } from "../pieces.ts";
import { arabiziDuals, nounFamilies } from "./number-words.ts";

type Form = {
  /** The entry of the given units; undefined for a measure that is known but was not asked for. */
  readonly unit: string | undefined;
  /** Words that must follow the first one. */
  readonly rest: readonly string[];
  /** How many the form itself says: a dual 2, a bare singular 1. */
  readonly count: 1 | 2 | undefined;
  readonly english: boolean;
};
/** Forms by their first word, the longest first. */
export type UnitIndex = ReadonlyMap<string, readonly Form[]>;

/** A unit met at a place; `end` is a folded offset, `next` the piece behind it. */
export type UnitMet = Form & {
  readonly next: number;
  readonly start: number;
  readonly end: number;
  readonly article: boolean;
};

/** Measures that are read even when nobody asked for them: «كيلو ونص» is 1.5. */
const measures = ["كيلو", "طن", "متر", "لتر", "kilo", "kg", "ton", "litre", "meter"];

const isArabic = (word: string): boolean => /^[\u0620-\u064a]/.test(word);
const familyOf = new Map(nounFamilies.flatMap((family) => family.map((noun) => [noun, family] as const)));

/** Other spellings of singulars in Latin letters. */
const latinSingulars = new Set("leila layla leyla youm yoom usboo3 osboo3 usbu3 esbo3".split(" "));

/** In a family the first Arabic and the first Latin form are singulars. */
function isPlural(noun: string): boolean {
  if (latinSingulars.has(noun)) return false;
  const family = familyOf.get(noun);
  if (!family) return /(?:ات|ون|ين)$/.test(noun);
  return family.find((kin) => isArabic(kin) === isArabic(noun)) !== noun;
}

function dualsOf(noun: string): string[] {
  const stem = noun.endsWith("ه") ? `${noun.slice(0, -1)}ت` : noun;
  return [`${stem}ين`, `${stem}ان`];
}

/** «موظفين» is the staff, seldom two of them; of adults it is two («بالغين وطفل»). */
const isSoundPlural = (noun: string, dual: string): boolean =>
  noun !== "بالغ" && (familyOf.get(noun) ?? []).includes(dual);

/** «مترًا», the form behind 11–99. */
const accusativesOf = (noun: string): string[] => (/[\u0647\u0627\u0648]$/.test(noun) ? [] : [`${noun}ا`]);

/** `listed`: all entries, folded; «مسافرين» that is one of them is a plural, no dual of «مسافر». */
function addForms(
  index: Map<string, Form[]>,
  entry: string,
  unit: string | undefined,
  listed: ReadonlySet<string>,
): void {
  const [first, ...rest] = piecesOf(entry).map(({ word }) => word);
  if (first === undefined) return;
  const family = familyOf.get(first) ?? [];
  const add = (word: string, count: 1 | 2 | undefined): void => {
    // A Latin form of an Arabic noun is Arabizi, and needs no "a" to be one.
    const english =
      !isArabic(word) && (family[0] === undefined || !isArabic(family[0]) || family[0] === "كيلو");
    const forms = index.get(word) ?? [];
    if (forms.some((form) => form.rest.join() === rest.join())) return;
    forms.push({ unit, rest, count, english });
    index.set(
      word,
      forms.sort((one, other) => other.rest.length - one.rest.length),
    );
  };
  const addNoun = (noun: string): void => {
    const plural = isPlural(noun);
    add(noun, plural ? undefined : 1);
    if (!isArabic(noun)) return;
    for (const form of accusativesOf(noun)) add(form, undefined);
    const isOwn = (dual: string) => listed.has(dual) && !noun.endsWith("ه") && noun !== "بالغ";
    if (!plural)
      for (const dual of dualsOf(noun)) if (!isSoundPlural(noun, dual) && !isOwn(dual)) add(dual, 2);
  };
  addNoun(first);
  if (!isArabic(first)) {
    add(first.endsWith("s") ? first.slice(0, -1) : `${first}s`, first.endsWith("s") ? 1 : undefined);
  }
  if (rest.length > 0) return;
  for (const kin of family) addNoun(kin);
  for (const dual of arabiziDuals.get(first) ?? []) add(dual, 2);
}

const indexes = new WeakMap<readonly string[], UnitIndex>();
/** The same by content, for lists that are made anew; the units of the flows are few. */
const byContent = new Map<string, UnitIndex>();
const none: readonly string[] = [];

/** Every form of the given units; made once for each list. */
export function unitIndex(units: readonly string[] = none): UnitIndex {
  const known = indexes.get(units) ?? byContent.get(units.join("\n"));
  if (known) return known;
  const index = new Map<string, Form[]>();
  const listed = new Set(units.map(fold));
  for (const unit of units) addForms(index, unit, unit, listed);
  for (const measure of measures) addForms(index, fold(measure), undefined, listed);
  indexes.set(units, index);
  byContent.set(units.join("\n"), index);
  return index;
}

/** The unit at piece `at`, in any form. */
export function readUnit(index: UnitIndex, pieces: Pieces, at: number): UnitMet | undefined {
  const piece = pieces[at];
  const met = lookUp(index, piece);
  const form = met?.entry.find(({ rest }) =>
    rest.every((word, offset) => wordAt(pieces, at + 1 + offset) === word),
  );
  if (!met || !form || !piece) return undefined;
  const next = at + 1 + form.rest.length;
  const end = pieces[next - 1]?.end ?? piece.end;
  return { ...form, next, start: piece.start + met.skip, end, article: met.article };
}
