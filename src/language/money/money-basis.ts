/** What a sum of money is paid for, as the words beside it say: a night, the stay, a month, or all in all. */
import { foldWithMap } from "../letters/normalise.ts";

/** Absent when the words do not say. A day counts as a night: it is hotels that are priced so. */
export type Basis = "night" | "stay" | "month" | "total";

const bases: readonly (readonly [Basis, string])[] = [
  [
    "night",
    "(?:لل?|في ?(?:ال)?|بال?|كل |عن كل |علي )(?:ليل[هة]|ليله الواحده|يوم)(?! من)|لليله|الليله|(?:per|a|each|every|/ ?) ?night|/ ?night|nightly|per day|a day|/ ?day|يوميا|(?:fel|fil|bel|bil|lel|lil|el|l|kol|kul) ?(?:leila|laila|lila|layla|lela|yom|youm)",
  ],
  [
    "month",
    "(?:لل?|في ?(?:ال)?|بال?|كل )شهر|شهريا|شهري|(?:per|a|each|every|/ ?) ?month|/ ?month|/ ?mo\\b|monthly|(?:fel|fil|bel|bil|lel|lil|kol|kul) ?shahr|shahri",
  ],
  [
    "stay",
    "لل?اقامه|للمده|لكامل (?:ال)?(?:اقامه|مده)|طول (?:ال)?(?:اقامه|مده)|(?:ال)?(?:اقامه|مده) (?:كلها|كامله)|(?:for|per) (?:the )?(?:whole |entire |full )?(?:stay|trip)|whole stay|total stay",
  ],
  [
    "total",
    "(?:ال|ب?ال|كا?)?اجمالي[هة]?|(?:ال|بال|كا?)مجموع|المجموع|شامل[هة]?|كامل[هة]?|بالكامل|للكل|كلها|كله|علي بعض|in total|total|altogether|all in|overall|el koll?|kollo|kolha|majmoo3|egmali",
  ],
];
const after = bases.map(([basis, words]) => ({
  basis,
  pattern: new RegExp(
    `^[\\s,.()-]*(?:تقريبا |فقط |بس |sa3udi |max |maximum |كحد اقصي |or less )?(?:${words})(?![\\p{L}\\d])`,
    "u",
  ),
}));
const before = bases
  .filter(([basis]) => basis !== "night")
  .map(([basis, words]) => ({
    basis,
    pattern: new RegExp(
      `(?:${words})(?:[\\s:=,-]|هي|هو|is|حدود|بحدود|حوالي|ب|ميزانيتي|ميزانيه|budget|السعر|سعر|about|around|price)*$`,
      "u",
    ),
  }));
/** «الليلة بـ300», «ميزانيتي لليلة», "nightly budget". «3 ليالي 500» is not a rate. */
const nightBefore =
  /(?:(?:(?:سعر|قيمه|ميزاني[هة]|تكلفه|كل) (?:ال|لل)?|لل|ال|بال)ليله(?:[\s:=,-]|هي|هو|حدود|بحدود|حوالي|ب)*|(?:per night|nightly|a night)(?:\s|budget|is|price|:)*)$/u;
const rateBehind =
  /^[\s,-]*(?:(?:ريال )?(?:لليله|في الليله|فالليله|بالليله|كل ليله|لكل ليله)|(?:per|a|each|every|\/) ?night|nightly|(?:fel|fil|bel|bil|lel|lil) ?(?:leila|laila|layla|lela))(?![\p{L}\d])/u;
const rateBefore = /(?:^|\s)الليله ?ب ?$/u;

/** Does a bare number stand as a rate for the night? */
export function isNightly(folded: string, start: number, end: number): boolean {
  return (
    rateBehind.test(folded.slice(end, end + 30)) ||
    rateBefore.test(folded.slice(Math.max(0, start - 12), start))
  );
}

/** Folded offsets: the sum from `start` to `end`, its neighbours' words beyond `from` and `to`. */
type Around = { readonly start: number; readonly end: number; readonly from: number; readonly to: number };

/** How much of the text right behind a sum says what it is for; 0 where it says nothing of it. */
export function lengthOfBasis(behind: string): number {
  const { folded, span } = foldWithMap(behind);
  const told = after.map(({ pattern }) => pattern.exec(folded)).find((found) => found !== null);
  return told ? span(0, told[0].length).end : 0;
}

/** What the words directly behind the sum, else directly before it, say that it is for. */
export function basisOf(folded: string, { start, end, from, to }: Around): Basis | undefined {
  const behind = folded.slice(end, Math.min(to, end + 40));
  const told = after.find(({ pattern }) => pattern.test(behind));
  if (told) return told.basis;
  const ahead = folded.slice(Math.max(from, start - 40), start);
  if (nightBefore.test(ahead)) return "night";
  return before.find(({ pattern }) => pattern.test(ahead))?.basis;
}
