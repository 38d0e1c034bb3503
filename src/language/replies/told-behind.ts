/**
 * What is told behind an address in the same breath: how the goods are («والثلاجة فيها خدش»), what is to be done («بس اتصل قبل ما تجي», "and call me
 * first"), what must not be («ولا تتأخرون»), or who is where («وأنا موجود بعد العصر»). It is no part of the address, and is kept beside it.
 */
import { tokens } from "../letters/normalise.ts";

/** The offset at which it begins, with the word that joins it; undefined where nothing is told so. */
export function toldBehind(text: string): number | undefined {
  const words = tokens(text);
  for (let at = fewestOfAddress; at < words.length - 1; at++) {
    const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
    if (!before || !word || !next) return undefined;
    const isMarked = /[،,.;؛\n]/u.test(text.slice(before.end, word.start));
    if (joints.test(word.text)) {
      if (tells(next.text, words[at + 2]?.text)) return word.start;
      continue;
    }
    const joined = /^و(?<rest>\p{L}{2,})$/u.exec(word.text)?.groups?.rest;
    // «سوق العفش والأثاث» is a place's name.
    const isOneName = joined !== undefined && goods.test(joined) && goods.test(before.text);
    if (joined !== undefined && !isOneName && tells(joined, next.text)) return word.start;
    if (isMarked && tells(word.text, next.text)) return word.start;
  }
  return undefined;
}

/** A town and a district at least: what stands before is too short to be an address otherwise. */
const fewestOfAddress = 2;

/** Words as they are folded. */
const tells = (word: string, next: string | undefined): boolean =>
  acts.test(word) ||
  (people.test(word) && !(next !== undefined && house.test(next))) ||
  goods.test(word) ||
  ((word === "لا" || forbids.test(word)) &&
    next !== undefined &&
    /^(?:[تي]\p{L}{2,}|\p{Script=Latin}{3,})$/u.test(next)) ||
  (articles.test(word) && next !== undefined && goods.test(next));

const joints = /^(?:و|بس|لكن|but|and|w|we|bs|bas)$/;
const articles = /^(?:the|my|our|el|al)$/;
const forbids = /^(?:don't|dont|never|la|ma)$/;
const acts =
  /^(?:(?:[تي]?تصل|اتصل|[ت]?دق|كلم|خبر|خل|حط|سلم|[ت]?نتبه|ارن|رن)(?:ي|وا?|ون|وني|ني|نا|ه|ها|هم|وه|وها|وهم|يه|يها)?|(?:ابي|ابغا|عايز|عايزا|عاوز|عاوزا|نبي|نبغا)(?:ه|ها|هم)|لازم|ياليت|يفضل|ترا|تري|تراها|تراه|تراهم|واتساب|واتس|تواصلوا|التواصل|فاتوره|محتاج|محتاجه|احتاج|ارجو|يرجي|whatsapp|contact|need|call|ring|leave|handle|please|pls|careful|make|tell|needs?|must|should|ettesel\w*|itisel\w*|etasel\w*|kalem\w*|khal\w*|5al\w*|enteb\w*|lazem|abeeh\w*|abih\w*)$/;
const people =
  /^(?:انا|احنا|هي|هو|هم|فيها|فيه|i'?m|i'?ll|i|we|we'?re|we'?ll|they|it|it'?s|he|she|ana|e7na|heya|howa|feha|feeh|fiha)$/;
/** «هي فيلا رقم ٥», "it's the blue building": the address goes on. */
const house =
  /^(?:ال)?(?:فيلا|فله|عماره|بيت|بيتي|شقه|شقتي|مبني|برج|دور|باب|بوابه|مقابل|جنب|خلف|ورا|قدام|قريب|رقم|villa|house|building|flat|apartment|near|opposite|behind|next|beside|the|number)$/;
const goods =
  /^(?:ال)?(?:كرتون|كراتين|كرتونه|طرد|طرود|شحنه|صندوق|صناديق|كيس|اكياس|شنطه|شنط|ثلاجه|غساله|تلفزيون|شاشه|جهاز|اجهزه|اغراض|بضاعه|طلبيه|حموله|اثاث|عفش|كنب|كنبه|دولاب|سرير|ظرف|عطور|هديه|قطعه|قطع|parcels?|packages?|box|boxes|fridge|washer|stuff|goods|items?|sofa|bed|bags?|envelope|karton\w*|kartoon\w*|tallaja|talaga|ghassala|shanta|ghrad|aghrad|3afsh|bda3a)$/;
