/** Partners without a chat that let their offers go by: each hears by its own way that it is paused, and says by it that it is back; heads see it. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { PausedNotice } from "../../../src/domain/notice.ts";
import type { Office } from "../../../src/office.ts";
import { webhookSecretOf } from "../../../src/webhooks/secret.ts";
import { type Mail, type MailServer, openMailServer, readWords } from "../../mail/mail-server.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { origin, type Visitor } from "../queue/visitor.ts";
import { sure } from "../tiny-office.ts";
import { openPartnerSystem, type PartnerSystem, signedMessage } from "./partner-system.ts";
import { noon, openStaffedOffice, randomBytes, type StaffedOffice, tourism } from "./staffed-office.ts";

const soon = { timeout: 20_000, interval: 20 };
const secret = webhookSecretOf(randomBytes(32));
const clock = { at: noon, now: () => clock.at };
const [mailed, systemed] = [partnerIdOf("mailed"), partnerIdOf("systemed")];

let staffed: StaffedOffice;
let office: Office;
let app: Hono;
let sara: Visitor;
let server: MailServer;
let system: PartnerSystem;
let messages = 0;
let days = 0;

beforeAll(async () => {
  server = await openMailServer();
  system = await openPartnerSystem(secret);
  const partners = [
    samplePartner("mailed", {
      ...tourism,
      contacts: { email: "desk@mailed.example" },
      languages: ["ar", "en"],
    }),
    samplePartner("systemed", { ...tourism, contacts: { webhook: system.url } }),
  ];
  staffed = await openStaffedOffice({
    ...{ role: "head", clock, partners, mail: { smtp: server.smtp, publicUrl: origin } },
    privateWebhooks: [{ host: "127.0.0.1", port: system.port }],
  });
  ({ office, app, sara } = staffed);
  await office.store.partners.setSecret(systemed, secret);
}, 60_000);

afterAll(async () => {
  await staffed.close();
  await server.close();
  await system.close();
});

/** The last offer that it may let go by comes, at noon of the next day, and goes by. */
async function letsGoBy(partner: string): Promise<void> {
  days += 1;
  clock.at = noon + days * 86_400_000;
  const { partners, orders } = office.store;
  const found = sure(await partners.get(partnerIdOf(partner)));
  await partners.save([{ ...found, silent: 2, silentAt: clock.at - 60_000 }]);
  const { ref } = await staffed.claimed();
  const version = await staffed.versionOf(ref);
  expect((await sara.post(`/orders/${ref}/offer`, { version, partner: `p_${partner}` })).status).toBe(200);
  await office.idle();
  clock.at = sure(sure(await orders.get(ref)).offers?.[0]).until;
  await office.engine.tick();
  await vi.waitFor(async () => expect(await stateOf(partner)).toBe("paused_by_itself"), soon);
  await office.idle();
}

const stateOf = async (partner: string) =>
  (await office.store.partners.get(partnerIdOf(partner)))?.state.status;
const letters = () =>
  server.mails.filter((mail) => readWords(mail.header("subject") ?? "").includes("New offers are paused"));
const linkIn = ({ text }: Mail) => sure(new RegExp(`${origin}(/back/\\S+)`).exec(text)?.[1]);
const visit = async (path: string, init: RequestInit = {}) => {
  const response = await app.request(`${origin}${path}`, init);
  return { status: response.status, text: await response.text() };
};
const press = (path: string) => visit(path, { method: "POST", headers: { origin } });
async function resumes(signer = secret, partner: string = systemed) {
  messages += 1;
  const body = { type: "partner.resume", partner };
  const signed = signedMessage(signer, `msg_${messages}`, body);
  return app.request(`${origin}/api/v1/partners/${systemed}/resume`, { method: "POST", ...signed });
}

describe("a partner with nothing but a mail address", { timeout: 60_000 }, () => {
  it("reads that it is paused, and is back by one press of the link, which is good once", async () => {
    await letsGoBy("mailed");
    const letter = await vi.waitFor(() => sure(letters()[0]), soon);
    expect(letter.text).toContain("توقفت العروض الجديدة مؤقتًا");
    const link = linkIn(letter);
    // What looks at every link of a letter is no answer.
    expect((await visit(link)).text).toContain("العودة إلى استقبال العروض");
    expect(await stateOf("mailed")).toBe("paused_by_itself");
    expect((await visit(`${link}x`)).status).toBe(404);
    expect((await press(link)).status).toBe(303);
    expect(await stateOf("mailed")).toBe("active");
    expect((await visit(`${link}?lang=en`)).text).toContain("New offers reach you as before");
    await letsGoBy("mailed");
    await press(link);
    expect(await stateOf("mailed")).toBe("paused_by_itself");
    const next = await vi.waitFor(() => sure(letters()[1]), soon);
    expect(linkIn(next)).not.toBe(link);
    // An older letter does not say that offers come while they don't.
    expect((await visit(`${link}?lang=en`)).text).toContain("New offers to you are paused now");
  });
});

describe("a partner's system", { timeout: 60_000 }, () => {
  it("is told that it is paused, and takes offers again by a message that it alone can sign", async () => {
    await letsGoBy("systemed");
    const told = system.told.map(({ notice }) => notice as unknown as PausedNotice);
    const since = new Date(clock.at).toISOString();
    expect(told.at(-1)).toEqual({ type: "partner.paused", partner: systemed, since });
    expect((await resumes(webhookSecretOf(randomBytes(32)))).status).toBe(401);
    expect((await resumes(secret, mailed)).status).toBe(422);
    expect(await stateOf("systemed")).toBe("paused_by_itself");
    const answer = await resumes();
    expect([answer.status, await answer.json()]).toEqual([200, { partner: systemed, status: "active" }]);
    expect(await stateOf("systemed")).toBe("active");
    expect((await resumes()).status).toBe(200);
  });
});

describe("heads", { timeout: 60_000 }, () => {
  it("read on every page which partners were paused for their silence, until they have put that away", async () => {
    if ((await stateOf("systemed")) === "active") await letsGoBy("systemed");
    const page = await sara.get("/");
    expect(page).toContain('id="silent-banner"');
    expect(page).toContain(`/queue/partners/${systemed}`);
    const reopened = await office.silentPartners.open();
    expect(reopened.map(({ id }) => id)).toContain(systemed);
    expect((await sara.post("/partners/silent_seen", { seen: systemed })).status).toBe(200);
    expect(await sara.get("/")).not.toContain(`/queue/partners/${systemed}"`);
  });
});
