/** Answers that are words of the flow's own: the options of a choice, and traits that hold when they are named («قابل للكسر»). */
import type { ServiceSpec } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { findPair, type Pair, pairsOf, placesOf } from "../learning/open-list.ts";
import { begunAmong, findPhrases, type Phrases, phraseAt, phrasesOf, soundingPhrases } from "../phrases.ts";
import type { Word } from "../words.ts";
import type { Candidate } from "./candidate.ts";
import { childIn, childTold } from "./children-told.ts";
import { findSlips } from "./option-slips.ts";
import { wantedPapers } from "./told-papers.ts";

type Option = {
  readonly field: string;
  readonly id: string;
  readonly phrases: Phrases;
  /** The same by their consonants, for Arabizi. */
  readonly sounds: Phrases;
  readonly pairs: readonly Pair[];
  /** Single words that are listed with their article. */
  readonly definites: ReadonlySet<string>;
};
type Tables = {
  readonly options: readonly Option[];
  /** Options that words may name: a list has hundreds, and a message begins the names of few. */
  readonly begun: (words: readonly Word[]) => ReadonlySet<Option>;
  readonly traits: readonly { readonly field: string; readonly phrases: Phrases }[];
};

const made = new WeakMap<ServiceSpec, Tables>();

function tablesOf(spec: ServiceSpec): Tables {
  const known = made.get(spec);
  if (known) return known;
  const options: readonly Option[] = spec.fields.flatMap(({ name, options }) =>
    (options ?? []).map(({ id, label, words }) => ({
      field: name,
      id,
      phrases: phrasesOf(label.ar, label.en, ...words.filter((word) => !word.includes("+"))),
      sounds: soundingPhrases(label.ar, ...words.filter((word) => !word.includes("+"))),
      pairs: pairsOf(words),
      definites: new Set(words.map(fold).filter((word) => /^ال[\u0620-\u064a]{3,}$/.test(word))),
    })),
  );
  const tables: Tables = {
    options,
    begun: begunAmong(options, ({ phrases }) => phrases),
    traits: spec.fields
      .filter(({ type }) => type === "yes_no")
      .map(({ name, cues, names }) => ({ field: name, phrases: phrasesOf(...cues, ...names) })),
  };
  made.set(spec, tables);
  return tables;
}

/** Options named in the text; where two options of a field stand on the same words, the longer one. Two different ones: none. */
export function findOptions(text: string, words: readonly Word[], spec: ServiceSpec): Candidate[] {
  const plain = words.map((word) => withoutArticle(withoutTanween(text, word)));
  const place = placesOf(plain);
  const ofChild = childTold(text, plain, spec);
  const exact: NamedOption[] = definitesOf(words, spec);
  // "ya 3am", «يا دكتور»: whom one speaks to.
  const isCalled = ({ index }: { index: number }) =>
    words[index - 1]?.key === "يا" || words[index - 1]?.text === "ya";
  const { options, begun } = tablesOf(spec);
  const begins = begun(plain);
  for (const option of options) {
    const { field, id, phrases, pairs } = option;
    const apart = pairs.flatMap((pair) => findPair(pair, place) ?? []).map(asApart);
    const phrased: Placed[] = [
      ...(begins.has(option) ? findPhrases(phrases, plain) : []),
      ...apart,
      ...childIn(field, pairs, ofChild),
    ];
    const found = phrased.filter((one) => !isCalled(one));
    const isDefinite = ({ index, length }: { index: number; length: number }) =>
      exact.some(
        (one) => one.isDefinite && one.field === field && one.index === index && one.length >= length,
      );
    exact.push(...found.filter((one) => !isDefinite(one)).map((one) => ({ ...one, field, id })));
  }
  // "la mo tadreeb, ghorfat ejtima3at": what is denied names nothing yet.
  const named = new Set(exact.filter(({ index }) => !isDeniedAt(words, index)).map(({ field }) => field));
  const likely = [...dualsOf(plain, spec), ...soundsOf(plain, spec)].filter((one) => !isCalled(one));
  exact.push(...likely.filter(({ field }) => !named.has(field)));
  // "renew my driving licens, my iqama is 23…": what stands apart may belong to a paper that is misspelt.
  for (const { field, isApart } of exact) if (!isApart) named.add(field);
  const slips = findSlips(words, plain, spec).filter(({ field }) => !named.has(field));
  const all = withoutTold(text, words, spec, withoutGrownUps([...exact, ...slips]));
  return all
    .filter((one) => !all.some((other) => other.field === one.field && hides(other, one)))
    .map(({ field, id, index, length }) => ({
      ...at(text, words, index, length),
      ...{ field, value: id, type: "choice" as const },
    }));
}

