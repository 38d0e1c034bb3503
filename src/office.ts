/**
 * The composition root: one office from its settings, by plain calls. Everything is opened in the order in which it is needed and
 * closed in reverse.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Channel, Desk, Received } from "./channels/channel.ts";
import { webChatChannel } from "./channels/web-chat.ts";
import type { Catalogue } from "./conversation/flow.ts";
import { warmMessageWords } from "./conversation/message-words.ts";
import { staffChannel } from "./conversation/news.ts";
import { openDesk } from "./desk.ts";
import { createPartnerSearch } from "./dispatch/candidates.ts";
import { createHeads } from "./dispatch/heads.ts";
import { partnerMail, partnerMailChannel } from "./dispatch/mail-channel.ts";
import { createMailTrouble, type MailTrouble } from "./dispatch/mail-trouble.ts";
import { createMissed } from "./dispatch/missed.ts";
import { namePartner, type ReachDeps } from "./dispatch/reach.ts";
import { createSilence } from "./dispatch/silence.ts";
import { openSilentBook, type SilentBook } from "./dispatch/silent-book.ts";
import { staffMailChannel } from "./dispatch/staff-mail-channel.ts";
import { loadsAt, standingDays, standingsAt } from "./dispatch/standings.ts";
import { partnerSystemChannel } from "./dispatch/system-channel.ts";
import { createSystemTroubles, type SystemTroubles } from "./dispatch/system-troubles.ts";
import { pausedNow, toldNow } from "./dispatch/told-now.ts";
import { wasTold } from "./dispatch/was-told.ts";
import type { Documents } from "./documents/documents.ts";
import { filesDocuments } from "./documents/files.ts";
import type { Conversation } from "./domain/conversation.ts";
import type { AgentId, PartnerId } from "./domain/ids.ts";
import type { Keep } from "./domain/keep.ts";
import type { Inbound } from "./domain/message.ts";
import type { Engine } from "./engine.ts";
import { loadExamples } from "./flows/examples.ts";
import { describeProblems, loadCatalogue } from "./flows/load.ts";
import { pinOf } from "./flows/pin.ts";
import { eventBody } from "./hooks/event-body.ts";
import { createHooks, type Hooks } from "./hooks/tell-hooks.ts";
import { keepIn, keptFolder } from "./kept.ts";
import type { SmtpSettings } from "./mail/smtp.ts";
import { type ModelSettings, openModel } from "./model.ts";
import { isOpenAt } from "./orders/promise.ts";
import { createLineBook, type Lines } from "./outbox/lines.ts";
import { calendarOf } from "./partners/calendar.ts";
import { root } from "./root.ts";
import { startClock } from "./schedule/clock.ts";
import { type LicenceWatch, openLicenceWatch } from "./schedule/licences.ts";
import { openSqliteStore } from "./store/sqlite/store.ts";
import type { Store } from "./store/store.ts";
import type { Log, Point } from "./turn/deps.ts";
import { openEngine } from "./turn/open-engine.ts";
import type { DeferredClassifier, InlineClassifier } from "./understand/classifier.ts";
import { embeddedClassifier } from "./understand/embedded.ts";
import { backPath, offerPath } from "./web/partner/link.ts";
import type { AllowedHost } from "./webhooks/allowed-host.ts";
import { keepSeenMs } from "./webhooks/seen.ts";

/** All but `dataDir` have a working default. */
export type OfficeSettings = {
  /** The folder of the database, the documents and the backups; made when missing. */
  readonly dataDir: string;
  readonly flowsDir?: string;
  /** Beside the web chat, which is always there. A channel named `web` takes its place. */
  readonly channels?: readonly Channel[];
  /** In the embedded classifier's place; one that answers later keeps the embedded one as its check and fallback. */
  readonly classifier?: InlineClassifier | DeferredClassifier;
  /** A model behind the embedded classifier; not together with `classifier`. */
  readonly model?: ModelSettings;
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
  /** Mail to partners that have neither a system nor a chat; left out: none is sent. `publicUrl`: where the links in it lead. */
  readonly mail?: { readonly smtp: SmtpSettings; readonly publicUrl: string };
  /** In the place of the channel to partners' systems. For tests. */
  readonly partnerSystems?: Channel;
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
};

/** The flows can't be used; the message lists every problem with file, line and what to do. */
export class FlowsError extends Error {
  override readonly name = "FlowsError";
}

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

