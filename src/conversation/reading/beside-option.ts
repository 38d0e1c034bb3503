/** What an answer to a choice says beside its option: «تجديد إقامة العاملة» names a paper, and for whom it is. */
import { tokens } from "../../language/letters/normalise.ts";
import { foldNames, positionIn } from "../answers/choice.ts";
import type { Question } from "../flow/flow.ts";

type Options = NonNullable<Question["options"]>;

/** Made once for each list: a catalogue of papers has thousands of words. */
const wordsOf = new WeakMap<Options, ReadonlySet<string>>();

function wordsIn(options: Options): ReadonlySet<string> {
  const known = wordsOf.get(options);
  if (known) return known;
  const names = options.flatMap(({ id, label, words }) => foldNames([id, label.ar, label.en, ...words]));
  const made = new Set(names.join(" ").split(" "));
  wordsOf.set(options, made);
  return made;
}

/** @param around words that stand around any answer and say nothing */
export function saysMoreThanOption(
  { options = [] }: Question,
  text: string,
  around: ReadonlySet<string>,
): boolean {
  if (positionIn(text, options.length) !== undefined) return false;
  const own = wordsIn(options);
  return tokens(text).some(
    (token) => !own.has(token.text) && !around.has(token.text) && !wanting.has(token.text),
  );
}

const wanting: ReadonlySet<string> = new Set(
  "ابي ابغي ابغا عايز عاوز اريد بدي احتاج ودي نبي نبغي هذا هذي ذي ده دي واحد واحده خلاص يعني قلت لك i want need would like a an my one that this abi abgha 3ayez".split(
    " ",
  ),
);
