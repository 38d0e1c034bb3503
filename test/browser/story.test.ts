/** The whole story in a real browser: a customer on one side, the office on the other, in Arabic and in English. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Customer, customerAt } from "./customer.ts";
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
    for (const part of ["books", "3 kg", "Riyadh", "Jeddah", "Mon 23 Nov 2026"])
      expect(first).toContain(part);
    const pickup = "What is the pick-up address?";
    const dropoff = "What is the delivery address?";
    expect(first).toContain(pickup);
    expect(await customer.asks("7214 Tahlia Street, Al Olaya")).toContain(dropoff);

    const hours = await customer.asks("what are your opening hours?");
    expect(hours).toContain("The office is open now");
    expect(hours, "takes up its question again").toContain(dropoff);
    const changed = await customer.asks("sorry, make it 5 kg");
    expect(changed).toContain("5 kg");
    expect(changed).toContain(dropoff);
    await picture(customer.page, "chat-en-desktop");

    await customer.asks("Building 12, Prince Sultan Street, Al Rawdah");
    expect(await customer.presses("Later")).toContain("recipient's mobile number");
    await customer.asks("0551234567");
    const readBack = await customer.asks("0501234567");
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
    for (const stage of ["Picked up", "On the way", "Delivered"]) {
      await setting.pass(10);
      await move(queue, stage);
    }
    await move(queue, "Done");
    await customer.hears(`Order ${ref} is done`);
    expect(await customer.asks("where is my order?")).toContain(`${ref} (books, Riyadh to Jeddah) is done`);
    for (const news of [
      "picked up your parcel",
      "is on the way",
      "was delivered at",
      "Thank you for your trust",
    ])
      expect(await customer.count(news), news).toBe(1);
    expect(setting.complaints).toEqual([]);
  });
});

/** One message with everything but name and phone, the two questions, the read-back, the button; gives the order's number. */
async function orderHotel(customer: Customer): Promise<string> {
  const first = await customer.asks("السلام عليكم، أبي فندق في جدة يوم الخميس ليلتين لشخصين، غرفة وحدة");
  for (const part of ["وعليكم السلام", "جدة", "الخميس 26 نوفمبر 2026"]) expect(first).toContain(part);
  await picture(customer.page, "chat-ar-phone");
  const asked = await answerMissing(first, customer.asks, {
    "باسم من": "محمد العتيبي",
    "ما رقم جوالك": "٠٥٠١٢٣٤٥٦٧",
  });
  expect(asked).toHaveLength(2);

  const readBack = await customer.answer();
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

/** Answers each question by its first words until none of them is asked any more; gives the questions that were asked. */
async function answerMissing(
  first: string,
  asks: (text: string) => Promise<string>,
  answers: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const asked: string[] = [];
  let heard = first;
  for (;;) {
    const question = heard.split("\n").at(-1) ?? "";
    const known = Object.keys(answers).find((start) => question.startsWith(start));
    if (known === undefined || asked.includes(known)) return asked;
    asked.push(known);
    heard = await asks(answers[known] ?? "");
  }
}
