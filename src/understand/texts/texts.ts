/**
 * Values in free words: what stands behind a cue, up to where something else begins. «طرد فيه كتب من الرياض» gives "كتب" and no more. In
 * doubt nothing is taken: the question will be asked.
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { isCommonWithPrefix } from "../../language/words.ts";
import { findPhrases, onlyPhrases, phraseAt, phrasesOf } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import { cuesOf } from "../values/cues.ts";
import type { Extraction } from "../values/extraction.ts";
import { nameBehindCue, pastTowards } from "../values/names-behind-cues.ts";
import { isProper } from "../values/proper-names.ts";
import { type Span, type Word, wordsIn } from "../words.ts";
import { textBesideChoice } from "./behind-choice.ts";
import { isMainThing, objectOf, thingText, withoutFor, withoutWhom } from "./main-thing.ts";
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
import { findTrouble } from "./troubles.ts";
import { mayBeVerb } from "./verb-forms.ts";

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
/**
 * Spans of other values with their cues, those among them that may stand before a thing, and nouns that count nothing («كرتون كتب»).
 * `choices`: words that also named an option; what every request is about may be said in them ("employment contract").
 */
export type Around = {
  readonly taken: readonly Span[];
  readonly choices: readonly Span[];
  /** Values known by heart: "a used laptop", where "used" has its own field. */
  readonly known: readonly Span[];
  readonly counted: readonly Span[];
  readonly nouns: readonly Span[];
  /** Phones and choices: lines and companies, which a trouble is told of. */
  readonly lines: readonly Span[];
  /** Where each choice's words stand, by its name. */
  readonly chosen: ReadonlyMap<string, readonly Span[]>;
};

/** Texts behind cues, one a field, for those of `fields` that hold free words. */
export function findTexts(
  extraction: Extraction,
  fields: readonly FieldSpec[],
  around: Around,
): [FieldSpec, Candidate][] {
  const { span, filled = [], correcting } = extraction;
  const inside = span ? wordsIn(extraction.words, span) : extraction.words;
  const found: [FieldSpec, Candidate][] = [];
  // A name's words are no thing's.
  const isName = ({ type }: FieldSpec) => type === "person_name";
  for (const field of [...fields.filter(isName), ...fields.filter((one) => !isName(one))]) {
    if (filled.includes(field.name) && !correcting) continue;
    const closed = isMainThing(field) ? around.taken : [...around.taken, ...around.choices];
    const used = [...closed, ...found.map(([, candidate]) => candidate)];
    if (field.type === "person_name") {
      const name = nameBehindCue(field, inside, used, extraction);
      if (name) found.push([field, name]);
    }
    if (field.type !== "text" || field.format) continue;
    const first = readText(field, inside, used, around, extraction);
    // Words may name the thing and an option, or one of them a part of the other; half of an option's words name nothing.
    const halved = around.choices.filter((choice) => first && isHalved(choice, first));
    const candidate =
      halved.length > 0 ? readText(field, inside, [...used, ...halved], around, extraction) : first;
    if (candidate) found.push([field, candidate]);
  }
  return found;
}

function readText(
  field: FieldSpec,
  words: readonly Word[],
  used: readonly Span[],
  around: Around,
  extraction: Extraction,
): Candidate | undefined {
  const chosen = field.follows === undefined ? undefined : around.chosen.get(field.follows);
  // «جدوى لمشروع كافيه»: a cue of several words says more than the choice.
  const isSingle = findPhrases(cuesOf(field).phrases, words).every(({ length }) => length === 1);
  const besides = chosen && isSingle && !field.long && !extraction.correcting;
  const beside = besides
    ? textBesideChoice(field, words, chosen, [...used, ...chosen], extraction, true)
    : undefined;
  if (beside) return beside;
  const closed = chosen && !field.long ? [...used, ...chosen] : used;
  const led = textBehindCue(field, words, { used: closed, known: around.known }, extraction);
  if (led || extraction.correcting) return led;
  return (
    (chosen && textBesideChoice(field, words, chosen, [...used, ...chosen], extraction)) ??
    (field.trouble ? findTrouble(field, words, around.lines, extraction) : undefined) ??
    (isMainThing(field) && (field.thing || isCounted(field, extraction))
      ? objectOf(field, words, used, around, extraction)
      : undefined)
  );
}

/** «موزع … ياخذ مني بهارات»: what another question counts is a thing; what a study is about is none. */
const isCounted = ({ name, follows }: FieldSpec, { spec }: Extraction): boolean =>
  follows !== undefined && spec.fields.some(({ counts }) => counts === name);

function isHalved(one: Span, other: Span): boolean {
  const overlap = one.start < other.end && one.end > other.start;
  // «لأثاث الموكل»: the joined letters are the choice's, not the thing's.
  const inside = (a: Span, b: Span) => a.start + 2 >= b.start && a.end <= b.end;
  return overlap && !inside(one, other) && !inside(other, one);
}

