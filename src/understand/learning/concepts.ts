/**
 * Words that mean the same in Gulf, Egyptian and standard Arabic, Arabizi and English, as one concept each: what was learnt from
 * «ابغى اشحن» then also holds for "3ayez ab3at" and "please ship". No concept names a service, and the training alone decides what
 * a concept speaks for.
 */
import { fold } from "../../language/letters/normalise.ts";
import { keepRecent } from "../../language/recent-texts.ts";
import { generalConcepts } from "./concept-words.ts";
import { tradeConcepts } from "./trade-concepts.ts";

const exact = new Map<string, string>();
const beginnings = new Map<string, string>();
const roots = new Map<string, string>();
/** First words of concepts of two words: most words begin none, and no pair is put together for them. */
const leads = new Set<string>();
for (const [concept, words] of [...Object.entries(tradeConcepts), ...Object.entries(generalConcepts)]) {
  for (const word of words.split(" ")) {
    if (word.startsWith("=")) {
      roots.set(fold(word.slice(1)), concept);
      continue;
    }
    const folded = word
      .split("_")
      .map((part) => fold(part.replace("*", "")))
      .join(" ");
    (word.endsWith("*") ? beginnings : exact).set(folded, concept);
    const [first = "", ...more] = folded.split(" ");
    if (more.length > 0) leads.add(first);
  }
}

/** Letters that Arabic writes onto the next word: and, so, with, for, as, will, the. Longest first. */
const before = ["وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال", "هال", "و", "ف", "ب", "ل", "ه", "ح"];

/** Pronouns and plurals that Arabic writes onto the end of a word: your, our, my, their, for me, you (many). Longest first. */
const behind = [
  "لكم",
  "لنا",
  "تكم",
  "تنا",
  "لي",
  "كم",
  "كو",
  "نا",
  "هم",
  "ها",
  "وا",
  "ون",
  "ين",
  "ات",
  "ه",
  "ي",
  "ك",
  "و",
];

/** «حجزتولي», «أرسلتموه»: what the office did, told to it. */
const youDid =
  /^(?!و?انت|و?نتو|[وفبه]?[اتن]?بعتو|هات|مهتم|(?:لو)?سمحت|تكرمت|توليت|ت?تبعت|بتبعت|هتبعت)[\u0620-\u064a]{2,}ت(?:و(?:ا|لي|لنا|له|لها|ها|ه|ني|نا|هم)?|م(?:وه|وها|وهم|ونا)?)$/;

/**
 * The concepts of folded words, in order; a word may stand for none. The article is no part of a day's name that is also a word.
 * @param keys the same words otherwise spelt (Arabizi in Arabic letters), looked up where the word itself says nothing
 * @param otherwise asked for words without a concept
 */
export function conceptsOf(
  words: readonly string[],
  keys = words,
  otherwise: (word: string) => string | undefined = () => undefined,
): string[] {
  const found: string[] = [];
  let joined = false;
  words.forEach((word, i) => {
    const key = keys[i] ?? word;
    const pair = pairOf(word, words[i + 1]) ?? (key === word ? undefined : pairOf(key, keys[i + 1]));
    if (pair) found.push(pair);
    const concept = joined ? undefined : conceptOfEither(word, key, otherwise);
    if (concept) found.push(concept);
    if (youDid.test(key) || (youInEnglish.test(word) && saysWhatYouDid(words, i))) found.push("you_did");
    // The second word is part of the pair: "come back" speaks of no back.
    joined = pair === "weekday" || pair === "returning";
  });
  return found;
}

function conceptOfEither(
  word: string,
  key: string,
  otherwise: (word: string) => string | undefined,
): string | undefined {
  if (word === key) return conceptOf(word) ?? otherwise(word);
  return conceptOf(word) ?? conceptOf(key) ?? otherwise(word) ?? otherwise(key);
}

function pairOf(word: string, next: string | undefined): string | undefined {
  if (next === undefined) return undefined;
  const found = leads.has(word) ? exact.get(`${word} ${next}`) : undefined;
  if (found !== undefined) return found;
  const first = bare(word);
  return leads.has(first) ? exact.get(`${first} ${bare(next)}`) : undefined;
}

const youInEnglish = /^(?:you|u|ye|you've|youve)$/;

/** "you shipped", "you guys lost", "you have sent": what the office did, told to it; behind "could" and "if" it is asked for. */
function saysWhatYouDid(words: readonly string[], at: number): boolean {
  if (asksOfYou.has(words[at - 1] ?? "")) return false;
  const next = words[at + 1] ?? "";
  return didInEnglish(between.has(next) ? words[at + 2] : next);
}

const asksOfYou = new Set("can could would will do if have did".split(" "));
const between = new Set("guys people have all lot already just also".split(" "));

function didInEnglish(word: string | undefined): boolean {
  return word !== undefined && (/^[a-z]{2,}ed$/.test(word) || irregular.has(word));
}

const irregular = new Set(
  "sent put gave took lost made paid told said sold chose found bought did left forgot broke wrote got brought sent kept let went had were threw".split(
    " ",
  ),
);

/** A word of a message is looked up for its clauses, its halves and its options: what it stands for is found once. */
const conceptOf = keepRecent((word: string): string | undefined => {
  const whole = lookUp(word) ?? verbOf(word);
  if (whole) return whole;
  for (const prefix of before) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 3) continue;
    const rest = word.slice(prefix.length);
    const found = lookUp(rest) ?? verbOf(rest) ?? withoutEnding(rest);
    if (found) return found;
  }
  return withoutEnding(word);
});

function withoutEnding(word: string): string | undefined {
  for (const ending of behind) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const stem = word.slice(0, -ending.length);
    const found = exact.get(stem) ?? (ending.startsWith("ت") ? exact.get(`${stem}ه`) : undefined);
    if (found) return found;
  }
  return undefined;
}

/** «تشحنون», «بيشحنوا», «نشحنها»: a present tense or a command around a known root. */
function verbOf(word: string): string | undefined {
  const parts =
    /^(?:ب|ه|ح|س)?(?:[اتني]|ات|يت|تت)(.{2,4}?)(?:ون|وا|ين|و|ي)?(?:ها|ه|هم|لي|لنا|لها|له|ني|نا|لكم)?$/.exec(
      word,
    );
  return parts?.[1] === undefined ? undefined : roots.get(parts[1]);
}

function lookUp(word: string): string | undefined {
  const whole = exact.get(word) ?? beginnings.get(word);
  if (whole) return whole;
  for (let length = Math.min(word.length - 1, 10); length >= 3; length--) {
    const found = beginnings.get(word.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

function bare(word: string): string {
  return word.startsWith("ال") ? word.slice(2) : word;
}
