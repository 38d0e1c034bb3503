/** Consent on a whole office: what is on the disk, in the log and on its way to a model before a customer agrees, and after. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import type { DocumentId } from "../../src/domain/ids.ts";
import type { Content } from "../../src/domain/message.ts";
import { loadExamples } from "../../src/flows/examples.ts";
import { keepIn, keptFolder } from "../../src/kept.ts";
import type { Log } from "../../src/log.ts";
import { type Office, type OfficeSettings, openOffice } from "../../src/office.ts";
import type { DeferredClassifier } from "../../src/understand/classifier.ts";
import { embeddedClassifier } from "../../src/understand/embedded.ts";
import { realCatalogue } from "../conversation/real-catalogue.ts";
import { webOn } from "../web/real-office.ts";
import { keepingChannel } from "./bench-office.ts";

const morning = Date.parse("2026-11-22T10:00:00+03:00");
const hourMs = 3_600_000;
/** Words of the customer that stand nowhere in the office's own files, and so in no copy of a flow. */
const own = ["الظهران", "ريتال", "كوابيس", "501239876", "Dhahran", "nightmares", "Fayhaa"];
/** Words of the customer that a flow has, too: searched for in every table but the flows'. */
const told = [...own, "نفسي", "اكتئاب", "psychiatr", "depress"];
const wish = "عندي كوابيس وابي موعد عند دكتور نفسي بالظهران بكرة باسم ريتال الزهراني 0501239876";
const wishInEnglish =
  "I have depression and nightmares, I need a psychiatrist in Dhahran tomorrow for Fayhaa Alzahrani 0501239876";
const specs = realCatalogue().specs;
const examples = loadExamples(join(import.meta.dirname, "../../prompts"));
const embedded = embeddedClassifier(
  specs,
  examples.filter(({ split }) => split === "train"),
  keepIn(keptFolder),
);

