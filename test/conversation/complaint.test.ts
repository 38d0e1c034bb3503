/** Complaints: opened, added to, answered, opened again, and what time does to them. */
import { describe, expect, it } from "vitest";
import type { OrderRef, PartnerId } from "../../src/domain/ids.ts";
import type { Understanding } from "../../src/domain/understanding.ts";
import { plain } from "../kit.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, fiveQuestions } from "./made-flows.ts";
import { huda, omar, type Paper, paperOffice, sara } from "./paper-office.ts";

const order = "BR-10001" as OrderRef;
const ref = "BR-10002" as OrderRef;
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const reading = (...understandings: Understanding[]) =>
  ({ understandings, confidence: 1, by: "embedded" }) as const;

function placed(options: { readonly channel?: string } = {}): Paper {
  const office = paperOffice({ catalogue: catalogueWith(fiveQuestions), ...options });
  office.says_("x", reading({ type: "request", service: "five", fields: {} }));
  for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
  return office;
}
const complains = (office: Paper, text = "خدمتكم سيئة", named?: OrderRef) =>
  office.says_(text, reading({ type: "complaint", ...(named && { ref: named }) }));
function complained(): Paper {
  const office = placed();
  office.acts(sara, { type: "claim" }, order);
  complains(office);
  return office;
}
const looking = { type: "move", move: { to: "in_progress", stage: "looked_into" } } as const;
const apology = { type: "answer_complaint", outcome: "apology", words: "نعتذر منك." } as const;
function answered(): Paper {
  const office = complained();
  office.acts(sara, { type: "claim" }, ref);
  office.acts(sara, apology, ref);
  return office;
}
const complaint = (office: Paper) => sure(office.orders.get(ref));
const rows = (office: Paper, what: string) =>
  (office.history.get(ref) ?? []).filter((row) => row.what === what);
const told = (says: Paper["says"], part: string) =>
  says.filter(({ text }) => plain(text).includes(part)).length;

