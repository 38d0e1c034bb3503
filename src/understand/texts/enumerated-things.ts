/**
 * Several things in a row: "a sofa, a fridge and a few boxes", «كنب وثلاجة وغسالة». The first of them was found; the others belong to it where
 * the last is joined by "and", for nothing else is said in such a row.
 */

import { overlapsAny } from "../../language/found.ts";
import { phraseAt } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import type { Span, Word } from "../words.ts";
import { isCount, isDoing } from "./objects.ts";
import { beginsElse, isSmall } from "./small-words.ts";
import { isFigure, stops, textAt } from "./text-bounds.ts";
import { endsNoun, mayBeVerb } from "./verb-forms.ts";

/** Most words of one thing in the row, and most things. */
const mostWords = 3;
const mostThings = 6;

const articles = new Set("a an the my our his her their some few el al".split(" "));
const ands = new Set(["and", "&", "w", "و"]);

type Row = { readonly text: string; readonly words: readonly Word[]; readonly others: readonly Span[] };

/** The text with the things in a row behind it; as it was where no row follows. */
export function withRow(found: Candidate, row: Row): Candidate {
  const { text, words } = row;
  const first = words.find(({ end }) => end > found.start);
  let at = words.findIndex(({ start }) => start >= found.end);
  let last: Word | undefined;
  for (let things = 0; at > 0 && things < mostThings; things++) {
    const gap = text.slice(words[at - 1]?.end, words[at]?.start);
    const isListed = /^\s*[,،]\s*$/.test(gap);
    const joined = joinOf(words, at, isListed ? "" : gap);
    if (!isListed && joined === undefined) break;
    const end = thingEnd(row, at + (joined ?? 0));
    if (end === undefined) break;
    if (joined !== undefined) last = words[end - 1];
    at = end;
  }
  return first && last ? textAt(text, { ...first, start: found.start }, last) : found;
}

/** How many words join the next thing: one for "and", none where «و» is written onto it; undefined where nothing joins. */
function joinOf(words: readonly Word[], at: number, gap: string): number | undefined {
  if (/\S/.test(gap)) return undefined;
  const word = words[at];
  if (!word) return undefined;
  return ands.has(word.text) ? 1 : undefined;
}

/** The index behind a thing that begins at `from` and ends at a mark, at "and", or at another value; undefined where something else is said. */
function thingEnd({ text, words, others }: Row, from: number): number | undefined {
  let at = from;
  while (
    articles.has(words[at]?.text ?? "") ||
    (words[at] && (isFigure(words[at] as Word) || isCount(words, at)))
  )
    at += 1;
  const begin = at;
  while (at < words.length && at - begin < mostWords + 1) {
    const word = words[at] as Word;
    const isApart = at > begin && /[^\s]/.test(text.slice(words[at - 1]?.end, word.start));
    const isOther = overlapsAny(word, others);
    if (isApart || ands.has(word.text) || isOther) break;
    if (isSmall(word) || phraseAt(stops, words, at) > 0) break;
    if (beginsElse(word) || endsNoun(word) || mayBeVerb(word) || isDoing(words, at)) return undefined;
    at += 1;
  }
  return at > begin && at - begin <= mostWords ? at : undefined;
}
