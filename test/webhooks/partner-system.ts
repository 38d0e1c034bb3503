/** Partners' systems of all kinds, on this machine: each listens on a port of its own, remembers what it got, and knows when it was left. */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net";
import type { TlsOptions } from "node:tls";

export type PartnerSystem = {
  readonly port: number;
  /** Connections that were opened, and those of them that are still open. */
  readonly connections: { opened: number; open: number };
  readonly close: () => Promise<void>;
};

export type Request = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** Speaks HTTP; with a certificate, over TLS. */
export function httpSystem(
  listener: RequestListener,
  { tls, address }: { readonly tls?: TlsOptions; readonly address?: string } = {},
): Promise<PartnerSystem> {
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  return listening(server, address);
}

/** Answers what it is told to, once it has read everything, and keeps the requests. */
export function answering(status: number, body = "", headers: Readonly<Record<string, string>> = {}) {
  const requests: Request[] = [];
  const listener: RequestListener = async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    requests.push({
      method: incoming.method ?? "",
      path: incoming.url ?? "",
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString(),
    });
    outgoing.writeHead(status, headers).end(body);
  };
  return { requests, listener };
}

/** Does with a bare connection what it likes, as soon as something came in. */
export function rawSystem(talk: (socket: Socket) => void): Promise<PartnerSystem> {
  return listening(createSocketServer((socket) => socket.once("data", () => talk(socket))));
}

/** Writes a piece again and again until the connection is closed. */
export function drip(socket: Socket, piece: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(piece), everyMs);
  socket.once("close", () => clearInterval(timer));
}

async function listening(server: Server, address = "127.0.0.1"): Promise<PartnerSystem> {
  const connections = { opened: 0, open: 0 };
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    connections.opened += 1;
    connections.open += 1;
    sockets.add(socket);
    // What a partner's system suffers from is no failure of the test.
    socket.on("error", () => {});
    socket.once("close", () => {
      connections.open -= 1;
      sockets.delete(socket);
    });
  });
  server.listen(0, address);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
