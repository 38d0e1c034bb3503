import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { understand } from "../../src/cli/understand.ts";
import { requestsOf } from "../../src/understand/as-requests.ts";
import { claims, stubServer } from "./llm/stub-server.ts";
import { read } from "./reader.ts";

const folder = mkdtempSync(join(tmpdir(), "understand-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(lines: readonly string[], ...more: readonly string[]) {
  const file = join(folder, "in.jsonl");
  writeFileSync(file, lines.join("\n"));
  const [written, complaints]: [string[], string[]] = [[], []];
  const code = await understand(
    ["--in", file, ...more],
    (line) => written.push(line),
    (line) => complaints.push(line),
  );
  return { code, complaints, written: written.map((line): Record<string, unknown> => JSON.parse(line)) };
}

describe("understand", () => {
  it("writes what each line asks for, with values and their places", async () => {
    const text = "ابي ارسل كتب من الرياض لجده بكره";
    const { code, written } = await run(
      [JSON.stringify({ id: "a", text })],
      "--now",
      "2026-11-22T10:00:00+03:00",
    );
    expect(code).toBe(0);
    expect(written).toMatchObject([
      {
        id: "a",
        by: "embedded",
        requests: [
          {
            intent: "parcel_delivery",
            fields: {
              contents: { value: "كتب", text: "كتب", start: 9, end: 12 },
              from_city: { value: "Riyadh", text: "الرياض" },
              to_city: { value: "Jeddah" },
              pickup_date: { value: "2026-11-23" },
            },
          },
        ],
      },
    ]);
  });

  it("reads dates against the moment that it is given", async () => {
    const line = JSON.stringify({ id: 1, text: "ابي فندق بجده بكره" });
    const { written } = await run([line], "--now", "2027-01-31T23:30:00+03:00");
    expect(written).toMatchObject([{ id: 1, requests: [{ fields: { checkin: { value: "2027-02-01" } } }] }]);
  });

  it("names a line that it can't read, goes on with the others, and ends with 1", async () => {
    const { code, complaints, written } = await run([
      '{"id":"a","text":"hi"}',
      "{oops",
      '{"id":"b"}',
      '{"id":"c","text":"وين طلبي"}',
    ]);
    expect(code).toBe(1);
    expect(written.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(complaints).toEqual([
      expect.stringContaining(":2: not JSON"),
      expect.stringContaining(":3: expected"),
    ]);
  });

  it.each([
    [["--by", "llm"], "no model is configured"],
    [["--by", "magic"], "expected embedded or llm"],
    [["--now", "tomorrow"], "expected an instant with its offset"],
    [["--what"], "Usage"],
  ])("refuses %s with a clear sentence", async (more, sentence) => {
    const { code, complaints, written } = await run(['{"id":"a","text":"hi"}'], ...more);
    expect(code).toBe(1);
    expect(written).toEqual([]);
    expect(complaints.join("\n")).toContain(sentence);
  });

  it("asks the configured model, and tells what a thousand messages cost", async () => {
    const stub = await stubServer(claims([{ intent: "hotel_booking" }]));
    vi.stubEnv("OPENAI_BASE_URL", stub.baseUrl);
    onTestFinished(() => void vi.unstubAllEnvs());
    const lines = ["ابي فندق بجده بكره", "السلام عليكم"].map((text, id) => JSON.stringify({ id, text }));
    const { code, written, complaints } = await run(lines, "--by", "llm");
    expect([code, written.map(({ by }) => by)]).toEqual([0, ["llm", "exact"]]);
    expect(complaints.join()).toContain("2 messages, 50 % without a call");
    expect(stub.asked).toHaveLength(1);
  });

  it("refuses a file that is not there", async () => {
    const complaints: string[] = [];
    expect(
      await understand(
        ["--in", join(folder, "none.jsonl")],
        () => undefined,
        (line) => complaints.push(line),
      ),
    ).toBe(1);
    expect(complaints.join()).toContain("none.jsonl");
  });
});

describe("requestsOf", () => {
  it.each([
    ["السلام عليكم، ابي احجز فندق", ["hotel_booking"]],
    ["السلام عليكم", ["greeting"]],
    ["شكرا جزيلا", ["greeting"]],
    ["كم سعر شحن كرتون من الدمام الى الرياض", ["parcel_delivery"]],
    ["وين طلبي 20418 وابي فندق بمكه", ["order_status", "hotel_booking"]],
    ["كيف الجو اليوم", ["out_of_scope"]],
    ["متى تفتحون", ["out_of_scope"]],
  ])("names what %s asks for", (text, intents) => {
    expect(requestsOf(text, read(text)).map(({ intent }) => intent)).toEqual(intents);
  });

  it("shows an order's id and where it stands", () => {
    const text = "وين طلبي ٢٠٤١٨";
    expect(requestsOf(text, read(text))).toMatchObject([
      {
        intent: "order_status",
        fields: { order_id: { value: "BR-20418", text: "٢٠٤١٨", start: 9, end: 14 } },
      },
    ]);
  });
});
