/**
 * Finds the stretch of time that accounts are for: «الربع الثالث», «شهر نوفمبر 2026», "Q4", "July to September", "fiscal year 2025", «السنة اللي
 * فاتت». Kept in the customer's words: which days it means is for the accountant to say.
 */

import type { Found } from "../found.ts";
import { type Token, tokens } from "../letters/normalise.ts";
import { numberWords } from "../numbers/number-words.ts";
import { months } from "./date-words.ts";

const anyMonth = [...months.keys()].sort((a, b) => b.length - a.length).join("|");
/** Months whose names alone are other words too («أب», "may"): they need «شهر» or a year. */
const alsoWords = new Set(["اب", "ماي", "صفر", "may", "mar", "march", "jun", "dec", "sep", "mares"]);
const year = `(?:20[1-3][0-9]|14[4-6][0-9])`;
const ofYear = `(?: (?:من |في |of |for |fy |(?:ال|ل|لل)?(?:عام|سنه) )?(?:الماليه )?${year})?`;
const past = "(?:الماضي|الماضيه|السابق|السابقه|اللي (?:فات|فاتت|راح|راحت)|المنصرم|الاخير)";
const thisOrNext = "(?:الحالي|الحاليه|هذا|دي|ده|الجاي|الجايه|القادم|القادمه)";
const toNext = "(?:الي|ل|لين|حتي|الي غايه|to|until|till|through|and|و)";

const nth = "(?:ال)?(?:اول|ثاني|تاني|ثالث|تالت|رابع)";
/** «الربعان الثاني والثالث», «الربع الثاني والثالث», "Q2 and Q3". */
const andNth = `(?: (?:و ?${nth}|[و&] ?[1-4]))*`;
const quarter = `(?:(?:[وبل]?ال|لل)?ربع(?:ين|ان)? (?:${nth}${andNth}|[1-4]|${past}|${thisOrNext})|q ?[1-4](?: (?:and|&|w|و) q ?[1-4])+|(?:first|second|third|fourth|1st|2nd|3rd|4th) and (?:first|second|third|fourth|1st|2nd|3rd|4th) quarters?|(?:first|second|third|fourth|1st|2nd|3rd|4th|last|this|next|current|previous) quarter|quarter [1-4]|q ?[1-4]|(?:(?:el|al) )?rob3 (?:(?:el|al) )?(?:awal|awwal|thani|tani|thaleth|talet|rabe3|rabi3|madi))`;
const half = `(?:(?:[بل]?ال|لل)?نصف (?:ال)?(?:اول|ثاني)|(?:first|second) half|h[12])`;
const monthName = `(?:(?:[وبل]?ال|[بلو])?شهر |month of |shahr |[بلو])?(?:${anyMonth})`;
const monthNumber = `(?:[بل]?شهر|shahr) (?:1[0-2]|[1-9])`;
const month = `(?:${monthNumber}|${monthName}(?: (?:${toNext} )?${monthName})?|(?:[بل]?ال|لل)?شهر (?:${past}|${thisOrNext})|هذا الشهر|هالشهر|(?:last|this|next) month)`;
const wholeYear = `(?:(?:[بل]?ال|لل|ل)?(?:سنه|عام)(?: الماليه| المالي)? (?:${year}|${past}|${thisOrNext})|هذه السنه|هالسنه|(?:(?:the )?(?:fiscal|financial) year|fy) ?${year}|(?:last|this) (?:fiscal |financial )?year|${year}(?: (?:${toNext}) ?${year})?)`;
const recurring =
  "(?:كل (?:شهر|ربع|سنه|ثلاث شهور|ثلاثه اشهر|[0-9] (?:شهور|اشهر))|شهريا|شهري|شهريه|ربع سنوي|monthly|every month|quarterly|every quarter|annually|yearly|kol shahr|shahreyan|shahri|shahry)";
const period = new RegExp(
  `(?<![^ ])(?:(?:${quarter}|${half}|${month})${ofYear}|${wholeYear}|${recurring})(?![^ ])`,
  "g",
);

/** Every period, in order; `value` is its words without a preposition written onto them («للربع الثالث» is «الربع الثالث»). */
export function findPeriods(text: string): Found<string>[] {
  const words = tokens(text);
  const line = words.map((word) => word.text).join(" ");
  return [...line.matchAll(period)].flatMap(({ 0: said, index }) => {
    const first = line.slice(0, index).split(" ").length - 1;
    const last = first + said.split(" ").length - 1;
    const [from, to] = [words[first], words[last]];
    if (!from || !to || isDay(text, words, first, last, said) || isFrequency(words, first, said)) return [];
    const whole = text.slice(from.start, to.end);
    return [{ value: bare(whole), start: from.start, end: to.end, text: whole }];
  });
}

/** «ثلاثمئة فاتورة شهريًا», "300 invoices monthly": how often there are so many, and no period. */
function isFrequency(words: readonly Token[], first: number, said: string): boolean {
  const [number, thing] = words.slice(Math.max(0, first - 2), first).map(({ text }) => text);
  if (!frequent.test(said) || number === undefined || thing === undefined || /[0-9]/.test(thing))
    return false;
  return /^[0-9]+$/.test(number) || numberWords.has(number) || hundreds.test(number);
}

const frequent = new RegExp(`^${recurring}$`);
const hundreds = /(?:ميه|مئه|مائه|ميت|الاف|الف|ميتين|مئتين)$/;

/** «31 ديسمبر» is a day of that month, a lone "may" a verb. */
function isDay(text: string, words: readonly Token[], first: number, last: number, said: string): boolean {
  if (!months.has(said.replace(/^[بلو](?=[\u0620-\u064a]{3})/, "")) && !startsWithMonth(said)) return false;
  const isNumber = (word: Token | undefined) =>
    word !== undefined && /^[0-9]{1,2}(?:st|nd|rd|th)?$/.test(word.text);
  // "November, 18 employees": a mark parts the month from the number.
  const isApart = /[,،;؛.]/.test(text.slice(words[last]?.end ?? 0, words[last + 1]?.start ?? 0));
  return alsoWords.has(said) || isNumber(words[first - 1]) || (!isApart && isNumber(words[last + 1]));
}

function startsWithMonth(said: string): boolean {
  const [first = ""] = said.split(" ");
  return months.has(first);
}

/** Without a preposition, and without the noun that a name needs not: «لشهر نوفمبر» is «نوفمبر», «عام 2025» is «2025»; «شهر ١٢» needs it. */
function bare(said: string): string {
  const words = said.replace(/^لل/, "ال").replace(/^[بلو](?=ال|شهر|سنة|سنه|عام)/, "");
  return words
    .replace(/^(?:ال)?(?:شهر|shahr|month of)\s+(?=\p{L})(?!ال|اللي|هذا|(?:دي|ده)(?:\s|$))/iu, "")
    .replace(/^(?:ال)?(?:سنة|سنه|عام|عام ال)\s+(?=[\d٠-٩]{4})/u, "");
}
