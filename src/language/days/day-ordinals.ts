/** Tells the day in "on the 25th" from a place in a row ("the 3rd floor", "on 2nd and 3rd avenue", "I live on 5th"), by what stands around it. */

import { isOrdinalNoun } from "../numbers/numbered-nouns.ts";
import { type Pieces, wordAt } from "../pieces.ts";
import type { Day } from "./date-explicit.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const leads = set("on by till until from to before arriving leaving");
/** Behind a day of the month a sentence goes on with small words; any other word is what the ordinal counts. */
const goesOn = set(
  "and to til till until for at or please pls plz in on by from with if is are was will would works suits should we i my our they he she it you then but so because as since onward onwards onward's via before after around about morning afternoon evening night noon midday early late of this next between through check checking checkin arriving leaving arrive leave return returning back thanks thank lel le la l el ya yom w wa we men mn fe fi ila ela",
);
/** A day without "the" is one at the end of what is said, or beside a word of coming and going. */
const atEnd = /^(?:|[.!?;\n]|please|pls|plz|thanks)$/;
const dayVerbs =
  /^(?:arriv\w*|leav\w*|check\w*|com(?:e|es|ing)|com|go|going|return\w*|back|depart\w*|start\w*|begin\w*|end\w*|book\w*|reserv\w*|from|till|until|by|before|in|out|stay\w*|travel\w*|fly\w*|flight|pick\w*|deliver\w*|due|move|moving|need|want|appointment|meeting|visit|available|free)$/;
const livesThere = /^(?:live|lives|living|located|reside|resides|residing|stands)$/;
const farthestVerb = 4;

/** Is the ordinal at piece `at`, read as `day`, a day of the month by the words around it? */
export function isLedDay(pieces: Pieces, at: number, day: Day): boolean {
  const before = wordAt(pieces, at - 1);
  const article = before === "the";
  if (!article && !leads.has(before)) return false;
  if (!mayFollow(pieces, day.next) || isRowOf(pieces, day.next)) return false;
  const around = Array.from({ length: farthestVerb }, (_, back) => wordAt(pieces, at - 1 - back));
  if (around.some((word) => livesThere.test(word))) return false;
  if (article || before !== "on") return true;
  const behind = wordAt(pieces, day.next) === "," ? wordAt(pieces, day.next + 1) : wordAt(pieces, day.next);
  return atEnd.test(behind) || around.slice(1).some((word) => dayVerbs.test(word));
}

const mayFollow = (pieces: Pieces, at: number): boolean =>
  pieces[at]?.type !== "latin" || goesOn.has(wordAt(pieces, at));

const isOrdinal = (pieces: Pieces, at: number): boolean =>
  pieces[at]?.type === "digits" && /^(?:st|nd|rd|th)$/.test(wordAt(pieces, at + 1));

/** "3rd to 5th floor", "2nd and 3rd avenue": the noun stands behind the last of them. */
function isRowOf(pieces: Pieces, at: number): boolean {
  let next = at;
  for (let count = 0; count < 3; count += 1) {
    if (isOrdinalNoun(pieces, next)) return true;
    if (!/^(?:and|or|to|till|until|-|,|&)$/.test(wordAt(pieces, next))) return false;
    const from = wordAt(pieces, next + 1) === "the" ? next + 2 : next + 1;
    if (!isOrdinal(pieces, from)) return false;
    next = from + 2;
  }
  return false;
}
