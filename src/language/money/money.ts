/**
 * Sums of money in a customer's words: «45 ريال», "SAR 300", «خمسين ريال», «ميزانيتي 500», with what they are for («لليلة», "per
 * month"). Amounts are whole counts of the smallest unit, worked out on decimal digits, never on fractions.
 */
import { type Money, minorDigits } from "../../domain/money.ts";
import type { Found } from "../found.ts";
import { fold } from "../letters/normalise.ts";
import { fractionOf, readFraction, readNumber, readPart } from "../numbers/quantities.ts";
import { foundAt, type Pieces, piecesOf } from "../pieces.ts";
import { type Coin, readCoin } from "./currencies.ts";
import { type Basis, basisOf, isNightly } from "./money-basis.ts";

export type { Basis } from "./money-basis.ts";
export type MoneyReading = { readonly money: Money; readonly basis?: Basis };

const duals: ReadonlyMap<string, Coin> = new Map<string, Coin>([
  ["ريالين", { currency: "SAR" }],
  ["دولارين", { currency: "USD" }],
  ["درهمين", { currency: "AED" }],
  ["جنيهين", { currency: "EGP" }],
  ["هللتين", { currency: "SAR", small: true }],
]);

/** A count of the smallest unit from a number as people write it; undefined when it has more decimals than the currency. */
function toMinor(number: number, { currency, small }: Coin): number | undefined {
  const digits = small ? 0 : minorDigits(currency);
  const [whole = "0", fraction = ""] = number.toFixed(4).split(".");
  const kept = fraction.slice(0, digits).padEnd(digits, "0");
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const minor = Number(`${whole}${kept}`);
  return Number.isSafeInteger(minor) && minor > 0 ? minor : undefined;
}

type Sum = { readonly money: Money; readonly start: number; readonly end: number; readonly next: number };

function sumOf(number: number, coin: Coin, span: Omit<Sum, "money">): Sum | undefined {
  const amountMinor = toMinor(number, coin);
  return amountMinor === undefined ? undefined : { ...span, money: { amountMinor, currency: coin.currency } };
}

type Amount = {
  readonly number: number;
  readonly next: number;
  readonly start: number;
  readonly end: number;
};

function readAmount(pieces: Pieces, at: number): Amount | undefined {
  const number = readNumber(pieces, at);
  if (!number) return undefined;
  const fraction = readFraction(pieces, number.next);
  if (!fraction || !Number.isInteger(number.number)) return number;
  const delta = fraction.delta * fractionOf(pieces, number);
  return { ...number, number: number.number + delta, next: fraction.next, end: fraction.end };
}

/** «ربع مليون», "half a million", «نص الف»; a fraction alone («نص ريال»). */
function readShare(pieces: Pieces, at: number): Amount | undefined {
  const part = readPart(pieces, at);
  if (!part) return undefined;
  const behind = ["a", "an"].includes(pieces[part.next]?.word ?? "") ? part.next + 1 : part.next;
  const whole = readNumber(pieces, behind);
  if (!whole || whole.digits || whole.number < 1000) return part;
  return { ...whole, number: part.number * whole.number, start: part.start };
}

/** «45 ريال», «خمسين ريال ونص», «نص ريال», «ألفين ريال», "SAR 300", "$20", «ريالين». */
function readSum(pieces: Pieces, at: number): Sum | "foreign" | undefined {
  const piece = pieces[at];
  if (!piece) return undefined;
  const dual = duals.get(piece.word);
  if (dual) return sumOf(2, dual, { start: piece.start, end: piece.end, next: at + 1 });
  const before = readCoin(pieces, at);
  if (before) {
    const amount = isPrefix(pieces, at, before.next)
      ? readAmount(pieces, skipMarks(pieces, before.next))
      : undefined;
    const twice = amount && readCoin(pieces, amount.next);
    if (!amount || !before.coin || (twice?.coin && twice.coin.currency !== before.coin.currency))
      return undefined;
    return sumOf(amount.number, before.coin, {
      start: piece.start,
      end: twice?.end ?? amount.end,
      next: twice?.next ?? amount.next,
    });
  }
  const amount = readAmount(pieces, at) ?? readShare(pieces, at);
  if (!amount) return undefined;
  const behind = readCoin(pieces, amount.next);
  if (!behind || isAccount(pieces, at, behind.next)) return undefined;
  if (!behind.coin) return "foreign";
  // "10 le 6" is from ten to six, or ten for six.
  if (pieces[amount.next]?.word === "le" && pieces[behind.next]?.type === "digits") return undefined;
  const more = readFraction(pieces, behind.next);
  const whole = Number.isInteger(amount.number);
  const number = more && whole && !behind.coin.small ? amount.number + more.delta : amount.number;
  const end = number === amount.number ? behind : (more ?? behind);
  return sumOf(number, behind.coin, { start: amount.start, end: end.end, next: end.next });
}

