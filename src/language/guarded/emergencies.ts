/**
 * A life in danger, read from the words by exact rules before anything else is: «أغمي عليه», «ما يتنفس», "he collapsed". Strict where the same
 * words are everyday talk («قلبي معك», «ميت من الضحك», "this is killing me"); where in doubt it rather calls somebody.
 */

import { foldWithMap } from "../letters/normalise.ts";
import { denied, elsewhere, fires, hint, now, type Sign, signs } from "./emergency-words.ts";

/** UTF-16 units around a sign in which words change what it means: about eight words. */
const near = 48;

/** What kind of help a message calls for that says that lives are in danger at this moment; undefined for all else. */
export function emergencyIn(text: string): "life" | "fire" | undefined {
  const { folded } = foldWithMap(text);
  if (!hint.test(folded)) return undefined;
  if (signs.some((sign) => isMeant(sign, folded))) return "life";
  return fires.some((sign) => isMeant(sign, folded)) ? "fire" : undefined;
}

/** Whether a message says that somebody's life is in danger at this moment. */
export const isEmergency = (text: string): boolean => emergencyIn(text) !== undefined;

function isMeant({ means, unless, maybeOver }: Sign, folded: string): boolean {
  const found = means.exec(folded);
  if (!found) return false;
  const before = folded.slice(Math.max(0, found.index - near), found.index);
  const end = found.index + found[0].length;
  const around = `${before}${found[0]}${folded.slice(end, end + near)}`;
  if (unless?.test(around)) return false;
  if (!maybeOver) return true;
  if (denied.test(before)) return false;
  return !elsewhere.test(around) || now.test(around);
}
