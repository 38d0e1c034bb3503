/**
 * Words that begin something else behind a thing's words, in spellings that no list holds: Arabizi without its vowels ("fl", "mnha",
 * "7g"), a wish or a denial written onto «و» or «ف» («فأبي», «ومش»), and verbs told by their ending («كبروا»).
 */

import type { Word } from "../words.ts";
import { mayBeVerb } from "./verb-forms.ts";

/** Prepositions, with and without the article or a pronoun, and particles: vowels are anybody's guess in them. */
const inArabizi = new RegExp(
  `^(?:${[
    "f[aei]?l?|f[ei]*h[ao]?|fiy?h[ao]?",
    "b[aei]?l?|l[aei]?l?|li+|l[ai]?h[ao]?|l[oue]?h?om|lina|lna",
    "m[aei]?n|m[aei]?nn?[ohik]h?a?|m[ei]?nn?h?[aou]m?|m[ei]nn?[ia]",
    "[3e]?3a?n|3a?nn?(?:[iyo]|ha|na|hom|ko|kom)|3a?l[ae]?|3al[ae]?y(?:a|ha|h|ya)|3al[ae]?[iy]?k(?:[ou]m?)?|3al[ae]i?(?:na|k|ki|h|ha)",
    "3[ei]?nd(?:[iyouhk]|ha|hom|hm|na|ko|kom|km|ena)?",
    "7a?[gq82]+(?:[giyouhk]|gi|ti|t[iy]|gha|ha|na|hom)?|bi?e?ta?3(?:t[iy]|at[iy]?|[aiyou]|[ao]h|ha|na|hom|ak|ek|et)?|taba3[iyo]?",
    "m[ae]?3(?:[iyouhk]|ay|aya|ah|ak|aha|ana|na|ha|hom)?|b[ae]?3d(?:ha|ein|een)?|[2g]?[ae]?bl",
    "w|w[ae]?l[aei]|bs|bas|ya?3ni|3a?la?[sš]h?an|3a?shan|lm?da?t|l7ad|b7ad|l?7[ae]d",
    "ana|[ie]?[7h]n[ae]|[ie]nt[aeiyou]|h[ou]wa|h[ei]y[ae]|hom|dah?|di|h[ae]th[ai]|hay|hal",
    "l[ae]z[ei]?m|m[ou]?mk[ei]?n|m[ieo]?sh|m[ou]+b?|ma|[tyn][ae]?b[iy]|mafi|mafe+sh|mafish|wl|lma|lw|bk[ae]?m|kam",
  ].join("|")})$`,
);
/** English words, and short nouns, that are spelled so, too. */
const nouns = new Set([
  "mini",
  "fa",
  "ful",
  "ham",
  "had",
  "mom",
  "mob",
  "man",
  "men",
  "land",
  "law",
  "ball",
  "mo",
]);

/** «فأبي», «ومش», «وما», «فلازم»: what is wanted or denied, joined to what stands before. */
const joined =
  /^[وف](?:ابي|ابغ|نبي|نبغ|اريد|نريد|اود|نود|ودي|ودنا|عايز|عاوز|محتاج|احتاج|نحتاج|لازم|مش|مو|مب|موب|ما|مافي|مفيش|لا|لم|لن|لست|ليس|هل|كيف|كم|متي|وين|فين|قلت|قال|قالوا|يعني|لذلك|لذا)(?:[هةاي]|ين)?$/;
/** Wishes of the Gulf's south: «أبا أوصلهن», «نبا». */
const wishes =
  /^(?:[انتي]با(?:ه|ها|هم|هن)?|[نتي]بي|[نتي]بغي|[انتي]بغا|بغيت|ودنا|نحتاج|يبون|تبون|يبغون|تبغون|عاي?زين|عاوزين|محتاجين|محتاجه)$/;
/** Does the word wish for something, or say that it must be? */
export const isWish = ({ text, key }: Word): boolean =>
  wishes.test(text) || joined.test(key) || musts.test(key);
const musts = /^(?:يجب|ينبغي|لازم|يلزم)$/;
/** «كبروا عليها», «وصلوا»; «دوا» and «هوا» are nouns. */
const theyDid = /^(?!حل|غد|عش)[\u0620-\u064a]{3,}وا$/;
/** «تخلص», «تكفي», «تنفع» have no long vowel inside; of nouns that begin alike there are few. */
const sheDoes = /^ت[\u0621-\u064a]{3}$/;
const doings = /^ت(?:.*[اويةه].*|.{2}ي.|مر.*|جر.*|تن.*|سلم|حفه?|ذكر)$/;
/** Said of how a thing is, not what it is: «كتب جاهزين», "boxes sitting in …". */
const states =
  /^و?(?:واصل(?:ه|ين)?|جاهز(?:ه|ين|ات)?|موجود(?:ه|ين)|محطوط(?:ه|ين)?|مرمي(?:ه|ين)?|مركون(?:ه|ين)?|متروك(?:ه|ين)?|متغلف(?:ه|ين)?|مالي(?:ه|ين)|ماخذه|ماخده|واقفه|قاعد(?:ه|ين)?|gay|gaya|gayeen|jay|jaya|jayeen|marmeya|gahz(?:a|een)|jahz(?:a|een)|mat|mato|bayez|bayza|bayzeen|mksoor|maksoor|msafer[a-z]*|mesafer[a-z]*|sitting|lying|standing|packed|waiting|gathering|taking|collecting)$/;