const dayMs = 86_400_000;

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
  const keep = keepIn(keptFolder);
  const catalogue = await openCatalogue(store, settings.flowsDir ?? join(root, "flows"), zone, keep);
  const given = settings.classifier;
  const embedded = embeddedClassifier(
    catalogue.specs,
    given?.answers === "at_once"
      ? []
      : loadExamples(join(root, "prompts"), keep).filter(({ split }) => split === "train"),
    keep,
  );
  const documents = filesDocuments({ dataDir: settings.dataDir, directory: store.directory });
  const model =
    given || !settings.model
      ? undefined
      : openModel(settings.model, { catalogue: () => catalogue, intents: embedded.intents, now, documents });
  const deferred = given?.answers === "later" ? given : model?.classifier;
  const customers = new Map<string, Channel>();
  for (const channel of [webChatChannel(), ...(settings.channels ?? [])])
    customers.set(channel.name, channel);
  const troubles = createSystemTroubles(now);
  const systems =
    settings.partnerSystems ??
    partnerSystemChannel({
      allowedHosts: settings.privateWebhooks ?? [],
      onOutcome: troubles.heard,
      async toldNow(partner, notice) {
        if (notice.type === "partner.paused") return pausedNow(await store.partners.get(partner));
        const order = await store.orders.get(notice.order.ref);
        return order && toldNow(catalogue, order, { partner, notice, now: now() });
      },
      async systemOf(id) {
        const url = (await store.partners.get(id))?.contacts.webhook;
        const secret = await store.partners.secretOf(id);
        return url === undefined || secret === undefined ? undefined : { url, secret };
      },
    });
  const offerKey = await offerKeyOf(store);
  const { mail } = settings;
  const mailTrouble = createMailTrouble(now, log);
  const mailboxes =
    mail &&
    partnerMailChannel({
      ...{ smtp: mail.smtp, now, catalogue: () => catalogue },
      partnerOf: (id) => store.partners.get(id),
      orderOf: (ref) => store.orders.get(ref),
      linkOf: (offer) => `${mail.publicUrl}${offerPath(offerKey, offer)}`,
      backLinkOf: (partner, since) => `${mail.publicUrl}${backPath(offerKey, { partner, since })}`,
      trouble: mailTrouble,
    });
  const headMail =
    mail &&
    staffMailChannel({
      ...{ smtp: mail.smtp, catalogue: () => catalogue },
      agentOf: (id) => store.people.getAgent(id),
      orderOf: (ref) => store.orders.get(ref),
      linkOf: (ref) => `${mail.publicUrl}/queue/orders/${ref}`,
      trouble: mailTrouble,
    });
  const channels = new Map(customers);
  for (const one of [systems, mailboxes, headMail]) if (one) channels.set(one.name, one);

  // A partner's system is no line to customers: its trouble is its own, and is shown on its orders.
  const lines = createLineBook({
    channels: customers,
    now: Date.now,
    paused: JSON.parse((await store.directory.getMark(pausedMark)) ?? "[]") as string[],
    keepPaused: (names) => store.directory.setMark(pausedMark, JSON.stringify(names)),
  });
  const reach: ReachDeps = {
    secretOf: (id) => store.partners.secretOf(id),
    mails: mail !== undefined,
    openChat: async (channel, address, language) =>
      (await engine.openConversation({ channel, address, language })).id,
  };
  const search = createPartnerSearch({
    ...{ ...reach, partners: store.partners, catalogue: () => catalogue, zone, randomBytes },
    loads: (at) => loadsAt(store, at),
    standings: (at) => standingsAt(store, at),
  });
  const missed = createMissed({
    partners: store.partners,
    isOpen: (partner, at) => isOpenAt(calendarOf(partner, catalogue.office), zone, at),
    isFull: async ({ id, capacity = Number.POSITIVE_INFINITY }) =>
      capacity !== Number.POSITIVE_INFINITY && ((await store.orders.partnerLoads()).get(id) ?? 0) >= capacity,
    wasTold: (offer, ref) => wasTold(store.engine, offer, ref),
  });
  const silentBook = await openSilentBook({ partners: store.partners, marks: store.directory });
  const silence = createSilence({
    ...{ partners: store.partners, now, log, book: silentBook },
    async tell(partner) {
      const { id, chats = [] } = await namePartner(reach, partner);
      for (const chat of chats) await engine.partnerPaused(chat, id);
    },
  });
  const { people, partners, departments } = store;
  const engine: Engine = await openEngine({
    ...(headMail && { heads: createHeads({ ...reach, people, partners, departments }) }),
    ...{ search, missed },
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
    inline: given?.answers === "at_once" ? given : embedded,
    ...(deferred && { deferred }),
    ...(model?.media && { media: model.media }),
    removeDocument: (id) => documents.remove(id),
    deadlineMs: settings.deadlineMs ?? settings.model?.timeoutMs ?? 4_000,
    language: settings.language ?? "ar",
    now,
    realNow: () => settings.realClock?.now() ?? Date.now(),
    rehearsal: basics.rehearsal,
    log,
    onPoint: settings.onPoint ?? (() => undefined),
    onFatal: settings.onFatal ?? (() => undefined),
  });
  const licences = await openLicenceWatch({ partners: store.partners, marks: store.directory, now, zone });
  await licences.sweep();
  const backups = join(settings.dataDir, "backups");
  const backUp = () => store.backup(backups, "by_hand");
  const nightly = async () => {
    const real = Date.now();
    try {
      await store.backup(backups, "nightly");
    } finally {
      // A backup that finds no room must not keep what takes up the room. An upload is followed by its message at once: a day is long.
      await store.seenWebhooks.forget(real - keepSeenMs);
      await store.purge({
        deliveriesBefore: now() - 30 * dayMs,
        chatSessionsBefore: real - 90 * dayMs,
        agentSessionsBefore: real - 8 * dayMs,
        seenBefore: now() - 2 * standingDays * dayMs,
      });
      await documents.removeUnused(now() - dayMs);
    }
  };

  // The first reading builds the gazetteer: better now than in a customer's first message.
  embedded.read("السلام عليكم من الرياض", { now: now(), zone, language: "ar", services: catalogue.specs });
  warmMessageWords();
  const desk = (channel: string) =>
    openDesk(channel, {
      ...{ engine, documents, language: settings.language ?? "ar" },
      report: lines.report,
    });
  const stopChannels = await startChannels([...channels.values()], engine, desk, log);
  const hooks = createHooks({
    ...{
      store: store.integrations,
      log,
      realNow: () => settings.realClock?.now() ?? Date.now(),
      chance: Math.random,
    },
    allowedHosts: settings.privateWebhooks ?? [],
    bodyOf: (event) => eventBody(engine, event),
  });
  const unhook = engine.subscribe(() => hooks.wake());
  hooks.wake();
  engine.resume();
  await silence.resume();
  const stopClock = settings.manualClock
    ? () => undefined
    : startClock({ engine, orders: store.orders, licences, zone, log, backUp: nightly });

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
    mailTrouble,
    catalogue: () => catalogue,
    ...{ offerKey, hooks },
    staffChatOf: async (agent) => store.engine.findConversation(staffChannel, agent),
    systemTroubleOf: troubles.of,
    mailChatOf: mailboxes && (async (partner) => store.engine.findConversation(partnerMail, partner)),
    backUp,
    close: () => (closing ??= closeAll()),
  };
}

