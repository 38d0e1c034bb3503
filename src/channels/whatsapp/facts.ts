/** What the line knows of itself across starts: its number, since when it is linked, up to when everything has been handed over, and which calls it knows no end of. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FolderKey } from "./folder-key.ts";

export type Facts = {
  /** The linked number, `…@c.us`. */
  readonly number?: string;
  /** Since when that number is linked here, epoch milliseconds. */
  readonly linkedAt?: number;
  /** Everything that reached the number before this has been handed over, epoch milliseconds. */
  readonly heardUntil?: number;
  /** Calls that rang, of which nobody knows yet whether somebody spoke; `at`: epoch milliseconds. */
  readonly calls?: readonly { readonly id: string; readonly from: string; readonly at: number }[];
};

export type FactsFile = {
  facts(): Facts;
  write(facts: Facts): Promise<void>;
};

/** @param key seals whose calls they are */
export async function openFacts(folder: string, key: FolderKey): Promise<FactsFile> {
  const file = join(folder, "line.json");
  let facts = parse(await readFile(file, "utf8").catch(() => "{}"), key);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    facts: () => facts,
    write(changed) {
      facts = changed;
      const write = async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const calls = changed.calls?.map((call) => ({ ...call, from: key.seal(call.from) }));
        await writeFile(`${file}.new`, JSON.stringify({ ...changed, calls }), { mode: 0o600 });
        await rename(`${file}.new`, file);
      };
      const written = writing.then(write);
      writing = written.catch(() => undefined);
      return written;
    },
  };
}

/** A broken file is none: the line then asks the office what it heard last. */
function parse(text: string, key: FolderKey): Facts {
  try {
    const { number, linkedAt, heardUntil, calls }: Facts = JSON.parse(text);
    return {
      ...(typeof number === "string" && { number }),
      ...(typeof linkedAt === "number" && { linkedAt }),
      ...(typeof heardUntil === "number" && { heardUntil }),
      ...(Array.isArray(calls) && { calls: calls.filter(isCall).flatMap((call) => opened(call, key)) }),
    };
  } catch {
    return {};
  }
}

type Call = NonNullable<Facts["calls"]>[number];

function opened(call: Call, key: FolderKey): readonly Call[] {
  const from = key.open(call.from);
  return from === undefined ? [] : [{ ...call, from }];
}

function isCall(call: Partial<Call> | null): boolean {
  return typeof call?.id === "string" && typeof call.from === "string" && typeof call.at === "number";
}
