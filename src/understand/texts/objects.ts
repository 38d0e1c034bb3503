/**
 * What a request is about, when no cue leads to it: the thing behind the verb («ابي ارسل كتب لجدة», "pick up a guitar") or behind a
 * counted noun («كرتونين تمر»). Words that name no thing of their own (a parcel, somebody, it) give nothing.
 */
import { overlapsAny } from "../../language/found.ts";
import { joinPhrases, onlyPhrases, phraseAt, phrasesOf } from "../phrases.ts";
import { mayJoin } from "../wishes/clause-bounds.ts";
import { firstFrom, type Span, type Word } from "../words.ts";
import { isSmall } from "./small-words.ts";
import { isFigure, stops } from "./text-bounds.ts";
import { endsNoun, hasNoObject, isToBeSo, mayBeVerb } from "./verb-forms.ts";

export const verbs = phrasesOf(
  "ارسل|ارسلو|ارسلوا|نرسل|ترسلون|ارسال|إرسال|اشحن|نشحن|تشحنون|شحن|اشحنوا|اوصل|نوصل|توصلون|توصيل|وصلوا|وصلو|ايصال|ابعت|ابعث|نبعت|تبعتوا|ابعتوا|ابعثوا|بعت|اودي|نودي|تودون|ودوا|ودولي|ودوا لي|انقل|انقلوا|نقل|تنقلون|اطرش|تسليم|استلام|لاستلام|يستلم|تستلمون|ياخذ|ياخد|تاخذون|خذوا|خذولي|يوصل|يجيب|يشيل|اخزن|تخزين|نخزن|خزنوا|احفظ|احفظوا|حفظ|يحفظ|ايداع|تخزنون|نشيل|تشيلوا|اسيب|اشتروا|اشترولي|تشترون|تشترولي|اشتري|نشتري|اطلب|نطلب|شراء|اطلبوا|اطلبولي|تطلبون|تطلبوا|تطلبولي|يشتري|تشتري|تشتروا|طلب|اقتناء|هاتوا|هاتولي|هاتلي|جيبوا|جيبولي|تجيبون|تجيبولي|تجيبوا|دبروا لي|وفروا لي|بيعوا|بيعولي|تبيعون|تبيعوا|شروا|شرو|شروا لي|شرولي|اشترو|اشترو لي|جيبو|جيبو لي|هاتو|هاتو لي|ودو|ودو لي|خذو|خذو لي|خدوا|خدو|وصلولي|وصلو لي|ابعتو|ارسلو لي|اطلبو|اطلبو لي|اجيب|نجيب|احجزوا لي نسخه|افرغ|اركن|نركن|اوقف|نحط|احط|ارسلوا لي|توفرون|توفرون لي|يوفر لي",
  "send|ship|deliver|pick up|pick|collect|fetch|bring|transport|carry|mail|courier|store|take|keep|buy|purchase|order|get|grab|find me|shop for|shopping for|move|forward|post",
  "ab3at|ab3ato|arsel|arsil|arslo|ersal|ash7en|asheel|awasel|awassel|awaddi|awadi|waddo|tawseel|shahn|sha7n|yakhod|ya5eth|eshteroli|eshtroli|eshteroly|eshtroly|eshtero|eshtro|otlobo|otlobooli|otloboli|otlob|totlobo|ashtri|ashteri|hatoly|hatoli|hatooli|hatouli|geboli|giboli|jeeboli|jeboli|akhazen|a5azen|akhazzen|a5azzen|akhzen|a5zen|aseeb|asib|a7ott|a7ot|a7ut|a7e6|a7o6|a7ute|jeebooli|jeebo|jeeboo|jeeboo li|jeebo li|jiboo li|jibooli|eshtroo|eshtroo li|eshtro li|eshteroo li|eshterooli|oshtroo li|otloboo li|otlobo li|wadoo|waddoo|wa9el|wasslo|wassel|wassloo|wasloo|ab3athoo|arsloo|arseloo|5othoo|khotho|khothoo|khodo|5odo|khodoo|shi7noo|ash7an|an2el|an8el|a5alli|akhalli|arken|a3rod|abee3|2abee3|abi3|nbee3",
);
/** Between the verb and the thing. */
const skipped = phrasesOf(
  "عندكو|عندكوا|كيلو|جرام|غرام|لتر|kilo|kilos|gram|grams|litre|litres|liter|liters|عندنا|عندكم|عندهم|عنده|عندها|بهذه|بهذا|ارخص سعر|ارخص|افضل|احسن|the cheapest|cheapest|the best|لي|لنا|لك|لكم|لها|لهم|له|مني|منا|منه|منها|فيه|فيها|feeh|feha|حد|a|an|the|my|our|his|her|some|of|this|these|those|up|over|me|us|el|al|back|for me|for us|your|any|one of",
);
const numberWord = phrasesOf(
  "ثلاث|ثلاثه|تلات|تلاته|اربع|اربعه|خمس|خمسه|ست|سته|سبع|سبعه|ثمان|ثمانيه|تمن|تسع|تسعه|عشر|عشره",
  "one|two|three|four|five|six|seven|eight|nine|ten|a dozen|talat|talata|thalath|thalatha|tlat|arba3|arba3a|khams|khamsa|5ams|5amsa|set|setta|sab3|sab3a|thaman|thamania|taman|tamanya|tes3|tes3a|3ashr|3ashra|etnein|tnein",
);
/** Does a number in words begin here («ثلاث», "two")? */
export const isCount = (words: readonly Word[], index: number): boolean =>
  phraseAt(numberWord, words, index) > 0;
