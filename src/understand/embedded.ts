/**
 * The embedded understanding: reads a message at once, without any network, from what it learnt at start from the flow files and
 * prompts/examples.yaml. Rules for fixed words, a linear model for the rest, the finders of `language/` for values. It would rather
 * ask than guess.
 */
import { type Keep, makeAnew } from "../domain/keep.ts";
import type { Reading, ReadingContext, ServiceSpec, Understanding } from "../domain/understanding.ts";
import { findAddresses } from "../language/places/addresses.ts";
import { behindInterjection } from "../language/replies/interjections.ts";
import { isVetoed, readYesNo } from "../language/replies/yes-no.ts";
import { chances } from "./chances.ts";
import type { InlineClassifier } from "./classifier.ts";
import { isApproval, placesAndWantsCall } from "./form/agreement.ts";
import { answeredAndAsked } from "./form/answered-and-asked.ts";
import { approvedAndMore } from "./form/approval-first.ts";
import { asksToBeTold } from "./form/asks-to-be-told.ts";
import { withCommandsBeside } from "./form/commands-beside.ts";
import { fallbackWish } from "./form/fallback-wish.ts";
import { knownAnswer } from "./form/known-answer.ts";
import { atHandIn, noteIn } from "./form/note-said.ts";
import { askedField } from "./form/open-form.ts";
import { readAnswer } from "./form/open-question.ts";
import { toldAround } from "./form/told-already.ts";
import { agreesBut } from "./form/yes-but.ts";
import { type Intents, type Saying, trainIntents } from "./learning/intents.ts";
import { openListsOf } from "./learning/open-list.ts";
import { onlyPhrases, phrasesOf } from "./phrases.ts";
import { readerOf } from "./reader.ts";
import { courtesies, exactly, readRequests, topOf } from "./requests.ts";
import { addedToLast } from "./wishes/added-to-last.ts";
import { readAgain } from "./wishes/again.ts";
import { announced } from "./wishes/announced.ts";
import { withAsides } from "./wishes/asides.ts";
import type { Meaning } from "./wishes/clause-reads.ts";
import { type Parts, partsOf } from "./wishes/clauses.ts";
import { asksWhatIsLeft, commandOf, isChange, isSkip, lengthBeforeLeft } from "./wishes/commands.ts";
import { wantsCompensation } from "./wishes/compensation.ts";
import { droppedAndMore } from "./wishes/dropped-and-more.ts";
import { meaningsOf } from "./wishes/groups.ts";
import { asksForEnd, readBehindKept } from "./wishes/kept-and-more.ts";
import { withNotMeant } from "./wishes/not-meant.ts";
import { withoutFirst } from "./wishes/not-that-but-this.ts";
import { toldApart } from "./wishes/told-apart.ts";
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
  return (
    withAsides(text, context, (rest) => readMessage(intents, rest, context)) ??
    readWhole(intents, text, context)
  );
}

function readWhole(intents: Intents, text: string, context: ReadingContext): Reading {
  const words = wordsOf(text);
  const reply = replyTo(text, words, context);
  if (reply) return exactly(reply);
  return readAround(intents, text, words, context) ?? readParts(intents, text, words, context);
}

/** A message with something around what answers: "how many more?", «كما قلت», or a question back. Undefined for any other. */
function readAround(
  intents: Intents,
  text: string,
  words: readonly Word[],
  context: ReadingContext,
): Reading | undefined {
  const before = context.open && !asksWhatIsLeft(words) ? lengthBeforeLeft(words) : 0;
  if (before > 0) {
    const read = readMessage(intents, text.slice(0, words[before - 1]?.end), context);
    return { ...read, understandings: [...read.understandings, { type: "whats_left" }] };
  }
  const spoken = context.open?.awaiting === "answer" ? behindInterjection(text) : undefined;
  if (spoken !== undefined) return readMessage(intents, spoken, context);
  const note = context.open && (noteIn(text, context.open.awaiting) ?? atHandIn(text, words, context.open));
  if (note) return exactly(note);
  if (wantsCompensation(words)) return exactly({ type: "complaint" });
  if (waitsFor(context) && asksForEnd(text, words)) return exactly({ type: "cancel" });
  const kept =
    context.open && readBehindKept(words, (span) => readMessage(intents, without(text, span), context));
  if (kept) return kept;
  const fallback = context.open && readFallback(intents, text, context);
  if (fallback) return fallback;
  const agreed = context.open?.awaiting === "read_back" ? agreesBut(text, words) : undefined;
  if (agreed) return { understandings: agreed, confidence: 1, by: "exact" };
  const around = toldAround(text, words);
  const told = around && isApart(text, around, context) ? around : undefined;
  if (told) return readMessage(intents, without(text, told), context);
  return (
    placedAndCalled(text, words, context) ??
    answerToBeTold(intents, text, words, context) ??
    answeredAndAsked(text, words, context, (part) => readMessage(intents, part, context))
  );
}

