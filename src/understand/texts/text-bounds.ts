/**
 * Where a value in free words ends: at a mark, at another value, or at a word that begins something else; and whether the words say
 * anything at all.
 */

import { overlapsAny } from "../../language/found.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import type { Span, Word } from "../words.ts";
import { beginsElse, isEnglishNoun, isJoinedElse, isSmall } from "./small-words.ts";
import { endsNoun, mayBeVerb } from "./verb-forms.ts";

/** Words that begin something else. */
export const stops = phrasesOf(
  "فقد|وقد|لقد|قد|حيث|اذ|كوني|كونه|كونها|كوننا|حالته|حالتها|حالتهم|باقي|يجب|ينبغي|وزنهن|وزنهم|ادور|ندور|ابحث|نبحث|من|الى|بين|داخل|خارج|خلال|بداخل|بدون|لين|حتى|في|على|عند|عندكم|عندكو|عندك|لديكم|معكم|عن|مع|يوم|بكره|بكرا|بكرة|غدا|اليوم|الليله|الحين|الان|قبل|بعد|وزنها|وزنه|وزن|بوزن|الوزن|عدد|عددها|لمده|باسم|رقم|جوال|جوالي|رقمي|ابي|ابغى|اريد|عايز|عاوز|محتاج|احتاج|بدي|بدنا|حابب|حابه|داير|دايره|ودي|نود|اود|وابي|وابغى|لازم|لو|اذا|الساعه|بحدود|ميزانيتي|و|او|الله|بس|لكن|ضروري|مستعجل|بسرعه|كم|بكم|بكام|هل|ممكن|المستلم|للمستلم|لاهلي|لامي|لاختي|لصديقي|ان|انا|احنا|ابيه|ابيها|ابغاه|ابغاها|عايزه|عايزها|عايزاه|نبيه|نبيها|حق|زي|مثل|عبر|عبركم|نيابه|نيابه عني|لحد|لما|عشان|علشان|لان|جنب|بجنب|بجانب|مقابل|ما|مو|مش|للبيع|ارغب|نرغب|ارجو|نرجو|نامل|يرجى|لدى|باشرافكم|بواسطتكم|نحتاج|نحتاجه|معروض|معروضه|وابحث|ونبحث|وادور|وودي|وودنا|وخايف|وعايزين|ونبي|ف|ع|ب|منهم|يعني|عنا|عني|عنهم|قبلي|قبلنا|قبله|قبلها|بعدي|بعدنا|بعدها|عندنا|عندي|عندهم|لدينا|انتو|انتم|انت|حنا|نحن|اسمه|اسمها|وانتم|وانتو|وخايفه|وخايفين|ومسافر|ومسافره|وناوي|ومستعد|وين|فين|شلون|كيف|متي|ليش|ليه|ايش|وش|شنو|وفيه|وفيها|ارخص من|احسن من|اكبر من|السنه دي|الشهر ده|الشهر دا|هالسنه|هالشهر|هذا العام|العام الماضي|السنه الماضيه|بدالي|بدالنا|بدالها|بدلي|مكاني|هي|هو|هم|لانه|لاني|لاننا|كانه|كانها|كل ما|كلما|على ان|بحلول|سهل الكسر|سهله الكسر|سريع التلف|سريعه التلف|قابل للكسر|قابله للكسر|ينكسر|تنكسر|عايزه|عايزاها|محتاجه|محتاجها|محتاجاها|احتاجه|احتاجها|نحتاجه|نحتاجها|اريده|اريدها|نريده|نريدها|عاوزه|عاوزها|عاوزاها|تكون|يكون|تبقى|يبقى|يكونون|تجهز|يجهز|وتكون|ويكون|منهم|هنا|هني|هناك|من جد|له|لهم|ليها|ليه|بيني|بينا|بيننا|بينكم|وبين|بحاله|بحالتها|بحالته|ثم|بل|كل شهر|كل اسبوع|كل يوم|كل سنه|كل مره|شهريا|اسبوعيا|يوميا|سنويا|لا|لم|لن|ولا|مب|موب|مهب|ليس|ليست|الذي|التي|اللي|الي|الذين|جت|جات|جاء|جاتني|طلعت|وصلت|نزلت|صارت|تاخرت|انقطعت|انتهت|تنتهي|خلصت|راحت|اعرف|نعرف|كانت|كان|ومين|وبكم|وبكام|وبس|وكم|ومعايا|ومعي|ومعنا|ومعاي|بليز|لو سمحت|لو سمحتوا|من فضلك|من فضلكم|الله يخليك|الله يخليكم|تكفى|تكفون",
  "would|should|may|might|shall|as|to|from|frm|thru|person to person|hna|hnak|henak|get no|gets no|in|at|on|by|for|and|with|weighing|weighs|weight|tomorrow|today|tonight|next|this|before|after|around|about|please|pls|asap|urgent|urgently|i|we|my|our|it|is|are|will|that|which|who|or|but|if|so|then|need|want|can|could|under|name|phone|until|till|pdf|excel|altogether|per|how|when|what|where|near|close|beside|opposite|while|because|since|needs|must|should|has|have|monthly|weekly|daily|every|each|instead|via|through|just|only|at|maybe|hopefully|thanks|thank|plus|all|ready|within|during|than",
  "mn|men|min|bel|bil|elli|illi|elly|lli|le|la|lel|l|fe|fi|fel|f|b|be|bi|bokra|bukra|bacher|bachir|bukrah|ghadan|elyom|elyoum|3and|3nd|3end|w|we|wa|yom|yoom|wazn|wazno|waznha|abi|aby|abgha|abgi|nabi|nbi|3ayez|3ayza|3awez|3awza|yekoon|tekoon|ykoon|tkoon|ykun|tkun|yeb2a|teb2a|jahez|jahz|jahza|gahez|gahza|abih|abiha|abeeh|abeeha|abghah|abghaha|3ayzo|3ayezha|3ayzha|lazem|3ashan|3shan|3alashan|bas|bs|3anni|3anna|3ni|7agi|7ag|ma3|3ala|3la|2abl|abl|gabl|qabl|ba3d|law|lw|b7ad|please",
);
/** Words that describe and name nothing. */
const plain = phrasesOf(
  "المطلوب|المطلوبه|مطلوب|مطلوبه|نظيفه|مرفق|مرفقه|تحت|سحابي|سحابيه|جماعي|جماعيه|معتمد|معتمده|مفصل|مفصله|اسبوعي|شهري|تفصيلي|بعض|بعضنا|جهتين|جهه|جهتنا|الكميه|استثمار|الاستثمار|المملكه|السعوديه|الخليج|الشرقيه|الغربيه|اصدق|اجود|اقوي|اسرع|خلص|خلصت|انتهي|خرب|تعطل|ضاع|انكسر|شاطر|شاطره|فاهم|معروف|مخلص|خبره|خبير|متمكن|العائله|العايله|الوالد|الوالده|اهلي|ابوي|ابويا|اخوي|اخويا|اخي|والدي|عمي|خالي|جدي|صاحبي|صديقي|رخيص|رخيصه|قريب|قريبه|نظيف|نضيف|كويس|كويسه|حلو|حلوه|زين|زينه|فاخر|فاخره|مناسب|مناسبه|راقي|اقتصادي|عائلي|عوائل|هادي|هاديه|جديد|كبير|صغير|صغيره|كبيره|وسط|ممتاز|افضل|احسن|ارخص|اي|شي|شيء|حاجه|حاجات|اشياء|اغراض|غرض|كل|مطل|مطله|فيه|فيها|له|لها|لي|لنا|هناك|سوال|استفسار|موضوع|مشكله|قضيه|قانوني|قانونيه|بسيط|بسيطه|خمس|اربع|ثلاث|نجوم|مريح|محترم|تمام|فاضي|فاضيه|متاح|شاغره|ليله|ليالي|ليلتين|لشخصين|لشخص|موعد|كشف|عياده|مستشفي|منتج|المنتج|منتجات|سلعه|السلعه|بضاعه|موقع|الموقع|شراء|طلب|هذا|هذه|هذي|مورد|موردين|موزع|موزعين|مستورد|مستوردين|مستثمر|شريك|خدمه|الخدمه|محامي|محاميه|محامين|محاسب|جمله|بالجمله|منتجاتنا|لمنتجاتنا|لمنتجنا|مجمعه|عروض|شركه|الشركه|شركتنا|جاهز|جاهزه|مواقع|المواقع|برا|بره|الخارج|الانترنت|النت|مكتبه|رسمي|رسميه|محترم|محترمه|مرتب|مرتبه|احترافي|احترافيه|مكتوب|مكتوبه|بالانجليزي|بالعربي|صح|سليم|نظامي|شكله|ملون|محتملين|جوده|بجوده|صفحه|صفحات|صفحتين|ورقه|ورقتين|مصنعنا|مطعمنا|متجرنا|محلنا|مشروعنا|مصنعي|مشروعي|محلي|شركتي|مطعمي|توسعه|التوسعه|دائم|دايم|امين|حالي|الحالي|سنوي|جاد|قادر|ثقه|مكان|مكان موثوق|موثوق|موثوقه|مضمون|مضمونه|كبري|صغري|تركيه|صينيه|امريكيه|اجنبيه|محليه|وطنيه|عالميه|متخصصه|متخصص|محترفه|مرخصه|مرخص|معتبره|خاصه|معين|عالمي|اجنبي|محلي|خارجي|ياباني|صيني|امريكي|ايطالي|تركي|كوري|بريطاني|الماني|فرنسي|هندي|اماراتي|ثاني|اخر|اخرى|غيره|نسخه|نسخ|نسختين|عشر|عشرين|خمسين",
  "nadeef|nadeefa|ndeef|ndeefa|po|attached|another|other|else|more|below|behalf|seeking|sourcing|investment|kingdom|ksa|sagheera|sagheer|sa8ira|kbeer|kbeera|kabeer|kabeera|soghayara|zgheera|rkhees|rekhees|re5ees|ra5ees|rakhis|r5ees|family|jdid|jdeed|jadeed|gedid|gdeed|shater|shatir|mo7taram|real|serious|reliable|trusted|honest|local|different|several|firm|agency|contractor|provider|manufacturer|sherketna|sharikatna|mashroo3na|masna3na|cheap|nice|good|best|great|clean|luxury|affordable|budget|decent|quiet|big|small|large|new|old|same|first|second|last|best|nearest|closest|stuff|things|thing|something|anything|everything|smth|sth|hotel|hotels|room|rooms|booking|order|office|city|airport|beach|center|centre|weekend|following|other|whole|total|question|issue|problem|case|matter|legal|simple|quick|appointment|appointments|visit|checkup|consultation|clinic|hospital|product|products|item|items|this|that|one|website|site|online|supplier|suppliers|distributor|distributors|partner|buyers|service|lawyer|attorney|solicitor|accountant|quotes|montagatna|wholesale|needed|wanted|you|company|companies|cost|charge|written|formal|proper|polite|professional|nicely|us|sharika|sharekatna|tedawer|beta3na|saf7a|wara2a|page|pages|copy|copies|two|three|four|five|ten|fifty|hundred|certified|letter|letters|writing|drafting|draft|translation|typing|printing|services|official|short|plain|mo7tarama|rasmeya|mashroo3|montag",
);
/** What ends a thing, and what ends a text that tells something. */
export const shortText = { most: 6, ends: stops };
/** What something is about takes more words than a thing. */
export const topicText = { most: 10, ends: stops };
export const longText = {
  most: 24,
  ends: phrasesOf(
    "لان|فقد|وقد|لقد|حيث|اذ|لو سمحت|لو سمحتوا|بليز|من فضلك|من فضلكم|ضروري|مستعجل|بسرعه|رقمي|جوالي|ورقمي|وجوالي|باسم|شكرا|قبل|عشان|علشان|ممكن|تكتبونها|بالانجليزي|بس|لكن|بشرط|المهم|منهم|يعني|على ان|عايزه|عايزها|عايزاه|عايزاها|محتاجه|محتاجها|احتاجه|احتاجها|اريده|اريدها|ابيه|ابيها|ابغاه|ابغاها|نبيه|نبيها|يكون|تكون|ويكون|وتكون|الله يخليكم|الله يخليك|تكفى|تكفون|تراني|لاني|لانه|لانها|وابيه|وابيها|وابغاه|وابغاها|before|so|but|just|need it|i need|we need|nicely|yekoon|tekoon|ykoon|tkoon|abih|abiha|abghaha|abghah|3ayzo|3ayzha|bas|bs|lazem|3ashan|mumkin|momken|please|pls|plz|asap|urgently|thanks|thank you|my number|my phone|my mobile|law sama7t|raqmi",
  ),
};
/** A mark, a dash between blanks, the dot of a list, a picture. */
const boundary = /[.!?؟;؛\n،,:()•|]|\s[-–—/]+\s|\p{Extended_Pictographic}/u;
const opening = /[.!?؟;؛\n،,()•|]|\s[–—]+\s|\p{Extended_Pictographic}/u;

