/**
 * Names of houses and doctors behind their cue («فندق دار التوحيد», "Dr. Hind Bawazir"): what describes one is no name («فندق فيه مسبح», "any
 * doctor free today"), and is asked for.
 */
import { isGivenName } from "../../language/people/given-names.ts";
import { isSmall } from "../texts/small-words.ts";
import { mayBeVerb } from "../texts/verb-forms.ts";
import type { Word } from "../words.ts";

/** Nouns that begin a house's name. */
const heads =
  /^(?:دار|قصر|برج|ابراج|واحه|روابي|روضه|نزل|درر|جوهره|لؤلؤه|بيت|شاطي|مجمع|مركز|الملك|الامير|dar|dr)$/;
/** Abbreviations and feasts in capitals name no house. */
const noNames =
  /^(?:AC|TV|VIP|Umrah|Hajj|Haram|Ramadan|Eid|Friday|Saturday|Sunday|Monday|Tuesday|Wednesday|Thursday)$/;
/** With their article, and said of any house. */
const described =
  /^ال(?:مؤتمر|موتمر|معتاد|قديم|جديد|سابق|اول|ثاني|افضل|احسن|ارخص|لي|ي|ان|اقرب|نفس|رئيسي|حكومي|خاص|عيون|اسنان|باطنيه|نسا|اطفال|عظام|جلديه|نفسي|شاطر|زين|كويس)/;

/** Do these words name somebody or a house of their own? `cue`: the word before them. */
export function isProper(text: string, [first, second]: readonly Word[], cue: Word | undefined): boolean {
  if (!first || isSmall(first)) return false;
  const said = text.slice(first.start, first.end);
  const isTitled = /^(?:dr|doctor|د|دكتور|دكتوره|الدكتور|الدكتوره)$/.test(cue?.text ?? "");
  if (isGivenName(first.text) || (isTitled && second !== undefined && isGivenName(second.text))) return true;
  if (/^[\u0620-\u064a]/.test(first.text)) {
    if (heads.test(first.key)) return second !== undefined && !mayBeVerb(second);
    return /^ال[\u0620-\u064a]{3,}/.test(first.key) && !described.test(first.key);
  }
  return /^\p{Lu}\p{L}{2,}/u.test(said) && !noNames.test(said);
}
