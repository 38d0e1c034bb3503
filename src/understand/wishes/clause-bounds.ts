/** Where a clause ends and another begins: by a mark, by a word that adds, that wants, or that joins. */
import { hasPhrase, joinPhrases, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";

/** Words that end what is denied. */
export const affirmations = phrasesOf(
  "محتاجه|محتاجين|محتاجين|نحتاج|بدي|بدنا|حابب|ابي|ابغى|ابغا|نبي|نبغى|عايز|عاوز|عايزه|عايزين|اريد|نريد|احتاج|محتاج|ودي|بل|عاوزكو|عاوزكم|عايزكو|عايزكم|عايزاكو|عايزاكم|ابيكم|ابغاكم|نبيكم|نبغاكم|ابغاك|ابيك|انما|وانما|اسال عن|بسال عن|بسال بس|لكن|بس|ولكن|اقصد|قصدي|انا ابي|أنا أبي|i want|i need|i'd like|i would like|but|we want|we need|just|only|i mean|rather|make it|خلها|خليها|خله|خليه|خلوها|خلوه|abi|abgha|3ayez|3awez",
);
/** Words that say only that something is added: left out of the clause that they begin. */
export const bareAdditions = phrasesOf(
  "وعلي فكره|علي فكره|وبالمناسبه|بالمناسبه|وترا كمان|وتري كمان|وترا بعد|تري بعد|ترا بعد|ترا كمان|by the way|btw|oh and also|3ala fekra|w 3ala fekra|3la fekra|w tara|tara kaman|ولدي ايضا|ولدينا ايضا|وعندي ايضا|وعندنا ايضا|وعندي كمان|وعندي بعد|وعندي برضو|وعندي برضه|ومعي ايضا|ومعايا كمان|w 3andi kaman|w 3indi ba3ad|w 3andi ba3d|and i also have|i also have|وكمان|كمان|وكذلك|كذلك|وايضا|ايضا|وبرضو|برضو|وبرضه|برضه|وبعدها|وبعدين|بعدين|ثم|وثم|and also|also|and then|then|plus|as well as|in addition|besides|w kaman|kaman|w ba3dein|oh and|one more thing|another thing|وحاجه ثانيه|وشي ثاني",
);
/** Words that begin another request without a boundary before them. */
export const additions = joinPhrases(
  bareAdditions,
  phrasesOf(
    "وعلي فكره يلزمني ايضا|علي فكره يلزمني ايضا|يلزمني ايضا|ويلزمني ايضا|ويلزمني|وعندي طلب ثاني|and i have another|and i also need|and i also want|i also need|and we also need|and also need|وبدي|وبدنا|وكمان بدي|وحابب|وابي|وابغى|وابغا|وابغي|ونبي|ونبغى|وعايز|وعاوز|وعايزه|وعايزين|واريد|ونريد|واحتاج|ومحتاج|وودي|وارغب|ونود|واود|وبعد ابي|وبعد كذا|بعد كذا|بالاضافه الى|وبالاضافه|وزياده على كذا|وطلب ثاني|وفي نفس الوقت|واحجز|واحجزوا|واحجزلي|وارسل|واشحن|والغي|والغوا|والغ|وجدد|وجددوا|واطلب|واطلبوا|ووين|وفين|ومتى|وحولني|وابعت|واشتروا|واخزن|واجدد|وهل ممكن|وممكن|ولو سمحت|وبالمره|بالمره|وبالمرة|وبعد ارسل|وبعد احجز",
    "and i want|and i need|and i'd like|and we need|and we want|and can you|and could you|and please|and book|and send|and ship|and deliver|and reserve|and renew|and cancel|and store|and where|and find|and buy|and rent|and get me|second thing|secondly|and what about",
    "w abi|w abgha|w 3ayez|w 3awez|wabi|wabgha|w a7jez|wa kaman|w b3dain",
  ),
);

/** Where the text between two words ends a sentence or a part of one; a point inside a number is not among words. */
const boundary = /[.!?؟;؛\n،,&+]|\s[-–—]\s/;

/** Words that begin with و and are not joined by it, by their beginnings … */
const notJoined =
  /^(?:وزن|ورق|وقت|واحد|وحد|وسيط|واصل|وظيف|وكال|وطني|وثايق|وثيق|وضع|واجد|وايد|وحيد|والد|وعد|واتس|والله|وعليكم)/;
/** … or whole, where another word goes on with the same letters («وين», but «وينقلوه»; «وش», but «وشوفوا»). */
const notJoinedWhole =
  /^(?:وين(?:ه|ها|هم|ك|كم|ي)?|وصل(?:ه|ها|هم|ت|تها|ني|نا|كم|وا|و|وه|وها|ولي|وني)?|ودي|وش|وشو|وبين(?:ي|نا|ه|ها|هم)?|وصف(?:ه|ات)?|وصي(?:ه|ت)?|ولد(?:ي|ه|ها|نا|هم|ك|ين)?|وجه(?:ه|ي|ك|كم)?|وقف(?:ت|ه|وا)?|وافق(?:ت|وا|و)?|وصول(?:ه|ها|ي)?)$/;

const joints = /^(?:and|w|wa|wel|wal|و)$/;

/** «وطرد …», "and …": what follows may be another thing that is wanted. */
export function mayJoin({ key, text }: Word): boolean {
  if (joints.test(text)) return true;
  return /^و[\u0620-\u064a]{3,}/.test(key) && !notJoined.test(key) && !notJoinedWhole.test(key);
}

/** Does a mark before this word end a sentence or a part of one? */
export function isBounded(text: string, words: readonly Word[], index: number): boolean {
  const marks = between(text, words, index);
  // The plus of «كلموني على +966…» is the number's own.
  return boundary.test(longNumber.test(words[index]?.text ?? "") ? marks.replace(/\+$/, "") : marks);
}

const longNumber = /^\d{8,}$/;

/** The text between a word and the one before it. */
export function between(text: string, words: readonly Word[], index: number): string {
  return text.slice(words[index - 1]?.end ?? 0, words[index]?.start ?? text.length);
}

/** Does one of these words ask for something («أبي», "I need")? */
export function wantsSomething(words: readonly Word[]): boolean {
  return hasPhrase(affirmations, words) || hasPhrase(additions, words);
}

/** The words without the «و», "and" or "w" that joins them to what stands before. */
export function withoutJoint(words: readonly Word[]): readonly Word[] {
  const [first, ...rest] = words;
  if (!first || rest.length === 0) return words;
  if (joints.test(first.text)) return rest;
  if (!mayJoin(first) || /^[a-z]/.test(first.text)) return words;
  const bare = first.key.slice(1);
  return [{ ...first, text: bare, key: bare }, ...rest];
}
