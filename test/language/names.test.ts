import { describe, expect, it } from "vitest";
import { findLoneName, findPersonNames, parsePersonName } from "../../src/language/people/names.ts";
import { expectSound, expectSoundOnAnyText } from "./finder.ts";

describe("findPersonNames", () => {
  it.each([
    ["gulf", "اسمي محمد العتيبي", "محمد العتيبي"],
    ["gulf", "انا اسمي ساره وابي احجز", "ساره"],
    ["gulf", "باسم نورة بنت عبدالله القحطاني ورقمي 0501234567", "نورة بنت عبدالله القحطاني"],
    ["gulf", "المستلم: فهد القحطاني", "فهد القحطاني"],
    ["gulf", "معك خالد الدوسري من الرياض", "خالد الدوسري"],
    ["gulf", "المستلم اختي ريم جوالها 0501234567", "ريم"],
    ["gulf", "الحجز باسم أبو فهد", "أبو فهد"],
    ["egyptian", "انا اسمي أحمد سمير وعايز اوضة", "أحمد سمير"],
    ["egyptian", "انا محمود من طنطا", "محمود"],
    ["egyptian", "الحجز باسم منى عبد الرحمن", "منى عبد الرحمن"],
    ["msa", "الاسم: عبد الله بن سعد آل سعود", "عبد الله بن سعد آل سعود"],
    ["msa", "اسمي الكامل هو هدى صالح الحربي.", "هدى صالح الحربي"],
    ["msa", "اسم المستلم: د. يوسف إبراهيم", "يوسف إبراهيم"],
    ["msa", "المرسل إليه: سُعاد", "سُعاد"],
    ["arabizi", "esmi Ahmed Samy", "Ahmed Samy"],
    ["arabizi", "ana sara w 3ayza oda", "sara"],
    ["arabizi", "el esm: Nora el Qahtani", "Nora el Qahtani"],
    ["english", "my name is John Smith and I need a room", "John Smith"],
    ["english", "I'm Sara", "Sara"],
    ["english", "Name: Shaun O'Brien-Lee", "Shaun O'Brien-Lee"],
    ["english", "book under the name of Ali Hassan for 2 nights", "Ali Hassan"],
    ["english", "Recipient - Ms. Priya Raj", "Priya Raj"],
    ["english", "this is Khalid", "Khalid"],
    ["gulf", "المستلم: ماجد الشهري جواله 0559876543", "ماجد الشهري"],
    ["gulf", "اسمه فهد ورقمه ٠٥٥", "فهد"],
    ["arabizi", "esmo Ahmed raqmo 0551234567", "Ahmed"],
    ["english", "recipient is Fahad Mobile 0551234567", "Fahad"],
    ["english", "my name is Jane Smith phone 0551234567", "Jane Smith"],
  ])("finds a name as it was written (%s: %s)", (_, text, name) => {
    const found = findPersonNames(text);
    expectSound(text, found);
    expect(found.map(({ value, text: exact }) => [exact, value])).toEqual([[name, name]]);
  });

  it.each([
    "انا محتاج مندوب",
    "انا من الرياض",
    "I'm looking for a hotel",
    "I am happy",
    "this is urgent",
    "ana 3ayez fondo2",
    "ما اسم الفندق",
    "باسم 0501234567",
    "معك بطاقة؟",
    "call me tomorrow",
    "المستلم موجود بكره",
    "وش اسمك",
    "what is your name?",
  ])("takes no other words for a name (%s)", (text) => {
    expect(findPersonNames(text)).toEqual([]);
  });

  it("finds sender and recipient", () => {
    expect(findPersonNames("المرسل: علي صالح، المستلم: هند محمد").map(({ value }) => value)).toEqual([
      "علي صالح",
      "هند محمد",
    ]);
  });

  it("is sound on any text", () => {
    expectSoundOnAnyText(findPersonNames, [
      "اسمي",
      "محمد",
      "بن",
      "my name is",
      "Sara",
      "I'm",
      "المستلم:",
      "العتيبي",
      "O'Brien",
    ]);
  });
});

describe("parsePersonName", () => {
  it.each([
    ["gulf", "محمد العتيبي", "محمد العتيبي"],
    ["gulf", "  نوره  ", "نوره"],
    ["gulf", "نجلاء بنت فهد", "نجلاء بنت فهد"],
    ["egyptian", "مينا جرجس عبد الملاك", "مينا جرجس عبد الملاك"],
    ["egyptian", "اسمي هبة", "هبة"],
    ["msa", "د. محمد علي", "د. محمد علي"],
    ["msa", "سارة.", "سارة"],
    ["msa", "عَبْدُ الرَّحمٰن", "عَبْدُ الرَّحمٰن"],
    ["msa", "أمل", "أمل"],
    ["arabizi", "mohamed elsayed", "mohamed elsayed"],
    ["arabizi", "abu fahad", "abu fahad"],
    ["english", "John Smith", "John Smith"],
    ["english", "Abdulrahman  Al-Harbi", "Abdulrahman Al-Harbi"],
    ["english", "Jean-Luc Picard", "Jean-Luc Picard"],
    ["english", "my name is Zoë", "Zoë"],
  ])("takes a whole message for a name (%s: %s)", (_, text, name) => {
    expect(parsePersonName(text)).toBe(name);
  });

  it.each([
    "ok",
    "تمام",
    "السلام عليكم",
    "وين طلبي",
    "جدة",
    "0501234567",
    "محمد 2",
    "ابي احجز فندق",
    "thank you",
    "skip",
    "cancel",
    "yes",
    "لا",
    "",
    "😀",
    "one two three four five six seven",
    "aywa",
    "3ayez akalem 7ad",
    "ما ابي",
  ])("takes no command, greeting or city for a name (%s)", (text) => {
    expect(parsePersonName(text)).toBeUndefined();
  });
});

describe("findLoneName", () => {
  it.each([
    ["فهد القحطاني", "فهد القحطاني"],
    ["Omar Khan", "Omar Khan"],
    ["my name's Bilal Ahmed", "Bilal Ahmed"],
    ["ماجد الشهري", "ماجد الشهري"],
  ])("is sure of %s", (text, name) => {
    expect(findLoneName(text)?.value).toBe(name);
  });

  it.each(["Four Seasons", "بكرة", "tomorrow", "الرياض", "كتب وملابس", ""])("is not sure of %s", (text) => {
    expect(findLoneName(text)).toBeUndefined();
  });
});
