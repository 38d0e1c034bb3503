/** «لا تلغيه», "don't cancel my order", «متلغيش الطلب»: what was ordered or begun is to stay as it is. Nothing is cancelled by it. */
import type { Word } from "../words.ts";

const mostWords = 8;
/** «لا، ما تلغيه»: before it, set apart or not. */
const lead =
  "(?:(?:لا|لا لا|no|nope|la|لو سمحت\\p{L}*|من فضلك\\p{L}*|ارجوك\\p{L}*|please|pls|يا \\p{L}+|خلاص|طيب|بس|ممكن|ياريت|يا ليت|ياليت|wait|انتظر\\p{L}*|استن\\p{L}*|لحظه)(?: ,)? )*";
const object =
  "(?:(?: ,)? (?:لي|it|that|this|the|my|anything|شي|شيء|حاجه|(?:ال)?(?:طلب|طلبي|حجز|حجزي|موعد|موعدي|شحنه|شحنتي|طرد|طردي|اوردر|معامله|معاملتي)|order|booking|appointment|parcel|request|el|al|talab|talabi|7agz|7ajz|please|pls|خلاص|لو سمحت\\p{L}*|من فضلك\\p{L}*|بعد|yet|هذا|هذه|ده|دي|رقم|[\\p{Nd}-]+|br))*";
const cancel = "(?:لغ\\p{L}{0,4}|كنسل\\p{L}{0,4})";
const latinCancel = "(?:l['3]?(?:gh|3'|8|g)[a-z']*|kans[ei]l[a-z]*|cans[ei]l[a-z]*)";
/** «لا الغه» is "no, cancel it", and «لا ابي الغيه» "no, I want to": a plain no denies only whom one speaks to, and «اريد» right behind it. */
const arabic = [
  `(?:لا|ما|لن) [تن]${cancel}`,
  `م(?:ا )?ت${cancel}ش`,
  `(?:لا|لست) (?:اريد|نريد|ارغب|نرغب|اود|نود)(?: في| ان)? (?:[تنا]|ال)?${cancel}`,
  `(?:ما|مو|مب|ماني|مش|موب) (?:ابي|ابغي|ابغا|ابا|نبي|نبغي|ودي|عايز|عاوز|عايزه|عاوزه|عايزين|اقصد|قصدي|قلت|طلبت|لازم)(?:كم)?(?: ان)? (?:[تنا]|ال)?${cancel}`,
].join("|");
const latin = [
  "(?:don'?t|do not|never|(?:i|we) (?:don'?t|do not|didn'?t|did not) (?:want|mean|wanna|ask|say|wish)(?: you)?(?: to)?|no need to) cancel",
  `(?:la|ma) te?${latinCancel}`,
  `mat?e?${latinCancel}`,
  `(?:ma|mo|mesh|msh|mish) (?:abi|abgha|abi|3ayez|3ayz|3ayza|3ayzeen) (?:t|a|e|n)?e?${latinCancel}`,
].join("|");
const pattern = new RegExp(`^${lead}(?:${arabic}|${latin})${object}$`, "u");

/** Is it all that is said? «لا تلغيه، بس غير الموعد» says more, and that is heard. */
export function keepsOrder(words: readonly Word[]): boolean {
  if (words.length < 1 || words.length > mostWords) return false;
  return pattern.test(joined(words, ({ key }) => key)) || pattern.test(joined(words, ({ text }) => text));
}

/** The words, and a comma where more than a space stands between two. */
function joined(words: readonly Word[], form: (word: Word) => string): string {
  return words.reduce((said, word, at) => {
    const before = words[at - 1];
    if (!before) return form(word);
    return `${said}${word.start - before.end > 1 ? " , " : " "}${form(word)}`;
  }, "");
}
