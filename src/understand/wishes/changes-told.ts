/** «ابي مندوب …، عنوان الاستلام الملقا شارع ٢٠» sounds like a change: where there is nothing yet to change, it tells of what is asked for. */
import type { ReadingContext } from "../../domain/understanding.ts";
import type { Meaning } from "./clause-reads.ts";

/** The meanings of a message without such a one: its words go with the only service that is asked for. */
export function withoutChanges(
  meanings: readonly Meaning[],
  { open, lastService, services }: ReadingContext,
): readonly Meaning[] {
  const asked = meanings.filter((one) => services.some(({ id }) => id === labelOf(one)));
  const [only] = asked;
  if (open || lastService !== undefined || !only || asked.length > 1 || !meanings.some(isChange))
    return meanings;
  const spans = meanings.filter((one) => one === only || isChange(one)).map(({ span }) => span);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  return meanings
    .filter((one) => !isChange(one))
    .map((one) => (one === only ? { ...one, span: { start, end } } : one));
}

const labelOf = ({ guesses }: Meaning): string | undefined => guesses[0]?.label;
const isChange = (one: Meaning): boolean => !one.rule && labelOf(one) === "change_order";
