/** A message that is no answer: each thing that it wants, with what it says of it. */
import type {
  OfficeTopic,
  ReadFields,
  Reading,
  ReadingContext,
  ServiceSpec,
  Understanding,
} from "../domain/understanding.ts";
import { chances } from "./chances.ts";
import { deniedValues } from "./form/correction.ts";
import { labelled, topicOfLabel } from "./labels.ts";
import { conceptsOf } from "./learning/concepts.ts";
import type { Guess } from "./learning/intents.ts";
import { hasPhrase } from "./phrases.ts";
import { type Extracted, extractFields } from "./values/extract.ts";
import { withoutChanges } from "./wishes/changes-told.ts";
import { mayJoin, wantsSomething } from "./wishes/clause-bounds.ts";
import { type Meaning, outside } from "./wishes/clause-reads.ts";
import type { Parts } from "./wishes/clauses.ts";
import { forgetting, topicOf, topicsOfServices } from "./wishes/commands.ts";
import { factsAsked } from "./wishes/fact-questions.ts";
import { fieldsOfSeveral, partsOfSeveral } from "./wishes/several.ts";
import type { Span, Word } from "./words.ts";

/** One message while it is read. */
export type Task = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly parts: Parts;
  readonly context: ReadingContext;
  readonly meanings: readonly Meaning[];
  /** What a part of the message would mean alone. */
  guess(words: readonly Word[]): readonly Guess[];
};

/** A message that is no answer: each thing that it wants, in order. */
export function readRequests(task: Task): Reading {
  const { parts } = task;
  const meanings = withoutChanges(task.meanings, task.context);
  const [first] = meanings;
  if (!first) return courtesies(parts);
  const several = meanings.length > 1;
  const understandings = meanings.flatMap((meaning) =>
    understandingsOf(task, meaning, several ? meaning.span : undefined),
  );
  const known = understandings.filter(({ type }) => type !== "out_of_scope");
  return {
    understandings: known.length > 0 ? known : understandings,
    confidence: first.rule ? 1 : (first.guesses[0]?.chance ?? 0),
    by: first.rule ? "exact" : "embedded",
  };
}

/** What one meaning comes to. Values are looked for in `span`, or in the whole message. */
export function understandingsOf(task: Task, meaning: Meaning, span?: Span): Understanding[] {
  if (meaning.rule) return [meaning.rule, ...wantedBeside(task, meaning, span)];
  const services = new Map(task.context.services.map((spec) => [spec.id, spec]));
  const [top] = meaning.guesses;
  if (!top || top.chance < chances.likely) return [{ type: "out_of_scope" }];
  const spec = services.get(top.label);
  const asked = serviceAskedAbout(task, meaning, services, span);
  if (asked) return aboutService(task, meaning, asked, span);
  if (top.chance < chances.clear) {
    const last = oneMoreOfLast(task, meaning);
    return last ? serviceMeant(task, meaning, last, span) : [unclearOf(task, meaning, services, span)];
  }
  if (spec && (onlyMeasures(task, spec) || namesNoneOfList(task, top, spec, span)))
    return [unclearOf(task, meaning, services, span)];
  if (spec) return serviceMeant(task, meaning, spec, span);
  if (top.label === "human_agent" && callsOthers(meaning.words)) return [{ type: "out_of_scope" }];
  // Inside a form a wrong «إلغاء», or a person who is called, costs the most: it needs a word for it.
  const isCostly = top.label === "cancel_order" || top.label === "human_agent";
  const said = meaning.words.filter(({ key }) => !counted.test(key));
  if (isCostly && task.context.open && !speaksFor(top.label, said)) return [{ type: "out_of_scope" }];
  return [labelled(task, top.label, meaning.span)];
}

/** «والموية بعد», "and the water too" behind an order: another one of its service, where that may be meant and takes what is said. */
function oneMoreOfLast(task: Task, { guesses }: Meaning): ServiceSpec | undefined {
  const { context, words } = task;
  const [first, last] = [words[0], words.at(-1)];
  if (context.open || !first || !last || words.length > mostOfOneMore || !mayJoin(first)) return undefined;
  if (!too.test(last.key) && !too.test(last.text)) return undefined;
  const { chance = 0 } = guesses.find(({ label }) => label === context.lastService) ?? {};
  const spec = context.services.find(({ id }) => id === context.lastService);
  const gives = spec && chance >= offered && Object.keys(valuesFor(task, spec).fields).length > 0;
  return gives ? spec : undefined;
}

const mostOfOneMore = 6;
const too = /^(?:بعد|كمان|برضو|برضه|ايضا|too|also|kaman|ba3ad|bardo)$/;

/**
 * "What does a transfer of sponsorship cost?" sounds like a question about the office: it is one about the service that is likely, too,
 * or whose thing it names.
 */
