/** The thing that a whole request is about («ابي ارسل كتب لجدة», "I left a tripod in Abha"), when no cue of its question leads to it. */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { phraseAt } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import type { Extraction } from "../values/extraction.ts";
import { mayJoin } from "../wishes/clause-bounds.ts";
import type { Span, Word } from "../words.ts";
import { frontedStarts } from "./fronted-things.ts";
import { goodsIn } from "./goods.ts";
import { listedStarts } from "./listed-things.ts";
import { andAlso, goodsBehindJoint } from "./more-goods.ts";
import { handedStarts, isDoing, objectStarts, ownLam, thingIn, wantedStarts } from "./objects.ts";
import { purposeStarts } from "./purposes.ts";
import { isWish } from "./small-words.ts";
import { saysNothing, stops, takeWords, textAt } from "./text-bounds.ts";
import type { Around } from "./texts.ts";
import { quotedFrom, quotedStarts, withWhatOf } from "./thing-ends.ts";
import { mayBeVerb } from "./verb-forms.ts";

/** What every request of the service is about: asked of everybody, and taken without a cue. */
export function isMainThing({ type, take, required }: FieldSpec): boolean {
  return type === "text" && take === "free" && required;
}

/** The thing that is sent, stored or asked for: behind a verb, a count, words of wanting or having, or by its own name. */
export function objectOf(
  field: FieldSpec,
  words: readonly Word[],
  used: readonly Span[],
  around: Pick<Around, "counted" | "nouns" | "known" | "choices">,
  { text, denied, asked }: Extraction,
): Candidate | undefined {
  const closed = [...used, ...denied];
  for (const from of startsOf(field, text, words, around, closed, asked === undefined).slice(0, mostStarts)) {
    const quoted = field.thing ? quotedFrom(text, words, from) : [];
    const named = quoted.length > 0 ? quoted : thingIn(takeWords(text, words, from, closed));
    const taken = quoted.length > 0 || !field.thing ? named : withWhatOf(text, words, named, closed);
    const [first, last] = [taken[0], taken.at(-1)];
    // «ماكينة تصوير … عايزين ننقلها»: a wish is no thing.
    if (first && quoted.length === 0 && isWish(first)) continue;
    if (first && last && quoted.length > 0) return textAt(text, first, last);
    if (first && last && !saysNothing(taken)) {
      const end = alsoNamed(text, words, last, closed) ?? last;
      const found = textAt(text, first, end);
      return field.thing ? withFarThing(found, text, words, closed) : found;
    }
  }
  return purposeOf(field, text, words, closed) ?? byName(text, words, closed);
}

/** What it is for: «لأثاث بيتي». */
function purposeOf(
  field: FieldSpec,
  text: string,
  words: readonly Word[],
  closed: readonly Span[],
): Candidate | undefined {
  for (const from of purposeStarts(field, words, closed).slice(0, mostStarts)) {
    const [word, ...rest] = words.slice(from, from + mostStarts) as [Word, ...Word[]];
    const { start } = withoutFor(word);
    const bare = word.text.slice(start - word.start);
    const own = start === word.start ? word : { ...word, start, text: bare, key: bare };
    const taken = thingIn(takeWords(text, [own, ...rest], 0, closed));
    const [first, last] = [taken[0], taken.at(-1)];
    if (first && last && !saysNothing(taken)) return textAt(text, first, last);
  }
  return undefined;
}

/** The thing stands behind one of the first words that may lead to it, or is not said. */
const mostStarts = 24;

function startsOf(
  field: FieldSpec,
  text: string,
  words: readonly Word[],
  { counted, nouns, known, choices }: Pick<Around, "counted" | "nouns" | "known" | "choices">,
  closed: readonly Span[],
  isWhole: boolean,
): number[] {
  const passed = [...counted, ...known];
  const starts = objectStarts(words, counted, nouns, passed);
  if (field.wanted) starts.push(...wantedStarts(words, passed));
  if (!field.thing) return starts;
  // A word of the service itself («مستودع ٤٠٠ متر») is no thing.
  const isChoice = (word: Word) => overlapsAny(word, choices);
  const ends = (word: Word, index: number) => phraseAt(stops, words, index) > 0 || isChoice(word);
  return [
    ...quotedStarts(text, words),
    ...(isWhole ? listedStarts(field, text, words, closed, isChoice) : []),
    ...starts,
    ...handedStarts(text, words, passed),
    ...frontedStarts(text, words, counted, ends),
  ];
}

