/** «الرقم 0504417727 صح؟»: a value that the form holds, to be confirmed. */
import type { AnswerValue } from "../../domain/answer.ts";
import type { ReadFields, Understanding } from "../../domain/understanding.ts";
import { fold } from "../../language/letters/normalise.ts";
import type { Task } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import { hintsOf } from "./correction.ts";
import { baseOf, type Form } from "./open-form.ts";

const isRight =
  /(?:^|\s)(?:صح|صحيح|مضبوط|مظبوط|تمام كذا|كده صح|right|correct|is that right|sa7|sah|mazboot)\s*[?؟]\s*$/iu;

/** The held values that the message asks to have confirmed; undefined where it gives another, or none. */
export function checksValue(task: Task, form: Form): Understanding | undefined {
  const { values } = form.open;
  if (!values || !isRight.test(task.text)) return undefined;
  const correcting = hintsOf(task, form.spec, form.open);
  const { fields } = extractFields({ ...baseOf(task, form, undefined), correcting });
  const said = Object.entries(fields);
  const held = said.map(([name, field]) => [name, { ...field, value: values[name]?.value }] as const);
  const isHeld = said.every(([name, { value }]) => holds(values[name]?.value, value));
  return said.length > 0 && isHeld
    ? { type: "correct", fields: Object.fromEntries(held) as ReadFields }
    : undefined;
}

/** The very value, or words of a text that tells more: «ضد الغير صح؟» of «كامري 2020 ضد الغير». */
function holds(held: AnswerValue | undefined, said: AnswerValue): boolean {
  if (typeof held === "string" && typeof said === "string" && said !== "")
    return ` ${fold(held).trim()} `.includes(` ${fold(said).trim()} `);
  return JSON.stringify(held) === JSON.stringify(said);
}
