/**
 * A message cut into what can be understood alone: the greeting in front and the thanks behind taken off, several requests parted,
 * and the words that are denied («مو توصيل», "not Saturday") set aside. Fillers of voice transcripts say nothing and are left out.
 */
import { hasPhrase, phraseAt, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";
import { additions, bareAdditions, between, isBounded, mayJoin } from "./clause-bounds.ts";
import { takeBehind, takeFront } from "./courtesies.ts";
import { type Denied, deniedIn, forbiddenIn } from "./denials.ts";
import { tellsOwnTrade } from "./own-trade.ts";

/** A part of the message that may be a request of its own. `also`: it began with a word that adds («وبعد», "also"). */
export type Clause = {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
  readonly also: boolean;
  /** Parted only by «و» or "and": a request of its own only when it surely is one. */
  readonly soft: boolean;
};

export type Parts = {
  readonly greeting?: { readonly salam: boolean };
  readonly thanks: boolean;
  readonly clauses: readonly Clause[];
  /** What is denied: no service is started from these words and no value taken. */
  readonly denied: readonly Denied[];
  /** What is not to be done («لا تلغون شي», "don't cancel"): it is not asked for where something else is. */
  readonly forbidden: readonly Denied[];
};

const fillers = phrasesOf(
  "يعني|اممم|امم|ممم|مم|طيب يعني|والله|بصراحه|زي ما تقول|شوف|اقولك|اسمع|hmm|hm|um|umm|uh|uhh|er|erm|you know|ya3ni|i mean like",
);

/** Takes a message apart. `text` is what the words' offsets are of. */
export function partsOf(text: string, all: readonly Word[]): Parts {
  const words = withoutFillers(all);
  const front = takeFront(words);
  const behind = takeBehind(words.slice(front.taken));
  const middle = words.slice(front.taken, words.length - behind.taken);
  const clauses = cut(text, middle);
  return {
    ...(front.greeted && { greeting: { salam: front.salam } }),
    thanks: behind.thanked || front.thanked,
    clauses,
    denied: deniedIn(text, middle),
    forbidden: forbiddenIn(text, middle),
  };
}

function withoutFillers(words: readonly Word[]): Word[] {
  const left: Word[] = [];
  for (let index = 0; index < words.length; ) {
    const length = isMother(words[index]) ? 0 : phraseAt(fillers, words, index);
    if (length === 0) left.push(words[index] as Word);
    index += Math.max(1, length);
  }
  return left.length > 0 ? left : [...words];
}

/** «أم فهد» is a name, «امم» is a filler: folded they are the same. */
const isMother = (word: Word | undefined): boolean => word?.key === "ام" && word.end - word.start === 2;

/** «1) …  2) …»: what stands behind the number of a list is a part of its own. */
const listed = /^\s*[)\-–.:]\s*/;

/** Every clause costs a reading: what is cut more often is a list, and its rest is read as one. */
const mostClauses = 40;

/** Soft cuts cost a reading each; beyond these a message is a list, not several requests. */
const mostSoftCuts = 8;

function cut(text: string, words: readonly Word[]): Clause[] {
  const clauses: Clause[] = [];
  let [from, also, soft, softCuts] = [beginsListed(text, words, 0) ? 1 : 0, false, false, 0];
  const close = (to: number) => {
    const part = words.slice(from, to);
    const [first, last] = [part[0], part.at(-1)];
    if (first && last) clauses.push({ words: part, start: first.start, end: last.end, also, soft });
  };
  for (let index = 1; index < words.length && clauses.length < mostClauses; index++) {
    const added = phraseAt(additions, words, index);
    const inList = beginsListed(text, words, index);
    const hard = added > 0 || inList || isBounded(text, words, index);
    if (!hard && (softCuts >= mostSoftCuts || !joinsAt(words, index))) continue;
    close(index);
    from = index + (added > 0 ? phraseAt(bareAdditions, words, index) : inList ? 1 : 0);
    also = added > 0;
    soft = !hard;
    if (soft) softCuts++;
    index = Math.max(index, from);
  }
  close(words.length);
  return clauses;
}

/** «و», "and" or "w" that joins; "talk w a lawyer" is with one. */
const joinsAt = (words: readonly Word[], index: number): boolean =>
  mayJoin(words[index] as Word) &&
  !(words[index]?.text === "w" && withWhom.test(words[index - 1]?.text ?? ""));

const withWhom =
  /^(?:talk|speak|chat|meet|meeting|appointment|session|consultation|consult|call|deal|stay|staying|travel|travelling|traveling)$/;

function beginsListed(text: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  return word !== undefined && /^[1-9]$/.test(word.text) && listed.test(between(text, words, index + 1));
}

const introductions = phrasesOf(
  "شركتنا|مؤسستنا|مكتبنا|مطعمنا|حنا شركه|احنا شركه|نحن شركه|نحن مؤسسه|انا صاحب|انا مالك|انا مدير|انا اعمل|انا اشتغل|عندي شركه|عندي محل|عندي مطعم|عندي مؤسسه|لدي شركه|لدينا شركه|لدينا مصنع|عندنا شركه|عندنا مصنع|اسمها|اسمي",
  "i run|i own|i have a company|i manage|i work|we already have|i already have|we have already|i've already|عندنا اصلا|عندي اصلا|لدينا بالفعل|we run|we own|my company|our company|our firm|we are a|we're a|i am a|i'm a|my name is|ana sa7eb|3andi sherka|3endi sharika|e7na sherka",
);

/** Does a clause begin by saying who writes («عندي شركة شحن», "I run a hotel")? Such words ask for nothing themselves. */
export function introduces(words: readonly Word[]): boolean {
  return phraseAt(introductions, words, 0) > 0 || tellsOwnTrade(words);
}

const restrictions = phrasesOf("only|just|فقط|بس|وبس|bas|w bas|لا غير|nothing else|that is all");

/** Does a clause say that nothing else is wanted ("I only need …", «فقط»)? */
export function restricts(words: readonly Word[]): boolean {
  return hasPhrase(restrictions, words);
}