/** Goods by their name alone, with what stands behind it («سماعة سوني», «طابعة HP»). */
function byName(text: string, words: readonly Word[], closed: readonly Span[]): Candidate | undefined {
  const free = words.filter((word) => !overlapsAny(word, closed));
  const goods = goodsIn(free);
  const [first, last] = [goods[0], goods.at(-1)];
  if (!first || !last) return undefined;
  // In English a noun ends with its name; in Arabic it begins with it.
  const more =
    goods.length === 1 && /^[\u0620-\u064a]/.test(first.text)
      ? thingIn(takeWords(text, words, words.indexOf(first), closed))
      : [];
  const named = goods.length === 1 && /^[a-z]/.test(first.text) ? withModifier(words, first) : first;
  const end = more.at(-1) ?? last;
  return textAt(text, withoutFor(named), alsoNamed(text, words, end, closed) ?? end);
}

/** "my fridge and bed in Jubail": a second thing, where nothing but one or two words stands between "and" and what ends them. */
function alsoNamed(
  text: string,
  words: readonly Word[],
  last: Word,
  closed: readonly Span[],
): Word | undefined {
  const at = words.indexOf(last) + 1;
  const and = words[at];
  if (!and || !ands.has(and.text) || /[.!?؟;؛\n،,]/.test(text.slice(last.end, and.start))) return undefined;
  const from = at + 1 + (owned.has(words[at + 1]?.text ?? "") ? 1 : 0);
  const first = words[from];
  if (!first || mayBeVerb(first) || isDoing(words, from)) return undefined;
  const named = thingIn(takeWords(text, words, from, closed));
  return named.length > 0 && named.length <= 2 && !saysNothing(named) ? named.at(-1) : undefined;
}

const ands = new Set(["and", "w", "و", "&"]);

/** «كنبة من الخبر للدمام وطاولة صغيرة»: one thing more, joined on behind where it goes. */
function withFarThing(
  found: Candidate,
  text: string,
  words: readonly Word[],
  closed: readonly Span[],
): Candidate {
  for (let at = 1; at < words.length; at++) {
    const joint = words[at] as Word;
    if (joint.start <= found.end || !mayJoin(joint) || overlapsAny(joint, closed)) continue;
    const said = goodsBehindJoint([joint, ...takeWords(text, words, at + 1, closed)]);
    const [first, last] = [said[0], said.at(-1)];
    if (first && last)
      return { ...found, value: andAlso(String(found.value), text.slice(first.start, last.end)) };
  }
  return found;
}

/** "her reading glasses": a word or two between an article or a possessive and the thing. */
function withModifier(words: readonly Word[], thing: Word): Word {
  const at = words.indexOf(thing);
  for (let from = at - 1; from >= Math.max(0, at - 3); from--) {
    if (owned.has(words[from]?.text ?? "") || leadsOn.has(words[from]?.text ?? ""))
      return words[from + 1] ?? thing;
    if (phraseAt(stops, words, from) > 0 || !/^[a-z]{3,}$/.test(words[from]?.text ?? "")) break;
    if (saysNothing(words.slice(from, from + 1)) && !leadsOn.has(words[from - 1]?.text ?? "")) break;
  }
  return thing;
}

/** "so old patient files": what stands between them and a thing limits it. */
const leadsOn = new Set("so of with for few many these those two three four five six".split(" "));
const owned = new Set("a an the my our her his their some el al".split(" "));

/** «حاسوبي لفرد آخر»: whom the thing is for is no part of it. */
const forWhom = /^ل[\u0620-\u064a]{3,}/;

/** The words up to whom it is for. */
export function withoutWhom(taken: readonly Word[]): readonly Word[] {
  const end = taken.findIndex((word, n) => n > 0 && forWhom.test(word.text) && !ownLam.test(word.text));
  return end === -1 ? taken : taken.slice(0, end);
}

/** The words of a main thing behind its cue: without the ل of «لمغسلة», and up to whom it is for. */
export function thingText(text: string, taken: readonly Word[]): Candidate | undefined {
  const words = taken.some(({ text: word }) => forWhom.test(word)) ? withoutWhom(taken) : taken;
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? textAt(text, withoutFor(first), last) : undefined;
}

/** «دراسة جدوى لمغسلة»: the ل is "for", and no part of the thing; «للتمور» are «التمور», and are left as written. */
export function withoutFor(word: Word): Word {
  const [joined] = /^ل(?:ل(?=[\u0620-\u064a]{3})|(?=[\u0620-\u064a]{3}))/.exec(word.text) ?? [];
  return joined && !ownLam.test(word.text) ? { ...word, start: word.start + joined.length } : word;
}
