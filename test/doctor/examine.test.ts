/** The doctor on offices of all conditions: with servers of this machine, folders of its own, and a running office. */
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type Config, loadConfig } from "../../src/config.ts";
import { type ExamineSettings, examineFaults, examineOffice } from "../../src/doctor/examine.ts";
import type { Finding } from "../../src/doctor/finding.ts";
import { lookAtClock, lookAtNode } from "../../src/doctor/machine.ts";
import { doctorWordsIn } from "../../src/doctor/words.ts";
import { openOffice } from "../../src/office.ts";
import { root } from "../../src/root.ts";
import { listen } from "../../src/serve.ts";
import { openMailServer } from "../mail/mail-server.ts";
import { webOn } from "../web/real-office.ts";

const token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
const apiKey = "sk-secret-of-the-model";
const words = doctorWordsIn("en");
const hourMs = 3_600_000;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wasit-doctor-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** A place where nobody listens: its port was given to this process, and given back. */
let nobody: string;
let freePort: string;
beforeAll(async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  freePort = String((server.address() as AddressInfo).port);
  nobody = `http://127.0.0.1:${freePort}`;
  await new Promise((resolve) => server.close(resolve));
});

/** A server of this machine. @param aheadMs how far its clock is before ours */
async function serverOf(answer: RequestListener, aheadMs = 0): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader("date", new Date(Date.now() + aheadMs).toUTCString());
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };

/** Settings as `.env` gives them, on the folder of this test and a port where no office is. */
const settingsOf = (more: Readonly<Record<string, string>> = {}): Config =>
  loadConfig({
    WASIT_LANGUAGE: "en",
    WASIT_DATA: join(folder, "data"),
    WASIT_FLOWS: join(root, "flows"),
    WASIT_PORT: freePort,
    ...more,
  });

async function examine(
  more: Readonly<Record<string, string>> = {},
  settings: Partial<ExamineSettings> = {},
): Promise<readonly Finding[]> {
  return examineOffice(settingsOf(more), { timeoutMs: 1_000, ...settings });
}

const linesOf = (findings: readonly Finding[]) => findings.map(({ level, text }) => `${level}: ${text}`);
const has = async (more: Readonly<Record<string, string>>, level: Finding["level"], text: string) =>
  expect(linesOf(await examine(more))).toContain(`${level}: ${text}`);

const bot = {
  TELEGRAM_BOT_TOKEN: token,
  WASIT_ADMIN_EMAIL: "a@b.example",
  WASIT_ADMIN_PASSWORD: "long-enough-words",
};

describe("examineOffice", { timeout: 30_000 }, () => {
  it("finds no fault in an office that nobody has configured or started", async () => {
    const findings = await examine();
    expect(linesOf(findings).filter((line) => line.startsWith("fault"))).toEqual([]);
    const texts = findings.map(({ text }) => text);
    expect(texts).toContain(words.demo);
    expect(texts).toContain(words.folderNew(join(folder, "data")));
    expect(texts).toContain(words.runningNot(`127.0.0.1:${freePort}`));
  });

  it("says the same in Arabic", async () => {
    const arabic = doctorWordsIn("ar");
    const texts = (await examine({ WASIT_LANGUAGE: "ar" })).map(({ text }) => text);
    expect(texts).toContain(arabic.demo);
    expect(texts).toContain(arabic.settings);
    expect(texts.filter((text) => !/[\u0600-\u06ff]/.test(text))).toEqual([
      words.node(process.versions.node),
    ]);
  });

  it("says what to do wherever something is not fine", async () => {
    const model = { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: nobody };
    const findings = await examine({ ...bot, ...model, TELEGRAM_API_ROOT: nobody });
    const open = findings.filter(({ level }) => level !== "fine");
    expect(open.length).toBeGreaterThan(3);
    for (const { text } of open) expect(text).toContain(" — ");
  });

  it("names no secret, whatever goes wrong", async () => {
    const echoing = await serverOf((request, response) => {
      response.writeHead(500);
      response.end(`${request.url} ${JSON.stringify(request.headers)}`);
    });
    const services = { TELEGRAM_API_ROOT: echoing, OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: `${echoing}/v1` };
    for (const more of [services, { ...services, TELEGRAM_API_ROOT: nobody, OPENAI_BASE_URL: nobody }]) {
      const told = JSON.stringify(await examine({ ...bot, ...more }));
      for (const secret of [token, token.split(":")[1], apiKey, "long-enough-words"])
        expect(told).not.toContain(secret);
    }
  });

  it("asks all services at once, each for a bounded time", async () => {
    let open = 0;
    let most = 0;
    const hanging = await serverOf((request) => {
      open += 1;
      most = Math.max(most, open);
      request.socket.on("close", () => {
        open -= 1;
      });
    });
    const model = { OPENAI_BASE_URL: hanging, OPENAI_API_KEY: apiKey };
    const lines = linesOf(await examine({ ...bot, ...model, TELEGRAM_API_ROOT: hanging }));
    expect(lines).toContain(`fault: ${words.telegramFails(words.why.timeout)}`);
    expect(lines).toContain(`warning: ${words.modelFails(new URL(hanging).host, words.why.timeout)}`);
    expect(most).toBe(2);
  });
});

