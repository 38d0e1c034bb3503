/** What is not words: files, a place on the map, a contact. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerMissing, customerAt, parcelAnswers } from "./customer.ts";
import { openSetting, phone, type Setting } from "./setting.ts";
import { staffAt } from "./staff.ts";

let setting: Setting;

beforeAll(async () => {
  setting = await openSetting();
}, 60_000);
beforeEach(() => void setting.complaints.splice(0));
afterAll(() => setting.close());

/** A red dot: the smallest picture that a browser really draws. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

describe("what is not words", () => {
  it("takes a picture, shows it in the chat, and gives it to staff as a download", async () => {
    const customer = await customerAt(setting, "ar");
    await customer.asks("السلام عليكم");
    const chosen = customer.page.waitForEvent("filechooser");
    await customer.page.click("#attach-button");
    await customer.page.click("#attach-file");
    await (await chosen).setFiles({ name: "غرفة.png", mimeType: "image/png", buffer: dot });
    const picture = customer.page.locator("#lines .line-own img.picture");
    await picture.waitFor();
    await picture.evaluate((image: unknown) => (image as { decode(): Promise<void> }).decode());
    await customer.hears("وصل الملف");

    await customer.asks("أبي أكلم موظف");
    const desk = await staffAt(setting, "noura");
    await desk.click('[data-tab="waiting"]');
    await desk.locator("#cards .card-link").click();
    const download = desk.waitForEvent("download");
    await desk.locator("#lines .line.customer a").click();
    expect((await download).suggestedFilename()).toBe("غرفة.png");
    expect(setting.complaints).toEqual([]);
  });

  it("takes the place where the customer is as an address", async () => {
    const customer = await customerAt(setting, "en", {
      viewport: phone,
      permissions: ["geolocation"],
      geolocation: { latitude: 24.6951, longitude: 46.6851 },
    });
    const asked = await customer.asks("parcel of books, 2 kg, from Riyadh to Jeddah tomorrow");
    expect(asked).toContain("What is the pick-up address?");
    await customer.page.click("#attach-button");
    await customer.page.click("#attach-location");
    await customer.page.locator("#lines > .line-own").nth(1).waitFor();
    const answer = await customer.answer();
    expect(answer).not.toContain("What is the pick-up address?");
    expect(answer).toContain("What is the delivery address?");
    expect(setting.complaints).toEqual([]);
  });

  it("says so when the place may not be known", async () => {
    const customer = await customerAt(setting, "en");
    await customer.page.click("#attach-button");
    await customer.page.click("#attach-location");
    await customer.page.locator("#lines .note", { hasText: "may not use your location" }).waitFor();
    expect(setting.complaints).toEqual([]);
  });

  it("takes a contact for the phone number that was asked for", async () => {
    const customer = await customerAt(setting, "en");
    const first = await customer.asks("parcel of books, 2 kg, from Riyadh to Jeddah tomorrow");
    const { "What is the recipient's mobile number?": _, ...others } = parcelAnswers;
    const { heard } = await answerMissing(customer, first, others);
    expect(heard).toContain("recipient's mobile number");
    await customer.page.click("#attach-button");
    await customer.page.click("#attach-contact");
    await customer.page.fill("#contact-name", "Layla Ahmed");
    await customer.page.fill("#contact-phone", "0551234567");
    await customer.page.press("#contact-phone", "Enter");
    await customer.page.locator("#lines > .line-own", { hasText: "Layla Ahmed" }).waitFor();
    expect(await customer.answer()).toContain("+966 55 123 4567");
    expect(setting.complaints).toEqual([]);
  });
});
