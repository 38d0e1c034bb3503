/** What the line knows of itself across starts: its number, since when it is linked, up to when everything has been handed over, and which calls it knows no end of. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

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

export async function openFacts(folder: string): Promise<FactsFile> {
  const file = join(folder, "line.json");
  let facts = parse(await readFile(file, "utf8").catch(() => "{}"));
  let writing: Promise<unknown> = Promise.resolve();
  return {
    facts: () => facts,
    write(changed) {
      facts = changed;
      const write = async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(`${file}.new`, JSON.stringify(changed), { mode: 0o600 });
        await rename(`${file}.new`, file);
      };
      const written = writing.then(write);
      writing = written.catch(() => undefined);
      return written;
    },
  };
}

/** A broken file is none: the line then asks the office what it heard last. */
function parse(text: string): Facts {
  try {
    const { number, linkedAt, heardUntil, calls }: Facts = JSON.parse(text);
    return {
      ...(typeof number === "string" && { number }),
      ...(typeof linkedAt === "number" && { linkedAt }),
      ...(typeof heardUntil === "number" && { heardUntil }),
      ...(Array.isArray(calls) && { calls: calls.filter(isCall) }),
    };
  } catch {
    return {};
  }
}

function isCall(call: Partial<NonNullable<Facts["calls"]>[number]> | null): boolean {
  return typeof call?.id === "string" && typeof call.from === "string" && typeof call.at === "number";
}
