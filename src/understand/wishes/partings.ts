/** Where one message is parted into two wishes, by what its parts and the whole of it speak of; and where it is not. */

import { chances } from "../chances.ts";
import type { Guess } from "../learning/intents.ts";
import { givesBudget } from "../values/budget-clause.ts";
import type { Word } from "../words.ts";
import { asksAtFront } from "./asking.ts";
import { wantsSomething, withoutJoint } from "./clause-bounds.ts";
import {
  givesOnly,
  givesValueOf,
  goesOn,
  isWish,
  type Meaning,
  type Read,
  type Reader,
  spanOf,
  together,
} from "./clause-reads.ts";
import { introduces } from "./clauses.ts";
import { chanceOfTwo, type Side, type Split } from "./two-wishes.ts";

/** `asides`: what was set aside as told; no wish is made of it alone. */
type Weighing = { readonly reader: Reader; readonly asides: ReadonlySet<Read> };

/** Nobody says more than four things in one breath, and each place that is weighed costs two readings. */
const mostPartings = 2;

/** Two wishes where the signs speak for it, and one where they speak against it. */
export function weighed(
  found: readonly Meaning[],
  reads: readonly Read[],
  within: Weighing,
  depth = mostPartings,
): Meaning[] {
  const { reader } = within;
  const isFixed = (one: Meaning) => one.rule !== undefined || (found.length > 1 && !isWish(one, reader));
  if (found.some(isFixed)) return [...found];
  const best = depth > 0 ? likeliestSplit(reads, within) : undefined;
  if (!best) return [...found];
  if (found.length > 1) return best.chance >= chances.stillTwo ? [...found] : [asOne(found, reads, reader)];
  if (best.chance < chances.two) return [...found];
  return [reads.slice(0, best.at), reads.slice(best.at)].flatMap((half) => {
    const one = together(half, reader);
    return weighed([one], half, within, depth - 1);
  });
}

/** What is asked for in so many words, where only one of the parts is; else what the whole message says. */
function asOne(found: readonly Meaning[], reads: readonly Read[], reader: Reader): Meaning {
  const whole = together(reads, reader);
  const [asking, another] = found.filter(({ words }) => asksAtFront(words) || wantsSomething(words));
  return asking && !another ? { ...whole, guesses: asking.guesses } : whole;
}

/**
 * Where the message is likeliest parted into two wishes: parts that are too small to be sure of alone may be sure together. The places
 * are weighed by what both sides and the whole speak of (two-wishes.ts).
 */
function likeliestSplit(reads: readonly Read[], { reader, asides }: Weighing): Parting | undefined {
  const [first] = reads;
  if (reads.length < 2 || reads.some(({ rule }) => rule) || !first) return undefined;
  const whole = reader.guess(reads.flatMap(({ words }) => words));
  const parted = reads.flatMap((read, at) => {
    if (at === 0 || introduces(first.words)) return [];
    const halves = [reads.slice(0, at), reads.slice(at)] as const;
    const isBeside = (one: Read) =>
      givesContact(one) || givesBudget(one.words) || asides.has(one) || reader.saysOnlyHow(one.words);
    const isTold = (half: readonly Read[]) => half.every(isBeside) || onlyTold(half, asides);
    if (halves.some((half) => isTold(half) || isLoneWord(half)) || onlyQualifies(halves[1])) return [];
    const [left, right] = [sideOf(halves[0], reader, whole), sideOf(halves[1], reader, whole)];
    if (!left || !right || left.label === right.label) return [];
    if (halves[1].every((one) => givesValueOf(left.label, one, reader))) return [];
    if (goesOn(read) && !reader.leadsElsewhere(left.label, spanOf(halves[1]))) return [];
    const split = { left, right, added: read.clause.also };
    return [{ at, split, chance: chanceOfTwo(split) }];
  });
  return parted.sort((a, b) => b.chance - a.chance)[0];
}

/** Before which read a message may be parted, and how likely it wants two things then. */
type Parting = { readonly at: number; readonly split: Split; readonly chance: number };

function sideOf(half: readonly Read[], reader: Reader, whole: readonly Guess[]): Side | undefined {
  const [first] = half;
  const own = half.flatMap(({ words }) => words);
  const words = first?.clause.soft ? withoutJoint(own) : own;
  const guesses = reader.guess(words);
  const [top] = guesses;
  const meant = { guesses, words, asked: half.some(({ asked }) => asked) };
  if (!top || !isWish(meant, reader)) return undefined;
  return {
    ...{ label: top.label, alone: top.chance },
    inWhole: whole.find(({ label }) => label === top.label)?.chance ?? 0,
    asks: half.some(({ clause }) => asksAtFront(withoutJoint(clause.words))),
  };
}

/** «السكري واجد عندنا …»: what is spoken of, before anything is said of it. */
const isLoneWord = (half: readonly Read[]): boolean => half.flatMap(({ words }) => words).length < 2;

/** «عندي بقالة ومسجل ضريبة»: what was set aside as told, and few words beside it that ask for nothing. */
const onlyTold = (half: readonly Read[], asides: ReadonlySet<Read>): boolean =>
  half.some((one) => asides.has(one)) &&
  half.every((one) => asides.has(one) || (!one.own && !one.asked && one.words.length <= fewWords));

const fewWords = 3;

/** "…, certified, for the embassy": how it is to be and what for, each in a clause of its own, and nothing that is wanted beside it. */
const onlyQualifies = (half: readonly Read[]): boolean =>
  half.length > 1 &&
  half.every(({ own, asked, words }) => !own && !asked && (words.length === 1 || leadsOn(words))) &&
  half.some(({ words }) => leadsOn(words));

const leadsOn = ([first]: readonly Word[]): boolean =>
  first !== undefined &&
  (/^[وف]?(?:لل.{2,}|ل(?=.{3})(?:ا?ل)?\S+|في|من|مع|علي|عند|عشان|علشان)$/.test(first.key) ||
    /^(?:for|in|to|with|from|by|at|before|li|le|lel|3ashan|3shan|mn|fl|bel)$/.test(first.text));

/** "…, my number 0501234567, national address RRRD2929": where somebody is reached, whatever is also called by that name. */
function givesContact({ words, asked }: Read): boolean {
  const text = words.map((word) => word.text).join(" ");
  return givesOnly(words, asked) && /\b(?:(?:0|966|00966)?5\d{8}|[a-z]{2,4} ?\d{4})$/i.test(text);
}
