/** Behaviours of the conversation that no transcript shows: forms made for the case, programs, timers, limits. */
import { describe, expect, it } from "vitest";
import { draftsOf } from "../../src/conversation/form/drafts.ts";
import { legalMoves } from "../../src/conversation/order/moves.ts";
import type { AnswerValue, Fields } from "../../src/domain/answer.ts";
import type { DocumentId, OrderRef } from "../../src/domain/ids.ts";
import type { Reading, Understanding } from "../../src/domain/understanding.ts";
import { leaseMs } from "../../src/orders/change.ts";
import { catalogueWith, fiveQuestions, paperwork } from "./made-flows.ts";
import { huda, omar, type Paper, paperOffice, sara } from "./paper-office.ts";

const catalogue = catalogueWith(fiveQuestions, paperwork);
const means = (...understandings: readonly Understanding[]): Reading => ({
  understandings,
  confidence: 1,
  by: "embedded",
});
const found = (value: AnswerValue, text = "x") => ({ value, text, start: 0, end: text.length });
const api = (value: AnswerValue): Fields[string] => ({
  value,
  evidence: { text: "", messageId: "", start: 0, end: 0, by: "api" },
});
const ref = "BR-10001" as OrderRef;
const photo = (name: string) => ({
  type: "photo" as const,
  document: `f_${name.padEnd(22, "0")}` as DocumentId,
  name: `${name}.jpg`,
  mediaType: "image/jpeg",
  bytes: 10,
});

function asking(service: string, at?: number): Paper {
  const office = paperOffice({ catalogue, ...(at !== undefined && { at }) });
  office.says_("x", means({ type: "request", service, fields: {} }));
  return office;
}
const drafts = (office: Paper) => draftsOf(office.catalogue, office.conversation);

describe("a form without a read-back", () => {
  it("places the order with its last answer, each field with the words it came from", () => {
    const office = asking("five");
    for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
    const order = office.orders.get(ref);
    expect(order).toMatchObject({ service: "five", state: { status: "placed" }, version: 1 });
    expect(order?.contract).toBeUndefined();
    expect(order?.fields.day).toEqual({
      value: "2026-11-23",
      evidence: { text: "بكرة", messageId: "m3", start: 0, end: 4, by: "exact" },
    });
    expect(
      Object.fromEntries(Object.entries(order?.fields ?? {}).map(([name, { value }]) => [name, value])),
    ).toEqual({
      count: 3,
      day: "2026-11-23",
      size: "large",
      phone: "+966501234567",
      fragile: false,
    });
    expect(drafts(office)).toEqual([]);
  });

  it("reads a second form back when one turn has already used its reference", () => {
    const all = {
      count: found(1),
      day: found("2026-11-23"),
      size: found("small"),
      phone: found("+966501234567"),
      fragile: found(true),
    };
    const office = paperOffice({ catalogue });
    office.says_(
      "x",
      means(
        { type: "request", service: "five", fields: all },
        { type: "request", service: "paperwork", fields: {} },
      ),
    );
    expect(office.orders.size).toBe(1);
    expect(drafts(office)[0]).toMatchObject({ service: "paperwork", asked: "kind" });
  });
});

