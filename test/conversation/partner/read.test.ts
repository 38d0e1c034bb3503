/** What partners write, in all varieties: an answer, a wish, words to pass on, or nothing that is taken for an answer. */
import { describe, expect, it } from "vitest";
import { type SentenceName, sentenceVariables } from "../../../src/conversation/flow/sentences.ts";
import {
  findPartnerCode,
  toPartnerWords,
  withoutPartnerCode,
} from "../../../src/conversation/partner/code.ts";
import { readPartner } from "../../../src/conversation/partner/read.ts";
import { sayText } from "../../../src/conversation/show/render.ts";
import { realCatalogue } from "../real-catalogue.ts";

const meant = (text: string) => readPartner(text).wish.type;

describe("readPartner", () => {
  it.each([
    ..."تم|موافق|أبشر|قبول|قبلت|حاضر|تمام|ماشي|هاخدها|رح آخده|باخذه|أوكي|تمام موافق|ابشر طال عمرك|السلام عليكم موافق يا اخوي".split(
      "|",
    ),
    ..."ok|Okay|accept|I accept|i'll take it|deal|yes please|mwafe2|abshr|tamam|7ader|👍|ok 👍|accept offer 18".split(
      "|",
    ),
  ])("takes «%s» for a yes to an offer", (text) => {
    expect(meant(text)).toBe("accept");
  });

  it.each([
    ..."لا|اعتذار|أعتذر|ما اقدر|ماقدر|ما يمديني|مش قادر|ما بقدر|مو قادر|معليش|بعيد علي|ما يناسبني|لا شكرا".split(
      "|",
    ),
    ..."no|decline|can't|sorry, no|pass|ma agdar|mesh 2ader|👎|decline 18".split("|"),
  ])("takes «%s» for a no", (text) => {
    expect(meant(text)).toBe("decline");
  });

  it.each([
    ["العميل لا يرد", "no_answer"],
    ["الزبون مش بيرد", "no_answer"],
    ["customer not answering 18", "no_answer"],
    ["مشغول", "busy"],
    ["mesh fady", "busy"],
    ["متاح", "available"],
    ["تراجعت عن الاعتذار", "take_back"],
    ["اعتذرت بالغلط", "take_back"],
    ["رجعت عن اعتذاري 12", "take_back"],
    ["I can after all", "take_back"],
    ["undo", "take_back"],
    ["فاضي", "available"],
    ["طلبات اليوم", "list"],
    ["وش عندي؟", "list"],
    ["my orders", "list"],
    ["مساعدة", "help"],
    ["كيف؟", "help"],
    ["وصلت", "steps"],
    ["picked up", "steps"],
    ["مشكلة: العنوان غلط", "problem"],
    ["للعميل: أنا عند الباب", "to_customer"],
    ["tell the customer: I am here", "to_customer"],
    ["45 ريال", "price"],
    ["٤٥ ريال للعرض ١٨", "price"],
    ["SAR 300", "price"],
    ["السعر 45", "price"],
    ["45 ريال بس", "price"],
    ["ابي 45 ريال شامل", "price"],
    ["45$", "price"],
    ["السلام عليكم", "courtesy"],
    ["شكرا", "courtesy"],
    ["الله يعطيك العافية", "courtesy"],
    ["وصلت ✅", "steps"],
    ["تم التسليم ✅", "steps"],
    ["طيب وصلت", "steps"],
    ["سلمت الشحنة", "steps"],
    ["لا مانع", "accept"],
    ["اوكي وصلني", "seen"],
    ["وصلني يا غالي", "seen"],
    ["شفت التعديل لكن ما نقدر", "unclear"],
    ["لا ✅", "unclear"],
    ["18", "number"],
    ["١٨", "number"],
    ["موظف", "person"],
    ["English please", "language"],
    ["إيقاف الرسائل", "messages"],
  ])("reads «%s» as %s", (text, wish) => {
    expect(meant(text)).toBe(wish);
  });

  it.each([
    "تمام؟",
    "ok no",
    "no ok",
    "yes no",
    "تمام no",
    "agree no",
    "no i can",
    "موافق بس بكرة",
    "ممكن 50؟",
    "ابي اعرف وين المكان",
    "قبول 18 و 19",
    "if the customer pays more ok",
    "اقدر بعد العصر",
    "لا تنسون الفاتورة",
    "إن شاء الله",
    "",
  ])("takes «%s» for no answer", (text) => {
    expect(["unclear", "help"]).toContain(meant(text));
  });

  it("finds the number and the reference that an answer is about, in every kind of digits", () => {
    expect(readPartner("قبول ١٨")).toMatchObject({ wish: { type: "accept", sure: true }, number: 18 });
    expect(readPartner("BR-10018 موافق")).toMatchObject({ wish: { type: "accept" }, ref: "BR-10018" });
    expect(readPartner("18 45 ريال")).toMatchObject({
      wish: { type: "price", total: { amountMinor: 4_500, currency: "SAR" } },
      number: 18,
    });
    expect(readPartner("للعميل 18: أنا عند الباب 7")).toEqual({
      wish: { type: "to_customer", text: "أنا عند الباب 7" },
      number: 18,
    });
  });

  it("keeps the reason of a refusal", () => {
    expect(readPartner("ما اقدر لأن السيارة عطلانة").wish).toMatchObject({
      type: "decline",
      reason: "لأن السيارة عطلانة",
    });
  });
});

