/** Numbers and options that stand beside another value and tell of that one: «رام ١٦» counts nothing, «٢٠٠٠ بالشهر» says how a sum is meant. */
import type { FieldSpec } from "../../domain/understanding.ts";
import { firstFrom, type Word } from "../words.ts";
import type { Candidate } from "./candidate.ts";
import type { Extraction } from "./extraction.ts";

/** What a machine or a make is numbered by, folded: «رام ١٦», "iPhone 15", «جالكسي ٢٣». */
const make =
  /^(?:ال)?(?:رام|رامات|ايفون|ايباد|جالكسي|جلاكسي|بلايستيشن|اكس ?بوكس|ram|iphone|ipad|galaxy|pixel|playstation|ps|xbox|aifon|ayfon|ifon)$/;

/** Is the number part of what a thing is called? */
export function isOfMake({ type, start }: Candidate, words: readonly Word[]): boolean {
  if (type !== "number") return false;
  const before = words[firstFrom(words, start) - 1];
  return before !== undefined && (make.test(before.text) || make.test(before.key));
}

const sum = /(?:\p{Nd}|ريال|ريالات|الف|الاف|sar|sr|riyals?|rials?|reyal)\s*(?:و?(?:ال)?)?$/iu;

/** «ميزانيتنا ٢٠٠٠ بالشهر»: an option that the form has already is not changed by how a sum beside it is meant. */
export function tellsOfSum(field: FieldSpec, candidate: Candidate, extraction: Extraction): boolean {
  const { text, filled, correcting } = extraction;
  if (candidate.type !== "choice" || correcting || !filled?.includes(field.name)) return false;
  return sum.test(text.slice(0, candidate.start).trimEnd());
}
