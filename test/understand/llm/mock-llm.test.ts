/** The whole way through a third party's OpenAI-compatible server (@dwmkerr/mock-llm), run as its own process. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ClassifierError } from "../../../src/understand/classifier.ts";
import { freePort } from "../../kit.ts";
import { gist, valuesOf } from "../reader.ts";
import { farReader } from "./far-reader.ts";

const reply = {
  requests: [
    { intent: "hotel_booking", fields: [{ name: "city", value: "Jeddah", words: "جدة" }] },
    { intent: "parcel_delivery", fields: [{ name: "weight_kg", value: "3", words: "٣ كيلو" }] },
  ],
};

/** The last rule that matches answers; its content is a template, hence the JSON in JSON. */
const rules = `rules:
  - path: "/v1/chat/completions"
    match: "@"
    response:
      status: 200
      content: |
        {"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":${JSON.stringify(JSON.stringify(reply))}}}],"usage":{"prompt_tokens":1200,"completion_tokens":60,"total_tokens":1260}}
  - path: "/v1/chat/completions"
    match: "contains(body.messages[-1].content, 'error-429')"
    response:
      status: 429
      content: '{"error":{"message":"slow down","type":"rate_limit"}}'
  - path: "/v1/chat/completions"
    match: "contains(body.messages[-1].content, 'error-500')"
    response:
      status: 500
      content: '{"error":{"message":"down","type":"server"}}'
`;

let server: ChildProcess;
let baseUrl = "";
const folder = mkdtempSync(join(tmpdir(), "wasit-mock-llm-"));

beforeAll(async () => {
  const port = await freePort();
  const config = join(folder, "mock-llm.yaml");
  writeFileSync(config, rules);
  const main = createRequire(import.meta.url).resolve("@dwmkerr/mock-llm");
  server = spawn(process.execPath, [main, "--config", config], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1" },
    stdio: "ignore",
  });
  baseUrl = `http://127.0.0.1:${port}/v1`;
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(`${baseUrl}/models`).then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("mock-llm did not start");
}, 30_000);

afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe("a third party's server", { timeout: 30_000 }, () => {
  it("is read like any other: both requests, each with its own values", async () => {
    const reader = farReader({ baseUrl });
    const reading = await reader.read("ابغى فندق في جدة، وارسل كرتون ٣ كيلو لاهلي");
    expect(gist(reading)).toEqual(["hotel_booking", "parcel_delivery"]);
    expect(valuesOf(reading, "request")).toMatchObject({ city: "Jeddah" });
    expect(reading).toMatchObject({ by: "llm", confidence: expect.any(Number) });
    expect(reader.classifier.counters()).toMatchObject({
      llm_calls_total: 1,
      llm_tokens_in_total: 1_200,
      llm_tokens_out_total: 60,
    });
  });

  it.each(["error-429", "error-500"])("gives up on it after %s, in time", async (word) => {
    await expect(farReader({ baseUrl }, { deadlineMs: 800 }).read(`ابغى فندق ${word}`)).rejects.toThrow(
      ClassifierError,
    );
  });
});
