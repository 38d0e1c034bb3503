/** «يصلك رد موظف قبل …»: what happens once that moment has passed and nobody has answered. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConversationId, OrderRef } from "../../src/domain/ids.ts";
import { parseOrderRef } from "../../src/domain/ids.ts";
import { type Office, openOffice } from "../../src/office.ts";
import { sure } from "../web/tiny-office.ts";
import { noura } from "./bench-office.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const morning = Date.parse("2026-11-22T10:00:00+03:00");

let dataDir: string;
let office: Office;
let now: number;
let said = 0;

const open = () =>
  openOffice({
    ...{ dataDir, manualClock: true, clock: { now: () => now }, realClock: { now: () => now } },
  });
beforeEach(async () => {
  now = morning;
  dataDir = mkdtempSync(join(tmpdir(), "wasit-answer-"));
  office = await open();
});
afterEach(async () => {
  await office.close();
  rmSync(dataDir, { recursive: true });
});

async function chat(): Promise<ConversationId> {
  return (await office.engine.openConversation({ channel: "web", address: "w", language: "ar" })).id;
}

async function says(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    said += 1;
    await office.receive({ channel: "web", address: "w", id: `m${said}`, content: { type: "text", text } });
    await office.idle();
  }
}

/** What the office has said since the customer's last word. */
async function told(id: ConversationId): Promise<readonly string[]> {
  const lines = await office.engine.lines(id, 0, 1_000);
  const last = lines.findLastIndex(({ from }) => from === "customer");
  return lines.slice(last + 1).map(({ text }) => text ?? "");
}

async function tickAt(at: number): Promise<void> {
  now = at;
  await office.engine.tick();
  await office.idle();
}

/** An order whose work has begun: what its customer wants changed is for staff to decide. */
async function begunOrder(): Promise<OrderRef> {
  await says("ابي فندق في مكة بكرة ليلتين لشخصين باسم خالد العمري 0551234567", "نعم");
  const ref = sure(parseOrderRef("BR-10001"));
  await office.engine.act(noura, { type: "claim" }, { ref });
  await office.engine.act(noura, { type: "move", move: { to: "in_progress" } }, { ref });
  await office.idle();
  return ref;
}

const late = "نعتذر عن تأخر رد الموظف";

describe("a promise that a colleague answers", { timeout: 60_000 }, () => {
  it("is told to be late once its moment has passed, with a later one each time", async () => {
    const id = await chat();
    await says("ابي اكلم موظف");
    expect((await told(id)).join()).toContain("10:30");
    await tickAt(morning + 30 * minute - 1_000);
    expect(await told(id)).toHaveLength(1);
    await tickAt(morning + 30 * minute);
    expect((await told(id)).slice(1)).toEqual([expect.stringMatching(new RegExp(`^${late}.*11:30`))]);
    await tickAt(morning + 31 * minute);
    expect(await told(id)).toHaveLength(2);
    await tickAt(morning + 90 * minute);
    expect((await told(id)).slice(2)).toEqual([expect.stringMatching(new RegExp(`^${late}.*4:30`))]);
  });

  it("that was of an order names it, also over a stop and a clock that jumps by a day", async () => {
    const id = await chat();
    const ref = await begunOrder();
    await says("ابي الغي الطلب", "نعم");
    expect((await office.engine.conversation(id))?.person).toMatchObject({ order: ref, reason: "other" });
    expect((await told(id)).join()).toContain("10:30");
    await office.close();
    office = await open();
    office.engine.resume();
    await tickAt(morning + 26 * 60 * minute);
    const [word, ...more] = (await told(id)).filter((text) => text.startsWith(late));
    expect(more).toEqual([]);
    expect(word).toContain(ref);
    expect((await office.engine.conversation(id))?.person?.promisedBy).toBeGreaterThan(now);
  });

  it("that a colleague has kept, or is in the chat for, is told no more", async () => {
    const id = await chat();
    await says("ابي اكلم موظف");
    await office.engine.act(noura, { type: "reply", text: "معك نورة" }, { conversation: id });
    expect((await office.engine.conversation(id))?.person?.promisedBy).toBeUndefined();
    await tickAt(morning + 40 * minute);
    expect((await told(id)).filter((text) => text.startsWith(late))).toEqual([]);
  });

  it("wakes nobody at night", async () => {
    const id = await chat();
    await says("ابي اكلم موظف");
    const { promisedBy } = sure((await office.engine.conversation(id))?.person);
    await tickAt(Date.parse("2026-11-23T02:00:00+03:00"));
    expect(await told(id)).toHaveLength(1);
    expect((await office.engine.conversation(id))?.person?.promisedBy).toBe(promisedBy);
    await tickAt(Date.parse("2026-11-23T02:00:00+03:00") + day / 2);
    expect(await told(id)).toHaveLength(2);
  });
});
