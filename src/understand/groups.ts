/**
 * From clauses to meanings in order of mention: each clause is read alone, those that say nothing of their own join the request that
 * they belong to, and what is denied starts nothing.
 */
import type { Understanding } from "../domain/understanding.ts";
import {
  type Clause,
  type Denied,
  introduces,
  type Parts,
  restricts,
  wantsSomething,
  withoutJoint,
} from "./clauses.ts";
import { conceptsOf } from "./concepts.ts";
import type { Guess } from "./intents.ts";
import { signOf } from "./signs.ts";
import type { Span, Word } from "./words.ts";

/** Chances that decide; set where the cross-validated sayings part right from wrong (docs/understanding.md). */
export const chances = {
  /** From here a reading is acted on. */
  clear: 0.5,
  /** From here it is offered as "did you mean …?"; below, the message is taken for something else. */
  likely: 0.2,
  /** From here a command is taken when no service is likely. */
  command: 0.35,
  /** From here a clause in the middle of a message is a request of its own. */
  another: 0.6,
  /** From here what «و» or "and" joins is a request of its own. */
  joined: 0.65,
  /** From here the two halves of a message are two wishes. */
  inTwo: 0.8,
  /** From here a sentence keeps its own meaning beside what the whole message says. */
  apart: 0.9,
  /** From here a part wants what the whole message does not speak of. */
  own: 0.97,
  /** … or wants it in so many words. */
  ownAsked: 0.75,
  /** From here the whole message speaks of it … */
  echoed: 0.03,
  /** … or speaks of it faintly, and the part alone is as sure as this. */
  faintly: 0.003,
  ownFaint: 0.95,
  /** A clause alone is believed rather than all that belongs to it where it is surer by this. */
  surer: 0.4,
  /** From here what a complaint tells of is part of it. */
  told: 0.95,
  /** From here words win over an open question that any words would answer. */
  overAnswer: 0.8,
};

/** One thing that the message wants. `rule`: found by exact words, and then certain. */
export type Meaning = {
  readonly guesses: readonly Guess[];
  readonly rule?: Understanding;
  readonly words: readonly Word[];
  readonly span: Span;
  /** It was asked for in words of wanting, or added with «وبعد», "also". */
  readonly asked: boolean;
};

export type Reader = {
  /** Labels of words, likeliest first. */
  guess(words: readonly Word[]): readonly Guess[];
  /** What a clause says by exact words, if it does. */
  rule(words: readonly Word[], span: Span): Understanding | undefined;
  isService(label: string): boolean;
};

type Read = Omit<Meaning, "span"> & { readonly clause: Clause; readonly own: boolean };

/** What a message wants, in order of mention; clauses that want nothing of their own are part of the meaning before them. */
export function meaningsOf(parts: Parts, reader: Reader): Meaning[] {
  const denied = deniedServices(parts, reader);
  if (denied === "all") return [nothing(parts)];
  const reads = parts.clauses.flatMap((clause) => {
    const words = outside(clause.words, denied);
    return words.length > 0 ? [readClause(clause, words, reader, parts.clauses.length === 1)] : [];
  });
  const told = asOneStory(withoutIntroductions(reads, reader), reader);
  const found = gather(told, reader);
  // What was set aside as told or denied is not looked at again.
  const whole = denied.length === 0 && told.every((read, n) => read.own === reads[n]?.own);
  const parted = found.length === 1 && whole ? (inTwo(told, reader) ?? found) : found;
  return asOneWish(parted, told, reader);
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
 * Parts that are too small to be sure of alone may be sure together: two wishes are looked for at each place where the message may be
 * parted.
 */
function inTwo(reads: readonly Read[], reader: Reader): Meaning[] | undefined {
  const [first] = reads;
  if (reads.length < 2 || reads.some(({ rule }) => rule) || !first) return undefined;
  const parted = reads.flatMap((read, at) => {
    if (at === 0 || goesOn(read) || introduces(first.words)) return [];
    const halves = [reads.slice(0, at), reads.slice(at)];
    if (halves.some((half) => half.every(givesContact) || isLoneWord(half))) return [];
    const sides = halves.map((half) => together(half, reader));
    const [left, right] = sides.map(({ guesses }) => guesses[0]);
    const both = Math.min(left?.chance ?? 0, right?.chance ?? 0);
    const apart = left?.label !== right?.label && sides.every((side) => isWish(side, reader));
    return apart && both >= chances.inTwo ? [{ sides, both }] : [];
  });
  return parted.sort((a, b) => b.both - a.both)[0]?.sides;
}

/** «السكري واجد عندنا …»: what is spoken of, before anything is said of it. */
const isLoneWord = (half: readonly Read[]): boolean => half.flatMap(({ words }) => words).length < 2;

/** "…, my number 0501234567, national address RRRD2929": where somebody is reached, whatever is also called by that name. */
function givesContact({ words, asked }: Read): boolean {
  const text = words.map((word) => word.text).join(" ");
  return givesOnly(words, asked) && /\b(?:(?:0|966|00966)?5\d{8}|[a-z]{2,4} ?\d{4})$/i.test(text);
}

function isWish({ guesses: [top], words, asked }: Meaning, reader: Reader): boolean {
  if (top === undefined || (top.label === "human_agent" && givesDigits(words))) return false;
  // "…, 2 months" is how long, whatever rents by the month.
  if (!asked && words.length <= 3 && !saysMore(words)) return false;
  return reader.isService(top.label) || commands.has(top.label);
}

const commands = new Set(["order_status", "cancel_order", "human_agent"]);

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
  // "The hotel was fine, but …" may sound like a question about an order.
  const isSubject = (guess: Guess | undefined) =>
    guess !== undefined &&
    (reader.isService(guess.label) || (guess.label === "order_status" && guess.chance < chances.apart));
  const tells = (read: Read) =>
    introduces(read.words) ||
    (!read.asked && isSubject(read.guesses[0]) && (only || tellsOfBefore(read.words)));
  const wanted = reads.some((read) => read.own && !tells(read));
  return wanted ? reads.map((read) => (tells(read) ? { ...read, own: false } : read)) : reads;
}

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

