/** The directory of partners out to a spreadsheet and back, by its pages. */
import { beforeEach, describe, expect, it } from "vitest";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

let office: SmallOffice;
let head: Visitor;

beforeEach(async () => {
  office = smallOffice();
  await office.agent("head", "en");
  head = new Visitor(office.app);
  await head.logIn("head@example.com", password);
});

/** The form of the page, with this file chosen in it. */
async function upload(
  visitor: Visitor,
  file: string | Uint8Array<ArrayBuffer> | undefined,
): Promise<Response> {
  const form = new FormData();
  if (file !== undefined) form.set("file", new Blob([file], { type: "text/csv" }), "partners.csv");
  else form.set("other", "x");
  const encoded = new Response(form);
  return office.app.request("http://localhost/partners/import", {
    method: "POST",
    headers: {
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      origin: "http://localhost",
      "hx-request": "true",
      "x-wasit-csrf": visitor.csrf,
      "content-type": encoded.headers.get("content-type") ?? "",
    },
    body: await encoded.arrayBuffer(),
  });
}

const tokenIn = (html: string): string => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
const confirm = (visitor: Visitor, token: string) => visitor.post("/partners/import/confirm", { token });
const saved = async (name: string) => office.partners.get(partnerIdOf(name));

const twoNew = "name_ar,name_en,services\nشركة أ,Alpha,parcel_delivery\nشركة ب,Beta,Hotel booking\n";

describe("an import", () => {
  it("shows what it would do, does nothing before it is confirmed, and then all of it", async () => {
    await office.partners.save([samplePartner("a"), samplePartner("same")]);
    const file = `id,name_ar,name_en,services,capacity\np_a,اسم آخر,New Name,parcel_delivery,4\np_same,شريك same,Partner same,parcel_delivery,\n,شركة ب,Beta,hotel_booking,\n`;
    const preview = await upload(head, file);
    expect(preview.status).toBe(200);
    const html = await preview.text();
    for (const text of ["To be added", "Beta", "p_beta", "Name in Arabic, Name in English, Orders at a time"])
      expect([text, html.includes(text)]).toEqual([text, true]);
    expect(html.match(/<dd>1<\/dd>/g)).toHaveLength(3);
    expect(await saved("beta")).toBeUndefined();
    expect(await saved("a")).toMatchObject({ version: 1 });

    const done = await (await confirm(head, tokenIn(html))).text();
    expect(done).toContain("Added: 1, changed: 1");
    expect(await saved("beta")).toMatchObject({ services: ["hotel_booking"], version: 1 });
    expect(await saved("a")).toMatchObject({ name: { en: "New Name" }, capacity: 4, version: 2 });
    expect(await saved("same")).toMatchObject({ version: 1 });
  });

  it("names every wrong line and column in the reader's language, and imports nothing", async () => {
    const file = `${twoNew}شركة ج,,flying\n`;
    const refused = await upload(head, file);
    expect(refused.status).toBe(422);
    const rows = [...(await refused.text()).matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
      row.replaceAll(/<[^>]+>/g, "|").replaceAll(/\|+/g, "|"),
    );
    expect(rows).toEqual([
      "|Line|Column|What is expected|",
      "|4|Name in English|This is required.|",
      expect.stringMatching(/^\|4\|Services\|flying\|: \|?There is no such service\./),
    ]);
    expect(await saved("alpha")).toBeUndefined();
    await office.agent("admin", "ar");
    const admin = new Visitor(office.app);
    await admin.logIn("admin@example.com", password);
    const html = await (await upload(admin, file)).text();
    expect(html).toContain("الاسم بالإنجليزية");
    expect(html).toContain("لا توجد خدمة بهذا الاسم");
  });

  it.each([
    ["no file", undefined, "No file was chosen"],
    ["an empty file", "", "No file was chosen"],
    ["another code page", Uint8Array.from([0x6e, 0x61, 0xc7, 0xe1]), "not UTF-8"],
    ["two bytes a letter", Uint8Array.from([0xff, 0xfe, 0x6e, 0x00]), "not UTF-8"],
    ["an unknown column", "name_ar,colour\nأ,blue\n", "There is no such column"],
    ["names of columns alone", "name_ar,name_en\n", "There are no lines in the file"],
    ["an open quotation mark", 'id,name_ar\np_a,"open\n', "a quotation mark is not closed"],
  ])("refuses %s with what to do", async (_name, file, text) => {
    const refused = await upload(head, file);
    expect([refused.status, (await refused.text()).includes(text)]).toEqual([422, true]);
  });

  it("refuses a file that is too large without keeping it", async () => {
    const refused = await upload(head, `${twoNew}${"x".repeat(8 * 1024 * 1024)}`);
    expect([refused.status, (await refused.text()).includes("larger than 8 MB")]).toEqual([413, true]);
  });

  it("imports nothing where somebody has changed a partner since it was looked at", async () => {
    await office.partners.save([samplePartner("a")]);
    const file = "id,name_ar,name_en,services\np_a,أ,A,parcel_delivery\n,ب,B,hotel_booking\n";
    const html = await (await upload(head, file)).text();
    const meanwhile = await saved("a");
    if (meanwhile) await office.partners.save([{ ...meanwhile, capacity: 9 }]);
    const late = await confirm(head, tokenIn(html));
    expect([late.status, (await late.text()).includes("nothing was imported")]).toEqual([409, true]);
    expect(await saved("a")).toMatchObject({ capacity: 9, name: { en: "Partner a" } });
    expect(await saved("b")).toBeUndefined();
  });

  it("can be confirmed once, by who looked at it, within half an hour", async () => {
    await office.agent("admin", "en");
    const admin = new Visitor(office.app);
    await admin.logIn("admin@example.com", password);
    const token = tokenIn(await (await upload(head, twoNew)).text());
    expect((await confirm(admin, token)).status).toBe(409);
    expect((await confirm(head, "")).status).toBe(409);
    const again = tokenIn(await (await upload(head, twoNew)).text());
    expect((await confirm(head, token)).status).toBe(409);
    const third = tokenIn(await (await upload(head, twoNew)).text());
    expect(new Set([token, again, third]).size).toBe(3);
    office.clock.real += 30 * 60_000 + 1;
    expect((await confirm(head, third)).status).toBe(409);
    expect(await saved("alpha")).toBeUndefined();
    const last = tokenIn(await (await upload(head, twoNew)).text());
    expect((await confirm(head, last)).status).toBe(200);
    expect((await confirm(head, last)).status).toBe(409);
    expect(await saved("alpha")).toMatchObject({ version: 1 });
  });
});

describe("an export", () => {
  it("is a file of all partners that comes back unchanged", async () => {
    const many = Array.from({ length: 450 }, (_, n) => samplePartner(`n${n}`, { capacity: n + 1 }));
    const state = { status: "paused_by_staff", reason: "=1+1", at: 1 } as const;
    await office.partners.save([...many, samplePartner("odd", { name: { ar: "@أ", en: "+Odd" }, state })]);
    await office.partners.setSecret(partnerIdOf("odd"), "whsec_hidden");
    const response = await head.send("GET", "/partners/export.csv");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": expect.stringContaining('filename="partners-2026-11-22.csv"'),
      "cache-control": "private, no-store",
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(",'@أ,'+Odd,");
    expect(text).not.toContain("whsec_");
    const html = await (await upload(head, bytes)).text();
    expect(html).toContain("nothing to import");
    expect(html).toContain("<dd>451</dd>");
  });
});
