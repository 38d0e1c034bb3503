/** The file of hand-overs that were begun: digests and keys, a line each, written before each hand-over and forgotten after some days. */
import { appendFile, mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { readIfThere } from "./read-if-there.ts";

/** `at`: epoch milliseconds. `digest`: of its address and words. */
export type SentLine = { readonly at: number; readonly digest: string; readonly key?: string | undefined };

export type SentLines = {
  /** What earlier processes wrote, as far as it is still young; oldest first. */
  readonly earlier: readonly SentLine[];
  /** Resolves once it is written. */
  write(line: SentLine): Promise<void>;
  /** Takes out of the file what is too old to be looked for. */
  tidy(): Promise<void>;
};

/** A hand-over that an earlier process did not see the end of is looked for by its words for this long. */
const rememberMs = 8 * 24 * 3_600_000;
/** The file is looked through for what is older at most so often. */
const tidyMs = 24 * 3_600_000;
/** Of an earlier process only the last few can be in doubt: the office knows the ids of all others. */
const mostLines = 1_000;

/** @param file undefined: nothing is written */
export async function openSentLines(file: string | undefined, now: () => number): Promise<SentLines> {
  if (file === undefined) return { earlier: [], write: async () => undefined, tidy: async () => undefined };
  const earlier = await readLines(file, now());
  let recent = earlier;
  let written = recent.length;
  let tidiedAt = now();
  let writing: Promise<unknown> = Promise.resolve();

  async function writeAnew(path: string): Promise<void> {
    recent = recent.filter(({ at }) => now() - at < rememberMs);
    written = recent.length;
    await writeWhole(path, recent);
  }

  /** A line that is written while the file is begun anew would be lost. */
  function inTurn(write: () => Promise<void>): Promise<void> {
    const done = writing.then(write);
    writing = done.catch(() => undefined);
    return done;
  }

  return {
    earlier,
    async write(line) {
      recent = [...recent.slice(1 - mostLines), line];
      written += 1;
      // Begun anew when most of it is of no use any more.
      await inTurn(() => (written <= 5 * mostLines ? appendFile(file, textOf(line)) : writeAnew(file)));
    },
    async tidy() {
      if (now() - tidiedAt < tidyMs) return;
      tidiedAt = now();
      await inTurn(() => writeAnew(file));
    },
  };
}

/** Those that are still young; the file is begun anew with them. */
async function readLines(file: string, now: number): Promise<readonly SentLine[]> {
  const lines = ((await readIfThere(file))?.toString("utf8") ?? "").split("\n").flatMap(parse);
  const young = lines.filter(({ at }) => now - at < rememberMs).slice(-mostLines);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeWhole(file, young);
  return young;
}

/** All of it or nothing: half a file would be half of what may be on its way. */
async function writeWhole(file: string, lines: readonly SentLine[]): Promise<void> {
  await writeFile(`${file}.new`, lines.map(textOf).join(""), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function textOf(line: SentLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** The last line of a killed process may be half. */
function parse(text: string): readonly SentLine[] {
  try {
    const { at, digest, key }: Partial<SentLine> = JSON.parse(text);
    if (typeof at !== "number" || typeof digest !== "string") return [];
    return [{ at, digest, ...(typeof key === "string" && { key }) }];
  } catch {
    return [];
  }
}
