/**
 * A town for stories of partners: a whole office behind real HTTP, customers on WhatsApp, Telegram and the chat page, and three partners, one in a Telegram
 * chat, one with a system of its own, one with a mailbox and the page behind its links. All of it speaks through the doors that the real ones have.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { telegramChannel } from "../../src/channels/telegram/telegram.ts";
import type { OrderRef } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import type { Partner } from "../../src/domain/partner.ts";
import { openOffice } from "../../src/office.ts";
import { root } from "../../src/root.ts";
import { listen, webOf } from "../../src/serve.ts";
import { freshPartnerCode, hashOfPartnerCode } from "../../src/turn/partner-codes.ts";
import { createAgent } from "../../src/web/auth/agents.ts";
import { webhookSecretOf } from "../../src/webhooks/secret.ts";
import { quickRates } from "../channels/platform-office.ts";
import { openBotApi } from "../channels/telegram/bot-api.ts";
import { customerOf } from "../channels/telegram/customer.ts";
import { hurry } from "../channels/telegram/telegram-platform.ts";
import { openAccount, type SentByOffice } from "../channels/whatsapp/account.ts";
import { plain, randomBytes } from "../kit.ts";
import { openMailServer } from "../mail/mail-server.ts";
import { samplePartner } from "../store/sample-partner.ts";
import { openPartnerSystem, signedMessage } from "../web/partner/partner-system.ts";
import { password } from "../web/queue/small-office.ts";
import { origin, Visitor } from "../web/queue/visitor.ts";
import { sure } from "../web/tiny-office.ts";

const soon = { timeout: 15_000, interval: 10 };
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Who does it follows from what they answer; of the two clinics the lower id is asked first. */
const services: Readonly<Record<Side, readonly string[]>> = {
  chat: ["parcel_delivery", "hotel_booking", "clinic_booking"],
  system: ["parcel_delivery", "hotel_booking", "clinic_booking"],
  mail: ["parcel_delivery", "hotel_booking", "gov_paperwork"],
};
const licences = (["transport", "tourism", "health"] as const).map((kind) => ({ kind, number: "1" }));
const names = { chat: "سريع", system: "مسار", mail: "النخبة" } as const;
export type Side = keyof typeof names;

const partnerOf = (side: Side, contacts: Partner["contacts"]): Partner =>
  samplePartner(side, { services: services[side], licences, contacts, name: { ar: names[side], en: side } });

/** The office's flows, but that papers go straight to one partner. */
function flowsIn(folder: string): string {
  const flowsDir = join(folder, "flows");
  cpSync(join(root, "flows"), flowsDir, { recursive: true });
  const paper = join(flowsDir, "services", "gov_paperwork.yaml");
  const text = readFileSync(paper, "utf8");
  const direct = text.replace(/^dispatch:\n/m, "dispatch:\n  strategy: direct\n  direct: p_mail\n");
  expect(direct).not.toBe(text);
  writeFileSync(paper, direct);
  return flowsDir;
}

export type Town = Awaited<ReturnType<typeof openTown>>;

