/** How one thing to say looks on a platform: choices as buttons or numbered lines, long texts in parts. Pure. */
import type { Outbound } from "../domain/message.ts";
import type { Capabilities } from "./channel.ts";

const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

/** The messages that a channel should send for one outbound, in order. Choices stay with the last. */
export function composeMessages(outbound: Outbound, capabilities: Capabilities): readonly Outbound[] {
  const shown = withNumberedChoices(outbound, capabilities);
  const { maxTextLength, captionLength = maxTextLength } = capabilities;
  const { document, ...words } = shown;
  if (!document) return inParts(shown, maxTextLength);
  if (shown.text.length <= captionLength) return [shown];
  const { choices: _, wants: __, ...plain } = words;
  const file = { ...plain, text: "", document, key: `${outbound.key}+file` };
  return [file, ...inParts(words, maxTextLength)];
}

function inParts(shown: Outbound, most: number): readonly Outbound[] {
  if (shown.text.length <= most) return [shown];
  const parts = splitText(shown.text, most);
  const { choices, wants, ...plain } = shown;
  return parts.map((text, index) =>
    index === parts.length - 1 ? { ...shown, text } : { ...plain, text, key: `${shown.key}+${index}` },
  );
}

/** More choices than buttons, or longer ones: they become numbered lines, and the answer is a number or the words. */
function withNumberedChoices(outbound: Outbound, { buttons, buttonLength }: Capabilities): Outbound {
  const { choices, ...rest } = outbound;
  const fits = (label: string) =>
    buttonLength === undefined || label.length <= buttonLength || graphemesIn(label) <= buttonLength;
  if (!choices || (choices.length <= buttons && choices.every(({ label }) => fits(label)))) return outbound;
  const lines = choices.map(({ label }, index) => `${index + 1}. ${label}`);
  return { ...rest, text: [outbound.text, ...lines].join("\n") };
}

const graphemesIn = (text: string): number => [...graphemes.segment(text)].length;

/**
 * Parts of at most `most` UTF-16 units, cut at a line or word end where one lies in the last quarter, else between graphemes: no
 * emoji, accent or Arabic mark is torn. Joined again they are the text.
 */
export function splitText(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (const { segment } of graphemes.segment(text)) {
    // A single grapheme can be longer than a message (stacked marks): then code units are all that is left to cut at.
    const pieces =
      segment.length > most ? (segment.match(new RegExp(`[^]{1,${most}}`, "g")) ?? []) : [segment];
    for (const piece of pieces) {
      if (part.length + piece.length > most) {
        const atBreak = lastBreak(part, most);
        const cut = part.length - atBreak + piece.length > most ? part.length : atBreak;
        parts.push(part.slice(0, cut));
        part = part.slice(cut);
      }
      part += piece;
    }
  }
  if (part !== "") parts.push(part);
  return parts;
}

function lastBreak(part: string, most: number): number {
  for (const mark of ["\n", " "]) {
    const at = part.lastIndexOf(mark) + 1;
    if (at > most * 0.75) return at;
  }
  return part.length;
}
