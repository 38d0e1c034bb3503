/** Whether a bare day of the month follows the day named before it ("in on 18 December, out on the 24th") or is counted from today. */
import { type Pieces, wordAt } from "../pieces.ts";

/** The end of a stay, or the way back: what only follows a beginning. */
const ends =
  /^(?:to|till?|until|thru|through|out|back|return\w*|leav\w*|depart\w*|checkout|end(?:s|ing)?|و?ل?(?:حتي|لين|لحد|لغايه|الي|ال?خروج|ال?مغادره|ال?عوده|ال?رجوع|ال?رجعه|ال?تسليم)|و?[نارتي]رجع\p{L}*|و?[نايت]عود|و?[نايت]غادر\p{L}*|و?[نايت]طلع\p{L}*|و?[نايت]خرج\p{L}*|و?راجع\p{L}*|و?[نايت]مشي|وينتهي|ela|l7ad|la7ad|lain|leen|w?(?:n|a|i|bn|ne|na)?rga3|w?nerga3|w?narja3|w?arja3|ragi3|rage3|raj3een|rag3een|kho?roo?g|5oroog|nemshi|nesafer)$/u;
const endsClause = /^[.!?؟;؛\n…]$/u;

/** `from`: the piece behind the day before; `at`: the bare day. */
export function followsDay(pieces: Pieces, from: number, at: number): boolean {
  let ended = false;
  for (let index = from; index < at; index += 1) {
    const word = wordAt(pieces, index);
    if (endsClause.test(word)) return false;
    ended ||= ends.test(word);
  }
  return ended;
}