/** "account 10087754321 SAR 2,460": the code between two numbers is the second one's where the first is too long for a sum. */
function isAccount(pieces: Pieces, at: number, next: number): boolean {
  return /^\d{7,}$/.test(pieces[at]?.word ?? "") && pieces[next]?.type === "digits";
}

/** Codes and signs may stand before their number ("SAR 300", «ر.س 300»); «ريال» only before a word («ريال واحد»). */
function isPrefix(pieces: Pieces, at: number, next: number): boolean {
  const word = pieces[at]?.word ?? "";
  if (["le", "try", "real", "tl", "dh", "bd", "رس", "ريل", "جني"].includes(word)) return false;
  return word.length === 1 || pieces[at]?.type !== "arabic" || pieces[next]?.type !== "digits";
}

function skipMarks(pieces: Pieces, at: number): number {
  return [".", ":", "="].includes(pieces[at]?.word ?? "") ? at + 1 : at;
}

const joiners = new Set(["و", "and", "w"]);

/** «45 ريال و 50 هللة»: the small coins of the same money, added. */
function withSmall(pieces: Pieces, sum: Sum): Sum {
  const at = joiners.has(pieces[sum.next]?.word ?? "") ? sum.next + 1 : sum.next;
  const small = readSum(pieces, at);
  const coin = small && small !== "foreign" ? readCoin(pieces, small.next - 1)?.coin : undefined;
  if (!small || small === "foreign" || !coin?.small || small.money.currency !== sum.money.currency)
    return sum;
  const money = { ...sum.money, amountMinor: sum.money.amountMinor + small.money.amountMinor };
  return { ...sum, money, end: small.end, next: small.next };
}