const between = joinPhrases(skipped, numberWord);
/** Things without a name. */
const nameless = phrasesOf(
  "وسيط|الوسيط|وسطاء|الضامن|طرد|طرود|الطرد|شحنه|الشحنه|شحنات|كرتون|كراتين|كرتونه|صندوق|صناديق|غرض|اغراض|الغرض|الاغراض|هالغرض|ظرف|طلب|طلبيه|طلبات|الطلب|الطلبات|شي|شيء|حاجه|حاجات|اشياء|مندوب|المندوب|مناديب|سواق|السواق|سايق|السايق|السائق|الحارس|طيار|احد|واحد|واحده|البيع|الشراء|العمليه|الاتفاق|شخص|سريع|سريعه|مستعجل|عاجل|داخلي|دولي|مجاني|رخيص|خدمه|خدمات|بوكس|باكج|قطعه|قطع|حبه|كيس|ثاني|ثانيه|تاني|تقريبا|بالضبط|فقط|بس|وزنها|وزنه|صغير|صغيره|كبير|كبيره|خفيف|ثقيل|جدا|قوي|اوي|مره|كتير|كثير|خالص|سعر|السعر|اسعار|تكلفه|مكان|مساحه|مستودع|مخزن|مخازن|مستودعات|وحده|سوال|استفسار|مشكله|موعد|عميل|زبون|وقت|رابط|لينك|صوره|موضوع|فلوس|متر|مترا|امتار|مربع|مربعا|مربعه|جيجا|تيرا|الحاجات|الاشياء|هالاغراض|نسبه|كام|كم|خصم|عرض|مقفول|مغلق|مختوم|لا|ما|مو|مش|لم|ولا|او|خلي|خلوا|يا|خارجي|خارجيا|ارشيف|ارشيفا|ارضيه|طلبيات|قبلنا|خبر|مبلغ|المبلغ|البيعه|بيعه|صفقه|الصفقه|البايع|المشتري|طرف|وسيط|ضمان|دوام|شغل|اختبار|امتحان|اجازه|عرس|زواج|حفله|مناسبه|عزومه|شقه|شقتي|شقتنا|بيت|بيتي|بيتنا|فله|فلتي|فيزا|بطاقه|جاهز|جاهزه",
  "number|numbers|telephone|telephones|parcel|parcels|package|packages|box|boxes|shipment|shipments|carton|cartons|envelope|order|orders|delivery|item|items|something|smth|anything|stuff|things|thing|it|them|him|her|one|someone|somebody|courier|driver|service|small|big|large|heavy|fragile|quick|fast|express|same|day|tard|shahna|7aga|7agat|karton|mandoub|mandoob|7ad|ghard|delivered|sent|max|total|only|very|really|so|jedan|awi|awy|2awi|quote|price|warehouse|storage|unit|units|warehousing|space|spaces|room|rooms|lockers|depot|facility|karateen|karatin|kratin|locker|place|question|request|problem|issue|meeting|appointment|trip|flight|idea|link|time|help|makan|customer|client|exchange|cash|amount|seller|buyer|owner|person|guy|man|friend|stranger|escrow|middleman|sale|money|payment|deal|deposit|visa|pickup|shop|collection|transport|transfer|square|sqm|metre|metres|meter|meters|gig|gigs|gigabytes|godown|metr|morabba3|nos|pcs|pieces|goods|flat|apartment|house|home|villa|sha2a|sha2et|sha2ty|shaga|shagga|guarantee|guarantees|protection|trust|sides|refund|receipt|bride|fellow|ragel|rajjal|rental|rent|kartoon|shipping|sender|receiver|recipient|route|weight|deadline|badalo|badalha|somebody's|someone's|anyone's|people|choose|sir|bhai|bro|idk|not|no",
);
/** Are the words nothing but names for any thing? */
export const isNameless = (words: readonly Word[]): boolean => onlyPhrases(nameless, words);
/** Units of the same word as a thing: «قطع غيار» names one. */
const named = phrasesOf("قطع غيار|قطعة غيار|spare parts");
/** Nouns whose own first letter is ل: all others that begin with it say whom something is for. */
export const ownLam =
  /^(?:لابتوب|لايح|لائح|لوائح|لوايح|لوح|لوازم|لحوم|لحم(?!ات)|لمب|لبان$|لبن(?:ه|يه)?$|لعب|ليمون|لبس|لباس|لقاح|لولو|ليزر|لاسلكي|لكزس|لكسز|لاند|لينوفو|لوري|لوشن|لحاف|لاصق|لزق|لقم|لوكر|لانسر|لاتيه|لافت|لانشون|لؤلؤ|لومي|لوز(?!ي))/;

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
    // "the website won't take my card"
    if (isRefused.test(words[index - 1]?.text ?? "")) return [];
    const from = skip(words, index + length, passed);
    // «اطلب توصيل …»: the second verb leads on.
    return length === 0 || phraseAt(verbs, words, from) > 0 ? [] : [from];
  });
  const behindCounts = [...counted, ...nouns].slice(0, mostCounts).flatMap(({ end }) => {
    const index = firstFrom(words, end);
    const word = words[index];
    if (!word || (/^[a-z]/.test(word.text) && word.text !== "of")) return [];
    // «ستة صناديق من المطبوعات»
    const next = words[index + 1]?.key ?? "";
    const isVessel = index > 0 && phraseAt(nameless, words, index - 1) > 0;
    const isOf = isVessel && word.key === "من" && /^ال[\u0620-\u064a]{3,}/.test(next) && !sources.test(next);
    return [skip(words, isOf ? index + 1 : index, [])];
  });
  return [...behindVerbs, ...behindImperatives(words, passed), ...behindCounts];
}

