/**
 * A child, where no option says so in its own words: «جواز صالح، عمره ١٢ سنة», "Omar's passport, he is 9 years old", «جواز حفيدي». For lists that are
 * open for any paper, and sure: what names the same paper for anybody gives way to it.
 */
import type { ServiceSpec } from "../../domain/understanding.ts";
import { findAges } from "../../language/times/durations.ts";
import { findPair, type Pair, placesOf } from "../learning/open-list.ts";
import type { Word } from "../words.ts";

const grownUp = 18 * 365;
const child =
  /^(?:(?:ل|لل)?حفيد(?:ي|ه|تي|نا|تنا)?|احفادي|(?:grand)?(?:son|daughter|child|kid)'s|grand(?:son|daughter|child)|7afeed[a-z]*|7afid[a-z]*)$/;

export type Told = {
  readonly fields: ReadonlySet<string>;
  readonly at: ReadonlySet<number>;
  readonly place: ReturnType<typeof placesOf>;
};

/** Undefined where no child is told of. */
export function childTold(text: string, words: readonly Word[], spec: ServiceSpec): Told | undefined {
  const fields = new Set(spec.fields.flatMap(({ name, hasFacts }) => (hasFacts ? [name] : [])));
  if (fields.size === 0) return undefined;
  const ages = findAges(text).filter(({ value }) => value.days < grownUp);
  const at = new Set(
    words.flatMap(({ text: word, key, end }, index) =>
      child.test(word) || child.test(key) || ages.some((age) => age.end === end) ? [index] : [],
    ),
  );
  if (at.size === 0) return undefined;
  const told = words.map((word, index) => (at.has(index) ? asChild(word) : word));
  return { fields, at, place: placesOf(told) };
}

function asChild({ key, start, end }: Word): Word {
  const word = /^[a-z]/.test(key) ? "child" : "طفل";
  return { text: word, key: word, start, end };
}

/** Where an option of such a list is named by a pair with the child in it: the paper's own word. */
export function childIn(field: string, pairs: readonly Pair[], told: Told | undefined) {
  if (!told?.fields.has(field)) return [];
  const isOfChild = (part: string) => told.place(part).some(({ index }) => told.at.has(index));
  return pairs.flatMap((pair) => {
    const found = pair.parts.some(isOfChild) ? findPair(pair, told.place) : undefined;
    const paper = found && pair.parts.find((part) => !isOfChild(part));
    const place =
      paper === undefined ? undefined : told.place(paper).find(({ index }) => within(found, index));
    return place ? [{ ...place, isOfChild: true as const }] : [];
  });
}

type Place = { readonly index: number; readonly length: number };
const within = (place: Place | undefined, index: number): boolean =>
  place !== undefined && index >= place.index && index < place.index + place.length;
