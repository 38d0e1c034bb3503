/** Three things that a customer could say: the menu's, or the flows' own, one of each service in menu order, then second ones. */
import type { Catalogue } from "../../conversation/flow/flow.ts";
import type { Language } from "../../domain/language.ts";

/** What fits on a phone in two lines. */
const maxLength = 70;
/** Shorter ones say too little to show what the office understands. */
const minLength = 18;

/** At most `count` sayings in this language. */
export function exampleSayings(catalogue: Catalogue, language: Language, count = 3): readonly string[] {
  const { for_example: written } = catalogue.menu;
  if (written) return written[language].slice(0, count);
  // What needs a permit may not be offered today: no example for it.
  const free = catalogue.menu.offer.filter((id) => catalogue.flows.get(id)?.needs_permit === undefined);
  const perService = free.map((id) =>
    (catalogue.flows.get(id)?.for_example[language] ?? []).filter(
      ({ length }) => length >= minLength && length <= maxLength,
    ),
  );
  const rounds = Math.max(0, ...perService.map(({ length }) => length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    perService.flatMap((sayings) => sayings[round] ?? []),
  );
  return inTurn.flat().slice(0, count);
}
