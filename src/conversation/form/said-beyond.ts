/** «المراجع اسمه يوسف، ابني» to a form that holds «ابني»: what is said beyond values that are known goes along, and is not called known. */
import type { Draft } from "../../domain/conversation.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { kindOfReply } from "../../language/replies/reply-words.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { aroundAnswer } from "../reading/around-answer.ts";
import type { Work } from "../work.ts";
import { keepNote } from "./keep-note.ts";

/** So many words that neither name what is held nor only lead to it say something of their own. */
const fewest = 2;

/** Keeps it with the form; false where nothing more is said, or it is a question. */
export function keepBeyond(work: Work, draft: Draft, known: ReadFields): boolean {
  const content = work.said?.content;
  if (content?.type !== "text" || /[?؟]/.test(content.text)) return false;
  const flow = flowOf(work.catalogue, draft);
  const named = Object.keys(known).flatMap((name) => {
    const question = questionNamed(flow, name);
    return question ? [question.label.ar, question.label.en, ...question.names, ...question.cues] : [];
  });
  const told = [...named, ...Object.values(known).map(({ text }) => text)];
  const own = new Set(told.flatMap((words) => tokens(words).map(({ text }) => text)));
  const beyond = tokens(content.text).filter(({ text }) => !own.has(text) && !saysNothing(text));
  return beyond.length >= fewest && keepNote(work, draft, content.text);
}

/** «خلوها», "make it": the same value, set once more. */
const sets = /^(?:خل[يو]\S*|make|keep|set|i|me|you|told|my)$/;

const saysNothing = (word: string): boolean =>
  aroundAnswer.has(word) || sets.test(word) || kindOfReply(word) !== "other";