describe("questions of a flow", () => {
  it("asks what hangs on a choice only when that choice was made", () => {
    const office = asking("paperwork");
    office.says_("renewal");
    expect(drafts(office)[0]?.asked).toBe("old_number");
    const other = asking("paperwork");
    other.says_("new");
    expect(drafts(other)[0]?.asked).toBe("national_id");
  });

  it("puts off what may come later, and places without it", () => {
    const office = asking("paperwork");
    office.says_("new");
    office.says_("لاحقًا");
    expect(office.text()).toContain("نستكملها معك لاحقًا");
    expect(drafts(office)[0]).toMatchObject({ asked: "papers", missing: ["papers"] });
    office.sends(photo("a"));
    office.says_("نعم");
    expect(office.orders.get(ref)?.fields).not.toHaveProperty("national_id");
  });

  it("sends no reminder after asking for a paper", () => {
    const office = asking("paperwork");
    office.says_("new");
    office.says_("لاحقًا");
    expect(office.conversation.wake?.what).toBe("close");
    expect(office.waits(23 * 3_600_000)).toEqual([]);
  });

  it("takes an album as one answer, without a word for each picture", () => {
    const office = asking("paperwork");
    office.says_("new");
    office.says_("لاحقًا");
    office.sends(photo("a"));
    expect(office.text()).toContain("ملف واحد");
    expect(office.sends(photo("b"))).toEqual([]);
    expect(office.sends(photo("c"))).toEqual([]);
    office.says_("نعم");
    expect(office.orders.get(ref)?.fields.papers?.value).toHaveLength(3);
  });

  it("takes ten files for a question, and says once what becomes of the rest", () => {
    for (const language of ["ar", "en"] as const) {
      const office = asking("paperwork");
      office.says_(language === "en" ? "English please" : "عربي");
      office.says_("new");
      office.says_("لاحقًا");
      for (let n = 0; n < 10; n += 1) office.sends(photo(String(n)));
      office.sends(photo("eleventh"));
      expect(office.text()).toContain(language === "en" ? "up to 10 files" : "الحد الأعلى للملفات هنا 10");
      expect(office.text()).toContain(language === "en" ? "kept in this chat" : "محفوظ في المحادثة");
      expect(office.sends(photo("twelfth"))).toEqual([]);
      office.says_("نعم");
      expect(office.orders.get(ref)?.fields.papers?.value).toHaveLength(10);
    }
  });

  it("adds to an album that holds a file of a kind which is taken no more, and counts nothing but files", () => {
    const office = asking("paperwork");
    office.says_("new");
    office.says_("لاحقًا");
    office.sends(photo("a"));
    const [draft] = office.conversation.drafts;
    const papers = draft?.fields.papers;
    if (!draft || !papers || !Array.isArray(papers.value)) throw new Error("the form holds no papers");
    const value = papers.value.map((file) => ({ ...file, type: "audio/ogg" }));
    const drafts = [{ ...draft, fields: { ...draft.fields, papers: { ...papers, value } } }];
    office.conversation = { ...office.conversation, drafts };
    expect(office.sends(photo("b"))).toEqual([]);
    expect(office.conversation.drafts[0]?.fields.papers?.value).toHaveLength(2);
  });

  it("keeps a file of another kind than was asked for in the chat, and asks for what it needs", () => {
    const office = asking("paperwork");
    office.says_("new");
    office.says_("لاحقًا");
    const pdf = { ...photo("a"), type: "document", name: "a.pdf", mediaType: "application/pdf" } as const;
    office.sends(pdf);
    expect(office.text()).toContain("حُفظ الملف في المحادثة، ونحتاج هنا صورة (papers).");
    expect(drafts(office)[0]).toMatchObject({ asked: "papers", missing: ["papers"] });
    office.sends(photo("b"));
    office.sends(pdf);
    office.says_("نعم");
    expect(office.orders.get(ref)?.fields.papers?.value).toHaveLength(1);
  });

  it("masks an id in the read-back and shows the price with its tax", () => {
    const office = asking("paperwork");
    office.says_("new");
    office.says_("1000000008");
    office.sends(photo("a"));
    expect(office.text()).toContain("115.00 ر.س");
    expect(office.text()).not.toContain("1000000008");
    office.says_("نعم");
    expect(office.orders.get(ref)?.price?.total.amountMinor).toBe(11_500);
    expect(office.text()).not.toContain("✅");
  });
});

describe("an unclear message", () => {
  it("asks which service, and loses nothing that it said", () => {
    const office = paperOffice({ catalogue });
    const fields = {
      hotel_booking: { city: found("Jeddah", "جدة") },
      parcel_delivery: { to_city: found("Jeddah", "جدة") },
    };
    office.says_(
      "شي في جدة",
      means({ type: "unclear", candidates: ["parcel_delivery", "hotel_booking"], fields }),
    );
    expect(office.says.at(-1)?.choices).toHaveLength(2);
    office.says_("2");
    expect(drafts(office)[0]).toMatchObject({ service: "hotel_booking", asked: "checkin" });
    expect(drafts(office)[0]?.fields.city?.evidence).toMatchObject({
      text: "جدة",
      messageId: "m1",
      by: "embedded",
    });
  });

  it("asks for the only candidate by name", () => {
    const office = paperOffice({ catalogue });
    office.says_("؟", means({ type: "unclear", candidates: ["hotel_booking"] }));
    expect(office.text()).toContain("هل المقصود: حجز فندق؟");
    office.says_("ايوه");
    expect(drafts(office)[0]?.service).toBe("hotel_booking");
  });

  it("brings the menu when it is none of them", () => {
    const office = paperOffice({ catalogue });
    office.says_("؟", means({ type: "unclear", candidates: ["hotel_booking"] }));
    office.says_("لا");
    expect(office.says.at(-1)?.choices?.length).toBeGreaterThan(2);
  });
});

