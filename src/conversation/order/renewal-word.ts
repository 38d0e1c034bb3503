/** «تجديد» long after the reminder: where nothing else is open, it means what the reminder was about, and no paper of a government. */
import type { Conversation } from "../../domain/conversation.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { isBeside } from "../reading/read-choice.ts";

/** Folded: «تجديد», «جددوا», «أجددها», "renew it", "tajdeed". */
const renews =
  /^(?:(?:ال)?تجديد(?:ها|ه)?|[اين]?جدد(?:و|وا)?(?:ها|ه|لي)?|renew(?:al)?|tajdeed|tajdid|ajaded|agaded|jaddid)$/u;
const around: ReadonlySet<string> = new Set(["it", "to", "the", "want", "i'd", "like", "ارغب", "في", "نبدا"]);

/** The press that the reminder's own button would be; undefined for other words, or where none was sent. */
export function readRenewalWord(
  { open, active, renewable }: Conversation,
  text: string,
): Understanding | undefined {
  if (renewable === undefined || open !== undefined || active !== undefined || text.length > 40)
    return undefined;
  const words = tokens(text).map((token) => token.text);
  const isMeant =
    words.some((word) => renews.test(word)) &&
    words.every((word) => renews.test(word) || around.has(word) || isBeside(word));
  return isMeant ? { type: "chosen", id: `${renewable}:yes` } : undefined;
}
