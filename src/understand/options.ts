/** Answers that are words of the flow's own: the options of a choice, and traits that hold when they are named («قابل للكسر»). */
import type { ServiceSpec } from "../domain/understanding.ts";
import { fold } from "../language/normalise.ts";
import type { Candidate } from "./candidates.ts";
import { cuesOf } from "./cues.ts";
import { findPair, type Pair, pairsOf, placesOf } from "./open-list.ts";
import { findSlips } from "./option-slips.ts";
import { findPhrases, type PhraseFound, type Phrases, phraseAt, phrasesOf } from "./phrases.ts";
import type { Word } from "./words.ts";

type Tables = {
  readonly options: readonly {
    readonly field: string;
    readonly id: string;
    readonly phrases: Phrases;
    readonly pairs: readonly Pair[];
  }[];
  readonly traits: readonly { readonly field: string; readonly phrases: Phrases }[];
  /** `numbered`: those of the phrases that a number beside them belongs to («كامري ٢٠٢٠»). */
  readonly known: readonly {
    readonly field: string;
    readonly phrases: Phrases;
    readonly numbered: Phrases;
  }[];
};

const made = new WeakMap<ServiceSpec, Tables>();

function tablesOf(spec: ServiceSpec): Tables {
  const known = made.get(spec);
  if (known) return known;
  const tables = {
    options: spec.fields.flatMap(({ name, options }) =>
      (options ?? []).map(({ id, label, words }) => ({
        field: name,
        id,
        phrases: phrasesOf(label.ar, label.en, ...words.filter((word) => !word.includes("+"))),
        pairs: pairsOf(words),
      })),
    ),
    traits: spec.fields
      .filter(({ type }) => type === "yes_no")
      .map(({ name, cues, names }) => ({ field: name, phrases: phrasesOf(...cues, ...names) })),
    known: spec.fields.flatMap(({ name, known }) =>
      known
        ? [
            {
              field: name,
              phrases: phrasesOf(...known.map((one) => one.replace(/ #$/, ""))),
              numbered: phrasesOf(...known.filter((one) => / #$/.test(one)).map((one) => one.slice(0, -2))),
            },
          ]
        : [],
    ),
  };
  made.set(spec, tables);
  return tables;
}

/** Options named in the text; where two options of a field stand on the same words, the longer one. Two different ones: none. */
export function findOptions(text: string, words: readonly Word[], spec: ServiceSpec): Candidate[] {
  const plain = words.map(withoutArticle);
  const place = placesOf(plain);
  const exact = tablesOf(spec).options.flatMap(({ field, id, phrases, pairs }) =>
    [...findPhrases(phrases, plain), ...pairs.flatMap((pair) => findPair(pair, place) ?? [])].map(
      (place) => ({ ...place, field, id }),
    ),
  );
  const named = new Set(exact.map(({ field }) => field));
  exact.push(...dualsOf(plain, spec).filter(({ field }) => !named.has(field)));
  for (const { field } of exact) named.add(field);
  const slips = findSlips(words, plain, spec).filter(({ field }) => !named.has(field));
  const found = [...exact, ...slips].map(({ field, id, index, length }) => ({
    ...at(text, words, index, length),
    ...{ field, value: id, type: "choice" as const },
  }));
  return found.filter(
    (one) => !found.some((other) => other !== one && other.field === one.field && within(one, other)),
  );
}

/** «جناحين» names «جناح». */
function dualsOf(plain: readonly Word[], spec: ServiceSpec) {
  return plain.flatMap((word, index) => {
    const [bare] = /^[\u0620-\u064a]{3,}(?=ين$)/.exec(word.key) ?? [];
    if (bare === undefined) return [];
    const single = [{ ...word, key: bare.replace(/ت$/, "ه"), text: bare.replace(/ت$/, "ه") }];
    return tablesOf(spec).options.flatMap(({ field, id, phrases }) =>
      phraseAt(phrases, single, 0) === 1 ? [{ field, id, index, length: 1 }] : [],
    );
  });
}

/** Traits named in the text: true, or false where a denial stands before them. */
export function findTraits(text: string, words: readonly Word[], spec: ServiceSpec): Candidate[] {
  return tablesOf(spec).traits.flatMap(({ field, phrases }) =>
    findPhrases(phrases, words).map(({ index, length }) => ({
      ...at(text, words, index, length),
      field,
      type: "yes_no" as const,
      value: !(phraseAt(denial, words, index - 1) > 0 || phraseAt(denial, words, index - 2) > 0),
    })),
  );
}

/** Well-known values of text fields named in the text, in the customer's words; the first of a field counts. */
/** «مقاس كبير»: the word that makes the rest a size is no part of it. */
function withoutCue(name: string, said: string, { fields }: ServiceSpec): string {
  const field = fields.find((one) => one.name === name);
  const [first = "", ...rest] = said.split(" ");
  return rest.length > 0 && field && cuesOf(field).phrases.has(fold(first)) ? rest.join(" ") : said;
}

export function findKnown(text: string, words: readonly Word[], spec: ServiceSpec): Candidate[] {
  const plain = words.map(withoutArticle);
  return tablesOf(spec).known.flatMap(({ field, phrases, numbered }) => {
    const named = (place: PhraseFound) => words[place.index - 1]?.key !== "يا";
    const bare = findPhrases(phrases, words).filter(named);
    const places = joined(words, bare.length > 0 ? bare : findPhrases(phrases, plain).filter(named));
    const isNumbered = ({ index, length }: PhraseFound) =>
      words.slice(index, index + length).some((_, n) => phraseAt(numbered, plain, index + n) > 0);
    // «تأمين شامل على كامري ٢٠٢٠»: a name with its number says more.
    const first = places.find(isNumbered) ?? places[0];
    if (!first) return [];
    const { index, length } = isNumbered(first) ? withNumber(words, first) : first;
    const found = at(text, words, index, length);
    // «بأمازون»: the joined letter is no part of the name.
    const { key = "", text: written = "" } = words[first.index] ?? {};
    const letters =
      phrases.has(key) || phrases.has(written) ? "" : (/^(?:لل|[وبفل])/.exec(found.text)?.[0] ?? "");
    const start = found.start + letters.length;
    const said = text.slice(start, found.end);
    const value = withoutCue(field, said, spec);
    return [{ field, type: "text" as const, value, text: said, start, end: found.end }];
  });
}

/** "Toyota Corolla": well-known words right behind one another are one. */
function joined(words: readonly Word[], places: readonly PhraseFound[]): readonly PhraseFound[] {
  const found: PhraseFound[] = [];
  for (const place of places) {
    const before = found.at(-1);
    const key = words[place.index]?.key ?? "";
    if (before && before.index + before.length === place.index && !/^[وبفل](?=.{4})/.test(key))
      found.splice(-1, 1, { index: before.index, length: before.length + place.length });
    else found.push(place);
  }
  return found;
}

/** «كامري ٢٠٢٠», "2018 Corolla": the number beside it, behind it first. */
function withNumber(words: readonly Word[], { index, length }: PhraseFound): PhraseFound {
  const isNumber = (word: Word | undefined) => word !== undefined && /^\d{1,4}$/.test(word.text);
  if (isNumber(words[index + length])) return { index, length: length + 1 };
  return isNumber(words[index - 1]) ? { index: index - 1, length: length + 1 } : { index, length };
}

const denial = phrasesOf("مو|مش|غير|ليس|ليست|مب|موب|ما هو|not|isn't|no|non|never|aren't|msh|mo");

/** «الجناح» is «جناح», «بالجناح» too: options are written bare. */
function withoutArticle(word: Word): Word {
  const bare = /^(?:[وبفل]?ال|لل|[بلف](?=[\u0620-\u064a]{3}))(?=..)/.exec(word.key)?.[0];
  return bare ? { ...word, key: word.key.slice(bare.length) } : word;
}

function within(a: Candidate, b: Candidate): boolean {
  return b.start <= a.start && b.end >= a.end && b.end - b.start > a.end - a.start;
}

function at(text: string, words: readonly Word[], index: number, length: number) {
  const start = words[index]?.start ?? 0;
  const end = words[index + length - 1]?.end ?? start;
  return { start, end, text: text.slice(start, end) };
}
