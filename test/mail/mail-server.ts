/** A mail server for tests, on a local socket: it takes or refuses as it is told, and reads what it took. */
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { SmtpSettings } from "../../src/mail/smtp.ts";

/** One mail as it came: its header lines unfolded, and its parts decoded. */
export type Mail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly header: (name: string) => string | undefined;
  readonly headers: string;
  readonly text: string;
  readonly html: string;
};

export type MailServer = {
  readonly port: number;
  /** How an office writes by it. */
  readonly smtp: SmtpSettings;
  readonly mails: readonly Mail[];
  /** How often an address was given. */
  readonly asked: number;
  /** The next addresses are answered with this number; undefined: taken. */
  answerWith(code: number | undefined): void;
  /** What it does about a letter that it has whole; left out: it says that it has it. */
  afterLetter(then: "says_nothing" | "hangs_up" | "is_busy"): void;
  close(): Promise<void>;
};

export async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: Mail[] = [];
  let [asked, code] = [0, undefined as number | undefined];
  let after: Parameters<MailServer["afterLetter"]>[0] | undefined;
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], disableReverseLookup: true, ...options },
    onRcptTo(_address, _session, callback) {
      asked += 1;
      if (code === undefined) callback();
      else callback(Object.assign(new Error("not now, or never"), { responseCode: code }));
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        mails.push({ from, to, ...readMail(Buffer.concat(chunks).toString("latin1")) });
        if (after === undefined) callback();
        if (after === "is_busy") callback(Object.assign(new Error("busy"), { responseCode: 451 }));
        if (after === "hangs_up") for (const socket of sockets) socket.destroy();
      });
    },
  });
  server.server.on("connection", (socket: Socket) => sockets.add(socket));
  // A client that goes away in the middle of TLS is what some tests want.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ port, mails },
    smtp: {
      server: { host: "127.0.0.1", port, tls: "none" },
      from: { name: "مكتب وسيط", address: "office@wasit.example" },
    },
    get asked() {
      return asked;
    },
    answerWith(next) {
      code = next;
    },
    afterLetter(then) {
      after = then;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readMail(raw: string): Omit<Mail, "from" | "to"> {
  const { headers, body, header } = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(header("content-type") ?? "")?.[1];
  const parts = (boundary === undefined ? [] : body.split(`--${boundary}`).slice(1, -1)).map((part) =>
    split(part.replace(/^\r\n/, "")),
  );
  const read = (type: string) => {
    const part = parts.find((one) => one.header("content-type")?.startsWith(type));
    return part ? decode(part.body, part.header("content-transfer-encoding") ?? "") : "";
  };
  return { header, headers, text: read("text/plain"), html: read("text/html") };
}

function split(raw: string) {
  const at = raw.indexOf("\r\n\r\n");
  const headers = raw.slice(0, at).replace(/\r\n[ \t]+/g, " ");
  const header = (name: string) =>
    headers
      .split("\r\n")
      .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      ?.slice(name.length + 1)
      .trim();
  return { headers, body: raw.slice(at + 4), header };
}

function decode(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** A header's encoded words as text (RFC 2047). */
export function readWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("latin1")
        : word
            .replace(/_/g, " ")
            .replace(/=([0-9A-F]{2})/g, (_hex, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
}
