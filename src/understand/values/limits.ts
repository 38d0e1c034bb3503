/** A value in its field's own unit and within its limits, or why it cannot stand. */
import type { AnswerValue } from "../../domain/answer.ts";
import { ofMainUnit } from "../../domain/money.ts";
import type { BadReason, FieldSpec } from "../../domain/understanding.ts";
import { isMobile } from "../../language/people/phones.ts";
import type { Candidate } from "./candidate.ts";

/** Neither for a candidate without a value. Numbers are scaled: «أسبوع» is 7 nights. */
export function valueFor(
  field: FieldSpec,
  candidate: Candidate,
): { readonly value?: AnswerValue; readonly reason?: BadReason } {
  const { value, bad, unit } = candidate;
  if (bad) return { reason: bad };
  if (value === undefined) return {};
  if (field.mobile && typeof value === "string" && !isMobile(value)) return { reason: "not_mobile" };
  if (typeof value !== "number") return { value };
  // Sums are kept in the smallest unit of the office's own money.
  if (field.type === "money") return { value: ofMainUnit(value, "SAR") };
  const scale = unit === undefined || field.units.includes(unit) ? 1 : (field.scales?.[unit] ?? 1);
  const scaled = Number((value * scale).toFixed(6));
  const { min, max, above } = field;
  if (field.type === "integer" && !Number.isInteger(scaled)) return { reason: "not_whole" };
  if ((min !== undefined && scaled < min) || (above !== undefined && scaled <= above))
    return { reason: "too_small" };
  return max !== undefined && scaled > max ? { reason: "too_big" } : { value: scaled };
}
