/**
 * «لزوجتي. قل لي الأوراق أولاً», "for my driver, tell me the fees first": an answer, and behind it what one asks to be told, in no words of a question.
 */
import type { OfficeTopic } from "../../domain/understanding.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import { mayJoin, withoutJoint } from "../wishes/clause-bounds.ts";
import { topicOf } from "../wishes/commands.ts";
import type { Word } from "../words.ts";

const telling = phrasesOf(
  "قل لي|قلي|قول لي|قولي|قولولي|قولوا لي|قولو لي|اخبرني|اخبروني|خبرني|خبروني|علمني|علموني|عرفوني|عرفني|ابي اعرف|ابغي اعرف|عايز اعرف|عايزه اعرف|اريد ان اعرف|اريد معرفه",
  "tell me|let me know|i want to know|i need to know|2olli|2oly|2oli|olly|gooli|gool li|5abberni|3allemni|abi a3ref|3ayez a3raf",
);

/** Named by a noun alone: "tell me the papers". */
const nouns: readonly (readonly [OfficeTopic, RegExp])[] = [
  [
    "papers",
    /^(?:ال)?(?:اوراق|ورق|مستندات|متطلبات|وثايق|وثائق)$|^(?:papers|documents|requirements|paperwork|awra2|wara2|mostanadat)$/,
  ],
  ["price", /^(?:ال)?(?:رسوم|سعر|تكلفه|اتعاب|اجور)$|^(?:price|cost|fees?|charges|rosoom|se3r|si3r)$/],
  ["duration", /^(?:ال)?مده$|^(?:duration|modda|mudda)$/],
];

/** Where the answer ends, and what is to be told; undefined where nothing of the kind stands behind a mark or an "and". */
export function asksToBeTold(
  text: string,
  words: readonly Word[],
): { readonly end: number; readonly topic: OfficeTopic } | undefined {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const marked = before && /[،,.;؛\n]/.test(text.slice(before.end, word.start));
    if (!before || !(marked || mayJoin(word) || /^و/.test(word.key))) continue;
    const topic = topicTold(withoutJoint(words.slice(index)));
    if (topic !== undefined) return { end: before.end, topic };
  }
  return undefined;
}

function topicTold(said: readonly Word[]): OfficeTopic | undefined {
  const length = phraseAt(telling, said, 0);
  if (length === 0) return undefined;
  const rest = said.slice(length);
  const isNamed = (noun: RegExp): boolean => rest.some(({ key, text }) => noun.test(key) || noun.test(text));
  return topicOf(rest) ?? nouns.find(([, noun]) => isNamed(noun))?.[0];
}
