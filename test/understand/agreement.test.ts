/** What agrees to a read-back in more words than a yes, and what does not yet. */
import { describe, expect, it } from "vitest";
import { agreements, notYet } from "./read-back-replies.ts";
import { gist, read, readingBack } from "./reader.ts";

const sale = readingBack("c2c_mediation", {
  role: "sell",
  item: "جوال",
  price: { amountMinor: 295000, currency: "SAR" },
  city: "Dammam",
  phone: "+966565003418",
});
const store = readingBack("storage_rental", {
  kind: "furniture",
  city: "Khobar",
  date: "2026-11-30",
  duration: "P4M",
  phone: "+966538860142",
});

describe("agreesAgain", () => {
  it.each([
    "ايه ٢٩٥٠ تمام اعتمد",
    "نعم ٢٩٥٠ ريال، صحيح",
    "أيوه كده ٢٩٥٠ مظبوط",
    "yes 2950 riyals, correct",
    "ee 2950 tamam",
    "الدمام ايه صح",
  ])("takes a yes with what was read for a yes: %s", (text) => {
    expect(gist(read(text, sale))).toEqual(["confirm"]);
  });

  it.each([
    "ايه اربع شهور، تمام",
    "نعم بالخبر، اعتمدوا",
    "yes four months, confirmed",
    "aywa 4 shohoor tamam",
  ])("knows periods and towns again: %s", (text) => {
    expect(gist(read(text, store))).toEqual(["confirm"]);
  });

  it.each([
    "ايه بس ٣٠٠٠",
    "ايه ٣١٠٠ تمام",
    "yes but 3000 riyals",
    "تمام، الرياض",
    "ايه تمام؟ ٢٩٥٠",
    "ايه مو ٢٩٥٠",
    "ايه ٢٩٠٠ تمام",
    "ايه ده ٢٩٥٠",
    "ليش ٢٩٥٠ تمام كذا",
    "٢٩٥٠",
    "yes 2500, correct",
    "eh da 2950 ya akhi",
    "ابدأوا الأسبوع الجاي",
  ])("takes no other value and no question for a yes: %s", (text) => {
    expect(gist(read(text, sale))).not.toContain("confirm");
  });
});

