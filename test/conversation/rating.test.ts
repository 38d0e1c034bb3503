/** After an order is done: asked once how it was, answered in any way or not at all. */
import { describe, expect, it } from "vitest";
import type { OrderRef } from "../../src/domain/ids.ts";
import { plain } from "../kit.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, fiveQuestions } from "./made-flows.ts";
import { type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const [minute, hour] = [60_000, 3_600_000];

function done(options: { readonly at?: string; readonly channel?: string } = {}): Paper {
  const { at = "2026-11-22T10:00:00+03:00", channel = "paper" } = options;
  const office = paperOffice({ catalogue: catalogueWith(fiveQuestions), at: Date.parse(at), channel });
  const request = { type: "request", service: "five", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
  office.acts(sara, { type: "claim" }, ref);
  office.acts(sara, { type: "move", move: { to: "in_progress" } }, ref);
  office.acts(sara, { type: "move", move: { to: "done" } }, ref);
  return office;
}
/** The question has been put. */
function asked(): Paper {
  const office = done();
  office.waits(31 * minute);
  return office;
}
const rating = (office: Paper) => office.orders.get(ref)?.rating;
const questions = (office: Paper, says = office.says) =>
  says.filter(({ text }) => text.includes("التقييم من 1 إلى 5")).length;

describe("the question how an order was", () => {
  it("is put once, half an hour after the end, with a mark to press", () => {
    const office = done();
    expect(office.waits(29 * minute)).toEqual([]);
    const says = office.waits(2 * minute);
    expect(questions(office, says)).toBe(1);
    expect(says[0]?.choices?.map(({ label }) => label)).toEqual([
      ...["1 سيئ جدًا", "2 سيئ", "3 مقبول", "4 جيد", "5 ممتاز"],
    ]);
    expect(questions(office, office.waits(10 * 24 * hour))).toBe(0);
  });

  it("waits for the morning", () => {
    const office = done({ at: "2026-11-22T21:50:00+03:00" });
    expect(questions(office, office.waits(10 * hour))).toBe(0);
    expect(questions(office, office.waits(2 * hour))).toBe(1);
  });

  it("waits while the customer is busy or a colleague is wanted, and is let go after days", () => {
    const office = done();
    const request = { type: "request", service: "five", fields: {} } as const;
    office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
    expect(questions(office, office.waits(1 * hour))).toBe(0);
    office.says_("إلغاء");
    expect(questions(office, office.waits(2 * hour))).toBe(1);
    const complains = done();
    complains.says_("x", {
      understandings: [{ type: "complaint" }],
      confidence: 1,
      by: "embedded",
    });
    expect(questions(complains, complains.waits(20 * 24 * hour))).toBe(0);
    expect(rating(complains)).toEqual({ letGo: true });
  });

  it("is never put to who stopped messages, or where nobody reads", () => {
    const stopped = done();
    stopped.says_("إيقاف الرسائل");
    expect(stopped.waits(2 * hour)).toEqual([]);
    expect(rating(stopped)).toEqual({ letGo: true });
    const desk = done({ channel: "desk" });
    expect(desk.waits(24 * hour)).toEqual([]);
    expect(rating(desk)).toEqual({ letGo: true });
  });

  it("is no news any more after a stop of a week", () => {
    const office = done();
    expect(questions(office, office.stops(7 * 24 * hour))).toBe(0);
    expect(rating(office)).toEqual({ letGo: true });
  });
});

describe("a rating", () => {
  it("is read from a number, stars, a word, and what stands beside them", () => {
    const given: readonly (readonly [string, number, string | undefined])[] = [
      ["5", 5, undefined],
      ["٤", 4, undefined],
      ["4 من 5", 4, undefined],
      ["5/5", 5, undefined],
      ["⭐⭐⭐⭐", 4, undefined],
      ["ممتاز", 5, undefined],
      ["excellent", 5, undefined],
      ["زين", 4, undefined],
      ["مش كويس", 2, undefined],
      ["سيء", 2, undefined],
      ["ممتاز والمندوب محترم", 5, "ممتاز والمندوب محترم"],
      ["4 بس تأخر شوي", 4, "4 بس تأخر شوي"],
      ["3، المكان بعيد", 3, "3، المكان بعيد"],
    ];
    for (const [said, mark, words] of given) {
      const office = asked();
      office.says_(said);
      expect([said, rating(office)?.mark, rating(office)?.words]).toEqual([said, mark, words]);
    }
  });

  it("thanks for a good one and asks nothing more", () => {
    const office = asked();
    office.press(sure(office.says[0]?.choices?.[4]?.value));
    expect(office.text()).toContain("شكرًا لتقييمك");
    expect(office.conversation.open).toBeUndefined();
    expect(office.conversation.person).toBeUndefined();
    expect(office.history.get(ref)?.at(-1)).toMatchObject({
      what: "rated",
      mark: 5,
      by: { type: "customer" },
    });
  });

  it("opens a complaint of that order where it is low, and asks what was wrong", () => {
    const office = asked();
    office.says_("1");
    expect(office.conversation.person).toMatchObject({ reason: "complaint", order: "BR-10002" });
    expect(office.orders.get("BR-10002" as OrderRef)).toMatchObject({ kind: "complaint", about: ref });
    expect(plain(office.text())).toContain("نعتذر عن التقصير في طلبك BR-10001");
    expect(office.text()).toContain("ما الذي لم يكن بالمستوى المطلوب؟");
    office.says_("المندوب تأخر ساعتين", {
      understandings: [{ type: "complaint" }],
      confidence: 1,
      by: "embedded",
    });
    expect(rating(office)).toMatchObject({ mark: 1, words: "المندوب تأخر ساعتين" });
    expect(office.text()).toContain("وصل كلامك");
    expect(office.orders.get("BR-10002" as OrderRef)?.fields.words?.value).toBe("المندوب تأخر ساعتين");
    expect(office.conversation.open).toBeUndefined();
  });

  it("asks nothing more of who has said what was wrong", () => {
    const office = asked();
    office.says_("سيء، المندوب تأخر كثير");
    expect(rating(office)).toMatchObject({ mark: 2, words: "سيء، المندوب تأخر كثير" });
    expect(office.text()).not.toContain("ما الذي لم يكن");
  });

  it("counts by a press whenever it comes, and once", () => {
    const office = asked();
    const five = sure(office.says[0]?.choices?.[4]?.value);
    const one = sure(office.says[0]?.choices?.[0]?.value);
    const request = { type: "request", service: "five", fields: {} } as const;
    office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
    office.press(five);
    expect(rating(office)?.mark).toBe(5);
    expect(office.text()).toContain("count?");
    office.press(one);
    expect(rating(office)?.mark).toBe(5);
  });

  it("is ignored without harm: a new wish, thanks and other words are what they are", () => {
    const office = asked();
    const request = { type: "request", service: "five", fields: {} } as const;
    office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
    expect(office.text()).toContain("count?");
    expect(rating(office)?.mark).toBeUndefined();
    for (const said of ["3 طرود من الرياض لجدة", "شكرا", "مو ممتاز", "كم الساعة؟", "نعم"]) {
      const other = asked();
      other.says_(said);
      expect([said, rating(other)?.mark]).toEqual([said, undefined]);
    }
    const declined = asked();
    declined.says_("لا شكرا");
    expect(rating(declined)?.mark).toBeUndefined();
  });

  it("takes a wish for something else behind the question what was wrong", () => {
    const office = asked();
    office.says_("2");
    const request = { type: "request", service: "five", fields: {} } as const;
    office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
    expect(rating(office)?.words).toBeUndefined();
    expect(office.text()).toContain("count?");
  });
});
