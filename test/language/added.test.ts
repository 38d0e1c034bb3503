/** Words that add something to what was ordered, and words that do not. */
import { describe, expect, it } from "vitest";
import { addsSomething } from "../../src/language/replies/added.ts";

describe("words of adding", () => {
  it.each([
    "ياريت تكون قريبة من حي الصفا",
    "يا ليت تكتبون ان معه كرتونه والشاحن",
    "ترى فيها عطر قابل للكسر",
    "طيب وترا الباب الخلفي مفتوح",
    "نسيت أقولكم معنا طفل",
    "لو سمحت انتبهوا عليها",
    "fyi the gate is closed",
    "also please note that we come late",
    "ya rait tkoon 2oreba",
  ])("begin «%s»", (text) => {
    expect(addsSomething(text)).toBe(true);
  });

  it.each([
    "ابي فندق بجدة",
    "وش ترى؟",
    "تراجعت عن الطلب",
    "i forgot my password",
    "وين طلبي",
    "ليتر زيت",
    "",
  ])("do not begin «%s»", (text) => {
    expect(addsSomething(text)).toBe(false);
  });
});
