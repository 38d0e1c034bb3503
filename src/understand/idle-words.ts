/**
 * Words that nobody listed beside a yes: «تمام شيخنا», "yes boss". Nobody knows all that people say there; so a word counts for nothing where it gives no
 * value, asks and doubts nothing, and neither joins, changes nor puts off anything.
 */
import { findNumbers } from "../language/numbers.ts";
import { isDoubt } from "../language/yes-no.ts";
import { commandOf } from "./commands.ts";
import type { Word } from "./words.ts";

/** Two words that we don't know say more than a yes. */
const most = 1;

/** A test for the words of one message, in their order: may this one, unknown as it is, stand beside a yes? */
export function idleWords(): (word: Word) => boolean {
  let left = most;
  return (word) => {
    if (left === 0 || saysMore(word)) return false;
    left -= 1;
    return true;
  };
}

/** Does the word say something of its own, whatever stands beside it? */
export function saysMore(word: Word): boolean {
  const { text, key } = word;
  if (starts.test(key) || starts.test(text) || whole.test(key) || whole.test(text) || isDoubt(key))
    return true;
  return findNumbers(text).length > 0 || commandOf([word], true) !== undefined;
}

/** Joins, takes away, adds, replaces or puts off. */
const starts =
  /^(?:و.{3}|مع|غير|[يت]?(?:عدل|بدل)|خل[يو]|حط|شيل|ز[وي]د|ا?ضيف|اضف|ال?غ[يو]|نقص|قلل|كبر|صغر|ا?نتظر|ا?ستن|لحظ|دقيق|وقف|اصبر|ثان[يى]|ال?ثاني|بعد|قبل|مبد[يئ]ي|م?تاخر|نسي|بعت|دفعت|حجزت|ارسلت|سددت|change|edit|add|remove|with|wait|stop|cancel|except|refund)/;

/** The same, and what nobody may miss: how it is paid, what comes with it, what is wrong. */
const whole = new RegExp(
  `^(?:${[
    "خل ثواني بدون كمان كاش نقد نقدا شبكه تحويل عدا خطا غلط السعر سعر بالليل فقط النوم فطور افطار",
    "hold instead later another other more less both first second cash card only just late forgot price wrong nevermind breakfast",
  ]
    .join(" ")
    .replaceAll(" ", "|")})$`,
);
