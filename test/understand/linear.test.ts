import { describe, expect, it } from "vitest";
import { vectorOf } from "../../src/understand/learning/features.ts";
import {
  generator,
  type Sample,
  shuffle,
  softmax,
  trainLinear,
} from "../../src/understand/learning/linear.ts";

const vector = (text: string) => vectorOf({ words: text.split(" "), concepts: [] });
const sample = (text: string, label: string): Sample => ({ vector: vector(text), label });
const samples = [
  sample("send a parcel to jeddah", "parcel"),
  sample("ship this box today", "parcel"),
  sample("deliver my package", "parcel"),
  sample("book a hotel room", "hotel"),
  sample("a room for two nights", "hotel"),
  sample("reserve a suite in makkah", "hotel"),
];

function best(model: ReturnType<typeof trainLinear>, text: string): string | undefined {
  const scores = model.scores(vector(text));
  return model.labels[scores.indexOf(Math.max(...scores))];
}

describe("trainLinear", () => {
  it("tells apart what it has learnt, also in words that it has not seen so", () => {
    const model = trainLinear(samples);
    expect(best(model, "sending parcels")).toBe("parcel");
    expect(best(model, "hotels and rooms")).toBe("hotel");
  });

  it("gives the same scores for the same samples", () => {
    const text = vector("two parcels to the hotel");
    expect([...trainLinear(samples).scores(text)]).toEqual([...trainLinear(samples).scores(text)]);
  });

  it("gives a model without labels for no samples", () => {
    const model = trainLinear([]);
    expect(model.labels).toEqual([]);
    expect([...model.scores(vector("anything"))]).toEqual([]);
  });
});

describe("vectorOf", () => {
  it("has length 1 and distinct buckets", () => {
    const { ids, weights } = vector("send send a parcel");
    expect(new Set(ids).size).toBe(ids.length);
    expect(weights.reduce((sum, w) => sum + w * w, 0)).toBeCloseTo(1, 5);
  });

  it("bounds the work on a text of any length", () => {
    const { ids } = vectorOf({ words: Array.from({ length: 50_000 }, (_, i) => `word${i}`), concepts: [] });
    expect(ids.length).toBeLessThan(10_000);
  });
});

describe("softmax", () => {
  it("makes probabilities, humbler with a higher temperature", () => {
    const sure = softmax(Float64Array.of(2, 1, 0));
    const humble = softmax(Float64Array.of(2, 1, 0), 3);
    expect(sure.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
    expect(humble[0]).toBeLessThan(sure[0] ?? 0);
  });
});

describe("shuffle", () => {
  it("keeps every element and repeats itself with the same generator", () => {
    const [a, b] = [
      Uint32Array.from({ length: 50 }, (_, i) => i),
      Uint32Array.from({ length: 50 }, (_, i) => i),
    ];
    shuffle(a, generator(1));
    shuffle(b, generator(1));
    expect([...a]).toEqual([...b]);
    expect([...a].sort((x, y) => x - y)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });
});
