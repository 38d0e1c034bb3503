/** Against a fake Bot API that somebody else wrote (telegram-test-api): it knows texts, commands and presses, and holds no answer back. */
import { createRequire } from "node:module";
import { expect, it, onTestFinished, vi } from "vitest";
import { telegramChannel } from "../../../src/channels/telegram/telegram.ts";
import { recordingOffice } from "../../contracts/channel-bench.ts";
import { freePort } from "../../kit.ts";
import { say, soon } from "./bench.ts";

/** The package is the class itself; its types say that it has one. */
type Api = typeof import("telegram-test-api").default;
const TelegramServer = createRequire(import.meta.url)("telegram-test-api") as Api;

it("talks with a customer of a third party's fake", async () => {
  const token = "sampletoken";
  const server = new TelegramServer({ host: "127.0.0.1", port: await freePort() });
  await server.start();
  const { channel } = telegramChannel({ token, apiRoot: server.config.apiURL, pace: 0.05 });
  onTestFinished(async () => {
    await channel.stop();
    await server.stop();
  });
  const office = recordingOffice();
  await channel.start(office.receive, office.desk);
  const customer = server.getClient(token, { userId: 42, chatId: 42 });
  await customer.sendMessage(customer.makeMessage("أبي فندق في جدة"));
  await customer.sendCommand(customer.makeCommand("/start"));
  await customer.sendCommand(customer.makeCommand("/menu"));
  await vi.waitFor(() => expect(office.taken).toHaveLength(3), soon);
  expect(office.contents()).toEqual(
    ["أبي فندق في جدة", "مرحبا", "القائمة"].map((text) => ({ type: "text", text })),
  );
  expect(office.taken.every(({ address }) => address === "42")).toBe(true);

  await say(channel, { text: "أي مدينة؟", choices: [{ value: "q1:jeddah", label: "جدة" }] });
  const { result } = await customer.getUpdates();
  expect(result.map((one: { message: object }) => one.message)).toMatchObject([
    { text: "أي مدينة؟", reply_markup: { inline_keyboard: [[{ text: "جدة", callback_data: "q1:jeddah" }]] } },
  ]);
  const press = customer.makeCallbackQuery("q1:jeddah", { message: { message_id: 7 } });
  await customer.sendCallback(press);
  await vi.waitFor(() => expect(office.taken).toHaveLength(4), soon);
  expect(office.taken[3]?.content).toEqual({ type: "choice", value: "q1:jeddah" });
  expect(office.desk.states.at(-1)).toEqual({ type: "working", as: "@TestNameBot" });
});
