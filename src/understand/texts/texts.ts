/**
 * Values in free words: what stands behind a cue, up to where something else begins. «طرد فيه كتب من الرياض» gives "كتب" and no more. In
 * doubt nothing is taken: the question will be asked.
 */
import type { FieldSpec } from "../../domain/understanding.ts";
import { overlaps } from "../../language/found.ts";
import { findPhrases } from "../phrases.ts";
import type { Candidate } from "../values/candidate.ts";
import { cuesOf } from "../values/cues.ts";
import type { Extraction } from "../values/extraction.ts";
import { nameBehindCue } from "../values/names-behind-cues.ts";
import { type Span, type Word, wordsIn } from "../words.ts";
import { textBesideChoice } from "./behind-choice.ts";
import { isMainThing, objectOf } from "./main-thing.ts";
import { textBehindCue } from "./text-behind-cue.ts";
import { findTrouble } from "./troubles.ts";

/**
 * Spans of other values with their cues, those among them that may stand before a thing, and nouns that count nothing («كرتون كتب»).
 * `choices`: words that also named an option; what every request is about may be said in them ("employment contract").
 */
export type Around = {
  readonly taken: readonly Span[];
  readonly choices: readonly Span[];
  /** Values known by heart: "a used laptop", where "used" has its own field. */
  readonly known: readonly Span[];
  readonly counted: readonly Span[];
  readonly nouns: readonly Span[];
  /** Phones and choices: lines and companies, which a trouble is told of. */
  readonly lines: readonly Span[];
  /** Where each choice's words stand, by its name. */
  readonly chosen: ReadonlyMap<string, readonly Span[]>;
};

/** Texts behind cues, one a field, for those of `fields` that hold free words. */
export function findTexts(
  extraction: Extraction,
  fields: readonly FieldSpec[],
  around: Around,
): [FieldSpec, Candidate][] {
  const { span, filled = [], correcting } = extraction;
  const inside = span ? wordsIn(extraction.words, span) : extraction.words;
  const found: [FieldSpec, Candidate][] = [];
  // A name's words are no thing's.
  const isName = ({ type }: FieldSpec) => type === "person_name";
  for (const field of [...fields.filter(isName), ...fields.filter((one) => !isName(one))]) {
    if (filled.includes(field.name) && !correcting) continue;
    const closed = isMainThing(field) ? around.taken : [...around.taken, ...around.choices];
    const used = [...closed, ...found.map(([, candidate]) => candidate)];
    if (field.type === "person_name") {
      const name = nameBehindCue(field, inside, used, extraction);
      if (name) found.push([field, name]);
    }
    if (field.type !== "text" || field.format) continue;
    const first = readText(field, inside, used, around, extraction);
    // Words may name the thing and an option, or one of them a part of the other; half of an option's words name nothing.
    const halved = around.choices.filter((choice) => first && isHalved(choice, first));
    const candidate =
      halved.length > 0 ? readText(field, inside, [...used, ...halved], around, extraction) : first;
    if (candidate) found.push([field, candidate]);
  }
  return found;
}

function readText(
  field: FieldSpec,
  words: readonly Word[],
  used: readonly Span[],
  around: Around,
  extraction: Extraction,
): Candidate | undefined {
  const chosen = field.follows === undefined ? undefined : around.chosen.get(field.follows);
  // «جدوى لمشروع كافيه»: a cue of several words says more than the choice.
  const isSingle = findPhrases(cuesOf(field).phrases, words).every(({ length }) => length === 1);
  const besides = chosen && isSingle && !field.long && !extraction.correcting;
  const beside = besides
    ? textBesideChoice(field, words, chosen, [...used, ...chosen], extraction, true)
    : undefined;
  if (beside) return beside;
  const closed = chosen && !field.long ? [...used, ...chosen] : used;
  const led = textBehindCue(field, words, { used: closed, known: around.known }, extraction);
  if (led || extraction.correcting) return led;
  return (
    (chosen && textBesideChoice(field, words, chosen, [...used, ...chosen], extraction)) ??
    (field.trouble ? findTrouble(field, words, around.lines, extraction) : undefined) ??
    (isMainThing(field) && (field.thing || isCounted(field, extraction))
      ? objectOf(field, words, used, around, extraction)
      : undefined)
  );
}

/** «موزع … ياخذ مني بهارات»: what another question counts is a thing; what a study is about is none. */
const isCounted = ({ name, follows }: FieldSpec, { spec }: Extraction): boolean =>
  follows !== undefined && spec.fields.some(({ counts }) => counts === name);

function isHalved(one: Span, other: Span): boolean {
  // «لأثاث الموكل»: the joined letters are the choice's, not the thing's.
  const inside = (a: Span, b: Span) => a.start + 2 >= b.start && a.end <= b.end;
  return overlaps(one, other) && !inside(one, other) && !inside(other, one);
}
