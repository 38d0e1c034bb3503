/** The whole story in a real browser: a customer on one side, the office on the other, in Arabic and in English. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerMissing, type Customer, customerAt, parcelAnswers, plain } from "./customer.ts";
import { picture } from "./picture.ts";
import { desktop, openSetting, phone, type Setting } from "./setting.ts";
import { staffAt } from "./staff.ts";

let setting: Setting;

beforeAll(async () => {
  setting = await openSetting();
}, 60_000);
afterAll(() => setting.close());

describe("an Arabic hotel request", () => {
  it("goes from one message to a done order, and every sentence arrives once", async () => {
    const queue = await staffAt(setting, "noura", "ar", { viewport: desktop });
    await queue.locator(".empty").waitFor();
    const customer = await customerAt(setting, "ar", { viewport: phone, deviceScaleFactor: 1.5 });
    const ref = await orderHotel(customer);

    // The list was open before the order was: nobody reloads it.
    await queue.locator(`#${ref}`).waitFor();
    expect(await queue.locator('[data-tab="open"] .count').innerText()).toBe("1");
    await queue.click(`#${ref} .card-link`);
    await queue.getByRole("button", { name: "استلام الطلب" }).click();
    await queue.locator(".pill.assigned").waitFor();
    await setting.pass(10);
    await move(queue, "طُلبت من الفندق");
    await setting.pass(25);
    await move(queue, "تأكد الحجز");
    await customer.hears(`طلبك ${ref}: أكد الفندق الحجز`);

    const status = await customer.asks("وين طلبي؟");
    expect(status).toContain(ref);
    expect(status).toContain("أكد الفندق الحجز");

    await move(queue, "مكتمل");
    await queue.locator(".pill.done").waitFor();
    await customer.hears("اكتمل طلبك");
    expect(await customer.asks("شكرًا لكم")).not.toContain("لم تتضح");
    for (const sentence of ["نستخدم بياناتك", "ملخص الطلب", "سجّلنا طلبك برقم", "اكتمل طلبك"])
      expect(await customer.count(sentence), sentence).toBe(1);
    // Once as news, and once as the answer to the question.
    expect(await customer.count("أكد الفندق الحجز")).toBe(2);
    expect(setting.complaints).toEqual([]);
  });
});

describe("an English parcel request", () => {
  it("takes a correction and a question in the middle, and goes to done", async () => {
    const queue = await staffAt(setting, "noura", "en", { viewport: desktop });
    const customer = await customerAt(setting, "en", { viewport: desktop });
    const first = await customer.asks(
      "Hi, please send a 3 kg parcel of books from Riyadh to Jeddah tomorrow",
    );
    for (const part of ["books", "3 kg", "Riyadh", "Jeddah", "Mon 23 Nov"]) expect(first).toContain(part);
    const question = first.split("\n").at(-1) ?? "";

    const hours = await customer.asks("what are your opening hours?");
    expect(hours).toContain("The office is open now");
    expect(hours, "takes up its question again").toContain(question);
    const changed = await customer.asks("sorry, make it 5 kg");
    expect(changed).toContain("5 kg");
    expect(changed).toContain(question);
    await picture(customer.page, "chat-en-desktop");

    const { asked, heard: readBack } = await answerMissing(customer, changed, parcelAnswers);
    expect(asked.toSorted()).toEqual(Object.keys(parcelAnswers).toSorted());
    for (const part of ["books", "5 kg", "Al Olaya", "Al Rawdah", "+966 55 123 4567", "Shall we place it?"])
      expect(readBack).toContain(part);
    expect(readBack).not.toContain("3 kg");
    const placed = await customer.presses("Place");
    const ref = /BR-\d+/.exec(placed)?.[0] ?? "";
    expect(placed).toContain(`Order ${ref} is placed`);

    await queue.locator(`#${ref}`).waitFor();
    await queue.click(`#${ref} .card-link`);
    await queue.getByRole("button", { name: "Claim this order" }).click();
    await queue.locator(".pill.assigned").waitFor();
    const before = await customer.heard.count();
    const stages = ["Picked up", "On the way", "Delivered", "Done"];
    for (const [at, stage] of stages.entries()) {
      await setting.pass(10);
      await move(queue, stage);
      await customer.heard.nth(before + at).waitFor();
    }
    expect(await customer.asks("where is my order?")).toMatch(new RegExp(`${ref} .*is done`));
    // One line for each step and one for the answer, no two alike.
    const lines = (await customer.heard.locator(".words").allInnerTexts()).slice(before);
    expect(lines).toHaveLength(stages.length + 1);
    expect(new Set(lines).size).toBe(lines.length);
    for (const line of lines) expect(plain(line)).toContain(ref);
    expect(setting.complaints).toEqual([]);
  });
});

/** One message with everything but name and phone, the two questions, the read-back, the button; gives the order's number. */
async function orderHotel(customer: Customer): Promise<string> {
  const first = await customer.asks("السلام عليكم، أبي فندق في جدة يوم الخميس ليلتين لشخصين، غرفة وحدة");
  for (const part of ["وعليكم السلام", "جدة", "الخميس 26 نوفمبر"]) expect(first).toContain(part);
  await picture(customer.page, "chat-ar-phone");
  const { asked, heard: readBack } = await answerMissing(customer, first, {
    "باسم من": "محمد العتيبي",
    "ما رقم جوالك": "٠٥٠١٢٣٤٥٦٧",
  });
  expect(asked).toHaveLength(2);

  expect(readBack).toContain("ملخص الطلب");
  for (const part of ["جدة", "26 نوفمبر 2026", "جمادى الآخرة 1448", "عدد الليالي: 2", "محمد العتيبي"])
    expect(readBack).toContain(part);
  await picture(customer.page, "read-back-ar-phone");
  const placed = await customer.presses("اعتماد");
  const ref = /BR-\d+/.exec(placed)?.[0] ?? "";
  expect(placed).toContain(`سجّلنا طلبك برقم ${ref}`);
  return ref;
}

/** Presses the step, and waits until the page shows the order in it. */
async function move(queue: Page, label: string): Promise<void> {
  await queue.locator(".moves").getByRole("button", { name: label, exact: true }).click();
  await queue.locator(".order-head .pill", { hasText: label }).waitFor();
}
