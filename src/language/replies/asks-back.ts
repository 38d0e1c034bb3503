/**
 * Questions about the question that is open: what it is for («ليش تبون رقمي؟», "do I have to?"), and what it means («وش تقصدون؟»). What is
 * answered is the conversation's to decide.
 */
import { tokens } from "../letters/normalise.ts";
import { keepRecent } from "../recent-texts.ts";
import { askedLast, known, latinWhy, meaning, toldBefore, why, whyWord } from "./asks-back-words.ts";
import { waiting } from "./pauses.ts";
import { anyOf, before, foldedWords, mostWords, saidShortly } from "./whole-message.ts";

/**
 * `why`: the reason is wanted, or whether it must be. `meaning`: the words of the question were not clear. `known`: we are said to
 * have it («نفس رقم الواتساب»). `told`: it is said to have been told before («عطيتكم ياه», "I already gave you that"). `asked`: the question itself is wanted once more («وش كان السؤال؟»).
 */
export type AskBack = "why" | "meaning" | "known" | "told" | "wait" | "asked";

const patterns: readonly (readonly [AskBack, RegExp])[] = [
  ["asked", anyOf(askedLast)],
  ["told", anyOf(toldBefore)],
  ["wait", anyOf(waiting)],
  ["known", anyOf(known)],
  ["meaning", anyOf(meaning)],
  ["why", anyOf(why)],
];

/** «وش العنوان الوطني؟»: before the name of what is asked for. */
const whatIs =
  /^(?:(?:وش|ايش|شو|شنو|ما|ايه|يعني)(?: (?:هو|هي|يعني|معني|ايه))?|(?:what(?:'s| is|s)|what do you mean by)(?: an?| the| my)?|(?:wesh|esh|eish|shno|ya3ni eh)(?: hwa| heya)?) /;

/**
 * What a whole message asks of the question before it; undefined where it says anything else, or gives a number.
 * @param names what the thing that is asked for is called, folded; called only where it matters
 */
export function readAskBack(text: string, names: () => readonly string[] = () => []): AskBack | undefined {
  const read = askedOf(text);
  return read?.name !== undefined && names().includes(read.name) ? "meaning" : read?.what;
}

/** `name`: what stands behind «وش», if it does. */
type Asked = { readonly name?: string; readonly what?: AskBack };

const askedOf: (text: string) => Asked | undefined = keepRecent((text) => {
  const said = saidShortly(text);
  if (said === undefined || !/\p{L}/u.test(text) || /\p{Nd}{3}/u.test(text)) return undefined;
  const name = said.replace(whatIs, "");
  const what = patterns.find(([, pattern]) => pattern.test(said))?.[0];
  return { ...(name !== said && { name }), ...(what && { what }) };
});

const whyAtAll = new RegExp(`^${before}(?:${whyWord}|why|${latinWhy})(?: \\S+)*$`);

/** «ليه وش يفرق», «ليش؟ ما يكفي رقم اللوحة»: a question that begins with "why", whatever follows. For words that nothing else understood. */
export function beginsWithWhy(text: string): boolean {
  return tokens(text).length <= mostWords && whyAtAll.test(foldedWords(text));
}
