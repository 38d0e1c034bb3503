/**
 * Words that say of what kind a text's thing is to be, wherever they stand: «تأمين شامل لسيارتي كامري 2020» tells the car and how it is to be
 * covered. They go with that text, or are noted until it is told.
 */
import type { ReadField, ReadFields, Understanding } from "../../domain/understanding.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import { denyingWords } from "../../language/replies/denials.ts";
import type { Flow, Question } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { activeDraft, type Work } from "../work.ts";
import { soundsAsked } from "./notes.ts";

type Giving = Extract<Understanding, { type: "request" | "answers" | "correct" }>;

/** What was understood, with such a word where its own text has none. */
export function withQualities(
  work: Work,
  said: readonly Understanding[],
  text: string,
): readonly Understanding[] {
  const draft = activeDraft(work);
  const form = draft && flowOf(work.catalogue, draft);
  const giving = said.find(isGiving);
  const flow = giving?.type === "request" ? work.catalogue.flows.get(giving.service) : form;
  const question = flow?.questions.find(({ qualities }) => qualities !== undefined);
  if (!flow || !question?.qualities || soundsAsked(text)) return said;
  const held = draft && form?.id === flow.id ? draft.fields[question.name]?.value : undefined;
  const quality = qualityIn(text, question.qualities);
  if (giving?.type === "request" && held === undefined && quality)
    return replaced(said, giving, begun(flow, question, { quality, given: giving.fields }));
  const kept = typeof held === "string" ? qualityIn(held, question.qualities) : undefined;
  if (giving)
    return replaced(said, giving, added(question, { held, quality: quality ?? kept, given: giving.fields }));
  const isNew = quality !== undefined && typeof held === "string" && !has(held, quality.text);
  if (!isNew || !said.every(({ type }) => missed.has(type))) return said;
  return [{ type: "correct", fields: { [question.name]: joined(held, kept, quality) } }];
}

function replaced(
  said: readonly Understanding[],
  giving: Giving,
  fields: ReadFields,
): readonly Understanding[] {
  return said.map((one) => (one === giving ? { ...giving, fields } : one));
}

const isGiving = (one: Understanding): one is Giving =>
  one.type === "request" || one.type === "answers" || one.type === "correct";

/** Nothing was made of the words. */
const missed: ReadonlySet<Understanding["type"]> = new Set([
  "out_of_scope",
  "unclear",
  "wish",
  "resume",
] as const);

type Told = { readonly held?: unknown; readonly quality: ReadField | undefined; readonly given: ReadFields };

/** A request that tells the kind alone is asked for the thing; the kind waits as a note. */
function begun({ questions }: Flow, { name }: Question, { quality, given }: Told): ReadFields {
  const { [name]: told, ...others } = given;
  const isAlone = typeof told?.value === "string" && fold(told.value) === fold(quality?.text ?? "");
  if (told && !isAlone) return added({ name }, { quality, given });
  const isNoted = questions.some((one) => one.name === "notes") && given.notes === undefined;
  return isNoted && quality ? { ...others, notes: quality } : given;
}

/** With the text that is told, or in the one that is held. */
function added({ name }: Pick<Question, "name">, { held, quality, given }: Told): ReadFields {
  const told = given[name];
  if (!quality) return given;
  if (typeof told?.value === "string")
    return has(told.value, quality.text) || has(quality.text, told.value)
      ? given
      : { ...given, [name]: { ...told, value: `${told.value} ${quality.text}` } };
  return typeof held !== "string" || has(held, quality.text)
    ? given
    : { ...given, [name]: joined(held, undefined, quality) };
}

/** The held text with the new kind in the place of the old. */
const joined = (held: string, old: ReadField | undefined, quality: ReadField): ReadField => ({
  ...quality,
  value: `${(old ? held.slice(0, old.start) + held.slice(old.end) : held).trim()} ${quality.text}`,
});

const has = (held: string, words: string): boolean => ` ${fold(held)} `.includes(` ${fold(words)} `);

/** The only one of them that the text names and does not deny; undefined where it names two: «شامل ولا ضد الغير». */
function qualityIn(text: string, qualities: readonly string[]): ReadField | undefined {
  const words = tokens(text);
  const found = words.flatMap((word, at) => {
    const length = Math.max(
      0,
      ...qualities.map((quality) => {
        const own = tokens(quality).map((token) => token.text);
        return own.every((one, n) => words[at + n]?.text === one) ? own.length : 0;
      }),
    );
    const last = words[at + length - 1];
    const denied = denies.test(words[at - 1]?.text ?? "") || denyingWords.has(words[at - 1]?.text ?? "");
    return length === 0 || denied || !last ? [] : [{ start: word.start, end: last.end }];
  });
  const [only, another] = found;
  if (!only || another) return undefined;
  const said = text.slice(only.start, only.end);
  return { value: said, text: said, ...only };
}

const denies = /^(?:لا|بدون|غير|بدل|without|no|than|of)$/;
