/**
 * What we took to be meant, and is not: «لا مكيف مو فندق، ابي فني يصلحه» to "did you mean a hotel?", «لا هذا ولا هذا» to two services,
 * «مش عايز فندق خالص» in the middle of a hotel's form. Whatever else the message wants is read without that service.
 */
import type { Reading, ServiceSpec, Understanding } from "../../domain/understanding.ts";
import { overlapsAny } from "../../language/found.ts";
import { findPlaces } from "../../language/places/places.ts";
import { chances } from "../chances.ts";
import { isNo } from "../form/correction.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import { readRequests, type Task, topOf } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import { type Span, type Word, wordsIn } from "../words.ts";

/** Several were offered, and none is it. */
const neither = phrasesOf(
  "لا هذا ولا هذا|لا هذا ولا ذاك|لا هذي ولا هذي|لا هذه ولا تلك|لا ده ولا ده|لا دي ولا دي|لا ذا ولا ذا|لا هيك ولا هيك|ولا واحد منهم|ولا واحد منها|ولا وحده منهم|ولا واحده منهم|ولا واحد|ولا وحده|ولا واحده|مو ولا واحد|مو ولا وحده|مو هذا ولا هذا|مش ده ولا ده|مش دي ولا دي|ليس ايا منها|ليس ايا منهما|لا شيء منها|لا شي منها|ولا شي منها|ولا شيء منها|كلها لا|مو منها|مش منهم",
  "neither|neither of them|neither of these|neither one|neither of those|none|none of them|none of these|none of those|none of the above|not any of these|not any of them|nothing of these",
  "la hada wala hada|la hatha wala hatha|la hadha wala hadha|la da wala da|la di wala di|wala wa7ed|wala wa7da|wala wahed|mesh da wala da",
);

/** Beside the service's own word: «مو فندق خالص», "no hotel at all". */
const beside =
  /^(?:خالص|اصلا|ابدا|نهائيا|بالمره|كمان|اساسا|بتاتا|حجز|خدمه|طلب|اي|at|all|any|a|an|the|of|kind|booking|service|5ales|khales|5alis|khalis|aslan|abadan)$/;
const mostNamed = 2;

/** The reading with the services that are said not to be meant in front, and without them. */
export function withNotMeant(task: Task, read: Reading): Reading {
  const { open, offered } = task.context;
  const decided = open === undefined || open.awaiting === "decision";
  const services = decided ? deniedAmong(task, offered ?? [], read) : deniedForm(task, open.service, read);
  if (services.length === 0) return read;
  const notMeant: Understanding = { type: "not_meant", services };
  if (saysNothingElse(task)) return { ...read, understandings: [notMeant] };
  const isOther = (one: Understanding): boolean =>
    one.type === "request" ? !services.includes(one.service) : kept.has(one.type);
  const others = [...read.understandings, ...readRequests(task).understandings].filter(isOther);
  const left = others.filter((one, at) => others.findIndex((other) => isSame(one, other)) === at);
  return {
    ...read,
    understandings: [notMeant, ...(left.length > 0 ? left : [{ type: "out_of_scope" as const }])],
  };
}

/** Read of the message without its form, these stand as they are. */
const kept: ReadonlySet<Understanding["type"]> = new Set([
  "human_agent",
  "complaint",
  "office",
  "order_status",
] as const);

const isSame = (one: Understanding, other: Understanding): boolean =>
  one.type === other.type &&
  (one.type !== "request" || other.type !== "request" || one.service === other.service);

/** Of the services that our last question offered: all, for «لا هذا ولا هذا» and for a no with another matter behind it; or those named. */
function deniedAmong(task: Task, offered: readonly string[], read: Reading): readonly string[] {
  const { words, meanings } = task;
  if (offered.length === 0) return [];
  if (phraseAt(neither, words, 0) > 0) return offered;
  const named = offered.filter((service) => isDenied(task, service) && !wantsIt(task, service));
  if (named.length > 0) return named;
  const [no, ...behind] = words;
  if (!no || !isNo(no) || behind.length < 2 || meanings.length === 0) return [];
  if (offered.some((service) => wantsIt(task, service))) return [];
  const gives = read.understandings.some(
    (one) => (one.type === "answers" || one.type === "correct") && Object.keys(one.fields).length > 0,
  );
  return !gives || wantsAnother(task) ? offered : [];
}

/** The open form's own service, by its bare name, with no other kind of it wanted instead («مو فندق، شقة مفروشة ليومين»). */
function deniedForm(task: Task, service: string, { understandings }: Reading): readonly string[] {
  const isDone = understandings.some(
    (one) =>
      one.type === "cancel" ||
      one.type === "not_meant" ||
      (one.type === "correct" && Object.keys(one.fields).length > 0),
  );
  return !isDone && isDenied(task, service) && !wantsIt(task, service) && task.meanings.length > 0
    ? [service]
    : [];
}

function isDenied(task: Task, service: string): boolean {
  const spec = task.context.services.find(({ id }) => id === service);
  return (
    spec !== undefined &&
    task.parts.denied.some(({ inner, end }) =>
      namesService(task, spec, wordsIn(task.words, { start: inner, end })),
    )
  );
}

/** Nothing but what the service is called by: «فندق», "a courier"; "the hotel near the Haram" is one of several. */
function namesService(task: Task, spec: ServiceSpec, said: readonly Word[]): boolean {
  const words = said.filter(({ key, text }) => !beside.test(key) && !beside.test(text));
  if (words.length === 0 || words.length > mostNamed || words.some(({ text }) => /\d/.test(text)))
    return false;
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || givesValue(task, spec, { start: first.start, end: last.end })) return false;
  const [guess] = task.guess(words);
  return guess?.label === spec.id && guess.chance >= chances.another;
}

/** «مو تدريب، اجتماعات», «مو ليلتين»: a value is denied, or a place. */
function givesValue({ text, words, context }: Task, spec: ServiceSpec, span: Span): boolean {
  if (findPlaces(text).some(({ start, end }) => start < span.end && end > span.start)) return true;
  const { now, zone } = context;
  const { fields } = extractFields({ text, words, spec, span, denied: [], moment: { now, zone } });
  return Object.keys(fields).length > 0;
}

const wantsIt = ({ meanings }: Task, service: string): boolean =>
  meanings.some((meaning) => {
    const { label, chance } = topOf(meaning);
    return !meaning.rule && label === service && chance >= chances.likely;
  });

const wantsAnother = ({ meanings, context }: Task): boolean =>
  meanings.some((meaning) => {
    const { label, chance } = topOf(meaning);
    return meaning.asked && chance >= chances.clear && context.services.some(({ id }) => id === label);
  });

/** Beside the denial there is no more than a no, a vocative or a courtesy. */
function saysNothingElse({ words, parts }: Task): boolean {
  const said = parts.clauses
    .flatMap((clause) => clause.words)
    .filter((word) => !overlapsAny(word, parts.denied));
  const length = phraseAt(neither, words, 0);
  const behind = length > 0 ? said.filter(({ start }) => start >= (words[length - 1]?.end ?? 0)) : said;
  return behind.filter((word) => !isNo(word) && !small.test(word.key)).length === 0;
}

const small = /^(?:يا|عم|عمي|باشا|خوي|اخوي|اخي|انا|بس|ما|والله|طيب|bro|man|please|pls|i|ya|3am)$/;
