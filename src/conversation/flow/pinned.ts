/** A draft and an order go on with the flow that they began with: from what is pinned to the flow and its questions. */
import type { Fields } from "../../domain/answer.ts";
import { sentenceNamed } from "../show/render.ts";
import { asChosen } from "./as-chosen.ts";
import type { Catalogue, Flow, Question } from "./flow.ts";

export type Pinned = { readonly service: string; readonly flowHash: string; readonly fields?: Fields };

/** The flow that a draft or an order began with, with all its variants; today's when that version is not at hand; none for a service no longer offered. */
export function findFlow(
  { versions, flows }: Catalogue,
  { flowHash, service }: Pick<Pinned, "flowHash" | "service">,
): Flow | undefined {
  return versions.get(flowHash) ?? flows.get(service);
}

/**
 * The flow that a draft or an order began with, for the variant that its fields choose; today's when that version is not at hand.
 * Throws when there is neither.
 */
export function flowOf(catalogue: Catalogue, pinned: Pinned): Flow {
  const flow = findFlow(catalogue, pinned);
  if (!flow) throw new Error(`no flow for ${pinned.service} (${pinned.flowHash})`);
  return flowFor(catalogue, flow, pinned.fields);
}

/** A flow for the variant that the fields choose; itself where it has none. */
export function flowFor(catalogue: Catalogue, flow: Flow, fields: Fields | undefined): Flow {
  if (!flow.variants) return flow;
  return asChosen(flow, fields, {
    government: sentenceNamed(catalogue, "side_questions.government_fee").say,
    office: sentenceNamed(catalogue, "side_questions.office_fee").say,
  });
}

export function questionNamed(flow: Flow, name: string): Question | undefined {
  return flow.questions.find((question) => question.name === name);
}

/** A question of a pinned flow. */
export function questionOf(catalogue: Catalogue, pinned: Pinned, name: string): Question | undefined {
  return questionNamed(flowOf(catalogue, pinned), name);
}
