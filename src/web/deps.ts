/**
 * What the pages and the API stand on. `office.ts` gives it to `createApp` once; nothing under `web/` reads the environment, opens
 * a database, or knows which store, channel or classifier is behind these names.
 */
import type { Catalogue } from "../conversation/flow/flow.ts";
import type { MailTrouble } from "../dispatch/mail-trouble.ts";
import type { SilentBook } from "../dispatch/silent-book.ts";
import type { SystemTroubles } from "../dispatch/system-troubles.ts";
import type { UnreachedHeads } from "../dispatch/unreached-heads.ts";
import type { Documents } from "../documents/documents.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { AgentId, PartnerId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Engine } from "../engine.ts";
import type { Hooks } from "../hooks/tell-hooks.ts";
import type { Lines } from "../outbox/lines.ts";
import type { LicenceWatch } from "../schedule/licences.ts";
import type { DepartmentStore } from "../store/departments.ts";
import type { DoorStore } from "../store/doors.ts";
import type { IntegrationStore } from "../store/integrations.ts";
import type { OrderStore } from "../store/orders.ts";
import type { PartnerStore } from "../store/partners.ts";
import type { PeopleStore } from "../store/people.ts";
import type { StandingStore } from "../store/standings.ts";
import type { SeenWebhooks } from "../webhooks/seen.ts";
import type { Live } from "./live.ts";
import type { PlatformWebhook } from "./webhooks.ts";

/** The part of pino that the web needs. Fields are ids and numbers: never words, phones, session keys or cookies. */
export type WebLog = Readonly<
  Record<"debug" | "info" | "warn" | "error", (fields: object, message: string) => void>
>;

export type WebConfig = {
  /** Without a trailing slash; `https` makes cookies `Secure`. */
  readonly publicUrl: string;
  /** Bearer key of the API for integrators; without one those routes answer 401. */
  readonly apiKey?: string;
  /** Addresses or CIDR blocks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy: readonly string[];
  readonly demo: boolean;
  readonly rehearsal: boolean;
  /** The office's first language. */
  readonly language: Language;
  /** IANA zone of the office. */
  readonly zone: string;
};

export type WebDeps = {
  readonly engine: Engine;
  readonly orders: OrderStore;
  readonly people: PeopleStore;
  readonly doors: Pick<DoorStore, "history">;
  readonly partners: PartnerStore;
  readonly departments: DepartmentStore;
  readonly standings: StandingStore;
  readonly documents: Documents;
  readonly lines: Lines;
  readonly catalogue: () => Catalogue;
  readonly config: WebConfig;
  readonly log: WebLog;
  /** The real clock, epoch milliseconds: sessions, limits and lock-outs never follow a rehearsal's clock. */
  readonly realNow: () => number;
  /** Cryptographically random. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Prometheus text; by default made from `engine.counters()` and the lines. */
  readonly metrics?: () => Promise<string>;
  /** Licences of partners that end; left out: nobody looks. */
  readonly licences?: Pick<LicenceWatch, "open" | "putAway">;
  /** Partners that were paused because they did not answer; left out: nobody looks. */
  readonly silentPartners?: Pick<SilentBook, "open" | "putAway">;
  /** Whether the mail server locks the office out; left out: nobody looks. */
  readonly mailTrouble?: Pick<MailTrouble, "current">;
  /** Heads whose mailbox takes no letter; left out: nobody looks. */
  readonly unreachedHeads?: Pick<UnreachedHeads, "open">;
  /** Signs the links by which partners answer offers; left out: there are no such links. */
  readonly offerKey?: string;
  /** Keys of integrators; left out: there is the one of the settings alone. */
  readonly integrations?: IntegrationStore;
  /** Tells the office's own systems what happens; left out: there is no page of integrations. */
  readonly hooks?: Hooks;
  /** The chat that stands for what this agent asks of the office's departments, once they have asked something. */
  readonly staffChatOf: (agent: AgentId) => Promise<Conversation | undefined>;
  /** Why a partner's system did not take the last thing that it was told; left out: nobody knows. */
  readonly systemTroubleOf?: SystemTroubles["of"];
  /** The chat that records what a partner was told by mail; left out: the office sends none. */
  readonly mailChatOf?: (partner: PartnerId) => Promise<Conversation | undefined>;
  /** Which messages of partners' systems came; left out: none are taken. */
  readonly seenWebhooks?: SeenWebhooks;
  /** Where platforms bring messages to; left out: nowhere. */
  readonly webhooks?: readonly PlatformWebhook[];
};

/** What `createApp` hands to each group of routes: the same, and the one fan-out of live changes. */
export type WebParts = WebDeps & { readonly live: Live };