describe("a complaint", () => {
  it("keeps the words as they were told, with the message that they stand in", () => {
    const office = complained();
    expect(complaint(office)).toMatchObject({ kind: "complaint", about: order, service: "complaint" });
    expect(complaint(office).fields.words).toMatchObject({
      value: "خدمتكم سيئة",
      evidence: { text: "خدمتكم سيئة", start: 0, end: 11 },
    });
    expect(complaint(office).fields.words?.evidence.messageId).not.toBe("");
  });

  it("stands apart from the orders that can be changed or cancelled", () => {
    const office = complained();
    expect(office.conversation.orders.map((one) => one.ref)).toEqual([order]);
    expect(office.conversation.complaints).toMatchObject([{ ref, of: order, status: "placed" }]);
  });

  it("takes what is said of the same order later, and is not opened twice", () => {
    const office = complained();
    complains(office, "ولا رد منكم", order);
    complains(office, "عيب عليكم");
    expect(office.orders.size).toBe(2);
    expect(complaint(office).fields.words?.value).toBe("خدمتكم سيئة\nولا رد منكم\nعيب عليكم");
    expect(rows(office, "complained").map(({ note }) => note)).toEqual(["ولا رد منكم", "عيب عليكم"]);
  });

  const readBackFlow = { ...fiveQuestions, confirm: true };
  const readsBack = (office: Paper) => {
    office.says_("x", reading({ type: "request", service: "five", fields: {} }));
    for (const text of ["4", "بكرة", "small", "0507654321", "لا"]) office.says_(text);
  };
  const both = reading({ type: "confirm" }, { type: "complaint" });

  it("is one of its own in the very message that places an order, about the one before", () => {
    const office = paperOffice({ catalogue: catalogueWith(readBackFlow) });
    readsBack(office);
    office.says_("نعم");
    office.waits(2 * day);
    readsBack(office);
    const says = office.says_("نعم، وخدمتكم سيئة", both);
    expect([...office.orders.keys()]).toEqual([order, ref, "BR-10003"]);
    expect(office.orders.get(ref)?.kind).toBeUndefined();
    expect(office.orders.get("BR-10003" as OrderRef)).toMatchObject({ kind: "complaint", about: order });
    expect(told(says, "سجّلنا طلبك برقم BR-10002")).toBe(1);
    expect(told(says, "سجّلنا شكواك برقم BR-10003 بشأن الطلب BR-10001")).toBe(1);
  });

  it("is a person's alone where the message places the only order that there is", () => {
    const office = paperOffice({ catalogue: catalogueWith(readBackFlow) });
    readsBack(office);
    const says = office.says_("نعم، وخدمتكم سيئة", both);
    expect([...office.orders.keys()]).toEqual([order]);
    expect(office.conversation.person).toMatchObject({ reason: "complaint" });
    expect(office.conversation.person?.order).toBeUndefined();
    expect(told(says, "سجّلنا طلبك برقم BR-10001")).toBe(1);
  });

  it("is tied to the order that is named later", () => {
    const office = paperOffice({ catalogue: catalogueWith(fiveQuestions) });
    complains(office);
    office.says_("x", reading({ type: "request", service: "five", fields: {} }));
    for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
    expect(office.orders.get(order)?.about).toBeUndefined();
    complains(office, "اقصد هذا", ref);
    expect(office.orders.get(order)).toMatchObject({ kind: "complaint", about: ref });
    expect(office.orders.size).toBe(2);
  });

  it("of another order is another one", () => {
    const office = placed();
    complains(office, "سيئة", order);
    office.says_("x", reading({ type: "request", service: "five", fields: {} }));
    for (const text of ["9", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
    complains(office, "وهذا سيئ", "BR-10003" as OrderRef);
    expect(office.orders.get("BR-10004" as OrderRef)).toMatchObject({ about: "BR-10003", kind: "complaint" });
  });

  it("brings a person, whose case ends once somebody takes it up", () => {
    const office = complained();
    expect(office.conversation.person).toMatchObject({ reason: "complaint", order: ref });
    office.acts(omar, { type: "claim" }, order);
    expect(office.conversation.person?.reason).toBe("complaint");
    office.acts(omar, { type: "claim" }, ref);
    expect(office.conversation.person).toBeUndefined();
  });

  it("is given to nobody, priced by nobody, and done only once it was answered", () => {
    const office = complained();
    office.acts(sara, { type: "claim" }, ref);
    const partner = { id: "p_x" as PartnerId, name: { ar: "س", en: "X" } };
    for (const act of [
      { type: "give", partner },
      { type: "price", government: 1, office: 1 },
      { type: "search" },
      { type: "no_show" },
    ] as const) {
      office.acts(sara, act, ref);
      expect([act.type, office.refusal?.reason]).toEqual([act.type, "nothing_to_do"]);
    }
    for (const to of ["seeking", "failed", "in_progress"] as const) {
      office.acts(sara, { type: "move", move: { to, note: "x" } }, ref);
      expect([to, office.refusal?.reason]).toEqual([to, "illegal_move"]);
    }
    office.acts(sara, { type: "move", move: { to: "in_progress", stage: "answered" } }, ref);
    expect(office.refusal?.reason).toBe("illegal_move");
    office.acts(sara, looking, ref);
    expect(office.refusal).toBeUndefined();
  });

  it("counts a colleague's words as the first answer", () => {
    const office = complained();
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { type: "reply", text: "أتابع الموضوع الآن" }, ref);
    expect(complaint(office).state).toMatchObject({ status: "in_progress", stage: "looked_into" });
    expect(complaint(office).claim?.until).toBeUndefined();
  });

  it("is written down by staff for who calls, and told in the chat", () => {
    const office = placed();
    office.acts(sara, { type: "complain", words: "  " }, order);
    expect(office.refusal?.reason).toBe("empty");
    office.acts(sara, { type: "complain", words: "اتصل غاضبًا من التأخير" }, order);
    expect(complaint(office)).toMatchObject({ kind: "complaint", about: order });
    expect(rows(office, "placed")[0]?.by).toMatchObject({ type: "agent", name: "Sara" });
    expect(plain(office.text())).toContain("سجّلنا شكواك برقم BR-10002");
    office.acts(sara, { type: "complain", words: "اتصل مرة ثانية" }, ref);
    expect(complaint(office).fields.words?.value).toBe("اتصل غاضبًا من التأخير\nاتصل مرة ثانية");
    expect(plain(office.text())).toContain("أضفنا هذا إلى شكواك BR-10002");
    expect(office.orders.size).toBe(2);
  });
});

describe("the answer to a complaint", () => {
  const partner = { id: "p_x" as PartnerId, name: { ar: "س", en: "X" } };

  it("is who holds it's to give, in words, and holds no secret", () => {
    const office = complained();
    office.acts(sara, apology, ref);
    expect(office.refusal?.reason).toBe("not_yours");
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { ...apology, words: " " }, ref);
    expect(office.refusal?.reason).toBe("empty");
    office.acts(sara, { ...apology, words: "كلمة المرور 8812xy" }, ref);
    expect(office.refusal?.reason).toBe("holds_a_secret");
    office.acts(sara, apology, ref);
    expect(told(office.says, "هل حُلّت المشكلة بهذا؟")).toBe(1);
    expect(complaint(office)).not.toHaveProperty("promisedBy");
    expect(rows(office, "answered")).toMatchObject([{ outcome: "apology", note: "نعتذر منك." }]);
    office.acts(sara, apology, order);
    expect(office.refusal?.reason).toBe("nothing_to_do");
  });

  it("counts for a partner only where something was wrong", () => {
    for (const [outcome, blamed] of [
      ["refund", "p_x"],
      ["not_upheld", undefined],
    ] as const) {
      const office = complained();
      office.acts(sara, { type: "claim" }, ref);
      office.acts(sara, { ...apology, outcome, blames: partner }, ref);
      expect([outcome, complaint(office).complaint?.outcome?.blames?.id]).toEqual([outcome, blamed]);
    }
  });

  it("reaches a customer who stopped messages, with its buttons", () => {
    const office = complained();
    office.says_("إيقاف الرسائل");
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, looking, ref);
    expect(office.says).toEqual([]);
    office.acts(sara, apology, ref);
    expect(office.says[0]?.choices).toHaveLength(2);
  });

  it("is taken as not enough by a new complaint, and by a press that comes late", () => {
    const office = answered();
    const [yes, no] = sure(office.says[0]?.choices).map(({ value }) => value);
    complains(office, "كذب، ما صار شي");
    expect(complaint(office)).toMatchObject({ state: { status: "placed" }, complaint: { reopened: {} } });
    expect(complaint(office).complaint?.reopened?.first?.what).toBe("apology");
    expect(complaint(office).complaint?.outcome).toBeUndefined();
    office.press(sure(yes));
    expect(complaint(office).state.status).toBe("placed");
    expect(plain(office.text())).toContain("شكواك BR-10002 مسجّلة");
    const later = answered();
    later.press(sure(yes));
    expect(complaint(later).state.status).toBe("done");
    later.waits(2 * day);
    later.press(sure(no));
    expect(complaint(later).state.status).toBe("placed");
  });

  it("opens it for a head alone, and not twice", () => {
    const office = answered();
    office.says_("لا");
    expect(complaint(office).claim).toBeUndefined();
    office.acts(sara, { type: "claim" }, ref);
    expect(office.refusal?.reason).toBe("not_allowed");
    office.acts(huda, { type: "claim" }, ref);
    office.acts(huda, apology, ref);
    office.says_("لا");
    expect(complaint(office).state).toMatchObject({ stage: "looked_into" });
    expect(complaint(office).claim?.name).toBe("Huda");
    expect([rows(office, "reopened").length, rows(office, "unsettled").length]).toEqual([1, 1]);
    office.waits(9 * day);
    expect(complaint(office).state.status).toBe("in_progress");
    office.acts(huda, apology, ref);
    complains(office, "ما انحلت للحين");
    expect(rows(office, "unsettled").at(-1)?.note).toBe("ما انحلت للحين");
    expect(office.conversation.person?.reason).toBe("complaint");
  });

  it("is closed by silence, which says nothing, and opened again for some days only", () => {
    const office = answered();
    const says = office.waits(7 * day);
    expect(told(says, "BR-10002")).toBe(0);
    expect(complaint(office)).toMatchObject({
      state: { status: "done" },
      complaint: { settled: { by: "silence" } },
    });
    expect(rows(office, "closed_by_silence")).toHaveLength(1);
    office.waits(20 * day);
    complains(office, "سيئة", order);
    expect(complaint(office).state.status).toBe("done");
    expect(office.orders.get("BR-10003" as OrderRef)).toMatchObject({ kind: "complaint", about: order });
  });
});

