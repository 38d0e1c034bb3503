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
  if (!asks && !isNamedAlone(words)) return fixed;
  const free = facts
    .filter(([topic, pattern]) => words.some((word) => is(pattern, word)) || asksBeside(topic, words))
    .map(([topic]) => topic);
  return facts.map(([topic]) => topic).filter((topic) => fixed.includes(topic) || free.includes(topic));
}

const is = (pattern: RegExp, { key, text }: Word): boolean => pattern.test(key) || pattern.test(text);

const needs =
  /^[وف]?(?:محتاج\S{0,2}|[انت]?حتاج(?:وا|ون|ه)?|[بي]حتاج|لازم(?:ني)?|need|e7tag|m[ae]?7tag|a7taj|ta7taj\S*)$/;
const what = /^[وف]?(?:ايه|وش|ايش|شنو|شو|ماذا|what|eh|esh|wesh)$/;
const howMuch = /^[وف]?(?:كم|كام|kam|kaam)$/;
/** What is done about a paper: «كم تجديد الإقامة» asks what that costs. */
const deed =
  /^(?:ال|لل|ل)?(?:تجديد|اصدار|استخراج|نقل|تسجيل|تصديق|تاشيره|رخصه|tagdeed|tajdeed|na2l|naql|esdar|renewal|renewing)$/;

/** «محتاج إيه» asks for the papers; «كم تجديد الإقامة» for the price. */
function asksBeside(topic: OfficeTopic, words: readonly Word[]): boolean {
  return words.some((word, at) => {
    const next = words[at + 1];
    if (!next) return false;
    if (topic === "price") return is(howMuch, word) && is(deed, next);
    if (topic !== "papers") return false;
    return (is(needs, word) && is(what, next)) || (is(what, word) && is(needs, next));
  });
}

const leads = /^[وف]?(?:اقصد|قصدي|اعني|بخصوص|بشان|عن|علي|لا|طيب|طب|about|mean|meant|i|the|a2sod|2asdi)$/;
const settled = /^(?:جاهز\S*|عندي|معي|معايا|غالي\S*|خلص\S*|ناقص\S*|مدفوع\S*|دفعت|ready|paid|have|dear|done)$/;

/** «أقصد أوراق تجديد الإقامة»: the fact named in front of its thing, and nothing told of it. */
function isNamedAlone(words: readonly Word[]): boolean {
  const from = words.findIndex((word) => !is(leads, word));
  const said = words.slice(Math.max(0, from));
  const [first] = said;
  if (!first || from < 1 || said.length < 2 || said.length > 5) return false;
  return facts.some(([, pattern]) => is(pattern, first)) && !said.some((word) => is(settled, word));
}
