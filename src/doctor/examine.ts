/** Everything that the doctor looks at, in the order in which it is told; all services are asked at once. */
import type { Config } from "../config.ts";
import { loadCatalogue } from "../flows/load.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";
import { type FolderLooked, lookAtFolder } from "./folder.ts";
import { lookAtBrowser, lookAtClock, lookAtNode } from "./machine.ts";
import {
  type Looked,
  lookAtMail,
  lookAtModel,
  lookAtOffice,
  lookAtTelegram,
  lookAtWhatsApp,
  whatsAppPage,
} from "./services.ts";
import { doctorWordsIn } from "./words.ts";

export type ExamineSettings = {
  /** Longest wait for each service. */
  readonly timeoutMs: number;
  /** This machine's clock, epoch milliseconds. */
  readonly now: () => number;
  /** Where WhatsApp's page is. */
  readonly whatsAppPage: string;
};

/** An unhurried answer of a server on the other side of the world takes about one second. */
const usual: ExamineSettings = { timeoutMs: 5_000, now: Date.now, whatsAppPage };

/** Looks at an office whose settings could be read. Changes nothing, and names no secret. */
export async function examineOffice(
  config: Config,
  settings: Partial<ExamineSettings> = {},
): Promise<readonly Finding[]> {
  const { timeoutMs, now, whatsAppPage: page } = { ...usual, ...settings };
  const { language, telegram: bot, model: reader, smtp } = config;
  const words = doctorWordsIn(language);
  const asks = { words, timeoutMs, now };
  const none: Looked = { findings: [] };
  // First this machine's own work, which stops everything else: answers would wait for it, and their time run out.
  const failed = (error: unknown): Looked => ({
    // Its name alone: the message may repeat an address.
    findings: [fault(words.failedCheck(error instanceof Error ? error.name : "?"))],
  });
  const folder = await look(
    (): FolderLooked => lookAtFolder(config.dataDir, { words, language, now: now() }),
    failed,
  );
  const flows = await look((): Looked => ({ findings: [lookAtFlows(config)] }), failed);
  const [telegram, model, mail, office, whatsapp, browser] = await Promise.all([
    bot ? look(() => lookAtTelegram(bot, asks), failed) : none,
    reader ? look(() => lookAtModel(reader, asks), failed) : none,
    smtp ? look(async (): Promise<Looked> => ({ findings: [await lookAtMail(smtp, asks)] }), failed) : none,
    look(() => lookAtOffice(config, asks), failed),
    config.whatsapp ? look(() => lookAtWhatsApp(page, asks), failed) : none,
    config.whatsapp ? lookAtBrowser(config.whatsapp.chromiumPath, words) : undefined,
  ]);
  const skews = [telegram, whatsapp, model].flatMap(({ aheadMs }) => aheadMs ?? []);
  return [
    lookAtNode(words),
    fine(words.settings),
    ...lookAtKind(config, folder),
    ...flows.findings,
    ...folder.findings,
    ...office.findings,
    ...telegram.findings,
    ...whatsapp.findings,
    ...(browser ? [browser] : []),
    ...model.findings,
    ...mail.findings,
    lookAtClock(skews, { words, zone: config.zone, now: now() }),
  ];
}

/** A check that fails by itself is a finding, too, and stops none of the others. */
async function look<T>(check: () => T | Promise<T>, failed: (error: unknown) => T): Promise<T> {
  try {
    return await check();
  } catch (error) {
    return failed(error);
  }
}

/** A demo, a rehearsal, or an office that can't start for want of an administrator. */
function lookAtKind(config: Config, { administrators }: FolderLooked): readonly Finding[] {
  const words = doctorWordsIn(config.language);
  const hasOne = config.admin !== undefined || administrators === undefined || administrators > 0;
  const isDemo = config.demo ?? !hasOne;
  const kind = isDemo ? [warning(words.demo)] : hasOne ? [] : [fault(words.noAdministrator)];
  return config.rehearsalStart === undefined ? kind : [...kind, warning(words.rehearsal)];
}

function lookAtFlows({ flowsDir, zone, language }: Config): Finding {
  const words = doctorWordsIn(language);
  const loaded = loadCatalogue(flowsDir, zone);
  return loaded.type === "loaded"
    ? fine(words.flows(loaded.catalogue.flows.size))
    : fault(words.flowsWrong(loaded.problems.length));
}

/** Settings that can't be read leave nothing else to look at but this Node. */
export function examineFaults(faults: readonly string[], language: "ar" | "en"): readonly Finding[] {
  const words = doctorWordsIn(language);
  const wrong = faults.map((line) => fault(words.settingWrong(line)));
  return [lookAtNode(words), ...wrong, warning(words.restUnchecked)];
}
