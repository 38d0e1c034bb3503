import { describe, expect, it } from "vitest";
import { blames } from "../../src/language/replies/blames.ts";

describe("blames", () => {
  it.each(
    "احنا تعبنا منكم والله|ana za3lan menko gedan|ليه المندوب اتأخر عليا كده|why is it always late|انا زعلان منكم مرة|زهقنا منكم|ليش ما رد علي احد من امس|ليش ما وصل الطلب للحين|i am fed up with you|we are tired of your delays|leh el mandoob met2akher|لماذا تأخرتم علينا|ليش تأخرتوا|why is the courier not here|متضايقين من خدمتكم".split(
      "|",
    ),
  )("hears «%s»", (text) => {
    expect(blames(text)).toBe(true);
  });

  it.each(
    "ليه وش يفرق|ليش؟ ما يكفي رقم اللوحة|ليش تبون رقمي|why do you need my name|انا مسافر كمان اسبوعين|احنا مستعجلين|i will be late|المندوب يتصل قبل يوصل|تعبان شوي واحتاج دكتور|ana ta3ban|we arrive late at night|leh|انا تعبت من المشوار|i am tired".split(
      "|",
    ),
  )("leaves «%s» alone", (text) => {
    expect(blames(text)).toBe(false);
  });
});
