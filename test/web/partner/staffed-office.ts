/** A whole office with its pages and one person of its staff who is logged in, for tests of how partners are told and answer. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { expect } from "vitest";
import {
  type ConversationId,
  type OrderRef,
  parseConversationId,
  parseOrderRef,
} from "../../../src/domain/ids.ts";
import type { Partner } from "../../../src/domain/partner.ts";
import { type Office, type OfficeSettings, openOffice } from "../../../src/office.ts";
import { webOf } from "../../../src/serve.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import type { WebLog } from "../../../src/web/deps.ts";
import { password } from "../queue/small-office.ts";
import { origin, Visitor } from "../queue/visitor.ts";
import { opaque, sure } from "../tiny-office.ts";

/** Noon of Sunday 22 November 2026 in Riyadh. */
export const noon = Date.parse("2026-11-22T12:00:00+03:00");
export const randomBytes = (n: number) => crypto.getRandomValues(new Uint8Array(n));
const silent = () => undefined;
export const quiet: WebLog = { debug: silent, info: silent, warn: silent, error: silent };

/** What a partner needs to book hotels. */
export const tourism = {
  services: ["hotel_booking"],
  licences: [{ kind: "tourism", number: "1" }],
} as const satisfies Partial<Partner>;

/** A customer's chat on the web. */
export type Customer = {
  readonly id: ConversationId;
  says(text: string): Promise<void>;
  /** All that stands in the chat by now. */
  lines(): Promise<string>;
};

export type StaffedOffice = {
  readonly office: Office;
  readonly dataDir: string;
  readonly app: Hono;
  readonly sara: Visitor;
  /** An order for a hotel room, which sara holds. */
  claimed(): Promise<{ readonly ref: OrderRef; readonly customer: Customer }>;
  /** The version of the order that its page shows. */
  versionOf(ref: OrderRef): Promise<string>;
  /** A page behind a partner's link. */
  get(path: string): Promise<Page>;
  /** A form of such a page, sent from `from`, and the page that follows. */
  post(path: string, fields?: Readonly<Record<string, string>>, from?: string): Promise<Page>;
  close(): Promise<void>;
};

type Page = { readonly status: number; readonly html: string };

type Staffing = Partial<OfficeSettings> & {
  readonly role?: "agent" | "head";
  readonly partners: readonly Partner[];
  readonly webLog?: WebLog;
};

/** The clock stands at noon where `settings` have none. */
export async function openStaffedOffice({
  role = "agent",
  partners,
  webLog = quiet,
  ...settings
}: Staffing): Promise<StaffedOffice> {
  const dataDir = mkdtempSync(join(tmpdir(), "wasit-staffed-"));
  const clock = settings.clock ?? { now: () => noon };
  const office = await openOffice({ dataDir, manualClock: true, ...settings, clock });
  const config = { publicUrl: origin, trustProxy: [], demo: false, rehearsal: false } as const;
  const { app } = webOf(office, { ...config, language: "ar", zone: "Asia/Riyadh" }, webLog);
  const agent = { email: "sara@example.com", name: "sara", role, language: "en", password } as const;
  await createAgent(office.store.people, agent, { now: clock.now(), randomBytes });
  await office.store.partners.save(partners);
  const sara = new Visitor(app, "/queue");
  await sara.logIn("sara@example.com", password);
  return {
    ...{ office, dataDir, app, sara },
    async claimed() {
      const customer = await customerOf(office);
      await customer.says("ابي فندق في مكة بكرة ليلتين لشخصين باسم خالد العمري 0551234567");
      await customer.says("نعم");
      const { orders } = sure(await office.engine.conversation(customer.id));
      const ref = sure(parseOrderRef(sure(orders[0]).ref));
      expect((await sara.post(`/orders/${ref}/claim`)).status).toBe(200);
      return { ref, customer };
    },
    versionOf: async (ref) =>
      sure(/name="version" value="(\d+)"/.exec(await sara.get(`/orders/${ref}`))?.[1]),
    ...pagesOf(app),
    async close() {
      await office.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function pagesOf(app: Hono): Pick<StaffedOffice, "get" | "post"> {
  const get = async (path: string) => {
    const response = await app.request(`${origin}${path}`);
    return { status: response.status, html: await response.text() };
  };
  return {
    get,
    async post(path, fields = {}, from = origin) {
      const response = await app.request(`${origin}${path}`, {
        method: "POST",
        headers: { ...(from && { origin: from }), "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields).toString(),
      });
      const next = response.headers.get("location");
      if (response.status === 303 && next) return get(next);
      return { status: response.status, html: await response.text() };
    },
  };
}

/** A chat of its own. */
async function customerOf(office: Office): Promise<Customer> {
  const id = sure(parseConversationId(`c_${opaque()}`));
  await office.engine.openConversation({ channel: "web", address: id, language: "ar", id });
  let said = 0;
  return {
    id,
    async says(text) {
      said += 1;
      const content = { type: "text", text } as const;
      await office.receive({ channel: "web", address: id, id: `m${said}`, content });
      await office.idle();
    },
    async lines() {
      await office.idle();
      const { lastSeq } = sure(await office.engine.conversation(id));
      return (await office.engine.lines(id, 0, lastSeq)).map(({ text }) => text ?? "").join("\n");
    },
  };
}
