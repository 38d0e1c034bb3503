/**
 * Several of an open list asked for in one breath («تجديد الإقامة ونقل ملكية السيارة»): each is a request of its own, with what stands
 * beside it. Only where an "and" or a comma joins two that are named; everything else is one request.
 */
import type { ServiceSpec } from "../../domain/understanding.ts";
import { findOptions } from "../values/options.ts";
import type { Span, Word } from "../words.ts";

/** The parts of the message, one for each option that is named; one part, the whole, where there are no two. */
export function partsOfSeveral(
  text: string,
  words: readonly Word[],
  spec: ServiceSpec,
  whole: Span,
): readonly Span[] {
  const lists = new Set(spec.fields.filter(({ hasFacts }) => hasFacts).map(({ name }) => name));
  const named = findOptions(text, words, spec)
    .filter(({ field, start, end }) => field && lists.has(field) && start >= whole.start && end <= whole.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const starts: number[] = [];
  let last = named[0];
  for (const one of named) {
    if (!last || one.value === last.value || one.start < last.end) continue;
    if (!isJoined(text, words, one.start)) return [whole];
    starts.push(one.start);
    last = one;
  }
  const edges = [whole.start, ...starts, whole.end];
  return edges.slice(1).map((end, n) => ({ start: edges[n] ?? whole.start, end }));
}

const and = new Set("and also plus & w we wa و كمان وكمان برضو بعد وبعد ثم".split(" "));

/** Words that may stand between the "and" and the thing: whose it is, for whom, and that it is to be made. */
const between = new Set(
  [
    "my our the a an his her their renew renewal of make get do issue for him them us me",
    "اعمل نعمل اسوي نسوي سووا سوو اعملوا اعملولي اطلع نطلع اطلب نطلب اجدد نجدد لها له لهم لي لنا a3mel a3mlo asawi aswi lha laha leha lahom li",
  ].flatMap((line) => line.split(" ")),
);

/** Does an "and" lead to the word at `start`, before it or written together with it? */
function isJoined(text: string, words: readonly Word[], start: number): boolean {
  let index = words.findIndex((word) => word.start === start);
  if (/^و[\u0620-\u064a]{3}/.test(words[index]?.text ?? "")) return true;
  while (index > 1 && between.has(words[index - 1]?.text ?? "")) index -= 1;
  // «… وأعمل لها خروج وعودة»
  const joined = words[index - 1]?.text ?? "";
  if (joined.startsWith("و") && between.has(joined.slice(1))) return true;
  const [before, word] = [words[index - 1], words[index]];
  if (!before || !word) return false;
  return (
    /[،,+&]/.test(text.slice(before.end, word.start)) ||
    before.text === "وتجديد" ||
    and.has(before.text) ||
    and.has(before.key)
  );
}