/** Of what the same words name for a child and for anybody, the child's, by the paper's own word: who it is for is told beside it. */
function withoutGrownUps(all: readonly NamedOption[]): readonly NamedOption[] {
  const ofChild = all.filter(({ isOfChild }) => isOfChild);
  const isOf = (other: NamedOption, one: NamedOption): boolean => {
    const [from, to] = [other.index + other.length - one.index - one.length, one.index - other.index];
    // Words apart name what stands at their ends.
    const isThere = from >= 0 && to >= 0 && (!other.isApart || from === 0 || to === 0);
    return isThere && other.field === one.field && (other.id !== one.id || other.length > one.length);
  };
  return all.filter((other) => !ofChild.some((one) => isOf(other, one)));
}

/** Of an open list, those that are wanted and not only told of. */
function withoutTold(
  text: string,
  words: readonly Word[],
  spec: ServiceSpec,
  all: readonly NamedOption[],
): readonly NamedOption[] {
  const lists = spec.fields.filter(({ hasFacts }) => hasFacts).map(({ name }) => name);
  const told = new Set(
    lists.flatMap((list) => {
      const named = all.filter(({ field }) => field === list);
      const wanted = new Set(wantedPapers(text, words, named));
      return named.filter((one) => !wanted.has(one));
    }),
  );
  return all.filter((one) => !told.has(one));
}

/** The longer one is meant; but «رخصة العمل تخلص»: words around those that stand together («رخصة … تخلص») leave them to be weighed. */
function hides(wide: NamedOption, one: NamedOption): boolean {
  const isWithin = one.index >= wide.index && one.index + one.length <= wide.index + wide.length;
  const isWeighed = wide.isApart && wide.id !== one.id && !one.isApart && (one.length > 1 || one.isOfChild);
  return isWithin && one.length < wide.length && !isWeighed;
}

const isDeniedAt = (words: readonly Word[], index: number): boolean =>
  [words[index - 1], words[index - 2]].some(
    (word, n) => word && denyingWords.has(word.key) && (n === 0 || small.test(words[index - 1]?.text ?? "")),
  );
const small = /^(?:a|an|the|في|من|el|al)$/;

type NamedOption = {
  readonly field: string;
  readonly id: string;
  readonly index: number;
  readonly length: number;
  readonly isDefinite?: true;
  /** Its words do not stand together. */
  readonly isApart?: true;
  readonly isOfChild?: true;
};

type Placed = {
  readonly index: number;
  readonly length: number;
  readonly isApart?: true;
  readonly isOfChild?: true;
};
const asApart = (place: Placed): Placed => (place.length > 2 ? { ...place, isApart: true } : place);

/** «البايع» is another than «بايع»: where a list has both, each names its own option. */
function definitesOf(words: readonly Word[], spec: ServiceSpec): NamedOption[] {
  const { options } = tablesOf(spec);
  if (!options.some(({ definites }) => definites.size > 0)) return [];
  return words.flatMap(({ key }, index) => {
    const article = /^(?:[وبفك]?ال|لل)/.exec(key)?.[0];
    if (article === undefined) return [];
    const word = `ال${key.slice(article.length)}`;
    return options.flatMap(({ field, id, definites }) =>
      definites.has(word) ? [{ field, id, index, length: 1, isDefinite: true as const }] : [],
    );
  });
}

