import { describe, expect, it } from "vitest";
import { findPlaces, placeNamed } from "../../src/language/places/places.ts";
import { expectSound, expectSoundOnAnyText } from "./finder.ts";

/** [variety, text, "Name=words" for each place found, with its attached letters before a +] */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ["gulf", "ابي اوصل طرد من الرياض لجدة", ["Riyadh=الرياض", "Jeddah=ل+جدة"]],
  ["gulf", "للرياض", ["Riyadh=ل+لرياض"]],
  ["gulf", "ابي فندق بالرياض ليلتين", ["Riyadh=ب+الرياض"]],
  ["gulf", "نبي نسكن بالطايف ويكند", ["Taif=ب+الطايف"]],
  ["gulf", "شقه مفروشه بمكه", ["Makkah=ب+مكه"]],
  ["gulf", "من جده للدمام والخبر", ["Jeddah=جده", "Dammam=ل+لدمام", "Khobar=و+الخبر"]],
  ["gulf", "عالرياض بكره", ["Riyadh=ع+الرياض"]],
  ["gulf", "من حايل لبريده", ["Hail=حايل", "Buraydah=ل+بريده"]],
  ["gulf", "شحنة الى حفر الباطن", ["Hafar Al Batin=حفر الباطن"]],
  ["gulf", "من القصيم لخميس مشيط", ["Qassim=القصيم", "Khamis Mushait=ل+خميس مشيط"]],
  ["gulf", "الاحساء والهفوف", ["Al Ahsa=الاحساء", "Hofuf=و+الهفوف"]],
  ["gulf", "من المدينة لينبع", ["Medina=المدينة", "Yanbu=ل+ينبع"]],
  ["gulf", "الخبر، والمشتري رقمه 0541239876", ["Khobar=الخبر"]],
  ["gulf", "الخبر يا اخوي، ورقمي 0509998877", ["Khobar=الخبر"]],
  ["egyptian", "الخبر 0541239876", ["Khobar=الخبر"]],
  ["gulf", "من الخبر الى الجبيل", ["Khobar=الخبر", "Jubail=الجبيل"]],
  ["gulf", "فندق في ابها او الباحة", ["Abha=ابها", "Al Bahah=الباحة"]],
  ["gulf", "وصلوها سكاكا الجوف", ["Sakaka=سكاكا الجوف"]],
  ["gulf", "ابيها توصل نجران وشرورة", ["Najran=نجران", "Sharurah=و+شرورة"]],
  ["gulf", "المدينه: تبوك", ["Tabuk=تبوك"]],
  ["gulf", "جازان صبيا ابوعريش", ["Jizan=جازان", "Sabya=صبيا", "Abu Arish=ابوعريش"]],
  ["gulf", "الرياظ", ["Riyadh=الرياظ"]],
  ["gulf", "من القطيف لسيهات", ["Qatif=القطيف", "Saihat=ل+سيهات"]],
  ["egyptian", "عايز اشحن من الجيزة لاسوان", ["Giza=الجيزة", "Aswan=ل+اسوان"]],
  ["egyptian", "توصيل للمنصورة بكام", ["Mansoura=ل+لمنصورة"]],
  ["egyptian", "فندق في اسكندرية", ["Alexandria=اسكندرية"]],
  ["egyptian", "من القاهره لشرم الشيخ", ["Cairo=القاهره", "Sharm El Sheikh=ل+شرم الشيخ"]],
  ["egyptian", "قرية في العين السخنة", ["Ain Sokhna=العين السخنة"]],
  ["egyptian", "الغردقه والاقصر", ["Hurghada=الغردقه", "Luxor=و+الاقصر"]],
  ["egyptian", "طنطا او بورسعيد", ["Tanta=طنطا", "Port Said=بورسعيد"]],
  ["egyptian", "من مصر للسعوديه", ["Egypt=مصر", "Saudi Arabia=ل+لسعوديه"]],
  ["egyptian", "القاهرا", ["Cairo=القاهرا"]],
  ["msa", "أُريدُ إرسالَ طردٍ من جُدّة إلى الدمّام", ["Jeddah=جُدّة", "Dammam=الدمّام"]],
  ["msa", "هل توجد غرف في المدينة المنورة؟", ["Medina=المدينة المنورة"]],
  ["msa", "مكة المكرمة", ["Makkah=مكة المكرمة"]],
  ["msa", "من أبوظبي إلى الشارقة", ["Abu Dhabi=أبوظبي", "Sharjah=الشارقة"]],
  ["msa", "إلى دبي أو الدوحة", ["Dubai=دبي", "Doha=الدوحة"]],
  ["msa", "السفر إلى سلطنة عمان", ["Oman=سلطنة عمان"]],
  ["msa", "السفر إلى عُمان", ["Oman=عُمان"]],
  ["msa", "شحنة إلى عمّان", ["Amman=عمّان"]],
  ["msa", "من بيروت إلى إسطنبول", ["Beirut=بيروت", "Istanbul=إسطنبول"]],
  ["msa", "الكويت والبحرين وقطر", ["Kuwait=الكويت", "Bahrain=و+البحرين", "Qatar=و+قطر"]],
  ["msa", "المنطقة الشرقية", ["Eastern Province=المنطقة الشرقية"]],
  ["msa", "محافظة الوجه", ["Al Wajh=الوجه"]],
  ["msa", "مدينة تربة", ["Turbah=تربة"]],
  ["msa", "من صنعاء إلى عدن", ["Sanaa=صنعاء", "Aden=عدن"]],
  ["msa", "إلى المغرب", ["Morocco=المغرب"]],
  ["msa", "جــــدة", ["Jeddah=جــــدة"]],
  ["msa", "الظهران، عنيزة، ينبع", ["Dhahran=الظهران", "Unaizah=عنيزة", "Yanbu=ينبع"]],
  ["arabizi", "abi arsel shahna le jeddah", ["Jeddah=jeddah"]],
  ["arabizi", "men el riyadh le gedda", ["Riyadh=el riyadh", "Jeddah=gedda"]],
  ["arabizi", "fondo2 fe el 2ahera", ["Cairo=el 2ahera"]],
  ["arabizi", "mn makka ljeddah", ["Makkah=makka", "Jeddah=l+jeddah"]],
  ["arabizi", "fel eskandria", ["Alexandria=eskandria"]],
  ["arabizi", "alriyadh", ["Riyadh=alriyadh"]],
  ["arabizi", "mn el dammam lel 5obar", ["Dammam=el dammam", "Khobar=5obar"]],
  ["arabizi", "6aif wela 2abha", ["Taif=6aif", "Abha=2abha"]],
  ["arabizi", "men 3ar3ar le ta2if", ["Arar=3ar3ar", "Taif=ta2if"]],
  ["english", "I want to send a parcel to Jeddah", ["Jeddah=Jeddah"]],
  ["english", "from Riyad to Jedda", ["Riyadh=Riyad", "Jeddah=Jedda"]],
  ["english", "hotel in Mecca or Madinah", ["Makkah=Mecca", "Medina=Madinah"]],
  ["english", "Al-Khobar", ["Khobar=Al-Khobar"]],
  ["english", "ship to Khamis Mushait", ["Khamis Mushait=Khamis Mushait"]],
  ["english", "in Buraidah, Al Qassim", ["Buraydah=Buraidah", "Qassim=Al Qassim"]],
  ["english", "from burydah to yanboo", ["Buraydah=burydah", "Yanbu=yanboo"]],
  [
    "english",
    "a supplier in Saudi Arabia or the UAE",
    ["Saudi Arabia=Saudi Arabia", "United Arab Emirates=UAE"],
  ],
  ["english", "Istanbul, Dubai and Cairo", ["Istanbul=Istanbul", "Dubai=Dubai", "Cairo=Cairo"]],
  ["english", "Jubail to Hafr Al-Batin", ["Jubail=Jubail", "Hafar Al Batin=Hafr Al-Batin"]],
  ["english", "to New York", ["New York=New York"]],
  ["english", "from damamm to jedddah", ["Dammam=damamm", "Jeddah=jedddah"]],
  ["mixed", "شحن من Riyadh الى جده", ["Riyadh=Riyadh", "Jeddah=جده"]],
];

