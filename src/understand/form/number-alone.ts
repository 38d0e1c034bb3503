/**
 * «الفاتورة فيها نص ريال كمان، ٤١٢.٥٠» under a read-back: a number that is a clause of its own, and near to the only one that the form holds of
 * its size, is that one put right.
 */
import { isMoney, numberIn } from "../../domain/answer.ts";
import { ofMainUnit } from "../../domain/money.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { findNumbers } from "../../language/numbers/numbers.ts";
import type { Task } from "../requests.ts";
import { heldBy } from "./held-values.ts";
import type { Form } from "./open-form.ts";

/** So much more or less is still the same sum. */
const nearest = 1.5;
/** Smaller ones are counts, and any two of them are near. */
const smallest = 20;

/** The change; undefined where the number has words beside it, equals what is held, or is near to several values or none. */
export function numberAlone({ parts, text }: Task, form: Form): Understanding | undefined {
  const { open } = form;
  if (open.awaiting !== "read_back" || !open.values || /[?؟]/.test(text)) return undefined;
  const alone = findNumbers(text).filter(({ start, end }) =>
    parts.clauses.some((clause) => clause.start === start && clause.end === end),
  );
  const [found, another] = alone;
  const said = found?.value.number;
  if (!found || another || said === undefined || said < smallest) return undefined;
  const near = heldBy(form).filter(({ value }) => isNear(numberIn(value), said));
  const [one, other] = near;
  if (!one || other || numberIn(one.value) === said) return undefined;
  if (one.field.type === "integer" && !Number.isInteger(said)) return undefined;
  const { start, end } = found;
  const value = isMoney(one.value) ? ofMainUnit(said, one.value.currency) : said;
  return {
    type: "correct",
    fields: { [one.field.name]: { value, text: text.slice(start, end), start, end } },
  };
}

const isNear = (held: number | undefined, said: number): boolean =>
  held !== undefined && held >= smallest && Math.max(held / said, said / held) <= nearest;