/** «أبيض، وإذا غير متوفر خذوا أسود»: what is to be done then is a wish; the rest is read as it would be alone. */
function readFallback(intents: Intents, text: string, context: ReadingContext): Reading | undefined {
  const { awaiting } = context.open ?? {};
  const found = awaiting === "answer" || awaiting === "read_back" ? fallbackWish(text) : undefined;
  if (!found) return undefined;
  const rest = without(text, { start: found.from, end: found.end });
  if (!/[\p{L}\p{Nd}]/u.test(rest)) return exactly(found.wish);
  const read = readMessage(intents, rest, context);
  const kept = read.understandings.filter(({ type }) => type !== "out_of_scope" && type !== "confirm");
  return { ...read, understandings: [...kept, found.wish] };
}

/** «اعتمدها وكلموني» under a read-back: a yes, and what staff are told with it. */
function placedAndCalled(
  text: string,
  words: readonly Word[],
  { open }: ReadingContext,
): Reading | undefined {
  const start = open?.awaiting === "read_back" && !isVetoed(text) ? placesAndWantsCall(words) : undefined;
  if (start === undefined) return undefined;
  const end = text.trimEnd().length;
  const said = text.slice(start, end).replace(/^و(?=\p{L}{3})/u, "");
  const wish: Understanding = { type: "wish", text: said, start, end };
  return { understandings: [wish, { type: "confirm" }], confidence: 1, by: "exact" };
}

/** «لزوجتي. قل لي الأوراق أولاً», «ايوه وقولي الورق»: the answer or the yes, and what is to be told of the service at hand. */
function answerToBeTold(
  intents: Intents,
  text: string,
  words: readonly Word[],
  context: ReadingContext,
): Reading | undefined {
  const { open } = context;
  const told = open && open.awaiting !== "nothing" ? asksToBeTold(text, words) : undefined;
  if (!open || !told) return undefined;
  const answer = readMessage(intents, text.slice(0, told.end), context);
  // Whoever still wants to know the price has not agreed to it.
  const agrees = open.awaiting !== "answer" && told.topic !== "price";
  const gives = answer.understandings.every(
    ({ type }) => type === "answers" || (agrees && type === "confirm"),
  );
  const asked: Understanding = { type: "office", topic: told.topic, service: open.service };
  return gives ? { ...answer, understandings: [...answer.understandings, asked] } : undefined;
}

/** A message taken apart: courtesies alone, a command, or what its clauses mean. */
function readParts(intents: Intents, text: string, words: readonly Word[], context: ReadingContext): Reading {
  const parts = partsOf(text, words);
  const middle = parts.clauses.flatMap((clause) => clause.words);
  if (middle.length === 0) return courtesies(parts);
  const thanked = parts.thanks ? replyTo(heartOf(text, middle), middle, context) : undefined;
  if (thanked) return exactly(thanked);
  const command = commandOf(middle, context.open !== undefined);
  if (command)
    return exactly((command.type === "language" && knownAnswer(text, askedField(context))) || command);
  const { open: _form, ...formless } = context;
  const readAlone = (part: string) => readMessage(intents, part, formless);
  const apart =
    approvedAndMore(text, parts, context, readAlone) ??
    announced(text, middle, readAlone) ??
    (context.open && toldApart(text, middle, readAlone));
  if (apart) return withGreeting(apart, parts);
  const reader = readerOf(intents, text, context);
  const meanings = meaningsOf(parts, reader);
  if (isPleasantry(parts, middle, meanings)) return courtesies(parts);
  const task = { text, words, parts, context, meanings, guess: reader.guess };
  const dropped = droppedAndMore(task, (rest, left) => readMessage(intents, rest, left));
  const answer = dropped ?? (context.open && readAnswer(task));
  const reading =
    readAgain(task) ??
    withCommandsBeside(task, answer, (part) => readMessage(intents, part, context)) ??
    readRequests(task);
  const wanted = withoutFirst(text, words, withNotMeant(task, reading));
  return withGreeting(addedToLast(text, wanted, context), parts);
}

/** Is what was told before to be read as if it stood alone? */
const isApart = (text: string, told: Span, context: ReadingContext): boolean =>
  waitsFor(context) ||
  isMarkedOff(text, told, context) ||
  (askedField(context)?.type === "address" && findAddresses(without(text, told)).length > 0);

/** A question or a read-back stands open; under one for an address «قلت لكم من الرياض» only repeats the town. */
function waitsFor(context: ReadingContext): boolean {
  const awaiting = context.open?.awaiting;
  return awaiting === "answer" ? askedField(context)?.type !== "address" : awaiting === "read_back";
}

/** "I just told you, Al Fanateer …" under a question for an address: what stands behind the mark is the address, unless it is "from" a town. */
function isMarkedOff(text: string, { start, end }: Span, { open }: ReadingContext): boolean {
  const leads = text.slice(0, start).trim() === "";
  return (
    open?.awaiting === "answer" &&
    leads &&
    /^\s*[,،:;؛.](?!\s*(?:من|الى|إلى|from|to|mn|men)\s)/iu.test(text.slice(end))
  );
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
