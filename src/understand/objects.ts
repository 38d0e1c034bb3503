/**
 * What a request is about, when no cue leads to it: the thing behind the verb («ابي ارسل كتب لجدة», "pick up a guitar") or behind a
 * counted noun («كرتونين تمر»). Words that name no thing of their own (a parcel, somebody, it) give nothing.
 */
import { joinPhrases, phraseAt, phrasesOf } from "./phrases.ts";
import type { Span, Word } from "./words.ts";

const verbs = phrasesOf(
  "ارسل|ارسلو|ارسلوا|نرسل|ترسلون|ارسال|إرسال|اشحن|نشحن|تشحنون|شحن|اشحنوا|اوصل|نوصل|توصلون|توصيل|وصلوا|وصلو|ايصال|ابعت|ابعث|نبعت|تبعتوا|اودي|تودون|ودوا|انقل|نقل|تنقلون|اطرش|تسليم|استلام|لاستلام|يستلم|تستلمون|ياخذ|ياخد|تاخذون|يوصل|يجيب|اخزن|تخزين|نخزن|احفظ|احفظوا|تخزنون|نشيل|تشيلوا|اشتروا|اشترولي|تشترون|تشترولي|اشتري|نشتري|اطلب|نطلب|شراء|اطلبوا|اطلبولي|تطلبون|تطلبوا|تطلبولي|يشتري|تشتري|تشتروا|طلب|اقتناء|هاتوا|هاتولي|هاتلي|جيبوا|جيبولي|تجيبولي",
  "send|ship|deliver|pick up|collect|fetch|bring|transport|carry|mail|courier|store|take|keep|buy|purchase|order|get me|get us|grab me|find me|shop for|shopping for",
  "ab3at|arsel|arsil|ersal|ash7en|awasel|awaddi|awadi|tawseel|yakhod|ya5eth|eshteroli|eshtroli|eshteroly|eshtroly|eshtero|eshtro|otlobo|otlob|totlobo|ashtri|ashteri|hatoly|hatoli|hatooli|hatouli|akhazen",
);
/** Between the verb and the thing. */
const skipped = phrasesOf(
  "لي|لنا|لك|لكم|مني|منا|منه|منها|حد|a|an|the|my|our|his|her|some|of|this|these|those|up|over|me|us|el|al",
);
const numberWord = phrasesOf(
  "ثلاث|ثلاثه|تلات|تلاته|اربع|اربعه|خمس|خمسه|ست|سته|سبع|سبعه|ثمان|ثمانيه|تمن|تسع|تسعه|عشر|عشره",
  "two|three|four|five|six|seven|eight|nine|ten|a dozen|talat|arba3|khams",
);
const between = joinPhrases(skipped, numberWord);
/** Things without a name. */
const nameless = phrasesOf(
  "طرد|طرود|الطرد|شحنه|الشحنه|شحنات|كرتون|كراتين|كرتونه|صندوق|صناديق|غرض|اغراض|الغرض|الاغراض|هالغرض|ظرف|طلب|طلبيه|طلبات|الطلب|الطلبات|بضاعه|شي|شيء|حاجه|حاجات|اشياء|مندوب|مناديب|سواق|سايق|طيار|احد|واحد|شخص|سريع|سريعه|مستعجل|عاجل|داخلي|دولي|مجاني|رخيص|خدمه|خدمات|بوكس|باكج|قطعه|قطع|حبه|كيس|ثاني|ثانيه|تاني|تقريبا|بالضبط|فقط|بس|وزنها|وزنه|صغير|صغيره|كبير|كبيره|خفيف|ثقيل|جدا|قوي|اوي|مره|كتير|كثير|خالص",
  "parcel|parcels|package|packages|box|boxes|shipment|shipments|carton|cartons|envelope|order|orders|delivery|item|items|something|smth|anything|stuff|things|thing|it|them|him|her|one|someone|somebody|courier|driver|service|small|big|large|heavy|fragile|quick|fast|express|same|day|tard|shahna|karton|mandoub|mandoob|7ad|ghard|delivered|sent|max|total|only|very|really|so|jedan|awi|awy|2awi",
);
/** Nouns whose own first letter is ل: all others that begin with it say whom something is for. */
export const ownLam = /^(?:لابتوب|لوح|لوازم|لحوم|لحم|لمب|لبن|لعب|ليمون|لبس|لباس|لقاح|لولو|ليزر|لاسلكي)/;

