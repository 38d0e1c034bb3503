/** Papers told from each other, and questions about one: sayings that no flow file holds, in five varieties. */
import { describe, expect, it } from "vitest";
import type { Understanding } from "../../src/domain/understanding.ts";
import { findPair, pairsOf, placesOf } from "../../src/understand/learning/open-list.ts";
import { wordsOf } from "../../src/understand/words.ts";
import { asking, read } from "./reader.ts";

/** What is read of a paper: how it is asked for, and which it is. */
function papersIn(text: string, open?: Parameters<typeof read>[1]): string[] {
  return read(text, open).understandings.flatMap((one: Understanding) => {
    if (one.type === "office") return [`${one.topic} ${String(one.about?.doc_type?.value ?? "")}`.trim()];
    if (one.type === "request") return [String(one.fields.doc_type?.value ?? one.service)];
    return [];
  });
}

describe("a paper that is asked for", () => {
  it.each([
    // Gulf
    ["استمارتي بتخلص الاسبوع الجاي وودي اجددها", "vehicle_registration"],
    ["محتاجة اطلع جواز لبنتي الصغيرة", "passport_children"],
    ["طلعوا خروج نهائي للشغالة", "final_exit_visa"],
    ["يا ليت تجددون لي الغرفة التجارية", "chamber_membership"],
    ["عقد عمل لموظفة جديدة بقوى", "labour_contract"],
    // Egyptian
    ["عايز اجدد جواز السفر بتاعي", "passport_renewal"],
    ["محتاج أعمل توكيل لابن عمي يبيع العربية", "power_of_attorney"],
    // Standard
    ["أرغب في الاعتراض على مخالفة مرورية سُجلت خطأً", "traffic_fine_objection"],
    ["نود تسجيل عقد إيجار محل في منصة إيجار", "ejar_contract"],
    // Arabizi
    ["abgha visa khorooj w 3awda le zawjati 3 ashhor", "exit_reentry_visa"],
    ["abi ajaded rokhsat el seyaga", "driving_licence_renewal"],
    // English
    ["I need to extend my mother's visit visa by 2 months", "visit_visa_extension"],
    ["birth certificate for my newborn son", "birth_certificate"],
    ["we want to register for VAT", "vat_registration"],
  ])("is told from the others in «%s»", (text, paper) => {
    expect(papersIn(text)).toEqual([paper]);
  });

  it("comes with whom it is for, the number and the day", () => {
    const [request] = read("ابي اجدد اقامة السواق، هويتي 1000000008").understandings;
    expect(
      request?.type === "request" &&
        Object.fromEntries(Object.entries(request.fields).map(([name, { value }]) => [name, value])),
    ).toEqual({ doc_type: "iqama_renewal", beneficiary: "السواق", national_id: "1000000008" });
    const [dated] = read("اقامتي تنتهي ١٥ رجب وابي اجددها").understandings;
    expect(dated?.type === "request" && dated.fields.expiry?.value).toBe("2026-12-24");
  });

  it("is not guessed from one word of a paper", () => {
    const open = { ...asking("doc_type"), service: "gov_paperwork" };
    const [answer] = read("افادة من بلدية صبيا عن ارض زراعية", open).understandings;
    expect(answer?.type === "answers" && answer.fields.doc_type).toBeFalsy();
  });
});

describe("a question about a paper", () => {
  it.each([
    ["كم تكلفني تجديد الإقامة؟", "price iqama_renewal"],
    ["بكام تجديد جواز السفر", "price passport_renewal"],
    ["what does renewing an iqama cost", "price iqama_renewal"],
    ["tajdeed el eqama kam el rosoom", "price iqama_renewal"],
    ["أقصد أوراق تجديد الإقامة", "papers iqama_renewal"],
    ["ما المدة اللازمة لنقل ملكية مركبة؟", "duration vehicle_transfer"],
    ["كم ياخذ نقل الملكية", "duration vehicle_transfer"],
    ["how long does a family visit visa take", "duration family_visit_visa"],
    ["وش الأوراق المطلوبة للسجل التجاري", "papers commercial_registration"],
    ["عايز أعرف ورق استخراج السجل التجاري ايه", "papers commercial_registration"],
    ["ما الوثائق المطلوبة لإصدار وكالة شرعية؟", "papers power_of_attorney"],
    ["what papers do I need for a passport renewal", "papers passport_renewal"],
  ])("is asked of that paper in «%s»", (text, meant) => {
    expect(papersIn(text)).toEqual([meant]);
  });

  it("may ask for several things at once", () => {
    expect(papersIn("كم يوم تاخذ رخصة البلديه وكم رسومها وش المطلوب").sort()).toEqual([
      "duration municipal_licence",
      "papers municipal_licence",
      "price municipal_licence",
    ]);
  });

  it("is no question where the words only wish or deny", () => {
    expect(papersIn("ابي اجدد اقامة سواقي وما عندي اوراقه")).toEqual(["iqama_renewal"]);
    expect(papersIn("هل ممكن تجددون جوازي")).toEqual(["passport_renewal"]);
  });
});

