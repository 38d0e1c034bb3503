/**
 * A flow as it stands once its variant is chosen: what that one needs is asked, in its own words, and what it costs is the price.
 * Whoever works with a draft or an order sees a plain flow.
 */
import type { Fields } from "../../domain/answer.ts";
import type { Both } from "../../domain/language.ts";
import { feeLines } from "../../orders/fees.ts";
import type { Flow, Question } from "./flow.ts";
import { type Variant, variantOf } from "./variant.ts";

/** What the lines of a price are called. */
export type FeeLabels = { readonly government: Both; readonly office: Both };

const made = new WeakMap<Flow, Map<string, Flow>>();

/** The flow for these fields: itself where it has no variants or none is chosen. It keeps its hash. */
export function asChosen(flow: Flow, fields: Fields | undefined, labels: FeeLabels): Flow {
  const variant = variantOf(flow, fields);
  if (!variant) return flow;
  const known = made.get(flow) ?? new Map<string, Flow>();
  made.set(flow, known);
  const before = known.get(variant.id);
  if (before) return before;
  const chosen = chooseVariant(flow, variant, labels);
  known.set(variant.id, chosen);
  return chosen;
}

function chooseVariant(flow: Flow, variant: Variant, labels: FeeLabels): Flow {
  const lines = feeLines(feesOf(variant), labels);
  return {
    ...flow,
    questions: flow.questions.map((question) => questionFor(question, variant)),
    ...(lines && { price: { ...flow.price, lines: lines.map((line) => ({ ...line })) } }),
    dispatch: { ...flow.dispatch, ...(variant.next && { next: variant.next }) },
  };
}

/** What is known of a variant's fees, in halalas; a fee "for each year" is no whole. */
export function feesOf({ fees }: Variant): { readonly government?: number; readonly office?: number } {
  const whole = fees.government_each === undefined ? fees.government_halalas : undefined;
  return {
    ...(whole !== undefined && { government: whole }),
    ...(fees.office_halalas !== undefined && { office: fees.office_halalas }),
  };
}

function questionFor(question: Question, { asks, wording }: Variant): Question {
  const ask = wording[question.name] ?? question.ask;
  const asked =
    question.asked === "by_variant"
      ? asks.includes(question.name)
        ? "required"
        : "optional"
      : question.asked;
  return { ...question, asked, ...(ask && { ask }) };
}
