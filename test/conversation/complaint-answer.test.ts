/** What becomes of a complaint once it was answered: whose word counts, what silence is, and who has to look again. */
import { describe, expect, it } from "vitest";
import { readComplaintWord } from "../../src/conversation/complaint/complaint-word.ts";
import { dueKnownOf } from "../../src/conversation/order/due-known.ts";
import { ordersOfCase } from "../../src/conversation/person/case.ts";
import type { OrderRef, PartnerId } from "../../src/domain/ids.ts";
import type { Understanding } from "../../src/domain/understanding.ts";
import { headLetterOf } from "../../src/mail/head-letter.ts";
import { untoldOf } from "../../src/orders/escalations.ts";
import { plain } from "../kit.ts";
import { sure } from "../web/tiny-office.ts";
import { catalogueWith, fiveQuestions } from "./made-flows.ts";
import { huda, omar, type Paper, paperOffice, sara } from "./paper-office.ts";

const order = "BR-10001" as OrderRef;
const ref = "BR-10002" as OrderRef;
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const reading = (...understandings: Understanding[]) =>
  ({ understandings, confidence: 1, by: "embedded" }) as const;
const apology = { type: "answer_complaint", outcome: "apology", words: "نعتذر منك." } as const;
const partner = { id: "p_x" as PartnerId, name: { ar: "س", en: "X" } };
const complaint = (office: Paper) => sure(office.orders.get(ref));
const rows = (office: Paper, what: string) =>
  (office.history.get(ref) ?? []).filter((row) => row.what === what);

