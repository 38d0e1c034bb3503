/** W-text: every message is free words and passes the embedded classifier. And the classifier alone: training, time a message. */
import { join } from "node:path";
import { loadExamples, loadWriterParts } from "../../src/flows/examples.ts";
import { openOffice } from "../../src/office.ts";
import { root } from "../../src/root.ts";
import { embeddedClassifier } from "../../src/understand/embedded.ts";
import { median, p99 } from "./ratios.ts";
import type { Figure } from "./run.ts";
import { countingChannel } from "./work-item.ts";

/** What customers wrote, each message once: a short one that comes again is remembered (language/recent-texts.ts). */
const texts = [
  ...new Set(
    loadWriterParts(join(root, "prompts"), "development").flatMap(({ examples }) =>
      examples.map(({ text }) => text),
    ),
  ),
];

export async function measureText(folder: string, quick: boolean): Promise<readonly Figure[]> {
  const counting = countingChannel();
  const office = await openOffice({
    dataDir: join(folder, "data"),
    channels: [counting.channel],
    manualClock: true,
  });
  const messages = quick ? 640 : 6_400;
  const talk = async (customer: number, from: number, to: number) => {
    for (let n = from; n < to; n++) {
      const text = texts[(n * 64 + customer) % texts.length] ?? "";
      await office.receive({
        channel: "counting",
        address: `t${customer}`,
        id: `m${n}`,
        content: { type: "text", text },
      });
    }
  };
  const all = (from: number, to: number) =>
    Promise.all(Array.from({ length: 64 }, (_, customer) => talk(customer, from, to)));
  await all(0, 8);
  const began = performance.now();
  await all(8, 8 + messages / 64);
  const seconds = (performance.now() - began) / 1_000;
  await office.idle();
  const { specs } = office.catalogue();
  await office.close();

  const examples = loadExamples(join(root, "prompts")).filter(({ split }) => split === "train");
  const trainedAt = performance.now();
  const classifier = embeddedClassifier(specs, examples);
  const training = performance.now() - trainedAt;
  const context = { now: Date.now(), zone: "Asia/Riyadh", language: "ar", services: specs } as const;
  const times: number[] = [];
  for (let n = 0; n < (quick ? 400 : 8_000); n++) {
    const start = performance.now();
    classifier.read(texts[n % texts.length] ?? "", context);
    times.push(performance.now() - start);
  }
  const p50 = median(times);
  return [
    { name: "64 in flight, messages a second", value: messages / seconds },
    { name: "classifier: training, ms", value: training, goal: "< 1000", met: training < 1_000 },
    { name: "classifier: p50 a message, ms", value: p50, goal: "< 1", met: p50 < 1 },
    { name: "classifier: p99 a message, ms", value: p99(times) },
  ];
}
