/**
 * Options of a choice that are misspelled by one letter («جلديه» as «جدليه», "cardiolgy"). Only words that are nothing else, and that
 * are near to the words of a single option: in doubt the office asks.
 */
import type { ServiceSpec } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { isSlip, withoutOne } from "../../language/letters/slips.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { isCommonWithPrefix } from "../../language/words.ts";
import { conceptsOf } from "../learning/concepts.ts";
import type { Word } from "../words.ts";

export type Slip = {
  readonly field: string;
  readonly id: string;
  readonly index: number;
  readonly length: number;
};
type Entry = {
  readonly field: string;
  readonly id: string;
  readonly name: readonly string[];
  readonly at: number;
};
/** A word of an option, or such a word without one letter → the options that it may be. */
type Near = ReadonlyMap<string, readonly Entry[]>;

/** Shorter words have too many neighbours («عقد» and «نقد», "zain" and "rain"). */
const shortest = 5;
/** No option's word is longer. */
const longest = 24;

const made = new WeakMap<ServiceSpec, { readonly near: Near; readonly own: ReadonlySet<string> }>();

function indexOf(spec: ServiceSpec): { readonly near: Near; readonly own: ReadonlySet<string> } {
  const known = made.get(spec);
  if (known) return known;
  const near = new Map<string, Entry[]>();
  const own = new Set<string>();
  for (const { name: field, options = [], units, cues, names } of spec.fields) {
    for (const phrase of [...units, ...cues, ...names]) for (const { text } of tokens(phrase)) own.add(text);
    for (const { id, label, words } of options) {
      for (const phrase of [label.ar, label.en, ...words.filter((word) => !word.includes("+"))])
        addPhrase({ near, own }, { field, id }, phrase);
    }
  }
  const index = { near, own };
  made.set(spec, index);
  return index;
}

type Made = { readonly near: Map<string, Entry[]>; readonly own: Set<string> };

function addPhrase({ near, own }: Made, { field, id }: Pick<Entry, "field" | "id">, phrase: string): void {
  const name = tokens(phrase).map(({ text }) => bare(text));
  name.forEach((word, at) => {
    own.add(word);
    // Of a longer name only the word that tells it from others may be misspelled: the longest.
    if (word.length < shortest || name.some((other) => other.length > word.length)) return;
    for (const form of new Set([word, ...withoutOne(word)])) {
      const entries = near.get(form) ?? [];
      entries.push({ field, id, name, at });
      near.set(form, entries);
    }
  });
}

const bare = (word: string): string => (word.startsWith("ال") && word.length > 5 ? word.slice(2) : word);

/** Misspelled options among words, given as written and without their articles; none where two options of a field are as near. */
export function findSlips(words: readonly Word[], plain: readonly Word[], spec: ServiceSpec): Slip[] {
  const { near, own } = indexOf(spec);
  if (near.size === 0) return [];
  return words.flatMap((word, index) => {
    const forms = new Set([isLatin(word.text) ? word.text : word.key, plain[index]?.key ?? ""]);
    if ([...forms].some((form) => own.has(form) || isWord(form))) return [];
    const found = new Map<string, Entry>();
    for (const form of forms)
      for (const entry of entriesOf(near, form))
        if (stands(plain, index, entry)) found.set(`${entry.field} ${entry.id}`, entry);
    const fields = [...found.values()].map(({ field }) => field);
    return [...found.values()]
      .filter(({ field }) => fields.filter((other) => other === field).length === 1)
      .map(({ field, id, name, at }) => ({ field, id, index: index - at, length: name.length }));
  });
}

const isLatin = (word: string): boolean => /^[a-z]/.test(word);

function entriesOf(near: Near, written: string): Entry[] {
  if (written.length < shortest || written.length > longest) return [];
  return [written, ...withoutOne(written)]
    .flatMap((form) => near.get(form) ?? [])
    .filter(({ name, at }) => isNear(written, name[at] ?? ""));
}

/** Of a short word only two letters swapped, one doubled, or «ا» for «ه» at its end are believed: «اسناد» is no «اسنان». */
function isNear(written: string, name: string): boolean {
  if (!isSlip(written, name)) return false;
  const letters = (word: string) => [...new Set(word.replace(/ا$/, "ه"))].sort().join("");
  return name.length > shortest || letters(written) === letters(name);
}

/** The other words of the name stand beside it, as they are written. */
function stands(words: readonly Word[], index: number, { name, at }: Entry): boolean {
  return name.every((word, n) => n === at || words[index - at + n]?.key === word);
}

/** A word of its own. Concepts know longer words by their beginnings, misspelled ones too. */
function isWord(word: string): boolean {
  if (isCommonWithPrefix(word) || isGivenName(word) || /^\d/.test(word)) return true;
  return !(isLatin(word) && word.length >= 7) && conceptsOf([word]).length > 0;
}
