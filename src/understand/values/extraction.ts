/** What a message is read against for values, and what comes of it. */
import type { AnswerType, AnswerValue } from "../../domain/answer.ts";
import type { BadField, FieldSpec, ReadFields, ServiceSpec } from "../../domain/understanding.ts";
import type { Moment } from "../../language/found.ts";
import type { Hints } from "../form/correction.ts";
import type { Span, Word } from "../words.ts";
import type { Candidate } from "./candidate.ts";

export type Extraction = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly spec: ServiceSpec;
  readonly moment: Moment;
  /** Words that are denied give no value. */
  readonly denied: readonly Span[];
  /** Only values inside are taken. Default: the whole text. */
  readonly span?: Span;
  /** The open question: what could answer it, does. */
  readonly asked?: string;
  /** Fields that already have a value: a correction goes to them first, a bare value to the others. */
  readonly filled?: readonly string[];
  readonly correcting?: Hints;
  /** What the filled fields hold, where that is known. */
  readonly values?: Readonly<Record<string, { readonly value: AnswerValue }>>;
  /** Only words that speak for a field count, not that it is the only one of its type. */
  readonly cuesOnly?: boolean;
  /** Options of open lists are read by their names alone, not by likeness to what people say. */
  readonly byName?: boolean;
  /** Only values of these types are taken. */
  readonly types?: ReadonlySet<AnswerType>;
};

export type Extracted = {
  readonly fields: ReadFields;
  readonly bad: Readonly<Record<string, BadField>>;
  /** Spans of the values with the cues that lead to them. */
  readonly used: readonly Span[];
  /** Candidates that no field got. */
  readonly left: readonly Candidate[];
};

/** What each field gets. */
export type Given = Map<FieldSpec, Candidate>;