describe("Telegram", { timeout: 30_000 }, () => {
  it("is fine when the bot says its name, asked with the token alone", async () => {
    const asked: (string | undefined)[] = [];
    const api = await serverOf((request, response) => {
      asked.push(request.url);
      json(200, { ok: true, result: { id: 1, is_bot: true, username: "enjaz_bot" } })(request, response);
    });
    await has({ ...bot, TELEGRAM_API_ROOT: `${api}/` }, "fine", words.telegram("enjaz_bot"));
    expect(asked).toEqual([`/bot${token}/getMe`]);
  });

  it("is a fault when it refuses the token, is ill, or is not there", async () => {
    const refusing = await serverOf(json(401, { ok: false, description: "Unauthorized" }));
    await has({ ...bot, TELEGRAM_API_ROOT: refusing }, "fault", words.telegramRefused);
    const ill = await serverOf(json(502, {}));
    await has({ ...bot, TELEGRAM_API_ROOT: ill }, "fault", words.telegramFails("it answers 502"));
    await has({ ...bot, TELEGRAM_API_ROOT: nobody }, "fault", words.telegramFails(words.why.refused));
  });
});

describe("Telegram's webhook", { timeout: 30_000 }, () => {
  const hook = {
    TELEGRAM_WEBHOOK_SECRET: "a-secret_of-the-office",
    WASIT_PUBLIC_URL: "https://office.example",
  };
  const apiWith = (info: object) =>
    serverOf((request, response) => {
      const isInfo = request.url?.endsWith("/getWebhookInfo");
      json(200, { ok: true, result: isInfo ? info : { username: "enjaz_bot" } })(request, response);
    });
  const url = "https://office.example/telegram/webhook";
  /** Seconds, as Telegram tells them. */
  const lately = () => Math.floor(Date.now() / 1_000) - 30;

  it("is fine while everything is brought, whatever failed long ago", async () => {
    const api = await apiWith({ url, pending_update_count: 0, last_error_date: 1, last_error_message: "x" });
    await has({ ...bot, ...hook, TELEGRAM_API_ROOT: api }, "fine", words.webhook);
  });

  it("is fine where an error is long over, though something has just been written", async () => {
    const error = { last_error_date: lately() - 3_600, last_error_message: "Connection refused" };
    const api = await apiWith({ url, pending_update_count: 1, ...error });
    await has({ ...bot, ...hook, TELEGRAM_API_ROOT: api }, "fine", words.webhook);
  });

  it("is a fault where Telegram can't bring what waits, with its reason", async () => {
    const error = { last_error_date: lately(), last_error_message: "Connection refused" };
    const api = await apiWith({ url, pending_update_count: 7, ...error });
    const settings = { ...bot, ...hook, TELEGRAM_API_ROOT: api };
    await has(settings, "fault", words.webhookFails(7, "Connection refused"));
  });

  it("is warned of where Telegram knows another address, or none", async () => {
    for (const known of ["https://other.example/hook", ""]) {
      const api = await apiWith({ url: known, pending_update_count: 0 });
      await has({ ...bot, ...hook, TELEGRAM_API_ROOT: api }, "warning", words.webhookOther);
    }
  });

  it("is not asked about where messages are asked for", async () => {
    const api = await apiWith({ url, pending_update_count: 0 });
    const texts = (await examine({ ...bot, TELEGRAM_API_ROOT: api })).map(({ text }) => text);
    for (const text of [words.webhook, words.webhookOther]) expect(texts).not.toContain(text);
  });
});