/** What somebody else does not do. */
const isRefused = /^(?:won't|wont|doesn't|doesnt|didn't|didnt|wouldn't|wouldnt)$/;

/** «شيلوا السجاد», «سلموها»: what is ordered of several people, at the beginning or behind «و», ends in «وا» or says for whom. */
const imperative = /^و?[\u0620-\u064a]{2,}(?:وا|ولي|ولنا|و لي)$/;
const noImperatives = /^و?(?:هوا|دوا|سوا|لوا|انتوا|هموا|كانوا|قالوا|ازولي|جدولي|دولي|والي)/;

function behindImperatives(words: readonly Word[], passed: readonly Span[]): number[] {
  return words.flatMap((word, index) => {
    if (!isImperative(word, words[index + 1]) || phraseAt(verbs, words, index) > 0) return [];
    return [skip(words, index + 1, passed)];
  });
}

/** Is the word told to several people to do? In Arabizi only what says for whom: "shroli", "5thoo li". */
export function isImperative({ key, text, sound }: Word, next?: Word): boolean {
  if (sound === undefined) return imperative.test(key) && !noImperatives.test(key);
  if (/^.{2,}(?:o+|u+|ou)l(?:[iy]+|i?na)$/.test(text)) return true;
  return /^.{2,}(?:o+|u+|ou)$/.test(text) && /^l(?:[iy]+|i?na|e?ha?|o|hom)$/.test(next?.text ?? "");
}

/** A message that counts more is a list for a person. */
const mostCounts = 16;

/** «٣ طرود من المستودع»: from where. */
const sources =
  /^ال(?:مطار|مستودع|مخزن|مكتب|بيت|محل|فرع|مقر|شركه|مصنع|مدرسه|جامعه|مستشفي|صيدليه|سوق|مينا|مندوب|عميل|مورد)/;

/** Behind words of wanting: «ابي لابتوب», "I need a charger". What looks like a verb («ابي احط …») begins no thing. */
export function wantedStarts(words: readonly Word[], passed: readonly Span[]): number[] {
  return words.flatMap((_, index) => {
    const length = phraseAt(wants, words, index);
    if (length === 0 || isTold(words, index)) return [];
    const from = skip(words, index + length, passed);
    const word = words[from];
    return word && (mayBeVerb(word) || phraseAt(verbs, words, from) > 0) ? [] : [from];
  });
}

