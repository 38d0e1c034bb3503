/** Consent to keep data that the law protects further than other data (health): what was agreed to, by whose words, and until when. */
import type { Language } from "./language.ts";

/** Data of a kind that the law protects further: kept only after its owner has agreed. */
export type Sensitivity = "health";

/** What a customer agreed to before data of such a kind was kept: the sentence as it was read, and when. Never taken out again. */
export type Consent = {
  readonly purpose: Sensitivity;
  /** Epoch milliseconds of the yes, and the message that said it. */
  readonly at: number;
  readonly messageId: string;
  readonly language: Language;
  readonly text: string;
  /** Taken back; from then on it allows nothing. */
  readonly withdrawnAt?: number;
};
