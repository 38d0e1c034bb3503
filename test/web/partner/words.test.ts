/** A partner reached by mail writes with its customer on the order's page, and proves its work there. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fileLimits } from "../../../src/domain/files.ts";
import type { OrderRef } from "../../../src/domain/ids.ts";
import { type Mail, type MailServer, openMailServer, readWords } from "../../mail/mail-server.ts";
import { samplePartner } from "../../store/sample-partner.ts";
import { origin } from "../queue/visitor.ts";
import { sure } from "../tiny-office.ts";
import { openStaffedOffice, type StaffedOffice, tourism } from "./staffed-office.ts";

const soon = { timeout: 20_000, interval: 20 };
/** One point. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
/** The first page of a sound in Ogg (Opus), as phones record it. */
const voiceNote = Buffer.concat([
  Buffer.from("OggS\0\u0002\0\0\0\0\0\0\0\0abcd\0\0\0\0efgh\u0001\u0013OpusHead\u0001\u0001", "latin1"),
  Buffer.alloc(64),
]);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const iban = "SA0380000000608010167519";

let staffed: StaffedOffice;
let server: MailServer;

beforeAll(async () => {
  server = await openMailServer();
  const contacts = { email: "desk@haram.example" };
  staffed = await openStaffedOffice({
    mail: { smtp: server.smtp, publicUrl: origin },
    partners: [
      samplePartner("haram", { ...tourism, contacts, name: { ar: "غرف الحرم", en: "Haram" } }),
      samplePartner("linked", {
        ...{ ...tourism, name: { ar: "غرف الساحل", en: "Sahil" }, languages: ["ar"] },
        contacts: { phone: "+966501112233" },
      }),
    ],
  });
}, 60_000);

afterAll(async () => {
  await staffed.close();
  await server.close();
});

/** An order that the partner has taken by its link. */
async function taken(partner = "p_haram") {
  const { ref, customer } = await staffed.claimed();
  const html = await (await staffed.sara.post(`/orders/${ref}/offer`, { partner })).text();
  const path = sure(/value="http:\/\/localhost(\/offer\/[^"]+)"/.exec(html)?.[1]);
  await staffed.post(`${path}/accept`);
  return { ref, customer, path };
}
const subjectOf = (mail: Mail) => readWords(mail.header("subject") ?? "");
const mailsOf = (ref: OrderRef) => server.mails.filter((mail) => subjectOf(mail).includes(ref));

async function uploads(path: string, file: Uint8Array | undefined, name = "باب.png") {
  const form = new FormData();
  if (file) form.append("file", new Blob([Uint8Array.from(file)]), name);
  const init = { method: "POST", headers: { origin }, body: form };
  const response = await staffed.app.request(`${origin}${path}/proof?lang=ar`, init);
  const next = response.headers.get("location");
  if (response.status === 303 && next) return staffed.get(next);
  return { status: response.status, html: await response.text() };
}

