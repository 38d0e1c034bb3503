/** Whether a clause beside a value tells something for whoever does the work: a statement of its own words, or an extra that it names. */
import { tokens } from "../../language/letters/normalise.ts";
import { readAskBack } from "../../language/replies/asks-back.ts";
import { deniesNumber } from "../../language/replies/denials.ts";
import { kindOfReply } from "../../language/replies/reply-words.ts";
import { aroundAnswer } from "../reading/around-answer.ts";
import { soundsLikeCorrection } from "../reading/commands.ts";
import { namesExtra, negating } from "./notes.ts";
import { isStatement } from "./told-besides.ts";

/** Fewer words that say something are a courtesy, or a scrap of the value beside them. */
const fewestWords = 3;

/** «قلت لكم» tells nothing new. */
export const isTold = (words: string): boolean =>
  ((saysSomething(words) && isStatement(words)) || (namesExtra(words) && !soundsLikeCorrection(words))) &&
  !asksAtEnd.test(words) &&
  !hurries.test(words) &&
  !deniesNumber(words) &&
  !mayDeny(words) &&
  readAskBack(words) === undefined;

/** "Just do it". */
export const hurries =
  /^\s*(?:(?:so|please|pls) )?(?:just )?(?:do|place|book|send|get|go|finish) (?:it|ahead)(?: (?:now|already|please|pls|asap))*\s*$/iu;

/** «والسعر بالساعة كم» */
export const asksAtEnd =
  /(?:^|\s)(?:كم|بكم|كام|بكام|متى|امتى|إمتى|وين|فين|kam|bkam|bekam|emta|mata|wain|wein|feen)\s*$/iu;

/** «لست بحاجة إلى حجز فندق»: what is not wanted is nobody's to know. */
function mayDeny(words: string): boolean {
  const said = tokens(words).map(({ text }) => text);
  return said.some((word) => negating.test(word)) && said.some((word) => wanting.test(word));
}

const wanting = /^(?:بحاجه|حاجه|[اب]?سال|اقصد|قصدي|asking|about|looking|mean|meant)$/;

function saysSomething(words: string): boolean {
  const said = tokens(words);
  const telling = said.filter(
    ({ text }) => !aroundAnswer.has(text) && kindOfReply(text) === "other" && !/\p{Nd}/u.test(text),
  );
  return telling.length >= fewestWords && !courteous.test(said[0]?.text ?? "");
}

/** Greetings, blessings and thanks begin so. */
const courteous =
  /^(?:و?(?:ال)?سلام|مرحبا|اهلا|هلا|صباح|مساء|الله|ربنا|يارب|جزاك\S*|جزا|بارك|عسي|بالله|يسلم\S*|تسلم\S*|hello|hi|hey|good|dear|salam|marhaba|hala|halla|ahlan|ahla|allah|rabena|god|bless|thanks?)$/;
