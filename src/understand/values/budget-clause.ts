/**
 * «والميزانية مو أكثر من 500», "and my budget is 400 riyals": a clause that says how much may be spent. It belongs to what is wanted beside
 * it, and asks for nobody's books, whatever else that word means.
 */
import { tokens } from "../../language/letters/normalise.ts";
import { findNumbers } from "../../language/numbers/numbers.ts";
import { withoutJoint } from "../wishes/clause-bounds.ts";
import type { Word } from "../words.ts";

const budget =
  /^[وبف]?(?:ال)?ميزاني(?:ه|تي|تنا|تهم|تها|ته)$|^budget$|^(?:[ae]l)?me?e?[iz]+[ae]?ne?[iy]+e?(?:ya?h?|t[iy])?$/;

/** What may stand around the sum: limits, denials of more, money and small words. */
const around: ReadonlySet<string> = new Set(
  tokens(
    "مو مش مب ما لا لن ليس اكثر اكتر اقل اعلي اغلي ازيد ازود تزيد يزيد تتجاوز يتجاوز تتعدي يتعدي تعدي من عن علي في حدود بحدود حوالي تقريبا تقريبن الي ل كحد حد اقصي بالكثير بالكتير بس فقط هي حقي حقتي حقنا عندي معي كلها لليله الليله ريال ريالات ر س جنيه دولار درهم دينار الف الاف ميه " +
      "my our the is are will be at most max maximum up to about around not no more than exceeding exceed over above under below less only per night for all riyal riyals sar sr usd dollars pounds el al w mesh mo aktar akthar men mn ryal rial",
  ).map(({ text }) => text),
);

/** Nothing but a budget and its sum? */
export function givesBudget(words: readonly Word[]): boolean {
  const bare = withoutUnit(withoutJoint(words));
  const isBudget = ({ text, key }: Word) => budget.test(text) || budget.test(key);
  if (!bare.slice(0, 3).some(isBudget)) return false;
  const said = bare.map(({ text }) => text).join(" ");
  const sums = findNumbers(said);
  if (sums.length === 0) return false;
  let at = 0;
  return bare.every((word) => {
    const [start, end] = [at, at + word.text.length];
    at = end + 1;
    const isSum = sums.some((sum) => start < sum.end && end > sum.start);
    return isSum || isBudget(word) || around.has(word.text) || around.has(word.key);
  });
}

const currency = /^(?:ريال(?:ات)?|جنيه|دولار|درهم|دينار|sar|sr|usd|ri?yals?|dollars?|pounds?)$/;
const each = /^(?:لكل|كل|per|each|every|a|an|lkol|kol)$/;

/** Without the one thing that the sum is meant for: «٢ ريال للكرتونة», "2 riyals per box". */
function withoutUnit(words: readonly Word[]): readonly Word[] {
  const [money, before, last] = words.slice(-3);
  if (!money || !before || !last) return words;
  if (/^لل\p{L}{2}/u.test(last.text) && currency.test(before.text)) return words.slice(0, -1);
  const eachOf = each.test(before.text) && (currency.test(money.text) || /\p{Nd}/u.test(money.text));
  return eachOf ? words.slice(0, -2) : words;
}
