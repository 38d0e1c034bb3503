/** What some of a message's words mean alone: what the model guesses of them, and what an exact rule says whatever was learnt. */

import type { FieldSpec, ReadingContext, Understanding } from "../domain/understanding.ts";
import { overlapsAny } from "../language/found.ts";
import { findOrderRefs } from "../language/people/ids.ts";
import { findPlaces } from "../language/places/places.ts";
import { askedField } from "./form/open-form.ts";
import { isNoService } from "./labels.ts";
import type { Guess, Intents } from "./learning/intents.ts";
import { hasPhrase, type Phrases, phrasesOf } from "./phrases.ts";
import { cuesOf } from "./values/cues.ts";
import { outside, type Reader } from "./wishes/clause-reads.ts";
import { partsOf } from "./wishes/clauses.ts";
import { commandOf, tellsHarm, topicOf, topicsOfServices } from "./wishes/commands.ts";
import { wantedOf } from "./wishes/order-named.ts";
import { saysOnlyHow } from "./wishes/says-only-how.ts";
import { type Span, type Word, wordsOf } from "./words.ts";

/** A reader of one message against its context. */
export function readerOf(intents: Intents, text: string, context: ReadingContext): Reader {
  const offered = new Set(context.services.map(({ id }) => id));
  const towns = findPlaces(text);
  return {
    guess: remembered((words) => known(intents.guess(words.map((word) => asTown(word, towns))), offered)),
    isService: (label) => offered.has(label),
    leadsElsewhere: (label, span) =>
      towns.some(({ start, end }) => start >= span.start && end <= span.end) &&
      context.services.some(({ id, fields }) => id === label && !fields.some(({ type }) => type === "place")),
    tellsOf: (label, words) => {
      const spec = context.services.find(({ id }) => id === label);
      return spec?.fields.some((field) => givesKnown(field, words)) === true;
    },
    saysOnlyHow: (words) => saysOnlyHow(words, context),
    rule: (words, span) => ruleFor(text, words, span, context),
  };
}

const knownOf = new WeakMap<FieldSpec, Phrases>();

/** A cue of the question and one of its well-known values. */
function givesKnown(field: FieldSpec, words: readonly Word[]): boolean {
  if (field.type !== "text" || !field.known) return false;
  const known = knownOf.get(field) ?? phrasesOf(...field.known);
  knownOf.set(field, known);
  return hasPhrase(known, words) && hasPhrase(cuesOf(field).phrases, words);
}

/** The same words of a message are guessed once: its parts and its whole are asked for again and again. */
function remembered(guess: Reader["guess"]): Reader["guess"] {
  const found = new Map<string, readonly Guess[]>();
  return (words) => {
    // A joined «و» may be taken off the first.
    const key = `${words[0]?.text} ${words.map(({ start }) => start).join(" ")}`;
    const guesses = found.get(key) ?? guess(words);
    found.set(key, guesses);
    return guesses;
  };
}

/** «الخبر» is also "the news": where the words around it make it the town, the model reads a town that means nothing else. */
function asTown(word: Word, towns: readonly Span[]): Word {
  if (!alsoNews.test(word.key) || !overlapsAny(word, towns)) return word;
  const text = word.key.replace(alsoNews, "$1دمام");
  return { ...word, text, key: text };
}

const alsoNews = /^([وبف]?ال|لل)خبر$/;

/** Labels that this office answers to; the chances of all others (services that it does not offer) are one: out of scope. */
function known(guesses: readonly Guess[], offered: ReadonlySet<string>): readonly Guess[] {
  const isKnown = ({ label }: Guess) => offered.has(label) || isNoService(label);
  const kept = guesses.filter(isKnown);
  const chance = guesses.reduce((sum, guess) => (isKnown(guess) ? sum : sum + guess.chance), 0);
  const outside = kept.find(({ label }) => label === "out_of_scope")?.chance ?? 0;
  const others = kept.filter(({ label }) => label !== "out_of_scope");
  return [...others, { label: "out_of_scope", chance: outside + chance }].sort((a, b) => b.chance - a.chance);
}

function ruleFor(
  text: string,
  words: readonly Word[],
  { start, end }: Span,
  context: ReadingContext,
): Understanding | undefined {
  const { open } = context;
  const [ref] = findOrderRefs(text).filter((found) => found.start >= start && found.end <= end);
  // Under a question for a phone a bare number is one, if a wrong one.
  const isPhone = words.length === 1 && askedField(context)?.type === "phone";
  if (ref && words.length <= 6 && !isPhone) {
    const wanted = wantedOf(outside(words, [ref]), ref.value);
    if (wanted) return wanted;
  }
  if (tellsHarm(words)) return { type: "complaint" };
  const topic = topicOf(words);
  if (topic && (!topicsOfServices.has(topic) || words.length <= 2)) {
    const service = topicsOfServices.has(topic) ? open?.service : undefined;
    return { type: "office", topic, ...(service !== undefined && { service }) };
  }
  const command = words.length <= 4 ? commandOf(words, open !== undefined) : undefined;
  // "A firm letter, in Arabic, by Wednesday": of a sentence it is a part, not a wish how to be answered.
  return command?.type === "language" && !isMost(text, words) ? undefined : command;
}

/** Beside a greeting or a courtesy nothing else is said. */
const isMost = (text: string, words: readonly Word[]): boolean =>
  partsOf(text, wordsOf(text)).clauses.flatMap((clause) => clause.words).length === words.length;
