/**
 * «خلاص لا أبي شركة. أبي استشارة», "la abi X. abi Y": «لا أبي» is as often "no, I want", but whoever then wants another service, with nothing that adds it,
 * does not want the first.
 */
import type { Reading } from "../../domain/understanding.ts";
import { phraseAt, phrasesOf } from "../phrases.ts";
import type { Word } from "../words.ts";
import { isBounded } from "./clause-bounds.ts";

const noWant = phrasesOf(
  "لا ابي|لا ابغي|لا ابغا|لا نبي|لا نبغي|لا عايز|لا عاوز|la abi|la abgha|la nabi|la 3ayez|la2 3ayez",
);
const wants = phrasesOf(
  "ابي|ابغي|ابغا|نبي|نبغي|اريد|عايز|عايزه|عاوز|ودي|بدي|abi|abgha|nabi|3ayez|3awez|i want|i need",
);
const before = /^(?:خلاص|طيب|طب|لا|بس|اوكي|khalas|5alas|tayeb|ok|okay|bas|la|معليش|والله)$/;

export function withoutFirst(text: string, words: readonly Word[], reading: Reading): Reading {
  const at = words.findIndex((_, index) => phraseAt(noWant, words, index) > 0);
  const isLed = words
    .slice(0, Math.max(at, 0))
    .every((word) => before.test(word.text) || before.test(word.key));
  if (at < 0 || !isLed || isBounded(text, words, at + 1)) return reading;
  const isInstead = words.some(
    (_, index) => index > at + 2 && isBounded(text, words, index) && phraseAt(wants, words, index) > 0,
  );
  const [first, ...others] = reading.understandings.filter(({ type }) => type === "request");
  const isOther = others.every(
    (one) => first?.type === "request" && one.type === "request" && one.service !== first.service,
  );
  if (!isInstead || !first || others.length === 0 || !isOther) return reading;
  return { ...reading, understandings: reading.understandings.filter((one) => one !== first) };
}
