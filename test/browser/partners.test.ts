/** An owner and the directory of partners, in a real browser: a form with mistakes, a pause, and a table out and back in. */
import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, openSetting, phone, type Setting } from "./setting.ts";
import { staffAt } from "./staff.ts";

let setting: Setting;

beforeAll(async () => {
  setting = await openSetting();
}, 60_000);
afterAll(() => setting.close());

/** The browser itself complains of every answer that refuses. */
const refusals = () => setting.complaints.filter((text) => !text.includes("status of 422"));

async function axeFinds(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join("; ")}`);
}

describe("an owner at the form of a partner", () => {
  it("is told of mistakes beside their boxes, loses no word, and mends them (a phone, Arabic)", async () => {
    const page = await staffAt(setting, "noura", "ar", { viewport: phone });
    await page.click("#menu summary");
    await page.click('a[href="/queue/partners"]');
    await page.click('a[href="/queue/partners/new"]');
    await page.fill("#name_ar", "شركة السرعة");
    await page.fill("#places", "الرياض، أطلانتس");
    await page.check('input[name="service"][value="parcel_delivery"]');
    await page.fill('input[name="price:parcel_delivery"]', "كثير");
    await page.click("#ramadan summary");
    await page.fill("#ramadan_sunday", "21-2");
    await page.locator('input[name="licence_number"]').first().fill("TL-9");
    await page.locator('input[name="licence_expires"]').first().fill("1448-08-23");
    await page.click(".form-end button");
    await page.locator("#name_en-wrong").waitFor();
    expect(await page.locator("#places-wrong").innerText()).toContain("أطلانتس");
    expect(await page.locator("#wrong-price-parcel_delivery").isVisible()).toBe(true);
    expect(await axeFinds(page)).toEqual([]);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
      phone.width,
    );
    expect(await page.locator("#ramadan").getAttribute("open")).not.toBeNull();

    await page.fill("#name_en", "Speed Co");
    await page.fill("#places", "الرياض، القصيم");
    await page.fill('input[name="price:parcel_delivery"]', "٤٥");
    await page.click(".form-end button");
    await page.waitForURL("**/queue/partners/p_speed_co?saved=1");
    const text = await page.locator("#page").innerText();
    for (const shown of ["شركة السرعة", "45.00", "الرياض، القصيم", "TL-9", "31 يناير 2027"])
      expect([shown, text.includes(shown)]).toEqual([shown, true]);
    expect(await axeFinds(page)).toEqual([]);
    expect(refusals()).toEqual([]);
  });

  it("pauses a partner with a reason, and finds it among the paused", async () => {
    const page = await staffAt(setting, "noura", "en", { viewport: desktop });
    await page.goto(`${setting.base}/queue/partners/p_speed_co`);
    await page.fill("#reason", "Repairs until Sunday");
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Resume" }).waitFor();
    expect(await page.locator(".note").innerText()).toContain("Repairs until Sunday");
    await page.goto(`${setting.base}/queue/partners`);
    await page.selectOption("#partner-state", "paused_by_staff");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL("**state=paused_by_staff**");
    expect(await page.locator(".card").count()).toBe(1);
    await page.click(".card-link");
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    expect(refusals()).toEqual([]);
  });
});

describe("an owner with a table", () => {
  it("takes it out, and brings it back changed", async () => {
    const page = await staffAt(setting, "noura", "en", { viewport: desktop });
    await page.goto(`${setting.base}/queue/partners`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click('a[href="/queue/partners/export.csv"]'),
    ]);
    const path = await download.path();
    const table = await readFile(path, "utf8");
    expect(download.suggestedFilename()).toMatch(/^partners-\d{4}-\d\d-\d\d\.csv$/);
    expect(table).toContain("Speed Co");

    const send = async (text: string) => {
      await page.goto(`${setting.base}/queue/partners/import`);
      await page.setInputFiles("#file", { name: "p.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: "Check the file" }).click();
    };
    await send(table.replace("Speed Co", ""));
    await page.locator(".rows").waitFor();
    expect(await page.locator(".rows tbody tr").count()).toBe(1);
    expect(await page.locator(".rows").innerText()).toContain("Name in English");
    expect(await axeFinds(page)).toEqual([]);

    await send(table.replace("Speed Co", "Faster Co"));
    await page.getByRole("button", { name: "Import now" }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole("button", { name: "Import now" }).click();
    await page.locator("#notice", { hasText: "changed: 1" }).waitFor();
    await page.goto(`${setting.base}/queue/partners?q=faster`);
    expect(await page.locator(".card").innerText()).toContain("Faster Co");
    expect(refusals()).toEqual([]);
  });
});
