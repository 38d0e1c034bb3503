/** What customers say to our answer to their complaint, in all varieties, as the whole office hears it: a no, or that all is well. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OrderRef } from "../../src/domain/ids.ts";
import { loadExamples } from "../../src/flows/examples.ts";
import { keepIn, keptFolder } from "../../src/kept.ts";
import { embeddedClassifier } from "../../src/understand/embedded.ts";
import { sure } from "../web/tiny-office.ts";
import { paperOffice, sara } from "./paper-office.ts";
import { realCatalogue } from "./real-catalogue.ts";

const ref = "BR-10001" as OrderRef;
const catalogue = realCatalogue();
const examples = loadExamples(join(import.meta.dirname, "../../prompts")).filter(
  ({ split }) => split === "train",
);
const classifier = embeddedClassifier(catalogue.specs, examples, keepIn(keptFolder));

/** `asked`: the question came once more, with its choices. */
function heardAs(text: string): "reopened" | "settled" | "asked" | "other" {
  const office = paperOffice({ catalogue, classifier });
  office.says_("خدمتكم زفت، عندي شكوى");
  office.acts(sara, { type: "claim" }, ref);
  office.acts(sara, { type: "answer_complaint", outcome: "refund", words: "يصل المبلغ خلال 3 أيام." }, ref);
  office.says_(text);
  const { complaint, state } = sure(office.orders.get(ref));
  if (complaint?.reopened) return "reopened";
  if (state.status === "done") return "settled";
  const asks = office.says.some(({ choices = [] }) => choices.length === 2);
  return asks && /هل حُلّت المشكلة بهذا|Does this settle it/.test(office.text()) ? "asked" : "other";
}

const refusals = [
  "لا ما وصلني شي لين الحين",
  "ما صار شي",
  "لسه",
  "للأسف لا",
  "لا والله ما زبط شي",
  "مو كافي",
  "غير مقبول",
  "still not fixed",
  "no it's still broken",
  "nothing yet",
  "not good enough",
  "متحلتش لسه",
  "لا، لم تُحل",
  "لاااا",
  "ماحد رد علي",
  "محدش كلمني",
  "ماوصلش حاجة",
  "لسه ما وصلش",
  "مفيش فايدة",
  "ماكو حل",
  "بعد ما وصل",
  "ما رجع المبلغ",
  "للحين ما رجع المبلغ",
  "نفس المشكلة",
  "المشكلة نفسها",
  "لا المشكلة موجودة",
  "باقي المشكلة موجودة",
  "كلام فاضي",
  "مرفوض",
  "ما كفاني",
  "لا ما كفاني",
  "مش راضي",
  "أنا مو راضية",
  "no",
  "no not yet",
  "not yet",
  "not really",
  "still waiting",
  "I am not satisfied",
  "not happy with this",
  "this is unacceptable",
  "it hasn't been fixed",
  "never arrived",
  "ma wasal shi",
  "mafi fayda",
  "mesh kafi",
  "lissa ma wasalni",
  "la wallah",
  "والو",
  "ما وصلني والو",
  "ما تحلاتش",
  "تمام بس ما وصلني شي",
  "شكرا بس ما انحلت المشكلة",
  "يعطيكم العافية بس للحين ما وصل شي",
  "لسه ما وصلني المبلغ",
  "لم يصلني المبلغ حتى الآن",
  "ليش ما وصلني المبلغ؟",
  "لا ما انحلت",
  "حسبي الله ونعم الوكيل",
  "ظلم والله",
  "ما تغير شي",
  "رجعت المشكلة",
  "ايوه بس لسا ما وصلني المبلغ",
  "ما اقتنعت",
  "الرد ما يكفي",
  "no reply from anyone",
  "same problem again",
  "مب راضي عن ردكم",
  "ما عجبني الرد",
  "ما اجا شي",
  "مو منيح",
  "مش تمام",
  "يا جماعة المبلغ ما نزل بحسابي",
  "لا والله لسه ما شفت شي بالحساب",
  "ما زال المشكل قائم",
  "مازال ماوصلني والو",
  "لا الموضوع زي ما هو",
  "الرد هذا ما يقنعني أبدا",
  "بعده ما انحل الموضوع",
  "ماكو فايدة منكم",
  "ولا شي تغير من وقتها",
  "محدش اتصل بيا خالص",
  "لسه المشكلة زي ما هي",
  "الكلام ده مش مقبول خالص",
  "ما استلمت ولا ريال",
  "انا مش مقتنع بالرد ده",
  "إلى الآن لم يتواصل معي أحد",
  "لم تُحل المشكلة بعد",
  "no, nobody has called me",
  "still have the same problem",
  "it is not resolved",
  "that's not good enough",
  "I still haven't got my money back",
  "nothing has changed",
  "ma 7ad kalamni",
  "lissa ma wasal el mablagh",
  "mesh 7elwa el radd, mesh ra7 a2bal",
  "المندوب ما جا ولا احد رد",
  "حلكم ما ينفع",
  "هذا ما يرضيني",
  "انا غير راضٍ عن الحل",
  "لا طبعا",
];

