/**
 * One message is read by several finders that stand on the same first look at it (its words, its links, its order numbers), and the same
 * few short answers come again all day: «نعم», «بكرة», "2". What was found depends on nothing but the text, so it is kept for the text that
 * is being read, until the office is quiet (`forgetLastText`), and for answers of everyday words alone (everyday-words.ts): a name, a
 * phone, an illness or a code is remembered by nobody, however it is written.
 */
import { isEveryday } from "./everyday-words.ts";

/** Twice as many at most: the older half is let go whole. */
const mostKept = 256;

type Kept<T> = { readonly text: string; readonly found: T };

const forgetting: (() => void)[] = [];

/** Lets go of the text that was read last, in every finder. */
export function forgetLastText(): void {
  for (const forget of forgetting) forget();
}

/** The same function, which finds what it found lately without looking again. What it gives belongs to everybody: it is not to be changed. */
export function keepRecent<T>(find: (text: string) => T): (text: string) => T {
  let last: Kept<T> | undefined;
  let young = new Map<string, Kept<T>>();
  let old = new Map<string, Kept<T>>();
  forgetting.push(() => {
    last = undefined;
  });

  function keep(kept: Kept<T>): Kept<T> {
    if (young.size >= mostKept) {
      old = young;
      young = new Map();
    }
    young.set(kept.text, kept);
    return kept;
  }

  function look(text: string): Kept<T> {
    const kept = young.get(text);
    if (kept) return kept;
    const older = old.get(text);
    if (older) return keep(older);
    const found = { text, found: find(text) };
    return isEveryday(text) ? keep(found) : found;
  }

  return (text) => {
    if (last?.text !== text) last = look(text);
    return last.found;
  };
}