/** «عبد العزيز», «برج الساعة»: what stands behind belongs to it. */
const leadsOn = /^[وبفل]?(?:ال)?(?:عبد|برج)$/;

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
    // «عند د. هاني»: the mark of a title ends nothing.
    const gap = text
      .slice(before?.end ?? 0, word.start)
      .replace(titles.test(before?.text ?? "") ? /^\./ : "", "");
    if ((taken.length > 0 ? boundary : opening).test(gap)) break;
    if (overlapsAny(word, used)) break;
    if (ends === stops && isClause(word, taken.length)) break;
    if (taken.length > 0 && /[\u0620-\u064a]{3,}(?:وه|وها|وهم)$/.test(word.key)) break;
    if (word.key === "الساعه" && !isHour(words[index + 1])) {
      taken.push(word);
      continue;
    }
    const isThing = (index === from && ownThings.has(word.key)) || isEnglishNoun(word);
    if (ends === stops && (taken.length > 0 ? beginsElse(word) || isJoinedElse(word) : isSmall(word))) break;
    if (ends === stops && taken.length > 0 && (endsNoun(word) || isPrefixed(taken.at(-1), word))) break;
    if (
      (phraseAt(ends, words, index) > 0 && !leadsOn.test(taken.at(-1)?.key ?? "") && !isThing) ||
      goesOn.test(word.key)
    )
      break;
    taken.push(word);
  }
  return taken.slice(0, taken.findLastIndex(({ key }) => !dangling.has(key)) + 1);
}

