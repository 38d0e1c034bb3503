/** Parts of the day that a message only tells of: «ما نمنا الليل», "coughing all night", «سخن امبارح بالليل». */
import { fold } from "../../language/letters/normalise.ts";

/** What one does, or what comes, of a night that is told of. */
const toldWords: ReadonlySet<string> = new Set(
  [
    "نمت نمنا نام نامت ناموا انام ننام ينام تنام بنام يناموا ينامون النوم",
    "سهرت سهرنا سهران سهرانه سهرانين صاحي صاحيه صاحين صحيت صحينا صحي يصحي تصحي",
    "يبكي تبكي يصيح تصيح يعيط تعيط يكح تكح اكح تعبت تعبنا تعبان تعبانه",
    "nam namat namt nemt nemna nimna namna anam anaam nanam ynam tnam sahran sa7i yebki tebki",
    "sleep sleeps sleeping slept awake woke wakes crying cries cried coughing coughs",
  ].flatMap((words) => words.split(" ")),
);
/** «طول الليل», "every morning": how long or how often. */
const all = /(?:^|\s)(?:طول|كل|كامل|على طول|all|every|whole|kol|kel|kil|tool|tul)\s+(?:the\s+)?$/iu;
/** «امبارح بالليل»: of a day that is over. */
const pastDay =
  /(?:^|\s)(?:[اإ]مبارح|البارح[ةه]?|[أا]مس|yesterday|last|embare7|mbare7|emba?ra7|albare7|elbare7|ams|emis)\s+(?:in\s+|at\s+|the\s+|el\s+|al\s+|في\s+)*[بف]?$/iu;
const overBehind =
  /^\s+(?:[اإ]مبارح|البارح[ةه]?|[أا]مس|yesterday|embare7|albare7|elbare7|ams)(?![\p{L}\p{N}])/iu;

/** So far before it the verb still has the part of the day for its own. */
const farthestBack = 2;

/** Does a part of the day, without an hour, tell when something was or is, not when it is wanted? */
export function isToldPart(said: string, before: string, behind: string): boolean {
  if (/[\p{N}:]|الساع/u.test(said)) return false;
  if (all.test(before) || pastDay.test(before) || overBehind.test(behind)) return true;
  const clause = before.split(/[,،.!؟?\n;]/).at(-1) ?? "";
  const words = fold(clause).split(/\s+/).filter(Boolean).slice(-farthestBack);
  return words.some((word) => toldWords.has(word.replace(/^و(?=..)/, "")));
}