describe("the mail server", { timeout: 30_000 }, () => {
  const at = (port: number, login = "") => ({
    ...{ SMTP_URL: `smtp://${login}127.0.0.1:${port}`, SMTP_FROM: "office@example.com" },
    WASIT_PUBLIC_URL: "http://127.0.0.1:9",
  });

  it("is fine when it lets the office in, and a fault when it does not or is not there", async () => {
    const server = await openMailServer({
      ...{ authMethods: ["PLAIN"], allowInsecureAuth: true },
      onAuth: ({ password }, _, callback) =>
        password === "right" ? callback(null, { user: "o" }) : callback(new Error("no")),
    });
    onTestFinished(() => server.close());
    await has(at(server.port, "o:right@"), "fine", words.smtp("127.0.0.1"));
    await has(at(server.port, "o:wrong@"), "fault", words.smtpRefused("127.0.0.1"));
    await has(at(Number(freePort)), "fault", words.smtpFails("127.0.0.1", words.why.refused));
    const misspelt = { ...at(25), SMTP_URL: "smtp://mail.invalid:25" };
    await has(misspelt, "fault", words.smtpFails("mail.invalid", words.why.unknown_host));
    expect(server.mails).toEqual([]);
  });
});

describe("WhatsApp's page", { timeout: 60_000 }, () => {
  const line = { WHATSAPP: "web" };
  const page: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>WhatsApp Web</title>");
  };
  const found = async (whatsAppPage: string) => linesOf(await examine(line, { whatsAppPage }));

  it("is fine when it answers, and a fault when it does not", async () => {
    expect(await found(await serverOf(page))).toContain(`fine: ${words.whatsapp}`);
    expect(await found(nobody)).toContain(`fault: ${words.whatsappFails(words.why.refused)}`);
    const ill = await serverOf(json(503, {}));
    expect(await found(ill)).toContain(`fault: ${words.whatsappFails("it answers 503")}`);
  });

  it("tells what time it is", async () => {
    const lines = await found(await serverOf(page, 3 * hourMs));
    expect(lines.some((text) => /^warning: .*clock/.test(text))).toBe(true);
  });

  it("is not asked where the line is off", async () => {
    const asked: unknown[] = [];
    const server = await serverOf((request, response) => {
      asked.push(request.url);
      response.end();
    });
    await examine({}, { whatsAppPage: server });
    expect(asked).toEqual([]);
  });
});

describe("the model's server", { timeout: 30_000 }, () => {
  const models = (...ids: string[]) => json(200, { data: ids.map((id) => ({ id })) });
  const at = async (answer: RequestListener) => {
    const url = await serverOf(answer);
    return {
      host: new URL(url).host,
      settings: { OPENAI_BASE_URL: `${url}/v1`, OPENAI_API_KEY: apiKey, WASIT_LLM_MODEL: "small" },
    };
  };

  it("is fine when it lists the model, or lists none at all", async () => {
    for (const answer of [models("small", "large"), models("small:latest"), models(), json(404, {})]) {
      const { host, settings } = await at(answer);
      await has(settings, "fine", words.model(host));
    }
  });

  it("is warned of when it lacks the model, refuses the key, or is ill", async () => {
    const lacking = await at(models("large"));
    await has(lacking.settings, "warning", words.modelUnlisted(lacking.host, "small"));
    const refusing = await at(json(401, {}));
    await has(refusing.settings, "warning", words.modelRefused(refusing.host));
    const ill = await at(json(500, {}));
    await has(ill.settings, "warning", words.modelFails(ill.host, "it answers 500"));
  });
});

