/** "Also mention that I speak French" of a paper in Arabic: what is to be written down beside it changes no text that the form holds. */
import type { Understanding } from "../../domain/understanding.ts";
import { asksToAdd } from "../../language/replies/asked-to-add.ts";
import { questionOf } from "../flow/pinned.ts";
import { keepNote } from "../form/keep-note.ts";
import { activeDraft, type Work } from "../work.ts";

/** False where the words add nothing, or change what is no text. */
export function addsWords(
  work: Work,
  { fields, ask }: Extract<Understanding, { type: "correct" }>,
  text: string,
): boolean {
  const draft = activeDraft(work);
  if (!draft || ask || asksToAdd(text) !== "words") return false;
  const names = Object.keys(fields);
  const areTexts = names.every((name) => questionOf(work.catalogue, draft, name)?.type === "text");
  return names.length > 0 && areTexts && keepNote(work, draft, text);
}
