/** When two sayings are the same saying. */
import { fold } from "../language/letters/normalise.ts";

/** Equal for sayings that differ only in spelling variants, digits' script, punctuation, spaces or case. */
export function sayingKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
