/** Where a thing's words go on past a small word that ends all others: «خزانة كتب من خشب الجوز», «كتاب عن طب الأسنان», «ثلاث نسخ من العقد الأصلي». */
import type { ServiceSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { findPlaces } from "../../language/places/places.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Span, Word } from "../words.ts";
import { takeWords } from "./text-bounds.ts";
import { mayBeVerb } from "./verb-forms.ts";

/** What things are made of, behind «من». */
const materials =
  /^(?:ال)?(?:خشب|جلد|قماش|حديد|ستيل|استيل|زجاج|بلاستيك|رخام|ذهب|فضه|قطن|حرير|صوف|كرتون|المنيوم|نحاس|خزف|فخار|سيراميك|خيزران|كتان|مخمل|صدف)$/;
/** What is written about something. */
const books =
  /^(?:ال)?(?:كتاب|كتب|كتيب|روايه|مجله|دليل|قصه|مرجع|موسوعه|ketab|kitab|book|books|novel|guide|magazine|guidebook)$/;
/** A piece of something, whose whole is named next. */
export const pieces =
  /^(?:نسخ|نسخه|نسختين|صور|صوره|عينات|عينه|قطع|copies|copy|samples|sample|set|bottle|bottles|jar|jars|tin|tins)$/;
const abouts = new Set("عن في ل about on of to 3an fi".split(" "));

/** The thing's words with those behind «من خشب», «عن», "of" that belong to it; as they were where none do. */
export function withWhatOf(
  text: string,
  words: readonly Word[],
  taken: readonly Word[],
  closed: readonly Span[],
): readonly Word[] {
  const [first, last] = [taken[0], taken.at(-1)];
  const at = last ? words.indexOf(last) + 1 : -1;
  const [small, next] = [words[at], words[at + 1]];
  if (!first || !last || !small || /[^\s]/.test(text.slice(last.end, small.start))) return taken;
  // «كتاب المحاسبة للمهندسين»: of a book the ل is whom it is written for.
  const isFor = books.test(first.key) && /^لل[\u0620-\u064a]{3,}/.test(small.text);
  if (isFor && !overlapsAny(small, closed)) return [...taken, small];
  if (!next || overlapsAny(next, closed) || phraseAt(persons, words, at + 1) > 0) return taken;
  const isMade = small.key === "من" && materials.test(next.key);
  const isAbout = books.test(first.key) && abouts.has(small.text);
  const isPiece = pieces.test(first.key) && !/^غيار/.test(taken[1]?.key ?? "") && isOf(small, next);
  if (!isMade && !isAbout && !isPiece) return taken;
  const more = takeWords(text, words, at + 1, closed);
  return more.length > 0 ? [...taken, small, ...more.slice(0, isMade ? 2 : 4)] : taken;
}

/**
 * The words of a subject with the place that limits it («عيادات الأسنان في الطائف», "hotels in Taif"), where the form has no question for a
 * place; and with what it is part of ("the penalty clause in our contract").
 */
export function withWhere(
  text: string,
  words: readonly Word[],
  taken: readonly Word[],
  { fields }: Pick<ServiceSpec, "fields">,
): readonly Word[] {
  const last = taken.at(-1);
  const at = last ? words.indexOf(last) + 1 : -1;
  const [small, next] = [words[at], words[at + 1]];
  if (!last || !small || fields.some(({ type }) => type === "place")) return taken;
  if (!/^\s+$/.test(text.slice(last.end, small.start))) return taken;
  const isSmall = within.has(small.text) || within.has(small.key) || isArabiziIn(small);
  const lacking = phraseAt(withoutAny, words, at);
  const lacked = words[at + lacking];
  if (lacking > 0 && lacked && !mayBeVerb(lacked) && !/^ما$/.test(lacked.key) && !lacks.test(lacked.key))
    return [...taken, ...words.slice(at, at + lacking + 1)];
  if (disputes.test(last.key) || disputes.test(last.text)) return withWhom(text, words, taken, at);
  if (isLimit(text, words, at)) return [...taken, small, next as Word];
  const whole = words.slice(at + 2, at + 5).findLastIndex(({ text: said }) => wholes.test(said));
  if (isSmall && next && whole >= 0 && owned.has(next.text))
    return [...taken, ...words.slice(at, at + 3 + whole)];
  const from = isSmall ? next : /^ب[\u0620-\u064a]{3,}/.test(small.text) ? small : undefined;
  // «في أسواق جدة», «لدى مطابع الرياض»: whose shops they are.
  const isSold = (isSmall || sellers.test(small.key)) && shops.test(next?.key ?? "");
  if (isSold) {
    const shop = placesEnd(text, words, at + 2);
    return shop ? [...taken, ...words.slice(at, shop)] : taken;
  }
  const begin = isSmall ? at + 1 : at;
  const place = from && placesEnd(text, words, begin);
  // "in Riyadh shops"
  const end = place && shops.test(words[place]?.text ?? "") ? place + 1 : place;
  return end ? [...taken, ...words.slice(at, end)] : taken;
}

/** «عقد الإيجار قبل مدته», «شرط في عقد مقاولة», "shops fl jam3at": one noun behind it, and nothing but an end. */
function isLimit(text: string, words: readonly Word[], at: number): boolean {
  const [small, next, behind] = [words[at], words[at + 1], words[at + 2]];
  if (!small || !next || mayBeVerb(next) || !/^\s+$/.test(text.slice(small.end, next.start))) return false;
  const isOver =
    !behind ||
    /[.!?؟;؛\n،,:]/.test(text.slice(next.end, behind.start)) ||
    phraseAt(courtesies, words, at + 2) > 0;
  if (!isOver) return false;
  if (/^(?:قبل|بعد|اثناء|خلال)$/.test(small.key))
    return (
      /^ال[\u0620-\u064a]{3,}|[\u0620-\u064a]{3,}(?:ه|ها|هم)$/.test(next.key) &&
      !days.test(next.key) &&
      !/^ا(?!ل)/.test(next.key)
    );
  return isArabiziIn(small) && next.sound !== undefined;
}

const courtesies = phrasesOf("لو سمحت|لو سمحتم|لو سمحتوا|من فضلك|من فضلكم|please|pls|رجاء|شكرا");
const days =
  /^(?:ال)?(?:ظهر|عصر|مغرب|عشا|فجر|ضحي|صلاه|ليل|مسا|صباح|يوم|اسبوع|شهر|سنه|سبت|احد|اثنين|اتنين|ثلاثا|ثلوث|اربعا|ربوع|خميس|جمعه|عيد|رمضان|حج|نهايه)$/;
/** "fl", "bl": the preposition with its article, before what is not known. */
const isArabiziIn = ({ text, sound }: Word): boolean => sound !== undefined && /^[fb][aei]?l?$/.test(text);

/** «خلاف مع الكفيل على راتب شهرين», "a dispute with my landlord over the deposit": with whom, and about what. */
function withWhom(text: string, words: readonly Word[], taken: readonly Word[], at: number): readonly Word[] {
  let end = at;
  for (let parts = 0; parts < 2; parts++) {
    const small = words[end];
    if (!small || /\S/.test(text.slice(words[end - 1]?.end, small.start))) break;
    if (!sides.test(small.key) && !sides.test(small.text)) break;
    const from = end + 1 + (owned.has(words[end + 1]?.text ?? "") ? 1 : 0);
    const side = takeWords(text, words, from, []).slice(0, mostOfSide);
    if (side.length === 0) break;
    end = from + side.length;
  }
  return end > at ? [...taken, ...words.slice(at, end)] : taken;
}

const mostOfSide = 3;
const disputes =
  /^(?:ال)?(?:خلاف|نزاع|خصومه|مشكله|قضيه|دعوي|شراكه|نقاش)$|^(?:dispute|disagreement|claim|argument|conflict|lawsuit|khelaf|5elaf|5laf|khilaf|niza3)$/;
const sides = /^(?:مع|علي|ضد|بين|حول|with|over|against|about|between|ma3|3ala|3la|ded)$/;

/** «شيك من غير رصيد», "an eviction without notice": what it lacks says what it is. */
const withoutAny = phrasesOf("من غير|بدون|من دون|بلا|without|men 3eir|mn 8er|mn gher|men gheir|bdoon|bidoon");
const lacks = /^(?:تاخير|رسوم|موعد|لف|كلام|فلوس|any|delay|fees|appointment|to)$/;
const sellers = /^(?:لدي|عند|لدى)$/;
const shops =
  /^(?:ال)?(?:اسواق|سوق|محلات|متاجر|مولات|مطاعم|مقاهي|فنادق|مطابع|صيدليات|مستشفيات|مدارس|مصانع|مزارع|شوارع|احياء|احيا|مدينه|منطقه|محافظه)$|^(?:shops?|stores|markets?|malls|restaurants|cafes|hotels|schools|pharmacies|hospitals|factories|homes)$/;
const within = new Set("في ف in fi fe fel".split(" "));
const owned = new Set("our my the".split(" "));
const wholes =
  /^(?:contract|subcontract|agreement|lease|policy|tenancy|will|deal|charter|letter|offer|invoice|warranty|licence|license|statement|report|deed|settlement)$/;
const regions = phrasesOf(
  "المملكه|السعوديه|المملكه العربيه السعوديه|الخليج|بالمملكه|بالسعوديه|الشرقيه|المنطقه الشرقيه|الغربيه|المنطقه الغربيه|الوطن العربي|العالم العربي|the kingdom|kingdom|saudi|saudi arabia|ksa|the gulf|the eastern province|the western region|el khaleej|el mamlaka|el so3odeya|el saudia",
);

/** The index behind the places that begin at `at`: «في الرياض وجدة», "in Jeddah, Makkah and Taif". */
function placesEnd(text: string, words: readonly Word[], at: number): number | undefined {
  let end = placeEnd(text, words, at);
  for (let next = end; next !== undefined; next = end && anotherPlace(text, words, end)) end = next;
  return end;
}

/** The index behind a place that is told along with the one before `at`. */
function anotherPlace(text: string, words: readonly Word[], at: number): number | undefined {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word) return undefined;
  const gap = text.slice(before.end, word.start);
  const joint = /^(?:and|و|w|وفي)$/.test(word.text);
  const isListed = /^\s*[,،&]\s*$/.test(gap);
  if (!isListed && !(/^\s+$/.test(gap) && (joint || /^و\p{L}/u.test(word.text)))) return undefined;
  const from = joint ? at + 1 : at;
  return placeEnd(text, words, within.has(words[from]?.text ?? "") ? from + 1 : from);
}

