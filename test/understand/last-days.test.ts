/** Days and the like that are told beside the one that is meant: the last of two, the two of them, what is left of a paper, where we are. */
import { describe, expect, it } from "vitest";
import { findDurations } from "../../src/language/times/durations.ts";
import { findTimes } from "../../src/language/times/times.ts";
import { gist, holding, now, read, valuesOf } from "./reader.ts";

const letter = { kind: "cv", language: "english", details: "خريج محاسبة" };

describe("atTheLatest", () => {
  it.each([
    "3andi interview yom el khamis fa 3ayzo abl keda, el arba3 bel kteer",
    "المقابله الخميس، الاربع بالكثير",
    "عندي سفر الخميس فعايزها يوم الاربع بالكتير",
    "interview is thursday so wednesday at the latest",
  ])("is the day that is called the last: %s", (text) => {
    const reading = read(text, holding("document_writing", "phone", letter));
    expect(valuesOf(reading, "answers")).toMatchObject({ deadline: "2026-11-25" });
  });
});

describe("isBoth", () => {
  it.each([
    "estana 5aleh 3arabi w englizi el etnein",
    "خليه عربي وانجليزي الاتنين",
    "خلوها بالعربي والانجليزي الاثنين",
  ])("is no Monday: %s", (text) => {
    const reading = read(text, holding("document_writing", undefined, letter));
    expect(valuesOf(reading, "answers")).not.toHaveProperty("deadline");
    expect(valuesOf(reading, "correct")).toHaveProperty("language");
  });

  it.each(["خليه يوم الاتنين", "خلوه الاثنين", "5aleeh el etnein", "make it monday"])(
    "leaves a Monday one: %s",
    (text) => {
      const reading = read(
        text,
        holding("document_writing", undefined, { ...letter, deadline: "2026-11-26" }),
      );
      expect(valuesOf(reading, "correct")).toEqual({ deadline: "2026-11-23" });
    },
  );
});

describe("what is left of a paper", () => {
  it.each([
    "اقامتها باقي فيها ٨ شهور",
    "باقي له شهرين",
    "8 months left on it",
    "it is still valid for 8 months",
  ])("is no length that is wished for: %s", (text) => {
    expect(findDurations(text)).toEqual([]);
  });

  it.each(["a visa valid for 8 months", "لمدة ٨ شهور", "8 shohoor"])("leaves a wish one: %s", (text) => {
    expect(findDurations(text)).toHaveLength(1);
  });

  it.each([
    ["لا لحظه العامله اقامتها باقي فيها ٨ شهور، خلها بس السواق", "سواق"],
    ["no wait my maid's is still valid for 8 months, make it just the driver", "driver"],
    ["لا الشغاله لسه اقامتها ساريه خليها السواق", "سواق"],
  ])("takes who is meant instead: %s", (text, who) => {
    const reading = read(text, holding("gov_paperwork", "national_id", { doc_type: "iqama_renewal" }));
    expect(valuesOf(reading, "answers").beneficiary).toContain(who);
    expect(valuesOf(reading, "answers")).not.toHaveProperty("duration");
  });
});

describe("meantInstead", () => {
  it.each([
    ["لا لحظه العامله اقامتها باقي فيها ٨ شهور، خلها بس السواق", "السواق"],
    ["no wait the maid is fine, make it just the driver", "the driver"],
    ["لا خليها امي", "امي"],
  ])("answers with whom it is let be: %s", (text, beneficiary) => {
    const reading = read(text, holding("gov_paperwork", "beneficiary", { doc_type: "iqama_renewal" }));
    expect(valuesOf(reading, "answers")).toMatchObject({ beneficiary });
  });
});

describe("whoseIs", () => {
  it.each([
    ["نحن مصنع تمور في القصيم ونبحث عن موزع في دبي", "Dubai"],
    ["we are a soap factory in Jeddah looking for a distributor in Kuwait", "Kuwait"],
    ["e7na masna3 sabon fe jeddah w 3ayzeen mowaze3 fe dubai", "Dubai"],
    ["احنا شركة أغذية بالرياض وندور موزع بالدمام", "Dammam"],
  ])("tells where a distributor is looked for from where the company is: %s", (text, city) => {
    expect(valuesOf(read(text), "request")).toMatchObject({ need: "distributor", city });
  });
});

describe("noon in Latin letters", () => {
  it.each(["mn 10 el sob7 le 1 el thohr", "men 10 elsob7 la 1 elthuhr", "10 el sob7 le 1 el dhohr"])(
    "ends a range of hours: %s",
    (text) => {
      const [found] = findTimes(text, { now, zone: "Asia/Riyadh" });
      expect(found?.value).toMatchObject({ time: "10:00", until: "13:00" });
    },
  );
});

describe("when it is wanted, and why", () => {
  it.each([
    "3andi interview yom el khamis fa 3ayzo abl keda, el arba3 bel kteer",
    "عندي مقابله الخميس فعايزه يوم الاربع بالكتير",
    "i have an interview on thursday so i need it by wednesday at the latest",
  ])("is no matter of the text: %s", (text) => {
    const reading = read(text, holding("document_writing", "details", { kind: "cv", language: "english" }));
    expect(valuesOf(reading, "answers")).toEqual({ deadline: "2026-11-25" });
  });
});

describe("a number inside a name", () => {
  it.each([
    "Hi, do you still have those Microsoft 365 Family subscriptions you resell? I'd like to buy some",
    "I want to buy Microsoft 365 Business licences from your offers",
    "do you sell Office 365 Personal cards, I want to buy from your offers",
  ])("counts nothing: %s", (text) => {
    expect(valuesOf(read(text), "request")).not.toHaveProperty("quantity");
  });
});

describe("a child's carriage from a shop", () => {
  it.each([
    "عايزه اشتري عربيه نوم لطفل من ايكيا",
    "ابي عربانة اطفال من سنتربوينت",
    "buy a baby stroller from firstcry",
  ])("is shopping, and no car of somebody's: %s", (text) => {
    expect(gist(read(text))).toEqual(["shopping_mediation"]);
  });
});
