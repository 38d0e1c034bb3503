/**
 * What is told under a question that it does not answer, and that no reading understood («ليس معي الملف الآن», "one small scratch on the rear
 * door", a name where the form has no question for one): kept with the request for whoever does the work, and the question is asked once
 * more. Only statements: a question, a wish, a correction or an attempt at the answer itself stays a misunderstanding, so that nobody takes
 * for done what was not understood.
 */
import type { AnswerType } from "../../domain/answer.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { findLoneName } from "../../language/people/names.ts";
import { findPlaces } from "../../language/places/places.ts";
import { blames } from "../../language/replies/blames.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import { kindOfReply } from "../../language/replies/reply-words.ts";
import { isCommonWord } from "../../language/words.ts";
import { questionOf } from "../flow/pinned.ts";
import { keepNote } from "../form/keep-note.ts";
import { soundsLikeCorrection } from "../reading/commands.ts";
import { activeDraft, type Work } from "../work.ts";
import { askDecision } from "./decisions.ts";
import { soundsAsked, wishesFor } from "./notes.ts";

/** Questions whose answers have a form of their own: words that have none of it answer nothing. */
const ofOwnForm: ReadonlySet<AnswerType> = new Set<AnswerType>([
  ...(["phone", "date", "time", "number", "integer", "money", "duration", "national_id"] as const),
  ...(["establishment_number", "iban", "url"] as const),
]);

const fewestWords = 2;
const mostWords = 40;
/** Fewer digits are no try at a phone: "around 80 invoices". */
const fewestOfPhone = 5;
/** "Bright Horizons LLC": a name, as Latin ones are written. */
const capitals = /^\s*\p{Lu}[\p{L}&'.-]*(?:\s+(?:\p{Lu}[\p{L}&'.-]*|of|and|for|&))+\s*$/u;
/** As many words may be a try at the answer, where they hold a number. */
const mostWordsOfTry = 3;

/** False where the words are no statement, or the form has no place for them. */
export function noteTold(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  const question =
    draft && work.open?.type === "field" ? questionOf(work.catalogue, draft, work.open.field) : undefined;
  if (!draft || !question || !ofOwnForm.has(question.type) || !tells(text, question.type)) return false;
  if (!keepNote(work, draft, text)) return false;
  work.misses += 1;
  // Whoever tells and tells, and never answers, may not know what is asked.
  if (work.misses > mostTold) askDecision(work, { type: "offer_person" });
  return true;
}

const mostTold = 3;

function tells(text: string, asked: AnswerType): boolean {
  if (beginsWithNo(text)) return false;
  // «بالرياض»: where it is to be, though the form has no question for it.
  const [place] = findPlaces(text);
  if (place && place.end - place.start >= text.trim().length - longestPrefix) return true;
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  if (tokens(text).length <= mostWordsOfTry && digits >= (asked === "phone" ? fewestOfPhone : 1))
    return false;
  return isStatement(text);
}

/** Words that tell something: no question, wish, correction, refusal or blame. */
export function isStatement(text: string): boolean {
  const words = tokens(text);
  if (words.length < fewestWords || words.length > mostWords || beginsWithNo(text)) return false;
  if (soundsAsked(text) || wishesFor(text) || soundsLikeCorrection(text) || blames(text)) return false;
  if (findLoneName(text) !== undefined || capitals.test(text)) return true;
  return words.some(({ text: word }) => isCommonWord(word));
}

const beginsWithNo = (text: string): boolean =>
  tokens(text)
    .slice(0, mostBeforeNo)
    .some(({ text: word }) => refuses(word));

/** «بال», "in ". */
const longestPrefix = 3;
/** «والله لا …», "actually no". */
const mostBeforeNo = 2;
/** «مو معي الحين» denies a part, and refuses nothing. */
const refuses = (word: string): boolean => kindOfReply(word) === "no" && !denyingWords.has(word);
