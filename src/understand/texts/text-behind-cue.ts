/** A text behind a word that leads to it: «باسم …», "from …", «بخصوص …». Weak cues need what looks like a name behind them. */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { isCommonWithPrefix } from "../../language/words.ts";
import { findPhrases, onlyPhrases, type PhraseFound, phraseAt, phrasesOf } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import { cuesOf } from "../values/cues.ts";
import type { Extraction } from "../values/extraction.ts";
import { pastTowards, whoIsNamed } from "../values/names-behind-cues.ts";
import { isProper } from "../values/proper-names.ts";
import type { Span, Word } from "../words.ts";
import { isMainThing, thingText, withoutFor, withoutWhom } from "./main-thing.ts";
import { isNameless, isVessel } from "./objects.ts";
import { isJoinedOn } from "./small-words.ts";
import {
  longText,
  saysNothing,
  shortText,
  takeWords,
  textAt,
  topicText,
  upToDefinite,
} from "./text-bounds.ts";
import { withWhatOf, withWhere } from "./thing-ends.ts";
import { matterOf } from "./told-matter.ts";
import { isToBeSo, mayBeVerb } from "./verb-forms.ts";

/** Cues that stand before anything: what follows must look like a name. */
const weak = new Set(["the", "of", "with", "في", "a", "من", "from", "mn", "men", "min"]);
const thereIs = new Set(["فيه", "في", "fih", "feeh"]);
/** "near the airport": what says nothing as a name is a place to be near to. */
const beside =
  /^(?:near|close|beside|opposite|next|by|قريب|قريبه|قرب|جنب|بجنب|مقابل|areeb|2areeb|2oreeb|gamb)$/;
const landmarks = /^(?:airport|beach|office|cent(?:er|re)|city|hospital|clinic|مستشفي|المستشفي)$/;
/** Between a cue and its text, and no part of it. */
const leading = phrasesOf(
  "ارخص سعر|ارخص|افضل|the cheapest|cheapest|منها|منه|منهم|منك|meno|menno|menha|mnha|mno|off him|off her|off them|from him|from her|for sale|للبيع|me|us|لي|لنا|لها|لهم|فيه|فيها|feeh|feha|fih|fiha|lo|laha|lehom|هذا|هذه|هذي|the|a|an|my|our|this|these|some",
);
/** «في قضية خلع», «عن موضوع الإرث»: a word for any matter between the cue and which it is. */
const abouts = new Set(
  "في ف عن بخصوص بشان حول علشان عشان على about on 3an 3n 3ashan 3shan fe fi b5sos bkhsos bekhsos bkhosoos".split(
    " ",
  ),
);
const matters = phrasesOf(
  "قضيه|قضية|موضوع|مساله|حاله|mawdo3|mwdoo3|mwdo3|2adeyat|8adiyat|8adeyet|mawdoo3|mawdou3|mawdu3|mas2alet|2adeyet|the matter of|the case of|the issue of",
);

/** A cue where it stands. `led`: the first word behind it and behind what leads a correction on. */
type Cue = PhraseFound & {
  readonly field: FieldSpec;
  readonly words: readonly Word[];
  readonly led: number;
  readonly extraction: Extraction;
};

/** Words of other values, and values known by heart, which may stand before the text. */
type Others = { readonly used: readonly Span[]; readonly known: readonly Span[] };

/** The text behind the first of the field's cues that has one. */
export function textBehindCue(
  field: FieldSpec,
  words: readonly Word[],
  others: Others,
  extraction: Extraction,
): Candidate | undefined {
  for (const place of keptFirst(field, words)) {
    const behind = place.index + place.length;
    const led = extraction.correcting ? pastTowards(words, behind) : behind;
    const cue: Cue = { ...place, field, words, led, extraction };
    if (leadsElsewhere(cue)) continue;
    const taken = takenBehind(cue, others);
    if (!taken || namesNothing(cue, taken.words) || isOfChildren(taken)) continue;
    const candidate = candidateOf(cue, taken, others.used);
    if (candidate) return candidate;
  }
  return undefined;
}

