/** A flow as the reader of messages knows it: sayings, fields, options and the words around their values. */
import type { FieldSpec, ServiceSpec } from "../../domain/understanding.ts";
import type { Flow, Question } from "./flow.ts";

/** What the reader of messages must know of a flow. */
export function serviceSpecOf(flow: Flow): ServiceSpec {
  return {
    id: flow.id,
    title: flow.title,
    examples: sayingsOf(flow),
    fields: flow.questions.filter(({ derived }) => !derived).map((question) => fieldSpecOf(question, flow)),
    ...(flow.sensitive && { sensitive: flow.sensitive }),
  };
}

/** A service is asked for by its own sayings and by those of its variants. */
function sayingsOf({ for_example, variants = {} }: Flow): readonly string[] {
  const all = [for_example, ...Object.values(variants).map((variant) => variant.for_example)];
  return all.flatMap(({ ar, en }) => [...ar, ...en]);
}

function fieldSpecOf(question: Question, { variants }: Flow): FieldSpec {
  const sayings = (id: string) => {
    const said = variants?.[id]?.for_example;
    return said && { examples: [...said.ar, ...said.en] };
  };
  return {
    name: question.name,
    type: question.type,
    required: question.asked !== "optional" && question.asked !== "by_variant",
    cues: question.cues,
    ...(question.known.length > 0 && { known: question.known }),
    ...(question.finds && { finds: question.finds }),
    names: [question.label.ar, question.label.en, ...question.names],
    units: question.units,
    scales: question.scales,
    take: question.take,
    future: question.future,
    ...(question.options && {
      options: question.options.map(({ id, label, words }) => ({
        ...{ id, label, words },
        ...(question.options_from && sayings(id)),
      })),
    }),
    ...(question.options_from && { hasFacts: true }),
    ...(question.min !== undefined && { min: question.min }),
    ...(question.max !== undefined && { max: question.max }),
    ...(question.above !== undefined && { above: question.above }),
    ...(question.format && { format: question.format }),
    ...(question.part_of !== undefined && { partOf: question.part_of }),
    ...(question.counts !== undefined && { counts: question.counts }),
    ...(question.wanted && { wanted: true }),
    ...(question.long && { long: true }),
    ...(question.thing && { thing: true }),
    ...(question.follows !== undefined && { follows: question.follows }),
    ...(question.described && { described: true }),
    ...(question.named && { named: true }),
    ...(question.owner && { owner: true }),
    ...(question.trouble && { trouble: true }),
    ...(question.mobile && { mobile: true }),
  };
}
