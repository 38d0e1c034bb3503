import { describe, expect, it } from "vitest";
import { telegramChannel } from "../../../src/channels/telegram/telegram.ts";
import { openLine, say } from "./bench.ts";
import { testToken } from "./bot-api.ts";
import { openPolling } from "./telegram-platform.ts";

const conflict = {
  type: "answer",
  status: 409,
  description: "Conflict: terminated by other getUpdates request",
} as const;

describe("the state of a Telegram line", () => {
  it("receives nothing while the office takes nothing of what is brought, and works again once it does", async () => {
    const { office, customer, state, states, until } = await openLine({ pace: 0.01 });
    await until(() => expect(state()?.type).toBe("working"));
    office.refuseNext(6);
    customer.says("on a full disk");
    const deaf = { type: "deaf", as: "@office_bot", waiting: 1, said: "", turnedAway: true };
    await until(() => expect(state()).toEqual(deaf));
    await until(() => expect(office.taken).toHaveLength(1));
    await until(() => expect(state()).toEqual({ type: "working", as: "@office_bot" }));
    expect(states()).toEqual(["starting", "working", "deaf", "working"]);
  });

  it("stays working where the office is only busy for a moment", async () => {
    const { office, customer, state, states, until } = await openLine({ pace: 0.01 });
    await until(() => expect(state()?.type).toBe("working"));
    office.refuseNext(2);
    customer.says("in a moment");
    await until(() => expect(office.taken).toHaveLength(1));
    expect(states()).toEqual(["starting", "working"]);
  });

  it("is working, under the bot's name, once the platform has answered", async () => {
    const { states, state, until } = await openLine();
    await until(() => expect(state()).toEqual({ type: "working", as: "@office_bot" }));
    expect(states()).toEqual(["starting", "working"]);
  });

  it.each([
    ["of an unknown bot", 401, "Unauthorized"],
    ["that is none", 404, "Not Found"],
  ])("is refused with a token %s, and nothing is tried again", async (_, status, description) => {
    const { api, office, channel, state, until } = await openLine({}, { starts: false });
    api.fail("*", { type: "answer", status, description }, 100);
    await channel.start(office.receive, office.desk);
    await until(() => expect(state()).toEqual({ type: "refused", why: "bad_token" }));
    const calls = api.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(api.calls).toHaveLength(calls);
  });

  it("is refused when the token is revoked while it works", async () => {
    const { api, customer, state, until } = await openLine();
    await until(() => expect(state()?.type).toBe("working"));
    api.fail("*", { type: "answer", status: 401, description: "Unauthorized" }, 100);
    customer.says("wakes the question that is held back");
    await until(() => expect(state()).toEqual({ type: "refused", why: "bad_token" }));
  });

  it("is away with a conflict while another program asks, waits longer each time, and comes back", async () => {
    const { api, office, channel, customer, state, texts, until } = await openLine(
      { pace: 0.004 },
      { starts: false },
    );
    api.fail("getUpdates", conflict, 5);
    await channel.start(office.receive, office.desk);
    customer.says("waits");
    await until(() => expect(texts()).toEqual(["waits"]));
    const away = office.desk.states.flatMap((one) => (one.type === "away" ? [one] : []));
    expect(away.map(({ why }) => why)).toEqual(Array(5).fill("conflict"));
    await until(() => expect(state()?.type).toBe("working"));
    const waits = api
      .callsOf("getUpdates")
      .map(({ at }, index, all) => at - (all[index - 1]?.at ?? at))
      .slice(1, 6);
    expect(waits[3]).toBeGreaterThan((waits[0] ?? 0) * 2);
  });

  it("shares the updates of two programs on one server without a crash, each once", async () => {
    const { api, office, customer, until } = await openLine();
    const other = openPolling(api);
    await other.channel.start(office.receive, office.desk);
    const words = Array.from({ length: 20 }, (_, n) => `w${n}`);
    for (const text of words) {
      customer.says(text);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await until(() => expect(office.taken.length).toBeGreaterThanOrEqual(words.length));
    expect(office.contents()).toEqual(words.map((text) => ({ type: "text", text })));
    await other.channel.stop();
  });

  it.each([
    ["answers 502", { type: "raw", status: 502, body: "<html>Bad Gateway</html>" }],
    ["answers a page", { type: "raw", status: 200, body: "<html>Sign in</html>" }],
    ["cuts the line", { type: "reset" }],
    ["answers 500", { type: "answer", status: 500, description: "Internal Server Error" }],
  ] as const)(
    "is away while the platform %s, and hears afterwards what came meanwhile",
    async (_, failure) => {
      const { api, customer, state, states, texts, until } = await openLine();
      await until(() => expect(state()?.type).toBe("working"));
      api.fail("getUpdates", failure, 3);
      customer.says("first");
      customer.says("second");
      await until(() => expect(texts()).toEqual(["first", "second"]));
      await until(() => expect(state()?.type).toBe("working"));
      expect(states()).toContain("away");
    },
  );

  it("is away while nobody can be reached, and working again before anybody writes", async () => {
    const { api, state, until } = await openLine();
    await until(() => expect(api.callsOf("getUpdates").at(-1)?.payload.timeout).toBe(50));
    api.down();
    await until(() => expect(state()).toMatchObject({ type: "away", why: "unreachable" }));
    api.up();
    await until(() => expect(state()?.type).toBe("working"));
  });

  it("waits as long as the platform asks", async () => {
    const { api, office, channel, state, until } = await openLine({ pace: 0.1 }, { starts: false });
    const slow = {
      type: "answer",
      status: 429,
      description: "Too Many Requests: retry after 4",
      retryAfter: 4,
    } as const;
    api.fail("getUpdates", slow);
    await channel.start(office.receive, office.desk);
    await until(() => expect(api.callsOf("getUpdates").length).toBeGreaterThanOrEqual(2));
    const [first, second] = api.callsOf("getUpdates");
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(395);
    expect(office.desk.states).toContainEqual(expect.objectContaining({ type: "away", why: "slow_down" }));
    await until(() => expect(state()?.type).toBe("working"));
  });

  it("opens the office though the platform can't be reached", async () => {
    const { api, office, channel, state, until } = await openLine({}, { starts: false });
    api.down();
    await channel.start(office.receive, office.desk);
    await until(() => expect(state()?.type).toBe("away"));
    api.up();
    await until(() => expect(state()?.type).toBe("working"));
  });

  it("needs no menu of commands to work, and sets it in both languages where it can", async () => {
    const { api, state, until } = await openLine();
    await until(() => expect(state()?.type).toBe("working"));
    const set = api.callsOf("setMyCommands").map(({ payload }) => payload);
    expect(set.map(({ language_code }) => language_code)).toEqual(["ar", "en", undefined]);
    expect(JSON.stringify(set[0])).toContain("خدمات المكتب");
    const poor = await openLine({}, { starts: false });
    poor.api.fail("setMyCommands", { type: "answer", status: 400, description: "Bad Request" }, 3);
    await poor.channel.start(poor.office.receive, poor.office.desk);
    await until(() => expect(poor.state()?.type).toBe("working"));
  });

  it("lets a stop interrupt whatever is waited for", async () => {
    const { api, office, channel, customer, state, until } = await openLine({ pace: 1 });
    await until(() => expect(state()?.type).toBe("working"));
    api.fail("file", { type: "hang" });
    customer.file("photo", Buffer.from("slow"));
    await until(() => expect(api.callsOf("file")).toHaveLength(1));
    const began = performance.now();
    await channel.stop();
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(api.confirmed).toEqual([]);
    expect(office.calls).toEqual([]);
  });
});

describe("an error of the Bot API", () => {
  it("never names the token, nor what a customer was told", async () => {
    const { api, channel } = await openLine();
    const answers = [
      { type: "raw", status: 200, body: "<html>" },
      { type: "answer", status: 400, description: `Bad Request: https://x/bot${testToken}/sendMessage` },
    ] as const;
    for (const failure of answers) {
      api.fail("sendMessage", failure);
      const error = await errorOf(say(channel, { text: "canary words" }));
      const told = `${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? `${error.stack} ${String(error.cause)} ${JSON.stringify(error.cause)}` : ""}`;
      expect(told).not.toContain(testToken);
      expect(told).not.toContain("canary");
    }
    const { channel: unreachable } = telegramChannel({ token: testToken, apiRoot: "http://127.0.0.1:9" });
    const error = await errorOf(say(unreachable, { text: "canary words" }));
    expect(`${String(error)} ${error instanceof Error ? String(error.cause) : ""}`).not.toContain(testToken);
  });
});

async function errorOf(sending: Promise<unknown>): Promise<unknown> {
  try {
    await sending;
  } catch (error) {
    return error;
  }
  throw new Error("It was sent.");
}