describe("programs", () => {
  it("enters an order with fields missing, and derives what follows", () => {
    const office = paperOffice({ catalogue, channel: "desk" });
    const fields = { city: api("Jeddah"), checkin: api("2026-11-26"), nights: api(2) };
    expect(
      office.happen({ type: "order_entered", at: office.now, service: "hotel_booking", fields }),
    ).toEqual([]);
    expect(office.orders.get(ref)?.fields.checkout?.value).toBe("2026-11-28");
    expect(office.history.get(ref)?.[0]).toMatchObject({
      by: { type: "office" },
      note: "missing: guests, name, phone",
    });
  });

  it("tells nothing where nobody reads", () => {
    const office = paperOffice({ catalogue, channel: "desk" });
    office.happen({ type: "order_entered", at: office.now, service: "paperwork", fields: {} });
    office.moves(ref, "in_progress", "issued");
    expect(office.says).toEqual([]);
    office.acts(sara, { type: "take_chat" });
    expect(office.says).toEqual([]);
  });

  it("tells the customer of an entered order where there is a chat", () => {
    const office = asking("five");
    office.happen({
      type: "order_entered",
      at: office.now,
      service: "hotel_booking",
      fields: { city: api("Jeddah") },
    });
    expect(office.says.map(({ kind, order }) => ({ kind, order }))).toEqual([{ kind: "news", order: ref }]);
    expect(drafts(office)[0]).toMatchObject({ service: "five", asked: "count" });
  });

  it("refuses an unknown service and an illegal move by name", () => {
    const office = paperOffice({ catalogue });
    office.happen({ type: "order_entered", at: office.now, service: "rockets", fields: {} });
    expect(office.refusal).toEqual({ reason: "unknown_service", service: "rockets" });
    office.happen({ type: "order_entered", at: office.now, service: "paperwork", fields: {} });
    office.moves(ref, "done");
    const order = office.orders.get(ref);
    expect(order && office.refusal).toEqual({
      reason: "illegal_move",
      from: "placed",
      legal: legalMoves(catalogue, order as never),
    });
    office.moves(ref, "cancelled");
    expect(office.refusal).toEqual({ reason: "reason_missing" });
  });

  it("tells a stage that is told, and keeps a silent one to itself", () => {
    const office = asking("five");
    office.happen({ type: "order_entered", at: office.now, service: "paperwork", fields: {} });
    office.moves(ref, "in_progress", "submitted");
    expect(office.says).toEqual([]);
    office.moves(ref, "in_progress", "issued", "رقم 7");
    expect(office.text()).toMatch(/BR-10001.* issued at .*رقم 7/);
    expect(office.conversation.orders[0]).toMatchObject({ status: "in_progress", stage: "issued" });
  });
});

describe("claims", () => {
  function placed(): Paper {
    const office = asking("five");
    for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
    return office;
  }

  it("leases for fifteen minutes, and an act makes it lasting", () => {
    const office = placed();
    office.acts(sara, { type: "claim" }, ref);
    expect(office.orders.get(ref)?.claim).toMatchObject({ name: "Sara", until: office.now + leaseMs });
    office.acts(sara, { type: "note", text: "اتصلت" }, ref);
    expect(office.orders.get(ref)?.claim).not.toHaveProperty("until");
  });

  it("makes a claim lasting by a reply, too", () => {
    const office = placed();
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { type: "reply", text: "أهلًا" }, ref);
    expect(office.orders.get(ref)?.claim).not.toHaveProperty("until");
  });

  it("frees the order when the lease ends, and only then", () => {
    const office = placed();
    office.acts(sara, { type: "claim" }, ref);
    const order = office.orders.get(ref);
    if (!order) throw new Error("no order");
    office.happen({ type: "lease_ended", at: office.now, order });
    expect(office.refusal).toEqual({ reason: "nothing_to_do" });
    office.waits(leaseMs);
    office.happen({ type: "lease_ended", at: office.now, order });
    expect(office.orders.get(ref)).toMatchObject({ state: { status: "placed" } });
    expect(office.orders.get(ref)).not.toHaveProperty("claim");
    expect(office.history.get(ref)?.at(-1)).toMatchObject({ what: "lease_ended", to: "placed" });
  });

  it("gives an order whose lease has run out to the next agent", () => {
    const office = placed();
    office.acts(sara, { type: "claim" }, ref);
    office.waits(leaseMs);
    office.acts(omar, { type: "claim" }, ref);
    expect(office.orders.get(ref)?.claim?.name).toBe("Omar");
    office.acts(sara, { type: "move", move: { to: "in_progress" } }, ref);
    expect(office.refusal).toEqual({ reason: "not_yours", by: "Omar" });
  });

  it("lets a head take an order for good", () => {
    const office = placed();
    office.acts(sara, { type: "claim" }, ref);
    office.acts(huda, { type: "take" }, ref);
    expect(office.orders.get(ref)?.claim).toMatchObject({ name: "Huda" });
    expect(office.orders.get(ref)?.claim).not.toHaveProperty("until");
  });
});

