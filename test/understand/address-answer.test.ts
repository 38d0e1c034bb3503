/** Words under a question for an address: what may be one, and what is said to us or of oneself. */
import { describe, expect, it } from "vitest";
import { asking, read, valuesOf } from "./reader.ts";

const form = asking("pickup", "from_city", "to_city", "contents", "weight_kg", "pickup_date");
const given = (text: string) => valuesOf(read(text, form), "answers");

describe("an address", () => {
  it.each([
    "ورا البقالة الكبيرة",
    "الروضة شارع الامير سلطان",
    "حي النزهة بيت ٥ تعالوا من الباب الخلفي",
    "النزهة مو الروضة",
    "behind the old bakery",
  ])("may be %s", (text) => {
    expect(given(text)).toHaveProperty("pickup");
  });

  it.each([
    "خلصونا",
    "تعالوا خذوها",
    "استلموها الحين",
    "انتو ما تفهمون",
    "ما راح اكون موجود",
    "رجوع",
    "ابدأ من جديد",
    "مو الروضة النزهة",
    "٤ كيلو مو ٥",
    "your bot is stupid",
    "u dont understand",
    "start over",
    "come and get it",
  ])("is not %s", (text) => {
    expect(given(text)).not.toHaveProperty("pickup");
  });
});
