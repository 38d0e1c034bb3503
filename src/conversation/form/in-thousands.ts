/** «زود الميزانية خليها ٦٠» of a budget of 55,000: a sum said in the thousands in which it was told. Pure. */
import type { AnswerValue, Fields } from "../../domain/answer.ts";
import type { ReadFields } from "../../domain/understanding.ts";

/** From so many whole units on people leave the thousand out; 10,000 riyals. */
const fewestHeldMinor = 1_000_000;
/** So many at most are said without their thousand. */
const mostSaidMinor = 100_000;
/** The new sum is as large as the old one by this much, up or down. */
const nearest = 3;

/** Digits alone: with a currency, a thousand or a fraction beside them they are what they say. */
const bare = /^\s*\p{Nd}{1,3}\s*$/u;

const minorOf = (value: AnswerValue | undefined): number | undefined =>
  typeof value === "object" && "amountMinor" in value ? value.amountMinor : undefined;

/** The corrections, with such sums in full; all others as they are. The customer sees the sum in the next read-back. */
export function inThousands(held: Fields, said: ReadFields): ReadFields {
  return Object.fromEntries(
    Object.entries(said).map(([name, field]) => {
      const [before, now] = [minorOf(held[name]?.value), minorOf(field.value)];
      if (before === undefined || now === undefined || typeof field.value !== "object") return [name, field];
      const full = now * 1000;
      const isShort = before >= fewestHeldMinor && now < mostSaidMinor && bare.test(field.text);
      if (!isShort || Math.max(full / before, before / full) > nearest) return [name, field];
      return [name, { ...field, value: { ...field.value, amountMinor: full } }];
    }),
  );
}
