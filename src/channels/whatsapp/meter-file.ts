/** What the meter remembers, over a start: a line that looked bad looks no better because the office began anew. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FolderKey } from "./folder-key.ts";
import { type Chat, createMeter, type Meter, type MeteredChat, type MeterLimits } from "./meter.ts";

export type MeterFile = {
  readonly meter: Meter;
  /** Writes it down where it has changed. */
  save(): Promise<void>;
};

/**
 * @param key digests addresses
 * @param now epoch milliseconds: what is older than a day is neither kept nor read
 */
export async function openMeter(
  folder: string,
  limits: MeterLimits | undefined,
  key: Pick<FolderKey, "digest">,
  now: () => number,
): Promise<MeterFile> {
  const file = join(folder, "meter.json");
  let written = await readFile(file, "utf8").catch(() => "[]");
  const meter = createMeter(limits, { kept: parse(written), now: now(), digestOf: key.digest });
  return {
    meter,
    async save() {
      const text = JSON.stringify(meter.chats(now()));
      if (text === written) return;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.new`, text, { mode: 0o600 });
      await rename(`${file}.new`, file);
      written = text;
    },
  };
}

/** A broken file is none. */
function parse(text: string): readonly MeteredChat[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.flatMap(chatIn) : [];
  } catch {
    return [];
  }
}

function chatIn(entry: unknown): readonly MeteredChat[] {
  const [digest, chat]: readonly unknown[] = Array.isArray(entry) ? entry : [];
  if (typeof digest !== "string" || typeof chat !== "object" || chat === null) return [];
  const { metAt, byCustomer, heardAt, sentAt, unaskedAt }: Partial<Chat> = chat;
  const moments = [heardAt, sentAt, unaskedAt].map(Number);
  if (moments.some(Number.isNaN)) return [];
  const [heard = 0, sent = 0, unasked = 0] = moments;
  const kept = { metAt: metAt === undefined ? undefined : Number(metAt), byCustomer: byCustomer === true };
  return [[digest, { ...kept, heardAt: heard, sentAt: sent, unaskedAt: unasked }]];
}