/** "tiles that need a roof", «كراتين اللي تحتاج …»: said of the thing that was named. */
const isTold = (words: readonly Word[], index: number): boolean =>
  /^(?:that|which|who|اللي|الذي|التي|elli|illi|elly)$/.test(words[index - 1]?.text ?? "");

export const wants = phrasesOf(
  "ابي|ابغى|ابغا|نبي|نبغى|بغيت|عايز|عايزه|عاوز|عاوزه|عايزين|محتاج|محتاجه|احتاج|اريد|نريد|نرغب في|ارغب في|ودي في|نفسي في|لقيت|بدي|اود|نود|خاطري|خاطري في|ودنا في|ابينا|حابب|حابه|حاب|يلزمني|يلزمنا|ناقصني|ناقصنا|لازمني|لازمنا",
  "i want|we want|i need|we need|i'd like|i would like|want|need|looking for|wants|he wants|she wants|they want|needs|would love|abi|abgha|nbi|3ayez|3ayza|3awez|3awza|me7tag|me7taga|tabi|yabi|nabi|tbi|ybi|tabgha|yabgha|nabgha|tebgha|yebgha|3ayzeen|3ayzin|3awzeen|me7tageen|me7tajeen",
);
/** Who does it: «ابي احد يودي …», "a driver to take". */
const doers = phrasesOf(
  "احد|حد|واحد|مندوب|سواق|سايق|شخص|7ad|someone|somebody|a driver|a courier|anyone|you guys|you|y'all",
);
/** Before a verb in English. */
const asks = phrasesOf(
  "to|please|pls|plz|kindly|can i|can we|could i|could we|i could|i can|we could|we can|could you|can you|would you",
);
/** «نسيت شنطتي», "we left a tripod": told of, and then something is to be done with it. */
export const had = phrasesOf(
  "عندي|عندنا|لدي|لدينا|معي|معايا|معانا|نسيت|نسينا|تركت|سبت|سيبت|خليت|شفت|شفنا|لقيت|اشتريت|شريت|عملت|سويت|جهزت|ورثت|نسي|نسيت عندكم|عنده|عندها|عندهم|معه|معها|يبيع|تبيع|يعرض|تعرض|عارض|عارضه|عارضين|عرض علي|عرضت علي|بيبيع|بتبيع|شاف|شافت|عجبني|عجبتني|عجبها|عجبه|عينها على|عينه على|عيني على|مسويه|مسوي|طابخه|خابزه|مجهزه|شاريه|شاري|جايبه|جايب|انا عامله|نسيوا|نسوا|نست",
  "i have|we have|i've got|we've got|i've|i got|have|i bought|we bought|bought|i left|we left|left|forgot|i forgot|forgot|i saw|saw|i own|i found|has|he has|she has|has got|is selling|selling|sells|is offering|offering|offered me|offers|is showing|left behind|i baked|i made|3andi|3endi|3ndi|3andena|ma3aya|nseet|neseet|shoft|3ndha|3ndh|3andaha|3andha|3ando|3endha|3endo|ybi3|ybee3|ybe3|yabee3|tbi3|tbee3|tabee3|beybee3|bybee3|byebee3|3ared|3arda|3aredha|3ardha|nesy|nesi|nesa|nsa|nesyet|shaf|shafet",
);

/** Does a verb, or a word of wanting, asking or having, begin here? */
export function isDoing(words: readonly Word[], index: number): boolean {
  return [verbs, wants, asks, had].some((phrases) => phraseAt(phrases, words, index) > 0);
}

/** Behind an unknown verb, or behind words of having: for what changes hands. `text`: "to Karim" is no verb, for its capital. */
export function handedStarts(text: string, words: readonly Word[], passed: readonly Span[]): number[] {
  return words.flatMap((_, index) => {
    const owned = isToBeSo(words[index - 1]) ? 0 : phraseAt(had, words, index);
    if (owned > 0) return [skip(words, index + owned, passed)];
    const wanted = isTold(words, index) ? 0 : phraseAt(wants, words, index) || phraseAt(asks, words, index);
    const done = phraseAt(doers, words, index + wanted);
    if (wanted + done === 0) return [];
    const verb = behindVerbs(text, words, index + wanted + done);
    // "needs to get to my mum": "to" alone leads to a person, too.
    const isLed = verb > index + wanted + done || (wanted > 0 && phraseAt(wants, words, index) > 0);
    const from = skip(words, verb, passed);
    return isLed && from > index + wanted + done ? [from] : [];
  });
}

