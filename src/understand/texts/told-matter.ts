/**
 * What a letter or a translation is of: «خطاب رسمي للشركة عن التأخير» is about the delay. How it should be, whom it goes to, and how many pages it has
 * are no part of it.
 */

import type { Word } from "../words.ts";
import { isJoinedOn } from "./small-words.ts";
import { isFigure } from "./text-bounds.ts";

const manners =
  /^(?:(?:رسمي|مكتوب|موجه|قصير|بسيط|محترم|قوي|حلو|فوري|عاجل|سريع|مختصر|طويل|انيق|مرتب|احترافي|معتمد|كامل|واضح|موقع|مختوم)(?:ه|ا)?|جديده?|formal|official|short|nice|polite|urgent|quick|good|proper|new|rasm[iy]|rasmeya|jdeed|jdid)$/;
/** To whom: an office, a school, a boss. */
const audiences = /^ل(?:ل|وزار|شرك|مدير|رئيس|بنك|جامع|مدرس|بلدي|سفار|محكم|هيئ|هيي|لجن|امار|كفيل|جه|عمل|ادار)/;
const leads = /^(?:الي|الى|بدون|من|to|without|from)$/;
const about = /^(?:عن|بخصوص|بشان|حول|about|regarding|3an|3n)$/;
const pages = /^(?:ال|ل)?(?:صفح|ورق)(?:ه|ات|تين)?$|^(?:ال)?اسماء?$|^(?:page|pages|saf7a|saf7at|sheets?)$/;

/** «كشف درجات من الفرنسي للعربي»: from which language, into which. */
const languages =
  /^(?:ال|لل|ل)?(?:لغه|عربي|انجليزي|انقليزي|فرنسي|الماني|صيني|تركي|اوردو|اردو|هندي|اسباني|روسي|فارسي|بنغالي|arabic|english|french|german|turkish|urdu|hindi|spanish|3araby|3arabi|engleezy|englizi|ingilizi)(?:ه)?$/;
const isFromLanguage = ({ key, text }: Word, next: Word | undefined): boolean =>
  /^(?:من|الي|from|to|into|men|mn|lel|l|le)$/.test(/^[a-z]/.test(text) ? text : key)
    ? languages.test(next?.key ?? "") || languages.test(next?.text ?? "")
    : /^لل?/.test(key) && languages.test(key);

/** The words that say what it is of; empty where they say only how, to whom or how much. */
export function matterOf(taken: readonly Word[]): readonly Word[] {
  const to = taken.findIndex((word, n) => n > 0 && isFromLanguage(word, taken[n + 1]));
  if (to > 0) return matterOf(taken.slice(0, to));
  let from = 0;
  while (manners.test(taken[from]?.key ?? "") || manners.test(taken[from]?.text ?? "")) from += 1;
  if (from > 0 && about.test(taken[from]?.text ?? "")) from += 1;
  const isSent = from > 0 && /^موجه/.test(taken[from - 1]?.key ?? "") && /^ل/.test(taken[from]?.text ?? "");
  const behind = isSent ? taken.findIndex(({ text }, n) => n > from && about.test(text)) : from - 1;
  const rest = isSent && behind < 0 ? [] : taken.slice(behind + 1);
  // «خطاب لمدير التعليم عن زيادة الراتب»
  const matter =
    rest[0] && audiences.test(rest[0].text) ? rest.findIndex(({ text }) => about.test(text)) : -1;
  if (matter > 0 && rest[matter + 1]) return rest.slice(matter + 1);
  const [first, second] = rest;
  if (
    !first ||
    isJoinedOn(first) ||
    leads.test(first.key) ||
    pages.test(first.key) ||
    audiences.test(first.text)
  )
    return [];
  if (isFigure(first) && second && pages.test(second.key) && rest.length < 3) return [];
  // «كلمة حلوة تتقال في …», «كلمة ألقيها في …»
  if (/^ت[تن][\u0620-\u064a]{3,}$|^ا[\u0620-\u064a]{2,}يها$/.test(first.key)) return [];
  return rest;
}
