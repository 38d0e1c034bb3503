/** W through the engine against L1 and L128, taken in turns so that a machine that slows down slows both. */
import { join } from "node:path";
import { openOffice } from "../../src/office.ts";
import { openRaw, sampleOf } from "./raw.ts";
import type { Figure } from "./run.ts";
import { askForBenchForm, countingChannel, drive, writeBenchFlows } from "./work-item.ts";

const inFlight = 64;

export async function measureRatios(
  folder: string,
  { tmpfs, quick }: { readonly tmpfs: boolean; readonly quick: boolean },
): Promise<readonly Figure[]> {
  const counting = countingChannel();
  const dataDir = join(folder, "engine");
  const office = await openOffice({
    dataDir,
    flowsDir: writeBenchFlows(folder),
    channels: [counting.channel],
    classifier: askForBenchForm,
    manualClock: true,
  });
  // Warm both code paths before anything is compared.
  await drive(office, counting, { messages: 38_400, inFlight, prefix: "warm" });
  await drive(office, counting, { messages: 6_000, inFlight: 1, prefix: "warm-alone" });
  await office.idle();
  const raw = await openRaw(join(folder, "raw"), sampleOf(dataDir), inFlight);
  raw.write(38_400, 128);
  const rounds = quick ? 3 : 7;
  const alone = tmpfs ? 3_000 : 600;
  const rates = { w1: [] as number[], l1: [] as number[], w64: [] as number[], l128: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const w1 = await drive(office, counting, { messages: alone, inFlight: 1, prefix: `alone${round}-` });
    rates.w1.push(w1.messages / w1.seconds);
    rates.l1.push(alone / raw.write(alone, 1));
    const w64 = await drive(office, counting, { messages: 19_200, inFlight, prefix: `many${round}-` });
    rates.w64.push(w64.messages / w64.seconds);
    rates.l128.push(19_200 / raw.write(19_200, 128));
  }
  raw.close();
  await office.close();
  const goal = (value: number, least: number) => (tmpfs ? { goal: `≥ ${least}`, met: value >= least } : {});
  const ratio1 = median(rates.w1.map((rate, i) => rate / (rates.l1[i] ?? 1)));
  const ratio64 = median(rates.w64.map((rate, i) => rate / (rates.l128[i] ?? 1)));
  return [
    { name: "one in flight, messages a second", value: median(rates.w1) },
    { name: "L1, messages a second", value: median(rates.l1) },
    { name: "one in flight / L1 (median of rounds)", value: ratio1, ...goal(ratio1, 0.5) },
    { name: "64 in flight, messages a second", value: median(rates.w64) },
    { name: "L128, messages a second", value: median(rates.l128) },
    { name: "64 in flight / L128 (median of rounds)", value: ratio64, ...goal(ratio64, 0.3) },
  ];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value below which 99 % lie. */
export function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