describe("the labels of choices in a partner's chat", () => {
  const catalogue = realCatalogue();
  const named = { number: "11", ref: "BR-10001", amount: "45 ريال", about: "توصيل شحنة، كتب" };
  const wishes = {
    do_price: "price",
    do_other_price: "other_price",
    do_expiry: "accept",
    do_other_date: "other_date",
    do_sure_step: "accept",
    do_sure_no_show: "no_show",
    do_not_yet: "decline",
    do_accept: "accept",
    do_decline: "decline",
    do_seen: "seen",
    do_again: "take_back",
    do_cannot: "decline",
    do_seen_of: "seen",
    do_no_show: "no_show",
    do_no_answer: "no_answer",
    do_write: "to_customer",
    do_problem: "problem",
  } as const;
  const labels = (Object.keys(sentenceVariables) as SentenceName[]).filter((name) =>
    name.startsWith("partner_chat.do_"),
  );

  it.each(labels.flatMap((name) => (["ar", "en"] as const).map((language) => [name, language] as const)))(
    "are understood when somebody types them: %s in %s",
    (name, language) => {
      const saying = readPartner(sayText(catalogue, language, name, named));
      const key = name.replace("partner_chat.", "");
      // A list names an order and what it is about: its number is read, and that order is shown.
      if (key === "do_show") expect(saying.number).toBe(11);
      else
        expect([key, saying.wish.type]).toEqual([
          key,
          Object.entries(wishes).find(([one]) => one === key)?.[1],
        ]);
    },
  );
});

describe("findPartnerCode", () => {
  const code = `pt${"abcdefghijkmn23456789pqrst"}`;
  it("finds a code alone, behind a command, in a sentence, and in capitals, and takes it out", () => {
    for (const text of [code, `/start ${code}`, `my code is ${code}.`, code.toUpperCase()]) {
      expect(findPartnerCode({ type: "text", text })).toBe(code);
      expect(withoutPartnerCode({ type: "text", text })).not.toMatchObject({
        text: expect.stringMatching(/pt[a-z2-9]{5}/i),
      });
    }
  });
  it("finds none in ordinary words or in a longer row of signs", () => {
    for (const text of ["ptolemy", `${code}x`, "/start K7M-R3T9P", "أبي أرسل طرد"])
      expect(findPartnerCode({ type: "text", text })).toBeUndefined();
  });
});

describe("toPartnerWords", () => {
  it("gives the words behind a name of the partner, and nothing of a message that only speaks of one", () => {
    expect(toPartnerWords("للمندوب: الباب الخلفي")).toBe("الباب الخلفي");
    expect(toPartnerWords("to the courier: ring the bell")).toBe("ring the bell");
    expect(toPartnerWords("المندوب تأخر")).toBeUndefined();
    expect(toPartnerWords("للمندوب:")).toBeUndefined();
  });
});