/** «برج الساعة», not «الساعة ٥». */
const isHour = (next: Word | undefined): boolean =>
  next === undefined ? false : isFigure(next) || hours.test(next.key);
const hours =
  /^(?:واحده|وحده|ثنتين|اثنتين|اتنين|ثلاث|ثلاثه|تلاته|اربع|اربعه|خمس|خمسه|ست|سته|سبع|سبعه|ثمان|ثمانيه|تمانيه|تسع|تسعه|عشر|عشره|احدعش|حداشر|طنعش|اتناشر|كم)$/;

const titles = /^(?:د|م|dr|eng|prof|mr|mrs|ms|st)$/;

/** «مورد يورد …», «شراء بالجملة»: a verb, or how it is done, and no thing. */
const isClause = (word: Word, taken: number): boolean =>
  (/^ي[\u0620-\u064a]{3,}/.test(word.key) && mayBeVerb(word)) ||
  (taken === 0 && /^وال[\u0620-\u064a]{3,}/.test(word.text)) ||
  (taken === 0 && /^بال(?!ون|طو|يه)[\u0620-\u064a]{2,}/.test(word.text));

/** «بالاحساء»; «البلايستيشن بعجلة»: behind a noun with its article an adjective would have one, too. */
function isPrefixed(before: Word | undefined, { key }: Word): boolean {
  return (
    /^بال[\u0620-\u064a]{3,}/.test(key) ||
    (/^[\u0620-\u064a]/.test(before?.key ?? "") &&
      !/^(?:و?ال|لل)|ي$/.test(before?.key ?? "") &&
      /^وال[\u0620-\u064a]{3,}/.test(key)) ||
    (/^ال[\u0620-\u064a]{3,}/.test(before?.key ?? "") && /^ب[\u0620-\u064a]{3,}/.test(key))
  );
}

