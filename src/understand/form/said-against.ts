/**
 * What is said against a value that the form holds: «مين قال ٩ مساء! قلت العصر», "who said 4 pm? I said 6 pm", «ليش كاتبين ٤ كيلو». The value
 * that is quoted is denied; the one behind it takes its place, or is asked for.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { accuses, saysLeftOut } from "../../language/replies/telling.ts";
import type { Task } from "../requests.ts";
import { extractFields } from "../values/extract.ts";
import type { Span } from "../words.ts";
import { hintsOf } from "./correction.ts";
import { isHeldIn } from "./held-values.ts";
import { baseOf, type Form, partition } from "./open-form.ts";

/** The sentence with its mark, and one's own words where they follow without any. */
const sentence =
  /(?:(?!(?<=\s)(?:(?:[اأ]نا )?(?:قلت|قولت|كتبت)|i (?:said|wrote)|(?:ana )?(?:[2g]?olt|gelt))\s)[^!?؟.،,؛\n])+/giu;

/** What it changes, adds or asks to be changed; undefined where nothing is said against the form. */
export function saidAgainst(task: Task, form: Form): readonly Understanding[] | undefined {
  const { awaiting } = form.open;
  if ((awaiting !== "read_back" && awaiting !== "answer") || !accuses(task.text)) return undefined;
  const disputed = insteadOfQuoted(task, form);
  if (disputed) return [disputed];
  return saysLeftOut(task.text) ? leftOut(task, form) : undefined;
}

/** «ما كتبتوا الوقت، بعد المغرب», "you forgot excel and 30 november": what was left out, or else what it is. */
function leftOut(task: Task, form: Form): readonly Understanding[] | undefined {
  const correcting = hintsOf(task, form.spec, form.open);
  const given = partition(extractFields({ ...baseOf(task, form, undefined), correcting }), form.open);
  const isNew = (one: Understanding) =>
    (one.type === "answers" || one.type === "correct") &&
    !Object.entries(one.fields).every(isHeldIn(form.open.values));
  if (given.some(isNew)) return given.filter(isNew);
  return form.open.awaiting === "read_back" ? [{ type: "change" }] : undefined;
}

/** The value behind one that is quoted and denied, or the question for it. */
function insteadOfQuoted(task: Task, form: Form): Understanding | undefined {
  const { parts, text } = task;
  const quoted = quotedIn(text);
  if (!quoted) return undefined;
  const disputed = {
    ...task,
    parts: { ...parts, denied: [...parts.denied, { ...quoted, inner: quoted.start }] },
  };
  const hints = hintsOf(disputed, form.spec, form.open);
  if (hints.replaced.size === 0) return undefined;
  const extracted = extractFields({ ...baseOf(disputed, form, undefined), correcting: hints });
  const changes = partition(extracted, form.open).find((one) => one.type === "correct");
  const gives =
    changes?.type === "correct" && !Object.entries(changes.fields).every(isHeldIn(form.open.values));
  return gives ? changes : { type: "correct", fields: {}, ask: [...hints.replaced] };
}

/** The first sentence that says so, up to its end. */
function quotedIn(text: string): Span | undefined {
  for (const { index, 0: said } of text.matchAll(sentence))
    if (accuses(said)) return { start: index, end: index + said.length };
  return undefined;
}
