/**
 * The words around a value that say whose it is: «من الرياض» is where from, «رقم المستلم ٠٥٥…» the recipient's phone. A cue that ends in
 * «ـ», or is a single Arabic letter, is a prefix written together with the value («لجدة»).
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";
import { findPhrases, type Phrases, phraseAt, phrasesOf, soundingPhrases } from "../phrases.ts";
import { firstFrom, type Span, type Word } from "../words.ts";

export type Cues = {
  readonly phrases: Phrases;
  readonly prefixes: ReadonlySet<string>;
  /** Cues that are themselves the first word of what they lead to («شركة +»: «شركة المياه»). */
  readonly kept: Phrases;
  /** What the field is called, and the first word of each name. */
  readonly names: Phrases;
  readonly heads: ReadonlySet<string>;
};

const made = new WeakMap<FieldSpec, Cues>();

/** A field's cues ready to be compared: its cues and its own names. */
export function cuesOf(field: FieldSpec): Cues {
  const known = made.get(field);
  if (known) return known;
  const isPrefix = (cue: string) => /^[ء-ي]+ـ$|^[ء-ي]$/.test(cue.trim());
  const spoken = [...field.cues, ...field.names].map((cue) => cue.replace(/ \+$/, ""));
  const kept = field.cues.filter((cue) => / \+$/.test(cue)).map((cue) => cue.slice(0, -2));
  const names = phrasesOf(...field.names);
  const heads = new Set(
    [...names.values()].flatMap((list) => list.map(([head = ""]) => head.replace(/^ال/, ""))),
  );
  const cues = {
    ...{ names, heads, kept: phrasesOf(...kept) },
    phrases: soundingPhrases(...spoken.filter((cue) => !isPrefix(cue)), ...possessed(field)),
    prefixes: new Set(spoken.filter(isPrefix).map((cue) => fold(cue).trim())),
  };
  made.set(field, cues);
  return cues;
}

const measured: ReadonlySet<FieldSpec["type"]> = new Set<FieldSpec["type"]>(["money", "number", "integer"]);

/** «مبلغها ٤٣٠», «ميزانيتنا ٢٠٠٠» of what the form asks of everybody by «المبلغ», «الميزانية»; an optional sum may be another one. */
function possessed({ type, required, names, cues }: FieldSpec): readonly string[] {
  if (!measured.has(type) || !required) return [];
  return [...names, ...cues].flatMap((name) => {
    const [, noun = ""] = /^ال([\u0620-\u064a]{3,})$/u.exec(name) ?? [];
    const stem = noun.replace(/ة$/u, "ت");
    return noun === "" ? [] : ["ها", "ه", "هم", "نا", "ي"].map((ending) => stem + ending);
  });
}

/** Words that may stand between a cue and its value and change nothing. */
const glue = phrasesOf(
  "هو|هي|هذا|هذه|رقم|الرقم|رقمه|رقمها|يوم|اليوم|تاريخ|بتاريخ|الساعه|ساعه|مدينه|مدينة|حدود|حوالي|تقريبا|قدره|قدرها|مبلغ|على|عند|في|من|الى|ال|كان|يكون|تكون|بيكون|الشهر",
  "is|are|was|will be|be|the|a|an|at|on|in|of|for|around|about|approximately|number|no|phone|mobile|date|time|city|by|my|his|her|our|day|els|el|al|howa|heya|raqam|yom",
);

/** How strongly a cue holds: right before the value, a few words before it, right behind it, as the message's last words. */
export const strength = { prefix: 4, before: 4, near: 2.5, behind: 1.5, far: 1, closing: 3.5 };

/** «يوم» is a cue of its own, and yields to the one before it: «لحد يوم الجمعة» is until. */
const weaker = 1.2;

/** The words around a value that may speak for a field: found once for all fields. */
export type Around = {
  readonly before: readonly Word[];
  readonly rest: readonly Word[];
  /** The letters written together with the value and standing before it: «ل» in «لجدة». */
  readonly prefix: string;
};

/** Words this far back still may lead to a value, where only fillers stand between. */
const farthestBack = 16;
/** A cue behind a value stands among the first words; a fifth one says that the message goes on. */
const farthestBehind = 5;

/** `since`: where the value before this one ends; a cue further back belongs to that one. */
export function aroundOf(words: readonly Word[], { start, end }: Span, since: number): Around {
  const at = firstFrom(words, start);
  const inside = words[at - 1];
  const joined = inside !== undefined && inside.end > start;
  const to = joined ? at - 1 : at;
  const from = Math.max(firstFrom(words, since), to - farthestBack);
  const behind = firstFrom(words, end);
  return {
    before: words.slice(from, Math.max(from, to)).map(withoutAnd),
    rest: words.slice(behind, behind + farthestBehind),
    prefix: joined ? inside.text.slice(0, start - inside.start) : "",
  };
}

/** «ومن جدة» leads to a place as «من» does. */
const withoutAnd = (word: Word): Word =>
  joinedOn.test(word.key) ? { ...word, key: word.key.slice(1), text: word.text.slice(1) } : word;
