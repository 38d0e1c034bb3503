/**
 * The composition root: one office from its settings, by plain calls. Everything is opened in the order in which it is needed and
 * closed in reverse.
 */
import { join } from "node:path";
import { openCatalogue } from "./catalogue.ts";
import type { Received } from "./channels/channel.ts";
import type { Catalogue } from "./conversation/flow/flow.ts";
import { staffChannel } from "./conversation/order/news.ts";
import { openDesk } from "./desk.ts";
import { partnerMail } from "./dispatch/mail-channel.ts";
import type { MailTrouble } from "./dispatch/mail-trouble.ts";
import { type Dispatch, openDispatch } from "./dispatch/open-dispatch.ts";
import type { SilentBook } from "./dispatch/silent-book.ts";
import type { SystemTroubles } from "./dispatch/system-troubles.ts";
import type { UnreachedHeads } from "./dispatch/unreached-heads.ts";
import type { Documents } from "./documents/documents.ts";
import { filesDocuments } from "./documents/files.ts";
import type { Conversation } from "./domain/conversation.ts";
import type { AgentId, PartnerId } from "./domain/ids.ts";
import type { Inbound } from "./domain/message.ts";
import type { Engine } from "./engine.ts";
import { createHooks, type Hooks } from "./hooks/tell-hooks.ts";
import { keepIn, keptFolder } from "./kept.ts";
import type { Log } from "./log.ts";
import { createNightly } from "./nightly.ts";
import type { Lines } from "./outbox/lines.ts";
import { type Outside, type OutsideSettings, openOutside } from "./outside.ts";
import { openReading, type Reading, type ReadingSettings } from "./reading.ts";
import { root } from "./root.ts";
import { startClock } from "./schedule/clock.ts";
import { type LicenceWatch, openLicenceWatch } from "./schedule/licences.ts";
import { startChannels } from "./start-channels.ts";
import { openSqliteStore } from "./store/sqlite/store.ts";
import type { Store } from "./store/store.ts";
import type { EngineDeps, Point } from "./turn/deps.ts";
import { openEngine } from "./turn/open-engine.ts";
import { eventBody } from "./web/api/event-body.ts";

/** All but `dataDir` have a working default. */
export type OfficeSettings = ReadingSettings &
  OutsideSettings & {
    /** The folder of the database, the documents and the backups; made when missing. */
    readonly dataDir: string;
    readonly flowsDir?: string;
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
    /** Turns the second-by-second clock off: a test calls `engine.tick()` itself. */
    readonly manualClock?: boolean;
    readonly onPoint?: (point: Point) => void;
    readonly onFatal?: (error: unknown) => void;
  };

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
  const realNow = () => settings.realClock?.now() ?? Date.now();
  const { language = "ar" } = settings;
  const store = await openSqliteStore({
    dataDir: settings.dataDir,
    clock: rehearsal ? "rehearsal" : "real",
    ...(settings.lockWaitMs !== undefined && { lockWaitMs: settings.lockWaitMs }),
  });
  try {
    return await openOn(store, settings, { log, now, realNow, zone, language, rehearsal });
  } catch (error) {
    await store.close();
    throw error;
  }
}

type Basics = {
  readonly log: Log;
  readonly now: () => number;
  readonly realNow: () => number;
  readonly zone: string;
  readonly language: "ar" | "en";
  readonly rehearsal: boolean;
};

type Parts = Outside &
  Dispatch & {
    readonly catalogue: Catalogue;
    readonly documents: Documents;
    readonly reading: Reading;
    readonly engine: Engine;
    readonly licences: LicenceWatch;
  };