const wellOrPolite = [
  "ما في مشكلة",
  "لا ما في مشكلة الحين",
  "لا كل شي تمام",
  "لا الحمد لله وصلني المبلغ",
  "لا وصل خلاص",
  "لا ما عندي شي ثاني شكرا",
  "لا تتعبون نفسكم خلاص",
  "no it's fine now",
  "no more problems",
  "شكرا",
  "مشكورين ما قصرتوا",
  "لا داعي",
  "لا مشكلة",
  "لا خلاص انحلت",
  "no problem",
  "تمام بنشوف",
  "الحمدلله ما في شي",
  "يعطيكم العافية",
  "لا شكرا",
  "no thanks",
  "مفيش مشكلة",
  "مافيش مشكلة خلاص",
  "ماكو مشكلة",
  "ماكو اي مشكلة هسه",
  "مو مشكلة",
  "no issue",
  "no worries",
  "it's ok",
  "اوكي",
  "طيب",
  "ok",
  "لا عادي",
  "لا بأس",
  "mafi moshkela",
  "la khalas",
  "la tamam wasal",
  "ma fi mushkila",
  "thanks",
  "thank you so much",
  "لا ما عاد في مشكلة",
  "ما عاد عندي مشكلة",
  "ما قصرتوا",
  "ما شاء الله",
  "لا وصلني اليوم",
  "وصلني المبلغ",
  "استلمت المبلغ شكرا",
  "لا انحلت",
  "still waiting but ok",
  "لا لا خلاص وصل",
  "no all good",
  "no I got it, fine",
  "لا كلو تمام",
  "لأ خلاص كله تمام",
  "ما بقى مشكلة",
  "ما كاين مشكل",
  "لا والحمدلله",
  "لا تمام الله يسعدكم",
  "ما عاد فيه مشكلة الحمدلله",
  "لا خلاص المندوب جا قبل شوي",
  "مافيه اي مشكله الحين شكرا لكم",
  "خلاص ماكو مشكلة عيوني",
  "لأ كله تمام تسلموا",
  "مفيش حاجة تانية شكرا",
  "لا ما في داعي تكملوا",
  "لا ابد ما قصرتوا",
  "no all sorted thank you",
  "no no it's good now",
  "no further issues",
  "nope, all fine",
  "لا ولا يهمكم صار خير",
  "الله يعطيكم العافية على التجاوب",
  "ما في اي اشكال",
  "لا عندي ولا شي الحمدلله",
  "la mafi shi, kolo tamam",
  "la shukran",
  "khalas mafi mushkila",
  "وصلني المبلغ قبل شوي",
  "رجعتوا المبلغ شكرا",
  "لا باس",
  "ما يحتاج",
  "لا الحين تمام",
];

describe("words to our answer to a complaint", () => {
  it("are a no where the trouble is still there, or the answer will not do", () => {
    const wrong = refusals.filter((text) => heardAs(text) !== "reopened");
    expect(wrong).toEqual([]);
  });

  it("are never a no where all is well, or they are a courtesy: the question stays", () => {
    const heard = wellOrPolite.map((text) => [text, heardAs(text)] as const);
    expect(heard.filter(([, as]) => as !== "asked" && as !== "settled")).toEqual([]);
  });

  it("settle it by a plain yes alone", () => {
    for (const text of ["نعم", "ايوه انحلت", "yes it does", "تمام"])
      expect([text, heardAs(text)]).toEqual([text, "settled"]);
  });

  it("leave questions and other wishes what they are", () => {
    for (const text of ["متى يوصل المبلغ؟", "لا بس ابي احجز فندق", "ابي اكلم المدير"])
      expect([text, heardAs(text)]).not.toEqual([text, "reopened"]);
  });
});
