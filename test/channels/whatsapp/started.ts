/** A line that has been started on an account, with a recording office; all of it ends with the test. */
import { onTestFinished, vi } from "vitest";
import type { ConversationId } from "../../../src/domain/ids.ts";
import type { Outbound } from "../../../src/domain/message.ts";
import { recordingOffice } from "../../contracts/channel-bench.ts";
import type { ToldDesk } from "../desk.ts";
import { type AccountSettings, openAccount, sara } from "./account.ts";

export const soon = { timeout: 15_000, interval: 10 };

export async function openStarted(settings?: AccountSettings, state = "working") {
  const office = recordingOffice();
  const account = await openAccount(settings);
  onTestFinished(() => account.close());
  const { desk } = office;
  const start = async () => {
    await account.channel.start(office.receive, desk);
    await untilState(desk, state);
  };
  await start();
  let seq = 0;
  const send = async (text: string, more: Partial<Outbound> = {}) => {
    const conversation = "c_whatsapp" as ConversationId;
    const address = more.address ?? sara.lid;
    const about = { conversation, channel: "whatsapp", address, key: `k${++seq}`, seq } as const;
    return account.channel.send({ ...about, from: "office", language: "ar", text, ...more });
  };
  /** Resolves when that many deliveries have been taken. */
  const taken = (count: number) =>
    vi.waitFor(() => {
      if (office.taken.length < count) throw new Error(`Only ${office.taken.length} were taken.`);
      return office.taken;
    }, soon);
  return { office, account, desk, start, send, taken };
}

/** Resolves once the line has come to this. */
export async function untilState(desk: ToldDesk, type: string): Promise<void> {
  await vi.waitFor(
    () => {
      if (desk.states.at(-1)?.type !== type)
        throw new Error(`The line is ${JSON.stringify(desk.states.at(-1))}.`);
    },
    { timeout: 10_000, interval: 10 },
  );
}
