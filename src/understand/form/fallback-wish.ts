/**
 * What is to be done where something can't be had («إذا غير متوفر خذوا أبيض», "if it is sold out take the black one"): a wish for whoever does the
 * work, beside whatever else is said. It changes nothing that the form holds.
 */
import type { Understanding } from "../../domain/understanding.ts";

const condition = "(?:[اإأ]ذا|لو|[اإ]ن|في حال|ف حال|if|in case|iza|eza|itha|law|lw)";
const unavailable =
  "(?:(?:غير|مو|مش|مب|موب|مهو|ما|لم|not|isn'?t|aren'?t|can'?t|couldn'?t|don'?t|mo|mesh|mish|msh|mosh|ma)\\s+(?:\\p{L}+\\s+){0,1}(?:متوفر\\p{L}*|متاح\\p{L}*|موجود\\p{L}*|[تل]?لق\\p{L}+|حصلتو?\\p{L}*|تحصلون\\p{L}*|توفر\\p{L}*|available|in stock|there|find|get|ma[wv][gj]ood\\p{L}*|m[oa]?t[a]?wa?f\\p{L}*|la2\\p{L}+|lage\\p{L}+)|unavailable|sold out|out of stock|مفيش|مافي(?:ه)?|ما في(?:ه)?|مافيش|خلص(?:ت|وا)?|نفذ(?:ت)?|نفد(?:ت)?|mafeesh|mafish|mafi)";
const fallback = new RegExp(
  `(?<![\\p{L}\\p{Nd}])و?(?:(?:and|w|but|bas|بس)\\s+)?(?<wish>${condition}\\s+(?:[\\p{L}']+\\s+){0,4}?${unavailable}(?!\\p{L})[^.؟?!\\n]*\\p{L}{2}[^.؟?!\\n]*)(?<mark>[?؟]?)`,
  "iu",
);
/** What is to be done instead. */
const fewestLetters = 12;

export type Fallback = { readonly wish: Understanding; readonly from: number; readonly end: number };

/** The first such wish of a message; undefined for a question of that kind. */
export function fallbackWish(text: string): Fallback | undefined {
  const found = fallback.exec(text);
  const said = found?.groups?.wish?.trimEnd();
  if (!found || said === undefined || found.groups?.mark !== "" || said.length < fewestLetters)
    return undefined;
  const start = text.indexOf(said, found.index);
  const end = start + said.length;
  return { wish: { type: "wish", text: said, start, end }, from: found.index, end };
}
