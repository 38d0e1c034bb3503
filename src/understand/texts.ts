/**
 * Values in free words: what stands behind a cue, up to where something else begins. «طرد فيه كتب من الرياض» gives "كتب" and no more. In
 * doubt nothing is taken: the question will be asked.
 */
import type { FieldSpec } from "../domain/understanding.ts";
import { isGivenName } from "../language/given-names.ts";
import { mayBeInName } from "../language/names.ts";
import type { Candidate } from "./candidates.ts";
import { conceptsOf } from "./concepts.ts";
import { towards } from "./correction.ts";
import { cuesOf } from "./cues.ts";
import type { Extraction } from "./extract.ts";
import { goodsIn } from "./goods.ts";
import { objectStarts, ownLam, thingIn, wantedStarts } from "./objects.ts";
import { findPhrases, phraseAt, phrasesOf } from "./phrases.ts";
import { type Span, type Word, wordsIn } from "./words.ts";

/** Words that begin something else. */
const stops = phrasesOf(
  "من|الى|بين|داخل|خارج|خلال|بداخل|بدون|لين|حتى|في|على|عند|عندكم|عندكو|عندك|لديكم|معكم|عن|مع|يوم|بكره|بكرا|بكرة|غدا|اليوم|الليله|الحين|الان|قبل|بعد|وزنها|وزنه|وزن|بوزن|الوزن|عدد|عددها|لمده|باسم|رقم|جوال|جوالي|رقمي|ابي|ابغى|اريد|عايز|عاوز|محتاج|احتاج|وابي|وابغى|لازم|لو|اذا|الساعه|بحدود|ميزانيتي|و|او|الله|بس|لكن|ضروري|مستعجل|بسرعه|كم|بكم|بكام|هل|ممكن|المستلم|للمستلم|لاهلي|لامي|لاختي|لصديقي|ان|انا|احنا|ابيه|ابيها|ابغاه|ابغاها|عايزه|عايزها|عايزاه|نبيه|نبيها|حق|زي|مثل|عبر|عبركم|نيابه|نيابه عني|لحد|لما|عشان|علشان|لان|جنب|بجنب|بجانب|مقابل|ما|مو|مش|للبيع|ارغب|نرغب|لدى|باشرافكم|بواسطتكم|معروض|معروضه|وابحث|ونبحث|وادور|وودي|وودنا|وخايف|وعايزين|ونبي",
  "to|from|in|at|on|by|for|and|with|weighing|weighs|weight|tomorrow|today|tonight|next|this|before|after|around|about|please|pls|asap|urgent|urgently|i|we|my|our|it|is|are|will|that|which|who|or|but|if|so|then|need|want|can|could|under|name|phone|until|till|altogether|per|how|when|what|where|near|close|beside|opposite|while|because|since|instead|via|through",
  "mn|men|min|le|la|lel|l|fe|fi|fel|b|bokra|bukra|3and|3nd|w|we|yom|wazn|waznha|abi|abgha|3ayez",
);
/** Cues that stand before anything: what follows must look like a name. */
const weak = new Set(["the", "of", "with", "في", "a"]);
const thereIs = new Set(["فيه", "في", "fih", "feeh"]);
/** Words that describe and name nothing. */
const plain = phrasesOf(
  "رخيص|رخيصه|قريب|قريبه|نظيف|نضيف|كويس|كويسه|حلو|حلوه|زين|زينه|فاخر|فاخره|مناسب|مناسبه|راقي|اقتصادي|عائلي|عوائل|هادي|هاديه|جديد|كبير|صغير|صغيره|كبيره|وسط|ممتاز|افضل|احسن|ارخص|اي|شي|شيء|حاجه|حاجات|اشياء|اغراض|غرض|كل|مطل|مطله|فيه|فيها|له|لها|لي|لنا|هناك|سوال|استفسار|موضوع|مشكله|قضيه|قانوني|قانونيه|بسيط|بسيطه|خمس|اربع|ثلاث|نجوم|مريح|محترم|تمام|فاضي|فاضيه|متاح|شاغره|ليله|ليالي|ليلتين|لشخصين|لشخص|موعد|كشف|عياده|مستشفي|منتج|المنتج|منتجات|سلعه|السلعه|بضاعه|موقع|الموقع|شراء|طلب|هذا|هذه|هذي|مورد|موردين|موزع|موزعين|مستورد|مستوردين|مستثمر|شريك|خدمه|الخدمه|محامي|محاميه|محامين|محاسب|جمله|بالجمله|منتجاتنا|لمنتجاتنا|لمنتجنا|مجمعه|عروض",
  "cheap|nice|good|best|great|clean|luxury|affordable|budget|decent|quiet|big|small|large|new|old|same|first|second|last|best|nearest|closest|stuff|things|thing|something|anything|everything|smth|sth|hotel|hotels|room|rooms|booking|order|office|city|airport|beach|center|centre|weekend|following|other|whole|total|question|issue|problem|case|matter|legal|simple|quick|appointment|appointments|visit|checkup|consultation|clinic|hospital|product|products|item|items|this|that|one|website|site|online|supplier|suppliers|distributor|distributors|partner|buyers|service|lawyer|attorney|solicitor|accountant|quotes|montagatna|wholesale",
);
/** "near the airport": what says nothing as a name is a place to be near to. */
const beside =
  /^(?:near|close|beside|opposite|next|by|قريب|قريبه|قرب|جنب|بجنب|مقابل|areeb|2areeb|2oreeb|gamb)$/;
