/** A reading in the form of `npm run understand` (contracts.md): what the message asks for, in order of mention, values with offsets. */
import type { AnswerValue } from "../domain/answer.ts";
import type { ReadFields, Reading, Understanding } from "../domain/understanding.ts";
import { findOrderRefs } from "../language/people/ids.ts";

export type Requested = {
  /** A service id, or `order_status cancel_order complaint human_agent greeting out_of_scope`. */
  readonly intent: string;
  readonly confidence: number;
  readonly fields: Readonly<Record<string, RequestedField>>;
};
export type RequestedField = {
  readonly value: AnswerValue;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/**
 * Never empty. A greeting before a request is no request; a question about a service («كم سعر …») counts as one for that service; in
 * doubt between services the likeliest stands with its low confidence; whatever else is said is `out_of_scope`.
 */
export function requestsOf(text: string, reading: Reading): Requested[] {
  const confidence = Number(reading.confidence.toFixed(3));
  const named = reading.understandings.flatMap((understanding) => namedRequest(text, understanding));
  const merged = named.filter(
    ({ intent, fields }, i) =>
      Object.keys(fields).length > 0 ||
      !named.some((other, j) => other.intent === intent && (j > i || (j < i && isEmpty(other)))),
  );
  const wanted = merged.filter(({ intent }) => intent !== "greeting" && intent !== "out_of_scope");
  const shown = wanted.length > 0 ? wanted : merged.filter(({ intent }) => intent === "greeting").slice(0, 1);
  const all = shown.length > 0 ? shown : [{ intent: "out_of_scope", fields: {} }];
  return all.map(({ intent, fields }) => ({ intent, confidence, fields }));
}

type Named = Omit<Requested, "confidence">;

const isEmpty = ({ fields }: Named): boolean => Object.keys(fields).length === 0;

function namedRequest(text: string, understanding: Understanding): Named[] {
  switch (understanding.type) {
    case "request":
      return [{ intent: understanding.service, fields: understanding.fields }];
    case "again":
      return understanding.service ? [{ intent: understanding.service, fields: understanding.fields }] : [];
    case "unclear": {
      const [likeliest] = understanding.candidates;
      if (likeliest === undefined) return [];
      return [{ intent: likeliest, fields: understanding.fields?.[likeliest] ?? {} }];
    }
    case "order_status":
    case "cancel_order":
    case "complaint":
      return [
        { intent: understanding.type, fields: understanding.ref ? orderField(text, understanding.ref) : {} },
      ];
    case "human_agent":
    case "greeting":
      return [{ intent: understanding.type, fields: {} }];
    case "thanks":
      return [{ intent: "greeting", fields: {} }];
    case "office":
      return understanding.service
        ? [{ intent: understanding.service, fields: understanding.about ?? {} }]
        : [];
    default:
      return [];
  }
}

function orderField(text: string, ref: string): ReadFields {
  const found = findOrderRefs(text).find(({ value }) => value === ref);
  if (!found) return {};
  return { order_id: { value: ref, text: found.text, start: found.start, end: found.end } };
}
