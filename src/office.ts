/**
 * The composition root: one office from its settings, by plain calls. Everything is opened in the order in which it is needed and
 * closed in reverse.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openCatalogue } from "./catalogue.ts";
import type { Channel, Received } from "./channels/channel.ts";
import { webChatChannel } from "./channels/web-chat.ts";
import type { Catalogue } from "./conversation/flow.ts";
import { staffChannel } from "./conversation/news.ts";
import { openDesk } from "./desk.ts";
import { partnerMail } from "./dispatch/mail-channel.ts";
import type { MailTrouble } from "./dispatch/mail-trouble.ts";
import { openDispatch } from "./dispatch/open-dispatch.ts";
import type { SilentBook } from "./dispatch/silent-book.ts";
import type { SystemTroubles } from "./dispatch/system-troubles.ts";
import type { UnreachedHeads } from "./dispatch/unreached-heads.ts";
import { type Mailing, openWays } from "./dispatch/ways.ts";
import type { Documents } from "./documents/documents.ts";
import { filesDocuments } from "./documents/files.ts";
import type { Conversation } from "./domain/conversation.ts";
import type { AgentId, PartnerId } from "./domain/ids.ts";
import type { Inbound } from "./domain/message.ts";
import type { Engine } from "./engine.ts";
import { eventBody } from "./hooks/event-body.ts";
import { createHooks, type Hooks } from "./hooks/tell-hooks.ts";
import { keepIn, keptFolder } from "./kept.ts";
import type { SmtpSettings } from "./mail/smtp.ts";
import { createNightly } from "./nightly.ts";
import { createLineBook, type LineBook, type Lines } from "./outbox/lines.ts";
import { openReading, type ReadingSettings } from "./reading.ts";
import { root } from "./root.ts";
import { startClock } from "./schedule/clock.ts";
import { type LicenceWatch, openLicenceWatch } from "./schedule/licences.ts";
import { startChannels } from "./start-channels.ts";
import { openSqliteStore } from "./store/sqlite/store.ts";
import type { Store } from "./store/store.ts";
import type { Log, Point } from "./turn/deps.ts";
import { openEngine } from "./turn/open-engine.ts";
import { backPath, offerPath } from "./web/partner/link.ts";
import type { AllowedHost } from "./webhooks/allowed-host.ts";

/** All but `dataDir` have a working default. */
export type OfficeSettings = ReadingSettings & {
  /** The folder of the database, the documents and the backups; made when missing. */
  readonly dataDir: string;
  readonly flowsDir?: string;
  /** Beside the web chat, which is always there. A channel named `web` takes its place. */
  readonly channels?: readonly Channel[];
  /** The office's clock, epoch milliseconds. */
  readonly clock?: { now(): number };
  /** What leases and waiting messages run by; left out: the machine's clock. For tests. */
  readonly realClock?: { now(): number };
  /** The clock is not the real one: the data folder is marked as a rehearsal for good. */
  readonly rehearsal?: boolean;
  readonly zone?: string;
  readonly language?: "ar" | "en";
  readonly log?: Log;
  /** Longest wait for a classifier that answers later. */
  readonly deadlineMs?: number;
  /** How long a start waits for another process to let go of the data folder. */
  readonly lockWaitMs?: number;
  /** Partners' systems that may be inner ones (`WASIT_ALLOW_PRIVATE_WEBHOOKS`). */
  readonly privateWebhooks?: readonly AllowedHost[];
  /** Mail to partners that have neither a system nor a chat, and to heads; left out: none is sent. */
  readonly mail?: MailSettings;
  /** In the place of the channel to partners' systems. For tests. */
  readonly partnerSystems?: Channel;
  /** Turns the second-by-second clock off: a test calls `engine.tick()` itself. */
  readonly manualClock?: boolean;
  readonly onPoint?: (point: Point) => void;
  readonly onFatal?: (error: unknown) => void;
};

/** `publicUrl`: where the links in letters lead. */
type MailSettings = { readonly smtp: SmtpSettings; readonly publicUrl: string };

