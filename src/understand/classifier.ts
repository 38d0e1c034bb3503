/**
 * The port of understanding: a message and what it is read against go in, a closed list of meanings comes out. Two kinds, told
 * apart by `answers`: an inline classifier answers at once and may be asked inside a batch; a deferred one (a model behind a
 * network) is asked outside, with an abort signal, and the message waits as `pending`.
 */
import type { Reading, ReadingContext } from "../domain/understanding.ts";

export interface InlineClassifier {
  readonly answers: "at_once";
  readonly name: string;
  /** Pure apart from speed: the same text and context give the same reading. Never throws on any text. */
  read(text: string, context: ReadingContext): Reading;
}

export interface DeferredClassifier {
  readonly answers: "later";
  readonly name: string;
  /** Rejects with a `ClassifierError`; the caller then uses its inline reading. `first`: the inline reading, made before. */
  read(text: string, context: ReadingContext, first: Reading, signal: AbortSignal): Promise<Reading>;
}

export class ClassifierError extends Error {
  override readonly name = "ClassifierError";
}