/** Does the cue lead to something else than this field's text? */
function leadsElsewhere({ field, words, index, length, led, extraction }: Cue): boolean {
  const { correcting, spec, asked } = extraction;
  const [cue, behind] = [words[index], words[led]];
  const isLone = length === 1;
  // «فيه عميل …» at the beginning is "there is".
  if (index === 0 && isLone && thereIs.has(cue?.key ?? "")) return true;
  // «… ويكون فيه حراسة», "it should have a guard": how it is to be, and not what it holds.
  if (isLone && isToBeSo(words[index - 1])) return true;
  // «عن طريقكم»: through whom, and not what about.
  if (through.test(behind?.key ?? "") && abouts.has(words[led - 1]?.key ?? "")) return true;
  // "leave it with the guard": with whom, unless it is what a box holds.
  if (isLone && cue?.text === "with" && isCompany(words, index)) return true;
  // "a driver of ours" holds nothing.
  if (isLone && cue?.text === "of" && whose.test(behind?.text ?? "")) return true;
  // What is corrected is named, or led to by words that are this field's alone.
  if (correcting && isLone && led === index + length && !correcting.named.has(field.name)) return true;
  if (field.named !== true) return false;
  // «اسمها ريم» under a question for a name answers that, and behind a patient it is the patient's.
  const asksName = spec.fields.some(({ name, type }) => name === asked && type === "person_name");
  if (calls.test(cue?.text ?? "") && (asksName || whoIsNamed(words, index) !== "doctor")) return true;
  // "at Dr Soliman Fakeeh": where, and not by whom.
  return cue?.text === "dr" && words[index - 1]?.text === "at";
}

const asks =
  /^(?:فين|وين|ايه|ليه|ليش|ايش|وش|شنو|شو|كيف|ازاي|feen|fein|wein|ween|eh|leh|leesh|where|what|why)$/;
const through = /^(?:طريق|طريقكم|طريقك|6reegkm|tare2ko)/;

const isNearby = ({ words, index }: Cue): boolean => beside.test(words[index]?.key ?? "");
const isWeak = ({ words, index, length }: Cue): boolean => length === 1 && weak.has(words[index]?.text ?? "");

/** `isKept`: it begins with the cue's own last word («شركة النور»). */
type Taken = { readonly words: readonly Word[]; readonly isKept: boolean };

/** The words behind the cue that are the text's own. */
function takenBehind(cue: Cue, { used, known }: Others): Taken | undefined {
  const { field, words, index, length, extraction } = cue;
  const { text, denied, spec } = extraction;
  const bounds = field.long ? longText : field.thing ? shortText : topicText;
  const bare = takeWords(text, words, beginOf(cue, known), [...used, ...denied], bounds);
  const near = isNearby(cue) ? upToDefinite(bare) : ofHouse(bare);
  const told = field.long && field.follows !== undefined ? matterOf(near) : near;
  const behind = field.thing || field.long ? told : withWhere(text, words, near, spec);
  // The house's noun is the cue, and belongs to its name.
  const isKept = phraseAt(cuesOf(field).kept, words, index) > 0 && behind.length > 0 && !saysNothing(behind);
  const house = words.slice(index + length - 1, index + length);
  // «للفندق مباشرة»: with its article the noun is all.
  if (isKept && (/^(?:لل|ال)/.test(house[0]?.text ?? "") || isJoinedOn(behind[0] as Word))) return undefined;
  const whole = isKept ? [...house, ...behind] : behind;
  const isFree = !isMainThing(field) && !field.long;
  const isOneName = isWeak(cue) && isFree;
  const named = field.named ? inCapitals(text, whole) : isOneName ? ofOneName(text, whole) : whole;
  return { words: isFree ? withoutSum(named) : named, isKept };
}

/** Where the text begins: behind small words, a word for any matter, and what is known by heart. */
function beginOf(cue: Cue, known: readonly Span[]): number {
  const { words, index, length, led } = cue;
  // "near the train station": the article of a landmark is part of its name.
  if (isNearby(cue) && words[led]?.text === "the") return pastVerb(words, past(known, words, led));
  const about = abouts.has(words[index + length - 1]?.key ?? "") ? phraseAt(matters, words, led) : 0;
  return pastVerb(words, past(known, words, led + (about || leadingAt(words, led))));
}

