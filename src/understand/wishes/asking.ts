/**
 * How a part of a message asks for something: by a word of wanting («نحتاج …», "we are after …"), a command («جددوا …», "get me …") or a
 * question («وين …»). What is told asks for nothing. Language data in five varieties.
 */
import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";

const wishes = phrasesOf(
  "ابي|ابيكم|ابيك|ابا|ابغى|ابغا|ابغاكم|نبي|نبا|نبغى|نبغا|نبيكم|بغيت|بغينا|ودي|ودنا|عايز|عايزه|عايزين|عاوز|عاوزه|عاوزين|عايزكم|عاوزكم|محتاج|محتاجه|محتاجين|احتاج|نحتاج|اريد|نريد|اود|نود|ارغب|نرغب|ارجو|نرجو|يرجى|نامل|امل|اطلب|نطلب|التمس|نلتمس|بدي|بدنا|حابب|حابه|حابين|حاب|خاطري|يلزمني|يلزمنا|يلزمهم|يلزم|لازمني|لازمنا|ناقصني|ناقصنا|نفسي|نفسها|نفسه|نفسنا|ياليت|يا ليت|ممكن|هل ممكن|هل يمكن|هل يمكنكم|هل تستطيعون|تقدرون|تقدروا|ينفع|لو تكرمتم|لو تكرمت|تكفون|ادور|ندور|بدور|ابحث|نبحث|مطلوب|المطلوب|لازم|لازمه|لازمها|من يقدر|احد يقدر|حد يقدر",
  "i want|we want|i need|we need|i also need|i also want|we also need|i'd like|we'd like|i would like|we would like|need|needs|want|looking for|i am after|i'm after|we are after|we're after|can you|could you|can i|could i|can we|could we|can someone|can somebody|could someone|could somebody|would you|will you|i'd also like|kindly|please|time to|someone to|somebody to|anyone to|must be",
  "abi|aby|abgha|abghi|nabi|nabgha|3ayez|3ayz|3ayza|3awez|3awza|3ayzeen|me7tag|me7taga|m7tag|a7tag|a7taj|na7taj|bdi|bedi|badi|baddi|bdna|bedna|badna|badde|7abeb|areed|lazemni|lazemna|lazem|mumkin|momken|t2daro|tgdroon|tgdaroon|orid|3gbha abi",
);

const questions = phrasesOf(
  "وين|وينه|وينها|فين|فينه|اين|متى|امتى|ايمتى|هل|كم باقي|كم بقى|فاضل قد|وش صار|ايش صار|شو صار|شصار|ايه اخبار|وش اخبار|ايش اخبار|شو اخبار|ايه حصل|وش وضع|شلون|wain|wen|weyn|ween|fen|feen|emta|mata|wesh sar|esh sar|shu sar|sho sar|shsar|a5bar",
  "where|where's|wheres|when|has|have you|did|is|is there|are|what about|any news|any word|any update|what's|whats|what is|how",
);

/** Verbs that a customer says to an office, as they are commanded; those that are also told («دفعوا») count only with for whom. */
const commanded =
  "احجز|ارسل|اشحن|ابعت|ابعث|ود|ودي|ادي|جيب|ييب|هات|اشتر|اشتري|شتر|جدد|سو|سوي|اعمل|اكتب|ترجم|تارجم|صيغ|صوغ|ادفع|سدد|شوف|شف|دور|خزن|اخزن|احفظ|شيل|انقل|حول|كلم|خل|خلي|الغ|الغي|كنسل|بيع|امن|راجع|دبر|رتب|نسق|اطبع|عط|اعط|خبر|قول|طمن|علم|بلغ|تابع|وثق|استخرج|افتح|نظم|احسب|اسال|استعلم|استفسر|وفر|جهز|اطلب|استلم|اتصل|دق|خذ|خد|اجر|استاجر|لخص|عدل|صلح|قدم|صمم|فرغ|رشح|اختار|ساعد|اعرض|ارفع|اعرف|لاقي|حرر|افيد|زود";
const alsoTold = "دفع|كتب|وصل|طلع|رجع|طلب|نقل|حفظ|خلص|حسب|طبع|بعت|وقف|غير|سجل|لغ|حجز";
const forWhom = "(?:ل(?:ي|نا|ه|ها|هم)|(?:ه|ها|هم)ل(?:ي|نا)|وهال(?:ي|نا))";
const object = "(?:ه|ها|هم|ني|نا|ولي|وني|وه|وها|وهم|ونا|ولنا|ي)";

const command = new RegExp(`^[وف]?(?:${commanded})(?:وا|و)?(?:${forWhom}|${object})?$`);
const toldOrCommanded = new RegExp(`^[وف]?(?:${alsoTold})(?:وا|و)$`);
const commandForWhom = new RegExp(`^[وف]?(?:${alsoTold})و?${forWhom}$`);
const whom = /^(?:لي|لنا|لنا|عني|عنا|لهم|li|lina|3anni|3ani|3ni)$/;

const english = new Set(
  "book reserve send ship deliver courier mail bring get grab buy order purchase find renew issue extend write draft word prepare translate type print pay settle cancel scrap drop store keep park insure sell call ring tell let help arrange organise organize schedule sort check look move pick fetch put hand transfer connect show give update register file make draw proofread review notarise notarize attest rent hire swap change set track".split(
    " ",
  ),
);

/** Up to here a part may begin with words that only join it: «وبعد», "by the way", "my friend's car". */
const frontWords = 3;

/** Does a part of a message begin by asking for something, in so many words? */
export function asksAtFront(words: readonly Word[]): boolean {
  const until = Math.min(frontWords, words.length);
  for (let index = 0; index < until; index++) if (asksAt(words, index)) return true;
  return false;
}

function asksAt(words: readonly Word[], index: number): boolean {
  if (phraseAt(wishes, words, index) > 0 || phraseAt(questions, words, index) > 0) return true;
  return commandsAt(words, index);
}

/** A command at this word: «جددوا», «طلعوا لي», "get me". */
export function commandsAt(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (!word) return false;
  const { key, text } = word;
  if (/^[a-z]/.test(key))
    return english.has(text) && (index === 0 || joins.has(words[index - 1]?.text ?? ""));
  if (command.test(key) || commandForWhom.test(key)) return true;
  return toldOrCommanded.test(key) && whom.test(words[index + 1]?.key ?? "");
}

const joins = new Set("and then also please pls just kindly separately seperately plus to".split(" "));
