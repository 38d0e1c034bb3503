/**
 * One spelling for the days and times that Arabizi writes with any vowels and letters: "3a9r", "3asser" and "3asr" are one word, as are "jem3a"
 * and "gom3a". They meet by their consonants, and only where the writing is Arabizi: behind "el" or "yom", or with a digit for a letter.
 */

import { months, relatives, weekdays } from "../days/date-words.ts";
import { numberWords } from "../numbers/number-words.ts";
import { consonantsOf } from "./consonants.ts";

/** The spelling that the tables of days and times know, by its consonants. */
const known: ReadonlyMap<string, string> = new Map(
  "ethnein thalatha arba3a khamees gom3a sabt sob7 do7a dohr zohr 3asr maghrib fajr"
    .split(" ")
    .map((word) => [consonantsOf(word), word]),
);

/** What is counted in Arabizi, behind digits: "6 ashhur", "3 ash5aas". */
const counted: ReadonlyMap<string, string> = new Map(
  "shohoor seneen ashkhas nafar karateen".split(" ").map((word) => [consonantsOf(word), word]),
);

/** Words before which an Arabic one is expected. */
const leads = new Set("el al il l yom youm yoom yawm yaum fel bel fil bil men mn la le lel".split(" "));
const articles = new Set(["el", "al", "il"]);
const article = /^(?:el|al|il)(?=[a-z\d]{3})/;
/** A digit that stands for a letter, beside letters alone. */
const letterDigit = /(?:^|[a-z'])[2-9](?=[a-z'])|[a-z'][2-9](?:$|(?=[a-z']))/;

/** «جامعة», «الوطنية»: they have a day's consonants, and other vowels. */
const alike = /^[gj]a+me?3|^w[ae]?t/;

const isKnown = (word: string): boolean =>
  numberWords.has(word) || weekdays.has(word) || relatives.has(word) || months.has(word);

/** Fewer consonants behind a joined article are some other word's. */
const leastJoined = 3;

/** "alsbt", "elthlatha", "al3asr": the article joined to a day or a time, however its vowels are written. */
function joinedDay(word: string): string | undefined {
  const bare = word.replace(article, "");
  if (bare === word || bare.length > 8 || isKnown(word)) return undefined;
  const sound = consonantsOf(bare);
  const usual = sound.length >= leastJoined ? known.get(sound) : undefined;
  return usual && `el${usual}`;
}

/**
 * The word of the tables that a Latin word stands for, else the word itself with "s" for 9 (ص) and "t" for 6 (ط). `before`: the word
 * before it, folded like the word; `earlier`: the one before that.
 */
export function usualSpelling(word: string, before: string, earlier = ""): string {
  if (word.length > 3 && word.length < 10 && /^\d+$/.test(before) && !isKnown(word)) {
    const noun = counted.get(consonantsOf(word));
    if (noun !== undefined) return noun;
  }
  // "el jam3a" is the university, "ya gama3a" speaks to friends.
  if (/^(?:el|al)?[jg]aa?ma?3/.test(word)) return word;
  const hasDigit = letterDigit.test(word);
  const joined = hasDigit ? undefined : joinedDay(word);
  if (joined !== undefined) return joined;
  if (!hasDigit && !leads.has(before)) return word;
  // "el thlatha" is a day though «ثلاثة» is a number.
  if (articles.has(before) && /^th[aou]?la+th[ae]?2?$/.test(word)) return "elthalatha";
  if (/\d\d/.test(word) || word.length < 3 || isKnown(word)) return word;
  const bare = word.replace(article, "").replace(/(?<=.{4})2?an$/, "");
  const other =
    alike.test(bare) && !/^y(?:ou?|oo|aw|au)m$/.test(before === "el" || before === "al" ? earlier : before);
  const usual = bare.length <= 8 && !isKnown(bare) && !other ? known.get(consonantsOf(bare)) : undefined;
  return usual ?? (hasDigit ? word.replaceAll("9", "s").replaceAll("6", "t") : word);
}

/** Words with a ق that many write: of who has it as 9 ("fonda9", "ra9am"), every 9 is a ق. */
const nineIsQaf =
  /(?:^|[^a-z\d])(?:el|al|il|l|b|w|bel|fel|lel)?(?:f[aou]n[aou]?d[aou]?9|9a?r[ei]+b|9a3[ae]|ra9[ae]?m|9abl|wa9t|soo?u?9|taswee?9|9anoo?u?n|da9[iy]|tar[ei]+9|6ar[ei]+9|9[ie]?[6t]a3|[ei2]?9a+m[aeht]|3[ae]9[ae]?d|mo9a|ta9r|9a+d|9[ae]dd|shi?9+a|ma9as|ma9a?r|maw9e|[ei]+9rar|9awm|9ahw|9alb|9amee?s|wara9|sa[dy][ei]+9|[ae]9dar|[ae]9sa|9ad[ei]+m|9ard|9es[6t]|ra9aba|mow?aff?a9|3al[ei]+9|9esm)/;

/** What 9 stands for in this message: ص, or ق where a word of it can be nothing else. */
export function nineOf(folded: string): "s" | "q" {
  return folded.includes("9") && nineIsQaf.test(folded) ? "q" : "s";
}
