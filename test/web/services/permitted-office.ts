/**
 * An office on a real port that holds every permit, so that it offers all that its catalogue has. Each customer comes to it from an
 * address of their own, as through the proxy of a real office: the limits of one address are as they always are.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { parseConversationId } from "../../../src/domain/ids.ts";
import { type Office, openOffice } from "../../../src/office.ts";
import { root } from "../../../src/root.ts";
import { listen, webOf } from "../../../src/serve.ts";
import { testKey } from "../tiny-office.ts";

/** A Sunday on which the office is open. */
const opening = Date.parse("2026-11-22T10:00:00+03:00");

const quiet = () => undefined;

export type PermittedOffice = {
  readonly office: Office;
  readonly base: string;
  /** The question that is open in a chat: a field's name, or what else is asked (`consent`, `read_back`, …). */
  asked(conversation: string): Promise<string | undefined>;
  /** The last line of a chat once nothing is under way. */
  settled(conversation: string): Promise<number>;
  close(): Promise<void>;
};

/** Opens it in a folder of its own, on a free port. */
export async function permittedOffice(): Promise<PermittedOffice> {
  const folder = await mkdtemp(join(tmpdir(), "wasit-services-"));
  const flowsDir = join(folder, "flows");
  await cp(join(root, "flows"), flowsDir, { recursive: true });
  await holdEveryPermit(join(flowsDir, "office.yaml"));
  const office = await openOffice({
    dataDir: join(folder, "office"),
    flowsDir,
    clock: { now: () => opening },
    manualClock: true,
  });
  const served = await listen(webFor(office), { host: "127.0.0.1", port: 0 });
  const stateOf = async (conversation: string) => {
    const id = parseConversationId(conversation);
    return id && office.engine.conversation(id);
  };
  return {
    office,
    base: `http://127.0.0.1:${served.port}`,
    async asked(conversation) {
      const open = (await stateOf(conversation))?.open;
      return open?.type === "field" ? open.field : open?.type;
    },
    async settled(conversation) {
      await office.idle();
      return (await stateOf(conversation))?.lastSeq ?? 0;
    },
    async close() {
      await served.stop();
      await office.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function webFor(office: Office) {
  return webOf(
    office,
    {
      publicUrl: "http://127.0.0.1:3000",
      apiKey: testKey,
      trustProxy: ["127.0.0.1"],
      demo: true,
      rehearsal: false,
      language: "ar",
      zone: "Asia/Riyadh",
    },
    { debug: quiet, info: quiet, warn: console.warn, error: console.error },
  );
}

const settingsSchema = z.looseObject({
  permits: z.array(z.looseObject({ id: z.string(), number: z.string().optional() })),
});

/** A permit is a setting: its number and its last day. */
async function holdEveryPermit(file: string): Promise<void> {
  const settings = settingsSchema.parse(parse(await readFile(file, "utf8")));
  const permits = settings.permits.map((permit) =>
    permit.number === undefined ? { ...permit, number: "P-2041", valid_until: "2028-06-30" } : permit,
  );
  await writeFile(file, stringify({ ...settings, permits }));
}