const joinedOn = /^و(?:من|الي|لين|لحد|حتي)$/;

/** How well a field's cues fit a value with these words around it. 0: no cue. */
export function cueStrength(field: FieldSpec, { before, rest, prefix }: Around): number {
  const { phrases, prefixes } = cuesOf(field);
  // «لـ Abha», «ل ٣»: the letter parted from its word.
  const letter = before.at(-1)?.key ?? "";
  if (letter.length === 1 && prefix === "" && prefixes.has(letter)) return strength.prefix;
  if (prefix !== "" && [...prefixes].some((cue) => prefix.endsWith(cue))) return strength.prefix;
  if (bounds(phrases, rest)) return strength.before;
  const last = findPhrases(phrases, before).at(-1);
  if (last) {
    const between = before.slice(last.index + last.length);
    const weak = onlyGlue(before.slice(last.index, last.index + last.length)) ? weaker : 0;
    if (between.length === 0) return strength.before + 0.1 * last.length - weak;
    if (onlyGlue(between)) return strength.before - 0.1 * between.length;
    if (between.length <= 3) return strength.near - 0.2 * between.length;
  }
  if (
    before.slice(-5).some(({ key }) => isFor(key, prefixes)) ||
    (field.type === "place" && isForSomebody(before, phrases))
  )
    return strength.far;
  if (rest.length < farthestBehind && closes(phrases, rest)) return strength.closing;
  const behind = rest.slice(0, 3);
  const next = findPhrases(phrases, behind)[0];
  return next && next.index === 0 && next.length >= 1 && isNoun(behind[0]) ? strength.behind : 0;
}

/** «الخميس على أبعد تقدير», "Friday at the latest": so long a phrase behind a value is no preposition of what follows. */
const boundLength = 3;

function bounds(phrases: Phrases, rest: readonly Word[]): boolean {
  return phraseAt(phrases, rest, 0) >= boundLength;
}

/** «0501234567 ده رقمي», "… is my number": the cue ends the message, and only a copula stands before it. */
function closes(phrases: Phrases, rest: readonly Word[]): boolean {
  const from = rest[0] && copulas.has(rest[0].text) ? 1 : 0;
  const found = findPhrases(phrases, rest).find(({ index }) => index === from);
  return found !== undefined && from + found.length === rest.length && isNoun(rest[from]);
}

const copulas = new Set(["ده", "دي", "هذا", "هذي", "هذه", "هو", "هي", "is", "da", "howa", "hatha"]);

/** «لبيت عمي بالاحساء»: the prefix is on a noun before the place. */
function isFor(word: string, prefixes: ReadonlySet<string>): boolean {
  const [first = ""] = word;
  return prefixes.has(first) && /^ل[\u0620-\u064a]{3,}/.test(word) && !ownLam.test(word);
}

/** "for my brother Ramesh in", "l okhti fel": a person stands between, for the field of those who are led to by "to". */
function isForSomebody(before: readonly Word[], phrases: Phrases): boolean {
  if (!phrases.has("to")) return false;
  const near = before.slice(-6);
  return near.some(
    ({ text }, index) =>
      forWords.has(text) && whose.test(near[index + 1]?.text ?? "") && index + 2 <= near.length - 1,
  );
}

const forWords = new Set(["for", "to", "l", "le"]);
const whose =
  /^(?:my|our|his|her|mr|mrs|ms|a|okhti|o5ti|akhooy|akhoya|ommi|omi|mama|baba|abooy|benti|binti|weldi|ebni|sa7bi|sadeegi|khalti|3ammi)$/;

/** Words whose own first letter is ل. */
const ownLam =
  /^(?:لابتوب|لوح|لحم|لمب|لبن(?!ت|ات)|لعب|ليمون|لبس|لباس|لازم|لكن|ليش|ليه|لحد|ليل|لين|لمد|لحظ|لسه|لسا|لغاي|لديكم|لدي|لعد|ليوم)/;

/** Prepositions point forward: behind a value they belong to what follows. */
const forward = new Set(
  "من الى ل لين حتى في ب على عند بعد قبل يوم for from to in at on by with of until till the under up mn men le la fe fi b l".split(
    " ",
  ),
);

function isNoun(word: Word | undefined): boolean {
  return word !== undefined && !forward.has(word.key) && !forward.has(word.text);
}

function onlyGlue(words: readonly Word[]): boolean {
  return findPhrases(glue, words).reduce((sum, { length }) => sum + length, 0) === words.length;
}

/** Where the cue that leads to a value begins: its words are no part of the text before it. */
export function startWithCue(field: FieldSpec, span: Span, words: readonly Word[]): number {
  const { before } = aroundOf(words, span, 0);
  const last = findPhrases(cuesOf(field).phrases, before).at(-1);
  if (!last) return span.start;
  const between = before.slice(last.index + last.length);
  return between.length === 0 || onlyGlue(between) ? (before[last.index]?.start ?? span.start) : span.start;
}
