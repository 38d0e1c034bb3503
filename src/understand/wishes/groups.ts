/**
 * From clauses to meanings in order of mention: each clause is read alone, those that say nothing of their own join the request that
 * they belong to, and what is denied starts nothing.
 */

import { chances } from "../chances.ts";
import type { Guess } from "../learning/intents.ts";
import { signOf } from "../learning/signs.ts";
import type { Span, Word } from "../words.ts";
import { asksAtFront } from "./asking.ts";
import { wantsSomething } from "./clause-bounds.ts";
import {
  givesValueOf,
  goesOn,
  type Meaning,
  outside,
  type Read,
  type Reader,
  readClause,
  saysMore,
  together,
} from "./clause-reads.ts";
import { introduces, type Parts, restricts } from "./clauses.ts";
import type { Denied } from "./denials.ts";
import { weighed } from "./partings.ts";
import { asTold, deniesDealing } from "./told-complaints.ts";

/** What a message wants, in order of mention; clauses that want nothing of their own are part of the meaning before them. */
export function meaningsOf(parts: Parts, reader: Reader): Meaning[] {
  const denied = deniedServices(parts, reader);
  const all = parts.clauses.flatMap(({ words }) => words);
  if (denied === "all" || deniesDealing(all)) return [nothing(parts)];
  const reads = parts.clauses.flatMap((clause) => {
    const words = outside(clause.words, denied);
    return words.length > 0 ? [readClause(clause, words, reader, parts.clauses.length === 1)] : [];
  });
  const told = asOneStory(withoutIntroductions(reads, reader), reader);
  const found = gather(told, reader);
  const asides = new Set(told.filter((read, n) => read.own !== reads[n]?.own));
  const wishes = weighed(asOneWish(found, told, reader), told, { reader, asides });
  return wishes.length > 1 ? wishes : wishes.map((one) => asTold(one, parts, reader));
}

/**
 * A part that seems to want something else is a wish of its own only where it is sure of it, or the whole message speaks of it, too.
 * What a complaint tells of, it does not ask for.
 */
function asOneWish(found: readonly Meaning[], reads: readonly Read[], reader: Reader): Meaning[] {
  const [first, last] = [found[0], found.at(-1)];
  if (found.length < 2 || !first || !last || found.some(({ rule }) => rule)) return [...found];
  const words = reads.flatMap(({ words: some }) => some);
  const whole = reader.guess(words);
  const [top] = whole;
  if (!top) return [...found];
  const isOwn = ({ guesses: [guess], asked }: Meaning): boolean => {
    if (!guess || guess.label === top.label) return true;
    const inWhole = whole.find(({ label }) => label === guess.label)?.chance ?? 0;
    if (top.label === "complaint" && top.chance >= chances.told && !asked && reader.isService(guess.label))
      return false;
    const faint = inWhole >= chances.faintly;
    if (asked) return faint || guess.chance >= chances.ownAsked;
    return inWhole >= chances.echoed || guess.chance >= (faint ? chances.ownFaint : chances.own);
  };
  if (found.every(isOwn)) return [...found];
  const kept = found.filter(isOwn);
  if (new Set(kept.map(({ guesses }) => guesses[0]?.label)).size > 1) return kept;
  const surer = kept.find(({ guesses: [guess] }) => guess?.label === top.label && guess.chance > top.chance);
  return [
    {
      guesses: surer?.guesses ?? whole,
      words,
      span: { start: first.span.start, end: last.span.end },
      asked: found.some(({ asked }) => asked),
    },
  ];
}

/**
 * A complaint is told in several sentences («حجزتوا لي فندق. وصلنا ولا لقينا الغرفه»): those that ask for nothing, and alone would be taken for
 * something else, are part of it.
 */
function asOneStory(reads: readonly Read[], reader: Reader): readonly Read[] {
  const own = reads.filter((read) => read.own);
  if (reads.length < 2 || own.some(({ rule }) => rule)) return reads;
  const [whole] = reader.guess(reads.flatMap(({ words }) => words));
  if (whole?.label !== "complaint" || whole.chance < chances.clear) return reads;
  const isPart = (read: Read) =>
    read.own &&
    !read.asked &&
    read.guesses[0]?.label !== whole.label &&
    (read.guesses[0]?.chance ?? 0) < chances.apart;
  if (!own.every((read) => isPart(read) || read.guesses[0]?.label === whole.label)) return reads;
  return reads.map((read) => (isPart(read) ? { ...read, own: false } : read));
}

/**
 * Who writes, and what happened before, stand beside what is wanted: "I run a hotel and need a linen supplier" books no room. What is
 * said to have happened may still be a complaint or a question about an order.
 */
function withoutIntroductions(reads: readonly Read[], reader: Reader): readonly Read[] {
  const only = reads.some((read) => read.own && read.asked && restricts(read.words));
  const asks = reads.some((read) => read.own && read.asked);
  // "The hotel was fine, but …" may sound like a question about an order.
  const isSubject = (guess: Guess | undefined) =>
    guess !== undefined &&
    (reader.isService(guess.label) || (guess.label === "order_status" && guess.chance < chances.apart));
  const tells = (read: Read) =>
    introduces(read.words) ||
    (!read.asked &&
      !asksAtFront(read.words) &&
      isSubject(read.guesses[0]) &&
      (only ||
        tellsOfBefore(read.words) ||
        tellsOfSomebody(read.words) ||
        (asks && tellsOfState(read.words))));
  const wanted = reads.some((read) => read.own && !tells(read));
  return wanted ? reads.map((read) => (tells(read) ? { ...read, own: false } : read)) : reads;
}

