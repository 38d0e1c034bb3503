/**
 * «قلت لك حي العزيزية شارع سلطانة», "same number, 0567778899": words that say nothing but what the form holds. They are no note and no question
 * for whoever does the work: what is held is said back.
 */
import type { AnswerType, Field } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import { type Token, tokens } from "../../language/letters/normalise.ts";
import { findPlaces } from "../../language/places/places.ts";
import { tellsBefore } from "../../language/replies/telling.ts";
import { parseAnswer } from "../answers/index.ts";
import type { Question } from "../flow/flow.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { sameValue } from "../form/fill.ts";
import { sayUnchanged } from "../form/form.ts";
import { activeDraft, type Work } from "../work.ts";

/** Their words are compared one by one; a value of any other type is read as an answer is. */
const ofWords: ReadonlySet<AnswerType> = new Set<AnswerType>(["text", "address", "person_name"]);
/** Of these a single word says which value is meant. */
const ofShape: ReadonlySet<AnswerType> = new Set<AnswerType>([
  ...(["phone", "date", "time", "money", "national_id", "establishment_number", "iban", "place"] as const),
]);
/** A word of an address is said of much else. */
const fewestOfWords = 2;
const mostWords = 20;

type Span = { readonly start: number; readonly end: number };
type Said = { readonly name: string; readonly spans: readonly Span[] };

/** Says it back. False where anything else is said, or nothing that is held. */
export function sayHeldAgain(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  const words = tokens(text);
  if (!draft || words.length === 0 || words.length > mostWords) return false;
  if (work.open?.type !== "field" && work.open?.type !== "read_back") return false;
  const own = words.filter(({ text: word }) => !tellsBefore(word));
  const said = heldIn(work, draft, text, own);
  const isSaid = (word: Token) => said.some(({ spans }) => spans.some((span) => isIn(word, span)));
  if (said.length === 0 || !own.every((word) => isSaid(word) || isHeldPlace(draft, text, word))) return false;
  const names = said.filter((one) => !said.some((other) => isPartOf(one, other))).map(({ name }) => name);
  sayUnchanged(work, draft, names);
  return true;
}

/** The street of one address is named in another, too: who says more of it is meant. */
const isPartOf = (one: Said, other: Said): boolean =>
  other.spans.length > one.spans.length &&
  one.spans.every((span) => other.spans.some((whole) => isIn(span, whole)));

/** The answers whose very value the message gives, with where. */
function heldIn(work: Work, draft: Draft, text: string, own: readonly Token[]): readonly Said[] {
  const flow = flowOf(work.catalogue, draft);
  return Object.entries(draft.fields).flatMap(([name, field]) => {
    const question = questionNamed(flow, name);
    if (!question || !field || field.evidence.by === "derived" || name === "notes") return [];
    const spans = ofWords.has(question.type)
      ? wordsOfHeld(field, own)
      : spanOfHeld(work, question, field, text);
    return spans.length > 0 ? [{ name, spans }] : [];
  });
}

/** The words of the message that a text, a name or an address holds. */
function wordsOfHeld({ value }: Field, own: readonly Token[]): readonly Span[] {
  const written = typeof value === "object" && "text" in value ? value.text : value;
  if (typeof written !== "string") return [];
  const held = new Set(tokens(written).map(({ text }) => text));
  const both = own.filter(({ text }) => held.has(text));
  return both.length >= Math.min(fewestOfWords, held.size) ? both : [];
}

function spanOfHeld(work: Work, question: Question, field: Field, text: string): readonly Span[] {
  if (!ofShape.has(question.type)) return [];
  const read = parseAnswer(question, text, { now: work.said?.at ?? work.at, zone: work.catalogue.zone });
  return read.type === "parsed" && !read.more && sameValue(read.value, field.value) ? [read] : [];
}

/** «الدمام حي الشاطئ» of an address in Dammam. */
function isHeldPlace({ fields }: Draft, text: string, word: Token): boolean {
  const [place] = findPlaces(text).filter(({ start, end }) => word.start < end && start < word.end);
  if (!place) return false;
  return Object.values(fields).some((field) => {
    const value = field?.value;
    const city = typeof value === "object" && "city" in value ? value.city : value;
    return city === place.value.en;
  });
}

const isIn = (word: Span, span: Span): boolean => word.start >= span.start && word.end <= span.end;
