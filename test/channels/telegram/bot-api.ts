/**
 * A Bot API server on this machine for one bot, with what matters of the real one: an update stays until a question with a higher offset
 * confirms it, questions are held back while nothing is there, a second program that asks is a conflict, updates can be brought to an
 * address instead, files, limits, and troubles on demand. Written from https://core.telegram.org/bots/api; it knows nothing of our code.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { payloadOf } from "./bot-api-body.ts";
import { refusalOf } from "./bot-api-rules.ts";
import { openWebhookDelivery, type WebhookDelivery } from "./webhook-delivery.ts";

export const testToken = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

export type Payload = Readonly<Record<string, unknown>>;
export type RawUpdate = { readonly update_id: number } & Payload;

/** A message that a customer sees in their chat. */
export type Bubble = {
  readonly chat: string;
  readonly id: number;
  readonly text: string;
  /** Buttons under it, row by row. */
  buttons: readonly { readonly text: string; readonly callback_data: string }[][];
  /** The keyboard in place of the telephone's own, if it brought one. */
  readonly keyboard?: Payload;
  readonly file?: { readonly name: string; readonly bytes: Buffer; readonly method: string };
  /** `performance.now()` when it was sent. */
  readonly at: number;
};

/** How a call goes wrong. `act`: it is carried out all the same. */
export type Failure =
  | {
      readonly type: "answer";
      readonly status: number;
      readonly description: string;
      readonly retryAfter?: number;
    }
  | { readonly type: "raw"; readonly status: number; readonly body: string }
  | { readonly type: "reset" | "hang"; readonly act?: boolean };

export type BotApi = Awaited<ReturnType<typeof openBotApi>>;

type Waiting = { readonly answer: (updates: readonly RawUpdate[]) => void; readonly conflict: () => void };

