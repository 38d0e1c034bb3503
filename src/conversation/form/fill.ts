/**
 * Forms: which questions a draft still has, and values going into it. All values that a message gives are taken, each with the
 * words it came from; what is out of bounds is told, never bent.
 */
import type { AnswerValue, Evidence, Field, Fields } from "../../domain/answer.ts";
import type { Draft } from "../../domain/conversation.ts";
import type { BadField, BadReason, ReadFields } from "../../domain/understanding.ts";
import { problemWith } from "../answers/problem.ts";
import type { Flow, Question } from "../flow/flow.ts";
import { questionNamed } from "../flow/pinned.ts";
import { derive, holds } from "../flow/rules.ts";

/** Whether the choice that a question hangs on was made; of one that hangs on none, yes. */
export function belongs({ only_if }: Question, fields: Fields): boolean {
  if (!only_if) return true;
  const value = String(fields[only_if.field]?.value ?? "");
  return "is" in only_if ? [only_if.is].flat().includes(value) : ![only_if.is_not].flat().includes(value);
}

/** Whether a question is to be asked in the form as it stands: its choice was made, its rule holds. Optional ones never are. */
function isWanted(question: Question, fields: Fields): boolean {
  const { asked } = question;
  if (!belongs(question, fields)) return false;
  return asked === "required" || (typeof asked === "object" && holds(asked.rule, fields));
}

/** The next question that is neither answered nor put off. */
export function nextQuestion(flow: Flow, draft: Pick<Draft, "fields" | "skipped">): Question | undefined {
  return flow.questions.find(
    (question) =>
      draft.fields[question.name] === undefined &&
      !draft.skipped.includes(question.name) &&
      isWanted(question, draft.fields),
  );
}

/** Names of all fields that are still to be given, in the order of asking. */
export function missingFields(
  flow: Flow,
  fields: Fields,
  skipped: readonly string[] = [],
): readonly string[] {
  return flow.questions
    .filter(({ name }) => fields[name] === undefined && !skipped.includes(name))
    .filter((question) => isWanted(question, fields))
    .map(({ name }) => name);
}

/** What a filling did: names newly set, names whose value changed, and what could not be taken. */
export type Filled = {
  readonly fields: Fields;
  readonly noted: readonly string[];
  readonly changed: readonly string[];
  readonly bad: readonly { readonly name: string; readonly reason: BadReason; readonly text: string }[];
};

export type FillSource = {
  readonly by: Evidence["by"];
  readonly messageId: string;
  /** Date of the message on the office's clock, to tell what lies in the past. */
  readonly today: string;
  /** Whether an option can be offered that may need a permit. Default: every one can. */
  readonly isPermitted?: (option: { readonly needs_permit?: string | undefined }) => boolean;
};

/** Puts what was read into fields. Values that a question's bounds exclude come back as `bad`. */
export function fill(
  flow: Flow,
  before: Fields,
  read: ReadFields,
  bad: Readonly<Record<string, BadField>> | undefined,
  source: FillSource,
): Filled {
  const set: Record<string, Field> = {};
  const problems: { name: string; reason: BadReason; text: string }[] = [];
  for (const name in read) {
    const one = read[name];
    const question = questionNamed(flow, name);
    if (!one || !question) continue;
    const reason = problemWith(question, one.value, source.today) ?? lacking(question, one.value, source);
    if (reason) problems.push({ name, reason, text: one.text });
    else set[name] = { value: one.value, evidence: evidenceOf(one, source) };
  }
  for (const name in bad) {
    const one = bad[name];
    if (one && questionNamed(flow, name) && !set[name])
      problems.push({ name, reason: one.reason, text: one.text });
  }
  return settle(flow, before, set, problems);
}

/** An option whose permit the office does not hold is no choice now. */
function lacking({ options }: Question, value: AnswerValue, source: FillSource): BadReason | undefined {
  const option = options?.find(({ id }) => id === value);
  return option && source.isPermitted?.(option) === false ? "needs_permit" : undefined;
}

function evidenceOf(
  read: { readonly text: string; readonly start: number; readonly end: number },
  source: FillSource,
): Evidence {
  return { text: read.text, messageId: source.messageId, start: read.start, end: read.end, by: source.by };
}

/** Merges new fields with the old ones, derives what follows, and compares. */
export function settle(flow: Flow, before: Fields, set: Fields, problems: Filled["bad"] = []): Filled {
  const names = Object.keys(set);
  const merged: Fields = names.length === 0 ? before : { ...before, ...set };
  const derived =
    flow.rules.length === 0 || names.length === 0 ? { fields: merged } : derive(flow, merged, new Set(names));
  const { fields, contradiction } = derived;
  const touched = fields === before ? [] : touchedNames(flow, before, fields);
  const bad =
    contradiction === undefined
      ? problems
      : [...problems, { name: contradiction, reason: "contradiction" as const, text: "" }];
  return {
    fields,
    noted: touched.filter((name) => before[name] === undefined),
    changed: touched.filter((name) => before[name] !== undefined),
    bad,
  };
}

function touchedNames(flow: Flow, before: Fields, after: Fields): readonly string[] {
  const names: string[] = [];
  for (const { name } of flow.questions) {
    const field = after[name];
    if (field && field !== before[name] && !sameValue(field.value, before[name]?.value)) names.push(name);
  }
  return names;
}

export function sameValue(one: AnswerValue, other: AnswerValue | undefined): boolean {
  if (one === other) return true;
  return (
    typeof one === "object" && typeof other === "object" && JSON.stringify(one) === JSON.stringify(other)
  );
}
