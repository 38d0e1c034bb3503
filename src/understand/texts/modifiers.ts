/**
 * Words right beside a text that belong to it: what limits an English noun before it ("A4 paper"), what describes a thing behind it
 * («سبورة بيضا»), and a second thing joined to it («عطور وبخور»).
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { phraseAt } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import { cuesOf } from "../values/cues.ts";
import type { Extraction } from "../values/extraction.ts";
import type { Span, Word } from "../words.ts";
import { isDoing, verbs } from "./objects.ts";
import { beginsElse, isJoinedElse, isJoinedOn, isSmall } from "./small-words.ts";
import { isFigure, stops, textAt } from "./text-bounds.ts";
import { endsNoun, mayBeVerb } from "./verb-forms.ts";

/** A text's field, and what the message holds beside it. */
export type Place = {
  readonly field: FieldSpec;
  readonly extraction: Extraction;
  /** Other values, and what could be one. */
  readonly others: readonly Span[];
};

/** In Latin letters a thing's article is no part of it: "el ps5". */
export const isArticle = ({ text, sound }: Word): boolean =>
  sound !== undefined && /^(?:el|al|il)$/.test(text);

/** Is the word one of something else: a value, a cue, a verb, a small word? */
export function isElse(index: number, { extraction: { words, spec }, others }: Place): boolean {
  const word = words[index];
  if (!word) return true;
  if (overlapsAny(word, others)) return true;
  if (phraseAt(stops, words, index) > 0 || phraseAt(verbs, words, index) > 0 || isDoing(words, index))
    return true;
  if (endsNoun(word) || mayBeVerb(word) || beginsElse(word) || isJoinedElse(word)) return true;
  return spec.fields.some((field) => phraseAt(cuesOf(field).phrases, words, index) > 0);
}

export const isNear = (text: string, from: number, to: number): boolean => /^\s+$/.test(text.slice(from, to));

/** "A4 paper", "men's perfumes", "National Water Company": what limits an English noun stands before it. */
export function withModifiers(found: Candidate, place: Place): Candidate {
  const { text, words } = place.extraction;
  const at = words.findIndex(({ start }) => start >= found.start);
  const [before, first] = [words[at - 1], words[at]];
  const [last] = words.filter(({ end }) => end <= found.end).slice(-1);
  if (!before || !first || !last || !isNear(text, before.end, first.start)) return found;
  if (ownHeads.test(before.text)) return textAt(text, before, { ...last, end: found.end });
  const body = place.field.format === "body" ? andBody(at, place) : undefined;
  if (body) return textAt(text, body, { ...last, end: found.end });
  if (!/^[a-z]/.test(first.text) || first.sound !== undefined || isElse(at - 1, place)) return found;
  const said = text.slice(before.start, before.end);
  const opens = at === 1 || /[.!?\n:]/.test(text.slice(words[at - 2]?.end ?? 0, before.start));
  const isModel = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z\d-]+$/.test(said) || /^\p{Lu}{2,}$/u.test(said);
  const limits = isModel || /['’]s$/.test(said) || (!opens && /^\p{Lu}\p{Ll}/u.test(said));
  return limits ? withModifiers(textAt(text, before, { ...last, end: found.end }), place) : found;
}

/** "Food and Drug Authority": a name before "and" that begins with a capital as this one does. */
function andBody(at: number, place: Place): Word | undefined {
  const { text, words } = place.extraction;
  const [other, and] = [words[at - 2], words[at - 1]];
  if (!other || !and || !/^(?:and|&)$/.test(and.text) || !isNear(text, other.end, and.start))
    return undefined;
  return /^\p{Lu}/u.test(text.slice(other.start)) && !isElse(at - 2, place) ? other : undefined;
}

/** «شركة» in Arabizi before a house's name; «طقم كنب», a set of things. */
const ownHeads =
  /^(?:طقم|اطقم|معمول|ta2m|ta8m|tagm|ta2em|sherka[ht]?|sherket|shareket|sharikat|sharekat|shariket|sherkit)$/;

const mostWords = 4;
/** «لونها», "lonhom", «لموظف», «بعجلة»: of it, for somebody, with something. */
const besides =
  /^(?:ل[\u0620-\u064a]{3,}|[بفك](?!يضا|الجمله$)[\u0620-\u064a]{4,}|و.*)$|(?:ها|هم|نا|كم|كو)$|^[a-z].*(?:ha|hom|hum|kom|ing)$/;