describe("isApproval", () => {
  it.each([
    "ايه كذا صح توكلو على الله",
    "اه كده مظبوط اتكل على الله",
    "تمام برضو",
    "صحيح وموافقين، لا مانع عندي",
    "نعم، اعتمدوا ذلك",
    "نعم صحيح، أرسلوا الطلب",
    "ee kitha 9a7",
    "aywa keda sa7, etwakalo 3ala allah",
    "yep thats right",
    "yeah looks good, go ahead",
    "ايوه تمام كده ابعتوه",
    "نعم صحيح، شكرا لكم",
    "yes that's correct, thanks a lot",
    "اه تمام متشكرين جدا",
    "ee tamam mashkooreen",
    "نعم، هذا هو المطلوب",
    "ايه هذا اللي ابيه",
    "ايوه هو ده المطلوب",
    "yes exactly",
  ])("hears nothing but agreement: %s", (text) => {
    expect(gist(read(text, store))).toEqual(["confirm"]);
  });

  it.each([
    "احجزوها",
    "خلاص احجزوا",
    "خلاص تمام",
    "تمام يلا احجزوا",
    "سددوها",
    "ادفعوها خلاص",
    "تمام ارسل",
    "ابعتوها لو سمحتم",
    "perfect, book it",
    "ok great thanks",
    "that's it, book it",
    "that's what we need",
    "ايوه ده اللي انا عايزه",
    "hatha elly abeeh",
    "ايه توكلنا",
    "ايوه يا باشا",
    "aywa, eb3atoh tamam",
    "نعم هذا ما طلبته",
    "الطلب صحيح",
    "لا مانع",
    "eh, e3temed",
    "aywa tamam sawooh",
    "mashy kammel",
    "eh ekmelo",
    "ماشي اعمله",
    "اعملوها خلاص",
    "تمام سووه",
    "اه تمام كده ربنا يكرمك",
  ])("hears nothing but agreement, in other words: %s", (text) => {
    expect(gist(read(text, store))).toEqual(["confirm"]);
  });

  it.each([
    ...["تمام؟", "مو صح", "ايه كذا بس بعدين", "yep thats wrong", "la mo kitha"],
    // A question, a sigh and a delay.
    ...["ايه ده", "ايه ده كله", "ايه الطلب ده", "ايه المطلوب", "ايه هو المطلوب", "ايه ده المطلوب", "eh da"],
    ...["eh el talab", "eh elmatloob", "ya allah", "ya rab", "اجل الطلب", "أجّل الحجز", "أجّل", "أجلوه"],
    // What was done, or by whom.
    ...["بعتها", "بعتها خلاص", "دفعوا", "حجز", "سجل", "نفذ", "بدا", "سددوا", "حجزوها", "بعتوها", "دفعتها"],
    ...["سددها خلاص", "ادفع", "اعتمدتوا", "تمام بعتها", "دفعوا امس تمام"],
    // Asked, told of another day, or no more than a sound.
    ...[
      "سووه",
      "ليش سووه",
      "اعمله ازاي",
      "kammel",
      "kammel el esm",
      "انا اعمله",
      "ربنا يكرمك",
      "sawooh bokra",
    ],
    // Courtesy, praise and the thing alone.
    ...["لو سمحت", "please", "w please", "الطلب", "المطلوب", "خلاص", "خلاص شكرا", "great", "good", "perfect"],
    ...["khalas shokran", "كده", "كذا", "then", "please then", "that's all", "لا بأس", "لا اعتمد", "يلا"],
  ])("hears no yes: %s", (text) => {
    expect(gist(read(text, store))).not.toContain("confirm");
  });
});

describe("a reply to a read-back", () => {
  const hotel = readingBack("hotel_booking", {
    ...{
      city: "Jeddah",
      checkin: "2026-12-03",
      nights: 2,
      guests: 2,
      name: "محمد سالم",
      phone: "+966501234567",
    },
  });

  it.each(agreements)("places it: %s", (text) => {
    expect(gist(read(text, hotel))).toEqual(["confirm"]);
  });

  it.each(notYet)("does not place it yet: %s", (text) => {
    expect(gist(read(text, hotel))).not.toContain("confirm");
  });
});

describe("an order to place it with a wish to be called", () => {
  it.each(["طيب خلاص اعتمدها وكلموني", "اعتمدوا واتصلوا علي", "ok place it and call me"])(
    "is a yes and the wish: %s",
    (text) => {
      expect(gist(read(text, store))).toEqual(["wish", "confirm"]);
    },
  );

  it.each(["تمام كلموني", "كلموني", "اعتمدها بعد ما تكلموني", "لا تعتمدها وكلموني", "اعتمدها وكلموني قبل؟"])(
    "is no yes: %s",
    (text) => {
      expect(gist(read(text, store))).not.toContain("confirm");
    },
  );
});

describe("a complaint behind a yes with a but", () => {
  it("is none where it only resembles one", () => {
    expect(gist(read("ماشي بس رد عليا الاول الفندق بفلوس؟", store))).not.toContain("complaint");
  });

  it.each(["ايه بس خدمتكم سيئة وما احد يرد", "خدمتكم زفت"])("is heard where it is said: %s", (text) => {
    expect(gist(read(text, store))).toContain("complaint");
  });
});

describe("a person", () => {
  it("is called in a form by a word for it alone", () => {
    expect(gist(read("لا مش عايزة شحن! حلة واحدة", store))).not.toContain("human_agent");
    expect(gist(read("ابي اكلم موظف", store))).toEqual(["human_agent"]);
    expect(gist(read("I want to talk to someone", store))).toEqual(["human_agent"]);
  });
});
