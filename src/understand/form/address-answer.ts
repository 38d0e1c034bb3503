/** Whether words under a question for an address may be one: not a person's name, not the goods, not «بيتي», which names no place. */

import { overlapsAny } from "../../language/found.ts";
import { findLoneName } from "../../language/people/names.ts";
import { findAddresses } from "../../language/places/addresses.ts";
import { findPlaces } from "../../language/places/places.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { isHurry } from "../../language/replies/reply-words.ts";
import { isCommonWithPrefix } from "../../language/words.ts";
import { areGoods } from "../texts/goods.ts";
import type { Extracted } from "../values/extract.ts";
import type { Word } from "../words.ts";
import { isNo } from "./correction.ts";

/** Words of a place that can be found by its name or its neighbour. */
const findable =
  /^(?:[وبفل]?(?:ال|لل)?)(?:حي|شارع|طريق|دوار|ميدان|برج|مجمع|فندق|مطار|محطه|مول|سوق|مستشفي|جامعه|مدرسه|كليه|مسجد|جامع|بنك|وزاره|بلديه|مركز|معرض|مصنع|مستودع|ميناء|بوابه|مبني|عماره|فيلا|شقه|جنب|بجنب|مقابل|خلف|قدام|امام|قريب|قرب|عند)$|^(?:hotel|airport|station|mall|market|hospital|university|school|college|mosque|bank|ministry|center|centre|tower|building|villa|street|road|district|near|behind|opposite|next|beside|7ay|hay|share3|port|gate)$/;

/** «العنوان», «وعنوانه», "address": what leads to one, whichever is asked for. */
export const addressNoun = /^و?(?:ال)?عنوان(?:ي|ه|ها|هم|نا)?$|^(?:address|el?3[ei]nwan|3[ei]nwan\w{0,3})$/;

/** «تستلمه امي رقمها ٠٥…», "my wife will receive it": who takes it, and no address. */
export const receives =
  /^[وف]?(?:[بهح]|را?ح)?[يت](?:ست|س)لم(?:ه|ها|هم|و|وا|ون|ونه|ونها)?$|^(?:receives?|receiving|b?e?[yt]est[ea]?l[ae]?m\w*|7at?estelm\w*|ha[yt]estelem\w*)$/;

/** «خلصونا», «تعالوا خذوها», «ما راح اكون موجود», "your bot is stupid": told to us or of oneself, and nowhere to go to. */
const toUs =
  /^[وف]?(?:(?:تعا?ل|خذ|خد|شيل|جيب|رسل|ارسل|استلم|اسرع|عجل)(?:و|وا|وه|وها|وهم|ي|يه|يها)|[بت]?تفهمو[نا]|فاهمين|اغبياء|غبي|غبيه|موجود|موجوده|موجودين|رجوع)$|^(?:stupid|idiots?|dumb|useless|understand|hurry|come|restart)$/;
/** «ابدأ من جديد», "start over". */
const anew = /^(?:نبدا|ابدا|ابداوا|نبدي|ابدي) من (?:جديد|الاول|اول)$|^(?:start|begin) (?:over|again)$/;

/** With a denial in front («مو الروضة النزهة») it says where not, and «٤ كيلو مو ٥» says how much. */
function speaksToUs(run: readonly Word[]): boolean {
  const [first] = run;
  // «لا مش فندق، ابي سباك»
  if (first && isNo(first) && denyingWords.has(run[1]?.text ?? "")) return true;
  const denied = run.findIndex(({ text }) => denyingWords.has(text));
  if (denied === 0 || (denied > 0 && /^\d+$/.test(run[denied + 1]?.text ?? ""))) return true;
  if (first && isHurry(first.text) && run.length <= fewWords) return true;
  if (anew.test(run.map(({ text }) => text).join(" "))) return true;
  return run.some(({ key, text }) => toUs.test(key) || toUs.test(text));
}

const fewWords = 3;

/** `run`: the words that are left for the address; `text`: the whole message. */
export function mayBeAddress(text: string, run: readonly Word[], { fields }: Extracted): boolean {
  const [from, to] = [run[0], run.at(-1)];
  if (!from || !to) return true;
  const left = { start: from.start, end: to.end };
  if (overlapsAny(left, findAddresses(text))) return true;
  const beside = Object.values(fields).some(({ value }) => typeof value !== "string" || !/^\+/.test(value));
  // Beside traits, days and sums the words that are left must look like an address to be one.
  const isFindable = run.some(({ key, text: word }) => findable.test(key) || findable.test(word));
  if ((!isFindable || isNo(from)) && speaksToUs(run)) return false;
  if (beside) return isFindable || overlapsAny(left, findPlaces(text));
  if (run.some(({ key, text: word }) => findable.test(key) || findable.test(word) || /\d/.test(word)))
    return true;
  if (run.some(({ key, text: word }) => receives.test(key) || receives.test(word))) return false;
  const said = text.slice(from.start, to.end);
  if (areGoods(run) || findLoneName(said)?.text === said) return false;
  return (
    run.length > 3 || !run.every(({ key, text: word }) => isCommonWithPrefix(key) || isCommonWithPrefix(word))
  );
}
