/** Well-known values of text fields, taken wherever they stand: shops, cars, kin, colours. As the customer wrote them. */
import type { FieldSpec, ServiceSpec } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { letsInstead } from "../form/taken-back.ts";
import { findPhrases, type PhraseFound, type Phrases, phraseAt, phrasesOf } from "../phrases.ts";
import { isFigure, stops } from "../texts/text-bounds.ts";
import { endsNoun, mayBeVerb } from "../texts/verb-forms.ts";
import { isFamily, withAll, withHousehold } from "../wishes/family-named.ts";
import type { Word } from "../words.ts";
import type { Candidate } from "./candidate.ts";
import { cuesOf } from "./cues.ts";
import { isKinWord } from "./kin.ts";
import { both } from "./named-together.ts";
import { at, withoutArticle } from "./options.ts";

/** `numbered`: those of the phrases that a number beside them belongs to («كامري ٢٠٢٠»). */
type Known = { readonly field: string; readonly phrases: Phrases; readonly numbered: Phrases };

const made = new WeakMap<ServiceSpec, readonly Known[]>();

function knownOf(spec: ServiceSpec): readonly Known[] {
  const before = made.get(spec);
  if (before) return before;
  const all = spec.fields.flatMap(({ name, known }) => {
    if (!known) return [];
    const numbered = known.filter((one) => / #$/.test(one)).map((one) => one.slice(0, -2));
    const phrases = phrasesOf(...known.map((one) => one.replace(/ #$/, "")));
    return [{ field: name, phrases, numbered: phrasesOf(...numbered) }];
  });
  made.set(spec, all);
  return all;
}

/** The first well-known value of each field; before it one that has its number beside it. «يا ولدي» only speaks to somebody. */
export function findKnown(text: string, words: readonly Word[], spec: ServiceSpec): Candidate[] {
  const own = words.map(withoutPossessive);
  const plain = words.map(withoutArticle);
  return knownOf(spec).flatMap(({ field, phrases, numbered }) => {
    const isNear = nearTo(spec, field);
    const isSaid = ({ index, length }: PhraseFound) =>
      words[index - 1]?.key !== "يا" &&
      !isNear(words, index) &&
      !isSmallWord(text, words, { index, length }) &&
      !byMeans.test(words[index]?.key ?? "") &&
      !ofOther.test(words[index - 1]?.key ?? "") &&
      !(
        /['’]s$/.test(words[index + length - 1]?.text ?? "") &&
        ofOther.test(words[index + length]?.text ?? "")
      );
    const bare = findPhrases(phrases, own).filter(isSaid);
    const isNumbered = ({ index, length }: PhraseFound) =>
      plain.slice(index, index + length).some((_, n) => phraseAt(numbered, plain, index + n) > 0);
    // «للشغالة والسواق»: of several people some stand behind «لل».
    const isPeople = isWhose(spec, field);
    const joinedOn = bare.length > 0 && !isPeople ? [] : findPhrases(phrases, plain).filter(isSaid);
    const found = inOrder(bare, joinedOn);
    const named = fromTo(words, joined(words, found, isNumbered));
    const places = isPeople ? withHousehold(words, named) : withAll(words, both(words, named));
    // «تأمين شامل على كامري ٢٠٢٠»: a name with its number says more.
    const first =
      places.find(isNumbered) ??
      places.find(isFamily(words)) ??
      places.find(({ length }) => length >= wholeName) ??
      places[0];
    if (!first) return [];
    const instead = places.findLast(
      ({ index }) => index > first.index && letsInstead(words.slice(first.index + first.length, index)),
    );
    if (instead)
      return [valueAt(text, words, withHead(words, instead, field, spec), { field, phrases, spec })];
    // «مو لامي للسواق»: behind the one that is denied stands the one that is meant.
    const before = words.slice(Math.max(0, first.index - 2), first.index).map(({ key }) => key);
    const meant =
      denyingWords.has(before.at(-1) ?? "") || leaves.test(before.join(" "))
        ? places[places.indexOf(first) + 1]
        : undefined;
    // Each of several papers may be somebody else's.
    const others = isPeople ? places.filter((one) => one !== first) : meant ? [meant] : [];
    return [first, ...others].map((one) => {
      const whole = isNumbered(one) ? withNumber(words, one) : withHead(words, one, field, spec);
      const place = withGivenName(text, words, whole);
      return valueAt(text, words, place, { field, phrases, spec });
    });
  });
}

/** Each place once, by where it stands. */
function inOrder(places: readonly PhraseFound[], others: readonly PhraseFound[]): readonly PhraseFound[] {
  const covers = (one: PhraseFound, other: PhraseFound) =>
    one.index < other.index + other.length && other.index < one.index + one.length;
  const more = others.filter((other) => !places.some((one) => covers(one, other)));
  return [...places, ...more].sort((a, b) => a.index - b.index);
}

/** Whom it is for is one person or a family; of anything else several may be named. */
const isWhose = ({ fields }: ServiceSpec, field: string): boolean =>
  fields.some(({ name, owner }) => name === field && owner === true);

/** «سيبكم من السواق، عايز … لمراتي», "forget my driver, …". */
const leaves =
  /(?:^| )(?:سيبك|سيبكم|سيبكو|دعك|دعكم|خلك|خلكم|عوضا|بدلا)(?: من| عن)?$|(?:^| )(?:بلاش|بدل|بدال|انسى|انسي|انسوا|balash|badal|forget|instead of)(?: my| the| el)?$/;
/** «وما نامت ولا …»: a small word is no company, though without its hamza one is spelled so («ولاء»). */
const isSmallWord = (text: string, words: readonly Word[], { index, length }: PhraseFound): boolean => {
  const word = words[index];
  if (!word || length > 1 || !/^[\u0620-\u064a]{2,3}$/.test(word.key) || phraseAt(stops, words, index) === 0)
    return false;
  return !/[\u0621-\u0626]$/.test(text.slice(word.start, word.end));
};
/** «بنتي تالين», "my son Omar": the given name right behind one's kin belongs to them. */
function withGivenName(text: string, words: readonly Word[], place: PhraseFound): PhraseFound {
  const at = place.index + place.length;
  const [last, name] = [words[at - 1], words[at]];
  if (!last || !name || !isKin(last) || !/^\s+$/.test(text.slice(last.end, name.start))) return place;
  const isName = isGivenName(name.text) && !alsoVerbs.has(name.text);
  return isName ? { ...place, length: place.length + 1 } : place;
}

const isKin = ({ key, text }: Word): boolean => isKinWord(key) || isKinWord(text) || ownKin.test(text);
const ownKin = /^(?:(?:w[ae]?l[ai]?d|[ei]?bn|b[ei]?nt)[iy]|son|daughter|wife|husband|brother|sister)$/;
/** «بنتي طلعت لها حبوب», "my wife may need …". */
const alsoVerbs = new Set("طلعت رفعت يزيد زايد وعد عوض may will mark".split(" "));

/** «حجزت بالتلفون»: how, and not whom. */
const byMeans = /^بال(?:تلفون|تليفون|هاتف|جوال|موبايل|نت|انترنت|بريد)$/;
/** «بيت ولدي», "my sister's wedding": whose, and nobody that something is for. */
const ofOther =
  /^(?:بيت|شقه|عرس|زواج|فرح|ملكه|house|home|flat|place|wedding|marriage|birthday|graduation|party|room)$/;
/** «فاتورة المية … شركة المياه الوطنية»: a name of so many words is the whole one. */
const wholeName = 3;

/** "near the Hilton", «جنب الهيلتون»: what another field is told by is no value of this one. */
function nearTo(spec: ServiceSpec, field: string): (words: readonly Word[], index: number) => boolean {
  const near = spec.fields.find(
    ({ name, type, take, format, known, required }) =>
      name !== field && type === "text" && take === "with_cue" && !required && !format && !known,
  );
  if (!near) return () => false;
  const { phrases } = cuesOf(near);
  return (words, index) =>
    findPhrases(phrases, words.slice(Math.max(0, index - 4), index)).some(
      ({ index: at, length }) => Math.max(0, index - 4) + at + length >= index - 1,
    );
}

function valueAt(
  text: string,
  words: readonly Word[],
  { index, length }: PhraseFound,
  { field, phrases, spec }: { readonly field: string; readonly phrases: Phrases; readonly spec: ServiceSpec },
): Candidate {
  const found = at(text, words, index, length);
  // «بأمازون»: the joined letter is no part of the name. "my maid's": nor is the possessive.
  const { key = "", text: written = "" } = words[index] ?? {};
  const letters =
    phrases.has(key) || phrases.has(written) || (heads.test(key) && !/^[لب]/.test(key))
      ? ""
      : (/^(?:لل|[وبفل])(?=[\u0620-\u064a])/.exec(found.text)?.[0] ?? "");
  const end = found.end - (/['’]s$/.exec(found.text)?.[0].length ?? 0);
  const start = found.start + letters.length;
  const said = text.slice(start, end);
  return { field, type: "text", value: withoutCue(field, said, spec), text: said, start, end };
}

/** «مقاس كبير»: the word that makes the rest a size is no part of it. */
function withoutCue(name: string, said: string, { fields }: ServiceSpec): string {
  const field = fields.find((one) => one.name === name);
  const [first = "", ...rest] = said.split(" ");
  const isCue = field && cuesOf(field).phrases.has(fold(first)) && !cuesOf(field).kept.has(fold(first));
  if (rest.length > 0 && isCue) return rest.join(" ");
  return withoutPreposition(said, field);
}

/** «بالإنجليزي», "in English": the language alone, where that is well known, too. */
function withoutPreposition(said: string, field: FieldSpec | undefined): string {
  const [lead = ""] = /^(?:ب(?=ال)|(?:in|into|bel|bil|b el) (?=\S+$))/iu.exec(said) ?? [];
  const bare = said.slice(lead.length);
  const names = [fold(bare), fold(bare).replace(/^ال/, "")];
  return lead !== "" && field?.known?.some((one) => names.includes(fold(one))) ? bare : said;
}

/** "from Arabic to French": both ends are one value. */
function fromTo(words: readonly Word[], places: readonly PhraseFound[]): readonly PhraseFound[] {
  const [first, second] = places;
  const whole = first && !second ? otherEnd(words, first) : undefined;
  if (whole) return [whole];
  if (!first || !second || !/^(?:from|من|mn|men)$/.test(words[first.index - 1]?.text ?? "")) return places;
  const behind = first.index + first.length;
  const isTo =
    (second.index === behind + 1 &&
      /^(?:to|into|till|until|الي|ل|لين|لحد|حتي|لغايه|lel|le|l|lein|l7ad)$/.test(words[behind]?.key ?? "")) ||
    (second.index === behind && /^ل/.test(words[behind]?.key ?? ""));
  if (!isTo) return places;
  return [{ index: first.index - 1, length: second.index + second.length - first.index + 1 }];
}

const toWord = /^(?:to|into|till|until|الي|لين|لحد|حتي|لغايه|lel|le|l|lein|l7ad)$/;
const fromWord = /^(?:from|من|mn|men)$/;

/** «من يناير لحد أكتوبر», "from Malay to Arabic": one end is well known, and the other a word alone. */
function otherEnd(words: readonly Word[], { index, length }: PhraseFound): PhraseFound | undefined {
  const behind = index + length;
  const isAt = (at: number, wanted: RegExp) =>
    wanted.test(words[at]?.key ?? "") || wanted.test(words[at]?.text ?? "");
  const isWord = (at: number) =>
    words[at] !== undefined && phraseAt(stops, words, at) === 0 && !isFigure(words[at]);
  if (isAt(index - 1, fromWord) && isAt(behind, toWord) && isWord(behind + 1))
    return { index: index - 1, length: length + 3 };
  const isLast = isAt(index - 1, toWord) && isWord(index - 2) && isAt(index - 3, fromWord);
  return isLast ? { index: index - 3, length: length + 3 } : undefined;
}

/** "Toyota Corolla", "2019 Accent third party": right behind a name that may have a number, well-known words belong to it. */
function joined(
  words: readonly Word[],
  places: readonly PhraseFound[],
  isNumbered: (place: PhraseFound) => boolean,
): readonly PhraseFound[] {
  const found: PhraseFound[] = [];
  for (const place of places) {
    const before = found.at(-1);
    const touches = before !== undefined && before.index + before.length === place.index;
    const isOne = touches && (isNumbered(before) || isNumbered(place));
    // «شامل لكامري ٢٠٢٢»: what is said of the thing before it leads on to it.
    const joined = isOne && !isNumbered(before) ? /^[وبف](?=.{4})/ : /^[وبفل](?=.{4})/;
    if (isOne && !joined.test(words[place.index]?.key ?? ""))
      found.splice(-1, 1, { index: before.index, length: before.length + place.length });
    else found.push(place);
  }
  return found;
}

/** «كامري ٢٠٢٠», "2018 Corolla": the number beside it, behind it first; a word of the model may stand between ("Kia Cerato 2019"). */
function withNumber(words: readonly Word[], { index, length }: PhraseFound): PhraseFound {
  const isNumber = (word: Word | undefined) => word !== undefined && /^\d{1,4}$/.test(word.text);
  const behind = index + length;
  if (isNumber(words[behind])) return { index, length: length + 1 };
  const isModel = phraseAt(stops, words, behind) === 0 && /^\d{4}$/.test(words[behind + 1]?.text ?? "");
  if (isModel) return { index, length: length + 2 };
  // "2018 Corolla", not "6 Hilux": of two the one with four digits is its year.
  const isYear = /^(?:19|20)\d\d$/.test(words[index - 1]?.text ?? "");
  return isYear ? { index: index - 1, length: length + 1 } : { index, length };
}

/** «مكتبة جرير», «شركة المياه»: a house's head noun belongs to its name, unless it is what leads to the field. */
const heads = /^[لب]?(?:مكتبه|شركه|موسسه|مطعم|بنك|نادي|جامعه|اكاديميه|صيدليه|محلات|اسواق)$/;

const isAdjective = (word: Word | undefined): boolean => /^ال[\u0620-\u064a]+(?:يه|ي)$/.test(word?.key ?? "");
const ofCountry = /^ال(?:سعوديه|وطنيه|عربيه|دوليه|امارتيه|كويتيه|قطريه|بحرينيه|عمانيه|مصريه)$/;
const isIndefiniteVerb = (word: Word): boolean =>
  mayBeVerb(word) || endsNoun(word) || /^[وبل]/.test(word.key);
const houseBehind = /^(?:company|corporation|co|authority)$/;

function withHead(
  words: readonly Word[],
  { index, length }: PhraseFound,
  of: string,
  { fields }: ServiceSpec,
): PhraseFound {
  const head = words[index - 1];
  // "electricity company", «شركة المياه الوطنية»
  if (houseBehind.test(words[index + length]?.text ?? "")) return { index, length: length + 1 };
  const field = fields.find((one) => one.name === of);
  const isOwn = heads.test(words[index]?.key ?? "");
  const [first, next] = [words[index], words[index + length]];
  // «الاتصالات السعودية», «السعودية للكهرباء»
  if (/^[وبفل]?ال/.test(first?.key ?? "") && ofCountry.test(next?.key ?? ""))
    return { index, length: length + 1 };
  if (/^لل/.test(first?.key ?? "") && /^[وبفل]?ال[\u0620-\u064a]+يه$/.test(head?.key ?? ""))
    return { index: index - 1, length: length + 1 };
  if (isOwn && isAdjective(next)) return { index, length: length + 1 };
  // «نادي ضمك»: a head alone is no name.
  const isName =
    next && /^[\u0620-\u064a]{3,}$/.test(next.key) && phraseAt(stops, words, index + length) === 0;
  if (isOwn && length === 1 && isName && !isIndefiniteVerb(next)) return { index, length: 2 };
  if (!head || !field || !heads.test(head.key)) return { index, length };
  const { phrases, kept } = cuesOf(field);
  const name = head.key.replace(/^[لب]/, "");
  if (phrases.has(name) && !kept.has(name)) return { index, length };
  return { index: index - 1, length: length + 1 + (isAdjective(words[index + length]) ? 1 : 0) };
}

/** "my maid's residency" is about my maid. */
function withoutPossessive(word: Word): Word {
  if (!word.text.endsWith("'s")) return word;
  const bare = word.text.slice(0, -2);
  return { ...word, text: bare, key: bare };
}
