/** Flows made for tests: every answer type, a form without read-back, a choice with a dependent question. On the office's own sentences. */
import { type Catalogue, type Flow, flowSchema } from "../../src/conversation/flow/flow.ts";
import { serviceSpecOf } from "../../src/conversation/flow/service-spec.ts";
import { realCatalogue } from "./real-catalogue.ts";

const both = (text: string) => ({ ar: text, en: text });

type QuestionInput = { readonly name: string; readonly type: string; readonly [key: string]: unknown };

/** A checked flow from a few lines; labels and questions are the names. */
export function madeFlow(
  id: string,
  questions: readonly QuestionInput[],
  rest: Readonly<Record<string, unknown>> = {},
): Flow {
  const parsed = flowSchema.parse({
    id,
    title: both(id),
    description: both(id),
    sector: "b2c",
    role: "provide",
    for_example: { ar: ["x"], en: ["x"] },
    questions: questions.map((question) => ({
      label: both(question.name),
      ask: both(`${question.name}?`),
      ...question,
    })),
    about: both(id),
    dispatch: { department: "reception", promise_minutes: 60, next: both("next") },
    ...rest,
  });
  return { ...parsed, hash: `hash_${id}` };
}

/** The work item of the bench: five closed questions, placed without a read-back. */
export const fiveQuestions: Flow = madeFlow(
  "five",
  [
    { name: "count", type: "number", min: 1 },
    { name: "day", type: "date" },
    {
      name: "size",
      type: "choice",
      options: [
        { id: "small", label: both("small"), words: [] },
        { id: "large", label: both("large"), words: [] },
      ],
    },
    { name: "phone", type: "phone" },
    { name: "fragile", type: "yes_no" },
  ],
  { confirm: false },
);

/** Papers, a put-off question, a question that hangs on a choice, a secret number shown masked, stages and a price. */
export const paperwork: Flow = madeFlow(
  "paperwork",
  [
    {
      name: "kind",
      type: "choice",
      options: [
        { id: "new", label: both("new"), words: ["first"] },
        { id: "renewal", label: both("renewal"), words: [] },
        { id: "copy", label: both("copy"), words: [] },
        { id: "other", label: both("other"), words: [] },
      ],
    },
    { name: "old_number", type: "text", only_if: { field: "kind", is: ["renewal", "copy"] } },
    { name: "national_id", type: "national_id", mask: true, later: true },
    { name: "papers", type: "photo" },
    { name: "note", type: "text", asked: "optional" },
  ],
  {
    sector: "g2b",
    price: { lines: [{ label: both("fee"), amount: { amountMinor: 10_000, currency: "SAR" }, vat: true }] },
    stages: [
      { id: "submitted", label: both("submitted"), tell: "silent" },
      { id: "issued", label: both("issued"), tell: "customer", say: both("{ref} issued at {time} {note}") },
    ],
  },
);

/** The office's catalogue with made flows beside its own. */
export function catalogueWith(...flows: readonly Flow[]): Catalogue {
  const real = realCatalogue();
  const all = [...real.flows.values(), ...flows];
  const services = all.filter(({ kind }) => kind === "service");
  return {
    ...real,
    flows: new Map(all.map((flow) => [flow.id, flow])),
    versions: new Map(all.map((flow) => [flow.hash, flow])),
    menu: { offer: services.map(({ id }) => id) },
    specs: services.map(serviceSpecOf),
  };
}