async function openOn(store: Store, settings: OfficeSettings, basics: Basics): Promise<Office> {
  const parts = await openParts(store, settings, basics);
  const { engine, documents, lines, licences, catalogue, ways, reading } = parts;
  const backups = join(settings.dataDir, "backups");
  const { hooks, stop } = await run(store, parts, settings, { ...basics, backups });
  let closing: Promise<void> | undefined;
  return {
    receive: (inbound) => engine.receive({ ...inbound, at: toMoment(inbound.at, basics.now) }),
    idle: engine.idle,
    ...{ engine, store, documents, lines, licences, hooks, offerKey: parts.offerKey },
    silentPartners: parts.silentBook,
    mailTrouble: ways.mailTrouble,
    unreachedHeads: ways.unreachedHeads,
    catalogue: () => catalogue,
    staffChatOf: async (agent) => store.engine.findConversation(staffChannel, agent),
    systemTroubleOf: ways.systemTroubles.of,
    mailChatOf: settings.mail && (async (partner) => store.engine.findConversation(partnerMail, partner)),
    backUp: () => store.backup(backups, "by_hand"),
    warm: reading.warm,
    close: () => (closing ??= stop()),
  };
}

async function openParts(store: Store, settings: OfficeSettings, basics: Basics): Promise<Parts> {
  const { log, now, zone } = basics;
  const keep = keepIn(keptFolder);
  const catalogue = await openCatalogue(store, settings.flowsDir ?? join(root, "flows"), zone, keep);
  const documents = filesDocuments({ dataDir: settings.dataDir, directory: store.directory });
  const reading = await openReading(settings, { catalogue, documents, keep, now, zone });
  const shared = { store, catalogue: () => catalogue, now, log };
  const outside = await openOutside(settings, shared);
  const dispatch = await openDispatch({
    ...{ ...shared, engine: () => engine, zone, mails: settings.mail !== undefined },
  });
  const before = { ...outside, ...dispatch, catalogue, documents, reading };
  const engine: Engine = await openEngine(engineDeps(store, before, settings, basics));
  const licences = await openLicenceWatch({ partners: store.partners, marks: store.directory, now, zone });
  await licences.sweep();
  return { ...before, engine, licences };
}

function engineDeps(
  store: Store,
  parts: Omit<Parts, "engine" | "licences">,
  settings: OfficeSettings,
  basics: Basics,
): EngineDeps {
  const { search, missed, holders, heads, silence, reading, documents, catalogue, channels, lines } = parts;
  const { inline, deferred, media } = reading;
  return {
    ...{ search, missed, holders, ...(heads && { heads }), channels, lines, ...basics },
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
    catalogue: () => catalogue,
    ...{ inline, ...(deferred && { deferred }), ...(media && { media }) },
    removeDocument: (id) => documents.remove(id),
    deadlineMs: settings.deadlineMs ?? settings.model?.timeoutMs ?? 4_000,
    onPoint: settings.onPoint ?? (() => undefined),
    onFatal: settings.onFatal ?? (() => undefined),
  };
}

/** All begins: channels, hooks, what waits since the last stop, and the clock. `stop` ends it in reverse, and closes the store. */
async function run(
  store: Store,
  { engine, documents, lines, channels, silence, licences }: Parts,
  { privateWebhooks = [], manualClock = false }: OfficeSettings,
  { log, now, realNow, zone, language, backups }: Basics & { readonly backups: string },
): Promise<{ readonly hooks: Hooks; readonly stop: () => Promise<void> }> {
  const desk = (channel: string) => openDesk(channel, { engine, documents, language, report: lines.report });
  const stopChannels = await startChannels([...channels.values()], engine, desk, log);
  const hooks = createHooks({
    ...{ store: store.integrations, log, realNow, chance: Math.random },
    allowedHosts: privateWebhooks,
    bodyOf: (event) => eventBody(engine, event),
  });
  const unhook = engine.subscribe(() => hooks.wake());
  hooks.wake();
  engine.resume();
  await silence.resume();
  const backUp = createNightly({ store, documents, backups, now });
  const stopClock = manualClock
    ? () => undefined
    : startClock({ engine, orders: store.orders, licences, silence, zone, log, backUp });
  const stop = async () => {
    stopClock();
    unhook();
    await Promise.all([hooks.stop(), stopChannels()]);
    await engine.close();
    await silence.idle();
    await store.close();
  };
  return { hooks, stop };
}

function toMoment(at: number | string | Date | undefined, now: () => number): number {
  if (at === undefined) return now();
  const moment = typeof at === "number" ? at : new Date(at).getTime();
  if (Number.isNaN(moment))
    throw new TypeError(`at: expected epoch milliseconds, a Date, or an ISO instant; got ${String(at)}`);
  return moment;
}