describe("the clock", { timeout: 30_000 }, () => {
  const about = { words, now: Date.now(), zone: "Asia/Riyadh" };
  const me = json(200, { ok: true, result: { username: "b" } });

  it("is compared with what outside services say", async () => {
    const early = await serverOf(me, 5 * 60_000);
    const findings = await examine({ ...bot, TELEGRAM_API_ROOT: early });
    expect(findings.at(-1)?.level).toBe("warning");
    expect(findings.at(-1)?.text).toMatch(/^the clock is (299|300|301) seconds behind/);
    const right = await serverOf(me);
    expect((await examine({ ...bot, TELEGRAM_API_ROOT: right })).at(-1)?.level).toBe("fine");
  });

  it("is believed by the service that is nearest to it, within a minute", () => {
    expect(lookAtClock([400_000, -59_000], about).level).toBe("fine");
    expect(lookAtClock([61_000], about)).toEqual({ level: "warning", text: words.clockOff(61, true) });
    expect(lookAtClock([], about).text).toContain("no outside service");
  });
});

describe("the data folder", { timeout: 30_000 }, () => {
  const data = () => join(folder, "data");
  const database = () => join(data(), "wasit.db");

  async function openedOnce() {
    const office = await openOffice({ dataDir: data(), manualClock: true });
    await office.close();
  }

  it("is fine with its database after a first run, without a backup yet", async () => {
    await openedOnce();
    const lines = linesOf(await examine());
    expect(lines.some((line) => line.startsWith("fine: the database is whole"))).toBe(true);
    expect(lines).toContain(`fine: ${words.backupSoon}`);
  });

  it("is looked at while the office runs, which goes on", async () => {
    const office = await openOffice({ dataDir: data(), manualClock: true });
    const web = webOn(office);
    const served = await listen(web, { host: "127.0.0.1", port: 0 });
    onTestFinished(async () => {
      await served.stop();
      await office.close();
    });
    const here = `127.0.0.1:${served.port}`;
    const lines = linesOf(
      await examine({ WASIT_PORT: String(served.port), WASIT_PUBLIC_URL: `http://${here}` }),
    );
    expect(lines).toContain(`fine: ${words.running(here)}`);
    expect(lines).toContain(`fine: ${words.publicFine(here)}`);
    expect(lines.some((line) => line.startsWith("fine: the database is whole"))).toBe(true);
    await office.receive({
      channel: "web",
      address: "a",
      id: "1",
      content: { type: "text", text: "السلام عليكم" },
    });
    await office.idle();
    expect(await office.store.engine.findConversation("web", "a")).toBeDefined();
  });

  it("is a fault when it is a file, and when its database is damaged or of a newer version", async () => {
    writeFileSync(data(), "");
    await has({}, "fault", words.folderShut(data(), "ENOTDIR"));
    rmSync(data());
    await openedOnce();
    const db = new Database(database());
    db.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of-tomorrow', 99999999999999)");
    db.close();
    await has({}, "fault", words.databaseNewer);
    truncateSync(database(), 8_192);
    const lines = linesOf(await examine());
    expect(lines.some((line) => line.startsWith("fault: the database is damaged"))).toBe(true);
  });

  it("is warned of when the newest backup is older than two nights", async () => {
    await openedOnce();
    const backups = join(data(), "backups");
    mkdirSync(backups, { recursive: true });
    const names = ["wasit-20261101-000000-nightly.db", "wasit-20261102-000000.db"];
    for (const [index, name] of names.entries()) {
      writeFileSync(join(backups, name), "");
      const at = (Date.now() - (100 - index * 28) * hourMs) / 1_000;
      utimesSync(join(backups, name), at, at);
    }
    await has({}, "warning", words.backupOld("3 days ago"));
    const fresh = (Date.now() - 5 * hourMs) / 1_000;
    utimesSync(join(backups, names[0] ?? ""), fresh, fresh);
    await has({}, "fine", words.backup("5 hours ago"));
  });

  it("is looked at though a backup is taken away meanwhile", async () => {
    await openedOnce();
    const backups = join(data(), "backups");
    mkdirSync(backups, { recursive: true });
    symlinkSync(join(folder, "taken-away"), join(backups, "wasit-20261101-000000-nightly.db"));
    writeFileSync(join(backups, "wasit-20261102-000000.db"), "");
    const lines = linesOf(await examine());
    expect(lines.some((line) => line.startsWith("fine: newest backup"))).toBe(true);
  });

  it("is looked at though its backups can't be, which is said", async () => {
    await openedOnce();
    const backups = join(data(), "backups");
    rmSync(backups, { recursive: true, force: true });
    writeFileSync(backups, "");
    const lines = linesOf(await examine());
    expect(lines).toContain(`warning: ${words.backupsShut(backups, "ENOTDIR")}`);
    expect(lines.some((line) => line.startsWith("fine: the database is whole"))).toBe(true);
  });

  it("is a fault when it can't be read, beside whatever else was found", async () => {
    await openedOnce();
    rmSync(database());
    mkdirSync(database());
    const lines = linesOf(await examine());
    expect(lines).toContain(`fault: ${words.databaseShut("EISDIR")}`);
    expect(lines).toContain(`warning: ${words.runningNot(`127.0.0.1:${freePort}`)}`);
  });

  it.runIf(process.getuid?.() === 0)("leaves another user's database alone", async () => {
    await openedOnce();
    chownSync(database(), 12_345, 12_345);
    await has({}, "warning", words.databaseOthers);
  });
});