export type Office = {
  /** Resolves when the delivery is durable. `at` may be left out (now), epoch milliseconds, a Date, or an ISO instant. */
  receive(inbound: Omit<Inbound, "at"> & { readonly at?: number | string | Date }): Promise<Received>;
  /** Every stored message processed and every due effect handed over. */
  idle(): Promise<void>;
  /** What was accepted is finished or kept for the next start. Calling it again waits for the same end. */
  close(): Promise<void>;
  readonly engine: Engine;
  readonly store: Store;
  readonly documents: Documents;
  readonly lines: Lines;
  /** Licences of partners that end. */
  readonly licences: LicenceWatch;
  /** Partners that were paused because they did not answer. */
  readonly silentPartners: SilentBook;
  readonly mailTrouble: Pick<MailTrouble, "current">;
  /** Heads whose mailbox takes no letter. */
  readonly unreachedHeads: Pick<UnreachedHeads, "open">;
  readonly catalogue: () => Catalogue;
  /** Signs the links by which partners answer offers; kept with the data. */
  readonly offerKey: string;
  /** Tells the office's own systems what happens. */
  readonly hooks: Hooks;
  /** The chat that stands for what this agent asks of the office's departments, once they have asked something. */
  readonly staffChatOf: (agent: AgentId) => Promise<Conversation | undefined>;
  /** Why this partner's system did not take the last thing that it was told. */
  readonly systemTroubleOf: SystemTroubles["of"];
  /** The chat that records what this partner was told by mail; undefined where the office sends none. */
  readonly mailChatOf: ((partner: PartnerId) => Promise<Conversation | undefined>) | undefined;
  backUp(): Promise<string>;
  /** Builds what the first message would wait for. Blocks for a quarter of a second: for when the office is open, and nobody waits yet. */
  warm(): void;
};

/** The mark that names the lines which their owner has paused. */
const pausedMark = "lines_paused";
/** The mark that holds the key of the links to offers. */
const offerKeyMark = "offer_key";

/** The key of this data folder, made when it is first asked for. */
async function offerKeyOf(store: Store): Promise<string> {
  const known = await store.directory.getMark(offerKeyMark);
  if (known !== undefined) return known;
  const made = randomBytes(32).toString("base64url");
  await store.directory.setMark(offerKeyMark, made);
  return made;
}

/** Orders that a partner's chat takes over when it is linked. */
const mostOrdersOfPartner = 50;

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Opens an office inside this process.
 * @throws StoreError (`locked`, `newer_schema`, `corrupt`, `rehearsal_mismatch`, …) or FlowsError, with what to do in the message
 */
export async function openOffice(settings: OfficeSettings): Promise<Office> {
  const log = settings.log ?? silent;
  const now = settings.clock ? () => settings.clock?.now() ?? Date.now() : Date.now;
  const zone = settings.zone ?? "Asia/Riyadh";
  const rehearsal = settings.rehearsal ?? false;
  const store = await openSqliteStore({
    dataDir: settings.dataDir,
    clock: rehearsal ? "rehearsal" : "real",
    ...(settings.lockWaitMs !== undefined && { lockWaitMs: settings.lockWaitMs }),
  });
  try {
    return await openOn(store, settings, { log, now, zone, rehearsal });
  } catch (error) {
    await store.close();
    throw error;
  }
}

type Basics = {
  readonly log: Log;
  readonly now: () => number;
  readonly zone: string;
  readonly rehearsal: boolean;
};

