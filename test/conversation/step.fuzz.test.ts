/** Any sequence of events keeps the invariants: `paper-office.ts` checks them after every turn. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgentAct } from "../../src/domain/act.ts";
import type { DocumentId } from "../../src/domain/ids.ts";
import type { Content } from "../../src/domain/message.ts";
import { statusNames } from "../../src/domain/order.ts";
import type { Reading, Understanding } from "../../src/domain/understanding.ts";
import { catalogueWith, fiveQuestions, paperwork } from "./made-flows.ts";
import { huda, omar, type Paper, paperOffice, sara, sundayMorning } from "./paper-office.ts";

const catalogue = catalogueWith(fiveQuestions, paperwork);
const services = [...catalogue.flows.keys()];
const document = "f_0000000000000000000000" as DocumentId;

const someFields = fc.subarray([
  ["city", { value: "Jeddah", text: "جدة", start: 0, end: 3 }],
  ["checkin", { value: "2026-11-26", text: "x", start: 0, end: 1 }],
  ["checkout", { value: "2026-11-29", text: "x", start: 0, end: 1 }],
  ["checkout", { value: "2026-11-20", text: "x", start: 0, end: 1 }],
  ["nights", { value: 3, text: "3", start: 0, end: 1 }],
  ["nights", { value: 0, text: "0", start: 0, end: 1 }],
  ["guests", { value: 2, text: "2", start: 0, end: 1 }],
  ["adults", { value: 3, text: "3", start: 0, end: 1 }],
  ["name", { value: "سارة", text: "سارة", start: 0, end: 4 }],
  ["phone", { value: "+966501234567", text: "0501234567", start: 0, end: 10 }],
  ["count", { value: 2, text: "2", start: 0, end: 1 }],
  ["day", { value: "2026-11-26", text: "x", start: 0, end: 1 }],
  ["size", { value: "small", text: "small", start: 0, end: 5 }],
  ["fragile", { value: false, text: "no", start: 0, end: 2 }],
  ["kind", { value: "renewal", text: "x", start: 0, end: 1 }],
  ["no_such_field", { value: 2, text: "2", start: 0, end: 1 }],
] as const);
const fields = someFields.map((entries) => Object.fromEntries(entries));
const service = fc.constantFrom(...services, "no_such_service");

const understanding: fc.Arbitrary<Understanding> = fc.oneof(
  fc.record({ type: fc.constant("request" as const), service, fields }),
  fc.record({ type: fc.constant("answers" as const), fields }),
  fc.record({
    type: fc.constant("correct" as const),
    fields,
    ask: fc.subarray(["city", "nights", "papers"]),
  }),
  fc.record({ type: fc.constant("unclear" as const), candidates: fc.subarray([...services]) }),
  fc.record({
    type: fc.constant("chosen" as const),
    id: fc.constantFrom(
      "place",
      "change",
      "cancel",
      "yes",
      "no",
      "same",
      "another",
      "city",
      "hotel_booking",
      "zzz",
    ),
  }),
  fc.constantFrom<Understanding>(
    { type: "cancel" },
    { type: "cancel_order" },
    { type: "order_status" },
    { type: "complaint" },
    { type: "human_agent" },
    { type: "greeting", salam: true },
    { type: "greeting" },
    { type: "thanks" },
    { type: "language", language: "en" },
    { type: "language", language: "ar" },
    { type: "privacy", what: "see" },
    { type: "privacy", what: "delete" },
    { type: "office", topic: "hours" },
    { type: "office", topic: "services" },
    { type: "office", topic: "price" },
    { type: "office", topic: "papers" },
    { type: "office", topic: "duration" },
    { type: "confirm" },
    { type: "refuse" },
    { type: "change" },
    { type: "skip" },
    { type: "resume" },
    { type: "out_of_scope" },
  ),
);
const reading: fc.Arbitrary<Reading> = fc.record({
  understandings: fc.array(understanding, { minLength: 1, maxLength: 3 }),
  confidence: fc.constant(1),
  by: fc.constantFrom("exact" as const, "embedded" as const),
});

const content: fc.Arbitrary<Content> = fc.oneof(
  fc.constantFrom<Content>(
    { type: "location", latitude: 24.7, longitude: 46.7 },
    { type: "contact", name: "سارة", phone: "0501234567" },
    { type: "contact", name: "", phone: "12" },
    { type: "photo", document, name: "a.jpg", mediaType: "image/jpeg", bytes: 9 },
    { type: "document", document, name: "a.pdf", mediaType: "application/pdf", bytes: 9 },
    { type: "voice", document, name: "a.ogg", mediaType: "audio/ogg", bytes: 9 },
    { type: "unsupported", what: "sticker" },
    { type: "unsupported", what: "deleted" },
    { type: "unsupported", what: "other" },
    { type: "reaction", emoji: "👍" },
  ),
);

const act: fc.Arbitrary<AgentAct> = fc.oneof(
  fc.constantFrom<AgentAct>(
    { type: "claim" },
    { type: "release" },
    { type: "take" },
    { type: "note", text: "n" },
    { type: "reply", text: "أهلًا" },
    { type: "take_chat" },
    { type: "hand_back" },
    { type: "correct", field: "nights", value: 4, text: "4", reason: "called" },
    { type: "correct", field: "count", value: 4, text: "4", reason: "called" },
  ),
  fc.record({
    type: fc.constant("move" as const),
    move: fc.record({
      to: fc.constantFrom(...statusNames),
      note: fc.constantFrom("because", ""),
    }),
  }),
);

type Play = (office: Paper) => void;
const texts = fc.oneof(
  fc.constantFrom(
    "1",
    "٢",
    "نعم",
    "لا",
    "الغاء",
    "وين طلبي",
    "بكرة",
    "0501234567",
    "small",
    "10001",
    "لاحقا",
    "تعديل",
    "موظف",
    "نكمل",
    "{x}",
    "\u202e",
    "👍",
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);
const play: fc.Arbitrary<Play> = fc.oneof(
  { weight: 6, arbitrary: reading.map((given) => (office: Paper) => void office.says_("نص", given)) },
  { weight: 4, arbitrary: texts.map((text) => (office: Paper) => void office.says_(text)) },
  { weight: 4, arbitrary: fc.nat(5).map((index) => (office: Paper) => press(office, index)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("q1:place", "q999:yes", "", ":", "q1")
      .map((value) => (office: Paper) => void office.press(value)),
  },
  { weight: 2, arbitrary: content.map((sent) => (office: Paper) => void office.sends(sent)) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(60_000, 3_600_000, 7_300_000, 90_000_000)
      .map((ms) => (office: Paper) => void office.waits(ms)),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(sara, omar, huda), act).map(
      ([agent, done]) =>
        (office: Paper) =>
          void office.acts(agent, done, newest(office)),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...statusNames).map((to) => (office: Paper) => move(office, to)) },
  { weight: 1, arbitrary: fc.constant((office: Paper) => void office.fails("x")) },
  { weight: 1, arbitrary: fields.map((given) => (office: Paper) => enter(office, given)) },
);

const newest = (office: Paper) => [...office.orders.keys()].at(-1);

function press(office: Paper, index: number): void {
  const choice = office.says.at(-1)?.choices?.[index];
  if (choice) office.press(choice.value);
}
function move(office: Paper, to: string): void {
  const ref = newest(office);
  if (ref) office.moves(ref, to, undefined, "because");
}
function enter(office: Paper, given: Record<string, { value: unknown }>): void {
  const evidence = { text: "", messageId: "", start: 0, end: 0, by: "api" as const };
  const entered = Object.fromEntries(
    Object.entries(given).map(([name, { value }]) => [name, { value: value as number, evidence }]),
  );
  office.happen({ type: "order_entered", at: office.now, service: "hotel_booking", fields: entered });
}

describe("step", () => {
  it("keeps its invariants over any sequence of events", () => {
    fc.assert(
      fc.property(
        fc.array(play, { minLength: 1, maxLength: 40 }),
        fc.constantFrom("ar" as const, "en" as const),
        (plays, language) => {
          const office = paperOffice({ catalogue, language, at: sundayMorning });
          for (const one of plays) one(office);
          expect(office.conversation.drafts.length).toBeLessThanOrEqual(10);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("gives the same turn for the same values", () => {
    fc.assert(
      fc.property(fc.array(play, { maxLength: 12 }), (plays) => {
        const [one, other] = [paperOffice({ catalogue }), paperOffice({ catalogue })];
        for (const each of plays) {
          each(one);
          each(other);
        }
        expect(one.conversation).toEqual(other.conversation);
        expect([...one.orders]).toEqual([...other.orders]);
      }),
      { numRuns: 60 },
    );
  });
});
