/** Texts made to be slow: the longest that is read, of one word or mark over and over. Twice the text may not cost much more than twice. */
import { describe, expect, it } from "vitest";
import { longestRead } from "../../src/language/letters/normalise.ts";
import { asking, classifier, context } from "./reader.ts";

const seeds = [
  ...[
    "1 ",
    "05 ",
    "00 ",
    "+9 ",
    "05-",
    "0501234567 ",
    "1.",
    "1,",
    "1:",
    "1/",
    "a.",
    "a@",
    "((",
    "\n",
    "SA03 ",
  ],
  ...[
    "من ",
    "حي شارع ",
    "شارع الملك ",
    "مليون ",
    "و ",
    "الرياض ",
    "from Riyadh to ",
    "jan ",
    "اليوم ",
    "بعد ",
  ],
  ...[
    "خمسة و",
    "five ",
    "محمد ",
    "abcdefgh",
    "خمسميه",
    "RRRD ",
    "500 ريال و",
    "ميزانيتي حدود ",
    "road king ",
    "w 3 ",
  ],
  ...[
    "مو ",
    "مو ابي ",
    "ارسل كتب ",
    "كرتون كتب ",
    "كتب، ",
    "not hotel ",
    "book a hotel and ",
    "الغي الطلب 20418 و",
  ],
  "ابي ارسل طرد من الرياض الى جده مو فندق و كتب 5 كيلو باسم محمد 0551234567 ",
];
const opens = [undefined, asking("contents", "from_city"), asking("name", "city", "checkin")];

/**
 * Processor time, the least of several tries: what else the machine does only adds. Each try reads a text of its own, so that nothing is
 * remembered.
 */
function costOf(length: number, open: (typeof opens)[number]): number {
  let total = 0;
  for (const [n, seed] of seeds.entries()) {
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5; attempt++) {
      const mark = String.fromCharCode(0x3b1 + n, 0x3b1 + attempt);
      const text = mark + seed.repeat(length).slice(0, length - mark.length);
      const began = process.cpuUsage();
      classifier.read(text, { ...context, ...(open && { open }) });
      const { user, system } = process.cpuUsage(began);
      best = Math.min(best, user + system);
    }
    total += best;
  }
  return total;
}

describe("reading a hostile text", () => {
  it.each(opens)("costs in proportion to its length (%#)", (open) => {
    costOf(200, open);
    const half = costOf(longestRead / 2, open);
    expect(costOf(longestRead, open) / half).toBeLessThan(3);
  });
});