/** Words that make a bare number a sum of the office's own money. */
const budgetWord =
  /(?:^|[^\p{L}\d])[وفبل]{0,2}(?:ال)?(?:ميزاني[هت]\p{L}*|بجت|بدجت|سعر[هيوك]?\p{L}{0,2}|اسعار|مبلغ[هي]?|قيم[هت]\p{L}*(?: (?:ال)?(?:فاتوره|مخالفه|رسوم|اشتراك|قسط|تذكره|جهاز|سياره|بضاعه|طلب))?|فاتور[هت]\p{L}* ب|اجره|دفعه|عربون|ثمن\p{L}*|تكلف[هت]\p{L}*|budget|price|priced|amount|mizani\p{L}+|mezani\p{L}+|meezani\p{L}+|se3r\p{L}*|si3r\p{L}*|mablagh|cod|max price)[\s:=]*(?:(?:is|of|about|around|approx|up to|max|maximum|at|under|below|less than|(?:is |be )?(?:not|no) more than|(?:(?:is|should|does|must|may|can)(?: not|n't)? )?(?:be )?(?:over|exceed|exceeding|above)|will be|should be|for|around|tab3i|beta3i|7agi|7a2i|hiya|heya|howa|hia|7dood|7awali|حدود|بحدود|في حدود|حوالي|تقريبا|هي|هو|لا تتجاوز|ما تتجاوز|ما تتعدي|لا تتعدي|لا يتجاوز|ما يتعدي|(?:مو|مش|مب|موب|ليست?|ما هي) (?:اكثر|اكتر|ازيد|ازود|اعلي) (?:من|عن)|(?:ما|لا|لن) (?:تزيد|يزيد|تتخطي|تعدي|تطلع) (?:عن|علي|فوق)?|بالكثير|بالكتير|اقل من|تحت|الي|لين|لحد|حقي|حقتي|بتاعي|بتاعتي|تبعي|كلها|كامل[هة]?|المطلوب|المتاح[هة]?|المتوقع[هة]?|(?:من|بين) \d+ (?:الي|لين|ل|و)|(?:from|between) \d+ (?:to|and)|\d+ ?-|(?:ل|في |بال?)?(?:ال)?(?:ليل[هة]|شهر|يوم)(?: الواحده?)?|per night|nightly|a night|monthly|الاجمالي[هة]?|الكلي[هة]?)[\s:=]*){0,4}$/u;
/** A bare number after a budget word is none when it counts something else. */
const countedElse =
  /^\s*(?:ليل|غرف|شخص|يوم|شهر|اسبوع|كيلو|كجم|طن|متر|نجم|قطع|حب|كرتون|%|nights?|rooms?|guests?|people|days?|weeks?|months?|kg|stars?|pcs|m2|\d|[:/]|- ?\d)/u;

/** Every sum of money, in order. A bare number counts only after a word for a price or a budget, and is then in riyals. */
export function findMoney(text: string): Found<MoneyReading>[] {
  const pieces = piecesOf(text);
  const sums: Sum[] = [];
  for (let at = 0; at < pieces.length; ) {
    const sum = readSum(pieces, at);
    if (sum === undefined || sum === "foreign") {
      at += sum === "foreign" ? (readAmount(pieces, at)?.next ?? at) - at + 1 : 1;
      continue;
    }
    const whole = withSmall(pieces, sum);
    sums.push(whole);
    at = Math.max(whole.next, at + 1);
  }
  const folded = fold(text);
  return [...sums, ...bareSums(text, folded, sums)]
    .sort((one, other) => one.start - other.start)
    .map((sum, index, all) => {
      const from = all[index - 1]?.end ?? 0;
      const to = all[index + 1]?.start ?? folded.length;
      const basis = basisOf(folded, { start: sum.start, end: sum.end, from, to });
      return foundAt(text, basis ? { money: sum.money, basis } : { money: sum.money }, sum.start, sum.end);
    });
}

/** «ميزانيتي 500»: numbers that no currency stands with, right after a budget word. */
function bareSums(text: string, folded: string, taken: readonly Sum[]): Sum[] {
  if (!/[\p{L}]/u.test(folded)) return [];
  const pieces = piecesOf(text);
  const found: Sum[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const amount = readAmount(pieces, at) ?? readShare(pieces, at);
    if (!amount || amount.number < 1) continue;
    const free = taken.every(({ start, end }) => amount.end <= start || amount.start >= end);
    if (free && !readCoin(pieces, amount.next) && (isPriced(folded, amount) || isLedTo(folded, amount))) {
      const sum = sumOf(amount.number, { currency: "SAR" }, amount);
      if (sum) found.push(sum);
    }
    at = Math.max(at, amount.next - 1);
  }
  return found;
}

/** A sum without its currency that a «ب» or "for" leads to is a round one, and no year. */
const leastPrice = 100;
const isRound = (number: number): boolean =>
  number >= leastPrice &&
  number % 5 === 0 &&
  !(number > 1400 && number < 1500) &&
  !(number >= 2000 && number <= 2040 && number % 100 !== 0);
const forBefore = /(?:^|[^\p{L}\d])(?:for|asking|selling at|sell at|at)\s*$/u;
/** What may stand behind such a sum: the end, a mark, a way to pay or to go on. */
const endsPrice =
  /^\s*(?:$|[.,!?؟\n]|(?:or|in|each|total|obo|only|negotiable|max|cash|please|pls)(?!\p{L}))/u;

/** Behind a year. */
const era = /^\s*(?:ه|م|هجري|ميلادي)(?!\p{L})/u;

/** «بخمسين ألف», «بـ ٢٠٠٠», "for 2000": a price without its currency. */
function isLedTo(folded: string, { number, start, end }: Amount): boolean {
  if (!isRound(number) || folded.charAt(start) === "0") return false;
  const ahead = folded.slice(Math.max(0, start - 14), start);
  const behind = folded.slice(end, end + 14);
  if (/(?:^|[^\p{L}\d])[وف]?(?:ب|b)[\s:]?$/u.test(ahead))
    return !countedElse.test(behind) && !era.test(behind);
  if (limitBefore.test(folded.slice(Math.max(0, start - 24), start)))
    return endsPrice.test(behind) || whereBehind.test(behind);
  return forBefore.test(ahead) && endsPrice.test(behind);
}

/** «حدي ١٥٠٠», "max 1500": the most that it may be. */
const limitBefore =
  /(?:^|[^\p{L}\d])(?:max|maximum|up to|under|below|less than|(?:not|no) more than|at most|[وب]?(?:في )?حدود|حدي|حدنا|ب?كحد اقصي|بحد اقصي|(?:لا|ما) [يت]تجاوز|(?:لا|ما) [يت]تعدي|(?:لا|ما) [يت]زيد عن|اقل من|تحت|b?7[ou]?dood|7addi)\s*$/u;
const whereBehind = /^\s*(?:(?:في|ف|fe|fi|in|at)\s|(?:بال|ب)(?=\p{L}{3}))/u;

/** Fewer riyals than this buy no night: «3 لليلة» are guests. */
const leastRate = 50;

/** Right after a budget word and counting nothing else, or a rate: «300 لليلة», "500 a night". */
function isPriced(folded: string, { number, start, end }: Amount): boolean {
  const behind = folded.slice(end, end + 12);
  // "1500/-" is how South Asia writes a sum.
  if (/^\s?\/-/.test(behind)) return true;
  if (budgetWord.test(folded.slice(Math.max(0, start - 60), start))) return !countedElse.test(behind);
  return number >= leastRate && isNightly(folded, start, end);
}
