/** «زود الميزانية خليها ٦٠» of a budget of 55,000: a sum said in the thousands in which it was told. Pure. */
import { type Fields, isMoney } from "../../domain/answer.ts";
import { inMainUnit } from "../../domain/money.ts";
import type { ReadFields } from "../../domain/understanding.ts";

/** From so many of the main unit on people leave the thousand out; so many at most are said without it. */
const fewestHeld = 10_000;
const mostSaid = 1000;
/** The new sum is as large as the old one by this much, up or down. */
const nearest = 3;

/** Digits alone: with a currency, a thousand or a fraction beside them they are what they say. */
const bare = /^\s*\p{Nd}{1,3}\s*$/u;

/** The corrections, with such sums in full; all others as they are. The customer sees the sum in the next read-back. */
export function inThousands(held: Fields, said: ReadFields): ReadFields {
  return Object.fromEntries(
    Object.entries(said).map(([name, field]) => {
      const [before, now] = [held[name]?.value, field.value];
      if (!isMoney(before) || !isMoney(now)) return [name, field];
      const isShort = inMainUnit(before) >= fewestHeld && inMainUnit(now) < mostSaid && bare.test(field.text);
      const full = now.amountMinor * 1000;
      if (!isShort || Math.max(full / before.amountMinor, before.amountMinor / full) > nearest)
        return [name, field];
      return [name, { ...field, value: { ...now, amountMinor: full } }];
    }),
  );
}