/** Words of the message that lie in none of the spans. */
export function outside(words: readonly Word[], spans: readonly Span[]): Word[] {
  return words.filter((word) => !spans.some(({ start, end }) => word.start >= start && word.end <= end));
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

function readClause(clause: Clause, words: readonly Word[], reader: Reader, alone: boolean): Read {
  const exact = reader.rule(words, clause);
  // «… والعنوان …» goes on with the form; the office's own address is asked for in a sentence of its own.
  const rule = clause.soft && exact?.type === "office" ? undefined : exact;
  const guesses = reader.guess(clause.soft ? withoutJoint(words) : words);
  const asked = clause.also || wantsSomething(words);
  const [top] = guesses;
  const sure =
    top !== undefined &&
    top.label !== "out_of_scope" &&
    top.label !== "greeting" &&
    !(top.label.startsWith("office.") && (clause.soft || givesDigits(words))) &&
    // «كلموني على 0501234567» beside a request gives a number.
    !(top.label === "human_agent" && givesDigits(words)) &&
    (alone ||
      ((asked || saysMore(words)) &&
        !givesOnly(words, asked) &&
        top.chance >= (clause.soft ? chances.joined : asked ? chances.clear : chances.another) &&
        words.length > 1));
  return { clause, words, guesses, asked, own: rule !== undefined || sure, ...(rule && { rule }) };
}

/** Days, nights and people alone ask for nothing: "…, from tomorrow until Friday" goes on with what was asked before. */
function saysMore(words: readonly Word[]): boolean {
  return conceptsOf(words.map(({ key }) => key)).some((concept) => !measures.has(concept));
}

const measures = new Set(["weekday", "night", "guests", "stars", "child", "what", "you"]);

/** "…, account 4455667788, …": a noun and its number, and no word of wanting. */
const givesOnly = (words: readonly Word[], asked: boolean): boolean =>
  !asked && words.length <= 4 && givesDigits(words);

/** Who asks about the office gives no numbers: «العنوان الوطني RRRD2929» is a value. */
export function givesDigits(words: readonly Word[]): boolean {
  return words.some(({ text }) => /\d{3}/.test(text));
}

function gather(reads: readonly Read[], reader: Reader): Meaning[] {
  const groups: Read[][] = [];
  let waiting: Read[] = [];
  for (const read of reads) {
    const last = groups.at(-1);
    if (!read.own || (last && (sameWish(last, read) || goesOn(read)))) (last ?? waiting).push(read);
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

/** «… وارسلوه جده», "… and send it to Jeddah", «… ويكون عرض بوربوينت»: what was asked for before is to be brought, or is to be so. */
function goesOn({ rule, words }: Read): boolean {
  const [first, second, third] = words.map(({ key, text }) => (/^[a-z]/.test(text) ? text : key));
  if (rule) return false;
  const brings = /^(?:send|ship|deliver|bring|mail)$/;
  return (
    /^و(?:ي|ت)كون(?:ون|وا|و)?$/.test(first ?? "") ||
    /^و?(?:ارسل|وصل|ودو?|ابعت|ابعث|اشحن|جيب|هات)و?(?:ه|ها|هم)$/.test(first ?? "") ||
    /^و?(?:ارسال|توصيل|ايصال|شحن)(?:ه|ها|هم)$/.test(first ?? "") ||
    (brings.test(first ?? "") && /^(?:it|them)$/.test(second ?? "")) ||
    (first === "and" && brings.test(second ?? "") && /^(?:it|them)$/.test(third ?? ""))
  );
}

const another = /(^| )(another|second|ثاني|ثانيه|تاني|تانيه|اخر|اخري)( |$)/;

function together(group: readonly Read[], reader: Reader): Meaning {
  const [first, last] = [group[0] as Read, group.at(-1) as Read];
  const words = group.flatMap(({ words: some }) => some);
  const rule = group.find(({ rule: found }) => found)?.rule;
  const own = group.find((read) => read.own);
  const whole = group.length === 1 ? first.guesses : reader.guess(words);
  const [ownChance, wholeChance] = [own?.guesses[0]?.chance ?? 0, whole[0]?.chance ?? 0];
  const clear = own && ownChance > wholeChance + chances.surer ? own.guesses : whole;
  return {
    guesses: clear,
    words,
    span: { start: first.clause.start, end: last.clause.end },
    asked: group.some(({ asked }) => asked),
    ...(rule && { rule }),
  };
}