function serviceAskedAbout(
  task: Task,
  { guesses: [top, ...others] }: Meaning,
  services: ReadonlyMap<string, ServiceSpec>,
  span?: Span,
): ServiceSpec | undefined {
  const topic = topicOfLabel(top?.label);
  const [next] = others;
  if (!topic) {
    // «kam rosoom na2l el kafala»: half a question about the office, half the service that it is asked of.
    const asked = topicOfLabel(next?.label);
    const near = top && services.get(top.label);
    const isBoth = asked && topicsOfServices.has(asked) && (next?.chance ?? 0) >= chances.likely;
    return near && isBoth && hasFacts(near) ? near : undefined;
  }
  if (!topicsOfServices.has(topic)) return undefined;
  if (next && next.chance >= chances.likely) return services.get(next.label);
  const guess = others.find(({ label }) => services.has(label));
  const spec = guess && guess.chance >= chances.faintly ? services.get(guess.label) : undefined;
  if (!spec || !hasFacts(spec)) return undefined;
  const { fields } = valuesFor(task, spec, span);
  return spec.fields.some((field) => field.hasFacts && fields[field.name]) ? spec : undefined;
}

/** "Is breakfast included?" may stand near a service, and asks nothing of it that the office knows. */
function aboutService(task: Task, meaning: Meaning, spec: ServiceSpec, span?: Span): Understanding[] {
  const meant = serviceMeant(task, meaning, spec, span);
  const [first] = meant;
  const isBare = meant.length === 1 && first?.type === "request" && Object.keys(first.fields).length === 0;
  return isBare && !wantsSomething(meaning.words) ? [{ type: "out_of_scope" }] : meant;
}

/** «شهرين» alone asks for nothing: what it may belong to is asked. */
function onlyMeasures(task: Task, spec: ServiceSpec): boolean {
  if (task.words.length > 2) return false;
  const { fields, used } = valuesFor(task, spec);
  const types = spec.fields.filter(({ name }) => fields[name]).map(({ type }) => type);
  const isMeasure = types.length > 0 && types.every((type) => measures.has(type));
  return (
    isMeasure &&
    task.words.every((word) => used.some(({ start, end }) => word.start >= start && word.end <= end))
  );
}

/** "Can we get a car from the airport" is near to papers, and names none: what a list is open for is only begun of what is surely meant. */
function namesNoneOfList(task: Task, top: Guess, spec: ServiceSpec, span?: Span): boolean {
  if (top.chance >= chances.another || !hasFacts(spec)) return false;
  return Object.keys(valuesFor(task, spec, span).fields).length === 0;
}

const measures: ReadonlySet<string> = new Set(["date", "time", "duration", "phone", "money"]);

/** From how many words on a sentence that asks about the office may want something of it, too. */
const fewestForBoth = 6;

/** «انتم مرخصين؟ ابي محامي يراجع عقد» without a mark between: the office's fact, and what is wanted. */
function wantedBeside(task: Task, { rule, words, guesses }: Meaning, span?: Span): Understanding[] {
  if (rule?.type !== "office" || topicsOfServices.has(rule.topic) || rule.topic === "services") return [];
  if (task.context.open || words.length < fewestForBoth || !wantsSomething(words)) return [];
  const offered = guesses.flatMap((guess) => {
    const spec = task.context.services.find(({ id }) => id === guess.label);
    return spec ? [{ spec, chance: guess.chance }] : [];
  });
  const [best, next] = offered;
  if (!best || best.chance < chances.likely || (next && next.chance * 3 > best.chance)) return [];
  return serviceMeant(task, { guesses, words, span: span ?? whole(words), asked: true }, best.spec, span);
}

const whole = (words: readonly Word[]): Span => ({
  start: words[0]?.start ?? 0,
  end: words.at(-1)?.end ?? 0,
});

/** Two or three services that are about as likely; when the runner-up is no service, the doubt is whether to begin at all. */
function unclearOf(
  task: Task,
  { guesses, words }: Meaning,
  services: ReadonlyMap<string, ServiceSpec>,
  span?: Span,
): Understanding {
  const likely = guesses.slice(0, 3).filter(({ label, chance }) => services.has(label) && chance >= offered);
  const [top] = guesses;
  if (!top) return { type: "out_of_scope" };
  // A command is sooner repaired than missed: cancelling asks again, the others do no harm.
  if (likely.length === 0) {
    const isSaid = top.chance >= chances.command && speaksFor(top.label, words);
    return labelled(task, isSaid ? top.label : "out_of_scope", span);
  }
  const lead = top.chance / (likely[0]?.chance ?? 1);
  if (top.label === "out_of_scope" && lead >= clearLead) return { type: "out_of_scope" };
  if (!services.has(top.label) && (lead >= clearLead || (lead >= 1 && top.chance >= chances.command)))
    return labelled(task, top.label, span);
  const fields = Object.fromEntries(
    likely.map(({ label }) => [label, valuesFor(task, services.get(label) as ServiceSpec, span).fields]),
  );
  return { type: "unclear", candidates: likely.map(({ label }) => label), fields };
}

