/**
 * The options of a long, open list (papers), told apart by how people ask for each: by their names where a message has one, else by
 * likeness to their sayings. In doubt no option is read: the question will be asked.
 */
import { type Keep, makeAnew } from "../../domain/keep.ts";
import type { FieldSpec, ServiceSpec } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";
import { findPhrases, joinPhrases, type Phrases, phraseAt, phrasesOf } from "../phrases.ts";
import { stops } from "../texts/text-bounds.ts";
import type { Candidate } from "../values/candidate.ts";
import { politeWords } from "../wishes/courtesies.ts";
import { type Span, type Word, wordsIn, wordsOf } from "../words.ts";
import { type Intents, trainIntents } from "./intents.ts";
import { stemOf } from "./stems.ts";

/** From here likeness alone names an option; set where held-back sayings of the papers part right from wrong. */
const likeEnough = 0.7;
/** … and from here, where it has one word of the option's names alone, which others are asked for with, too ("a car from the airport"). */
const likeByOneWord = 0.9;
/** Of a message's words as many must be known from sayings of the option, or of the service: one word («بلدية») is no paper yet. */
const knownShare = 0.5;
/** Sayings of the service that name no option. */
const none = "";

type List = {
  readonly field: FieldSpec;
  readonly intents: Intents;
  /** Words of each option's names, and of its names and sayings together. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
  readonly said: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of the sayings that name no option. */
  readonly general: ReadonlySet<string>;
};

const made = new WeakMap<ServiceSpec, readonly List[]>();

/** Learns the open lists of a service once: at a start, so that no message waits for it. */
export function openListsOf(spec: ServiceSpec, keep: Keep = makeAnew): readonly List[] {
  const known = made.get(spec);
  if (known) return known;
  const lists = spec.fields.filter(({ hasFacts }) => hasFacts).map((field) => listOf(field, spec, keep));
  made.set(spec, lists);
  return lists;
}

function listOf(field: FieldSpec, spec: ServiceSpec, keep: Keep): List {
  const options = field.options ?? [];
  const own = new Set(options.flatMap(({ examples = [] }) => examples));
  const sayings = options.flatMap(({ id, label, words, examples = [] }) =>
    [label.ar, label.en, ...words, ...examples].map((text) => ({ text, label: id })),
  );
  const general = spec.examples.filter((text) => !own.has(text)).map((text) => ({ text, label: none }));
  const vocabulary = keep("open-list", JSON.stringify([options, general]), () => ({
    named: new Map(options.map(({ id, label, words }) => [id, keysIn([label.ar, label.en, ...words])])),
    said: new Map(options.map(({ id }) => [id, keysIn(textsOf(sayings, id))])),
    general: keysIn(textsOf(general, none)),
  }));
  return {
    field,
    intents: trainIntents([...sayings, ...general], (_, words) => words, keep),
    ...vocabulary,
  };
}

const textsOf = (
  sayings: readonly { readonly text: string; readonly label: string }[],
  id: string,
): string[] => sayings.flatMap(({ text, label }) => (label === id ? [text] : []));
const keysIn = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.flatMap(keysOf));
const keysOf = (text: string): string[] => wordsOf(text).map(({ key }) => stripped(key));

function stripped(key: string): string {
  return key.replace(/^(?:[وبفل]?ال|لل)(?=..)/, "");
}

/** Whether a word is of what an option is called: «إقامة», "licence". */
export function namesOfOption(spec: ServiceSpec, field: string, id: string): (word: Word) => boolean {
  const options = spec.fields.find(({ name }) => name === field)?.options ?? [];
  const { label, words = [] } = options.find((option) => option.id === id) ?? {};
  const names = new Set(
    [label?.ar ?? "", label?.en ?? "", ...words].flatMap((text) =>
      wordsOf(text).flatMap((word) => [stripped(word.key), word.text]),
    ),
  );
  return ({ key, text }) => names.has(stripped(key)) || names.has(text);
}

/** «هلا ياخوي»: a greeting and whom it is for say nothing of a paper. */
function withoutManners(words: readonly Word[]): readonly Word[] {
  const found = findPhrases(manners, words);
  const left = words.filter(
    (_, at) => !found.some(({ index, length }) => at >= index && at < index + length),
  );
  return left.length > 0 ? left : words;
}
const manners = joinPhrases(
  politeWords,
  phrasesOf("هلا|هلا والله|السلام عليكم|سلام عليكم|مرحبا|اهلا|مساء الخير|صباح الخير|hello|hi|salam|hala"),
);

type Said = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly spec: ServiceSpec;
  readonly span?: Span;
  readonly asked?: string;
  readonly filled?: readonly string[];
  readonly correcting?: unknown;
  readonly byName?: boolean;
};

/** The candidates with at most one option for each open list. What a form holds already is only changed by a correction. */
export function settleOpenLists(candidates: readonly Candidate[], said: Said): readonly Candidate[] {
  let settled = candidates;
  for (const list of openListsOf(said.spec)) {
    const { name } = list.field;
    const named = settled.filter((one) => one.field === name);
    const others = settled.filter((one) => one.field !== name);
    if (!isOpen(name, said)) settled = named.length === 0 ? settled : others;
    else {
      const one = chooseOption(list, named, said);
      settled = one ? [...others, one].sort((a, b) => a.start - b.start) : others;
    }
  }
  return settled;
}

function isOpen(name: string, { asked, filled = [], correcting }: Said): boolean {
  if (correcting || asked === name) return true;
  return !filled.includes(name);
}

