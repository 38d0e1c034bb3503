/**
 * How the customer wants to be reached («اتصلوا علي قبل», "whatsapp only, don't call"), and to whom the invoice is made out: said beside any
 * request or answer, of whatever service, and by itself neither a wish for a colleague nor a complaint nor a service of its own.
 */
import type { Span } from "../found.ts";

const politely =
  "(?:(?:الله يخليكم?|لو سمحت\\S*|من فضلك\\S*|رجاءً?|الرجاء|[أا]رجو|يا ?ليت|please|pls|plz|kindly|just|min fadlak|law sama7t\\S*)\\s+)*";
const calling =
  "(?:[وف]?(?:[اإ]تصلوا?|[أا]تصل|تتصلون?|تتصلوا|كلموني|كلمني|تكلموني|دق\\S{0,3}|رن\\S{0,3}|خبروني|بلغوني|عطوني خبر|ادوني خبر)(?:\\s+(?:عل[يى]ّ?|عليا|معي|معايا|بي))?)";
const before =
  "(?:قبل|أول|اول)(?:\\s+(?:(?:ما|لا|أن|ان)\\s+[^\\s،,.]+|تجون|تجوا|تيجوا|تيجي|تجي|الوصول|التوصيل|الاستلام|الموعد|الزيارة|بساعة|بيوم|بنص ساعة|ساعة|يوم|وقت|كل|شي|شيء|تتحركون|توصلون|توصلوا|يجي|يوصل|المندوب|السواق|بشوي|بوقت))*|(?:لما|اذا|إذا|عند)\\s+\\S+";