/** From here a service is among those that may be meant. */
const offered = 0.12;

/** «واحدة» is somebody, and as often how many. */
const counted = /^واحده?$/;

/** So much likelier than the runner-up, what is no service is not asked about. */
const clearLead = 1.5;

/** A command that is only likely must have a word of its own: «أريد الحجز» cancels nothing. */
export function speaksFor(label: string, words: readonly Word[]): boolean {
  const needed = ownConcepts[label];
  if (label === "cancel_order" && hasPhrase(forgetting, words)) return true;
  return !needed || conceptsOf(words.map(({ key }) => key)).some((concept) => needed.includes(concept));
}

/** «أبغاكم تكلمونهم», "abi tkallmonhom": others are to be called for the customer, who wants nobody of ours. */
const callsOthers = (words: readonly Word[]): boolean =>
  words.some(({ key, text }) => ofOthers.test(key) || ofOthers.test(text));
const ofOthers =
  /^[وف]?[تين]?(?:كلم|تكلم|تواصل|حاكي|تصل)(?:و|ون|وا)?ن?هم$|^w?[aentiy]?[aei]?t?k[ae]?ll?e?m(?:o|oo|on|oun|u|oon)?(?:hom|hum)$/;

const ownConcepts: Readonly<Record<string, readonly string[]>> = {
  cancel_order: ["cancel", "dont_want", "undo"],
  change_order: ["modify"],
  human_agent: ["human", "talk", "robot"],
  complaint: ["complain", "broken", "refund", "you_did", "blame", "late", "sarcasm"],
};

function serviceMeant(task: Task, meaning: Meaning, spec: ServiceSpec, span?: Span): Understanding[] {
  const { fields, bad } = valuesFor(task, spec, span);
  const topic = topicOf(outside(meaning.words, chosenIn(spec, fields)));
  const request: Understanding = {
    type: "request",
    service: spec.id,
    fields,
    ...(Object.keys(bad).length > 0 && { bad }),
  };
  // Where the answer hangs on what is asked of, it is told first, and the customer says whether to begin.
  const asks = hasFacts(spec) ? factsAsked(meaning.words) : [];
  if (asks.length > 0)
    return asks.map((one) => ({ type: "office", topic: one, service: spec.id, about: fields }));
  const parts = hasFacts(spec) ? partsOfSeveral(task.text, task.words, spec, span ?? meaning.span) : [];
  if (parts.length > 1)
    return fieldsOfSeveral(task.words, spec, parts, (part) => valuesFor(task, spec, part).fields).map(
      (own) => ({
        type: "request",
        service: spec.id,
        fields: own,
      }),
    );
  if (!topic || !topicsOfServices.has(topic)) return [request];
  const asked: Understanding = { type: "office", topic, service: spec.id };
  return Object.keys(fields).length > 0 ? [asked, request] : [asked];
}

/** "A price survey of cement" asks for no price: the words of an option that is chosen ask nothing. */
const chosenIn = (spec: ServiceSpec, fields: ReadFields): readonly Span[] =>
  spec.fields.flatMap(({ name, type }) => {
    const field = type === "choice" ? fields[name] : undefined;
    return field ? [field] : [];
  });

const hasFacts = ({ fields }: ServiceSpec): boolean => fields.some((field) => field.hasFacts);

/** A question about the facts of a service, with what it says of it. */
export function askedOf(task: Task, topic: OfficeTopic, service: string, span?: Span): Understanding {
  const spec = task.context.services.find(({ id }) => id === service);
  const about =
    spec && hasFacts(spec) ? valuesFor(task, spec, span, service === task.context.open?.service).fields : {};
  return { type: "office", topic, service, ...(Object.keys(about).length > 0 && { about }) };
}

/** What a part of the message says of a service, read on its own. */
export function valuesFor(task: Task, spec: ServiceSpec, span?: Span, byName = false): Extracted {
  const { text, words, context } = task;
  const { now, zone } = context;
  return extractFields({
    text,
    words,
    spec,
    denied: deniedValues(task, spec),
    moment: { now, zone },
    ...(span && { span }),
    ...(byName && { byName }),
  });
}

/** The likeliest label of a meaning, for those that must know whether it is sure. */
export function topOf(meaning: Meaning | undefined): Guess {
  return meaning?.guesses[0] ?? { label: "out_of_scope", chance: 0 };
}

/** An exact rule's reading. */
export function exactly(understanding: Understanding): Reading {
  return { understandings: [understanding], confidence: 1, by: "exact" };
}

/** Greeting or thanks, when nothing else is said. */
export function courtesies({ greeting, thanks }: Parts): Reading {
  if (greeting) return exactly({ type: "greeting", ...(greeting.salam && { salam: true }) });
  if (thanks) return exactly({ type: "thanks" });
  return { understandings: [{ type: "out_of_scope" }], confidence: 0.5, by: "embedded" };
}
