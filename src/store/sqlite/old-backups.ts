/**
 * Keeps the nightly backups from filling the disk: the newest stay, older ones go with their manifests, and then the documents that no
 * backup names any more. Backups that somebody made by hand are theirs to remove.
 */
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "./backup.ts";

/** Two weeks of nights: long enough to notice a mistake after a holiday. */
const keptBackups = 14;
/** A copy that has not been finished by then was broken off. */
const brokenOffMs = 86_400_000;
const nightlyName = /^wasit-(\d{8}-\d{6})-nightly(?:-(\d+))?\.db$/;

/**
 * Removes all but the newest nightly backups of a folder, copies that were broken off, and documents without a backup; other files
 * are left alone. Returns the names of the backups that went. May take long: for a worker.
 * @param now real time, epoch milliseconds
 */
export function removeOldBackups(folder: string, now: number, keep: number = keptBackups): readonly string[] {
  const names = readdirSync(folder);
  for (const name of names) {
    const path = join(folder, name);
    if (/^\.wasit-.*\.partial$/.test(name) && now - statSync(path).mtimeMs > brokenOffMs)
      rmSync(path, { force: true });
  }
  const old = names
    .filter((name) => nightlyName.test(name))
    .sort(byAge)
    .slice(0, -keep);
  for (const name of old) {
    rmSync(join(folder, name), { force: true });
    rmSync(join(folder, name.replace(/\.db$/, ".json")), { force: true });
  }
  removeDocumentsWithout(folder, now);
  return old;
}

/** Documents that no manifest names. One that cannot be read may name any: then none goes. */
function removeDocumentsWithout(folder: string, now: number): void {
  const documents = join(folder, "documents");
  const named = documentsNamed(folder);
  if (!named || !readdirSync(folder).includes("documents")) return;
  for (const start of readdirSync(documents)) {
    for (const hash of readdirSync(join(documents, start))) {
      const path = join(documents, start, hash);
      // A backup that is being made has its documents before its manifest; the change time is that of its link or copy.
      if (!named.has(hash) && now - statSync(path).ctimeMs > brokenOffMs) rmSync(path, { force: true });
    }
  }
}

function documentsNamed(folder: string): ReadonlySet<string> | undefined {
  try {
    const manifests = readdirSync(folder).filter((name) => /^wasit-.*\.json$/.test(name));
    return new Set(
      manifests.flatMap(
        (name) => (JSON.parse(readFileSync(join(folder, name), "utf8")) as Manifest).documents,
      ),
    );
  } catch {
    return undefined;
  }
}

/** Oldest first; of one second, the one with the higher number is the newer. */
function byAge(a: string, b: string): number {
  const [stampA = "", numberA] = partsOf(a);
  const [stampB = "", numberB] = partsOf(b);
  return stampA === stampB ? Number(numberA ?? 1) - Number(numberB ?? 1) : stampA < stampB ? -1 : 1;
}

function partsOf(name: string): readonly (string | undefined)[] {
  return nightlyName.exec(name)?.slice(1) ?? [];
}
