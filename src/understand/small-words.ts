/**
 * Words that begin something else behind a thing's words, in spellings that no list holds: Arabizi without its vowels ("fl", "mnha",
 * "7g"), a wish or a denial written onto «و» or «ف» («فأبي», «ومش»), and verbs told by their ending («كبروا»).
 */
import type { Word } from "./words.ts";

/** Prepositions, with and without the article or a pronoun, and particles: vowels are anybody's guess in them. */
const inArabizi = new RegExp(
  `^(?:${[
    "f[aei]?l?|f[ei]*h[ao]?|fiy?h[ao]?",
    "b[aei]?l?|l[aei]?l?|li+|l[ai]?h[ao]?|l[oue]?h?om|lina|lna",
    "m[aei]?n|m[aei]?nn?[ohik]h?a?|m[ei]?nn?h?[aou]m?|m[ei]nn?[ia]",
    "[3e]?3a?n|3a?nn?(?:[iyo]|ha|na|hom|ko|kom)|3a?l[ae]?|3al[ae]?y(?:a|ha|h|ya)",
    "3[ei]?nd(?:[iyouhk]|ha|hom|hm|na|ko|kom|km|ena)?",
    "7a?[gq82]+(?:[giyouhk]|gi|ti|t[iy]|gha|ha|na|hom)?|bi?e?ta?3(?:t[iy]|at[iy]?|[aiyou]|[ao]h|ha|na|hom|ak|ek|et)?|taba3[iyo]?",
    "m[ae]?3(?:[iyouhk]|ay|aya|ah|ak|aha|ana|na|ha|hom)?|b[ae]?3d(?:ha|ein|een)?|[2g]?[ae]?bl",
    "w|w[ae]?l[aei]|bs|bas|ya?3ni|3a?la?[sš]h?an|3a?shan|lm?da?t|l7ad|b7ad|l?7[ae]d",
    "ana|[ie]?[7h]n[ae]|[ie]nt[aeiyou]|h[ou]wa|h[ei]y[ae]|hom|dah?|di|h[ae]th[ai]|hay|hal",
    "l[ae]z[ei]?m|m[ou]?mk[ei]?n|m[ieo]?sh|m[ou]+b?|ma|mafi|wl|lma|lw|bk[ae]?m|kam",
  ].join("|")})$`,
);
/** English words, and short nouns, that are spelled so, too. */
const nouns = new Set(["fa", "ful", "ham", "had", "mom", "mob", "man", "men", "land", "law", "ball", "mo"]);

/** «فأبي», «ومش», «وما», «فلازم»: what is wanted or denied, joined to what stands before. */
const joined =
  /^[وف](?:ابي|ابغ|نبي|نبغ|اريد|نريد|اود|نود|ودي|ودنا|عايز|عاوز|محتاج|احتاج|نحتاج|لازم|مش|مو|مب|موب|ما|مافي|مفيش|لا|لم|لن|لست|ليس|هل|كيف|كم|متي|وين|فين|قلت|قال|قالوا|يعني|لذلك|لذا)(?:[هةاي]|ين)?$/;
/** Wishes of the Gulf's south: «أبا أوصلهن», «نبا». */
const wishes = /^[انتي]با(?:ه|ها|هم|هن)?$/;
/** «كبروا عليها», «وصلوا»; «دوا» and «هوا» are nouns. */
const theyDid = /^(?!حل|غد|عش)[\u0620-\u064a]{3,}وا$/;
/** «تخلص», «تكفي», «تنفع» have no long vowel inside; of nouns that begin alike there are few. */
const sheDoes = /^ت[\u0621-\u064a]{3}$/;
const doings = /^ت(?:.*[اويةه].*|.{2}ي.|مر.*|جر.*|تن.*|سلم|حفه?|ذكر)$/;
/** Said of how a thing is, not what it is: «كتب جاهزين», "boxes sitting in …". */
const states =
  /^(?:جاهز(?:ه|ين|ات)?|موجود(?:ه|ين)|محطوط(?:ه|ين)?|مرمي(?:ه|ين)?|مركون(?:ه|ين)?|متروك(?:ه|ين)?|متغلف(?:ه|ين)?|مالي(?:ه|ين)|ماخذه|ماخده|واقفه|قاعد(?:ه|ين)?|marmeya|gahz(?:a|een)|jahz(?:a|een)|mat|mato|bayez|bayza|bayzeen|mksoor|maksoor|sitting|lying|standing|packed|waiting|gathering|taking|collecting)$/;

/** Does the word begin something else, behind at least one word of a thing? */
export function beginsElse(word: Word): boolean {
  const { key, text } = word;
  if (isSmall(word) || joined.test(key) || wishes.test(key) || states.test(key) || states.test(text))
    return true;
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