/** «يقدر يوصل لي …», "leave two …": the index behind one or two verbs; where there is none, the index itself. */
function behindVerbs(text: string, words: readonly Word[], from: number): number {
  let index = from;
  while (index < from + 3) {
    const word = words[index];
    if (!word || hasNoObject(word)) return from;
    const isEnglish = index === from && isEnglishVerb(text, words, index);
    // "7ad ye3addi ya5od el moftah"
    const isArabizi =
      word.sound !== undefined && /^y[ae]?[a-z0-9]{3,}$/.test(word.text) && words[index + 1] !== undefined;
    if (!isEnglish && !isArabizi && !(/^[\u0620-\u064a]/.test(word.key) && mayBeVerb(word))) break;
    index += 1;
  }
  return index;
}

/** "to leave", "could you forward": any word but a small one, for "to" leads to a place and a person, too. */
function isEnglishVerb(text: string, words: readonly Word[], index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  if (word && /\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.start + 2))) return false;
  if (!word || !/^[a-z]{3,}$/.test(word.key) || !/^(?:to|[a-z']+)$/.test(before?.text ?? "")) return false;
  return phraseAt(skipped, words, index) === 0 && phraseAt(stops, words, index) === 0;
}

/** Nobody says more small words before a thing; a row of a thousand must not be walked from each of its places. */
const mostSkipped = 8;

/** Past what may stand between a verb and its thing: amounts, "me", «من ايكيا», "boxes of". */
export function skip(words: readonly Word[], from: number, passed: readonly Span[]): number {
  let index = from;
  for (let steps = 0; steps < mostSkipped; steps++) {
    const word = words[index];
    if (!word) return index;
    const length =
      passedAt(words, index, passed) ||
      countOf(words, index) ||
      phraseAt(between, words, index) ||
      vesselAt(words, index) ||
      sourceAt(words, index) ||
      (/^بال[\u0620-\u064a]{3}/.test(word.key) || pointsBack(word) ? 1 : 0);
    if (length === 0 || phraseAt(named, words, index) > 0) return index;
    index += length;
  }
  return index;
}

/** "5thoo li dress", "a7ot feh kotob", «أطرش حالها …»: for whom, from whom, into what. */
const pointsBack = (word: Word): boolean =>
  (isSmall(word) &&
    /^(?:li+|ly|l[ei]?ha?|lohom|lina|lna|m[ei]nn?[oh].*|mnha?|f[ei]*ha?|fiyha)$/.test(word.text)) ||
  /^(?:حال(?:ه|ها|هم|ي|نا)|صوبهم|منهن|منك|منكم)$/.test(word.key);

/** «من ايكيا», "in white": a value known by heart, with the small word that leads to it. */
function passedAt(words: readonly Word[], index: number, passed: readonly Span[]): number {
  const isIn = (word: Word | undefined) => word !== undefined && overlapsAny(word, passed);
  if (isIn(words[index])) return 1;
  return fromWhere.has(words[index]?.key ?? "") && isIn(words[index + 1]) ? 2 : 0;
}

const fromWhere = new Set("من from mn men min في in at على on لون مقاس".split(" "));

/** «صناديق من المطبوعات», "boxes of books": what holds the thing, and the word that leads on to it. */
function vesselAt(words: readonly Word[], index: number): number {
  const length = phraseAt(vessels, words, index);
  const next = words[index + length];
  if (length === 0 || !next) return 0;
  if (next.key === "من" && sources.test(words[index + length + 1]?.key ?? "")) return 0;
  if (/^(?:من|of|containing|فيه|فيها|mn|men|feeh|feha|fih|fiha)$/.test(next.key)) return length + 1;
  // «كراتين بضاعتي»
  const isNoun = /^[\u0620-\u064a]{2,}$/.test(next.key) && phraseAt(stops, words, index + length) === 0;
  return isNoun && phraseAt(nameless, words, index + length) === 0 && !endsNoun(next) ? length : 0;
}

/** «خذوا من المحل صينية حلا»: from where, before what. */
function sourceAt(words: readonly Word[], index: number): number {
  return words[index]?.key === "من" && sources.test(words[index + 1]?.key ?? "") ? 2 : 0;
}

/** Is the word one that holds things ("a box with …")? */
export const isVessel = (words: readonly Word[], index: number): boolean =>
  phraseAt(vessels, words, index) > 0;

const vessels = phrasesOf(
  "كرتون|كراتين|كرتونه|كراتين صغيره|كرتونتين|كارتون|كارتونه|صندوق|صناديق|صندوقين|كيس|اكياس|كيسين|طرد|طرود|طردين|ظرف|ظرفين|دفعه|تنكه|تنكتين|شوال|شوالين|طبليه|طبليات|جركن|ربطه|درزن|karton|kartoon|kartona|kartonat|kartonet|kartoonat|karateen|karatin|sandoog|sandoo2|sandouq|sandooq|sanadee2|kees|kees|zarf|tard|bundle|bundles|sack|sacks|pallet|pallets|dozen|envelope|envelopes|parcel|parcels|package|packages|suitcase|suitcases|box|boxes|carton|cartons|bag|bags|pack|packs|crate|crates|bunch|couple|set",
);

/** «٤٠ كرتون» in «اخزن ٤٠ كرتون كتب», "80 cartons of" in "store 80 cartons of shoes": how many words count a thing that is named next. */
function countOf(words: readonly Word[], index: number): number {
  if (!/^\d+$/.test(words[index]?.text ?? "")) return 0;
  const noun = phraseAt(nameless, words, index + 1);
  const of = words[index + 1 + noun]?.text === "of" ? 1 : 0;
  return noun > 0 && words[index + 1 + noun + of] ? 1 + noun + of : 1;
}

/** «كنبة كبيرة», "a small table": how large a named thing is belongs to it. */
const sizes =
  /^(?:صغير|صغيره|صغار|كبير|كبيره|كبار|خفيف|خفيفه|ثقيل|ثقيله|small|big|large|heavy|kbeer|kbeera|kebeera|sgheera|sagheera|so8ayara)$/;
export const isSize = ({ key, text }: Word): boolean => sizes.test(key) || sizes.test(text);

/** Do these words, taken up to where something else begins, name a thing? Returns those that do. */
export function thingIn(taken: readonly Word[]): readonly Word[] {
  const words = upToNext(taken);
  const spare = phraseAt(named, words, 0);
  const isNamed =
    !words.every(isSize) &&
    words.every(
      (word, index) =>
        index < spare ||
        (index > 0 && models.test(word.text)) ||
        isSize(word) ||
        (phraseAt(nameless, words, index) === 0 && !(index === 0 && isFigure(word))),
    );
  return isNamed && words.every(({ text }) => text.length > 1 || /\d/.test(text)) ? words : [];
}

/** The thing ends before whom it is for («لصديقتي»), where («بالاحساء») and the next verb («يرجعه»). At most three words, and a number among them ("iPhone 15 Pro Max"). */
function upToNext(taken: readonly Word[]): readonly Word[] {
  const [first] = taken;
  if (!first || (/^ل[\u0620-\u064a]{3,}/.test(first.text) && !ownLam.test(first.text))) return [];
  if (endsNoun(first)) return [];
  const end = taken.findIndex(
    (word, index) =>
      index > 0 &&
      (endsNoun(word) ||
        (/^ل[\u0620-\u064a]{3}/.test(word.key) && !ownLam.test(word.key)) ||
        /^(?:اثناء|خلال|طوال|بال|ي[\u0620-\u064a]{3}|ت[\u0620-\u064a]{3}.*ون$|وي|وت|ولل|وانا|وابي|وند|وهو|وهي|وما|ولا)/.test(
          word.key,
        )),
  );
  return taken.slice(0, Math.min(end === -1 ? taken.length : end, longestOf(taken)));
}

/** Three words, four with a number among them, and as many of each thing that «و» joins to it («كنبة كبيرة وطاولة صغيرة»). */
function longestOf(taken: readonly Word[]): number {
  const joint = taken.findIndex((word, index) => index > 0 && mayJoin(word) && /^و/.test(word.key));
  let most = taken.slice(0, 3).some(({ text }) => /^\d+$/.test(text)) ? 4 : 3;
  while (models.test(taken[most]?.text ?? "")) most++;
  return joint === -1 || joint > most ? most : joint + longestOf(taken.slice(joint));
}

/** Words of a model's name, behind the name itself: «ايفون ١٥ برو ماكس», "nike air max". */
const models = /^(?:pro|max|plus|ultra|mini|lite|برو|ماكس|بلس|الترا|ميني|لايت)$/;
