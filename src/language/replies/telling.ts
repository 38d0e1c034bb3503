/**
 * Words about the talk itself: that something was told or written before («قلت لك», "I already wrote it"), and that the office heard or wrote it
 * wrong («مين قال ٩ مساء», "you forgot the time"). Neither is anything for whoever does the work to read.
 */
import { foldedWords } from "./whole-message.ts";

/** One word of telling that something was told before, folded; what was told stands beside it. */
export const tellsBefore = (word: string): boolean => telling.test(word);

const telling =
  /^(?:[وم]?ا?(?:[قگ]و?لت|[قگ]ايل|ذكرت|كتبت|بعت|بعثت|ارسلت|رسلت|خبرت|عطيت|اعطيت|اديت)(?:ها|ه|هم|ك|كم|كو|لك|لكم|لكو|هالك|هالكم|هولكم)?|اقول(?:ك|كم|لك|لكم)?|لك|لكم|لكو|فوق|قبل|قليل|شوي|شويه|اول|مره|مرتين|رساله|رسالتي|نفس|نفسه|نفسها|هذا|هو|هي|كما|زي|مثل|ما|انا|سبق|قد|لسه|توي|تو|اصلا|يا|اخي|اخوي|باشا|جماعه|عم|من|في|told|said|wrote|sent|gave|mentioned|already|just|you|i|before|again|the|same|it|its|it's|is|as|like|number|above|a|my|ma|ana|[gq2]?[aeiou]?[gq2]?[aeiou]?lt(?:ek|ak|elak|elko|lak|lk|lko|lakom|lkm)?|lak|lk|lkm|lakom|lko|katabt(?:ha|o|oh)?|ketebt(?:ha|o|oh)?)$/;

const wrote =
  "(?:[تي]?(?:كتب|سجل|حط|حسب|غير|بدل|ضيف|اضف)(?:ت|تو|توا|تم|ون|وا|و|ين)?(?:ها|ه|هم|وها|وه|وهم|لي|لها)?|كاتب(?:ين|ه)?(?:ها|ه)?|حاط(?:ين|ه)?(?:ها|ه)?|مسجل(?:ين|ه)?(?:ها|ه)?)";
/** «لم تسجل وقت الاتصال», «ما كتبتوها», "you didn't write it"; «نسيتوا الوقت», "you forgot excel". */
const leftOut = [
  new RegExp(
    `(?:^| )(?:لم|ما|ليش ما|ليه ما) ${wrote}(?: |$)|(?:^| )(?:you|u) (?:did not|didnt|didn t|never|havent|forgot to) (?:write|note|put|add|change|include|take)(?: |$)`,
  ),
  /(?:^| )(?:نسيتو|نسيتوا|نسيتم|نسيتي|غلطتو|غلطتوا|غلطتم|غلطانين|فهمتو\S* غلط|فهمتني غلط|فاهمين? غلط|neseeto|nseto|8ale?6to|ghale?tto)(?: |$)|(?:^| )(?:you|u) (?:forgot|missed|misread|misheard|misunderstood|got (?:it|this|that|the) \S*)(?: |$)/,
];
const patterns = [
  // «مين قال ٩ مساء», "who told you 9 pm"
  /^(?:و|طيب |يا \S+ )?(?:مين|من|منو|meen|man|who) (?:اللي |هو اللي |ellie |elly )?(?:قال|قالك|قالكم|قالك|قالكو|said|told|says|2al|gal|2allak)\S*(?: |$)/,
  // «ليش كاتبين ٤ كيلو», "why did you write 4 kg"
  new RegExp(
    `^(?:و|طيب )?(?:ليش|ليه|لماذا|علاش|why|leh|leish|lesh|lish)(?: \\S+){0,2} (?:${wrote}|write|wrote|put|written|kateb\\S*|7ate\\S*)(?: |$)`,
  ),
  ...leftOut,
  // «ما قلت لك ٦ كيلو؟», «مو قلت لكم الخميس»
  /^(?:يا \S+ )?(?:ما|مو|مش|موب|didnt|didn t|did not|haven t i|havent) (?:i |انا )?(?:قلت|كتبت|ذكرت|بعت|ارسلت|tell|told|say|write|wrote)\S*(?: |$)/,
  // «سألتكم ثلاث مرات», «جاوبوني»
  /(?:^| )(?:سالتكم|سالتك|سالتكو|asked you|sa2altokom|s2altkm) (?:\S+ )?(?:مره|مرات|مرتين|twice|times|again|already)(?: |$)/,
];

/** Whether a message tells the office that it heard, wrote or changed something wrong, or was told it before. */
export function accuses(text: string): boolean {
  if (text.length > longest) return false;
  const said = foldedWords(text);
  return patterns.some((pattern) => pattern.test(said));
}

/** Whether it says that what was told was not written down, or was forgotten: «ما كتبتوها», "you forgot excel". */
export function saysLeftOut(text: string): boolean {
  if (text.length > longest) return false;
  const said = foldedWords(text);
  return leftOut.some((pattern) => pattern.test(said));
}

const longest = 160;