/** The index behind the place that begins at `at`; undefined where none does. */
function placeEnd(text: string, words: readonly Word[], at: number): number | undefined {
  const region = phraseAt(regions, words, at);
  if (region > 0) return at + region;
  const word = words[at];
  const [place] = word ? findPlaces(text.slice(word.start, word.start + longestPlace)) : [];
  if (!word || !place || place.start > 3) return undefined;
  const to = words.findIndex(({ start }, index) => index > at && start >= word.start + place.end);
  return to === -1 ? words.length : to;
}

/** Letters of the longest name of a place that is looked for. */
const longestPlace = 40;

const persons = phrasesOf(
  "my|me|him|her|our|us|اخوي|اختي|ولدي|بنتي|امي|ابوي|المحل|المكتب|البيت|المستودع|الشركه",
);
const isOf = (small: Word, next: Word): boolean =>
  small.text === "of" || (small.key === "من" && /^ال[\u0620-\u064a]{3,}/.test(next.key));
/** A title is short, and stands among the first words. */
const mostQuoted = 12;
const mostRead = 80;

/** Where something quoted begins behind what is counted or written: «ثلاث نسخ من «مقدمة ابن خلدون»», "a book called "Dune"". */
export function quotedStarts(text: string, words: readonly Word[]): number[] {
  if (!/[«“"]/.test(text)) return [];
  return words.slice(0, mostRead).flatMap((_, index) => {
    const before = words[index - 1];
    const isLed = before && (leads.has(before.text) || books.test(before.key) || pieces.test(before.key));
    return isLed && quotedFrom(text, words, index).length > 0 ? [index] : [];
  });
}
const leads = new Set(
  "من of called titled named اسمه اسمها بعنوان عنوانه عنوانها one two three copies copy".split(" "),
);

/** What stands between quotation marks right behind what leads to it, as its words: «نسخ من «مقدمة ابن خلدون»». */
export function quotedFrom(text: string, words: readonly Word[], from: number): readonly Word[] {
  const first = words[from];
  if (!first || !/[«“"]\s*$/.test(text.slice(words[from - 1]?.end ?? 0, first.start))) return [];
  const close = text.slice(first.start, first.start + 200).search(/[»”"]/);
  if (close < 0) return [];
  return words.slice(from, from + mostQuoted).filter(({ end }) => end <= first.start + close);
}