const none: readonly (readonly [string, string])[] = [
  ["gulf", "ضيفنا وليد منصور"],
  ["english", "Walid Mansour"],
  ["gulf", "توصيل داخل المدينة"],
  ["gulf", "فندق وسط المدينه"],
  ["gulf", "وصلني الخبر"],
  ["gulf", "ايش الخبر"],
  ["gulf", "الخبر وصلني، شكرًا"],
  ["msa", "الخبر السعيد، وصل الطرد"],
  ["gulf", "بعد المغرب"],
  ["gulf", "قبل المغرب بساعه"],
  ["gulf", "ابيه بالكامل"],
  ["gulf", "شارع فلسطين"],
  ["gulf", "حي الريان"],
  ["gulf", "طريق مكة"],
  ["gulf", "بنك الرياض"],
  ["gulf", "دورة الرياضة في الحمام"],
  ["gulf", "يوم الخميس"],
  ["gulf", "الاتصالات السعودية"],
  ["gulf", "رسوم بريدي"],
  ["gulf", "من الحين الى بكره"],
  ["egyptian", "دكتور العين"],
  ["egyptian", "عندي الم في العين"],
  ["egyptian", "الحجرة دي حلوة"],
  ["msa", "الأحوال المدنية"],
  ["msa", "ما المدينة التي تقصدونها؟"],
  ["msa", "ثلاث مرات"],
  ["msa", "الرمز البريدي 12345"],
  ["msa", "مستودع للبضائع"],
  ["arabizi", "3ayez a3raf baqat el net"],
  ["arabizi", "abgha a7jez ghorfa"],
  ["english", "a pair of Jordan shoes"],
  ["english", "social media parts"],
  ["english", "salt and pepper"],
  ["english", "this woman"],
  ["english", "Mecca Road"],
  ["english", "call Alex"],
];