/** "My dentist moved": what somebody did asks for nothing. */
function tellsOfSomebody([first, ...others]: readonly Word[]): boolean {
  return whose.test(first?.text ?? "") && others.slice(0, 3).some(({ text }) => did.test(text));
}

const whose = /^(?:my|our|his|her|their)$/;
const did = /^(?:moved|left|forgot|came|went|called|told|said|closed|retired|died|married|flew|quit)$/;

/** «انا مسجل في الضريبة», «وفاتح سجل تجاري», "I'm registered for VAT": what one has already is told of, beside what is asked for. */
const tellsOfState = (words: readonly Word[]): boolean =>
  words.slice(0, mostBeforeState).some(({ key, text }) => state.test(key) || state.test(text)) &&
  !words.some(({ key, text }) => lacks.test(key) || lacks.test(text));

const mostBeforeState = 3;
const state =
  /^و?(?:مسجل|مسجله|مسجلين|فاتح|فاتحه|فاتحين|مشترك|مشتركه|مشتركين|مامن|مامنه|مرخص|مرخصه|registered|licensed|insured|enrolled|subscribed|msagel|mesagel|msajjel)$/;
const lacks =
  /^[وف]?(?:مو|مش|مب|غير|ما|لسه|لا|ليس|لست|لم|يكون|اكون|تكون|not|no|never|isn't|aren't|be|get|mesh|mo|msh)$/;

function tellsOfBefore(words: readonly Word[]): boolean {
  return words.some(({ key, text }) => before.has(signOf(key) ?? signOf(text) ?? ""));
}

const before = new Set(["was", "happened", "yesterday"]);

/** A service that is denied, and nothing else: "I don't need a courier today". */
function nothing({ clauses }: Parts): Meaning {
  const words = clauses.flatMap((clause) => clause.words);
  const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  return { guesses: [{ label: "out_of_scope", chance: chances.another }], words, span, asked: false };
}

/**
 * Words that deny a service («مو توصيل»), or a command while something else is wanted («مش عايز ألغي، عايز أشتكي»), are left unread; "has
 * not arrived" is part of what is said.
 */
function deniedServices({ clauses, denied, forbidden }: Parts, reader: Reader): readonly Span[] | "all" {
  const all = clauses.flatMap(({ words }) => words);
  const topIn = (span: Denied) =>
    reader.guess(all.filter(({ start, end }) => start >= span.inner && end <= span.end))[0];
  const says = (span: Denied) => {
    const top = topIn(span);
    return top !== undefined && top.label !== "out_of_scope" && top.chance >= chances.likely;
  };
  const clearIn = (words: readonly Word[]) => {
    const [top] = reader.guess(words);
    return top && top.chance >= chances.clear && top.label !== "out_of_scope" ? top.label : undefined;
  };
  const elsewhere = (span: Denied) => {
    const rest = outside(all, [span]);
    if (wantsSomething(rest)) return true;
    const label = clearIn(rest);
    return label !== undefined && label !== topIn(span)?.label;
  };
  const dropped = [
    ...denied.filter((span) => elsewhere(span) || (says(span) && reader.isService(topIn(span)?.label ?? ""))),
    ...forbidden.filter(elsewhere),
  ];
  const rest = outside(all, dropped);
  if (saysMore(rest) || clearIn(rest) !== undefined) return dropped;
  return dropped.length > 0 && reader.isService(reader.guess(all)[0]?.label ?? "") ? "all" : [];
}

function gather(reads: readonly Read[], reader: Reader): Meaning[] {
  const groups: Read[][] = [];
  let waiting: Read[] = [];
  for (const read of reads) {
    const last = groups.at(-1);
    if (!read.own || (last && (sameWish(last, read) || belongsTo(last, read, reader))))
      (last ?? waiting).push(read);
    else {
      groups.push([...waiting, read]);
      waiting = [];
    }
  }
  if (groups.length === 0 && waiting.length > 0) groups.push(waiting);
  return groups.map((group) => together(group, reader));
}

/** A clause about the service that the group already asks for adds to it, unless it asks for another one. */
function sameWish(group: readonly Read[], read: Read): boolean {
  if (read.rule) return false;
  const label = read.guesses[0]?.label;
  const labels = group
    .filter(({ own }) => own)
    .map(({ guesses, rule }) => (rule ? rule.type : guesses[0]?.label));
  if (labels.includes(label)) return !another.test(read.words.map(({ key }) => key).join(" "));
  return false;
}

/** What was asked for before is only to be brought, unless it is brought where that service knows no place («ترجموا …، وارسلوها دبي»). */
function belongsTo(group: readonly Read[], read: Read, reader: Reader): boolean {
  const label = group.find(({ own }) => own)?.guesses[0]?.label ?? "";
  if (givesValueOf(label, read, reader)) return true;
  return goesOn(read) && !reader.leadsElsewhere(label, read.clause);
}

/** «قبل اخر الشهر», "the second week" name a time, and no other thing. */
const another =
  /(^| )(another|second|ثاني|ثانيه|تاني|تانيه|اخر|اخري)(?! (?:ال)?(?:شهر|اسبوع|سنه|عام|يوم|نهار|ليل|ليله|دوام|موعد|مده|week|day|month|half|of)(?: |$))( |$)/;
