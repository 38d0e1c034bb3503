/**
 * Where a value in free words ends: at a mark, at another value, or at a word that begins something else; and whether the words say
 * anything at all.
 */
import type { Candidate } from "./candidate.ts";
import { phraseAt, phrasesOf } from "./phrases.ts";
import { endsNoun } from "./verb-forms.ts";
import type { Span, Word } from "./words.ts";

/** Words that begin something else. */
export const stops = phrasesOf(
  "من|الى|بين|داخل|خارج|خلال|بداخل|بدون|لين|حتى|في|على|عند|عندكم|عندكو|عندك|لديكم|معكم|عن|مع|يوم|بكره|بكرا|بكرة|غدا|اليوم|الليله|الحين|الان|قبل|بعد|وزنها|وزنه|وزن|بوزن|الوزن|عدد|عددها|لمده|باسم|رقم|جوال|جوالي|رقمي|ابي|ابغى|اريد|عايز|عاوز|محتاج|احتاج|بدي|بدنا|حابب|حابه|داير|دايره|ودي|نود|اود|وابي|وابغى|لازم|لو|اذا|الساعه|بحدود|ميزانيتي|و|او|الله|بس|لكن|ضروري|مستعجل|بسرعه|كم|بكم|بكام|هل|ممكن|المستلم|للمستلم|لاهلي|لامي|لاختي|لصديقي|ان|انا|احنا|ابيه|ابيها|ابغاه|ابغاها|عايزه|عايزها|عايزاه|نبيه|نبيها|حق|زي|مثل|عبر|عبركم|نيابه|نيابه عني|لحد|لما|عشان|علشان|لان|جنب|بجنب|بجانب|مقابل|ما|مو|مش|للبيع|ارغب|نرغب|ارجو|نرجو|نامل|يرجى|لدى|باشرافكم|بواسطتكم|معروض|معروضه|وابحث|ونبحث|وادور|وودي|وودنا|وخايف|وعايزين|ونبي",
  "to|from|in|at|on|by|for|and|with|weighing|weighs|weight|tomorrow|today|tonight|next|this|before|after|around|about|please|pls|asap|urgent|urgently|i|we|my|our|it|is|are|will|that|which|who|or|but|if|so|then|need|want|can|could|under|name|phone|until|till|altogether|per|how|when|what|where|near|close|beside|opposite|while|because|since|instead|via|through",
  "mn|men|min|le|la|lel|l|fe|fi|fel|b|bokra|bukra|3and|3nd|w|we|yom|wazn|waznha|abi|abgha|3ayez",
);
/** Words that describe and name nothing. */
const plain = phrasesOf(
  "رخيص|رخيصه|قريب|قريبه|نظيف|نضيف|كويس|كويسه|حلو|حلوه|زين|زينه|فاخر|فاخره|مناسب|مناسبه|راقي|اقتصادي|عائلي|عوائل|هادي|هاديه|جديد|كبير|صغير|صغيره|كبيره|وسط|ممتاز|افضل|احسن|ارخص|اي|شي|شيء|حاجه|حاجات|اشياء|اغراض|غرض|كل|مطل|مطله|فيه|فيها|له|لها|لي|لنا|هناك|سوال|استفسار|موضوع|مشكله|قضيه|قانوني|قانونيه|بسيط|بسيطه|خمس|اربع|ثلاث|نجوم|مريح|محترم|تمام|فاضي|فاضيه|متاح|شاغره|ليله|ليالي|ليلتين|لشخصين|لشخص|موعد|كشف|عياده|مستشفي|منتج|المنتج|منتجات|سلعه|السلعه|بضاعه|موقع|الموقع|شراء|طلب|هذا|هذه|هذي|مورد|موردين|موزع|موزعين|مستورد|مستوردين|مستثمر|شريك|خدمه|الخدمه|محامي|محاميه|محامين|محاسب|جمله|بالجمله|منتجاتنا|لمنتجاتنا|لمنتجنا|مجمعه|عروض|شركه|الشركه|شركتنا|جاهز|جاهزه|مواقع|المواقع|برا|بره|الخارج|الانترنت|النت|مكتبه|رسمي|رسميه|محترم|محترمه|مرتب|مرتبه|احترافي|احترافيه|مكتوب|مكتوبه|بالانجليزي|بالعربي|صح|سليم|نظامي|شكله|ملون|محتملين|جوده|بجوده|صفحه|صفحات|صفحتين|ورقه|ورقتين|نسخه|نسخ|نسختين|عشر|عشرين|خمسين",
  "cheap|nice|good|best|great|clean|luxury|affordable|budget|decent|quiet|big|small|large|new|old|same|first|second|last|best|nearest|closest|stuff|things|thing|something|anything|everything|smth|sth|hotel|hotels|room|rooms|booking|order|office|city|airport|beach|center|centre|weekend|following|other|whole|total|question|issue|problem|case|matter|legal|simple|quick|appointment|appointments|visit|checkup|consultation|clinic|hospital|product|products|item|items|this|that|one|website|site|online|supplier|suppliers|distributor|distributors|partner|buyers|service|lawyer|attorney|solicitor|accountant|quotes|montagatna|wholesale|needed|wanted|you|company|companies|cost|charge|written|formal|proper|polite|professional|nicely|us|sharika|sharekatna|tedawer|beta3na|saf7a|wara2a|page|pages|copy|copies|two|three|four|five|ten|fifty|hundred|certified|official|short|plain|mo7tarama|rasmeya|mashroo3|montag",
);
/** What ends a thing, and what ends a text that tells something. */
export const shortText = { most: 6, ends: stops };
export const longText = {
  most: 24,
  ends: phrasesOf(
    "لو سمحت|لو سمحتوا|بليز|من فضلك|من فضلكم|ضروري|مستعجل|بسرعه|رقمي|جوالي|ورقمي|وجوالي|باسم|شكرا|قبل|عشان|علشان|ممكن|تكتبونها|بالانجليزي|before|so|nicely|mumkin|momken|please|pls|plz|asap|urgently|thanks|thank you|my number|my phone|my mobile|law sama7t|raqmi",
  ),
};
const boundary = /[.!?؟;؛\n،,:()]/;

/** The words from index `from` on, up to where something else begins; little words that lead on are left out at the end. */
export function takeWords(
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
    if (ends === stops && taken.length > 0 && (endsNoun(word) || /^بال[\u0620-\u064a]{3,}/.test(word.key)))
      break;
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

/** "40", "5kg"; in Arabizi a digit begins words, too ("3arabeya"). */
export const isFigure = ({ text }: Word): boolean => /^\d+(?:[.,]\d+)*(?:[a-z]{1,3}\d?)?$/.test(text);

/** Nothing but descriptions, pronouns and digits. */
export function saysNothing(taken: readonly Word[]): boolean {
  return taken.every(
    (word, index) => phraseAt(plain, taken, index) > 0 || isFigure(word) || word.text.length < 2,
  );
}

/** The words from the first to the last as the value of a text. */
export function textAt(text: string, { start }: Word, { end }: Word): Candidate {
  const said = text.slice(start, end);
  return { type: "text", start, end, text: said, value: said };
}