async function openClinicOffice(settings: Partial<OfficeSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "wasit-consent-"));
  const dataDir = join(folder, "data");
  const clock = { at: morning, now: () => clock.at };
  const kept = keepingChannel("counting");
  const logged: string[] = [];
  const keep = (facts: object, message: string) => logged.push(JSON.stringify(facts), message);
  const log: Log = { info: keep, warn: keep, error: keep };
  const base: OfficeSettings = {
    dataDir,
    channels: [kept.channel],
    clock,
    manualClock: true,
    lockWaitMs: 0,
    log,
    classifier: embedded,
    ...settings,
  };
  let office: Office = await openOffice(base);
  onTestFinished(async () => {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let messages = 0;
  const receive = (content: Content) => {
    messages += 1;
    return office.receive({ channel: "counting", address: "42", id: `m${messages}`, content });
  };
  return {
    dataDir,
    clock,
    logged,
    receive,
    sent: kept.sent,
    office: () => office,
    async says(text: string): Promise<string> {
      const before = kept.sent.length;
      expect(await receive({ type: "text", text })).toEqual({ type: "accepted" });
      await office.idle();
      return kept.sent
        .slice(before)
        .map((one) => one.text)
        .join("\n");
    },
    /** Closes the office, looks at its files and tables, and opens it again. */
    async reopen(): Promise<void> {
      await office.close();
      expect(wordsInTables(dataDir)).toEqual([]);
      office = await openOffice(base);
    },
    async chat() {
      const found = await office.store.engine.findConversation("counting", "42");
      if (!found) throw new Error("no chat");
      return found;
    },
    orders: async () => {
      const page = await office.store.orders.list({}, { limit: 100 });
      return page.type === "page" ? page.orders : [];
    },
  };
}

/** Every one of the words that stands in any file of the folder: database, write-ahead log, shared memory, documents. */
function wordsOnDisk(dataDir: string): readonly string[] {
  const files = readdirSync(dataDir, { recursive: true, encoding: "utf8" })
    .map((name) => join(dataDir, name))
    .filter((path) => statSync(path).isFile());
  expect(files.length).toBeGreaterThan(1);
  const bytes = Buffer.concat(files.map((path) => readFileSync(path)));
  return own.filter((word) => bytes.includes(Buffer.from(word, "utf8")));
}

/** Every one of the words that stands in a row of a closed office. */
function wordsInTables(dataDir: string): readonly string[] {
  const db = new Database(join(dataDir, "wasit.db"), { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  expect(tables).toContain("turns");
  const rows = tables
    .filter((name) => name !== "flow_versions")
    .map((name) => JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()));
  db.close();
  return wordsIn(rows.join("\n"));
}

const wordsIn = (text: string): readonly string[] => told.filter((word) => text.includes(word));

describe("consent", () => {
  it.each([
    ["Arabic", wish, "لا أوافق"],
    ["English", wishInEnglish, "I do not agree"],
  ])("leaves no row and no file after a refusal in %s", async (_, said, no) => {
    const office = await openClinicOffice();
    expect(wordsIn(await office.says(said))).toEqual([]);
    expect((await office.chat()).open?.type).toBe("consent");
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
    await office.says(no);
    expect((await office.chat()).drafts).toEqual([]);
    expect(await office.orders()).toEqual([]);
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
    await office.reopen();
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
    expect(wordsIn(office.logged.join("\n"))).toEqual([]);
  });

  it("leaves nothing after a day of silence", async () => {
    const office = await openClinicOffice();
    await office.says(wish);
    office.clock.at += 25 * hourMs;
    await office.office().engine.tick();
    await office.office().idle();
    expect((await office.chat()).open).toBeUndefined();
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
    expect(await office.says("أوافق")).not.toContain("حجز موعد طبي");
    await office.reopen();
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
  });

  it("keeps nothing that is said before the answer, in whatever words", async () => {
    const office = await openClinicOffice();
    await office.says("ابي موعد دكتور");
    for (const text of ["نفسي بالظهران", "عندي اكتئاب وكوابيس", "كوابيس من شهر", "الو", "ليش تسألون", wish])
      await office.says(text);
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
    await office.reopen();
  });

  it("uses after the yes what was said before it, and records what was agreed to", async () => {
    const office = await openClinicOffice();
    const asked = await office.says(wish);
    const reply = await office.says("أوافق");
    expect(reply).toMatch(/الطب النفسي[\s\S]*الظهران/);
    const { consents, drafts } = await office.chat();
    expect(consents).toHaveLength(1);
    expect(consents?.[0]).toMatchObject({ purpose: "health", messageId: "m2", language: "ar" });
    expect(asked).toContain(consents?.[0]?.text);
    expect(drafts[0]?.fields.speciality?.evidence).toMatchObject({ messageId: "m1", text: "دكتور نفسي" });
    await office.says("اعتماد");
    const [order] = await office.orders();
    expect(order?.consent).toEqual(consents?.[0]);
    // The proof that the search of the files finds what is there.
    expect(wordsOnDisk(office.dataDir)).toEqual(expect.arrayContaining(["الظهران", "ريتال", "501239876"]));
  });

  it("uses it too when thanks and wish came at once", async () => {
    const office = await openClinicOffice();
    const texts = ["شكرا لكم", wish];
    await Promise.all(texts.map((text) => office.receive({ type: "text", text })));
    await office.office().idle();
    expect(await office.says("أوافق")).toMatch(/الطب النفسي[\s\S]*الظهران/);
  });

  it("asks again after a stop, and says why", async () => {
    const office = await openClinicOffice();
    await office.says(wish);
    await office.reopen();
    expect(await office.says("أوافق")).toMatch(/لم نحتفظ برسالتك السابقة[\s\S]*ما التخصص/);
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
  });

  it("withholds the words around a secret, and the secret", async () => {
    const office = await openClinicOffice();
    const reply = await office.says(`${wish} وكلمة السر حقتي Abc@12345`);
    expect(reply).toContain("كلمة المرور");
    expect((await office.chat()).open?.type).toBe("consent");
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
  });

  it("keeps the other wish of the same message", async () => {
    const office = await openClinicOffice();
    await office.says("ابي موعد عند دكتور نفسي بالظهران وابي ارسل كرتون كتب من الرياض لجدة");
    const { drafts, open } = await office.chat();
    expect(open?.type).toBe("consent");
    expect(drafts.map(({ service }) => service)).toEqual(["parcel_delivery"]);
    expect(drafts[0]?.fields.to_city?.value).toBe("Jeddah");
    const [line] = await office.office().engine.lines((await office.chat()).id, 0, 1);
    const text = line?.content?.type === "text" ? line.content.text : "";
    for (const { evidence } of Object.values(drafts[0]?.fields ?? {}))
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
    await office.reopen();
  });

  it("tells a far model nothing of it, and lets none begin it", async () => {
    const asked: string[] = [];
    const classifier: DeferredClassifier = {
      answers: "later",
      name: "eager",
      wants: () => true,
      read: async ({ text }) => {
        asked.push(text);
        return {
          understandings: [{ type: "request", service: "clinic_booking", fields: {} }],
          confidence: 1,
          by: "llm",
        };
      },
      counters: () => ({}),
    };
    const office = await openClinicOffice({ classifier });
    await office.says(wish);
    expect(wordsIn(asked.join("\n"))).toEqual([]);
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
    await office.says("لا أوافق");
    await office.says("سؤال عن شي ثاني تماما");
    expect(asked.length).toBeGreaterThan(0);
    expect((await office.chat()).open?.type).not.toBe("consent");
  });
});

describe("words under a picture", () => {
  const picture = (caption: string): Content => ({
    type: "photo",
    document: "f_0000000000000000000000" as DocumentId,
    name: "كوابيس.jpg",
    mediaType: "image/jpeg",
    bytes: 10,
    caption,
  });

  it("are a wish that needs consent, too: neither they nor the picture are kept before it", async () => {
    const office = await openClinicOffice();
    await office.says("السلام عليكم");
    await office.receive(picture(wish));
    await office.office().idle();
    expect((await office.chat()).open?.type).toBe("consent");
    expect(office.sent.at(-1)?.text).toContain("لم نحفظ ما أُرسل");
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
    expect(await office.says("أوافق")).toMatch(/الطب النفسي[\s\S]*الظهران/);
  });

  it("call for help like any others", async () => {
    const office = await openClinicOffice();
    await office.receive(picture("ابوي اغمي عليه وما يتنفس"));
    await office.office().idle();
    expect((await office.chat()).person?.reason).toBe("emergency");
    expect(office.sent.at(-1)?.text).toContain("997");
  });
});

describe("a secret in what is no text", () => {
  it.each<[string, Content]>([
    ["contact", { type: "contact", name: "الراجحي الرقم السري 4471", phone: "0551234567" }],
    ["pin", { type: "location", latitude: 24.7, longitude: 46.6, label: "كلمة السر: abc4471xyz" }],
  ])("is warned of in a %s, and not kept", async (_, content) => {
    const office = await openClinicOffice();
    await office.says("ابي ارسل كتب من الرياض لجدة");
    await office.receive(content);
    await office.office().idle();
    expect(office.sent.at(-1)?.text).toContain("كلمة المرور");
    const chat = await office.chat();
    const lines = await office.office().engine.lines(chat.id, 0, 10);
    expect(JSON.stringify([chat, lines])).not.toContain("4471");
  });
});

describe("a file before the answer", () => {
  it("never touches the disk", async () => {
    const office = await openClinicOffice();
    const web = webOf(office.office());
    const opened = await web.app.request("/api/v1/chat/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ language: "ar" }),
    });
    const { session } = (await opened.json()) as { session: string };
    const path = `/api/v1/chat/sessions/${session}/messages`;
    const send = (body: FormData | string, headers?: Record<string, string>) =>
      web.app.request(path, { method: "POST", body, ...(headers && { headers }) });
    const say = (id: string, text: string) =>
      send(JSON.stringify({ id, text }), { "content-type": "application/json" });
    expect((await say("a1", "ابي موعد جلدية بجدة")).status).toBe(202);
    expect((await send(report())).status).toBe(202);
    await office.office().idle();
    const answer = (await (await web.app.request(path)).json()) as { messages: { text?: string }[] };
    expect(answer.messages.at(-1)?.text).toContain("لم نحفظ ما أُرسل");
    expect(readdirSync(office.dataDir)).not.toContain("documents");
    expect(wordsOnDisk(office.dataDir)).toEqual([]);
  });
});

function report(): FormData {
  const form = new FormData();
  form.append("id", "a2");
  form.append("file", new Blob(["%PDF-1.4 psychiatric report, nightmares"]), "nightmares.pdf");
  return form;
}

function webOf(office: Office) {
  const web = webOn(office);
  onTestFinished(() => web.close());
  return web;
}