const names = /^(?:[\u0620-\u064a]{2,}|[a-z0-9'][a-z0-9'-]*[a-z][a-z0-9'-]*)$/;

/** "the laptop home", "a phone between us". */
const adverbs = /^(?:home|between|interested|safe|safely|called|away|along|together|outside|anymore|no|not)$/;

function describes(index: number, place: Place): boolean {
  const word = place.extraction.words[index];
  if (!word || isFigure(word) || adverbs.test(word.text) || isElse(index, place)) return false;
  return names.test(word.text) && !besides.test(word.text) && !besides.test(word.key);
}

/** Words right behind that belong to it, where something else, a mark or the end shows how far they go. */
export function withDescription(found: Candidate, place: Place): Candidate {
  const { text, words } = place.extraction;
  const own = words.filter(({ start, end }) => end > found.start && start < found.end);
  const behind = words.findIndex(({ start }) => start >= found.end);
  if (behind === -1 || own.length >= mostWords) return found;
  let to = behind;
  while (to - behind + own.length < mostWords && follows(text, words, to, found) && describes(to, place))
    to += 1;
  const isOver = !follows(text, words, to, found) || !describes(to, place);
  const end = isOver ? to : behind;
  const joined = andOther(end, place, found);
  const last = words[joined - 1];
  return joined > behind && last ? textAt(text, { ...(own[0] as Word), start: found.start }, last) : found;
}

/** «بروجيكتور وسبورة»: a second one behind a value that is known by heart. */
export function withSecond(found: Candidate, place: Place): Candidate {
  const { text, words } = place.extraction;
  const behind = words.findIndex(({ start }) => start >= found.end);
  const first = words.find(({ end }) => end > found.start);
  const joined = behind === -1 || found.field === undefined ? behind : andOther(behind, place, found);
  const last = words[joined - 1];
  return joined > behind && first && last ? textAt(text, { ...first, start: found.start }, last) : found;
}

/** «ورشة سمكرة ودهان سيارات …»: more of the same stands behind it, and where that ends is not known; it is asked for. */
export function goesOnWith(found: Candidate, place: Place): boolean {
  const { text, words } = place.extraction;
  const behind = words.findIndex(({ start }) => start >= found.end);
  const word = words[behind];
  if (found.field === undefined || !word || !follows(text, words, behind, found)) return false;
  const glued = /^و(?!ال|احد)[\u0620-\u064a]{3,}$/.test(word.text);
  if (!glued || !isJoinedOn(word)) return false;
  const bare = word.text.slice(1);
  return !isElseAlone({ ...word, key: bare, text: bare }, place, true) && !isElse(behind, place);
}

const follows = (text: string, words: readonly Word[], index: number, { end }: Span): boolean =>
  words[index] !== undefined &&
  isNear(text, Math.max(words[index - 1]?.end ?? 0, 0), words[index]?.start ?? 0) &&
  end > 0;

/** «عطور وبخور», "antreh w sofra": a second thing of one word, with nothing behind it but an end. */
function andOther(index: number, place: Place, found: Candidate): number {
  const { extraction, others } = place;
  const { text, words } = extraction;
  const word = words[index];
  if (!word || !follows(text, words, index, found)) return index;
  // «الكنب والطاولة», «سوق العود والبخور»: both with the article, or none.
  const beside = found.text.split(/\s+/).at(-1) ?? "";
  const glued = (/^ال/.test(beside) ? /^وال[\u0620-\u064a]{3,}$/ : /^و(?!ال)[\u0620-\u064a]{3,}$/).test(
    word.text,
  );
  const article = !glued && isArticle(words[index + 1] ?? word) ? 1 : 0;
  const at = glued ? index : index + 1 + article;
  const other = words[at];
  if (
    !other ||
    !(glued || /^(?:w|و|and)$/.test(word.text)) ||
    /^(?:no|not|nobody|nothing|then|also)$/.test(other.text)
  )
    return index;
  const isOver = (next: number) => ends(text, words, next) || leadsAway(next, place);
  // «وقهوة عربية»: with what it is like.
  const more = found.field !== undefined && !isOver(at + 1) && describes(at + 1, place) ? 1 : 0;
  if (!isOver(at + 1 + more) || (glued && isJoinedElse(word))) return index;
  // "ward w badawar 3ala": a verb of the speaker's, with its preposition.
  const next = words[at + 1]?.text ?? "";
  if (
    other.sound !== undefined &&
    /^[abnt]/.test(other.text) &&
    /^(?:3ala|3la|3an|3n|l[iy]|3ind)$/.test(next)
  )
    return index;
  const bare = glued ? word.text.slice(1) : other.key;
  const alone: Word = { ...other, key: bare, text: glued ? bare : other.text };
  const isNoun = /^ال/.test(bare) && glued && !overlapsAny(other, others);
  if (glued ? !isNoun && isElseAlone(alone, place, found.field !== undefined) : !describes(at, place))
    return index;
  return at + 1 + more;
}

/** Behind it stands another value, or a small word that leads to one: "cots for 8 months"; not "wrap it". */
function leadsAway(index: number, { extraction: { words }, others }: Place): boolean {
  const word = words[index];
  if (!word) return true;
  return (
    overlapsAny(word, others) ||
    /^(?:for|in|from|at|with|within|before|until|by|near|من|الي|في|على|علي|عند|مع|لين|لمده|قبل|عندكم|بدون|عشان|علشان|لان|لاننا|لاني|خلصت|خلص|because)$/.test(
      word.text,
    ) ||
    isSmall(word)
  );
}

const ends = (text: string, words: readonly Word[], index: number): boolean => {
  const word = words[index];
  return !word || /[.!?؟;؛\n،,:()»"]/.test(text.slice(words[index - 1]?.end ?? 0, word.start));
};

/** `isNoun`: beside a value known by heart «سبوره» is a thing, and not what somebody did with it. */
function isElseAlone(word: Word, { extraction: { spec }, others }: Place, isNoun: boolean): boolean {
  if (overlapsAny(word, others)) return true;
  if (mayBeVerb(word) || endsNoun(word) || beginsElse(word) || phraseAt(stops, [word], 0) > 0) return true;
  const pronouns = isNoun ? /(?:ها|هم|نا|كم|ين|ني|ته|وه)$/ : /(?:ها|هم|نا|كم|ه|ين|ني)$/;
  if ((pronouns.test(word.key) && !/^قهوه$/.test(word.key)) || isDoing([word], 0)) return true;
  return spec.fields.some((field) => phraseAt(cuesOf(field).phrases, [word], 0) > 0);
}