describe("the clock of a complaint", () => {
  const levels = (office: Paper) => [rows(office, "unclaimed").length, rows(office, "escalated").length];

  it("warns, calls a head, and tells the customer before the promise passes, each once", () => {
    const office = complained();
    office.waits(29 * minute);
    expect(levels(office)).toEqual([0, 0]);
    office.waits(2 * minute);
    expect(levels(office)).toEqual([1, 0]);
    const says = office.waits(25 * minute);
    expect(told(says, "نعتذر عن تأخر الرد على شكواك BR-10002")).toBe(1);
    office.waits(10 * minute);
    expect(levels(office)).toEqual([1, 1]);
    expect(rows(office, "promise_missed")).toHaveLength(1);
  });

  it("does after a stop what was due meanwhile, once", () => {
    const office = complained();
    const says = office.stops(3 * hour);
    expect(told(says, "نعتذر عن تأخر الرد على شكواك BR-10002")).toBe(1);
    expect(levels(office)).toEqual([0, 1]);
    expect(office.stops(0)).toEqual([]);
  });

  it("promises the answer by the flow's time, warns at its half, and calls a head at its end", () => {
    const office = complained();
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, looking, ref);
    expect(new Date(sure(complaint(office).promisedBy)).toISOString()).toBe("2026-11-24T07:00:00.000Z");
    office.waits(1 * day + minute);
    expect([rows(office, "stuck").length, rows(office, "escalated").length]).toEqual([1, 0]);
    const says = office.waits(1 * day);
    expect([rows(office, "stuck").length, rows(office, "escalated").length]).toEqual([1, 1]);
    expect(told(says, "نعتذر عن تأخر الرد على شكواك BR-10002")).toBe(1);
  });

  it("stands still while the customer's word is waited for", () => {
    const office = answered();
    office.waits(3 * day);
    expect(office.history.get(ref)?.at(-1)?.what).toBe("answered");
    expect(office.conversation.person?.order).not.toBe(ref);
  });

  it("asks for no mark of an order that is complained of, and of no complaint", () => {
    const office = complained();
    office.acts(sara, { type: "move", move: { to: "in_progress" } }, order);
    office.acts(sara, { type: "move", move: { to: "done" } }, order);
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, apology, ref);
    office.says_("نعم");
    expect(complaint(office).state.status).toBe("done");
    expect(told(office.waits(5 * day), "التقييم من 1 إلى 5")).toBe(0);
  });
});