/** "qa3et ejtema3at" names «قاعة اجتماعات». */
function soundsOf(plain: readonly Word[], spec: ServiceSpec) {
  if (!plain.some(({ sound }) => sound !== undefined)) return [];
  return tablesOf(spec).options.flatMap(({ field, id, sounds }) =>
    findPhrases(sounds, plain)
      .filter((place) => !isMasculine(plain, place))
      .map((place) => ({ ...place, field, id })),
  );
}

/** "dktor" is no «دكتورة», though it has the same consonants: in Arabizi the ending is a vowel. */
function isMasculine(words: readonly Word[], { index, length }: { index: number; length: number }): boolean {
  return (
    length === 1 && /^(?:d[aeo]*kt[aeo]*r|tab[ie]+b|a5[sc]a2i|sekret[ei]+r)$/.test(words[index]?.text ?? "")
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
  const { traits } = tablesOf(spec);
  // «تنكسر بسرعة», «قلبه يدق بسرعة»: how soon something happens, and no hurry of the customer's.
  const isAdverb = (field: string, index: number) =>
    hurried.test(words[index]?.text ?? "") &&
    (happens.test(words[index - 1]?.key ?? "") ||
      traits.some(
        (other) =>
          other.field !== field &&
          findPhrases(other.phrases, words).some((one) => one.index + one.length === index),
      ));
  return traits.flatMap(({ field, phrases }) =>
    findPhrases(phrases, words)
      .filter(({ index }) => !isAdverb(field, index))
      .map(({ index, length }) => ({
        ...at(text, words, index, length),
        field,
        type: "yes_no" as const,
        value: !isTraitDenied(text, words, index),
      })),
  );
}

/** «مو قابل للكسر», "not very fragile"; «مش ٣، قابل للكسر» and «مو اليوم ومستعجل» deny what stands before. */
function isTraitDenied(text: string, words: readonly Word[], index: number): boolean {
  if (phraseAt(denial, words, index - 1) > 0) return true;
  const [before, word] = [words[index - 1], words[index]];
  if (!before || !word || phraseAt(denial, words, index - 2) === 0) return false;
  const joined = /^و/.test(text.slice(word.start)) || /[،,.;؛\n]/.test(text.slice(before.end, word.start));
  return !joined && !/^\d+$/.test(before.text);
}

const hurried = /^(?:بسرعه|بسهوله|سريع|easily|quickly|b|bsor3a|besor3a|bsr3a)$/;

/** «يدق», «تدوخ»; «يوصل بسرعة» and «تسلمونه بسرعة» are asked of us. */
const happens =
  /^[يت](?!\p{L}*(?:وصل|ودي|رسل|بعت|بعث|شحن|طرش|سلم|ستلم|جي|روح|جيب|جهز|خلص|حجز|صير|تم|كون))\p{L}{2,}(?<!وا|ون|و)$/u;

const denial = phrasesOf(
  ...denyingWords,
  "غير|ما هو|ما في|مافي|مافيه|مفيش|ولا|بدون|بلا|من غير|من دون|isn't|no|non|never|aren't|isnt|arent|without|in no|not in|not in any|mush|mafe|mafi|mafeesh|mafish",
);

/** «الجناح» is «جناح», «بالجناح» too: options are written bare. */
/** «مكتبًا افتراضيًا»: the ending of standard Arabic is no letter of the word. */
function withoutTanween(text: string, word: Word): Word {
  if (word.key.length < 4 || !/(?:\u064bا|ا\u064b)$/u.test(text.slice(word.start, word.end))) return word;
  return { ...word, key: word.key.slice(0, -1) };
}

export function withoutArticle(word: Word): Word {
  // «لدينا» is no «دينا».
  if (/^لدي/.test(word.key)) return word;
  const bare = /^(?:[وبفل]?ال|لل|[بلف](?=[\u0620-\u064a]{3}))(?=..)/.exec(word.key)?.[0];
  return bare ? { ...word, key: word.key.slice(bare.length) } : word;
}

/** Where some words stand in the text, and what they are there. */
export function at(text: string, words: readonly Word[], index: number, length: number) {
  const start = words[index]?.start ?? 0;
  const end = words[index + length - 1]?.end ?? start;
  return { start, end, text: text.slice(start, end) };
}
