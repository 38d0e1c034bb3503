/**
 * Places in a customer's words: exact spellings of the gazetteer first, longest first, with the letters that Arabic writes together
 * with them («للرياض», «وبجدة»); then one slip of the finger, in words that are nothing else. Knows nothing of what the place is for.
 */
import type { Found } from "../found.ts";
import { type Token, tokens } from "../letters/normalise.ts";
import { isGivenName } from "../people/given-names.ts";
import { keepRecent } from "../recent-texts.ts";
import { isCommonWithPrefix, isCommonWord } from "../words.ts";
import { gazetteer, type Place, type Spelling } from "./gazetteer.ts";
import { findSlip } from "./gazetteer-slips.ts";
import { cityWords, namedAfter, namedForIt, placeCues, traps } from "./gazetteer-traps.ts";

export type { Place, PlaceKind } from "./gazetteer.ts";

/**
 * `prefix`: the letters written together with the name and standing before `start`: «ل» in «لجدة», "l" in "ljeddah". The span holds
 * the name alone; in «للرياض» it begins at the second ل, which stands for the article's alef.
 */
export type FoundPlace = Found<Place> & { readonly prefix?: string };

type Match = {
  readonly spelling: Spelling;
  readonly from: number;
  readonly to: number;
  readonly prefix: string;
  readonly slip: boolean;
};

const isArabic = (word: string): boolean => word.charCodeAt(0) >= 0x600;
const gap = /^[\s\-_ـ'’.‏‎]{0,3}$/;
/** After a name: the way goes on from it. */
const towards: ReadonlySet<string> = new Set(["الي", "to", "ila", "ela", "le", "la", "city"]);
const latinPrefix = /^(wel|fel|fil|bel|bil|lel|lil|lal|fl|bl|ll|[wfbl])(?=[a-z0-9]{4})/;

/** Ways to read a word as prefix and name; the word itself first. */
function readings(word: string): (readonly [prefix: string, name: string])[] {
  const ways: (readonly [string, string])[] = [["", word]];
  if (!isArabic(word)) {
    const attached = latinPrefix.exec(word)?.[0];
    if (attached) ways.push([attached, word.slice(attached.length)]);
    if (attached && attached.length > 1) ways.push([attached.charAt(0), word.slice(1)]);
    return ways;
  }
  for (let length = 1; length <= 2 && word.length - length >= 3; length += 1) {
    const prefix = word.slice(0, length);
    if (!/^(?:[وفبل]|[وف][بل])$/.test(prefix)) continue;
    const name = word.slice(length);
    ways.push([prefix, name]);
    if (prefix.endsWith("ل") && name.startsWith("ل")) ways.push([prefix, `ا${name}`]);
  }
  // «عالرياض», «مالرياض»: على and من before the article.
  if (/^[عم]ال/.test(word)) ways.push([word.charAt(0), word.slice(1)]);
  return ways;
}

function joinable(text: string, words: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to - 1; at += 1) {
    const [left, right] = [words[at], words[at + 1]];
    if (!left || !right || !gap.test(text.slice(left.end, right.start))) return false;
  }
  return true;
}

/** The longest exact name that begins at word `from`. */
function exactAt(text: string, words: readonly Token[], from: number): Match | undefined {
  const { spellings, lengths } = gazetteer();
  const word = words[from]?.text ?? "";
  for (const [prefix, head] of readings(word)) {
    const most = lengths.get(head) ?? 0;
    for (let count = Math.min(most, words.length - from); count > 0; count -= 1) {
      const rest = words.slice(from + 1, from + count).map((next) => next.text);
      const spelling = spellings.get(rest.length === 0 ? head : `${head} ${rest.join(" ")}`);
      if (!spelling || (count > 1 && !joinable(text, words, from, from + count))) continue;
      if (count === 1 && prefix !== "" && !mayCarryPrefix(word, prefix, spelling)) continue;
      return { spelling, from, to: from + count, prefix, slip: false };
    }
  }
  return undefined;
}

/** A common word that happens to be letter and name («وجدت», "blog") stays a word; a weak name needs a real preposition. */
function mayCarryPrefix(word: string, prefix: string, { weight, key }: Spelling): boolean {
  if (isCommonWord(word) || weight === "named") return false;
  // "wdoha" is "and take it", not "and Doha".
  const shortest = prefix === "w" ? 5 : 4;
  return isArabic(word) || (weight === "plain" && key.length >= shortest && prefix !== "f");
}

/** No place's name is longer, with the letters before it. */
const longestName = 24;

