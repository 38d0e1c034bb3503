/**
 * The embedded understanding: reads a message at once, without any network, from what it learnt at start from the flow files and
 * prompts/examples.yaml. Rules for fixed words, a linear model for the rest, the finders of `language/` for values. It would rather
 * ask than guess.
 */
import { type Keep, makeAnew } from "../domain/keep.ts";
import type {
  FieldSpec,
  Reading,
  ReadingContext,
  ServiceSpec,
  Understanding,
} from "../domain/understanding.ts";
import { overlapsAny } from "../language/found.ts";
import { findOrderRefs } from "../language/people/ids.ts";
import { findPlaces } from "../language/places/places.ts";
import { isVetoed, readYesNo } from "../language/replies/yes-no.ts";
import { chances } from "./chances.ts";
import type { InlineClassifier } from "./classifier.ts";
import { isApproval } from "./form/agreement.ts";
import { approvedAndMore } from "./form/approval-first.ts";
import { questionBehind } from "./form/asked-behind.ts";
import { readAnswer } from "./form/open-question.ts";
import { toldAround } from "./form/told-already.ts";
import { isNoService } from "./labels.ts";
import { type Guess, type Intents, type Saying, trainIntents } from "./learning/intents.ts";
import { openListsOf } from "./learning/open-list.ts";
import { hasPhrase, onlyPhrases, type Phrases, phrasesOf } from "./phrases.ts";
import { courtesies, exactly, readRequests, topOf } from "./requests.ts";
import { cuesOf } from "./values/cues.ts";
import { readAgain } from "./wishes/again.ts";
import { type Meaning, outside, type Reader } from "./wishes/clause-reads.ts";
import { type Parts, partsOf } from "./wishes/clauses.ts";
import {
  asksWhatIsLeft,
  commandOf,
  isChange,
  isSkip,
  lengthBeforeLeft,
  tellsHarm,
  topicOf,
  topicsOfServices,
} from "./wishes/commands.ts";
import { meaningsOf } from "./wishes/groups.ts";
import { wantedOf } from "./wishes/order-named.ts";
import { longestText, type Span, type Word, wordsOf } from "./words.ts";

/** A labelled saying to learn from. `label`: a service id, one of the fixed labels, or `office.<topic>`; `later`: a service that
 *  this office may offer one day, learnt as a class of its own so that it is told from those that it offers. */
export type Example = { readonly text: string; readonly label: string; readonly later?: string };

export type EmbeddedClassifier = InlineClassifier & {
  readonly intents: Intents;
  /** The model's chance that a message is none of what this office does, 0–1. */
  outside(text: string, context: ReadingContext): number;
};

/** Learns from the services' own examples and from `examples` (never those kept for evaluation). Takes under a second. */
export function embeddedClassifier(
  specs: readonly ServiceSpec[],
  examples: readonly Example[],
  keep: Keep = makeAnew,
): EmbeddedClassifier {
  const sayings = sayingsOf(specs, examples);
  const intents = trainIntents(sayings, bareWords, keep);
  for (const spec of specs) openListsOf(spec, keep);
  return {
    answers: "at_once",
    name: "embedded",
    intents,
    read: (text, context) => readMessage(intents, text, context),
    outside: (text, context) => {
      const words = bareWords(text, wordsOf(text));
      const guesses = readerOf(intents, text, context).guess(words);
      return guesses.find(({ label }) => label === "out_of_scope")?.chance ?? 1;
    },
  };
}

/** What is learnt from, with its labels: the services' own examples and titles, and the labelled examples. */
export function sayingsOf(specs: readonly ServiceSpec[], examples: readonly Example[]): readonly Saying[] {
  return [
    ...specs.flatMap((spec) =>
      [...spec.examples, spec.title.ar, spec.title.en].map((text) => ({ text, label: spec.id })),
    ),
    ...examples.map(({ text, label, later }) => ({ text, label: later ?? label })),
  ];
}

/** A saying's words as a message's are read: without greeting and thanks, unless it is nothing else. */
export function bareWords(text: string, words: readonly Word[]): readonly Word[] {
  const bare = partsOf(text, words).clauses.flatMap((clause) => clause.words);
  return bare.length > 0 ? bare : words;
}