describe("several papers in one breath", () => {
  it.each([
    ["ابي تجديد الاقامة ونقل ملكية السيارة", ["iqama_renewal", "vehicle_transfer"]],
    ["ابي تجديد رخصة القيادة وتجديد الاستمارة", ["driving_licence_renewal", "vehicle_registration"]],
    ["عايز أجدد إقامة الشغالة وكمان أعمل لها خروج وعودة شهرين", ["iqama_renewal", "exit_reentry_visa"]],
    ["أجدد إقامة السواق وأسوي له خروج وعودة", ["iqama_renewal", "exit_reentry_visa"]],
    ["renew my maid's iqama and also make her an exit reentry", ["iqama_renewal", "exit_reentry_visa"]],
    ["renew my istimara and my driving licence please", ["vehicle_registration", "driving_licence_renewal"]],
    [
      "عايز أجدد الإقامة بتاعة السواق وكمان أعمله خروج وعودة لمدة شهرين",
      ["iqama_renewal", "exit_reentry_visa"],
    ],
    ["جدد لي اقامة الشغالة وسو لها خروج وعوده ٣ شهور", ["iqama_renewal", "exit_reentry_visa"]],
    ["تجديد إقامة السائق وإصدار تأشيرة خروج وعودة له", ["iqama_renewal", "exit_reentry_visa"]],
    ["abi ajaded iqamat el shaghala w aswi laha khoroj w 3awda", ["iqama_renewal", "exit_reentry_visa"]],
    [
      "i want to renew my iqama, number 2345678904, and get my driver an exit re-entry",
      ["iqama_renewal", "exit_reentry_visa"],
    ],
    ["ابغى نقل كفالة عامل ويحتاج تجديد اقامه", ["sponsorship_transfer", "iqama_renewal"]],
    ["تجديد اقامة السواق واقامة الشغالة", ["iqama_renewal", "iqama_renewal"]],
    ["renew my passport and my wife's passport", ["passport_renewal", "passport_renewal"]],
    ["اقامتي خلصت وجوازي خلص جددوهم", ["iqama_renewal", "passport_renewal"]],
  ])("are requests of their own in «%s»", (text, papers) => {
    expect(papersIn(text)).toEqual(papers);
  });

  it.each<[string, readonly unknown[]]>([
    ["ابي اجدد اقامة السواق وبعد ابي له خروج وعودة شهرين", ["السواق", "السواق"]],
    ["renew the maid's iqama, then apply for an exit re-entry visa for her", ["the maid", "the maid"]],
    ["3ayez agadded el eqama bta3t el sawa2 w kaman a3mel loh khorog w 3awda", ["sawa2", "sawa2"]],
    ["تجديد اقامة السواق واقامة الشغالة", ["السواق", "الشغالة"]],
    ["اجدد إقامة السواق وجواز ولدي", ["السواق", "ولدي"]],
    ["جدد إقامة السواق وطلع لي خروج وعودة", ["السواق", undefined]],
  ])("are each for whom it is said in «%s»", (text, people) => {
    const whose = read(text).understandings.map((one) =>
      one.type === "request" ? one.fields.beneficiary?.value : one.type,
    );
    expect(whose).toEqual(people);
  });

  it.each([
    ["عندي اقامة سواق منتهية وابي خروج نهائي له", ["final_exit_visa"]],
    ["أبي تأشيرة زيارة لامي، جوازها جديد", ["family_visit_visa"]],
    ["my iqama 2345678904, renew my driving licence", ["driving_licence_renewal"]],
    ["renew my driving licens 5 year my iqama 2345678904", ["driving_licence_renewal"]],
    ["driving licens renewal, iqama 2345678904", ["driving_licence_renewal"]],
    ["جدد رخصتي، رقم اقامتي 2345678904", ["driving_licence_renewal"]],
    ["اقامتي سارية وابي تجديد جواز", ["passport_renewal"]],
    ["3andy eqama sarya w 3ayez khorog w 3awda", ["exit_reentry_visa"]],
    ["ابي جواز جديد ورخصة قيادة جديدة", ["passport_renewal", "driving_licence_renewal"]],
    ["my driver's iqama expires next week, renew it", ["iqama_renewal"]],
  ])("are only those that are to be made, in «%s»", (text, papers) => {
    expect(papersIn(text)).toEqual(papers);
  });

  it("are one where nothing joins them", () => {
    expect(papersIn("موعد في الجوازات لتجديد جواز الوالده")).toEqual(["appointment"]);
  });
});

describe("another paper in the middle of a form", () => {
  const open = {
    service: "gov_paperwork",
    asked: "national_id",
    awaiting: "answer",
    filled: ["doc_type", "beneficiary"],
    values: { doc_type: { value: "iqama_renewal" }, beneficiary: { value: "السواق" } },
  } as const;

  it("is a wish of its own", () => {
    expect(papersIn("وابي بعد اجدد جوازي", open)).toEqual(["passport_renewal"]);
  });

  it("is asked about without a wish", () => {
    expect(papersIn("وكم رسوم تجديد الجواز؟", open)).toEqual(["price passport_renewal"]);
    expect(papersIn("كم تاخذ؟", open)).toEqual(["duration"]);
  });

  it("is not read into the answer to another question", () => {
    const [answer] = read("شهادة ميلاد", {
      ...open,
      asked: "details",
      filled: ["doc_type"],
    }).understandings;
    expect(answer).toMatchObject({ type: "answers", fields: { details: { value: "شهادة ميلاد" } } });
  });
});

describe("findPair", () => {
  const [pair] = pairsOf(["جواز", "جواز + تجديد"]);
  const find = (text: string) => pair && findPair(pair, placesOf(wordsOf(text)));

  it("finds both words in any order, from the first to the last", () => {
    expect(find("ابي تجديد سريع جواز")).toEqual({ index: 1, length: 3 });
    expect(find("جواز ابي له تجديد")).toEqual({ index: 0, length: 4 });
  });

  it("finds nothing where one is missing or far away", () => {
    expect(find("ابي جواز")).toBeUndefined();
    expect(find("جواز ولدي ضاع في المطار امس العصر والحين ابي منكم موعد عشان تجديد")).toBeUndefined();
  });
});
