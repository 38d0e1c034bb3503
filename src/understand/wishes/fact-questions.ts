/**
 * Questions about the facts of a thing that is named (a paper): its price, its days, what it needs. Freer than the office's topics: a
 * question word and a word for the fact are enough, wherever they stand («عايز أعرف ورق السجل ايه», "what does an iqama cost").
 */
import type { OfficeTopic } from "../../domain/understanding.ts";
import type { Word } from "../words.ts";
import { topicsOf, topicsOfServices } from "./commands.ts";

const asking = new Set(
  "كم كام بكم بكام وش ايش ايه اي شنو شو متى امتى هل what which how kam kaam bkam bekam wesh esh eh".split(
    " ",
  ),
);
/** «ما» asks at the beginning and denies elsewhere. */
const askingFirst = new Set(["ما", "ماهي", "ماهو"]);

const facts: readonly (readonly [OfficeTopic, RegExp])[] = [
  [
    "papers",
    /^(?:و?(?:ال|لل|ل|ب)?(?:اوراق|اوراقه|اوراقها|ورق|ورقه|ورقها|مستندات|مستنداتها|وثايق|وثائق|متطلبات|متطلباتها|شروط|شروطها|مطلوب|مرفقات)|documents?|papers|requirements?|required|wara2|awra2|matloob)$/,
  ],
  [
    "duration",
    /^(?:و?(?:ال)?(?:مده|مدتها|وقت|وقتها|ايام|يوم)|و?[بح]?[تي](?:اخذ|اخد|ستغرق|طول|خلص)|long|days|weeks|quickly|yakhod|ta5eth|takhod)$/,
  ],
  [
    "price",
    /^(?:و?(?:ال|ب)?(?:رسوم|رسومها|رسومه|سعر|سعرها|سعره|اسعار|تكلفه|تكلفتها|تكاليف|قيمه|قيمتها|مبلغ)|و?[بح]?[تي]?كلف(?:ني|نا|ها|ه)?|بكم|بكام|costs?|price|prices|fees?|charges?|rosoom|tekalef|bekam|bkam)$/,
  ],
];

/** What the words ask about the thing that they name, in the order of mention of nothing but the list. */
export function factsAsked(words: readonly Word[]): readonly OfficeTopic[] {
  const fixed = topicsOf(words).filter((topic) => topicsOfServices.has(topic));
  const asks =
    words.some(({ key, text }) => asking.has(key) || asking.has(text)) ||
    askingFirst.has(words[0]?.key ?? "");
  if (!asks) return fixed;
  const free = facts
    .filter(([, pattern]) => words.some(({ key, text }) => pattern.test(key) || pattern.test(text)))
    .map(([topic]) => topic);
  return facts.map(([topic]) => topic).filter((topic) => fixed.includes(topic) || free.includes(topic));
}
