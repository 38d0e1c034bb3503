/** A question for words that is answered with words known from elsewhere. */
import type { Draft } from "../../domain/conversation.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { questionOf } from "../flow/pinned.ts";
import { sameValue } from "../form/fill.ts";
import type { Work } from "../work.ts";

const saidBefore =
  /(?:^| )(?:قلت\S*|قايل\S*|قلنا\S*|ذكرت\S*|كتبت\S*|said|told|already|again|olt\S*|golt\S*|2olt\S*)(?: |$)/;

/**
 * «عائلة من خمسة أفراد» under a question for words, when five is known already: it repeats a value and is the answer. Otherwise the
 * fields as they were read.
 */
export function withOpenText(work: Work, draft: Draft, fields: ReadFields, text: string): ReadFields {
  const { open } = work;
  const question = open?.type === "field" ? questionOf(work.catalogue, draft, open.field) : undefined;
  if (question?.type !== "text" || question.format || draft.fields[question.name]) return fields;
  const read = Object.entries(fields);
  if (read.length === 0 || !read.every(([name, { value }]) => sameValue(value, draft.fields[name]?.value)))
    return fields;
  const words = tokens(text);
  const beside = words.filter(
    (word) => !read.some(([, { start, end }]) => word.start >= start && word.end <= end),
  );
  if (beside.length === 0 || saidBefore.test(words.map((word) => word.text).join(" "))) return fields;
  const value = text.trim().replace(/\s+/g, " ");
  return { ...fields, [question.name]: { value, text, start: 0, end: text.length } };
}
