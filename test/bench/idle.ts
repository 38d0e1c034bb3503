/** What chats cost that nobody writes in: memory above an office without any. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openOffice } from "../../src/office.ts";
import type { Figure } from "./run.ts";
import { askForBenchForm, countingChannel, writeBenchFlows } from "./work-item.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heapMiB(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

export async function measureIdle(folder: string, chats: number): Promise<readonly Figure[]> {
  const counting = countingChannel();
  const office = await openOffice({
    dataDir: join(folder, "data"),
    flowsDir: writeBenchFlows(folder),
    channels: [counting.channel],
    classifier: askForBenchForm,
    manualClock: true,
  });
  const say = (n: number) =>
    office.receive({
      channel: "counting",
      address: `idle${n}`,
      id: "m0",
      content: { type: "text", text: "bench form please" },
    });
  for (let n = 0; n < 500; n++) await say(n);
  await office.idle();
  const before = heapMiB();
  for (let n = 500; n < chats; n += 250) await Promise.all(Array.from({ length: 250 }, (_, i) => say(n + i)));
  await office.idle();
  const above = heapMiB() - before;
  await office.close();
  return [{ name: `memory of ${chats} idle chats, MiB`, value: above, goal: "≤ 10", met: above <= 10 }];
}