/** «مدرسة الأولاد», «مدارس أولادي»: whose it is, and not which. */
const isOfChildren = ({ words }: Taken): boolean => {
  const [house, whose, more] = withoutWhom(words);
  return more === undefined && schools.test(house?.key ?? "") && children.test(whose?.key ?? "");
};
const schools = /^ل?(?:مدرسه|مدارس|روضه|حضانه|جامعه|معهد|نادي)$/;
const children = /^(?:ال)?(?:اولاد|عيال|بنات|ابناء|ولد|بنت|ابن)(?:ي|نا|ه|ها|هم)?$/;

function namesNothing(cue: Cue, taken: readonly Word[]): boolean {
  const { field, words, index, length, extraction } = cue;
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last) return true;
  // «شوفولي المشكلة فين»
  if (taken.length === 1 && (asks.test(first.key) || asks.test(first.text))) return true;
  const isThing = isMainThing(field);
  // «فندق ابيت فيه»
  if (!field.long && !isThing && staying.test(first.key)) return true;
  // «شركة العائلة تدور …»: whose it is, and not what.
  if (field.follows !== undefined && kin.test(first.key)) return true;
  // «تخزين أرشيف: …»: the kind of thing, and not which.
  if (field.thing && taken.length === 1 && isNameless(taken)) return true;
  // «مو شرا بيع. ابيع مكيف»: a cue behind a cue is no value.
  if (isThing && onlyPhrases(cuesOf(field).phrases, taken)) return true;
  const isLandmark = isNearby(cue) && landmarks.test(last.key);
  if (saysNothing(isThing ? withoutWhom(taken) : taken) && !isLandmark) return true;
  if (field.named && !isProper(extraction.text, taken, words[index + length - 1])) return true;
  return isWeak(cue) && !isName(extraction.text, taken, words[index]?.text);
}

function candidateOf(
  { field, words, extraction: { text } }: Cue,
  { words: taken, isKept }: Taken,
  used: readonly Span[],
): Candidate | undefined {
  if (isMainThing(field))
    return thingText(text, field.thing ? withWhatOf(text, words, [...withoutWhom(taken)], used) : taken);
  const [first, last] = [taken[0], field.long ? taken.at(-1) : (withoutWhom(taken).at(-1) ?? taken.at(-1))];
  return first && last && textAt(text, isKept ? withoutFor(first) : first, last);
}

/** «لي», "me a": small words between the cue and its text. */
function leadingAt(words: readonly Word[], at: number): number {
  const first = phraseAt(leading, words, at);
  return first === 0 ? 0 : first + phraseAt(leading, words, at + first);
}

/** «قسط العربية لشركة عبد اللطيف جميل»: the noun of a house says more than what is paid. */
function keptFirst(field: FieldSpec, words: readonly Word[]): readonly PhraseFound[] {
  const { phrases, kept } = cuesOf(field);
  const found = findPhrases(phrases, words);
  const isKept = ({ index }: PhraseFound) => phraseAt(kept, words, index) > 0;
  return kept.size === 0 ? found : [...found.filter(isKept), ...found.filter((one) => !isKept(one))];
}

/** "dr Amal see her": what begins with a capital goes on with capitals. */
function inCapitals(text: string, taken: readonly Word[]): readonly Word[] {
  const isCapital = ({ start }: Word) => /\p{Lu}/u.test(text.charAt(start));
  if (!taken[0] || !isCapital(taken[0])) return taken;
  const end = taken.findIndex(
    (word) => !isCapital(word) && !/^(?:al|el|bin|bint|ibn|abu|abdul|de|of|and)$/.test(word.text),
  );
  return end === -1 ? taken : taken.slice(0, end);
}

/** «رسوم الغرفة التجارية ١٢٠٠»: a sum behind a name is none of it. */
function withoutSum(taken: readonly Word[]): readonly Word[] {
  const isSum = taken.length > 1 && /^\d{3,}$/.test(taken.at(-1)?.text ?? "");
  return isSum ? taken.slice(0, -1) : taken;
}

