/** «ابي تعويض», "I want compensation for the delay": said to the office and of nobody else, it is a complaint and asks for no lawyer and no insurance. */
import type { Word } from "../words.ts";

const wanting =
  "(?:ابي|ابغي|ابغا|نبي|نبغي|اريد|نريد|عايز|عايزه|عايزين|عاوز|عاوزه|عاوزين|اطالب|نطالب|بطالب|اطلب|نطلب|بدي|بدنا|لازم|وين|فين|i want|we want|i demand|we demand|i expect|i need|i deserve|give me|where is|abi|aby|abgha|3ayez|3ayza|3awez|bedi|bdi)";
const compensation =
  "(?:my |a |some |full )?(?:ب|ال|بال)?(?:تعويض\\p{L}{0,2}|compensation|ta3w[ei]+[dz]h?|t3weed)";
const ours =
  "(?:(?:عن|علي|من|بسبب|for|from|because of|3an|3ala) (?:the |this |ال|el |al )?(?:تاخير\\p{L}{0,3}|ضرر|اضرار|كسر|تلف|اللي صار|اللي حصل|ما حصل|ذلك|هذا|ده|عندكم|كم|منكم|you|delay|damage|late delivery|what happened|ta2kheer|ta5eer|takheer)|منكم|عندكم|الحين|دلوقتي|الان|حالا|now)";
const pattern = new RegExp(
  `^(?:(?:لا|طيب|انا|بس|و|no|ok|then|ana) )*${wanting} ${compensation}(?: ${ours})*$`,
  "u",
);

/** Is it all that is said? */
export const wantsCompensation = (words: readonly Word[]): boolean =>
  [words.map(({ key }) => key), words.map(({ text }) => text)].some((said) => pattern.test(said.join(" ")));
