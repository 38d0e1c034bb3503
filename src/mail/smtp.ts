/** The one file that speaks SMTP: one letter, once, and what came of it divided by who must act. */
import type { Transporter } from "nodemailer";
import type { Letter } from "./letter.ts";
import type { Mailbox, SmtpServer } from "./smtp-url.ts";

export type SmtpSettings = {
  readonly server: SmtpServer;
  readonly from: Mailbox;
  /** PEM certificates of authorities, in place of Node's own (which `NODE_EXTRA_CA_CERTS` adds to). */
  readonly authorities?: readonly string[];
  /** Longest until a letter is handed over whole, or its server tried. */
  readonly timeoutMs?: number;
  /** Longest silence after it, in which servers look for spam and viruses. */
  readonly answerMs?: number;
};

/** A letter with what makes it one of a thread. Ids are without their angle brackets. */
export type Post = {
  readonly to: string;
  readonly letter: Letter;
  readonly id: string;
  /** The mail that it belongs to. */
  readonly answers?: string;
};

export type Posted =
  | { readonly type: "taken" }
  /** Nobody: the server is away, busy or asks to come later. */
  | { readonly type: "later"; readonly why: SmtpProblem }
  /** Nobody: the server had the letter whole and did not say what became of it. */
  | { readonly type: "unsure"; readonly why: SmtpProblem }
  /** The office's owner: its server does not take the office's own login or address. */
  | { readonly type: "not_let_in"; readonly why: SmtpProblem }
  /** Staff: this letter, or this address, will never be taken. */
  | { readonly type: "refused"; readonly why: SmtpProblem };

/** Words of our own and the server's number: what a server says may repeat an address. */
export type SmtpProblem = {
  readonly during: "connection" | "tls" | "login" | "sender" | "address" | "letter";
  readonly code?: number;
  /** Why there was no connection, where the machine itself says so. */
  readonly cause?: "unknown_host" | "timeout" | "refused";
};

const usualTimeoutMs = 60_000;
/** RFC 5321, 4.5.3.2.6. */
const usualAnswerMs = 10 * 60_000;

/** Once the office stops, a server that has the letter whole gets so long to answer. */
const lastAnswerMs = 5_000;

/**
 * Hands one letter in. Never throws for what a server does.
 * @param stop the office stops: what its server does not have whole is not handed in
 */
export async function post(
  settings: SmtpSettings,
  { to, letter, id, answers }: Post,
  stop?: AbortSignal,
): Promise<Posted> {
  const { timeoutMs = usualTimeoutMs, answerMs = usualAnswerMs } = settings;
  const transport = await transportTo(settings, Math.max(timeoutMs, answerMs));
  const late = new AbortController();
  const deadline = setTimeout(() => late.abort(), timeoutMs);
  let isOut = false;
  let last: NodeJS.Timeout | undefined;
  const end = () => {
    if (isOut) last = setTimeout(() => late.abort(), Math.min(lastAnswerMs, answerMs));
    else late.abort();
  };
  stop?.addEventListener("abort", end, { once: true });
  if (stop?.aborted) end();
  transport.use("stream", ({ message }, done) => {
    message.processFunc((body) =>
      body.once("end", () => {
        isOut = true;
        clearTimeout(deadline);
      }),
    );
    done();
  });
  try {
    await transport.sendMail({
      signal: late.signal,
      from: settings.from,
      // As values, never as a line: nothing in them can begin another header.
      to: { name: "", address: to },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      messageId: `<${id}>`,
      ...(answers !== undefined && { inReplyTo: `<${answers}>`, references: `<${answers}>` }),
      // No machine is to answer it (RFC 3834; the second is Exchange's).
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { type: "taken" };
  } catch (error) {
    return postedOf(error, isOut);
  } finally {
    stop?.removeEventListener("abort", end);
    clearTimeout(last);
    clearTimeout(deadline);
    transport.close();
  }
}

/** Connects, with TLS, and logs in; sends nothing. */
export async function tryServer(settings: SmtpSettings): Promise<SmtpProblem | undefined> {
  const transport = await transportTo(settings, settings.timeoutMs ?? usualTimeoutMs);
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return problemOf(error);
  } finally {
    transport.close();
  }
}

/** The domain that the office's mail is from: what the ids of its mails end in. */
export function domainOf({ address }: Mailbox): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** Loaded with the first letter: an office that sends none starts without it. */
async function transportTo(
  { server, authorities, timeoutMs = usualTimeoutMs }: SmtpSettings,
  silenceMs: number,
): Promise<Transporter> {
  const { default: nodemailer } = await import("nodemailer");
  const { host, port, tls, login } = server;
  return nodemailer.createTransport({
    ...{ host, port, secure: tls === "at_once", requireTLS: tls === "starttls", ignoreTLS: tls === "none" },
    // Said here, so that no variable of the environment turns it off.
    tls: { rejectUnauthorized: true, minVersion: "TLSv1.2", ...(authorities && { ca: [...authorities] }) },
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...{
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: silenceMs,
      dnsTimeout: timeoutMs,
    },
  });
}

/** Why nodemailer failed, by its code and the command under way (nodemailer.com/errors). */
function problemOf(error: unknown): SmtpProblem {
  const told: SmtpError = typeof error === "object" && error !== null ? error : {};
  const { code = "", originalCode = code, command = "", responseCode } = told;
  const during = stageOf(originalCode, command);
  const cause = during === "connection" ? causes[originalCode] : undefined;
  return {
    during,
    ...(responseCode !== undefined && { code: responseCode }),
    ...(cause !== undefined && { cause }),
  };
}

const causes: Readonly<Record<string, SmtpProblem["cause"]>> = {
  ENOTFOUND: "unknown_host",
  EAI_AGAIN: "unknown_host",
  EDNS: "unknown_host",
  ETIMEDOUT: "timeout",
  ECONNREFUSED: "refused",
};

/** What nodemailer adds to an error: `originalCode` is the system's own, which its code may hide. */
type SmtpError = {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
};

function stageOf(code: string, command: string): SmtpProblem["during"] {
  if (code === "EAUTH" || command.startsWith("AUTH")) return "login";
  if (code === "ETLS" || command === "STARTTLS" || /CERT|SELF_SIGNED|UNABLE_TO|SSL|TLS|ALTNAME/.test(code))
    return "tls";
  if (command === "MAIL FROM") return "sender";
  if (command === "RCPT TO") return "address";
  return command === "DATA" ? "letter" : "connection";
}

function postedOf(error: unknown, isOut: boolean): Posted {
  const why = problemOf(error);
  if (isOut && why.code === undefined) return { type: "unsure", why: { during: "letter" } };
  const isForGood = why.code !== undefined && why.code >= 500;
  // "Too many at once", "later": nothing is wrong with the login (RFC 4954, 454).
  const isLoginPutOff = why.during === "login" && why.code !== undefined && !isForGood;
  if (isLoginPutOff) return { type: "later", why };
  if (why.during === "login" || why.during === "tls" || (why.during === "sender" && isForGood))
    return { type: "not_let_in", why };
  return { type: isForGood && why.during !== "connection" ? "refused" : "later", why };
}
