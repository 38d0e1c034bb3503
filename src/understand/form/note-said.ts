/** What is said under an open form to go along with it: a note that is called one, and what the customer has at hand. */
import type { ReadingContext, Understanding } from "../../domain/understanding.ts";
import type { Word } from "../words.ts";
import { isAtHand } from "./at-hand.ts";

/** «ملاحظة: الكرتون فيه زجاج»: what is called a note is one, whatever is asked. */
export function noteIn(
  text: string,
  awaiting: NonNullable<ReadingContext["open"]>["awaiting"],
): Understanding | undefined {
  if (awaiting !== "answer" && awaiting !== "read_back") return undefined;
  const lead = /^\s*(?:ملاحظ[ةه]|note|mola7a[zd]a)\s*:\s*(?=\S)/iu.exec(text)?.[0];
  if (lead === undefined) return undefined;
  const end = text.trimEnd().length;
  return { type: "wish", text: text.slice(lead.length, end), start: lead.length, end };
}

/** "I have the contract with me" to a read-back chooses no contract. */
export function atHandIn(
  text: string,
  words: readonly Word[],
  { awaiting }: NonNullable<ReadingContext["open"]>,
): Understanding | undefined {
  const said = text.trim();
  const start = text.indexOf(said);
  return awaiting === "read_back" && isAtHand(text, words)
    ? { type: "wish", text: said, start, end: start + said.length }
    : undefined;
}
