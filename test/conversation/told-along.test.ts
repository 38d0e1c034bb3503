/** What a message tells in clauses of its own, beside the values that the embedded reading takes of it. */
import { describe, expect, it } from "vitest";
import { besideChange, toldAlong } from "../../src/conversation/hearing/told-along.ts";
import { asking, holding, read, readingBack, valuesOf } from "../understand/reader.ts";

const told = (text: string) => toldAlong(read(text).understandings, text);

describe("what is told along with an answer", () => {
  const form = holding("hotel_booking", "phone", {
    city: "Jeddah",
    checkin: "2026-12-03",
    nights: 3,
    guests: 2,
  });
  const told = (text: string) => toldAlong(read(text, form).understandings, text);

  it.each([
    ["+447911123456, sea view please, 4 stars, max 600 a night", "sea view please"],
    ["0551239876، سرير إضافي لو سمحتوا", "سرير إضافي لو سمحتوا"],
    ["0551239876, ghorfa hadya", "ghorfa hadya"],
  ])("is an extra that is wished for in two words: %s", (text, clause) => {
    expect(told(text)).toEqual([clause]);
  });

  it.each(["0551239876، وكم سعر الفطور", "0551239876, is there parking?", "0551239876، لا نحتاج فطور"])(
    "is no question and nothing unwanted: %s",
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});

describe("what is wished for beside a change", () => {
  const form = readingBack("hotel_booking", { city: "Jeddah", checkin: "2026-12-03", nights: 2, guests: 2 });
  const told = (text: string) => besideChange(read(text, form).understandings, text);

  it.each([
    ["3 nights not 2, and early check in please", "early check in please"],
    ["خلوها 3 ليالي مو ليلتين، وغرفة هادية", "غرفة هادية"],
    ["3 ليالٍ وليس ليلتين، ونرجو تجهيز سرير للطفل", "نرجو تجهيز سرير للطفل"],
  ])("goes along: %s", (text, wish) => {
    expect(told(text).map((words) => words.replace(/^و/u, ""))).toEqual([wish]);
  });

  it.each([
    "3 nights not 2, please",
    "3 nights not 2, is there parking?",
    "خلوها 3 ليالي مو ليلتين، آسف غلطت",
  ])("is no courtesy, question or excuse: %s", (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("what is told along with a request", () => {
  it.each([
    [
      "أرغب في استشارة قانونية بشأن عقد إيجار تجاري، المؤجر يريد إخلائي قبل نهاية المدة",
      "المؤجر يريد إخلائي قبل نهاية المدة",
    ],
    ["ابي فندق بمكة بكرة ليلتين لشخصين، امي على كرسي متحرك", "امي على كرسي متحرك"],
    ["عايز ابعت طرد من جدة للرياض ٣ كيلو، العمارة مفيهاش اسانسير", "العمارة مفيهاش اسانسير"],
    [
      "abghy funduq fi jeddah bokra leltain, el 3yal m3na w el waled kbeer fel sen",
      "el 3yal m3na w el waled kbeer fel sen",
    ],
    [
      "Braces check for my son, his orthodontist left the country last month",
      "his orthodontist left the country last month",
    ],
  ])("is its statement: %s", (text, clause) => {
    expect(told(text)).toContain(clause);
  });

  it.each([
    ["a courtesy", "السلام عليكم ورحمة الله وبركاته، ابي فندق بجدة بكرة ليلتين، الله يعطيكم العافية ويوفقكم"],
    ["a question", "ابي فندق بمكة بكرة ليلتين، وكم السعر لليلة الواحدة"],
    ["a question at its end", "ابي قاعة اجتماعات بالرياض بكرة، والسعر بالساعة كم"],
    ["a denial", "لست بحاجة إلى حجز فندق، أحتاج قاعة اجتماعات في الرياض"],
    ["one clause", "ابي ارسل شنطة ملابس ٧ كيلو من جدة للرياض بكرة العصر"],
    ["two requests", "ابي فندق بجدة بكرة ليلتين، وابي ارسل كرتون من جدة للرياض"],
    ["that it was told", "ابي فندق بجدة بكرة ليلتين لشخصين، قلت لكم قبل شوي"],
    ["a sum with its point", "ابي تشترون لي سماعة من جرير بحدود 1.500 ريال"],
  ])("is not %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("what is told along with an answer", () => {
  it("is its statement, and the value is none of it", () => {
    const text = "بكرة العصر، الكرتون عند حارس العمارة";
    const { understandings } = read(text, asking("pickup_date"));
    expect(toldAlong(understandings, text)).toEqual(["الكرتون عند حارس العمارة"]);
  });
});

describe("what is joined on behind a value", () => {
  it.each([
    ["storage_rental", "date", "من اول الشهر الجاي ويكون فيه حراسة", "يكون فيه حراسة"],
    ["storage_rental", "date", "من بكره وابيه مكيف", "ابيه مكيف"],
    ["storage_rental", "date", "from 1 december and it should have security", "it should have security"],
    ["storage_rental", "date", "from tomorrow and must be cool", "must be cool"],
  ])("is kept (%s, %s: %s)", (service, field, text, note) => {
    const { understandings } = read(text, holding(service, field, {}));
    expect(toldAlong(understandings, text)).toEqual([note]);
  });

  it("is kept beside a request, and gives the parcel no contents", () => {
    const text = "ابي ارسل كرتون من جدة للرياض بكرة وخلوا المندوب يتصل قبل";
    expect(valuesOf(read(text), "request")).not.toHaveProperty("contents");
    expect(told(text)).toEqual(["خلوا المندوب يتصل قبل"]);
  });

  it('is kept without an "and" where no question asks what it is about', () => {
    const text = "أبي موعد علاج طبيعي ظهري راح من شيل كراتين المستودع";
    const { understandings } = read(text);
    expect(toldAlong(understandings, text, { unjoined: true })).toEqual(["ظهري راح من شيل كراتين المستودع"]);
    expect(toldAlong(understandings, text)).toEqual([]);
  });

  it("is kept where one of two days will do", () => {
    expect(told("ابغى محامي عمالة بكرة الساعة ٥ العصر او بعد بكرة")).toEqual(["او بعد بكرة"]);
  });

  it("is none where it says what is not asked for", () => {
    expect(told("لم أطلب شراء دراجة، بل أريد بيع دراجتي بـ ٥٠٠ ريال")).toEqual([]);
  });

  it("is kept where it is one more, which no field takes", () => {
    expect(told("محتاج ادفع فاتورة الكهربا ٤٣٢ ريال والموية بعد")).toEqual(["الموية بعد"]);
  });

  it.each([
    ["storage_rental", "date", "من بكره وكم السعر"],
    ["storage_rental", "date", "من بكره وشكرا جزيلا لكم"],
    ["storage_rental", "date", "from tomorrow and thanks a lot guys"],
    ["clinic_booking", "phone", "0551234567 والله يعطيكم العافية"],
    ["clinic_booking", "phone", "0551234567 واسمي خالد"],
  ])("is none where it thanks, asks or gives a value (%s, %s: %s)", (service, field, text) => {
    const { understandings } = read(text, holding(service, field, {}));
    expect(toldAlong(understandings, text)).toEqual([]);
  });
});

describe("how somebody is called and written to", () => {
  const toldUnder = (text: string, names: boolean) =>
    toldAlong(read(text, holding("virtual_office", "phone", {})).understandings, text, { names });

  it("is kept where the form has no question for it", () => {
    expect(toldUnder("0544556600 اسمي ماجد", true)).toEqual(["اسمي ماجد"]);
    expect(toldUnder("Sara, 0561239999", true)).toEqual(["Sara"]);
    expect(toldUnder("email is sam@example.com phone 0567788112", true)).toEqual(["sam@example.com"]);
  });

  it("is left to the form that asks for names", () => {
    expect(toldUnder("0544556600 اسمي ماجد", false)).toEqual([]);
    expect(toldUnder("Sara, 0561239999", false)).toEqual([]);
  });
});
