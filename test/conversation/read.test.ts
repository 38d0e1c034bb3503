/** The order of a message's reading: secrets, commands and references, the open question's own parser, then the classifier. */
import { describe, expect, it } from "vitest";
import { commandOf } from "../../src/conversation/reading/commands.ts";
import { readBeforeClassifier } from "../../src/conversation/reading/read.ts";
import type { Understanding } from "../../src/domain/understanding.ts";
import { catalogueWith, fiveQuestions, paperwork } from "./made-flows.ts";
import { type Paper, paperOffice } from "./paper-office.ts";

const catalogue = catalogueWith(fiveQuestions, paperwork);
const request = (service: string): Understanding => ({ type: "request", service, fields: {} });

function officeAsking(service: string): Paper {
  const office = paperOffice({ catalogue });
  office.says_("x", { understandings: [request(service)], confidence: 1, by: "embedded" });
  return office;
}
function read(office: Paper, text: string) {
  return readBeforeClassifier(catalogue, office.conversation, text, office.now);
}
function settled(office: Paper, text: string): Understanding | undefined {
  const first = read(office, text);
  return first.type === "settled" ? first.reading.understandings[0] : undefined;
}
function placed(): Paper {
  const office = officeAsking("five");
  for (const text of ["3", "بكرة", "small", "0501234567", "نعم"]) office.says_(text);
  expect(office.orders.size).toBe(1);
  return office;
}

describe("readBeforeClassifier", () => {
  it("cuts a secret out before anything else is read", () => {
    const first = read(officeAsking("five"), "رمز التحقق 482913");
    expect(first).toMatchObject({ type: "secret", kinds: ["code"] });
    expect(JSON.stringify(first)).not.toContain("482913");
  });

  it("takes the whole message as the answer to a closed question", () => {
    expect(settled(officeAsking("five"), "٣")).toMatchObject({
      type: "answers",
      fields: { count: { value: 3, text: "٣" } },
    });
  });

  it("leaves a message that says more to the classifier, with the form and its question", () => {
    const office = officeAsking("five");
    const first = read(office, "3 وأبغى فندق في جدة");
    expect(first).toMatchObject({
      type: "ask",
      context: { open: { service: "five", asked: "count", awaiting: "answer", filled: [] } },
    });
  });

  it("tells a value that cannot stand", () => {
    expect(settled(officeAsking("five"), "0")).toMatchObject({
      type: "answers",
      bad: { count: { reason: "too_small" } },
    });
  });

  it("puts commands before answers", () => {
    expect(settled(officeAsking("five"), "الغاء")).toEqual({ type: "cancel" });
    expect(settled(officeAsking("hotel_booking"), "وين طلبي؟")).toEqual({ type: "order_status" });
  });

  it("reads the number of an order of this chat, and of no other", () => {
    const office = placed();
    expect(settled(office, "10001")).toEqual({ type: "order_status", ref: "BR-10001" });
    expect(settled(office, "٢٠٤١٨")).toBeUndefined();
    expect(settled(office, "br 20418")).toEqual({ type: "order_status", ref: "BR-20418" });
    expect(settled(office, "الغ طلب 10001")).toEqual({ type: "cancel_order", ref: "BR-10001" });
  });

  it("keeps a number an answer while a number is asked for", () => {
    const office = placed();
    office.says_("x", { understandings: [request("five")], confidence: 1, by: "embedded" });
    expect(settled(office, "10001")).toMatchObject({ type: "answers", fields: { count: { value: 10_001 } } });
  });

  it("reads «لاحقًا» and its number where the flow allows it", () => {
    const office = officeAsking("paperwork");
    office.says_("new");
    expect(settled(office, "1")).toEqual({ type: "skip" });
    expect(settled(office, "لاحقًا")).toEqual({ type: "skip" });
  });

  it.each([
    ["1", { type: "confirm" }],
    ["٢", { type: "change" }],
    ["3", { type: "chosen", id: "cancel" }],
    ["تمام", { type: "confirm" }],
    ["ابشر", { type: "confirm" }],
    ["👍", { type: "confirm" }],
    ["go ahead", { type: "confirm" }],
    ["لا", { type: "change" }],
    ["إلغاء", { type: "chosen", id: "cancel" }],
    ["إن شاء الله", undefined],
    ["بشوف", undefined],
  ] as const)("reads %j under a read-back", (text, means) => {
    const office = paperOffice({ catalogue });
    const fields = {
      city: { value: "Jeddah", text: "x", start: 0, end: 1 },
      checkin: { value: "2026-11-26", text: "x", start: 0, end: 1 },
      nights: { value: 2, text: "x", start: 0, end: 1 },
      guests: { value: 2, text: "x", start: 0, end: 1 },
      name: { value: "سارة", text: "x", start: 0, end: 1 },
      phone: { value: "+966501234567", text: "x", start: 0, end: 1 },
    };
    office.says_("x", {
      understandings: [{ type: "request", service: "hotel_booking", fields }],
      confidence: 1,
      by: "exact",
    });
    expect(office.conversation.open?.type).toBe("read_back");
    if (means) expect(settled(office, text)).toEqual(means);
    else expect(settled(office, text)?.type).not.toBe("confirm");
  });

  it("reads a correction after placing against the newest open order", () => {
    const office = placed();
    expect(read(office, "أقصد ٤ مو ٣")).toMatchObject({
      type: "ask",
      context: { open: { service: "five", awaiting: "nothing" } },
    });
    expect(read(office, "أبي شحنة ثالثة إلى جدة")).not.toHaveProperty("context.open");
  });
});

describe("commandOf", () => {
  it.each([
    ["إلغاء لو سمحت", "cancel"],
    ["CANCEL", "cancel"],
    ["wain talabi", "order_status"],
    ["فين طلبي", "order_status"],
    ["موظف!", "human_agent"],
    ["English please", "language"],
    ["بياناتي", "privacy"],
    ["نكمّل", "resume"],
    ["skip", "skip"],
    ["السلام عليكم ورحمة الله وبركاته", "greeting"],
    ["يعطيكم العافية", "thanks"],
    ["help", "office"],
    ["/start", "greeting"],
    [`/start ${"c".repeat(64)}`, "greeting"],
  ])("knows %j as %s", (text, type) => {
    expect(commandOf(text)?.type).toBe(type);
  });

  it.each(["أبي ألغي حجز الفندق وأحجز غيره", "وين أقرب فندق", "من فضلك", ""])(
    "leaves %j to be understood",
    (text) => {
      expect(commandOf(text)).toBeUndefined();
    },
  );
});