function placed(channel = "paper"): Paper {
  const office = paperOffice({ catalogue: catalogueWith(fiveQuestions), channel });
  office.says_("x", reading({ type: "request", service: "five", fields: {} }));
  for (const text of ["3", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
  return office;
}
function answered(channel?: string): Paper {
  const office = placed(channel);
  office.acts(sara, { type: "claim" }, order);
  office.says_("خدمتكم سيئة", reading({ type: "complaint" }));
  office.acts(sara, { type: "claim" }, ref);
  office.acts(sara, apology, ref);
  return office;
}
function refusedTwice(): Paper {
  const office = answered();
  office.says_("لا");
  office.acts(huda, { type: "claim" }, ref);
  office.acts(huda, apology, ref);
  office.says_("لا");
  return office;
}

describe("closeInSilence", () => {
  it("closes nothing under which the customer has written since, and calls a person", () => {
    const office = answered();
    office.waits(minute);
    office.says_("x", reading({ type: "out_of_scope" }));
    office.waits(6 * day);
    expect(complaint(office).state).toMatchObject({ stage: "answered" });
    expect(office.conversation.person).toMatchObject({ reason: "complaint", order: ref });
    office.waits(20 * day);
    expect(complaint(office).state.status).toBe("in_progress");
  });

  it("counts anew once a colleague has seen to it", () => {
    const office = answered();
    office.waits(minute);
    office.says_("x", reading({ type: "out_of_scope" }));
    office.waits(6 * day);
    office.acts(sara, apology, ref);
    expect(ordersOfCase(office.conversation.person)).not.toContain(ref);
    office.waits(6 * day);
    expect(complaint(office).complaint?.settled?.by).toBe("silence");
  });
});

describe("readComplaintWord", () => {
  const read = (office: Paper, text: string) =>
    readComplaintWord(office.catalogue, office.conversation, text, office.now);

  it("means nothing where no complaint was answered", () => {
    const office = placed();
    expect(read(office, "ما انحلت")).toBeUndefined();
  });

  it("leaves what may be about another open order to it, once the question is gone", () => {
    const office = answered();
    office.waits(2 * day);
    expect(office.conversation.open).toBeUndefined();
    expect(read(office, "ما وصلني شي")?.type).toBe("chosen");
    office.says_("x", reading({ type: "request", service: "five", fields: {} }));
    for (const text of ["9", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
    expect(read(office, "ما وصلني شي")).toBeUndefined();
    expect(read(office, "ما انحلت المشكلة")?.type).toBe("chosen");
  });

  it("hears a no to the answer of one that was closed to its customer's content before it was opened again", () => {
    const office = answered();
    office.press(sure(office.says[0]?.choices?.[0]).value);
    expect(complaint(office).complaint?.settled?.by).toBe("customer");
    office.waits(minute);
    office.says_("ما انحلت المشكلة");
    expect(complaint(office).complaint?.reopened).toBeDefined();
    office.acts(huda, { type: "claim" }, ref);
    office.acts(huda, apology, ref);
    office.waits(2 * day);
    expect(office.conversation.open).toBeUndefined();
    expect(read(office, "ما وصلني شي")?.type).toBe("chosen");
  });
});

describe("answerSettled", () => {
  it("takes a yes to an older answer for none, and tells what the answer is now", () => {
    const office = answered();
    const yes = sure(office.says[0]?.choices?.[0]).value;
    office.waits(minute);
    office.acts(sara, { ...apology, outcome: "not_upheld", words: "لا تقصير." }, ref);
    const now = sure(office.says[0]?.choices?.[0]).value;
    office.press(yes);
    expect(complaint(office).state.status).toBe("in_progress");
    expect(plain(office.text())).toContain("لا تقصير.");
    expect(office.says[0]?.choices).toHaveLength(2);
    office.press(now);
    expect(complaint(office).state.status).toBe("done");
  });

  it("keeps the words of a no with the complaint", () => {
    const office = answered();
    office.says_("لا ما وصلني شي");
    expect(rows(office, "reopened")[0]?.note).toBe("لا ما وصلني شي");
  });
});

describe("a later no", () => {
  it("is the matter of a head, who is told of it", () => {
    const office = refusedTwice();
    const known = dueKnownOf({ catalogue: office.catalogue }, complaint(office));
    const escalations = untoldOf(complaint(office), known);
    expect(escalations.map(({ matter }) => matter)).toEqual(["reopened"]);
    const about = { catalogue: office.catalogue, order: complaint(office), escalations, link: "x" };
    expect(headLetterOf(about, "ar").text).toContain("شكوى لم يرضَ صاحبها عن الرد");
    expect(headLetterOf(about, "ar").text).not.toContain("أُعيد فتحها");
  });

  it("is marked as told only where it was looked up whom to tell", () => {
    const office = refusedTwice();
    const due = () => ({ type: "order_due", at: office.now, order: complaint(office) }) as const;
    office.happen(due());
    expect(complaint(office).clock?.headsTold).toBeUndefined();
    const heads = [{ name: "Huda", conversation: office.conversation.id }];
    office.happen({ ...due(), heads });
    expect(complaint(office).clock?.headsTold).toHaveProperty("reopened");
    expect(rows(office, "heads_told")).toMatchObject([{ note: "Huda" }]);
  });

  it("is answered by the head's words: nothing is late then", () => {
    const office = refusedTwice();
    office.waits(10 * minute);
    office.acts(huda, { type: "reply", text: "معك هدى، نرتب رد المبلغ غدًا." }, ref);
    office.waits(8 * hour);
    expect(rows(office, "promise_missed")).toEqual([]);
    const promised = complaint(office).promisedBy;
    office.acts(huda, { type: "reply", text: "ما زلنا نتابع." }, ref);
    expect(complaint(office).promisedBy).toBe(promised);
  });

  it("waits for the head, whoever else writes a note", () => {
    const office = refusedTwice();
    office.acts(omar, { type: "note", text: "أعرف هذا العميل" }, ref);
    expect(office.conversation.person?.reason).toBe("complaint");
    office.acts(huda, apology, ref);
    expect(office.conversation.person).toBeUndefined();
  });
});

describe("what a colleague hears on the phone", () => {
  const content = { type: "hear_complaint", content: true, words: "اتصل وقال شكرًا" } as const;

  it("opens an answered complaint again in their own name, also of who can't be written to", () => {
    const office = answered("desk");
    expect(office.says).toEqual([]);
    office.acts(omar, { type: "hear_complaint", content: false, words: "اتصل: ما وصله شي" }, ref);
    expect(office.says).toEqual([]);
    expect(complaint(office)).toMatchObject({ state: { status: "placed" }, complaint: { reopened: {} } });
    expect(rows(office, "reopened")).toMatchObject([
      { by: { type: "agent", name: "Omar" }, note: "اتصل: ما وصله شي" },
    ]);
  });

  it("closes it where they are content, and needs their words where they are not", () => {
    const office = answered("desk");
    office.acts(omar, { ...content, content: false, words: " " }, ref);
    expect(office.refusal?.reason).toBe("empty");
    office.acts(omar, content, ref);
    expect(complaint(office).complaint?.settled?.by).toBe("customer");
    expect(rows(office, "settled")).toMatchObject([{ by: { name: "Omar" }, note: content.words }]);
  });

  it("is no more of the complaint: what is added opens no answered one, and an order has no second", () => {
    const office = answered();
    const words = "اتصل وقال شكرًا، كل شيء تمام";
    office.acts(omar, { type: "complain", words }, ref);
    expect(office.refusal?.reason).toBe("nothing_to_do");
    office.acts(omar, { type: "complain", words }, order);
    expect(office.refusal).toEqual({ reason: "complaint_exists", ref });
    expect(complaint(office).complaint?.reopened).toBeUndefined();
  });

  it("is waited for once an answer, where nobody can be written to", () => {
    const office = answered("desk");
    office.waits(6 * day);
    expect(office.conversation.person).toMatchObject({ reason: "complaint", order: ref });
    office.acts(sara, { type: "reply", text: "x" });
    office.waits(20 * day);
    expect(rows(office, "held_open")).toHaveLength(1);
    expect(complaint(office).state.status).toBe("in_progress");
  });
});

describe("a head who was promised", () => {
  it("is called again where they let the complaint go", () => {
    const office = refusedTwice();
    office.acts(huda, { type: "release" }, ref);
    expect(office.conversation.person?.reason).toBe("complaint");
    office.acts(huda, { type: "claim" }, ref);
    expect(office.conversation.person).toBeUndefined();
    office.acts(huda, { type: "release" }, ref);
    expect(office.conversation.person).toMatchObject({ reason: "complaint", order: ref });
  });
});

describe("a complaint that is let go", () => {
  it("is received as before, since when it was, and is sought for by nobody", () => {
    const office = placed();
    office.says_("خدمتكم سيئة", reading({ type: "complaint" }));
    const { state } = complaint(office);
    office.waits(10 * minute);
    office.acts(sara, { type: "claim" }, ref);
    office.acts(sara, { type: "release" }, ref);
    expect(complaint(office).state).toEqual(state);
  });
});

describe("silence", () => {
  it("closes under courtesies and other business, and not under a no that a colleague alone heard", () => {
    const thanked = answered();
    thanked.waits(minute);
    thanked.says_("شكرا");
    expect(plain(thanked.text())).toContain("هل حُلّت المشكلة بهذا؟");
    thanked.says_("x", reading({ type: "request", service: "five", fields: {} }));
    for (const text of ["9", "بكرة", "large", "0501234567", "لا"]) thanked.says_(text);
    thanked.waits(6 * day);
    expect(complaint(thanked).complaint?.settled?.by).toBe("silence");
    const muted = answered();
    muted.acts(sara, { type: "reply", text: "كما وعدناك" }, ref);
    muted.says_("لا");
    muted.waits(6 * day);
    muted.acts(sara, { type: "note", text: "كلمته" }, ref);
    muted.waits(20 * day);
    expect(complaint(muted).state).toMatchObject({ stage: "answered" });
    expect(rows(muted, "held_open")).toHaveLength(1);
  });
});

describe("what counts", () => {
  it("blames no partner for an order that it never had", () => {
    const office = answered();
    office.acts(sara, { ...apology, blames: partner }, ref);
    expect(complaint(office).complaint?.outcome?.blames?.id).toBe("p_x");
    office.acts(sara, { type: "tie_complaint", about: "BR-10009" as OrderRef }, ref);
    expect(complaint(office).complaint?.outcome).toMatchObject({ what: "apology" });
    expect(complaint(office).complaint?.outcome?.blames).toBeUndefined();
  });

  it("is no content customer where the complaint was withdrawn", () => {
    const office = placed();
    office.says_("خدمتكم سيئة", reading({ type: "complaint" }));
    office.says_("الغوا الشكوى", reading({ type: "cancel_order" }));
    expect(complaint(office).complaint?.settled?.by).toBe("withdrawn");
    expect(rows(office, "settled")).toEqual([]);
  });

  it("is the order that the customer names, before what was taken for it", () => {
    const office = placed();
    office.says_("x", reading({ type: "request", service: "five", fields: {} }));
    for (const text of ["9", "بكرة", "large", "0501234567", "لا"]) office.says_(text);
    office.says_("خدمتكم سيئة", reading({ type: "complaint" }));
    const third = "BR-10003" as OrderRef;
    const choices = sure(office.says[0]?.choices);
    office.acts(sara, { type: "claim" }, third);
    office.acts(sara, { type: "tie_complaint", about: ref }, third);
    office.press(sure(choices.find(({ value }) => value.endsWith(order))).value);
    expect(office.orders.get(third)?.about).toBe(order);
  });
});

describe("the time that is said", () => {
  it("is the one that has a clock, also where a person was asked for", () => {
    const office = placed();
    office.says_("عندي شكوى وابي اكلم موظف", reading({ type: "complaint" }, { type: "human_agent" }));
    expect(plain(office.text())).toContain("قبل 10:30 صباحًا");
    expect(sure(complaint(office).promisedBy) - office.now).toBe(hour / 2);
  });
});

describe("a low mark", () => {
  function rated(answers: boolean): Paper {
    const office = placed();
    office.acts(sara, { type: "claim" }, order);
    office.acts(sara, { type: "move", move: { to: "in_progress" } }, order);
    office.acts(sara, { type: "move", move: { to: "done" } }, order);
    const one = sure(office.waits(26 * hour).flatMap(({ choices = [] }) => choices)[0]).value;
    if (answers) {
      office.says_("سيئة", reading({ type: "complaint", ref: order }));
      office.acts(sara, { type: "claim" }, ref);
      office.acts(sara, apology, ref);
    }
    office.press(one);
    return office;
  }

  it("under an answered complaint opens it again, with a promise that is kept", () => {
    const office = rated(true);
    expect(complaint(office)).toMatchObject({ state: { status: "placed" }, complaint: { reopened: {} } });
    expect(complaint(office).promisedBy).toBeGreaterThan(office.now);
    office.says_("ما تغير شي", reading({ type: "out_of_scope" }));
    expect(office.orders.size).toBe(2);
  });

  it("opens one by its own clock, and what is said to it later goes into it", () => {
    const office = rated(false);
    const { promisedBy } = complaint(office);
    expect(sure(promisedBy) - office.now).toBe(hour);
    expect(plain(office.text())).toContain("قبل 1:00");
  });
});
