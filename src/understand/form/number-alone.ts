/**
 * «الفاتورة فيها نص ريال كمان، ٤١٢.٥٠» under a read-back: a number that is a clause of its own, and near to the only one that the form holds of
 * its size, is that one put right.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { findNumbers } from "../../language/numbers/numbers.ts";
import type { Task } from "../requests.ts";
import type { Form } from "./open-form.ts";

/** So much more or less is still the same sum. */
const nearest = 1.5;
/** Smaller ones are counts, and any two of them are near. */
const smallest = 20;

/** The change; undefined where the number has words beside it, equals what is held, or is near to several values or none. */
export function numberAlone({ parts, text }: Task, { spec, open }: Form): Understanding | undefined {
  if (open.awaiting !== "read_back" || !open.values || /[?؟]/.test(text)) return undefined;
  const alone = findNumbers(text).filter(({ start, end }) =>
    parts.clauses.some((clause) => clause.start === start && clause.end === end),
  );
  const [found, another] = alone;
  const said = found?.value.number;
  if (!found || another || said === undefined || said < smallest) return undefined;
  const near = spec.fields.flatMap(({ name, type }) => {
    const value = open.values?.[name]?.value;
    const held =
      typeof value === "number"
        ? value
        : typeof value === "object" && "amountMinor" in value
          ? value.amountMinor / 100
          : undefined;
    const isNear = held !== undefined && held >= smallest && Math.max(held / said, said / held) <= nearest;
    return isNear ? [{ name, type, value, held }] : [];
  });
  const [one, other] = near;
  if (!one || other || one.held === said || (one.type === "integer" && !Number.isInteger(said)))
    return undefined;
  const { start, end } = found;
  const value =
    typeof one.value === "object" && "amountMinor" in one.value
      ? { ...one.value, amountMinor: Math.round(said * 100) }
      : said;
  return { type: "correct", fields: { [one.name]: { value, text: text.slice(start, end), start, end } } };
}
