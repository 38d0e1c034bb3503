/** What no field of a form takes, kept with it in the customer's own words, for whoever does the work. */
import type { Draft } from "../../domain/conversation.ts";
import { accuses } from "../../language/replies/telling.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { showWords } from "../show/show-value.ts";
import { addLine, putDraft, type Work } from "../work.ts";
import { fill } from "./fill.ts";
import { sourceOf } from "./source.ts";

/** The optional text field that holds them, in flows that have one. */
const field = "notes";
/** Letters of a note that is said back. */
const longestShown = 120;

/** What was noted before is not noted again. */
export const joined = (held: string, said: string): string =>
  held.split(" / ").includes(said) ? held : `${held} / ${said}`;

/** Added to what is noted already; said back is only what is new. What is said against the office is nobody's instruction. */
export function keepNote(
  work: Work,
  draft: Draft,
  text: string,
  line: "form.noted" | "side_questions.passed_on" = "form.noted",
): boolean {
  const flow = flowOf(work.catalogue, draft);
  if (questionNamed(flow, field)?.type !== "text" || accuses(text)) return false;
  const said = text.trim().replace(/\s+/g, " ");
  const held = draft.fields[field]?.value;
  const value = typeof held === "string" ? joined(held, said) : said;
  const read = { [field]: { value, text, start: 0, end: text.length } };
  putDraft(work, { ...draft, fields: fill(flow, draft.fields, read, undefined, sourceOf(work)).fields });
  if (line === "form.noted") addLine(work, line, { what: showWords(said, longestShown) });
  else addLine(work, line);
  return true;
}
