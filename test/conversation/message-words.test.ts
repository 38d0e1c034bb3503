import { describe, expect, it } from "vitest";
import { readMessageWish } from "../../src/conversation/message-words.ts";
import type { DraftId } from "../../src/domain/ids.ts";

const idle = {};
const inForm = { active: "3.1" as DraftId };
const stopped = { optedOut: { at: 1, messageId: "m", text: "stop" } };
const asksToStop = { type: "messages", wanted: false };
const asksForThem = { type: "messages", wanted: true };

describe("readMessageWish", () => {
  it.each([
    "إيقاف الرسائل",
    "إيقاف الرسائل لو سمحتم",
    "لا ترسلون",
    "خلاص لا ترسلون لي شي",
    "لا ترسلولي شي",
    "لاترسلولي شي",
    "ما ابي رسايل منكم",
    "وقفوا الرسايل",
    "ما أبغى رسائلكم",
    "لا تراسلوني مرة ثانية",
    "لا أرغب في استقبال الرسائل",
    "أرجو عدم الإرسال",
    "ايقاف استقبال الرسائل",
    "متبعتوليش حاجة تاني",
    "مش عايز رسايل",
    "بطلوا تبعتوا",
    "كفاية رسايل لو سمحت",
    "la tersloli shay",
    "wa2fo el rasayel",
    "ma abi rasayel",
    "matb3atoosh",
    "unsubscribe",
    "Please stop messaging me",
    "stop sending me messages",
    "STOP ALL",
    "don't text me anymore",
    "no more messages please",
    "opt out",
  ])("takes «%s» for a wish that messages end, whatever is open", (text) => {
    expect(readMessageWish(idle, text)).toEqual(asksToStop);
    expect(readMessageWish(inForm, text)).toEqual(asksToStop);
  });

  it.each([
    "تفعيل الرسائل",
    "فعلوا الرسايل",
    "رجعوا الرسائل لو سمحتوا",
    "ارسلوا عادي",
    "unstop",
    "resume messages",
  ])("takes «%s» for a wish that they come again", (text) => {
    expect(readMessageWish(stopped, text)).toEqual(asksForThem);
    expect(readMessageWish(idle, text)).toEqual(asksForThem);
  });

  it("takes a bare stop for one only where nothing is open", () => {
    expect(readMessageWish(idle, "Stop")).toEqual(asksToStop);
    expect(readMessageWish(idle, "لا ترسل")).toEqual(asksToStop);
    expect(readMessageWish(idle, "إلغاء الاشتراك")).toEqual(asksToStop);
    expect(readMessageWish(inForm, "إلغاء الاشتراك")).toBeUndefined();
    expect(readMessageWish(inForm, "stop")).toBeUndefined();
    const deciding = { open: { type: "cancel_draft", draft: "3.1" as DraftId, token: "q1" } } as const;
    expect(readMessageWish(deciding, "stop")).toBeUndefined();
  });

  it("takes a bare start for one only where messages were stopped", () => {
    expect(readMessageWish(stopped, "start")).toEqual(asksForThem);
    expect(readMessageWish(stopped, "subscribe")).toEqual(asksForThem);
    expect(readMessageWish(idle, "start")).toBeUndefined();
    expect(readMessageWish(idle, "اشتراك")).toBeUndefined();
  });

  it.each([
    "إلغاء",
    "إلغاء الطلب",
    "وقف",
    "لا ترسلون المندوب اليوم",
    "لا ترسلون الشحنة قبل الظهر",
    "أبي أرسل شحنة",
    "وقفوا الطلب",
    "ارسلوا الفاتورة",
    "متى ترسلون الفاتورة",
    "stop the order",
    "don't send it before noon",
    "send me the bill",
    "I need a notification service",
    "أبي خدمة رسائل SMS لمتجري",
  ])("leaves «%s» alone", (text) => {
    expect(readMessageWish(idle, text)).toBeUndefined();
    expect(readMessageWish(stopped, text)).toBeUndefined();
  });
});
