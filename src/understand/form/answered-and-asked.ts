/**
 * An answer, a change or a yes to the open form, with a question beside it («سعد الدوسري، وكم الرسوم؟», "0541112223 w how many days?", «نعم،
 * ومتى تنتهي؟»): each is taken as it would be alone.
 */
import type { Reading, ReadingContext, Understanding } from "../../domain/understanding.ts";
import { topicsOfServices } from "../wishes/commands.ts";
import { type Span, type Word, wordsIn } from "../words.ts";
import { asksNothing, type Beside, questionBeside } from "./asked-beside.ts";
import { isHeldIn } from "./held-values.ts";
import { askedField, isFree } from "./open-form.ts";

/**
 * The reading of such a message; undefined where either part is none.
 * @param read reads a part of the message, at the same places
 */
export function answeredAndAsked(
  text: string,
  words: readonly Word[],
  context: ReadingContext,
  read: (part: string) => Reading,
): Reading | undefined {
  const awaiting = context.open?.awaiting;
  if (awaiting !== "answer" && awaiting !== "read_back") return undefined;
  const beside = questionBeside(text, words);
  if (!beside) return undefined;
  const readPart = ({ start, end }: Span) => read(" ".repeat(start) + text.slice(start, end));
  const answer = readPart(beside.answer);
  if (!isAnswer(answer, wordsIn(words, beside.answer))) return undefined;
  const agrees = answer.understandings.some(({ type }) => type === "confirm");
  const question = readPart(beside.question);
  const asked = askedIn(text, words, beside, agrees ? besideYes(question, context) : question, context);
  if (!asked) return undefined;
  if (agrees && (doubts(wordsIn(words, beside.question)) || asked.some(isOpenMatter))) return undefined;
  // What is asked is answered of the form, as long as it is one.
  const understandings = agrees ? [...asked, ...answer.understandings] : [...answer.understandings, ...asked];
  return { ...answer, understandings };
}

/** Only what gives the form something, or agrees to it in more than the word that opens any sentence («طيب كم السعر؟»). */
function isAnswer({ understandings }: Reading, words: readonly Word[]): boolean {
  const gives = understandings.some(
    (one) =>
      (one.type === "answers" || one.type === "correct") &&
      Object.keys(one.fields).length + Object.keys(one.bad ?? {}).length > 0,
  );
  const agrees = understandings.some(({ type }) => type === "confirm");
  const isSure = words.some(({ key, text }) => !(opensOnly.test(text) || opensOnly.test(key)));
  return understandings.every(({ type }) => beside.has(type)) && (gives || (agrees && isSure));
}

const beside: ReadonlySet<Understanding["type"]> = new Set([
  ...(["answers", "correct", "confirm", "greeting", "thanks", "wish"] as const),
]);

/** Words that agree, and as often only open what is said next. */
export const opensOnly =
  /^(?:طيب|تمام|اوكي|اوك|اوكيه|ماشي|حسنا|زين|ايه|اي|اه|ها|حلو|ممتاز|ok|okay|okey|k|fine|right|sure|good|great|well|so|and|w|tayeb|tayyeb|taib|tamam|tmam|mashi|zain|zein|eh)$/;

/** "Ok go, but how many days", «نعم، ليش ٤٠٠؟»: a yes with a "but" or a "why" is none yet. */
const doubts = ([first]: readonly Word[]): boolean =>
  /^و?(?:but|بس|لكن|bas|though|اذا|لو|if|ليش|ليه|لماذا|why|leish|leh)$/.test(first?.text ?? "");

/** Whoever still asks for the price, or for a person, has not agreed yet. */
const isOpenMatter = (one: Understanding): boolean =>
  one.type === "human_agent" || (one.type === "office" && one.topic === "price");

/** What the question comes to: what we know ourselves, or else words that go along with the form. */
function askedIn(
  text: string,
  words: readonly Word[],
  { question, joined }: Beside,
  { understandings }: Reading,
  context: ReadingContext,
): readonly Understanding[] | undefined {
  const known = understandings.filter(({ type }) => type === "office" || type === "human_agent");
  const onFacts = known.some((one) => one.type === "office" && topicsOfServices.has(one.topic));
  if (joined && takesAnyWords(context) && !onFacts) return undefined;
  const said = text.slice(question.start, question.end);
  const isMarked = /[?؟]/.test(said) || orNot.test(said) || (!joined && asksPlainly.test(said));
  if (known.length > 0) return isMarked || onFacts ? known : undefined;
  // A part that asks for another service or changes the form is no question of its own.
  if (!isMarked || !understandings.every((one) => givesNothing(one, context))) return undefined;
  if (asksNothing(wordsIn(words, question))) return undefined;
  return [{ type: "wish", text: said, ...question }];
}

/** Beside a yes: where an order is that is not placed yet, and what only resembles a service, are questions for staff. */
function besideYes(reading: Reading, { lastService }: ReadingContext): Reading {
  const understandings = reading.understandings.map((one): Understanding => {
    const isNone = one.type === "unclear" || (one.type === "order_status" && lastService === undefined);
    return isNone ? { type: "out_of_scope" } : one;
  });
  return { ...reading, understandings };
}

/** "Will you send me photos of the offers": a question by its order of words, behind a mark. */
const asksPlainly =
  /^(?:(?:will|can|could|do|does|are) (?:you|u|i|we|they|the|my)|what|how|where|which|هل|كيف|ازاي|وين|فين|مين)\s/iu;

/** Nothing of its own: not understood, or said of the form already («السيارة باسم زوجتي عادي؟» to one for a car). */
function givesNothing(one: Understanding, { open }: ReadingContext): boolean {
  if (one.type === "out_of_scope" || one.type === "wish") return true;
  if (one.type !== "answers" && one.type !== "correct") return false;
  return Object.keys(one.bad ?? {}).length === 0 && Object.entries(one.fields).every(isHeldIn(open?.values));
}

/** «الفطار داخل في السعر ولا لأ» asks without a mark. */
const orNot = /(?:^|\s)(?:ولا|او|أو|ام|أم|w[ea]l+a|or)\s+(?:لا|لأ|la2?|not)\s*$/iu;

/** A text or an address: whatever stands there may be a part of it. */
function takesAnyWords(context: ReadingContext): boolean {
  const field = askedField(context);
  return field !== undefined && isFree(field) && field.type !== "person_name";
}
