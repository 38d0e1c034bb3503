/**
 * One request and what comes back, on addresses that were checked before. Everything that the other side could draw out is bounded here: the
 * answer's headers and body by length, all of it by the caller's deadline; nothing is unpacked, no redirect followed, no connection kept.
 */
import {
  type ClientRequest,
  type IncomingMessage,
  Agent as PlainAgent,
  request as plainRequest,
} from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";
import { isIP } from "node:net";
import { pinnedLookup } from "./pin.ts";
import type { Target } from "./target.ts";
import type { Stage, WebhookAnswer } from "./webhook.ts";

export type Call = {
  readonly target: Target;
  readonly addresses: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Certificates (PEM) of authorities that are trusted in place of Node's own. */
  readonly authorities?: readonly string[];
  /** Ends the request at once, wherever it is. */
  readonly signal: AbortSignal;
  /** Hears how far it has come. */
  readonly onStage: (stage: Stage) => void;
};

export type Exchanged = {
  readonly status: number;
  readonly answer: WebhookAnswer;
  readonly retryAfter: string | undefined;
};

/** Of an answer no more than this is read. */
const longestAnswer = 64 * 1024;
/** Node's own bound, told here since it counts. */
const longestHeaders = 16 * 1024;

/** Where a name has several addresses, each gets so long before the next is tried; Node's quarter of a second is too short across the world. */
const connectMs = 2_500;

/** Posts the body. Rejects with Node's error, or with the signal's reason; in every case the connection is closed. */
export async function exchange(call: Call): Promise<Exchanged> {
  const request = requestOf(call);
  try {
    call.onStage("connection");
    const response = await responseTo(request, call);
    call.onStage("body");
    const answer = await answerOf(response);
    return { status: response.statusCode ?? 0, answer, retryAfter: response.headers["retry-after"] };
  } finally {
    request.destroy();
  }
}

function requestOf({ target, addresses, headers, authorities, signal, body }: Call): ClientRequest {
  const { host, port, url, isSecure } = target;
  const common = {
    method: "POST",
    host,
    port,
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, "content-length": Buffer.byteLength(body) },
    lookup: pinnedLookup(addresses),
    maxHeaderSize: longestHeaders,
    autoSelectFamilyAttemptTimeout: connectMs,
    signal,
  };
  // Agents of its own: no proxy, no connection and no TLS session of another try is used.
  if (!isSecure) return plainRequest({ ...common, agent: new PlainAgent({ keepAlive: false }) });
  return tlsRequest({
    ...common,
    agent: new TlsAgent({ keepAlive: false, maxCachedSessions: 0 }),
    // Said although it is the default: NODE_TLS_REJECT_UNAUTHORIZED=0 would turn it off for the whole process.
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
    servername: isIP(host) === 0 ? host : "",
    ...(authorities && { ca: [...authorities] }),
  });
}

function responseTo(request: ClientRequest, { target, body, onStage }: Call): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("socket", (socket) => {
      socket.once(target.isSecure ? "secureConnect" : "connect", () => onStage("answer"));
    });
    request.once("response", resolve);
    // Stays for good: an error after the response is the body's to tell, and must not be nobody's.
    request.on("error", reject);
    const closed = "The connection was closed without an answer.";
    request.once("close", () => reject(Object.assign(new Error(closed), { code: "ECONNRESET" })));
    request.end(body);
  });
}

/** The body up to the bound; rejects where it breaks off before its end. */
async function answerOf(response: IncomingMessage): Promise<WebhookAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > longestAnswer) break;
  }
  const isPacked = (response.headers["content-encoding"] ?? "identity") !== "identity";
  const read = Buffer.concat(chunks).subarray(0, longestAnswer);
  return { text: isPacked ? "" : read.toString("utf8"), isCut: bytes > longestAnswer };
}