const landmarks = /^(?:airport|beach|office|cent(?:er|re)|city|hospital|clinic|مستشفي|المستشفي)$/;
/** Between a cue and its text, and no part of it. */
const leading = phrasesOf("me|us|لي|لنا|هذا|هذه|هذي|the|a|an|my|our|this|these|some");
/** What ends a thing, and what ends a text that tells something. */
const shortText = { most: 6, ends: stops };
const longText = {
  most: 24,
  ends: phrasesOf(
    "لو سمحت|لو سمحتوا|بليز|من فضلك|من فضلكم|ضروري|مستعجل|بسرعه|رقمي|جوالي|ورقمي|وجوالي|باسم|شكرا|please|pls|plz|asap|urgently|thanks|thank you|my number|my phone|my mobile|law sama7t|raqmi",
  ),
};
const boundary = /[.!?؟;؛\n،,:()]/;

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
};

/** Texts behind cues, one a field, for those of `fields` that hold free words. */
export function findTexts(
  extraction: Extraction,
  fields: readonly FieldSpec[],
  { taken, choices, known, counted, nouns }: Around,
): [FieldSpec, Candidate][] {
  const { span, filled = [], correcting } = extraction;
  const inside = span ? wordsIn(extraction.words, span) : extraction.words;
  const found: [FieldSpec, Candidate][] = [];
  for (const field of fields) {
    if (filled.includes(field.name) && !correcting) continue;
    const closed = isMainThing(field) ? taken : [...taken, ...choices];
    const used = [...closed, ...found.map(([, candidate]) => candidate)];
    if (field.type === "person_name") {
      const name = nameBehindCue(field, inside, used, extraction);
      if (name) found.push([field, name]);
    }
    if (field.type !== "text" || field.format) continue;
    const read = (without: readonly Span[]) =>
      textBehindCue(field, inside, { used: without, known }, extraction) ??
      (isMainThing(field) && !correcting
        ? objectOf(field, inside, without, { counted, nouns, known }, extraction)
        : undefined);
    const first = read(used);
    // Words may name the thing and an option, or one of them a part of the other; half of an option's words name nothing.
    const halved = choices.filter((choice) => first && isHalved(choice, first));
    const candidate = halved.length > 0 ? read([...used, ...halved]) : first;
    if (candidate) found.push([field, candidate]);
  }
  return found;
}

function isHalved(one: Span, other: Span): boolean {
  const overlap = one.start < other.end && one.end > other.start;
  const inside = (a: Span, b: Span) => a.start >= b.start && a.end <= b.end;
  return overlap && !inside(one, other) && !inside(other, one);
}

/** What every request of the service is about: asked of everybody, and taken without a cue. */
export function isMainThing({ type, take, required }: FieldSpec): boolean {
  return type === "text" && take === "free" && required;
}