export async function openBotApi(options: { readonly token?: string; readonly perSecond?: number } = {}) {
  const { token = testToken, perSecond } = options;
  const queue: RawUpdate[] = [];
  const confirmed: number[] = [];
  const bubbles: Bubble[] = [];
  const calls: { readonly method: string; readonly payload: Payload; readonly at: number }[] = [];
  const files = new Map<string, Buffer>();
  const blocked = new Set<string>();
  const failures: { readonly method: string; readonly failure: Failure; left: number }[] = [];
  const sockets = new Set<Socket>();
  const state = { nextUpdate: 700_000_001, nextMessage: 1, isDown: false, refusedByRate: 0 };
  let asking: Waiting | undefined;
  let delivery: WebhookDelivery | undefined;
  let webhook: { readonly url: string; readonly secret: string } | undefined;

  function push(update: Payload): RawUpdate {
    const stored = { update_id: state.nextUpdate, ...update };
    state.nextUpdate += 1;
    queue.push(stored);
    delivery?.look();
    if (asking && !webhook) asking.answer(queue.slice(0, 100));
    return stored;
  }

  /** Confirms what lies below the offset, and gives the oldest of the rest; holds the answer back while there is none. */
  function getUpdates(payload: Payload, respond: (status: number, body: object) => void): void {
    const conflict = (description: string) =>
      respond(409, { ok: false, error_code: 409, description: `Conflict: ${description}` });
    if (webhook) {
      conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
      return;
    }
    asking?.conflict();
    asking = undefined;
    const offset = Number(payload.offset ?? 0);
    for (let at = 0; at < queue.length; ) {
      const id = queue[at]?.update_id ?? 0;
      if (id >= offset) at += 1;
      else confirmed.push(...queue.splice(at, 1).map((one) => one.update_id));
    }
    const limit = Number(payload.limit ?? 100);
    const found = queue.slice(0, limit);
    const seconds = Number(payload.timeout ?? 0);
    const answer = (updates: readonly RawUpdate[]) => {
      clearTimeout(timer);
      if (asking === mine) asking = undefined;
      respond(200, { ok: true, result: updates.slice(0, limit) });
    };
    const mine: Waiting = {
      answer,
      conflict() {
        clearTimeout(timer);
        conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
      },
    };
    const timer = setTimeout(() => answer([]), found.length > 0 ? 0 : seconds * 1_000);
    if (found.length > 0 || seconds === 0) answer(found);
    else asking = mine;
  }

  function show(method: string, payload: Payload): object {
    const chat = String(payload.chat_id);
    const markup = (payload.reply_markup ?? {}) as Payload;
    const upload = Object.values(payload).find((value): value is File => value instanceof File);
    const bubble: Bubble = {
      ...{ chat, id: state.nextMessage, at: performance.now() },
      text: String(payload.text ?? payload.caption ?? ""),
      buttons: (markup.inline_keyboard ?? []) as Bubble["buttons"],
      ...((markup.keyboard !== undefined || markup.remove_keyboard !== undefined) && { keyboard: markup }),
      ...(upload && { file: { name: upload.name, bytes: uploads.get(upload) ?? Buffer.alloc(0), method } }),
    };
    state.nextMessage += 1;
    bubbles.push(bubble);
    return {
      message_id: bubble.id,
      date: Math.floor(Date.now() / 1_000),
      chat: { id: Number(chat), type: "private" },
    };
  }
  const uploads = new WeakMap<File, Buffer>();

  function isTooFast(): boolean {
    const lately = bubbles.filter(({ at }) => at > performance.now() - 1_000);
    if (perSecond === undefined || lately.length < perSecond) return false;
    state.refusedByRate += 1;
    return true;
  }

  function act(method: string, payload: Payload): unknown {
    switch (method) {
      case "getMe":
        return { id: 110201543, is_bot: true, first_name: "Office", username: "office_bot" };
      case "deleteWebhook":
        webhook = undefined;
        delivery?.stop();
        delivery = undefined;
        return true;
      case "setWebhook":
        webhook = { url: String(payload.url), secret: String(payload.secret_token ?? "") };
        delivery?.stop();
        delivery = openWebhookDelivery({ ...webhook, queue, confirmed });
        return true;
      case "getWebhookInfo":
        return {
          ...{ url: webhook?.url ?? "", pending_update_count: queue.length, has_custom_certificate: false },
          ...delivery?.lastError(),
        };
      case "editMessageReplyMarkup": {
        const bubble = bubbles.find(({ id }) => id === Number(payload.message_id));
        if (bubble) bubble.buttons = [];
        return true;
      }
      case "getFile":
        return {
          file_id: payload.file_id,
          file_unique_id: "u",
          file_path: `files/${String(payload.file_id)}`,
        };
      default:
        return method.startsWith("send") && method !== "sendChatAction" ? show(method, payload) : true;
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const respond = (status: number, body: object) => {
      if (response.writableEnded) return;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const error = (status: number, description: string, retryAfter?: number) =>
      respond(status, {
        ...{ ok: false, error_code: status, description },
        ...(retryAfter !== undefined && { parameters: { retry_after: retryAfter } }),
      });
    const [, kind = "", given = "", rest = ""] =
      /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(request.url ?? "") ?? [];
    if (given !== token) return error(rest === "" ? 404 : 401, "Unauthorized");
    const method = kind === "" ? (rest.split("?")[0] ?? "") : "file";
    const payload = kind === "" ? await payloadOf(request, uploads) : { path: rest };
    calls.push({ method, payload, at: performance.now() });
    const planned = failures.find((one) => one.left > 0 && (one.method === "*" || one.method === method));
    if (planned) planned.left -= 1;
    const { failure } = planned ?? {};
    if (failure?.type === "answer") return error(failure.status, failure.description, failure.retryAfter);
    if (failure?.type === "raw") return void response.writeHead(failure.status).end(failure.body);
    if (failure?.act) act(method, payload);
    if (failure?.type === "reset") return void request.socket.destroy();
    if (failure?.type === "hang") return;
    if (method === "file") return void sendFile(rest, response);
    if (method === "getUpdates") {
      response.once("close", () => {
        if (!response.writableEnded) asking = undefined;
      });
      return getUpdates(payload, respond);
    }
    const problem = refusalOf(method, payload, { blocked, isTooFast });
    if (problem) return error(problem.status, problem.description, problem.retryAfter);
    if (method === "getFile" && !files.has(String(payload.file_id)))
      return error(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    if (method === "getFile" && (files.get(String(payload.file_id))?.length ?? 0) > 20 * 1024 * 1024)
      return error(400, "Bad Request: file is too big");
    respond(200, { ok: true, result: act(method, payload) });
  }

  function sendFile(path: string, response: ServerResponse): void {
    const bytes = files.get(path.replace(/^files\//, ""));
    if (path.endsWith("/endless")) {
      const source = Readable.from(endless());
      response.once("close", () => source.destroy());
      source.pipe(response.writeHead(200));
      return;
    }
    if (bytes) response.writeHead(200, { "content-length": bytes.length }).end(bytes);
    else response.writeHead(404).end();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.on("connection", (socket) => {
    if (state.isDown) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    asking = undefined;
  };

  return {
    url: `http://127.0.0.1:${port}`,
    ...{ token, queue, confirmed, bubbles, calls, files, blocked, state, push },
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    bubblesOf: (chat: string) => bubbles.filter((bubble) => bubble.chat === chat),
    /** The next `times` calls of a method (`*`: any) fail so. */
    fail(method: string, failure: Failure, times = 1): void {
      failures.push({ method, failure, left: times });
    },
    /** What was planned to fail does not. */
    mend: () => void failures.splice(0),
    /** Brings what was confirmed, too, once more: platforms do that after troubles of their own. */
    redeliver(updates: readonly RawUpdate[]): void {
      queue.unshift(...updates);
      delivery?.look();
      asking?.answer(queue.slice(0, 100));
    },
    down(): void {
      state.isDown = true;
      cut();
    },
    up(): void {
      state.isDown = false;
    },
    webhook: () => webhook,
    async close(): Promise<void> {
      delivery?.stop();
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a file of the id `endless` holds. */
function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(64 * 1024, 1);
}
