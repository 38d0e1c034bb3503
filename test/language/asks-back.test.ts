import { describe, expect, it } from "vitest";
import { readAskBack } from "../../src/language/replies/asks-back.ts";

describe("readAskBack", () => {
  const why = [
    "ليش تبون تعرفون وش فيه",
    "ليش رقمي؟",
    "ليه تحتاجون رقمي",
    "ما ابي رقمي لاحد",
    "لا اريد ان اكتب عنواني",
    "مش عايز اقول اسمي",
    "مش هقول اسمي",
    "ما ودي اشارك بياناتي",
    "هل هو مهم",
    "هو مهم الرقم؟",
    "هو لازم الرقم؟",
    "طيب ليش تحتاجونه",
    "هل هو ضروري",
    "ليه عايزينه",
    "لازم يعني؟",
    "why do you need it??",
    "do i have to?",
    "is it necessary",
    "what for?",
    "leh me7tageen el ra2am",
    "ليش",
    "ما ابي اعطي رقمي",
    "i dont want to give my name",
    "no name",
    "ولماذا تحتاجون رقمي",
    "is it safe",
    "leish el esm?",
    "ما اعرفه ليش تبونه",
    "I'd rather not",
    "ما ابي احد يعرف رقمي",
    "ما ابي احد يتصل علي",
    "i don't want anyone to call me",
    "i dont want calls",
  ];
  const known = [
    "my number is on whatsapp",
    "رقمي عندكم",
    "same as whatsapp",
    "use this number",
    "نفس رقم الواتساب",
    "الرقم اللي اكلمكم منه",
    "nafs el ra2m bta3 el whatsapp",
  ];
  const meaning = [
    "وش تقصدون",
    "مش فاهم السؤال",
    "يعني ايه؟",
    "ما المقصود بالمحتوى",
    "what do you mean by contents",
    "i dont understand",
    "which number",
    "shno ya3ni",
    "يعني ايه التفاصيل اكتب ايه",
    "وش اكتب هنا",
    "what should i write",
  ];
  const neither = [
    "كتب",
    "why do you need it?? anyway 0532221111",
    "do i have to pay the penalty in my contract",
    "ليش النت مقطوع",
    "كم السعر",
    "مهم",
    "طلبي وين",
    "ما ابي",
    "لا اريد",
    "ما ابي شي",
    "لا اريد هذا",
    "مش عايز ده",
    "ما ابي الكلام",
    "لي",
    "لما",
    "شلون",
    "شلون الرقم",
    "هو مهم",
    "هو مهم جدا",
    "0551230001",
    "0551230001 نفس الواتساب",
    "نفس رقمي",
    "اكتب خطاب استقالة",
    "ما ابي احد يدخن جنبي",
    "ما ابي احد يفتح الكرتون",
    "مش عايز حد يفتح الشنطة",
    "i don't want to be late",
    "i don't want to be near the elevator",
    "i don't want anyone to smoke in the room",
    "I don't want calls after 10pm from the hotel",
    "ما اعرفه",
    "هذا",
  ];

  it.each(why)("hears that the reason is wanted: %s", (text) => expect(readAskBack(text)).toBe("why"));
  it.each(meaning)("hears that the meaning is wanted: %s", (text) =>
    expect(readAskBack(text)).toBe("meaning"),
  );
  it.each(known)("hears that we are said to have it: %s", (text) => expect(readAskBack(text)).toBe("known"));
  it.each(neither)("leaves everything else alone: %s", (text) => expect(readAskBack(text)).toBeUndefined());

  const asked = [
    "ايش كنتم تسألوني",
    "وش كان السؤال؟",
    "السؤال كان ايه",
    "كنتوا بتسألوا عن ايه",
    "ما هو السؤال؟",
    "what was the question",
    "whats the question again",
    "esh kan el so2al",
  ];
  const told = [
    "كما ذكرت",
    "سبق ذكره",
    "زي ما قلت لكم",
    "كما أخبرتكم",
    "as I said",
    "already told you",
    "قلت لكم",
  ];

  it.each(asked)("hears that the question itself is wanted: %s", (text) => {
    expect(readAskBack(text)).toBe("asked");
  });

  it.each(told)("hears that it was told before: %s", (text) => {
    expect(readAskBack(text)).toBe("told");
  });

  it("hears the name of what is asked for behind 'what is'", () => {
    const names = () => ["العنوان الوطني", "national address"];
    expect(readAskBack("وش العنوان الوطني؟", names)).toBe("meaning");
    expect(readAskBack("what is the national address?", names)).toBe("meaning");
    expect(readAskBack("وش العنوان", names)).toBeUndefined();
  });
});
