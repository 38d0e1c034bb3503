/** Text from outside in a form that every store and every channel can carry. */

/** A lone surrogate and NUL become U+FFFD; everything else stays as it was written. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}
