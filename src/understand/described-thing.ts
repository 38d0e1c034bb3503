/**
 * "Paper ones, 8oz", «تكون ورق ٨ أونص»: said of the thing that the form already knows while something else is asked for, it says more of that thing.
 */
import type { Understanding } from "../domain/understanding.ts";
import type { Form } from "./open-form.ts";
import type { Task } from "./requests.ts";

const mostWords = 6;
const ones = /^(?:the |some |only |just )?(?:[\p{L}\d-]+ ){1,3}ones?(?:$|[\s,])/iu;
const beIt =
  /^(?:تكون|يكون|يكونون|تكونو|يكونو|اللي|من النوع|نوعها|نوعه|مقاسها|مقاسه|حجمها|حجمه|لونها|لونه|ابيها|ابيه|عايزها|عايزه|اريدها|اريده|tekoon|yekoon|elly|abiha|abeeha)\s+\S/u;

/** The thing with what is said of it. Undefined where the form has no such thing yet, or the words say something else. */
export function describedThing({ text, words }: Task, { spec, open }: Form): Understanding | undefined {
  const said = text.trim().replace(/[.!؟?]+$/u, "");
  if (words.length < 2 || words.length > mostWords || /[?؟]/.test(text)) return undefined;
  if (!ones.test(said) && !beIt.test(said)) return undefined;
  const [field, other] = spec.fields.filter(
    ({ name, type, thing, follows, wanted }) =>
      type === "text" && (thing || follows !== undefined || wanted) && open.filled.includes(name),
  );
  const held = field && open.values?.[field.name]?.value;
  if (!field || other || typeof held !== "string") return undefined;
  const separator = /[\u0620-\u064a]/.test(said) ? "، " : ", ";
  const start = text.indexOf(said);
  const value = `${held}${separator}${said}`;
  return {
    type: "correct",
    fields: { [field.name]: { value, text: said, start, end: start + said.length } },
  };
}
