import { describe, expect, it } from "vitest";
import { readSameness } from "../../src/language/people/same-phone.ts";

describe("readSameness", () => {
  const same = [
    "نفس رقمي",
    "هو نفس رقمي 0551230002",
    "نفسه",
    "same number",
    "it's the same as mine",
    "nafs raqmi",
    "نفس رقم المستلم",
    "انا المستلم نفس رقمي",
    "انا اللي بستلم على نفس الرقم",
    "it's me, same number",
    "ana elmstelem, nafs raqmi",
  ];
  const own = [
    "رقمي",
    "انا المستلم",
    "mine",
    "my number too",
    "raqmi ana",
    "المستلم انا",
    "it's me",
    "i am the recipient",
  ];
  const neither = [
    "0551230002",
    "كتب",
    "my brother's number",
    "نفس الطلب السابق بس لثلاثة",
    "لا",
    "انا",
    "رقم المستلم",
    "المستلم خالد",
    "نفس العنوان",
    "same day",
  ];

  it.each(same)("hears the same number: %s", (text) => expect(readSameness(text)).toBe("same"));
  it.each(own)("hears the speaker's own: %s", (text) => expect(readSameness(text)).toBe("own"));
  it.each(neither)("leaves everything else alone: %s", (text) => expect(readSameness(text)).toBeUndefined());
});
