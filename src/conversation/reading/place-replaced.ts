/** A place in a text that the form holds: "make it Dammam instead of Jeddah" of «car tyres in Riyadh and Jeddah». */
import type { ReadFields } from "../../domain/understanding.ts";
import { findPlaces } from "../../language/places/places.ts";

export type Held = { readonly name: string; readonly value: string };

/** Between the new place and the old one. */
const insteadOf =
  /^\s*[،,]?\s*(?:instead of|in place of|rather than|not|مو|مش|مب|موب|ليس|بدلا? من|بدلاً من|بدل|بدال|badal|mesh|msh|mo|mu)\s+(?:in|at|from|في|من|ب|بـ)?\s*$/iu;
/** Before the old place, and between it and the new one. */
const change =
  /(?:change|replace|switch|swap|غير\S*|[اأ]غير|بدل\S*|not|مو|مش|ghayr?o?|ghayer\S*|mesh|msh)\s+(?:from|in|من|في)?\s*$/iu;
const towards = /^\s*(?:[،,]\s*)?(?:(?:to|with|by|into|for|but|بل|[إا]لى|الي|في|in|ela|le)\s+|ل|ب)?$/iu;

/** The text with the new place; nothing where no text holds the old one once, or more than one does. */
export function placeReplaced(texts: readonly Held[], message: string): ReadFields | undefined {
  const places = findPlaces(message);
  for (const [index, second] of places.entries()) {
    const one = places[index - 1];
    if (!one) continue;
    const gap = message.slice(one.end, second.start);
    const isInstead = insteadOf.test(gap);
    if (!isInstead && !(change.test(message.slice(0, one.start)) && towards.test(gap))) continue;
    const [now, old] = isInstead ? [one, second] : [second, one];
    const found = texts.flatMap(({ name, value }) => {
      const [place, again] = findPlaces(value).filter((other) => isSame(other.value, old.value));
      return place && !again ? [{ name, value, place }] : [];
    });
    const [held, another] = found;
    if (!held || another) continue;
    const { name, value, place } = held;
    const { start, end, text } = now;
    return {
      [name]: { value: `${value.slice(0, place.start)}${text}${value.slice(place.end)}`, text, start, end },
    };
  }
  return undefined;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
