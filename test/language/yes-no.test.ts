import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYesNo } from "../../src/language/yes-no.ts";
import { anyMessage } from "./fuzz.ts";

describe("readYesNo", () => {
  it.each(
    "تمام|ايوه|إيه|نعم|اعتمد|أكد|ابشر|طيب|أوكي|اوك|yes|ok|OK!|go ahead|👍|👍🏽|نعم شكرا|تمام اعتمد الطلب|yes please|aywa|na3am|tamam|موافق|ايييييه|أوافق|تمام كده|looks good|نعم اعتمدوا الطلب|تمام يعطيكم العافيه|اعتمد وخلصونا|أيوه يلا بسرعة بالله عليكم|نعم، يعتمد|ايه بس بسرعه|yes but quickly|ok bas bsor3a|yes fine, I agree|eewa akked|اي نعم|مظبوط|أيوة خلص|ايوه خلصونا|yalla tamam|بالظبط|اها|بالتأكيد|طبعا|y|yep|sure|توكلنا على الله".split(
      "|",
    ),
  )("takes «%s» for a yes", (text) => {
    expect(readYesNo(text)).toBe("yes");
  });

  it.each(
    "لا|لأ|مو|no|nope|la2|لا شكرا|no thanks|مش موافق|ما أبي|مش عايز|Don't|👎|not ok|لا لا|طبعا لا|لا مو صح|not really|of course not|n|la|لا مش صح".split(
      "|",
    ),
  )("takes «%s» for a no", (text) => {
    expect(readYesNo(text)).toBe("no");
  });

  it.each(
    "إن شاء الله|ان شاءالله|inshallah|بشوف|نعم إن شاء الله|yes but tomorrow|نعم ولكن بكرة|no problem|لا بأس|لا مشكلة|ok?|نعم؟|نعم لا|طيب كم السعر|يمكن|شكرا|السلام عليكم|مو الخميس|not the Sunday|1|lets go to Riyadh||   |ليش لا".split(
      "|",
    ),
  )("decides nothing by «%s»", (text) => {
    expect(readYesNo(text)).toBeUndefined();
  });

  it("never throws", () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        expect(["yes", "no", undefined]).toContain(readYesNo(text));
      }),
    );
  });
});
