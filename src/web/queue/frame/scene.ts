/** What a view speaks by: whose language, the office's time, and the notice of what was just done. */
import type { Language } from "../../../domain/language.ts";
import { type Words, wordsIn } from "./words.ts";

/** What every view needs to speak: the agent's language, its words, the office's time and zone. */
export type Scene = {
  readonly language: Language;
  readonly words: Words;
  /** The office's clock, epoch milliseconds. */
  readonly now: number;
  /** The real clock, by which claims are leased. */
  readonly realNow: number;
  readonly zone: string;
  /** Documents of which no small copy could be made: their links are plain. */
  readonly undrawable: ReadonlySet<string>;
};

export type Notice = { readonly tone: "good" | "bad"; readonly text: string };

/** The scene for an agent at a moment. */
export function sceneOf(language: Language, facts: Omit<Scene, "language" | "words">): Scene {
  return { ...facts, language, words: wordsIn(language) };
}
