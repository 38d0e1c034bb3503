/**
 * Slips of the finger: one letter more, less, other, or two swapped (Damerau-Levenshtein 1). What a word may be a slip of, and whether
 * it is a word of its own, is decided by those who ask.
 */

/** The word without one of its letters, each way: two words one edit apart share such a form. */
export function withoutOne(word: string): string[] {
  const made: string[] = [];
  for (let at = 0; at < word.length; at += 1) {
    if (word.charCodeAt(at) !== word.charCodeAt(at + 1)) made.push(word.slice(0, at) + word.slice(at + 1));
  }
  return made;
}

const isArabic = (word: string): boolean => word.charCodeAt(0) >= 0x600;

/**
 * One edit apart, with what an honest slip is: never the first letter (except swapped with the second), never a letter added at the
 * end of an Arabic name («القصيمي» is a family).
 */
export function isSlip(written: string, name: string): boolean {
  if (written === name) return false;
  const shorter = Math.min(written.length, name.length);
  let head = 0;
  while (head < shorter && written[head] === name[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && written[written.length - 1 - tail] === name[name.length - 1 - tail])
    tail += 1;
  const left = written.length - head - tail;
  const right = name.length - head - tail;
  const first = name.startsWith("ال") ? 2 : 0;
  if (left === 2 && right === 2) return written[head] === name[head + 1] && written[head + 1] === name[head];
  if (left > 1 || right > 1 || head <= first) return false;
  const doubled = left === 1 && right === 0 && written[head] === written[head - 1];
  return doubled || !(isArabic(name) && left === 1 && right === 0 && tail === 0);
}