describe("the office's addresses", { timeout: 30_000 }, () => {
  it("are a fault when another program answers in its place", async () => {
    const other = await serverOf(json(200, { hello: "world" }));
    const { host, port } = new URL(other);
    await has({ WASIT_PORT: port }, "fault", words.portTaken(host));
  });

  it("are a fault when it is not ready, or its public address leads elsewhere or nowhere", async () => {
    const ill = new URL(await serverOf(json(503, { ready: false, reason: "disk_full" })));
    await has({ WASIT_PORT: ill.port }, "fault", words.runningIll("disk_full"));
    const well = new URL(await serverOf(json(200, { ready: true })));
    const other = await serverOf(json(200, {}));
    await has(
      { WASIT_PORT: well.port, WASIT_PUBLIC_URL: other },
      "fault",
      words.publicOther(new URL(other).host),
    );
    const proxy = await serverOf(json(502, {}));
    const { host } = new URL(proxy);
    await has(
      { WASIT_PORT: well.port, WASIT_PUBLIC_URL: proxy },
      "fault",
      words.publicFails(host, "it answers 502"),
    );
    await has({ WASIT_PUBLIC_URL: proxy }, "warning", words.publicUntried(host));
  });

  it("are warned of when a real office has no public one", async () => {
    await has(
      {
        WASIT_DEMO: "off",
        WASIT_ADMIN_EMAIL: bot.WASIT_ADMIN_EMAIL,
        WASIT_ADMIN_PASSWORD: "long-enough-words",
      },
      "warning",
      words.publicNone,
    );
  });
});

describe("what a start needs", { timeout: 60_000 }, () => {
  it("is an administrator once the demo is off", async () => {
    await has({ WASIT_DEMO: "off" }, "fault", words.noAdministrator);
  });

  it("is right service files", async () => {
    mkdirSync(join(folder, "flows"));
    const lines = linesOf(await examine({ WASIT_FLOWS: join(folder, "flows") }));
    expect(lines.some((line) => line.startsWith("fault: the service files have problems"))).toBe(true);
  });

  it("is a browser where WhatsApp is on", async () => {
    const settings = { whatsAppPage: nobody };
    const lines = linesOf(
      await examine({ WHATSAPP: "web", CHROMIUM_PATH: join(folder, "no-browser") }, settings),
    );
    expect(lines.some((line) => line.startsWith("fault: no browser works for WhatsApp"))).toBe(true);
    const found = linesOf(await examine({ WHATSAPP: "web" }, settings));
    expect(found.some((line) => line.startsWith("fine: WhatsApp's browser works"))).toBe(true);
  });

  it("is the Node that the office brings", () => {
    expect(lookAtNode(words).level).toBe("fine");
    expect(lookAtNode(words, "22.1.0").level).toBe("warning");
  });
});

describe("examineFaults", () => {
  it("tells every wrong setting, each in a line of its own", () => {
    const findings = examineFaults(["WASIT_PORT: expected a port", "WASIT_DATA: expected a folder"], "en");
    expect(findings.filter(({ level }) => level === "fault")).toHaveLength(2);
  });
});
