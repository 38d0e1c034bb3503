/** Texts between quotation marks: all that they hold is the value. */
import { overlapsAny } from "../../language/found.ts";
import type { Candidate } from "../values/candidate.ts";
import type { Span } from "../words.ts";

/** Inside quotation marks: all that they hold. */
export function aroundQuoted({ start, end }: Candidate, text: string): Candidate | undefined {
  for (const { index, 0: whole } of text.matchAll(/«[^«»]{2,90}»|“[^“”]{2,90}”|"[^"]{2,90}"/g)) {
    const to = index + whole.length;
    if (start <= index || end > to) continue;
    const said = text.slice(index + 1, to - 1).trim();
    const from = text.indexOf(said, index);
    return { type: "text", start: from, end: from + said.length, text: said, value: said };
  }
  return undefined;
}

/** "phone shows "No service" all day": what the line says is the trouble. */
export function quotedIn({ text, start }: Candidate): Candidate | undefined {
  const met = /[«“"]([^«»“”"]{4,60})[»”"]/.exec(text);
  const said = met?.[1];
  if (!met || said === undefined) return undefined;
  const from = start + met.index + 1;
  return { type: "text", start: from, end: from + said.length, text: said, value: said };
}

/** The only title of the message, of several words, where no other value stands in it: «على ماذا؟ على «نتيجة المفاضلة»». */
export function quotedElsewhere(found: Span, text: string, others: readonly Span[]): Candidate | undefined {
  const titles = [...text.matchAll(/«([^«»]{4,90})»|“([^“”]{4,90})”|"([^"]{4,90})"/g)];
  const [only] = titles;
  const said = only?.slice(1).find((one) => one !== undefined);
  if (!only || titles.length > 1 || !said?.includes(" ")) return undefined;
  const start = only.index + 1;
  const title = { start, end: start + said.length };
  if (overlapsAny(title, [found, ...others])) return undefined;
  return { type: "text", ...title, text: said, value: said };
}