describe("the chat", () => {
  it("is opened without a word", () => {
    const office = paperOffice({ catalogue });
    expect(office.happen({ type: "opened", at: office.now, language: "en" })).toEqual([]);
    expect(office.conversation).toMatchObject({ version: 1, language: "en", lastSeq: 0 });
  });

  it("answers Arabizi in Arabic script and English in English, but for an answer inside a form", () => {
    const office = paperOffice({ catalogue, language: "en" });
    office.says_("abgha a7jez fundug", means({ type: "request", service: "hotel_booking", fields: {} }));
    expect(office.conversation.language).toBe("ar");
    office.says_("Hilton please", means({ type: "answers", fields: { city: found("Jeddah") } }));
    expect(office.conversation.language).toBe("ar");
    office.says_("can we please continue in my language now", means({ type: "thanks" }));
    expect(office.conversation.language).toBe("en");
  });

  it("drops a late reminder and still closes", () => {
    const office = asking("five");
    expect(
      office.happen({ type: "timed_out", at: office.now + 5 * 3_600_000, what: "remind", late: true }),
    ).toEqual([]);
    expect(office.conversation.wake?.what).toBe("close");
  });

  it("speaks at most five times without an answer, news aside", () => {
    const office = asking("five");
    for (let round = 0; round < 8; round += 1) {
      office.acts(sara, { type: "take_chat" });
      office.acts(sara, { type: "hand_back" });
    }
    expect(office.conversation.unanswered).toBe(5);
    expect(office.says).toEqual([]);
  });

  it("is handed back by who talks in it, by a head, or by anybody once that talk has gone quiet", () => {
    const talking = () => {
      const office = asking("five");
      office.acts(sara, { type: "take_chat" });
      return office;
    };
    const office = talking();
    office.acts(omar, { type: "hand_back" });
    expect(office.refusal).toEqual({ reason: "not_yours", by: "Sara" });
    expect(office.conversation.person?.agent?.name).toBe("Sara");
    office.acts(sara, { type: "hand_back" });
    expect(office.conversation.person).toBeUndefined();
    const headed = talking();
    headed.acts(huda, { type: "hand_back" });
    expect(headed.conversation.person).toBeUndefined();
    const quiet = talking();
    quiet.waits(2 * 3_600_000);
    quiet.acts(omar, { type: "hand_back" });
    expect(quiet.conversation.person).toBeUndefined();
  });

  it("warns of a secret even while a person is speaking", () => {
    const office = asking("five");
    office.acts(sara, { type: "reply", text: "أهلًا" });
    office.says_("رمز التحقق 482913");
    expect(office.text()).toContain("لم نحفظ رمز التحقق");
    expect(office.says_("هلا", means({ type: "greeting" }))).toEqual([]);
  });

  it("keeps forms on the flow version that they began with", () => {
    const office = asking("five");
    const newer = { ...fiveQuestions, hash: "hash_five_2", questions: fiveQuestions.questions.slice(1) };
    const changed = {
      ...catalogue,
      flows: new Map([...catalogue.flows, ["five", newer]]),
      versions: new Map([...catalogue.versions, [newer.hash, newer]]),
    };
    expect(draftsOf(changed, office.conversation)[0]?.asked).toBe("count");
  });
});