async function openOn(store: Store, settings: OfficeSettings, basics: Basics): Promise<Office> {
  const { log, now, zone } = basics;
  const realNow = () => settings.realClock?.now() ?? Date.now();
  const keep = keepIn(keptFolder);
  const catalogue = await openCatalogue(store, settings.flowsDir ?? join(root, "flows"), zone, keep);
  const documents = filesDocuments({ dataDir: settings.dataDir, directory: store.directory });
  const reading = await openReading(settings, { catalogue, documents, keep, now, zone });
  const customers = new Map<string, Channel>();
  for (const channel of [webChatChannel(), ...(settings.channels ?? [])])
    customers.set(channel.name, channel);
  const offerKey = await offerKeyOf(store);
  const { mail } = settings;
  const ways = await openWays({
    ...{ store, catalogue: () => catalogue, now, log, allowedHosts: settings.privateWebhooks ?? [] },
    ...(settings.partnerSystems && { systems: settings.partnerSystems }),
    ...(mail && { mail: mailing(mail, offerKey) }),
  });
  const channels = new Map(customers);
  for (const one of ways.channels) channels.set(one.name, one);
  const lines = await openLines(store, customers);
  const { search, missed, heads, silence, silentBook } = await openDispatch({
    ...{ store, catalogue: () => catalogue, engine: () => engine },
    ...{ mails: mail !== undefined, zone, now, log },
  });
  const engine: Engine = await openEngine({
    ...{ search, missed, ...(heads && { heads }) },
    onOrders: silence.committed,
    marks: store.directory,
    store: store.engine,
    deliveries: store.deliveries,
    doors: store.doors,
    partners: {
      get: store.partners.get,
      withLinkCode: store.partners.withLinkCode,
      ordersOf: (id) => store.orders.ofPartner(id, mostOrdersOfPartner),
    },
    lines,
    channels,
    catalogue: () => catalogue,
    inline: reading.inline,
    ...(reading.deferred && { deferred: reading.deferred }),
    ...(reading.media && { media: reading.media }),
    removeDocument: (id) => documents.remove(id),
    deadlineMs: settings.deadlineMs ?? settings.model?.timeoutMs ?? 4_000,
    language: settings.language ?? "ar",
    ...{ now, realNow, rehearsal: basics.rehearsal, log },
    onPoint: settings.onPoint ?? (() => undefined),
    onFatal: settings.onFatal ?? (() => undefined),
  });
  const licences = await openLicenceWatch({ partners: store.partners, marks: store.directory, now, zone });
  await licences.sweep();
  const backups = join(settings.dataDir, "backups");
  const backUp = () => store.backup(backups, "by_hand");
  const nightly = createNightly({ store, documents, backups, now });

  const language = settings.language ?? "ar";
  const desk = (channel: string) => openDesk(channel, { engine, documents, language, report: lines.report });
  const stopChannels = await startChannels([...channels.values()], engine, desk, log);
  const hooks = createHooks({
    ...{ store: store.integrations, log, realNow, chance: Math.random },
    allowedHosts: settings.privateWebhooks ?? [],
    bodyOf: (event) => eventBody(engine, event),
  });
  const unhook = engine.subscribe(() => hooks.wake());
  hooks.wake();
  engine.resume();
  await silence.resume();
  const stopClock = settings.manualClock
    ? () => undefined
    : startClock({ engine, orders: store.orders, licences, silence, zone, log, backUp: nightly });

  const closeAll = async () => {
    stopClock();
    unhook();
    await Promise.all([hooks.stop(), stopChannels()]);
    await engine.close();
    await silence.idle();
    await store.close();
  };
  let closing: Promise<void> | undefined;

  return {
    receive: (inbound) => engine.receive({ ...inbound, at: toMoment(inbound.at, now) }),
    idle: engine.idle,
    engine,
    store,
    documents,
    lines,
    licences,
    silentPartners: silentBook,
    mailTrouble: ways.mailTrouble,
    unreachedHeads: ways.unreachedHeads,
    catalogue: () => catalogue,
    ...{ offerKey, hooks },
    staffChatOf: async (agent) => store.engine.findConversation(staffChannel, agent),
    systemTroubleOf: ways.systemTroubles.of,
    mailChatOf: mail && (async (partner) => store.engine.findConversation(partnerMail, partner)),
    backUp,
    warm: reading.warm,
    close: () => (closing ??= closeAll()),
  };
}

/** The lines to customers. A partner's system is none: its trouble is its own, and is shown on its orders. */
async function openLines({ directory }: Store, channels: ReadonlyMap<string, Channel>): Promise<LineBook> {
  return createLineBook({
    ...{ channels, now: Date.now },
    paused: JSON.parse((await directory.getMark(pausedMark)) ?? "[]") as string[],
    keepPaused: (names) => directory.setMark(pausedMark, JSON.stringify(names)),
  });
}

/** Where letters lead. */
function mailing({ smtp, publicUrl }: MailSettings, key: string): Mailing {
  return {
    smtp,
    offerLink: (offer) => `${publicUrl}${offerPath(key, offer)}`,
    backLink: (partner, since) => `${publicUrl}${backPath(key, { partner, since })}`,
    orderLink: (ref) => `${publicUrl}/queue/orders/${ref}`,
  };
}

function toMoment(at: number | string | Date | undefined, now: () => number): number {
  if (at === undefined) return now();
  const moment = typeof at === "number" ? at : new Date(at).getTime();
  if (Number.isNaN(moment))
    throw new TypeError(`at: expected epoch milliseconds, a Date, or an ISO instant; got ${String(at)}`);
  return moment;
}
