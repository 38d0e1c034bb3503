import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreesToDeed, readPlainYesNo, readYesNo } from "../../src/language/replies/yes-no.ts";
import { anyMessage } from "./fuzz.ts";

describe("readYesNo", () => {
  it.each(
    "تمام|ايوه|إيه|نعم|اعتمد|أكد|ابشر|طيب|أوكي|اوك|yes|ok|OK!|go ahead|👍|👍🏽|نعم شكرا|تمام اعتمد الطلب|yes please|aywa|na3am|tamam|موافق|ايييييه|أوافق|تمام كده|looks good|نعم اعتمدوا الطلب|تمام يعطيكم العافيه|اعتمد وخلصونا|أيوه يلا بسرعة بالله عليكم|نعم، يعتمد|ايه بس بسرعه|yes but quickly|ok bas bsor3a|yes fine, I agree|eewa akked|اي نعم|مظبوط|أيوة خلص|ايوه خلصونا|yalla tamam|بالظبط|اها|بالتأكيد|طبعا|y|yep|sure|توكلنا على الله|لا مانع عندي|صحيح وتمام|ok mwaf8|mwafe2 ya basha|mowafga|moafiq|tamam mwaf2een|go on then".split(
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
    "إن شاء الله|ان شاءالله|inshallah|بشوف|نعم إن شاء الله|yes but tomorrow|نعم ولكن بكرة|no problem|لا بأس|لا مشكلة|ok?|نعم؟|نعم لا|طيب كم السعر|يمكن|شكرا|السلام عليكم|مو الخميس|not the Sunday|1|lets go to Riyadh|mwaf8 3ala eh|mwaf8 bas|mo mwaf8|mwazaf|mafi|go on||   |ليش لا".split(
      "|",
    ),
  )("decides nothing by «%s»", (text) => {
    expect(readYesNo(text)).toBeUndefined();
  });

  it.each(
    "ايه شكرا|ايه والله|ايه الله يعطيكم العافية|اي نعم|ايه يا اخي اعتمد|اجل|أجل، صحيح|ya|ya tamam|ايوه يا باشا|eh tamam|ايه كذا صح|حسنا|ايه بسرعه|أيوه ده تمام|اه ده صح".split(
      "|",
    ),
  )("takes what is half a yes for one in «%s»", (text) => {
    expect(readYesNo(text)).toBe("yes");
  });

  it.each(
    "ايه ده|موافق على ايه|اه ده ايه|ايه ده كله|ايه هذا كله|ايه دا|ايه الطلب ده|ايه المطلوب|ايه هو|ايه كل ده|ايه الحجز|ايه ده تمام|eh da|eh|eh da kolo|ya allah|ya rab|ya akhi|ya 3am|ya basha|اجل الطلب|أجّل الحجز|أجّل|اجل الموعد|اي طلب|اي حجز|لا اجل الطلب|لو سمحت|please|الطلب|كذا|يلا|يا الله|حبيبي|يا وليدي|وليدي".split(
      "|",
    ),
  )("hears no yes in «%s»", (text) => {
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

describe("readPlainYesNo", () => {
  it.each(
    "نعم|موافق|نعم أوافق|ايه|ايوه شكرا|ايه موافق|اي نعم|تمام من فضلكم|yes|yes please|ok thanks|of course|aywa mowafe2|mashy mowafe2|ee|👍|موافق بس اخلصوا|نعم يا اخي|إيه موافقة يا وليدي|أوافق يا بنتي".split(
      "|",
    ),
  )("hears an express yes in «%s»", (text) => {
    expect(readPlainYesNo(text)).toBe("yes");
  });

  it.each(
    "ايه ده|ya allah|ايه هذا كله|اجل الطلب|تمام الطلب|توكلنا على الله|على بركة الله|looks good|place it|نعم كله|المطلوب|يلا|ok book it|eh da|لو سمحت|نعم اعتمد الطلب".split(
      "|",
    ),
  )("hears none in «%s»", (text) => {
    expect(readPlainYesNo(text)).toBeUndefined();
  });

  it.each(["ok mwaf8", "mwafe2een", "ee mowafeq"])("hears it however it is spelled: %s", (text) => {
    expect(readPlainYesNo(text)).toBe("yes");
  });

  it.each("لا|مو موافق|no thanks|لا شكرا|👎|mesh mwafe2|لا يا باشا".split("|"))(
    "lets «%s» not be a yes",
    (text) => {
      expect(readPlainYesNo(text)).not.toBe("yes");
    },
  );
});

describe("agreesToDeed", () => {
  const cancel = /^الغ(?:و|ي)?(?:ه|ها)?$/;

  it.each("الغه|ايه الغه|أيوه ألغيها|اه الغوه بالله عليكم|نعم ألغه لو سمحت|طيب الغيه".split("|"))(
    "hears the deed agreed to in «%s»",
    (text) => {
      expect(agreesToDeed(text, cancel)).toBe(true);
    },
  );

  it.each(
    "لا الغه|لا تلغيه|ما الغيها|ليش الغيه|الغيه؟|الغيه بعدين|ايه بس الغيه بكره|الغي الفندق|إن شاء الله الغيها|يمكن الغيه|مو الغيها".split(
      "|",
    ),
  )("hears it not in «%s»", (text) => {
    expect(agreesToDeed(text, cancel)).toBe(false);
  });
});
