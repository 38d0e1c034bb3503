/** Everything between the office and its WhatsApp browser, put together: what hears, what speaks, and how both end. */
import { join } from "node:path";
import type { Outbound } from "../../domain/message.ts";
import type { Desk, LineState, Rates, Receive } from "../channel.ts";
import { createAcks } from "./acks.ts";
import { openFacts } from "./facts.ts";
import { openFolderKey } from "./folder-key.ts";
import { createHandOver } from "./hand-over.ts";
import { createHeard } from "./heard.ts";
import { createIdentities } from "./identities.ts";
import { createIntake, type IntakeDeps } from "./intake.ts";
import { createLanes } from "./lanes.ts";
import { openLibrary } from "./library.ts";
import { createLine, type Line } from "./line.ts";
import { createListening, type ListeningDeps } from "./listening.ts";
import type { MeterLimits } from "./meter.ts";
import { openMeter } from "./meter-file.ts";
import { createNaps } from "./naps.ts";
import { createOutgoing } from "./outgoing.ts";
import { openOwnMessages } from "./own-messages.ts";
import { typingMs } from "./rates.ts";
import { forgetLink } from "./session.ts";
import { timings as standardTimings, type Timings } from "./timings.ts";
import type { OpenWeb, Web } from "./web.ts";
import { within } from "./within.ts";

export type WhatsAppConfig = {
  /** The office's data folder; the link is kept in `whatsapp` inside it. */
  readonly dataDir: string;
  /** Where a browser is. Rejects where there is none. */
  readonly browser: () => Promise<{ readonly executablePath: string; readonly args: readonly string[] }>;
  /** Epoch milliseconds, the machine's. */
  readonly now?: () => number;
  readonly note?: (what: string, error?: unknown) => void;
  /** Each state once more, for a terminal that shows the codes. */
  readonly onState?: (state: LineState) => void;
  readonly timings?: Partial<Timings>;
  readonly meterLimits?: MeterLimits;
  /** In place of the line's own prudence. For tests. */
  readonly rates?: Rates;
  /** In the library's place. For tests. */
  readonly open?: (folder: string) => OpenWeb;
};

export const whatsAppName = "whatsapp";

/** Looking somebody up may ask the server; a message does not wait longer for it. */
const lookUpMs = 10_000;
/** A stop waits so long for messages that are being sent. */
const stopMs = 3_000;

type Place = { readonly folder: string; readonly now: () => number };

/** Built anew at each start. */
export async function openLine(config: WhatsAppConfig, { folder, now }: Place, receive: Receive, desk: Desk) {
  const times: Timings = { ...standardTimings, ...config.timings };
  const note = config.note ?? (() => undefined);
  const key = await openFolderKey(folder);
  const facts = await openFacts(folder, key);
  const own = await openOwnMessages(join(folder, "sent.jsonl"), now, key);
  const { meter, save } = await openMeter(folder, config.meterLimits, key, now);
  const naps = createNaps();
  const acks = createAcks();
  const heard = createHeard(meter, desk);
  // Filled below: the line needs its ears before it is there, and the ears need the line.
  let line: Line | undefined;
  const identities = openIdentities(() => line?.web(), desk);
  const isOpen: Line["isOpen"] = (web) => line?.isOpen(web) ?? false;
  const { lanes, listening } = openHearing({
    ...{ receive, desk, facts, own, identities, acks, isOpen, now, note, times },
    onHeard: heard.note,
  });
  line = createLine({
    open: async (events) => (config.open ?? libraryOf(config))(folder)(events),
    forgetLink: () => forgetLink(folder),
    earsOf: listening.earsOf,
    onReady: listening.ready,
    onBeat: () =>
      void Promise.all([listening.mark(), save(), own.tidy()]).catch((error: unknown) =>
        note("not written", error),
      ),
    report(state) {
      desk.report(state);
      config.onState?.(state);
    },
    chance: Math.random,
    timings: times,
    ...{ now, note },
  });
  const { isUnlinked, check } = line;
  let stopping = false;
  const send = createOutgoing({
    ...{ desk, meter, acks, now },
    web: () => (stopping ? undefined : line?.web()),
    handOver: createHandOver({
      ...{ own, acks, now, wait: naps.nap, keyOf: (...asked) => desk.keyOf(...asked) },
      ...times,
    }),
    isLoggedOut: isUnlinked,
    heardAt: heard.at,
    typingMs: (text) => (times.types ? typingMs(text, Math.random()) : 0),
    wait: naps.nap,
    sendMs: times.sendMs,
    goneMs: times.goneMs,
    onTrouble: check,
  });
  const sending = new Set<Promise<unknown>>();
  return {
    line,
    send(outbound: Outbound) {
      const sent = send(outbound).finally(() => sending.delete(sent));
      sending.add(sent);
      return sent;
    },
    linkedAt: () => facts.facts().linkedAt,
    async stop() {
      stopping = true;
      naps.end();
      // A message that is with the page should not be sent twice because nobody waited for its answer.
      await within(stopMs, Promise.allSettled(sending)).catch(() => undefined);
      // While it is away nothing is heard: what is said now is to be swept up after the next start.
      if (line?.web()) await listening.mark().catch((error: unknown) => note("not written", error));
      await line?.stop();
      await listening.stop();
      await lanes.stop();
      await save().catch((error: unknown) => note("not written", error));
    },
  };
}

function openIdentities(webOf: () => Web | undefined, desk: Desk) {
  return createIdentities({
    async idsOf(ids) {
      const web = webOf();
      if (!web) throw new Error("The line is away: nobody can be looked up.");
      return (await within(lookUpMs, web.idsOf(ids))) ?? [];
    },
    hasChat: async (address) => (await desk.lastHeard(address)) !== undefined,
  });
}

type Hearing = Pick<IntakeDeps, "receive" | "desk" | "own" | "identities" | "now" | "onHeard"> &
  Pick<ListeningDeps, "identities" | "facts" | "acks" | "note"> & {
    readonly isOpen: Line["isOpen"];
    readonly times: Timings;
  };

/** From the page's ears to the office. */
function openHearing({ facts, acks, note, times, ...deps }: Hearing) {
  const { identities, isOpen, now } = deps;
  const lanes = createLanes({
    firstWaitMs: times.retryMs,
    isOpen,
    onGivenUp: (error) => note("something heard can't be taken", error),
  });
  const intake = createIntake({
    ...{ ...deps, channel: whatsAppName, lanes },
    me: () => facts.facts().number,
  });
  const listening = createListening({
    ...{ intake, identities, facts, acks, isOpen, now, note },
    isIdle: lanes.isIdle,
    timings: times,
  });
  return { lanes, listening };
}

export type OpenedLine = Awaited<ReturnType<typeof openLine>>;

/** The browser is looked for when one is opened, so that an installed one is found without a new start. */
function libraryOf(config: WhatsAppConfig): (folder: string) => OpenWeb {
  return (folder) => async (events) => {
    const browser = await config.browser();
    return openLibrary({ folder, browser })(events);
  };
}
