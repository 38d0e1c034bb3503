/**
 * One message is read by several finders that stand on the same first look at it (its links, its places, its order numbers). The result
 * for the text that was read last is kept; it depends on nothing but the text.
 */
export function keepLast<T>(find: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly found: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, found: find(text) };
    return last.found;
  };
}
