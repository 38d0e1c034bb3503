/** Links in a customer's words: with http, with www., or only the name of a shop's page ("noon.com/…"). */
import type { Found } from "./found.ts";
import { keepRecent } from "./recent-texts.ts";

/** Endings that a bare domain is believed with. */
const endings =
  "com|net|org|store|shop|online|site|app|info|edu|gov|co|sa|ae|eg|kw|qa|bh|om|jo|uk|de|fr|it|es|tr|cn|jp|us|in";
/** Endings that are also words or syllables: a path is needed ("t.me/x", "bit.ly/x"). */
const shortEndings = "me|to|ly|gl|gg|io|ai|tv|be|link|page|dev|cc|la|mx";

const end = "(?=$|[\\s/?#:,.;!)\\]}»\"'،؛؟\\u0600-\\u06ff])";
const path = '[^\\s<>"«»،؛؟]*';
const pattern = new RegExp(
  [
    `https?://[^\\s<>"«»،؛؟]+`,
    `(?<![\\w@.-])www\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)+${path}`,
    `(?<![\\w@.-])(?:[a-z0-9][a-z0-9-]*\\.)+(?:${endings})(?:\\.(?:sa|ae|eg|uk|tr|au|in))?(?![a-z0-9@-]|\\.[a-z0-9])(?:[/?#]${path})?${end}`,
    `(?<![\\w@.-])(?:[a-z0-9][a-z0-9-]*\\.)+(?:${shortEndings})/${path}`,
  ].join("|"),
  "giu",
);

/** What writing puts behind a link and is not part of it; a bracket only when it was not opened inside. */
function trimmed(link: string): string {
  let kept = link;
  for (;;) {
    const last = kept.at(-1) ?? "";
    const opens = (last === ")" && balanced(kept, "(", ")")) || (last === "]" && balanced(kept, "[", "]"));
    if (!/[.,;:!?'")\]}*_…]/.test(last) || opens) return kept;
    kept = kept.slice(0, -1);
  }
}

const count = (text: string, char: string): number => text.split(char).length;
const balanced = (text: string, open: string, close: string): boolean =>
  count(text, open) >= count(text, close);

/** Links, in order. The value is a whole URL: "noon.com/x" becomes "https://noon.com/x". An e-mail address is none. */
export const findUrls: (text: string) => readonly Found<string>[] = keepRecent(readUrls);

function readUrls(text: string): Found<string>[] {
  const found: Found<string>[] = [];
  for (const match of text.matchAll(pattern)) {
    const link = trimmed(match[0]);
    const whole = /^https?:\/\//i.test(link) ? link : `https://${link}`;
    if (!URL.canParse(whole)) continue;
    found.push({ value: whole, start: match.index, end: match.index + link.length, text: link });
  }
  return found;
}