function textBehindCue(
  field: FieldSpec,
  words: readonly Word[],
  { used, known }: { readonly used: readonly Span[]; readonly known: readonly Span[] },
  { text, denied, correcting }: Extraction,
): Candidate | undefined {
  for (const { index, length } of findPhrases(cuesOf(field).phrases, words)) {
    // «فيه عميل …» at the beginning is "there is".
    if (index === 0 && length === 1 && thereIs.has(words[0]?.key ?? "")) continue;
    const led = correcting ? pastTowards(words, index + length) : index + length;
    const from = past(known, words, led + phraseAt(leading, words, led));
    // What is corrected is named, or led to by words that are this field's alone.
    if (correcting && length === 1 && led === index + length && !correcting.named.has(field.name)) continue;
    const taken = takeWords(text, words, from, [...used, ...denied], field.long ? longText : shortText);
    const [first, last] = [taken[0], taken.at(-1)];
    const isLandmark = beside.test(words[index]?.key ?? "") && landmarks.test(last?.key ?? "");
    if (!first || !last || (saysNothing(taken) && !isLandmark)) continue;
    if (length === 1 && weak.has(words[index]?.text ?? "") && !isName(text, first, words[index]?.text))
      continue;
    if (!isMainThing(field)) return textAt(text, first, last);
    const end = taken.findIndex((word, n) => n > 0 && forWhom.test(word.text) && !ownLam.test(word.text));
    return textAt(text, withoutFor(first), taken.at(end === -1 ? -1 : end - 1) ?? last);
  }
  return undefined;
}

/** «حاسوبي لفرد آخر»: whom the thing is for is no part of it. */
const forWhom = /^ل[\u0620-\u064a]{3,}/;

/** «دراسة جدوى لمغسلة»: the ل is "for", and no part of the thing. */
function withoutFor(word: Word): Word {
  const [joined] = /^لل?(?=[\u0620-\u064a]{3})/.exec(word.text) ?? [];
  return joined && !ownLam.test(word.text) ? { ...word, start: word.start + joined.length } : word;
}

/** The first word from `index` that is in none of the spans. */
function past(spans: readonly Span[], words: readonly Word[], index: number): number {
  const next = words.findIndex(
    (word, at) => at >= index && !spans.some(({ start, end }) => word.start < end && word.end > start),
  );
  return next === -1 ? words.length : next;
}

/** The thing that is sent, stored or asked for, when no cue leads to it: only for the question that every request answers. */
function objectOf(
  field: FieldSpec,
  words: readonly Word[],
  used: readonly Span[],
  { counted, nouns, known }: Pick<Around, "counted" | "nouns" | "known">,
  { text, denied }: Extraction,
): Candidate | undefined {
  const passed = [...counted, ...known];
  const wanted = field.wanted ? wantedStarts(words, passed) : [];
  for (const from of [...objectStarts(words, counted, nouns, passed), ...wanted]) {
    const taken = thingIn(takeWords(text, words, from, [...used, ...denied]));
    const [first, last] = [taken[0], taken.at(-1)];
    if (first && last && !saysNothing(taken)) return textAt(text, first, last);
  }
  const free = words.filter(
    (word) => ![...used, ...denied].some(({ start, end }) => word.start < end && word.end > start),
  );
  const goods = goodsIn(free);
  const [first, last] = [goods[0], goods.at(-1)];
  return first && last ? textAt(text, first, last) : undefined;
}

function textAt(text: string, { start }: Word, { end }: Word): Candidate {
  const said = text.slice(start, end);
  return { type: "text", start, end, text: said, value: said };
}

/** Behind the cue of a name: two to four words, in English with capitals, that mean nothing else. */
function nameBehindCue(
  field: FieldSpec,
  words: readonly Word[],
  used: readonly Span[],
  { text, denied, correcting }: Extraction,
): Candidate | undefined {
  for (const { index, length } of findPhrases(cuesOf(field).phrases, words)) {
    const led = correcting ? pastTowards(words, index + length) : index + length;
    const from = led + phraseAt(titles, words, led);
    const taken = takeWords(text, bareName(words, from, correcting !== undefined), from, [
      ...used,
      ...denied,
    ]);
    const known = isGivenName(taken[0]?.text ?? "");
    const end = taken.findIndex((word, n) => !mayBeName(text, word, known && n > 0));
    const name = taken.slice(0, end === -1 ? 4 : Math.min(end, 4));
    const [first, last] = [name[0], name.at(-1)];
    const sure = length > 1 || !vague.has(words[index]?.text ?? "") || name.length > 1 || known;
    if (first && last && sure) return textAt(text, first, last);
  }
  return undefined;
}

