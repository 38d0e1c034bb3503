/** Customers may write anything: markup, formulas, marks that turn the writing direction. It stays words, everywhere. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerAt } from "./customer.ts";
import { apiKey, openSetting, type Setting } from "./setting.ts";
import { staffAt } from "./staff.ts";

let setting: Setting;

beforeAll(async () => {
  setting = await openSetting();
}, 60_000);
afterAll(() => setting.close());

const markup = `<img src=x onerror="alert(1)"><script>alert(2)</script><b id="bold">glass</b>`;
const turned = "\u202egnp.stekcit\u202c and \u2067tickets";
const formula = `=HYPERLINK("http://evil.example","books")`;

describe("what a customer writes", () => {
  it("is shown as words in the chat, in the list, on the order and in the conversation", async () => {
    const customer = await customerAt(setting, "en");
    await customer.asks("I want to send a parcel from Riyadh to Jeddah tomorrow, 2 kg");
    for (const text of [markup, turned]) await customer.says(text);
    await customer.answer();
    const own = customer.page.locator("#lines > .line-own .words");
    expect(await own.nth(1).innerText()).toBe(markup);
    await expectNothingOf(customer.page);

    // Asked again for the contents by a change, whatever was taken for them above.
    await customer.asks(`change contents to ${formula}`);
    await expectNothingOf(customer.page);

    await customer.asks("I want to talk to a person");
    const desk = await staffAt(setting, "noura", "en");
    await desk.click('[data-tab="waiting"]');
    await desk.locator("#cards .card-link").click();
    const lines = desk.locator("#lines .line.customer .line-text");
    expect(await lines.nth(1).innerText()).toBe(markup);
    const shown = await lines.nth(2).innerText();
    expect(shown).toContain("U+202E");
    expect(shown).not.toMatch(/[\u202a-\u202e]/);
    expect(await lines.nth(3).innerText()).toContain(formula);
    await expectNothingOf(desk);
    expect(setting.complaints).toEqual([]);
  });

  it("is shown as words where it became an order", async () => {
    const answer = await fetch(`${setting.base}/api/v1/orders`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({
        service: "parcel_delivery",
        fields: { contents: markup, from_city: "Riyadh", to_city: "Jeddah", weight_kg: 2 },
        customer: { name: `${turned} <i>Ali</i>`, phone: "0501234567", language: "en" },
      }),
    });
    expect(answer.status, await answer.clone().text()).toBe(201);
    const desk = await staffAt(setting, "noura", "en");
    await desk.goto(`${setting.base}/queue`);
    await desk.locator("#cards .card").first().waitFor();
    await expectNothingOf(desk);
    await desk.locator("#cards .card-link").first().click();
    await desk.locator("#facts-title").waitFor();
    expect(await desk.locator("#field-contents .value").innerText()).toContain("<img src=x");
    await expectNothingOf(desk);
    expect(setting.complaints).toEqual([]);
  });
});

/** No element of the customer's making stands on the page. A dialog or a refused script would be among the complaints. */
async function expectNothingOf(page: Page): Promise<void> {
  expect(
    await page.locator('img[src="x"], #bold, script:not([src^="/assets/"]), a[href*="evil"]').count(),
  ).toBe(0);
}
