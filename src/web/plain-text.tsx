/**
 * Words that people wrote, shown so that they can do no harm: escaped by the renderer, isolated from the text around them, and with
 * every invisible or direction-changing character made visible.
 */
import type { Child } from "hono/jsx";

/**
 * What nobody sees: controls but tab and line feed, format characters (bidi controls, zero-width, soft hyphen, byte order mark, tags;
 * not the visible Arabic number signs), line separators, fillers, lone halves of pairs. The zero-width joiner and non-joiner belong
 * to ordinary Persian and to emoji and pass beside letters and pictures; elsewhere they are shown too.
 */
const invisible =
  /(?!\u200c|\u200d|[\t\n\u0600-\u0605\u06dd\u08e2])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])(?:\u200c|\u200d)/gu;

type Pieces = readonly (string | { readonly code: string })[];

/**
 * The text in pieces: as written, or the code point of an invisible character. `ours`: a text that the office composed, in which
 * U+2068 and U+2069 are our own isolates (those of customers have been taken out of it).
 */
export function visiblePieces(text: string, ours = false): Pieces {
  const pieces: (string | { readonly code: string })[] = [];
  let from = 0;
  for (const match of text.matchAll(invisible)) {
    if (ours && (match[0] === "\u2068" || match[0] === "\u2069")) continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    const code = match[0].codePointAt(0) ?? 0;
    pieces.push({ code: `U+${code.toString(16).toUpperCase().padStart(4, "0")}` });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** For titles and attributes, where no element can stand: controls as their code points in brackets. */
export function visibleText(text: string): string {
  return visiblePieces(text)
    .map((piece) => (typeof piece === "string" ? piece : `[${piece.code}]`))
    .join("");
}

/** Somebody's words, inside a line or as a block with its line breaks kept. */
export function PlainText(props: {
  readonly text: string;
  readonly block?: boolean;
  readonly ours?: boolean;
}): Child {
  return (
    <bdi dir="auto" class={props.block ? "said block" : "said"}>
      {visiblePieces(props.text, props.ours).map((piece) =>
        typeof piece === "string" ? piece : <span class="control">{piece.code}</span>,
      )}
    </bdi>
  );
}
