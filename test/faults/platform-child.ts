/** The office of a child process with one platform's line, which may kill itself at a given moment: what all such children share. */
import { join } from "node:path";
import type { Channel } from "../../src/channels/channel.ts";
import { openOffice } from "../../src/office.ts";
import { askForBenchForm } from "../bench/work-item.ts";
import type { killPoint } from "./kill-points.ts";

/** No platform's pace: lives are short. */
export const fastRates = { chat: { most: 100, everyMs: 1 }, line: { most: 100, everyMs: 1 } };

/** Says `open`, and `counted N` for messages that a start found in flight. Ends in order at SIGTERM. */
export async function runOffice(
  folder: string,
  channel: Channel,
  kill: ReturnType<typeof killPoint>,
): Promise<void> {
  const office = await openOffice({
    dataDir: join(folder, "data"),
    flowsDir: join(folder, "flows"),
    channels: [channel],
    classifier: askForBenchForm,
    manualClock: true,
    onPoint: kill.reach,
    log: {
      info: () => undefined,
      error: () => undefined,
      warn(facts) {
        if ("repeats" in facts) process.stdout.write(`counted ${Number(facts.repeats)}\n`);
      },
    },
  });
  process.once("SIGTERM", () => void office.close().then(() => process.exit(0)));
  process.stdout.write("open\n");
}
