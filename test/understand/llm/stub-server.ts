/**
 * A local OpenAI-compatible server that does what a test says, over real sockets: answers, refuses, garbles, drips, never answers, never
 * ends. Keeps what it was asked.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export type Sent = {
  readonly path: string;
  readonly raw: string;
  /** The JSON of the body; undefined for a form with a file. */
  readonly body: ChatBody | undefined;
};
export type ChatBody = {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly response_format?: { readonly type: string };
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
};

/** What the server does with one request. */
export type Behaviour = (response: ServerResponse, sent: Sent) => void;

export type Stub = {
  readonly baseUrl: string;
  readonly host: string;
  readonly asked: Sent[];
  close(): Promise<void>;
  /** The next requests are met so, in order; the last one stays. */
  next(...behaviours: readonly Behaviour[]): void;
};

/**
 * @param first what it does until told otherwise
 * @param lives closed at the end of the test, or by the file itself
 */
export async function stubServer(
  first: Behaviour = claims([{ intent: "out_of_scope" }]),
  lives: "test" | "file" = "test",
): Promise<Stub> {
  const asked: Sent[] = [];
  let script: readonly Behaviour[] = [first];
  const server = createServer((request, response) => {
    void readAll(request).then((raw) => {
      const sent = { path: request.url ?? "", raw, body: parse(raw) };
      asked.push(sent);
      const [behaviour = first, ...rest] = script;
      if (rest.length > 0) script = rest;
      behaviour(response, sent);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  if (lives === "test") onTestFinished(close);
  return {
    asked,
    close,
    baseUrl: `http://127.0.0.1:${port}/v1`,
    host: `127.0.0.1:${port}`,
    next(...behaviours) {
      script = behaviours;
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function parse(raw: string): ChatBody | undefined {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

type Claim = {
  readonly intent: string;
  readonly fields?: readonly { readonly name: string; readonly value: unknown; readonly words: string }[];
};

/** A right answer in the agreed form. */
export const claims = (requests: readonly Claim[]): Behaviour =>
  content(JSON.stringify({ requests: requests.map((one) => ({ fields: [], ...one })) }));

/** A completion with these words. */
export const content =
  (text: unknown, extra: object = {}, finish = "stop"): Behaviour =>
  (response) =>
    json(response, 200, {
      id: "chatcmpl-1",
      object: "chat.completion",
      created: 1,
      model: "stub",
      choices: [{ index: 0, finish_reason: finish, message: { role: "assistant", content: text, ...extra } }],
      usage: { prompt_tokens: 1_500, completion_tokens: 50, total_tokens: 1_550 },
    });

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, error: object = {}): Behaviour =>
  (response) =>
    json(
      response,
      code,
      { error: { message: "no", type: "stub", param: null, code: null, ...error } },
      headers,
    );

/** A body as it stands, whatever it is. */
export const body =
  (text: string, type = "application/json"): Behaviour =>
  (response) => {
    response.writeHead(200, { "content-type": type });
    response.end(text);
  };

/** Takes the question and says nothing, ever. */
export const silence: Behaviour = () => undefined;

/** Begins an answer and cuts the line in the middle. */
export const cutLine: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
  response.write('{"choices":[{"message":{"content":"{\\"requ');
  setTimeout(() => response.destroy(), 10);
};

/** Sends a letter now and then, for ever. */
export const drip: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

/** Sends as fast as it can and never ends. */
export const endless: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const block = Buffer.alloc(64 * 1024, 0x61);
  const pour = () => {
    while (!response.destroyed && response.write(block));
    if (!response.destroyed) response.once("drain", pour);
  };
  pour();
};

function json(
  response: ServerResponse,
  code: number,
  value: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(code, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(value));
}

/** All that a request said to the model, in one string. */
export const toldIn = ({ body }: Sent): string =>
  (body?.messages ?? [])
    .map(({ content: said }) => (typeof said === "string" ? said : JSON.stringify(said)))
    .join("\n");