/** @param prices what every partner is paid for a service, halalas; left out: nobody has a fixed price */
export async function openTown(prices: Readonly<Record<string, number>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "wasit-town-"));
  const clock = { at: Date.parse("2026-11-22T12:00:00+03:00") };
  const now = () => clock.at;
  const secret = webhookSecretOf(randomBytes(32));
  const [system, server, api] = [await openPartnerSystem(secret), await openMailServer(), await openBotApi()];
  const bot = telegramChannel({
    ...{ token: api.token, apiRoot: api.url, pace: hurry, now },
    rates: quickRates,
  });
  const sent: SentByOffice[] = [];
  const account = await openAccount({
    config: { rates: quickRates, now },
    linkedAt: clock.at - 86_400_000,
    onSent: (one) => sent.push(one),
  });
  const smtp = {
    server: { host: "127.0.0.1", port: server.port, tls: "none" },
    from: { name: "المكتب", address: "office@office.example" },
  } as const;
  const office = await openOffice({
    dataDir: join(folder, "data"),
    ...{ flowsDir: flowsIn(folder), clock: { now }, manualClock: true },
    channels: [account.channel, bot.channel],
    privateWebhooks: [{ host: "127.0.0.1", port: system.port }],
    mail: { smtp, publicUrl: origin },
  });
  const config = { publicUrl: origin, trustProxy: [], demo: false, rehearsal: false } as const;
  const web = webOf(office, { ...config, language: "ar", zone: "Asia/Riyadh" }, log);
  const served = await listen(web, { host: "127.0.0.1", port: 0 });
  onTestFinished(async () => {
    await served.stop();
    await office.close();
    await Promise.all([account.close(), api.close(), server.close(), system.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const code = freshPartnerCode(randomBytes);
  const linkCode = { code: hashOfPartnerCode(code), until: clock.at + 3_600_000 };
  const { partners } = office.store;
  const paid = Object.entries(prices).map(
    ([service, amountMinor]) => [service, { amountMinor, currency: "SAR" }] as const,
  );
  await partners.save(
    [
      partnerOf("chat", { linkCode }),
      partnerOf("system", { webhook: system.url }),
      partnerOf("mail", { email: "desk@mail.example" }),
    ].map((partner) => ({ ...partner, prices: Object.fromEntries(paid) })),
  );
  await partners.setSecret(partnerOf("system", {}).id, secret);
  await vi.waitFor(
    () =>
      expect(office.lines.list().find(({ channel }) => channel === "whatsapp")?.state.type).toBe("working"),
    soon,
  );

  const home = `http://127.0.0.1:${served.port}`;
  const staff = { email: "sara@example.com", name: "سارة", role: "head", language: "en", password } as const;
  await createAgent(office.store.people, staff, { now: clock.at, randomBytes });
  const head = new Visitor(
    { request: (url, init) => fetch(url.replace(origin, home), { ...init, redirect: "manual" }) },
    "/queue",
  );
  await head.logIn(staff.email, password);
  let messages = 0;

  /** Does it, and gives all that these read by it, once they have. */
  async function readAfter(seen: () => readonly string[], deed: () => unknown): Promise<string> {
    const before = seen().length;
    clock.at += 1_000;
    await deed();
    await vi.waitFor(() => expect(seen().length).toBeGreaterThan(before), soon);
    await office.idle();
    return seen().slice(before).join("\n");
  }

  function onTelegram(user: number, language: "ar" | "en") {
    const person = customerOf(api, user, language, now);
    const reads = () => api.bubblesOf(person.address).map(({ text }) => plain(text));
    return {
      ...{ person, reads },
      says: (text: string) => readAfter(reads, () => person.says(text)),
      presses: (label: string) => readAfter(reads, () => person.press(label)),
      does: (deed: () => unknown) => readAfter(reads, deed),
    };
  }

  return {
    ...{ office, clock, system, server, head },
    /** Somebody on WhatsApp. */
    onWhatsApp(address: string) {
      const reads = () => sent.filter(({ chat }) => chat === address).map(({ text }) => plain(text));
      const t = () => Math.floor(clock.at / 1_000);
      return {
        reads,
        says: (body: string) => readAfter(reads, () => account.arrives(address, { body, t: t() })),
      };
    },
    onTelegram,
    /** Somebody on the chat page. */
    async onPage() {
      const post = async (path: string, body: object) => {
        const headers = { "content-type": "application/json" };
        const response = await fetch(`${home}/api/v1${path}`, {
          ...{ method: "POST", headers, body: JSON.stringify(body) },
        });
        expect(response.ok).toBe(true);
        return (await response.json()) as Record<string, string>;
      };
      const { session } = await post("/chat/sessions", { language: "ar" });
      const lines: string[] = [];
      let after = "";
      async function look(): Promise<void> {
        const query = after === "" ? "" : `?after=${after}`;
        const response = await fetch(`${home}/api/v1/chat/sessions/${session}/messages${query}`);
        const page = (await response.json()) as { messages: { seq: number; from: string; text?: string }[] };
        for (const { from, text } of page.messages) if (from !== "customer") lines.push(plain(text ?? ""));
        after = String(page.messages.at(-1)?.seq ?? after);
      }
      return {
        async reads() {
          await office.idle();
          await look();
          return lines;
        },
        async says(text: string): Promise<string> {
          await look();
          const before = lines.length;
          clock.at += 1_000;
          messages += 1;
          await post(`/chat/sessions/${session}/messages`, { id: `m${messages}`, text });
          await office.idle();
          await look();
          return lines.slice(before).join("\n");
        },
      };
    },
    /** The partner's chat, joined by its code. */
    async joinsChat() {
      const chat = onTelegram(71, "ar");
      expect(await chat.says(`/start ${code}`)).toContain(names.chat);
      return chat;
    },
    /** What the partner's system says. */
    async systemSays(path: string, body: object) {
      messages += 1;
      clock.at += 1_000;
      const message = signedMessage(secret, `msg_${messages}`, body);
      const response = await fetch(`${home}/api/v1${path}`, { method: "POST", ...message });
      await office.idle();
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    /** What the partner's system was told of an order. */
    systemHeard: (ref: OrderRef) =>
      system.told.flatMap(({ notice }) => (notice.order.ref === ref ? [notice] : [])),
    /** Mails about an order, oldest first. */
    mailsOf: (ref: OrderRef) => server.mails.filter(({ text }) => text.includes(ref)),
    /** A form of the page behind a mail's link. @returns the page that comes after it */
    async onOfferPage(path: string, verb: string, fields: Record<string, string> = {}): Promise<string> {
      clock.at += 1_000;
      const response = await fetch(`${home}${path}${verb === "" ? "" : `/${verb}`}`, {
        ...(verb !== "" && { method: "POST", body: new URLSearchParams(fields) }),
        headers: { origin: origin },
      });
      await office.idle();
      return plain(await response.text());
    },
    linkIn: (text: string): string => sure(new RegExp(`${origin}(/offer/\\S+)`).exec(text)?.[1]),
    /** What the head does with an order, by the forms of its page. */
    async staffDo(ref: OrderRef, verb: string, fields: Record<string, string> = {}): Promise<void> {
      clock.at += 1_000;
      const version = /name="version" value="(\d+)"/.exec(await head.get(`/orders/${ref}`))?.[1] ?? "";
      expect((await head.post(`/orders/${ref}/${verb}`, { version, ...fields })).status).toBe(200);
      await office.idle();
    },
    /** Time goes on by so many minutes, and what is due is done. */
    async pass(minutes: number): Promise<void> {
      clock.at += minutes * 60_000;
      await office.engine.tick();
      await office.idle();
    },
    /** What every partner is paid for a service from now on, halalas. */
    async pays(service: string, amountMinor: number): Promise<void> {
      for (const side of Object.keys(names) as Side[]) {
        const known = sure(await partners.get(partnerOf(side, {}).id));
        await partners.save([{ ...known, prices: { [service]: { amountMinor, currency: "SAR" } } }]);
      }
    },
    orderOf: async (ref: OrderRef): Promise<Order> => sure(await office.store.orders.get(ref)),
  };
}
