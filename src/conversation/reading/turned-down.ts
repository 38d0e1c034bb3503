/**
 * "Did you mean a hotel?" answered with a no and more: «لا مكيف مو فندق», «لا، أبي أشحن كرتون». That service is not meant, so the words are read
 * without it, and it is not asked about again.
 */
import type { Open } from "../../domain/open-question.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { withoutArticle } from "../../language/letters/article.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { kindOfReply } from "../../language/replies/reply-words.ts";
import type { Catalogue } from "../flow/flow.ts";
import type { Work } from "../work.ts";

/** The service that was asked about and is turned down; undefined where none is. */
export function turnedDown(
  catalogue: Catalogue,
  { open }: { readonly open?: Open | undefined },
  text: string,
): string | undefined {
  if (open?.type !== "which_service" || open.text === "") return undefined;
  const [only, other] = open.candidates;
  const title = only === undefined ? undefined : catalogue.flows.get(only)?.title;
  if (only === undefined || other !== undefined || !title) return undefined;
  const words = tokens(text).map((token) => token.text);
  const names = new Set(tokens(`${title.ar} ${title.en}`).map((token) => withoutArticle(token.text)));
  const denies = words.some((word, at) => {
    const next = words[at + 1] === "a" || words[at + 1] === "the" ? words[at + 2] : words[at + 1];
    return denyingWords.has(word) && next !== undefined && names.has(withoutArticle(next));
  });
  return denies || (words.length > 1 && beginsWithNo(words)) ? only : undefined;
}

/** «لا مانع», "no problem" refuse nothing; «مو متأكد» neither. */
const beginsWithNo = ([first = "", next = ""]: readonly string[]): boolean =>
  /^(?:لا+|كلا|no+|nope|nah|la2?|la+)$/.test(first) && !noRefusal.test(next) && kindOfReply(next) !== "yes";

const noRefusal = /^(?:مانع|باس|مشكله|شك|ادري|اعرف|اعلم|تنس[يو]?ا?|problem|worries|doubt|idea|one)$/;

/** What else was said, and that question is closed: words that could only be the same service again are nothing new. */
export function withoutTurnedDown(
  work: Work,
  said: readonly Understanding[],
  text: string,
): readonly Understanding[] {
  const service = turnedDown(work.catalogue, work, text);
  if (service === undefined) return said;
  work.open = undefined;
  return said.filter((one) => one.type !== "unclear" || one.candidates.some((id) => id !== service));
}