function slipAt(words: readonly Token[], from: number): Match | undefined {
  const word = words[from]?.text ?? "";
  if (word.length < 5 || word.length > longestName || /^\d/.test(word) || isCommonWithPrefix(word))
    return undefined;
  // «منصور» is somebody, and no slip of «المنصورة».
  if (isGivenName(word)) return undefined;
  for (const [prefix, name] of readings(word)) {
    const spelling = prefix !== "" && isCommonWord(name) ? undefined : findSlip(name);
    if (spelling && (isArabic(word) || prefix === "")) {
      return { spelling, from, to: from + 1, prefix, slip: true };
    }
  }
  return undefined;
}

/** Is the word really the place here? Streets and bodies named after it, and the traps of ordinary words, are not. */
function stands(text: string, words: readonly Token[], match: Match, after: Match | undefined): boolean {
  const { spelling, from, to, prefix, slip } = match;
  const before = words[from - 1]?.text ?? "";
  const next = words[to]?.text ?? "";
  if (namedAfter.has(before) || namedForIt.has(next)) return false;
  const cued = placeCues.has(before) || cityWords.has(before) || after?.to === from;
  if (slip) return cued || prefix !== "" || words.length <= 2 || towards.has(next);
  const trap = traps.get(spelling.key);
  if (trap?.after?.has(next)) return false;
  if (trap?.before && [1, 2, 3].some((back) => trap.before?.has(words[from - back]?.text ?? "")))
    return false;
  if (spelling.weight === "plain" || (from === 0 && to === words.length)) return true;
  if (trap?.answers && from === 0 && endsHere(text, words, to)) return true;
  if (cityWords.has(before) || next === "city" || next === "governorate") return true;
  if (spelling.weight === "named") return false;
  return cued || /[بلم]$/.test(prefix) || isPartAlone(text, words, match);
}

/** «الخبر، والمشتري …», «الخبر 0541…», «الخبر يا اخوي». */
function endsHere(text: string, words: readonly Token[], to: number): boolean {
  const next = words[to];
  if (next?.text === "يا" || /^\+?\d/.test(next?.text ?? "")) return true;
  return /[,،؛\n]/.test(text.slice(words[to - 1]?.end ?? 0, next?.start));
}

/** "…, one night, Hail": nothing but the name between two marks. */
function isPartAlone(text: string, words: readonly Token[], { from, to }: Match): boolean {
  const [first, last] = [words[from], words[to - 1]];
  const before = text.slice(words[from - 1]?.end ?? 0, first?.start ?? 0);
  const behind = text.slice(last?.end ?? text.length, words[to]?.start ?? text.length);
  return /[,،;؛\n]/.test(before) && (to === words.length || /[,،;؛.\n]/.test(behind));
}

/**
 * All places that the text names, in order. A name that is also an ordinary word counts only where words around it say so. Offsets are
 * the name's own; an attached preposition stands right before them and in `prefix`.
 */
export const findPlaces: (text: string) => readonly FoundPlace[] = keepRecent(readPlaces);

function readPlaces(text: string): FoundPlace[] {
  const words = tokens(text);
  const found: FoundPlace[] = [];
  let last: Match | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const match = exactAt(text, words, at) ?? slipAt(words, at);
    if (!match || !stands(text, words, match, last)) continue;
    last = match;
    found.push(toFound(text, words, match));
    at = match.to - 1;
  }
  return found;
}

function toFound(text: string, words: readonly Token[], { spelling, from, to, prefix }: Match): FoundPlace {
  const head = words[from];
  const end = words[to - 1]?.end ?? text.length;
  const start = head ? head.start + lettersAt(text, head, prefix.length) : 0;
  const place = readVocalised(text.slice(start, end), spelling.place);
  const found = { value: place, start, end, text: text.slice(start, end) };
  return prefix === "" ? found : { ...found, prefix };
}

/** How many original characters the first `count` folded letters of a word take, marks on them included. */
function lettersAt(text: string, { start, end }: Token, count: number): number {
  let offset = 0;
  for (let left = count; left > 0 && start + offset < end; left -= 1) {
    offset += 1;
    while (/[\u064b-\u065f\u0670\u0640]/.test(text.charAt(start + offset))) offset += 1;
  }
  return offset;
}

/** «عُمان» with its vowel is the Sultanate; without one, or as «عمّان», it is the city of Amman. */
function readVocalised(written: string, place: Place): Place {
  return place.id === "jo-amman" && /ع\u064f/.test(written) ? (placeNamed("Oman") ?? place) : place;
}

let byEnglish: ReadonlyMap<string, Place> | undefined;

/** The place with this English name (any case), as orders and flows carry it. */
export function placeNamed(en: string): Place | undefined {
  byEnglish ??= new Map(gazetteer().places.map((place) => [place.en.toLowerCase(), place]));
  return byEnglish.get(en.trim().toLowerCase());
}