function chooseOption(list: List, named: readonly Candidate[], said: Said): Candidate | undefined {
  const { asked, correcting, span } = said;
  const ids = new Set(named.map(({ value }) => value));
  if (ids.size === 1) return longest(named);
  // An answer to another question, or a correction, names its option or says nothing of it.
  if (said.byName || correcting !== undefined || (asked !== undefined && asked !== list.field.name))
    return longest(named);
  const words = withoutManners(span ? wordsIn(said.words, span) : said.words);
  const [top] = list.intents.guess(words);
  if (ids.size > 1) return longest(named.filter(({ value }) => value === top?.label)) ?? longest(named);
  const isLike =
    top !== undefined &&
    top.label !== none &&
    top.chance >= (isNamed(list, top.label, words) ? likeEnough : likeByOneWord) &&
    isKnown(list, top.label, words);
  return isLike ? optionAt(list, top.label, words, said.text) : undefined;
}

/** Two words of the option's names, or one that nothing else is asked for with. */
function isNamed({ named, said }: List, id: string, words: readonly Word[]): boolean {
  const own = words.filter(
    ({ key }, at) =>
      key.length > 2 &&
      key !== "the" &&
      named.get(id)?.has(stripped(key)) &&
      phraseAt(stops, words, at) === 0,
  );
  const isOnly = ({ key }: Word) =>
    [...said].every(([other, known]) => other === id || !known.has(stripped(key)));
  return own.length > 1 || own.some(isOnly);
}

function isKnown({ said, general }: List, id: string, words: readonly Word[]): boolean {
  const own = words.filter(({ key }) => key.length > 2);
  const known = own.filter(({ key }) => said.get(id)?.has(stripped(key)) || general.has(stripped(key)));
  return known.length >= knownShare * own.length;
}

function longest(named: readonly Candidate[]): Candidate | undefined {
  return [...named].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

/** The words that the option is told by: from the first to the last that its names know. */
function optionAt(list: List, id: string, words: readonly Word[], text: string): Candidate | undefined {
  const known = list.named.get(id);
  const own = words.filter(({ key }) => known?.has(stripped(key)));
  const [first, last] = own.length > 0 ? [own[0], own.at(-1)] : [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  const [start, end] = [first.start, last.end];
  return { type: "choice", field: list.field.name, value: id, start, end, text: text.slice(start, end) };
}

/** «جواز + تجديد»: both words, in any order and not far apart. */
export type Pair = { readonly parts: readonly string[] };

/** Words of a list of options that stand for a message with several words. */
export function pairsOf(words: readonly string[]): Pair[] {
  return words
    .filter((word) => word.includes("+"))
    .map((word) => ({ parts: word.split("+").map((part) => part.trim()) }));
}

type Place = { readonly index: number; readonly length: number };

/** Its phrases, and the root by which one Arabic word is met in another form; none where it is too short or several words. */
type Part = { readonly phrases: Phrases; readonly root: string | undefined };

/** Each part once, however many pairs it stands in; the flow files bound their number. */
const compiled = new Map<string, Part>();

function partOf(said: string): Part {
  const known = compiled.get(said);
  if (known) return known;
  const root = /^[\u0620-\u064a]{4,}$/.test(said) ? rootOf(fold(said)) : "";
  const part = { phrases: phrasesOf(said), root: root.length < 3 ? undefined : root };
  compiled.set(said, part);
  return part;
}

/** Where a part stands in these words; looked for once for all pairs. */
export function placesOf(words: readonly Word[]): (part: string) => readonly Place[] {
  const known = new Map<string, readonly Place[]>();
  let roots: readonly string[] | undefined;
  const rootsOf = () => (roots ??= words.map(({ key }) => rootOf(key)));
  return (part) => {
    const before = known.get(part);
    if (before) return before;
    const { phrases, root } = partOf(part);
    const said = findPhrases(phrases, words);
    const places = said.length > 0 || root === undefined ? said : inflected(root, rootsOf());
    known.set(part, places);
    return places;
  };
}

/** «بتنتهي» where a pair says «انتهت», «جددوها» where it says «اجدد»: one Arabic word in another person, tense or number. */
function inflected(root: string, roots: readonly string[]): readonly Place[] {
  return roots.flatMap((one, index) => (one === root ? [{ index, length: 1 }] : []));
}

function rootOf(word: string): string {
  const stem = stemOf(word);
  return stem.length > 3 ? stem.replace(/^ا(?=...)|ت$/g, "") : stem;
}

/** Most words between the parts of a pair. */
const mostBetween = 7;

/** Where a pair stands, from its first part to its last; where a part stands twice, the nearer one. */
export function findPair(
  { parts: [first = "", ...others] }: Pair,
  places: (part: string) => readonly Place[],
): Place | undefined {
  let nearest: Place | undefined;
  for (const start of places(first)) {
    let [from, to] = [start.index, start.index + start.length];
    for (const part of others) {
      const [near] = [...places(part)].sort(
        (a, b) => Math.abs(a.index - start.index) - Math.abs(b.index - start.index),
      );
      if (!near) return undefined;
      from = Math.min(from, near.index);
      to = Math.max(to, near.index + near.length);
    }
    if (
      to - from <= mostBetween + others.length + 1 &&
      to - from < (nearest?.length ?? Number.POSITIVE_INFINITY)
    )
      nearest = { index: from, length: to - from };
  }
  return nearest;
}