/** «كليجا سويتها», «فستان لبسته», "fostan lebseto": what the writer did with it. */
const didWithIt =
  /^(?:سوي|نسي|اشتري|شري|عمل|طبخ|جهز|خبز|لبس|جب|جيب|اخذ|خذ|حط|حطي|ترك|خلي|طلب|استلم|كتب|بع|لقي|حفظ|جمع|خيط|فصل|ورث|سب|سيب|شحن|ارسل|استخدم|استعمل)ت(?:ه|ها|هم|هن)$|^(?:lebs|labs|3amal|shary?|eshtar[ei]?|geb|gib|jeb|7att[ei]?|nes|tarak|saww?ei?)[aei]*t+(?:o|oo|oh|ha|aha|hom)$/;

/** "the TV you can find", "dr Amal see her": a clause with its own subject or object. */
const subjects =
  /^(?:you|we|they|he|she|her|him|them|u|died|broke|stopped|failed|burned|burnt|cracked|arrived|expired|leaked|disappeared|vanished|went|came|fell)$/;

/** Does the word begin something else, behind at least one word of a thing? */
export function beginsElse(word: Word): boolean {
  const { key, text } = word;
  if (
    isSmall(word) ||
    subjects.test(text) ||
    joined.test(key) ||
    wishes.test(text) ||
    states.test(key) ||
    states.test(text) ||
    didWithIt.test(key) ||
    didWithIt.test(text)
  )
    return true;
  if (word.sound === undefined && /^ه[تين](?!دس|كل|ئ|ي|جر|ود)[\u0620-\u064a]{3,}$/.test(key)) return true;
  return word.sound === undefined && (theyDid.test(key) || (sheDoes.test(key) && !doings.test(key)));
}

/** Is it a preposition or a particle in Arabizi, in whatever spelling? */
export function isSmall({ text, sound }: Word): boolean {
  return sound !== undefined && !nouns.has(text) && inArabizi.test(text);
}

/** "law", "men" and "all" are English where they are not read as Arabizi. */
export function isEnglishNoun({ text, sound }: Word): boolean {
  return /^ps\d?$/.test(text) || (sound === undefined && /^(?:law|min|bel|lel|abl)$/.test(text));
}

/** Nouns whose own first letter is ب or و: of other long words it is "in", "with" or "and". */
const withB =
  /^ب(?:ا|لوتو|راون|لياردو|لوفر|ندق|ندول|سكل|سكليت|ولو|يجام|يرق|نفسج|رونز|يوتيفول|لاست|لدي|نات|يضا|يبي|ترول|خور|طاري|يتز|طاط|هار|رواز|راويز|رتقال|صل|قول|قلاو|سكو|سبوس|شوت|طاني|وفي|وكي|وكس|لايستيشن|راد|رميل|راميل|يانو|ناطيل|نطلون|لوز|لاط|لوك|رج|روجكتور|رنامج|رامج|ودر|رفان|ذور|ضاي?ع|ضائ?ع|واب|ورسلان|ورسلين|راغي|وليستر|نزين|دل[هةا]|دائل|دايل|ناي|يان|يوت|حوث|حيره|رمج|ريد|رنت|نوك|طاق|طايق|طائق|لدي|سطا|قال|وسترات|وابير|لسم|ودكاست|نود|نجر|سيار|اسكت|رشلون|روفا|روشور|واخر|ياض|يوتي)/;
const withW =
  /^و(?:زار|رق|رد|قود|حد|جب|رش|سايد|سائد|ساد|ثائق|ثايق|ثيق|كال|ظيف|صفه|صفات|ديع|شاح|ليم|نيت|ايت|اير|اي فاي|جه|زن|اجه|صول|افل|اقع|ارد|سائل|سايل|لاد|سيط)/;
const withN =
  /^ن(?:ظا|ظار|سخ|عال|حاس|بات|خيل|خل|سيج|عناع|جار|وافذ|شا|كه|فط|جف|شر|قل|فاي|سكافي|تايج|تائج|مو|ادي|ماذج|موذج|زل|قاب|جم|شاط|هاي|ظم|واد|دوات|دوه|سائي|سايي)/;

/** Does a thing's first word join it to something else («وموجود», «بقفل خاص»), or is it a verb of ours («نتعاقد»)? */
export function isJoinedOn({ text }: Word): boolean {
  if (/^ب[\u0620-\u064a]{4,}$/.test(text)) return !withB.test(text);
  if (/^و[\u0620-\u064a]{3,}$/.test(text)) return !withW.test(text);
  return /^ن[\u0620-\u064a]{3,}[^اهةءى]$/.test(text) && !withN.test(text);
}

/** «سيارة بموقع …», «كنب وأبي …», «أغذية ونسعى»: behind a thing's first word it begins something else. */
export function isJoinedElse({ text }: Word): boolean {
  if (/^ب[\u0620-\u064a]{4,}$/.test(text)) return !withB.test(text);
  if (/^و(?:[اتي][\u0620-\u064a]{3,}|ن[\u0620-\u064a]{2,}[^اهةىء])$/.test(text))
    return mayBeVerb({ ...nothing, key: text.slice(1), text: text.slice(1) });
  return /^و(?!.*ات$|زيت|بيت|بنت|توت|ياقوت|بسك|كبريت|سبت|اسمنت|جاكيت|شورت)[\u0620-\u064a]{3,}ت$/.test(text);
}

const nothing = { start: 0, end: 0 };
