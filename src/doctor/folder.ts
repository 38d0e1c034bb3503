/** The data folder: can it be written, is there room, is the database whole, and how old is the newest backup. */
import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { examineDatabase } from "../store/sqlite/examine.ts";
import { databaseName } from "../store/sqlite/store.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";
import type { DoctorWords } from "./words.ts";

const mb = 1_000_000;
/** A night's backup and a day's files of a small office; below it nothing is safe. */
const fullBelow = 200 * mb;
const lowBelow = 1_000 * mb;
/** One night may be missed: the machine was off. */
const oldAfterMs = 48 * 3_600_000;

/** What the database tells beside its health. */
export type FolderLooked = {
  readonly findings: readonly Finding[];
  /** Administrators in it; `undefined` where it couldn't be looked at. */
  readonly administrators?: number;
};

export type FolderSettings = {
  readonly words: DoctorWords;
  readonly language: "ar" | "en";
  /** Epoch milliseconds. */
  readonly now: number;
};

export function lookAtFolder(dataDir: string, settings: FolderSettings): FolderLooked {
  const { words } = settings;
  const folder = resolve(dataDir);
  const there = nearest(folder);
  const findings: Finding[] = [];
  const code = writeProblem(there);
  const free = freeBytes(there);
  if (code !== undefined) findings.push(fault(words.folderShut(folder, code)));
  else if (there !== folder) findings.push(fine(words.folderNew(folder)));
  else findings.push(fine(words.folder(folder, sizeText(free, settings))));
  if (free < fullBelow) findings.push(fault(words.diskFull(sizeText(free, settings))));
  else if (free < lowBelow) findings.push(warning(words.diskLow(sizeText(free, settings))));
  if (there !== folder) return { findings, administrators: 0 };
  return lookAtDatabase(folder, findings, settings);
}

function lookAtDatabase(folder: string, before: readonly Finding[], settings: FolderSettings): FolderLooked {
  const { words } = settings;
  const path = join(folder, databaseName);
  const examined = examineDatabase(path);
  switch (examined.type) {
    case "missing":
      return { findings: [...before, fine(words.databaseNew)], administrators: 0 };
    case "another_user":
      return { findings: [...before, warning(words.databaseOthers), lookAtBackups(folder, path, settings)] };
    case "damaged":
      return {
        findings: [
          ...before,
          fault(words.databaseDamaged(examined.what)),
          lookAtBackups(folder, path, settings),
        ],
      };
    case "unreadable":
      return {
        findings: [
          ...before,
          fault(words.databaseShut(examined.code)),
          lookAtBackups(folder, path, settings),
        ],
      };
    case "whole": {
      const { applied, known, isNewer, administrators } = examined;
      const database = isNewer
        ? fault(words.databaseNewer)
        : applied < known
          ? warning(words.databaseOld(applied, known))
          : fine(words.database(sizeText(examined.bytes, settings), applied));
      return { findings: [...before, database, lookAtBackups(folder, path, settings)], administrators };
    }
    default:
      return examined satisfies never;
  }
}

function lookAtBackups(folder: string, database: string, settings: FolderSettings): Finding {
  const { words, now } = settings;
  const backups = join(folder, "backups");
  const times = timesIn(backups);
  if (!Array.isArray(times)) return warning(words.backupsShut(backups, times.code));
  if (times.length === 0) {
    const birth = statSync(database, { throwIfNoEntry: false })?.birthtimeMs ?? now;
    return now - birth > oldAfterMs ? warning(words.backupNone) : fine(words.backupSoon);
  }
  const age = now - Math.max(...times);
  const text = ageText(age, settings);
  return age > oldAfterMs ? warning(words.backupOld(text)) : fine(words.backup(text));
}

/** When each backup was made. One that is taken away while this looks is none. */
function timesIn(backups: string): number[] | { readonly code: string } {
  if (!existsSync(backups)) return [];
  try {
    const names = readdirSync(backups).filter((name) => /^wasit-.*\.db$/.test(name));
    return names.flatMap((name) => statSync(join(backups, name), { throwIfNoEntry: false })?.mtimeMs ?? []);
  } catch (error) {
    return { code: codeOf(error) };
  }
}

/** The folder itself, or the one in which it will be made. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function writeProblem(folder: string): string | undefined {
  try {
    if (!statSync(folder).isDirectory()) return "ENOTDIR";
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

const locales = { ar: "ar-SA-u-nu-latn-ca-gregory", en: "en" } as const;

function sizeText(bytes: number, { language }: FolderSettings): string {
  const [value, unit] = bytes < 1_000 * mb ? [bytes / mb, "MB"] : [bytes / (1_000 * mb), "GB"];
  return `${new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}

function ageText(ms: number, { language }: FolderSettings): string {
  const hours = Math.round(ms / 3_600_000);
  const [value, unit] = hours < 48 ? ([hours, "hour"] as const) : ([Math.round(hours / 24), "day"] as const);
  return new Intl.RelativeTimeFormat(locales[language]).format(-value, unit);
}
