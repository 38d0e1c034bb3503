/** Numbers that count a thing named in free words: "three white shirts", «خمس طابعات». */
import type { Candidate } from "./candidates.ts";
import type { Span } from "./words.ts";

/**
 * Which of the free `numbers` counts the thing: the last before its words, with nothing between but values already given ("white").
 */
export function countsOf(
  text: string,
  thing: Span,
  numbers: readonly Candidate[],
  given: readonly Span[],
): Candidate | undefined {
  return numbers.findLast(({ end }) => {
    if (end > thing.start) return false;
    const between = given.filter((one) => one.start >= end && one.end <= thing.start);
    let left = text.slice(end, thing.start);
    for (const one of between) left = left.replace(text.slice(one.start, one.end), "");
    return /^\s*(?:of|x|×)?\s*$/i.test(left);
  });
}
