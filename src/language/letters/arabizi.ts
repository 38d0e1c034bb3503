/**
 * Arabic in Latin letters ("abgha a7jez ghorfa"): back into Arabic letters for matching, and telling it from English. Rules find
 * the consonants; the words that customers use most are listed, because vowels are anybody's guess.
 */
import type { Language } from "../../domain/language.ts";
import { arabiziMarks, arabiziWords, englishWords, neutralWords, weakArabiziMarks } from "./arabizi-words.ts";
import { fold } from "./normalise.ts";

/** Letter groups, longest first. Digits stand for the letters that they look like (3 ع, 7 ح, 5 خ, 2 ء, 6 ط, 8 ق, 9 ص). */
const sounds: readonly (readonly [string, string])[] = [
  ["3'", "غ"],
  ["7'", "خ"],
  ["6'", "ظ"],
  ["9'", "ض"],
  ["5'", "خ"],
  ["2'", "ق"],
  ["kh", "خ"],
  ["gh", "غ"],
  ["sh", "ش"],
  ["ch", "ش"],
  ["th", "ث"],
  ["dh", "ذ"],
  ["zh", "ظ"],
  ["ph", "ف"],
  ["aa", "ا"],
  ["ee", "ي"],
  ["ii", "ي"],
  ["ea", "ي"],
  ["oo", "و"],
  ["uu", "و"],
  ["ou", "و"],
  ["ei", "ي"],
  ["ai", "ي"],
  ["ay", "ي"],
  ["ey", "ي"],
  ["au", "و"],
  ["aw", "و"],
  ["2", "ا"],
  ["3", "ع"],
  ["4", "ذ"],
  ["5", "خ"],
  ["6", "ط"],
  ["7", "ح"],
  ["8", "ق"],
  ["9", "ص"],
  ["b", "ب"],
  ["c", "ك"],
  ["d", "د"],
  ["f", "ف"],
  ["g", "ج"],
  ["h", "ه"],
  ["j", "ج"],
  ["k", "ك"],
  ["l", "ل"],
  ["m", "م"],
  ["n", "ن"],
  ["p", "ب"],
  ["q", "ق"],
  ["r", "ر"],
  ["s", "س"],
  ["t", "ت"],
  ["v", "ف"],
  ["w", "و"],
  ["x", "كس"],
  ["y", "ي"],
  ["z", "ز"],
];
const vowels = "aeiou";

/** The Arabic for what stands at `index`, and how many Latin characters it takes. Short vowels inside a word vanish. */
function soundAt(word: string, index: number): readonly [string, number] {
  const char = word.charAt(index);
  const end = index === word.length - 1;
  if (index === 0 && vowels.includes(char)) {
    const long = sounds.find(([latin]) => latin.length === 2 && word.startsWith(latin));
    return ["ا", long && vowels.includes(word.charAt(1)) ? 2 : 1];
  }
  if (end && char === "a") return ["ه", 1];
  if (end && "eiy".includes(char)) return ["ي", 1];
  if (end && "ou".includes(char)) return ["و", 1];
  if (word.startsWith("ah", index) && index === word.length - 2) return ["ه", 2];
  if (word.startsWith("at", index) && index === word.length - 2) return ["ات", 2];
  const sound = sounds.find(([latin]) => word.startsWith(latin, index));
  if (!sound) return ["", 1];
  // A doubled consonant is one letter with a shadda.
  const doubled = word.startsWith(sound[0], index + sound[0].length) && !vowels.includes(char);
  return [sound[1], sound[0].length * (doubled ? 2 : 1)];
}

/**
 * A word of Arabizi in folded Arabic letters («7ajz» → «حجز»). A word in other letters, or a plain number, comes back folded and
 * unchanged. It is a likeness for matching, not spelling: emphatic consonants and inner vowels stay a guess.
 */
export function arabiziToArabic(word: string): string {
  const folded = fold(word);
  const known = arabiziWords.get(folded);
  if (known !== undefined) return known;
  if (!/^[a-z0-9'-]+$/.test(folded) || !/[a-z]/.test(folded)) return folded;
  const article = /^(?:el|al|il)[-']?(?=[a-z0-9]{3})/.exec(folded)?.[0] ?? "";
  const rest = folded.slice(article.length);
  let arabic = article === "" ? "" : "ال";
  for (let index = 0; index < rest.length; ) {
    const [letters, length] = soundAt(rest, index);
    arabic += letters;
    index += length;
  }
  return arabic;
}

/** A Latin word with an Arabizi digit among letters: "a7jez", "3ayez", "so2al", "fondo2"; not "RRRD2929", "covid19", "mp3". */
const arabiziDigit =
  /^(?:[a-z']*[a-z][235679]'?[a-z']{2,}|[2359][a-z']{3,}|[67][a-z']{2,}|[a-z]+[aeiou][237])$/;
const measured = /^\d+(?:kgs?|pcs|days?|weeks?|months?|nights?|years?|hours?|mins?)$/;

const words = /[a-z0-9]+(?:'[a-z0-9]+)*|[\u0620-\u064a]{2,}/g;

/**
 * The language of a message; Arabizi counts as Arabic. Undefined when the words do not tell: a name, a city, a code, "ok", a
 * number, an emoji. Mixed messages go with the most words («ابي باقات نت من stc» is Arabic).
 */
export function detectLanguage(text: string): Language | undefined {
  let arabic = 0;
  let english = 0;
  const weak = new Set<string>();
  // The beginning tells; a page of text need not be read whole.
  for (const [word] of fold(text.slice(0, 2000)).matchAll(words)) {
    if (word.charCodeAt(0) >= 0x600) arabic += 1;
    else if (englishWords.has(word)) english += 1;
    else if (
      arabiziMarks.has(word) ||
      (arabiziWords.has(word) && !neutralWords.has(word)) ||
      (arabiziDigit.test(word) && !measured.test(word))
    )
      arabic += 1;
    else if (weakArabiziMarks.has(word)) weak.add(word);
  }
  if (arabic === 0 && english === 0) return weak.size > 1 ? "ar" : undefined;
  // "Hi" is said in both languages.
  if (english === 1 && arabic === 0 && /^\P{L}*hi+\P{L}*$/iu.test(text)) return undefined;
  return arabic >= english ? "ar" : "en";
}
