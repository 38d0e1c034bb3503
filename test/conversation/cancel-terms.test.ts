import { describe, expect, it } from "vitest";
import { asksCancelTerms } from "../../src/conversation/order/cancel-terms.ts";

describe("asksCancelTerms", () => {
  it.each([
    "ممكن نلغي لو ماقدرناش نيجي؟",
    "هل الإلغاء مجاني",
    "اقدر ألغي بعدين؟",
    "وش سياسة الإلغاء",
    "كم رسوم الالغاء لو غيرت رايي",
    "هل تُسترجع رسومي إذا ألغيت؟",
    "can I cancel for free?",
    "is there a cancellation fee",
    "what if I cancel later?",
    "momken cancel law et2a5aro?",
  ])("hears the question: %s", (text) => expect(asksCancelTerms(text)).toBe(true));

  it.each([
    "ممكن تلغي الطلب لو سمحت",
    "الغوا الطلب",
    "ابي الغي طلبي اذا ممكن",
    "can you cancel it if possible?",
    "cancel my order",
    "ممكن نلغي؟",
    "لو السعر غالي الغوه",
    "كم رسوم التجديد",
    "law sama7t cancel",
  ])("leaves alone: %s", (text) => expect(asksCancelTerms(text)).toBe(false));
});
