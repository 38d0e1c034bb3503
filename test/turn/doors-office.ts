/** A whole office with real flows and two channels, through which one person, or two, may write. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { Content, Inbound } from "../../src/domain/message.ts";
import { loadExamples } from "../../src/flows/examples.ts";
import { keepIn, keptFolder } from "../../src/kept.ts";
import { type Office, type OfficeSettings, openOffice } from "../../src/office.ts";
import { embeddedClassifier } from "../../src/understand/embedded.ts";
import { realCatalogue } from "../conversation/real-catalogue.ts";
import { plain } from "../kit.ts";
import { keepingChannel } from "./bench-office.ts";

export const minuteMs = 60_000;
const examples = loadExamples(join(import.meta.dirname, "../../prompts"));
const embedded = embeddedClassifier(
  realCatalogue().specs,
  examples.filter(({ split }) => split === "train"),
  keepIn(keptFolder),
);

export type Door = {
  readonly address: string;
  /** Writes, and gives what was said to it since, without the marks around foreign letters. */
  says(text: string, more?: Pick<Inbound, "phone">): Promise<string>;
  sends(content: Content, more?: Pick<Inbound, "phone">): Promise<string>;
  /** Presses the choice with this label. */
  presses(label: string): Promise<string>;
  /** What reached it since it last spoke, or was asked. */
  hears(): string;
  chat(): Promise<Conversation>;
};

export async function openDoorsOffice(settings: Partial<OfficeSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "wasit-doors-"));
  const clock = { at: Date.parse("2026-11-22T10:00:00+03:00"), now: () => clock.at };
  const channels = { telegram: keepingChannel("telegram"), whatsapp: keepingChannel("whatsapp") };
  const base: OfficeSettings = {
    dataDir: join(folder, "data"),
    channels: [channels.telegram.channel, channels.whatsapp.channel],
    clock,
    manualClock: true,
    lockWaitMs: 0,
    classifier: embedded,
    ...settings,
  };
  let office: Office = await openOffice(base);
  onTestFinished(async () => {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let messages = 0;

  function door(name: keyof typeof channels, address: string): Door {
    const { sent } = channels[name];
    const own = () => sent.filter((one) => one.address === address);
    let heard = 0;
    const hears = (): string => {
      const news = own().slice(heard);
      heard = own().length;
      return news.map(({ text }) => plain(text)).join("\n");
    };
    const send = async (content: Content, more: Pick<Inbound, "phone"> = {}): Promise<string> => {
      messages += 1;
      clock.at += 1_000;
      hears();
      const inbound = { channel: name, address, id: `m${messages}`, content, ...more };
      expect(await office.receive(inbound)).toEqual({ type: "accepted" });
      await office.idle();
      return hears();
    };
    return {
      address,
      hears,
      sends: send,
      says: (text, more) => send({ type: "text", text }, more),
      presses(label) {
        const choices = own().at(-1)?.choices ?? [];
        const value = choices.find((one) => one.label === label)?.value ?? `no choice ${label}`;
        return send({ type: "choice", value });
      },
      async chat() {
        const found = await office.store.engine.findConversation(name, address);
        if (!found) throw new Error(`no chat at ${name} ${address}`);
        return found;
      },
    };
  }

  return {
    clock,
    office: () => office,
    door,
    sent: channels,
    async reopen(): Promise<void> {
      await office.close();
      office = await openOffice(base);
    },
  };
}

/** A hotel, in one message and a yes. Gives the order's reference. */
export async function booksHotel(from: Door, city: string, name: string): Promise<string> {
  const wish = `أبي أحجز فندق في ${city} يوم الخميس ٣ ليالي لشخصين غرفة وحدة باسم ${name} 0501234567`;
  expect(await from.says(wish)).toContain("ملخص الطلب");
  const placed = await from.presses("اعتماد");
  return /BR-\d+/.exec(placed)?.[0] ?? `not placed: ${placed}`;
}

/** Asks for a code in one chat. */
export async function asksForCode(from: Door): Promise<string> {
  const given = await from.says("أنا نفسي اللي على الواتساب");
  return /[A-Z]\d[A-Z]-[A-Z]\d[A-Z]\d[A-Z]/.exec(given)?.[0] ?? `no code: ${given}`;
}