const kin =
  /^(?:ال)?(?:عائله|عايله|والد|والده|اهل|ابوي|ابويا|اخوي|اخويا|اخي|عمي|خالي|جدي|family|father|brother)$/;
const calls = /^(?:اسمه|اسمها|his|her|esmo|esmaha|ismo|ismaha)$/;
const whose = /^(?:ours|mine|yours|his|hers|theirs|us|them|course)$/;
/** «شركة تورد لنا أجهزة»: what it does for us, before the thing. */
function pastVerb(words: readonly Word[], from: number): number {
  const [verb, whom] = [words[from], words[from + 1]];
  const isFor = whom !== undefined && /^(?:لي|لنا|لها|لهم|له|علينا)$/.test(whom.key);
  return verb && isFor && mayBeVerb(verb) ? from + 2 : from;
}

/** What guests do, and no name. */
const staying =
  /^(?:ابيت|نبيت|انام|ننام|اسكن|نسكن|اقعد|نقعد|انزل|ننزل|ابات|نبات|اريح|يكون|تكون|يسع|يناسب|اقدر|نقدر|اروح|نروح|اجلس|نجلس)/;

/** "the parcel with the guard", "speak with Sami"; not "a box with books". */
const isCompany = (words: readonly Word[], index: number): boolean =>
  !isVessel(words, index - 1) ||
  /^(?:the|him|her|them|us|me|reception|security)$/.test(words[index + 1]?.text ?? "");

/** The first word from `index` that is in none of the spans. */
function past(spans: readonly Span[], words: readonly Word[], index: number): number {
  const next = words.findIndex((word, at) => at >= index && !overlapsAny(word, spans));
  return next === -1 ? words.length : next;
}

/** «من مكتبة العبيكان»: a house, and which. */
const houses =
  /^(?:مكتبه|سوق|اسواق|محلات|معرض|صيدليه|مطعم|مخبز|متجر|بقاله|معارض|هايبر|سوبرماركت|maktabat|maktabet|sou2|soog|souq)$/;

/** «مكتبة النوري نسخة من …»: its name is one word, or more that all have the article. */
function ofHouse(taken: readonly Word[]): readonly Word[] {
  if (!houses.test(taken[0]?.key ?? "")) return taken;
  const end = taken.findIndex(({ key }, n) => n > 1 && !/^ال/.test(key));
  return end === -1 ? taken : taken.slice(0, end);
}

/** «من ساكو ٢٠ كرسي», "mn centrepoint gazma": behind a small word a name goes on with articles and capitals alone. */
function ofOneName(text: string, taken: readonly Word[]): readonly Word[] {
  if (taken.length < 2 || houses.test(taken[0]?.key ?? "")) return taken;
  const goesOn = (word: Word, n: number) =>
    /^(?:ال[\u0620-\u064a]{3,}|عبد|ابو|بن)/.test(word.key) ||
    /\p{Lu}/u.test(text.charAt(word.start)) ||
    /^(?:el|al|abu|and|&)$/.test(word.text) ||
    /^(?:عبد|el|al|abu|and|&)$/.test(taken[n - 1]?.text ?? "");
  const end = taken.findIndex((word, n) => n > 0 && !goesOn(word, n));
  return end === -1 ? taken : taken.slice(0, end);
}

/** "the Marriott", "box of Books": English names begin with a capital; "of" may lead to any noun. «من سنتربوينت» is no ordinary word. */
function isName(text: string, [first, second]: readonly Word[], cue: string | undefined): boolean {
  if (!first) return false;
  if (houses.test(first.key))
    return (
      second !== undefined &&
      !saysNothing([second]) &&
      (/^ال/.test(second.key) || !isCommonWithPrefix(second.key))
    );
  if (cue === "من" || (first.key !== first.text && cue !== undefined && /^m/.test(cue)))
    return (
      !isCommonWithPrefix(first.key) && first.key.length > 2 && !mayBeVerb(first) && !saysNothing([first])
    );
  return cue === "of" || cue === "with" || /\p{Lu}/u.test(text.charAt(first.start));
}