/** What lies among the documents, by content. */
const storedFiles = () =>
  readdirSync(join(staffed.dataDir, "documents"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe("the page of a partner reached by mail", () => {
  it("carries its words to the customer and theirs back, each side reading what it may", async () => {
    const { ref, customer, path } = await taken();
    const wrote = await staffed.post(`${path}/words`, { text: `الغرفة جاهزة، آيبان ${iban}` });
    expect(wrote.html).toContain("وصلت رسالتكم إلى العميل.");
    expect(wrote.html).toContain("الغرفة جاهزة، آيبان •••");
    expect(wrote.html).not.toContain(iban);
    expect(await customer.lines()).toMatch(/غرف الحرم[\s\S]*الغرفة جاهزة، آيبان •••/);

    await customer.says("للجهة: نصل بعد العاشرة <b>ليلًا</b>");
    expect(await customer.lines()).not.toContain("موظف يوصل");
    const letter = await vi.waitFor(
      () => sure(mailsOf(ref).find(({ text }) => text.includes(`كتب لكم عميل الطلب ${ref}`))),
      soon,
    );
    expect(letter.text).toContain(`${origin}${path}`);
    expect(letter.text + letter.html).not.toMatch(/العاشرة|العمري/);
    const page = (await staffed.get(path)).html;
    expect(page).toContain("كتب لكم العميل");
    expect(page).toContain("نصل بعد العاشرة &lt;b&gt;ليلًا&lt;/b&gt;");
    const history = await staffed.sara.get(`/orders/${ref}`);
    for (const shown of ["The customer wrote to Haram", "Haram wrote to the customer", "العاشرة"])
      expect(history).toContain(shown);
  });

  it("refuses words with a reason, and keeps them in their box", async () => {
    const { ref, path } = await taken();
    const long = "ك".repeat(1_001);
    const refused = await staffed.post(`${path}/words`, { text: long });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("1000 حرف على الأكثر");
    expect(refused.html).toContain(`${long}</textarea>`);
    const secret = await staffed.post(`${path}/words`, { text: "كلمة السر Abc12345" });
    expect(secret.html).toContain("فلم تُرسل");
    expect(secret.html).toContain("كلمة السر Abc12345</textarea>");
    expect((await staffed.post(`${path}/words`, { text: " " })).status).toBe(422);
    expect((await staffed.post(`${path}/problem`, { text: long })).html).toMatch(/<details open[\s\S]*ككك/);
    const rows = await staffed.office.store.orders.history(ref);
    expect(rows.some(({ what }) => what === "partner_wrote")).toBe(false);
  });

  it("takes a picture as proof, also within a day of the end, and says why another file is not taken", async () => {
    const { ref, path } = await taken();
    expect((await staffed.get(path)).html).toContain("حتى 20 ميغابايت");
    const proved = await uploads(path, picture);
    expect(proved.html).toContain("وصلت الصورة إلى المكتب");
    expect(proved.html).toContain("وصلنا منكم: 1");
    expect(await staffed.sara.get(`/orders/${ref}`)).toContain("باب.png");
    for (const [file, says, status] of [
      [undefined, "لم يصل ملف", 422],
      [new Uint8Array(), "لم يصل ملف", 422],
      [Buffer.from("#!/bin/sh\0\u0001"), "المقبول صورة أو ملف PDF", 422],
      [voiceNote, "المقبول صورة أو ملف PDF", 422],
      [Buffer.concat([picture, Buffer.alloc(fileLimits.bytes)]), "أكبر من 20 ميغابايت", 413],
    ] as const) {
      const refused = await uploads(path, file);
      expect([refused.status, refused.html.includes(says)]).toEqual([status, true]);
      expect(refused.html).toContain("وصلنا منكم: 1");
      expect(storedFiles()).toEqual([sha256(picture)]);
    }
    await staffed.post(`${path}/move`, { move: "in_progress" });
    await staffed.post(`${path}/move`, { move: "done" });
    expect((await uploads(path, picture)).html).toContain("وصلنا منكم: 2");
    for (let n = 2; n < 10; n += 1) await uploads(path, picture);
    expect((await uploads(path, picture)).html).toContain("وهو أقصى عدد");
  });

  it("is of no use to whoever has not got the order, or sends from elsewhere", async () => {
    const { ref } = await staffed.claimed();
    const html = await (await staffed.sara.post(`/orders/${ref}/offer`, { partner: "p_haram" })).text();
    const path = sure(/value="http:\/\/localhost(\/offer\/[^"]+)"/.exec(html)?.[1]);
    expect((await staffed.post(`${path}/words`, { text: "مرحبا" })).status).toBe(409);
    expect((await uploads(path, picture)).status).toBe(422);
    await staffed.post(`${path}/accept`);
    expect((await staffed.post(`${path}/words`, { text: "مرحبا" }, "https://evil.example")).status).toBe(403);
    const rows = await staffed.office.store.orders.history(ref);
    expect(rows.some(({ what }) => what === "partner_wrote" || what === "proof")).toBe(false);
  });
});

describe("the page of a partner that works on a link which staff sent", () => {
  it("shows what the customer writes, though staff tell it that something has come", async () => {
    const { ref, customer, path } = await taken("p_linked");
    await customer.says("للجهة: نصل بعد العاشرة، آيبان SA0380000000608010167519");
    expect(await customer.lines()).toMatch(/غرف الساحل/);
    const page = (await staffed.get(path)).html;
    expect(page).toContain("كتب لكم العميل");
    expect(page).toContain("نصل بعد العاشرة، آيبان •••");
    const seen = await staffed.sara.get(`/orders/${ref}`);
    expect(seen).toContain("The customer wrote to Sahil");
    // The link, to be sent once more.
    expect(seen).toContain(path);
    expect((await staffed.post(`${path}/words`, { text: "تمام، الغرفة جاهزة" })).html).toContain(
      "وصلت رسالتكم إلى العميل.",
    );
  });

  it("is told by staff, who have the words ready to send, in its language, with its page and without the customer", async () => {
    const { ref, customer, path } = await taken("p_linked");
    expect(await readyOn(ref)).toBeUndefined();
    await customer.says("للجهة: نصل بعد العاشرة");
    expect(await readyOn(ref)).toBe(
      `كتب لكم عميل الطلب ${ref}. رسالته والرد عليها في صفحة الطلب: ${origin}${path}`,
    );
    await tells(ref);
    expect(await readyOn(ref)).toBeUndefined();

    const version = await staffed.versionOf(ref);
    const corrected = await staffed.sara.post(`/orders/${ref}/correct`, {
      ...{ version, field: "guests", value: "4", reason: "هاتفيًا" },
    });
    expect(corrected.status).toBe(200);
    expect(await readyOn(ref)).toContain(`تغيّرت بيانات الطلب ${ref}`);
    await tells(ref);
    expect(await readyOn(ref)).toBeUndefined();
  });
});

/** The words that the order's page has ready, which its button for WhatsApp carries as they are. */
async function readyOn(ref: OrderRef): Promise<string | undefined> {
  const html = await staffed.sara.get(`/orders/${ref}`);
  const words = /<textarea id="ready-p_linked"[^>]*>([^<]*)</.exec(html)?.[1];
  const sent = /id="ready-[\s\S]*?href="https:\/\/wa\.me\/966501112233\?text=([^"]*)"/.exec(html)?.[1];
  expect(sent && decodeURIComponent(sent)).toBe(words);
  return words;
}

async function tells(ref: OrderRef): Promise<void> {
  const fields = { version: await staffed.versionOf(ref), partner: "p_linked" };
  expect((await staffed.sara.post(`/orders/${ref}/partner_told`, fields)).status).toBe(200);
}
