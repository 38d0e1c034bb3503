/** Keeps the nightly backups from filling the disk: the newest stay, older ones go with their manifests. */
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** Two weeks of nights: long enough to notice a mistake after a holiday. */
const keptBackups = 14;
/** A copy that has not been finished by then was broken off. */
const brokenOffMs = 86_400_000;

/**
 * Removes all but the newest backups of a folder, and copies that were broken off; other files are left alone. Returns the names of
 * the backups that went.
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
    .filter((name) => /^wasit-\d{8}-\d{6}(-\d+)?\.db$/.test(name))
    .sort(byAge)
    .slice(0, -keep);
  for (const name of old) {
    rmSync(join(folder, name), { force: true });
    rmSync(join(folder, name.replace(/\.db$/, ".json")), { force: true });
  }
  return old;
}

/** Oldest first; of one second, the one with the higher number is the newer. */
function byAge(a: string, b: string): number {
  const [stampA = "", numberA] = partsOf(a);
  const [stampB = "", numberB] = partsOf(b);
  return stampA === stampB ? Number(numberA ?? 1) - Number(numberB ?? 1) : stampA < stampB ? -1 : 1;
}

function partsOf(name: string): readonly (string | undefined)[] {
  return /^wasit-(\d{8}-\d{6})(?:-(\d+))?/.exec(name)?.slice(1) ?? [];
}
