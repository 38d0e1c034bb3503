/** Text from outside in a form that every store and every channel can carry. */

/**
 * A lone surrogate and NUL become U+FFFD; everything else stays as it was written.
 * @param most what is beyond so many UTF-16 units is cut off
 */
export function storable(text: string, most?: number): string {
  return text.slice(0, most).toWellFormed().replaceAll("\0", "\uFFFD");
}