/** «وعايزين …», «وأرسلوه», «وما أعرف», «ويبيها جاهزة», «ورقمه …», «وكتابنا …»: something else is said. */
const goesOn =
  /^و(?:ابي|ابغ|عاي|عاو|اري|نري|نبي|نبغ|محتاج|زن|من|ال[يى]|ما$|اطلب|ارسل|وصل|ابعت|ابعث|اشحن|خلو|حطو|ي(?!اسمي)[\u0620-\u064a]{2}|[\u0620-\u064a]{3,}ين(?:ه|ها|هم)$|[انت][\u0620-\u064a]{2,}(?:ها|هم|ني|ون|وه|لي)$|(?!ال)[\u0620-\u064a]{3,}ني$|[\u0620-\u064a]{3,}(?:نا|كم)$|(?:ال)?(?:رقم|جوال|عنوان|مقاس|سعر|قيم|وزن|عدد|لون|حجم|استلام|تسليم|ميزاني|مبلغ|موعد|مستلم)|(?:هو|هي|انا|احنا|حنا|نحن|بعد|بعدين|عقب|قبل|ثم|هم)$)/;
/** «ابيع جوالي»: right behind the cue, a thing and not the way to the customer. */
const ownThings = new Set(["جوال", "جوالي"]);
/** Led to the value behind: «التلاجة ب 900». */
const dangling = new Set([
  "الي",
  "على",
  "علي",
  "حتي",
  "مع",
  "عند",
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
  "ف",
  "في",
  "من",
  "عن",
  "on",
  "at",
  "of",
  "for",
  "with",
  "from",
  "in",
  "to",
  "and",
  "or",
  "by",
  "fi",
  "fe",
  "mn",
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

/** "40", "5kg"; in Arabizi a digit begins words, too ("3arabeya", "3od"). */
export const isFigure = ({ text }: Word): boolean =>
  /^(?![2356789][a-z]?[aeiou](?!m$|n$|z$|h$))\d+(?:[.,]\d+)*(?:[a-z]{1,3}\d?)?$/.test(text);

/** Nothing but descriptions, pronouns and digits. */
export function saysNothing(taken: readonly Word[]): boolean {
  return taken.every(
    (word, index) => phraseAt(plain, taken, index) > 0 || isFigure(word) || word.text.length < 2,
  );
}

/** The words from the first to the last as the value of a text, with the mark that closes what was opened among them. */
export function textAt(text: string, { start }: Word, { end }: Word): Candidate {
  const to = end + (closing.test(text.charAt(end)) && openingMark.test(text.slice(start, end)) ? 1 : 0);
  const said = text.slice(start, to);
  return { type: "text", start, end: to, text: said, value: said };
}

/** «الحرم ريولي ما …»: behind a name with its article, what has none begins something else, unless the name needs it. */
export function upToDefinite(taken: readonly Word[]): readonly Word[] {
  const end = taken.findIndex(
    ({ key }, n) =>
      n > 0 &&
      /^[\u0620-\u064a]/.test(key) &&
      !/^(?:و?ال|لل|عبد)/.test(key) &&
      /^ال[\u0620-\u064a]{2,}/.test(taken[n - 1]?.key ?? "") &&
      !/^ال(?:ملك|امير|امام|شيخ|سلطان|سيد|حاج)$/.test(taken[n - 1]?.key ?? ""),
  );
  return end === -1 ? taken : taken.slice(0, end);
}

const openingMark = /[«“"][^»”"]*$/;
const closing = /[»”"]/;