/** Starts them in order; the result stops them beside each other: each may wait for a send that is under way. When one can't start, none is left running, nor the engine. */
async function startChannels(
  channels: readonly Channel[],
  engine: Engine,
  desk: (channel: string) => Desk,
  log: Log,
): Promise<() => Promise<void>> {
  const started: Channel[] = [];
  const stop = async () => {
    const stopOne = async (channel: Channel) => {
      try {
        await channel.stop();
      } catch (error) {
        // What was accepted has to be finished all the same.
        log.error({ error, channel: channel.name }, "a channel did not stop in order");
      }
    };
    await Promise.all(started.splice(0).map(stopOne));
  };
  try {
    for (const channel of channels) {
      await channel.start(engine.receive, desk(channel.name));
      started.push(channel);
    }
  } catch (error) {
    await stop();
    await engine.close();
    throw error;
  }
  return stop;
}

/** Loads the flows with every version that is still in use, and pins today's. */
async function openCatalogue(store: Store, flowsDir: string, zone: string, keep: Keep): Promise<Catalogue> {
  const loaded = loadCatalogue(flowsDir, zone, await store.directory.pinnedFlows(), keep);
  if (loaded.type === "problems") throw new FlowsError(describeProblems(loaded.problems));
  for (const flow of loaded.catalogue.flows.values()) await store.directory.pinFlow(pinOf(flow));
  return loaded.catalogue;
}

function toMoment(at: number | string | Date | undefined, now: () => number): number {
  if (at === undefined) return now();
  const moment = typeof at === "number" ? at : new Date(at).getTime();
  if (Number.isNaN(moment))
    throw new TypeError(`at: expected epoch milliseconds, a Date, or an ISO instant; got ${String(at)}`);
  return moment;
}