const arabic = [
  `${calling}\\s+(?:${before})`,
  `(?:[وف]?(?:تواصلوا?|تتواصلون?|التواصل|راسلوني|ارسلوا?|كلموني|ابعتولي)(?:\\s+(?:معي|معايا|لي|معنا))?\\s+)?(?:على |عبر |ع ال|ع |بال|ب)?(?:ال)?(?:واتس ?[اآ]?ب?|وتساب|واتس)\\s+(?:بس|فقط)`,
  "و?(?:لا|ما)\\s*(?:تتصل(?:ون|وا|و)?|تدق(?:ون|وا|و)?|ترن(?:ون|وا|و)?|تكلم(?:وني|ونى|ونا)?)(?:\\s+(?:عل[يى]|بي|عليا))?(?:\\s+(?:الصبح|الظهر|العصر|المغرب|الليل|بالليل|الليله|اليوم|(?:قبل|بعد|في|وقت) [^\\s،,.]+(?: (?:الصبح|الظهر|العصر|ونص|مساء|صباحا))?))?",
  "(?:من غير|بدون|بلا)\\s+(?:اتصال\\S*|مكالمات|مكالمه|مكالمة)",
  "(?:[وف]?(?:[أا]ب[يغ]\\p{L}?|نب[يغ]\\p{L}?|عايز\\p{L}*|عاوز\\p{L}*|[أا]ريد|نريد|[أا]حتاج|نحتاج|محتاج\\p{L}*|طلعوا?|سووا?|خلوا?|اعملوا?)\\s+)?(?:ال)?فاتور[ةه]\\s+(?:ضريبي[ةه]\\s+)?(?:ب[اإ]سم|على [اإ]سم)\\s+(?:ال)?(?:شرك[ةه]|شركتي|شركتنا|مؤسس[ةه]|مؤسستي|مؤسستنا|منشأ[ةه]|مكتب)",
];
const english = [
  "(?:call|ring|phone|text|message|notify)\\s+(?:(?:me|us)\\s+)?(?:(?:half )?an? (?:hour|day) |(?:a bit|\\d+ (?:minutes|min|hours?)) )?(?:before(?:hand)?|first|when|once|upon|on arrival|ahead)(?:\\s+(?:you|the|they|he|it|u|coming|come|comes|arrive|arrives|arriving|driver|courier|delivery|pickup|are|is|reach|get|here|there|outside|of|time|going))*",
  "(?:let (?:me|us) know|tell me) (?:before|when) (?:you|the driver|the courier|they|u)(?:\\s+(?:come|comes|arrive|arrives|are|is|here|there|outside|coming))*",
  "(?:(?:contact|reach|message|text) (?:me|us) )?(?:only )?(?:(?:on|by|via|through) )?whats ?app (?:only|please)",
  "(?:do not|don'?t|dont|never) (?:call|ring|phone)(?: (?:me|us))?(?: (?:(?:before|after|until|at|during|in) [^\\s,.]+(?: (?:am|pm|noon|morning|evening|night|hours))?|today|tonight))?",
  "no (?:phone )?calls(?: please)?",
  "(?:(?:make|put|issue|write|have|i need|we need|i want|need) )?(?:the |an? )?(?:tax |vat )?(?:invoice|receipt) (?:out )?(?:to|in|under) (?:the |my |our )?(?:company|business|firm|name of (?:the|my|our) company)(?:'?s)?(?: name)?",
];
const arabizi = [
  "(?:etteslo|etaslo|ettaslo|itaslo|etesel\\w*|kall?em\\w*|kall?imo\\w*|kalmo\\w*|de2oo|do2o)(?: (?:3alaya|3laya|3alay|ma3aya))? (?:2abl|9abl|abl|gabl|qabl|8abl|awal|awel)(?: (?:ma|la|tigo\\w*|teeg\\w*|tego\\w*|tj[oi]\\w*|el\\w*))*",
  "(?:(?:kall?em\\w*|kall?imo\\w*|kalmo\\w*|tawas\\w*|ab3ato\\w*) )?(?:(?:3ala|bel|3al) )?whats ?app (?:bas|bs|fa2at|faqat)",
  "(?:w?(?:abi|aby|abgha|nabi|3ayez|3ayza|3awez|a7tag|areed) )?(?:el )?fato+ra (?:be?[is]m|3ala esm|b esm) (?:el |al )?(?:sherk\\w*|shark\\w*|sharik\\w*|mo2as\\w*)",
  "(?:la|ma) (?:tettaslo|tetasloo?|tetesloosh|tkallemooni|tkalmoni|tde2o)\\w*",
];
const parts = [...arabic, ...english, ...arabizi].join("|");
const aside = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?:(?:و|and|also|but|بس|w|كمان)\\s+)?${politely}(?:${parts})(?:\\s+(?:بس|فقط|only|please|pls|لو سمحت\\p{L}*))?(?![\\p{L}\\p{Nd}])`,
  "giu",
);

/** Longer messages are stories; whoever tells so much is read as a whole. */
const longest = 400;

/** Where such words stand, in order. None in a question. */
export function findAsides(text: string): readonly Span[] {
  if (text.length > longest) return [];
  return [...text.matchAll(aside)]
    .map(({ 0: said, index }) => ({ start: index, end: index + said.length }))
    .filter(({ start, end }) => !/^\s*[?؟]/u.test(text.slice(end)) && !onlyWhen.test(text.slice(0, start)));
}

/** «اعتمدها بعد ما تكلموني»: until then nothing is to be done. */
const onlyWhen =
  /(?<!\p{L})(?:بعد|قبل|لين|لحد|إلى أن|الى ان|after|until|before|once|when|if|ba3d|2abl)\s+$/iu;

/** «كلموني على 0551234567»: the phone is what is told. */
const byPhone =
  /(?<![\p{L}\p{Nd}])(?:(?:و|and)\s*)?(?:كلموني|كلمني|[اإ]تصلوا?(?: عل[يى])?|تواصلوا معي|تواصلوا معايا|دقوا? عل[يى]|للتواصل(?: معي| معنا)?|call me|reach me|contact me|ring me|phone me|kall?em\w*|kall?imo\w*|kalmo\w*|ett?aslo\w*)\s+(?:3alayya |3alay )?(?:على رقم|على|علي|ع|on|at|3ala|3la)?\s*(?=[+\p{Nd}])/giu;

/** The words that lead to a phone so. */
export const leadsToPhone = (text: string): readonly Span[] =>
  text.length > longest
    ? []
    : [...text.matchAll(byPhone)].map(({ 0: said, index }) => ({ start: index, end: index + said.length }));
