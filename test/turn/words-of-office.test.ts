/** What a customer writes while a partner carries their order out and only the office can settle: never passed on, whoever is to be told. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadExamples } from "../../src/flows/examples.ts";
import { keepIn, keptFolder } from "../../src/kept.ts";
import { root } from "../../src/root.ts";
import { embeddedClassifier } from "../../src/understand/embedded.ts";
import { realCatalogue } from "../conversation/real-catalogue.ts";
import { customerOf, fieldOf, openPartnerOffice } from "./partner-office.ts";

const classifier = embeddedClassifier(
  realCatalogue().specs,
  loadExamples(join(root, "prompts")).filter(({ split }) => split === "train"),
  keepIn(keptFolder),
);

/** A customer whose parcel is with a courier in a chat of its own; the office understands as it does. */
async function carried() {
  const office = await openPartnerOffice({ classifier });
  await office.joins("a", "courier");
  const placed = await office.order("parcel_delivery", { pickup_date: fieldOf("2026-12-26") });
  const customer = await customerOf(office.bench, placed);
  await office.offer(placed, "a");
  await office.says("courier", "قبول 11");
  return { ...office, placed, customer };
}

describe("words of a customer about what only the office can settle", { timeout: 60_000 }, () => {
  it("reach no partner unasked, in whatever frame they stand", async () => {
    const reports = [
      "وصل المندوب وصرخ علي وكان أسلوبه سيء وأبغى أشتكي",
      "وصل لها الطرد ناقص ومكسور",
      "خبروا السائق إن الطرد ضاع وأنا بقدم شكوى عليه",
      "tell him I want to cancel the order",
      "وصل المندوب وما لقيته",
      "وصل العامل الساعة 9 وراح",
      "وصل له الطلب ناقص",
      "تقول المندوب بيوصل الساعة 5 وما وصل",
      "قول لا ما ابي",
      "tell them to cancel my order",
      "ask them where is my parcel",
      "خله يلغي الطلب",
    ];
    const changes = [
      "khaly el maw3ed bokra",
      "5ali el address fi Jeddah",
      "خليه يوصل الأحد بدل السبت",
      "خلي يوصلني بكره بدل اليوم",
      "قولوا له الموعد صار الاحد",
      "tell him to come tomorrow instead",
    ];
    const { customer, newest, says } = await carried();
    const before = newest("courier");
    const passed: string[] = [];
    for (const text of [...reports, ...changes]) {
      const answer = await says(customer, text);
      if (/أوصلنا رسالتك|Your message is with/.test(answer)) passed.push(text);
      await says(customer, "لا");
    }
    expect(passed).toEqual([]);
    expect(newest("courier")).toBe(before);
  });

  it.each([
    ["خبروا السائق إن الطرد ضاع وأنا بقدم شكوى عليه", "سجّلنا شكواك"],
    ["وصل المندوب وصرخ علي وكان أسلوبه سيء وأبغى أشتكي", "سجّلنا شكواك"],
    ["tell him I want to cancel the order", "Shall we cancel"],
    ["خله يلغي الطلب", "هل نلغي"],
    ["خليه يوصل الأحد بدل السبت", "يراجع موظف التعديل"],
  ])("are heard by the office: «%s»", async (text, heard) => {
    const { bench, customer, newest, says } = await carried();
    const before = newest("courier");
    expect(await says(customer, text)).toContain(heard);
    expect(newest("courier")).toBe(before);
    const said = (await bench.lines(customer)).filter(({ from }) => from === "customer").at(-1);
    expect(said?.content).toEqual({ type: "text", text });
  });
});