describe("findPlaces", () => {
  it.each(rows)("finds places (%s: %s)", (_, text, expected) => {
    const found = findPlaces(text);
    expectSound(text, found);
    expect(
      found.map(({ value, text: words, prefix }) => `${value.en}=${prefix ? `${prefix}+` : ""}${words}`),
    ).toEqual(expected);
  });

  it.each(none)("takes no ordinary word for a place (%s: %s)", (_, text) => {
    expect(findPlaces(text)).toEqual([]);
  });

  it("tells kind, country and both names", () => {
    expect(findPlaces("جدة")[0]?.value).toEqual({
      id: "sa-jeddah",
      ar: "جدة",
      en: "Jeddah",
      country: "SA",
      kind: "city",
    });
    expect(findPlaces("القصيم")[0]?.value.kind).toBe("region");
    expect(findPlaces("Egypt")[0]?.value).toMatchObject({ kind: "country", country: "EG" });
  });

  it("reads what stands before a name, so that «لـ» is seen", () => {
    const text = "من الرياض لجدة";
    const jeddah = findPlaces(text)[1];
    expect(text.slice((jeddah?.start ?? 0) - 1, jeddah?.start)).toBe("ل");
  });

  it("is sound on any text", () => {
    expectSoundOnAnyText(findPlaces, [
      "الرياض",
      "لجدة",
      "وبالمدينة",
      "خميس",
      "مشيط",
      "Al",
      "Khobar",
      "el 2ahera",
      "عُمان",
      "الرياظ",
    ]);
  });

  it("reads a message of 60 characters within the time of a blink", () => {
    const text = "ابي اوصل كرتون كتب من الرياض حي الملقا لجدة بكره العصر ضرو";
    for (let warm = 0; warm < 500; warm += 1) findPlaces(`${text}${warm}`);
    const begun = performance.now();
    for (let round = 0; round < 2000; round += 1) findPlaces(`${text}${round}`);
    // Measured 8–12 µs; the bound leaves room for a busy machine.
    expect((performance.now() - begun) / 2000).toBeLessThan(1);
  });
});

describe("placeNamed", () => {
  it("finds a place by its English name in any case", () => {
    expect(placeNamed("Jeddah")?.ar).toBe("جدة");
    expect(placeNamed(" al ahsa ")?.en).toBe("Al Ahsa");
    expect(placeNamed("Atlantis")).toBeUndefined();
  });
});