/** Where the words of a thing may begin, surest first: behind a verb, behind a counted noun, behind one that counts nothing. */
export function objectStarts(
  words: readonly Word[],
  counted: readonly Span[],
  nouns: readonly Span[],
  /** Amounts and well-known words between the verb and the thing. */
  passed: readonly Span[],
): number[] {
  const behindVerbs = words.flatMap((_, index) => {
    const length = phraseAt(verbs, words, index);
    const from = skip(words, index + length, passed);
    // «اطلب توصيل …»: the second verb leads on.
    return length === 0 || phraseAt(verbs, words, from) > 0 ? [] : [from];
  });
  const behindCounts = [...counted, ...nouns].flatMap(({ end }) => {
    const index = words.findIndex(({ start }) => start >= end);
    const word = words[index];
    if (!word || (/^[a-z]/.test(word.text) && word.text !== "of")) return [];
    return [skip(words, index, [])];
  });
  return [...behindVerbs, ...behindCounts];
}

/** Behind words of wanting: «ابي لابتوب», "I need a charger". What looks like a verb («ابي احط …») begins no thing. */
export function wantedStarts(words: readonly Word[], passed: readonly Span[]): number[] {
  return words.flatMap((_, index) => {
    const length = phraseAt(wants, words, index);
    if (length === 0) return [];
    const from = skip(words, index + length, passed);
    return mayBeVerb.test(words[from]?.key ?? "") ? [] : [from];
  });
}

const wants = phrasesOf(
  "ابي|ابغى|ابغا|نبي|نبغى|بغيت|عايز|عايزه|عاوز|عاوزه|عايزين|محتاج|محتاجه|احتاج|اريد|نريد|نرغب في|ارغب في|ودي في|نفسي في|لقيت",
  "i want|we want|i need|we need|i'd like|i would like|want|need|looking for|abi|abgha|nbi|3ayez|3ayza|3awez|3awza|me7tag|me7taga",
);
const mayBeVerb =
  /^(?:ا(?!يفون|يباد|يربود|بل|ثاث|جهز|حذي|كسسوار|قلام|سوار|دوات|ل)|ن(?!ظار|سخ|عال)|ت(?!لفزيون|لفون|ابل|لاج|مر|ونر|يشيرت)|ي)(?![\u0620-\u064a]+ات$)[\u0620-\u064a]{2,}/;

function skip(words: readonly Word[], from: number, counted: readonly Span[]): number {
  let index = from;
  for (;;) {
    const word = words[index];
    if (!word) return index;
    const isCounted = counted.some(({ start, end }) => word.start < end && word.end > start);
    const length = isCounted ? 1 : countOf(words, index) || phraseAt(between, words, index);
    if (length === 0) return index;
    index += length;
  }
}

/** «٤٠ كرتون» in «اخزن ٤٠ كرتون كتب», "80 cartons of" in "store 80 cartons of shoes": how many words count a thing that is named next. */
function countOf(words: readonly Word[], index: number): number {
  if (!/^\d+$/.test(words[index]?.text ?? "")) return 0;
  const noun = phraseAt(nameless, words, index + 1);
  const of = words[index + 1 + noun]?.text === "of" ? 1 : 0;
  return noun > 0 && words[index + 1 + noun + of] ? 1 + noun + of : 1;
}

/** Do these words, taken up to where something else begins, name a thing? Returns those that do. */
export function thingIn(taken: readonly Word[]): readonly Word[] {
  const words = upToNext(taken);
  const named = words.filter(
    (word, index) => phraseAt(nameless, words, index) === 0 && !/^\d/.test(index === 0 ? word.text : ""),
  );
  return named.length === words.length && named.every(({ text }) => text.length > 1 || /\d/.test(text))
    ? words
    : [];
}

/** The thing ends before whom it is for («لصديقتي»), where («بالاحساء») and the next verb («يرجعه»). At most three words, and a number among them ("iPhone 15 Pro Max"). */
function upToNext(taken: readonly Word[]): readonly Word[] {
  const [first] = taken;
  if (!first || (/^ل[\u0620-\u064a]{3,}/.test(first.text) && !ownLam.test(first.text))) return [];
  const end = taken.findIndex(
    ({ key }, index) =>
      index > 0 &&
      /^(?:ل[\u0620-\u064a]{3}|بال|ي[\u0620-\u064a]{3}|ت[\u0620-\u064a]{3}.*ون$|وي|وت|ولل)/.test(key),
  );
  const most = taken.slice(0, 3).some(({ text }) => /^\d+$/.test(text)) ? 4 : 3;
  return taken.slice(0, Math.min(end === -1 ? taken.length : end, most));
}