/** Past «إلى», "to", "should be" behind the name of a field that is corrected. */
function pastTowards(words: readonly Word[], from: number): number {
  let index = from;
  for (;;) {
    const length = phraseAt(towards, words, index);
    if (length === 0) return index;
    index += length;
  }
}

/** «غير الاسم لمحمد»: the ل is "to", where the rest is a known name. */
function bareName(words: readonly Word[], at: number, correcting: boolean): readonly Word[] {
  const word = words[at];
  if (!correcting || !word?.text.startsWith("ل") || !isGivenName(word.text.slice(1))) return words;
  if (isGivenName(word.text)) return words;
  const text = word.text.slice(1);
  return words.with(at, { ...word, text, key: text, start: word.start + 1 });
}

const titles = phrasesOf(
  "هو|هي|السيد|السيده|الاستاذ|استاذ|استاذه|دكتور|الدكتور|is|mr|mrs|ms|dr|miss|eng|الاخ|الاخت|:",
);
/** Cues that also mean other things: one word behind them is not yet a name. */
const vague = new Set(["انا", "معك", "under", "المستلم", "المستلمه", "recipient", "receiver", "name"]);

/** `behind`: a known given name stands before it, so a family's name («الحربي») may look like another word. */
function mayBeName(text: string, word: Word, behind: boolean): boolean {
  if (isGivenName(word.text)) return true;
  if (behind && /^ال.+ي$/.test(word.text)) return true;
  if (!/^[\p{L}']+$/u.test(word.text) || !mayBeInName(word.text)) return false;
  if (/^[a-z]/.test(word.text)) return word.key !== word.text || /\p{Lu}/u.test(text.charAt(word.start));
  if (behind && /^(?:ال|بن$|ابن$|بنت$|عبد)/.test(word.text)) return true;
  return conceptsOf([word.key]).length === 0 && !/^(?:في|ساكن)/.test(word.key);
}

function takeWords(
  text: string,
  words: readonly Word[],
  from: number,
  used: readonly Span[],
  { most, ends } = shortText,
): Word[] {
  const taken: Word[] = [];
  for (let index = from; index < words.length && taken.length < most; index++) {
    const word = words[index] as Word;
    const before = words[index - 1];
    // A colon right behind the cue leads to the value; any other mark ends it.
    const gap = text.slice(before?.end ?? 0, word.start);
    if (taken.length > 0 ? boundary.test(gap) : /[.!?؟;؛\n،,()]/.test(gap)) break;
    if (used.some(({ start, end }) => word.start < end && word.end > start)) break;
    const isThing = index === from && ownThings.has(word.key);
    if (
      (phraseAt(ends, words, index) > 0 && taken.at(-1)?.key !== "عبد" && !isThing) ||
      goesOn.test(word.key)
    )
      break;
    taken.push(word);
  }
  return taken.slice(0, taken.findLastIndex(({ key }) => !dangling.has(key)) + 1);
}

/** «وعايزين …», «وأرسلوه», «وما أعرف»: something else is said. */
const goesOn =
  /^و(?:ابي|ابغ|عاي|عاو|اري|نري|نبي|نبغ|محتاج|زن|من|ال[يى]|ما$|اطلب|ارسل|وصل|ابعت|ابعث|اشحن|خلو|حطو)/;
/** «ابيع جوالي»: right behind the cue, a thing and not the way to the customer. */
const ownThings = new Set(["جوال", "جوالي"]);
/** Led to the value behind: «التلاجة ب 900». */
const dangling = new Set([
  "قيمتها",
  "قيمته",
  "بقيمه",
  "بمبلغ",
  "سعرها",
  "سعره",
  "بسعر",
  "ب",
  "ل",
  "و",
  "b",
  "be",
  "bi",
  "w",
  "my",
  "our",
  "the",
  "a",
  "an",
]);

/** Nothing but descriptions, pronouns and digits. */
function saysNothing(taken: readonly Word[]): boolean {
  return taken.every(
    (word, index) => phraseAt(plain, taken, index) > 0 || /^\d/.test(word.text) || word.text.length < 2,
  );
}

/** "the Marriott", "box of Books": English names begin with a capital; "of" may lead to any noun. */
function isName(text: string, first: Word, cue: string | undefined): boolean {
  return cue === "of" || cue === "with" || /\p{Lu}/u.test(text.charAt(first.start));
}
