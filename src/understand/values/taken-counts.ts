/**
 * A number right behind a word of taking is how many are wanted, though its thing is named elsewhere («شفت عصا مشي، خذوا لي وحدة», "Jarir has
 * them, purchase 3 for me").
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { firstFrom, type Word } from "../words.ts";
import { type Candidate, isQuantity } from "./candidate.ts";
import type { Extraction, Given } from "./extraction.ts";

/** Buying and taking lead to a number of things; needing only where nothing it could count stands behind the number. */
const takes =
  /^(?:[وف]?(?:ه|ح|ب|س)?[ايتن]?(?:خذ|اخذ|اخد|خد|شتر|شتري|طلب|جيب|جبب)(?:و|وا|ون|ي|ه|ها)?(?:لي|لنا|ولي|ولنا)?|[وف]?هات(?:و|وا)?(?:لي|لنا)?|buy|purchase|order|get|take|bring|grab|fetch|ba?[5x]+[ou]?th|ba?5[ou]?d|ba5od|a5[ou]?th|a5od|5[ou]?th[ou]+|5[ou]d[ou]+|kh[ou]?th[ou]+|khod[ou]+|[te]?[ae]?shtr[ouiy]+(?:li|ly)?|hat[ou]*(?:li|ly)?)$/u;
const needs =
  /^(?:[وف]?(?:[ايتن]?حتاج|محتاج\p{L}{0,2}|[ان]?بي|[ان]بغ[يا]|[ان]ريد|عايز\p{L}{0,2}|عاوز\p{L}{0,2})|need|needs|want|require|only|just|[an]ab[iy]|n?abi|[an]abgh[ai]|3ay[ei]z\p{L}{0,2}|3aw[ei]?z\p{L}{0,2}|m[eo]7tag\p{L}{0,2}|[an]?7tag|[an]?7taj)$/u;
const between =
  /^(?:لي|لنا|لكم|منه|منها|منهم|مني|عنا|عني|بس|حوالي|تقريبا|نحو|me|us|for|only|just|about|around|roughly|of|them|it|li|lii|ly|lna|mnha|mnh|mnhom|menha|menno|bas)$/u;
/** What may stand behind a number that counts nothing named: «٣٠٠ كبداية», "3 for me". */
const goesOn =
  /^(?:كبدايه|كبداي\p{L}*|للبدايه|مبدئيا|بدايه|علي|في|ف|من|عشان|لو|الله|يعطيكم|ربنا|شكرا|وصلو\p{L}*|و\p{L}+|for|from|to|in|at|on|off|by|please|pls|plz|as|thanks|and|initially|mn|men|fi|fel|3ala|lw|law|w)$/u;
const farthestBack = 4;

/** The quantity of a request, where one number stands behind such words and no other question wants it. */
export function giveTaken(candidates: readonly Candidate[], given: Given, extraction: Extraction): void {
  const { spec, filled = [], correcting, asked, words, text } = extraction;
  if (correcting || asked !== undefined) return;
  const [field, other] = spec.fields.filter(isQuantity);
  if (!field || other || given.has(field) || filled.includes(field.name)) return;
  const taken = [...given.values()];
  const bare = candidates.filter(
    (one) => isCount(one) && !overlapsAny(one, taken) && isTaken(one, field, words, text),
  );
  const [number] = bare;
  if (number && bare.length === 1) given.set(field, number);
}

const mostTaken = 1_000_000;

const isCount = ({ type, unit, field, implied, value }: Candidate): boolean =>
  type === "number" &&
  unit === undefined &&
  field === undefined &&
  !implied &&
  Number.isInteger(value) &&
  Number(value) > 0 &&
  Number(value) < mostTaken;

function isTaken(
  { start, end }: Candidate,
  { counts }: FieldSpec,
  words: readonly Word[],
  text: string,
): boolean {
  const at = firstFrom(words, start);
  const before = words.slice(Math.max(0, at - farthestBack), at);
  const lead = before.findLast(({ text: word }) => !between.test(word));
  if (!lead || /[.!?؟\n]/.test(text.slice(lead.end, start))) return false;
  const next = words[firstFrom(words, end)];
  const isAlone = !next || /[.,،!?؟;؛\n]/.test(text.slice(end, next.start)) || goesOn.test(next.text);
  if (isAlone) return takes.test(lead.text) || needs.test(lead.text);
  return counts !== undefined && takes.test(lead.text) && /^\s/.test(text.slice(end));
}
