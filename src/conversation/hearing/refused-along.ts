/**
 * What a message says of a service that the office may not offer begins no other: «أبي أحد يراجع بين البلدية وشركة المياه» wants no company, for the
 * company is whom the refused one would speak to. Another that is asked for in so many words stays.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { foldedWords } from "../../language/replies/whole-message.ts";
import { isPermitted } from "../flow/permits.ts";
import type { Work } from "../work.ts";

const wanting =
  /(?:^| )و?(?:ابي|ابغي|ابغا|نبي|نبغي|اريد|نريد|عايز\S*|عاوز\S*|محتاج\S*|احتاج|نحتاج|بدي|ودي|want|need|like|abi|abgha|nabi|3ayez|3ayza|3awez|a7taj)(?= |$)/gu;
const adding =
  /(?:^| )(?:و?كمان|وايضا|ايضا|وبعد|also|plus|kaman|two things|شغلتين|حاجتين|شيئين|طلبين)(?: |$)/u;

export function withoutRefusedAlong(
  work: Work,
  said: readonly Understanding[],
  text: string,
): readonly Understanding[] {
  const isRefused = (one: Understanding): boolean => {
    const flow = one.type === "request" ? work.catalogue.flows.get(one.service) : undefined;
    return flow !== undefined && !isPermitted(work.catalogue, flow, work.at);
  };
  if (!said.some(isRefused)) return said;
  const words = foldedWords(text);
  // The other is begun first, so that no menu is asked beside its question.
  if ((words.match(wanting)?.length ?? 0) > 1 || adding.test(words))
    return [...said.filter((one) => !isRefused(one)), ...said.filter(isRefused)];
  return said.filter((one) => one.type !== "request" || isRefused(one));
}
