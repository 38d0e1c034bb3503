/** The programs of docs/integrating.md, run as they stand there, against a whole office. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { parseConversationId, parseOrderRef } from "../../../src/domain/ids.ts";
import { openOffice } from "../../../src/office.ts";
import { root } from "../../../src/root.ts";
import { listen, webOf } from "../../../src/serve.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import { freshKey, hashOfKey } from "../../../src/web/keys.ts";
import { webhookSecretOf } from "../../../src/webhooks/secret.ts";
import { freePort, randomBytes } from "../../kit.ts";
import { partnerIdOf } from "../../store/sample-partner.ts";
import { agentId } from "../../store/sample-turns.ts";
import { password } from "../queue/small-office.ts";
import { Visitor } from "../queue/visitor.ts";
import { opaque, sure } from "../tiny-office.ts";

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

/** A program, and what it has printed so far. */
type Program = { readonly process: ChildProcess; readonly printed: () => string };

/** Starts it in a folder that has the packages; resolves once it listens. */
async function start(
  folder: string,
  name: string,
  code: string,
  env: Record<string, string>,
): Promise<Program> {
  writeFileSync(join(folder, name), code);
  const program = spawn(process.execPath, [name], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  await new Promise<void>((resolve) => {
    program.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      resolve();
    });
  });
  return { process: program, printed: () => printed };
}

it("are told and answer: a partner does an order, and a program of the office reads it by its key", {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "wasit-integrating-"));
  const [officePort, partnerPort, ownPort] = [await freePort(), await freePort(), await freePort()];
  const secret = webhookSecretOf(randomBytes(32));
  const base = `http://127.0.0.1:${officePort}`;
  const office = await openOffice({
    ...{ dataDir: join(folder, "data"), manualClock: true },
    clock: { now: () => Date.parse("2026-11-22T12:00:00+03:00") },
    privateWebhooks: [partnerPort, ownPort].map((port) => ({ host: "127.0.0.1", port })),
  });
  const config = { publicUrl: base, trustProxy: [], demo: false, rehearsal: false } as const;
  const web = webOf(office, { ...config, language: "ar", zone: "Asia/Riyadh" }, log);
  const served = await listen(web, { host: "127.0.0.1", port: officePort });

  const guide = readFileSync(join(root, "docs/integrating.md"), "utf8");
  const [partnerCode = "", ownCode = ""] = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(
    ([, code]) => code,
  );
  expect(partnerCode.split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(40);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const key = freshKey(randomBytes);
  const { integrations } = office.store;
  const by = { createdAt: 1, createdBy: agentId("sara") };
  await integrations.addKey({ id: "k_own", name: "own", scopes: ["orders:read"], ...by }, hashOfKey(key));
  const hook = { id: "h_own", name: "own", url: `http://127.0.0.1:${ownPort}/`, createdAt: 1 };
  await integrations.addHook({ ...hook, events: ["order.placed"] }, secret);
  const env = { OFFICE: base, SECRET: secret };
  const own = await start(folder, "own.ts", ownCode, { ...env, KEY: key, PORT: String(ownPort) });
  const partner = await start(folder, "partner.ts", partnerCode, { ...env, PORT: String(partnerPort) });
  try {
    const agent = {
      email: "sara@example.com",
      name: "sara",
      role: "head",
      language: "en",
      password,
    } as const;
    await createAgent(office.store.people, agent, { now: Date.now(), randomBytes });
    const id = sure(parseConversationId(`c_${opaque()}`));
    await office.engine.openConversation({ channel: "web", address: id, language: "ar", id });
    for (const [n, text] of [
      "ابي فندق في مكة بكرة ليلتين لشخصين باسم خالد العمري 0551234567",
      "نعم",
    ].entries())
      await office.receive({ channel: "web", address: id, id: `m${n}`, content: { type: "text", text } });
    const ref = sure(parseOrderRef("BR-10001"));
    const sara = new Visitor(web.app, "/queue");
    await sara.logIn("sara@example.com", password);
    const typed = {
      ...{
        name_ar: "شريك الحرم",
        name_en: "Haram",
        kind: "business",
        language: "ar",
        service: "hotel_booking",
      },
      ...{ licence_kind: "tourism", licence_number: "1", licence_expires: "", office_holidays: "yes" },
    };
    const elsewhere = await sara.post("/partners", { ...typed, webhook: `http://127.0.0.1:${officePort}/` });
    expect([elsewhere.status, await elsewhere.text()]).toEqual([
      422,
      expect.stringContaining("WASIT_ALLOW_PRIVATE_WEBHOOKS"),
    ]);
    const connected = await sara.post("/partners", { ...typed, webhook: `http://127.0.0.1:${partnerPort}/` });
    expect(connected.headers.get("hx-redirect")).toBe("/queue/partners/p_haram?saved=1");
    await office.store.partners.setSecret(partnerIdOf("haram"), secret);
    await sara.post(`/orders/${ref}/claim`);
    await sara.post(`/orders/${ref}/offer`, { partner: "p_haram" });
    await vi.waitFor(
      async () => expect((await office.store.orders.get(ref))?.state.status).toBe("done"),
      30_000,
    );
    await office.idle();
    const { lastSeq } = sure(await office.engine.conversation(id));
    const lines = (await office.engine.lines(id, 0, lastSeq)).map(({ text }) => text ?? "").join("\n");
    expect(lines).toContain("شريك الحرم");
    await vi.waitFor(() => expect(own.printed()).toMatch(/BR-10001 200 .*"service":"hotel_booking"/), 30_000);
  } finally {
    partner.process.kill();
    own.process.kill();
    await served.stop();
    await office.close();
    rmSync(folder, { recursive: true });
  }
});
