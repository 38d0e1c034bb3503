/**
 * An office with a Telegram line in a process of its own, which may kill itself at a given moment (kill-points.ts):
 *   telegram-child.ts FOLDER ROOT TOKEN [FAULT]
 * Says `open`, and `counted N` for messages that a start found in flight. Ends in order at SIGTERM.
 */
import { join } from "node:path";
import { telegramChannel } from "../../src/channels/telegram/telegram.ts";
import { openOffice } from "../../src/office.ts";
import { askForBenchForm } from "../bench/work-item.ts";
import { killPoint } from "./kill-points.ts";

const [folder = "", apiRoot = "", token = "", fault = ""] = process.argv.slice(2);
const kill = killPoint(fault);
const fast = { most: 100, everyMs: 1 };
const { channel } = telegramChannel({ token, apiRoot, pace: 0.05, rates: { chat: fast, line: fast } });

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