function readMessage(intents: Intents, whole: string, context: ReadingContext): Reading {
  // A prefix keeps the offsets; what a message wants stands in its first 4,096 units.
  const text = whole.slice(0, longestText);
  const words = wordsOf(text);
  const reply = replyTo(text, words, context);
  if (reply) return exactly(reply);
  const before = context.open && !asksWhatIsLeft(words) ? lengthBeforeLeft(words) : 0;
  if (before > 0) {
    const read = readMessage(intents, text.slice(0, words[before - 1]?.end), context);
    return { ...read, understandings: [...read.understandings, { type: "whats_left" }] };
  }
  const told = waitsFor(context) ? toldAround(text, words) : undefined;
  if (told) return readMessage(intents, without(text, told), context);
  const from = asksForWords(context) ? questionBehind(text, words) : undefined;
  if (from !== undefined) {
    const answer = readMessage(intents, text.slice(0, from), context);
    const gives = answer.understandings.some(
      (one) => one.type === "answers" && one.fields[context.open?.asked ?? ""] !== undefined,
    );
    if (gives)
      return { ...answer, understandings: [...answer.understandings, askedIn(intents, text, from, context)] };
  }
  const parts = partsOf(text, words);
  const middle = parts.clauses.flatMap((clause) => clause.words);
  if (middle.length === 0) return courtesies(parts);
  const thanked = parts.thanks ? replyTo(heartOf(text, middle), middle, context) : undefined;
  if (thanked) return exactly(thanked);
  const command = commandOf(middle, context.open !== undefined);
  if (command) return exactly(command);
  const { open: _form, ...formless } = context;
  const approved = approvedAndMore(text, parts, context, (rest) => readMessage(intents, rest, formless));
  if (approved) return approved;
  const reader = readerOf(intents, text, context);
  const meanings = meaningsOf(parts, reader);
  if (isPleasantry(parts, middle, meanings)) return courtesies(parts);
  const task = { text, words, parts, context, meanings, guess: reader.guess };
  const reading = readAgain(task) ?? (context.open && readAnswer(task)) ?? readRequests(task);
  return withGreeting(reading, parts);
}

/** A question or a read-back stands open; under one for an address «قلت لكم من الرياض» only repeats the town. */
function waitsFor({ open, services }: ReadingContext): boolean {
  if (open?.awaiting !== "answer") return open?.awaiting === "read_back";
  const fields = services.find(({ id }) => id === open.service)?.fields;
  return fields?.find(({ name }) => name === open.asked)?.type !== "address";
}

/** Any words would answer the question that stands open. */
function asksForWords({ open, services }: ReadingContext): boolean {
  if (open?.awaiting !== "answer") return false;
  const asked = services
    .find(({ id }) => id === open.service)
    ?.fields.find(({ name }) => name === open.asked);
  return asked?.type === "text" && !asked.format;
}

/** A question to the office as such; any other goes along with the form. */
function askedIn(intents: Intents, text: string, from: number, context: ReadingContext): Understanding {
  const rest = " ".repeat(from) + text.slice(from);
  const office = readMessage(intents, rest, context).understandings.find(({ type }) => type === "office");
  const said = text.slice(from).trimEnd();
  return office ?? { type: "wish", text: said, start: from, end: from + said.length };
}

/** The text with a part of it blank, so that all else stands where it stood. */
const without = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + " ".repeat(end - start) + text.slice(end);

/** «نعم صحيح» of «نعم صحيح، شكرا لكم»: what is said without greeting and thanks. */
const heartOf = (text: string, middle: readonly Word[]): string =>
  middle
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .concat(asks.exec(text)?.[0] ?? "");

/** Yes, no, change and skip are replies to what was asked last, when they are all that is said. */
function replyTo(text: string, words: readonly Word[], { open }: ReadingContext): Understanding | undefined {
  if (!open || open.awaiting === "nothing") return undefined;
  if (open.awaiting === "answer") return isSkip(words) ? { type: "skip" } : undefined;
  if (isChange(words)) return { type: "change" };
  const said =
    readYesNo(text) ??
    (onlyPhrases(enough, words) ? "no" : undefined) ??
    (open.awaiting === "read_back" && !isVetoed(text) && isApproval(words) ? "yes" : undefined);
  return said && { type: said === "yes" ? "confirm" : "refuse" };
}

const asks = /[?\u061f]/;

/** «لا خلاص» to a question refuses what was asked; elsewhere it leaves the form. */
const enough = phrasesOf("لا خلاص|لا خلص|لا بس|لا يكفي|la khalas|la2 5alas|la khlas");

/** A few words around thanks or a greeting that are nothing clear of their own: "thanks for everything". */
function isPleasantry(
  { greeting, thanks }: Parts,
  middle: readonly Word[],
  meanings: readonly Meaning[],
): boolean {
  if ((!greeting && !thanks) || middle.length > 3 || meanings.length !== 1) return false;
  // «MDNA1234 وشكرا» gives something.
  if (middle.some(({ text }) => /\d/.test(text))) return false;
  const [meaning] = meanings;
  const top = topOf(meaning);
  return !meaning?.rule && (top.chance < chances.another || (thanks && top.label === "out_of_scope"));
}

function withGreeting(reading: Reading, { greeting }: Parts): Reading {
  if (!greeting || reading.understandings.some(({ type }) => type === "greeting")) return reading;
  const said: Understanding = { type: "greeting", ...(greeting.salam && { salam: true }) };
  return { ...reading, understandings: [said, ...reading.understandings] };
}

function readerOf(intents: Intents, text: string, context: ReadingContext): Reader {
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
  if (ref && words.length <= 6 && !(words.length === 1 && asksPhone(context))) {
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

/** Under a question for a phone a bare number is one, if a wrong one. */
function asksPhone({ open, services }: ReadingContext): boolean {
  if (open?.awaiting !== "answer") return false;
  const fields = services.find(({ id }) => id === open.service)?.fields;
  return fields?.find(({ name }) => name === open.asked)?.type === "phone";
}