function textBehindCue(
  field: FieldSpec,
  words: readonly Word[],
  { used, known }: { readonly used: readonly Span[]; readonly known: readonly Span[] },
  { text, denied, correcting, spec, asked }: Extraction,
): Candidate | undefined {
  const isNamed = field.named === true;
  const asksName = spec.fields.some(({ name, type }) => name === asked && type === "person_name");
  for (const { index, length } of keptFirst(field, words)) {
    // «فيه عميل …» at the beginning is "there is".
    if (index === 0 && length === 1 && thereIs.has(words[0]?.key ?? "")) continue;
    const led = correcting ? pastTowards(words, index + length) : index + length;
    // "near the train station": the article of a landmark is part of its name.
    const isBeside = beside.test(words[index]?.key ?? "") && words[led]?.text === "the";
    const about = abouts.has(words[index + length - 1]?.key ?? "") ? phraseAt(matters, words, led) : 0;
    // «عن طريقكم»: through whom, and not what about.
    if (
      /^(?:طريق|طريقكم|طريقك|6reegkm|tare2ko)/.test(words[led]?.key ?? "") &&
      abouts.has(words[led - 1]?.key ?? "")
    )
      continue;
    // "leave it with the guard": with whom, unless it is what a box holds.
    if (length === 1 && words[index]?.text === "with" && isCompany(words, index)) continue;
    // «اسمها ريم» under a question for a name answers that.
    if (isNamed && asksName && calls.test(words[index]?.text ?? "")) continue;
    // "at Dr Soliman Fakeeh": where, and not by whom.
    if (isNamed && words[index]?.text === "dr" && words[index - 1]?.text === "at") continue;
    // "a driver of ours" holds nothing.
    if (length === 1 && words[index]?.text === "of" && whose.test(words[led]?.text ?? "")) continue;
    const from = pastVerb(words, past(known, words, isBeside ? led : led + (about || leadingAt(words, led))));
    // What is corrected is named, or led to by words that are this field's alone.
    if (correcting && length === 1 && led === index + length && !correcting.named.has(field.name)) continue;
    const bare = takeWords(
      text,
      words,
      from,
      [...used, ...denied],
      field.long ? longText : field.thing ? shortText : topicText,
    );
    const near = beside.test(words[index]?.key ?? "") ? upToDefinite(bare) : ofHouse(bare);
    const isMatter = field.long && field.follows !== undefined;
    const told = isMatter ? matterOf(near) : near;
    const behind = field.thing || field.long ? told : withWhere(text, words, near, spec);
    // «شركة النور»: the house's noun is the cue, and belongs to its name.
    const isKept =
      phraseAt(cuesOf(field).kept, words, index) > 0 && behind.length > 0 && !saysNothing(behind);
    // «للفندق مباشرة»: with its article the noun is all.
    const house = words[index + length - 1]?.text ?? "";
    if (isKept && (/^(?:لل|ال)/.test(house) || isJoinedOn(behind[0] as Word))) continue;
    const whole = isKept ? [...words.slice(index + length - 1, index + length), ...behind] : behind;
    const isWeak = length === 1 && weak.has(words[index]?.text ?? "") && !isMainThing(field) && !field.long;
    const named = field.named ? inCapitals(text, whole) : isWeak ? ofOneName(text, whole) : whole;
    const taken = isMainThing(field) || field.long ? named : withoutSum(named);
    const [first, last] = [taken[0], taken.at(-1)];
    // «فندق ابيت فيه»
    if (first && !field.long && !isMainThing(field) && staying.test(first.key)) continue;
    // «شركة العائلة تدور …»: whose it is, and not what.
    if (field.follows !== undefined && first && kin.test(first.key)) continue;
    // «تخزين أرشيف: …»: the kind of thing, and not which.
    if (field.thing && taken.length === 1 && isNameless(taken)) continue;
    // «مو شرا بيع. ابيع مكيف»: a cue behind a cue is no value.
    if (isMainThing(field) && onlyPhrases(cuesOf(field).phrases, taken)) continue;
    const isLandmark = beside.test(words[index]?.key ?? "") && landmarks.test(last?.key ?? "");
    if (!first || !last || (saysNothing(isMainThing(field) ? withoutWhom(taken) : taken) && !isLandmark))
      continue;
    if (field.named && !isProper(text, taken, words[index + length - 1])) continue;
    if (length === 1 && weak.has(words[index]?.text ?? "") && !isName(text, taken, words[index]?.text))
      continue;
    const candidate = isMainThing(field)
      ? thingText(text, field.thing ? withWhatOf(text, words, [...withoutWhom(taken)], used) : taken)
      : textAt(
          text,
          isKept ? withoutFor(first) : first,
          field.long ? last : (withoutWhom(taken).at(-1) ?? last),
        );
    if (candidate) return candidate;
  }
  return undefined;
}

/** «لي», "me a": small words between the cue and its text. */
function leadingAt(words: readonly Word[], at: number): number {
  const first = phraseAt(leading, words, at);
  return first === 0 ? 0 : first + phraseAt(leading, words, at + first);
}

/** «قسط العربية لشركة عبد اللطيف جميل»: the noun of a house says more than what is paid. */
function keptFirst(field: FieldSpec, words: readonly Word[]): readonly { index: number; length: number }[] {
  const { phrases, kept } = cuesOf(field);
  const found = findPhrases(phrases, words);
  const isKept = ({ index }: { index: number }) => phraseAt(kept, words, index) > 0;
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
  const next = words.findIndex(
    (word, at) => at >= index && !spans.some(({ start, end }) => word.start < end && word.end > start),
  );
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
