/**
 * What a request is about, when no cue leads to it: the thing behind the verb («ابي ارسل كتب لجدة», "pick up a guitar") or behind a
 * counted noun («كرتونين تمر»). Words that name no thing of their own (a parcel, somebody, it) give nothing.
 */
import { phraseAt, phrasesOf } from "./phrases.ts";
import type { Span, Word } from "./words.ts";

const verbs = phrasesOf(
  "ارسل|ارسلو|ارسلوا|نرسل|ترسلون|ارسال|إرسال|اشحن|نشحن|تشحنون|شحن|اشحنوا|اوصل|نوصل|توصلون|توصيل|وصلوا|وصلو|ايصال|ابعت|ابعث|نبعت|تبعتوا|اودي|تودون|ودوا|انقل|نقل|تنقلون|اطرش|تسليم|استلام|لاستلام|يستلم|تستلمون|ياخذ|ياخد|تاخذون|يوصل|يجيب|اخزن|تخزين|نخزن|احفظ|احفظوا|تخزنون|نشيل|تشيلوا|اشتروا|اشترولي|تشترون|تشترولي|اشتري|نشتري|شراء|اطلبوا|اطلبولي|تطلبون|تطلبوا|تطلبولي|هاتوا|هاتولي|هاتلي|جيبوا|جيبولي|تجيبولي",
  "send|ship|deliver|pick up|collect|fetch|bring|transport|carry|mail|courier|store|take|keep|buy|purchase|order",
  "ab3at|arsel|arsil|ersal|ash7en|awasel|awaddi|awadi|tawseel|yakhod|ya5eth|eshteroli|eshtroli|ashtri|ashteri|hatoly|hatoli|akhazen",
);
/** Between the verb and the thing. */
const skipped = phrasesOf(
  "لي|لنا|لك|لكم|مني|منا|منه|منها|حد|a|an|the|my|our|his|her|some|of|this|these|those|up|over|me|us|el|al",
);
/** Things without a name. */
const nameless = phrasesOf(
  "طرد|طرود|الطرد|شحنه|الشحنه|شحنات|كرتون|كراتين|كرتونه|صندوق|صناديق|غرض|اغراض|الغرض|الاغراض|هالغرض|ظرف|طلب|طلبيه|طلبات|الطلب|الطلبات|بضاعه|شي|شيء|حاجه|حاجات|اشياء|مندوب|مناديب|سواق|سايق|طيار|احد|واحد|شخص|سريع|سريعه|مستعجل|عاجل|داخلي|دولي|مجاني|رخيص|خدمه|خدمات|بوكس|باكج|قطعه|قطع|حبه|كيس|ثاني|ثانيه|تاني|تقريبا|بالضبط|فقط|بس|وزنها|وزنه|صغير|صغيره|كبير|كبيره|خفيف|ثقيل|جدا|قوي|اوي|مره|كتير|كثير|خالص",
  "parcel|parcels|package|packages|box|boxes|shipment|shipments|carton|cartons|envelope|order|orders|delivery|item|items|something|smth|anything|stuff|things|thing|it|them|him|her|one|someone|somebody|courier|driver|service|small|big|large|heavy|fragile|quick|fast|express|same|day|tard|shahna|karton|mandoub|mandoob|7ad|ghard|delivered|sent|max|total|only|very|really|so|jedan|awi|awy|2awi",
);
/** Nouns whose own first letter is ل: all others that begin with it say whom something is for. */
const ownLam = /^(?:لابتوب|لوح|لحم|لمب|لبن|لعب|ليمون|لبس|لباس|لقاح|لولو)/;

/** Where the words of a thing may begin, surest first: behind a verb, behind a counted noun, behind one that counts nothing. */
export function objectStarts(
  words: readonly Word[],
  counted: readonly Span[],
  nouns: readonly Span[],
): number[] {
  const behindVerbs = words.flatMap((_, index) => {
    const length = phraseAt(verbs, words, index);
    return length === 0 ? [] : [skip(words, index + length, counted)];
  });
  const behindCounts = [...counted, ...nouns].flatMap(({ end }) => {
    const index = words.findIndex(({ start }) => start >= end);
    const word = words[index];
    if (!word || (/^[a-z]/.test(word.text) && word.text !== "of")) return [];
    return [skip(words, index, [])];
  });
  return [...behindVerbs, ...behindCounts];
}

function skip(words: readonly Word[], from: number, counted: readonly Span[]): number {
  let index = from;
  for (;;) {
    const word = words[index];
    if (!word) return index;
    const isCounted = counted.some(({ start, end }) => word.start < end && word.end > start);
    const length = isCounted ? 1 : countOf(words, index) || phraseAt(skipped, words, index);
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
    (word, index) => phraseAt(nameless, words, index) === 0 && !/^\d/.test(word.text),
  );
  return named.length === words.length && named.every(({ text }) => text.length > 1) ? words : [];
}

/** The thing ends before whom it is for («لصديقتي»), where («بالاحساء») and the next verb («يرجعه»). At most three words. */
function upToNext(taken: readonly Word[]): readonly Word[] {
  const [first] = taken;
  if (!first || (/^ل[\u0620-\u064a]{3,}/.test(first.text) && !ownLam.test(first.text))) return [];
  const end = taken.findIndex(
    ({ key }, index) =>
      index > 0 &&
      /^(?:ل[\u0620-\u064a]{3}|بال|ي[\u0620-\u064a]{3}|ت[\u0620-\u064a]{3}.*ون$|وي|وت|ولل)/.test(key),
  );
  return taken.slice(0, Math.min(end === -1 ? taken.length : end, 3));
}
