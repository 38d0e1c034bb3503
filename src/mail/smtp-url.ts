/** `SMTP_URL` and `SMTP_FROM` as values. Pure. */

/** Where mail is handed in. */
export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** `at_once`: TLS from the first byte (`smtps://`). `starttls`: refused where the server has none. `none`: a server on this machine alone. */
  readonly tls: "at_once" | "starttls" | "none";
  readonly login?: { readonly user: string; readonly password: string };
};

/** Who mail is from: a name, which may be empty, and an address. */
export type Mailbox = { readonly name: string; readonly address: string };

const ports = { "smtp:": 587, "smtps:": 465 } as const;

/**
 * `smtps://user:password@host`, `smtp://user:password@host:587`; a password's own signs are percent-encoded. Undefined for anything else: another
 * scheme, half a login, a path or options behind the host.
 */
export function parseSmtpUrl(text: string): SmtpServer | undefined {
  const url = URL.parse(text);
  const scheme = url?.protocol === "smtp:" || url?.protocol === "smtps:" ? url.protocol : undefined;
  if (!url || !scheme || url.hostname === "" || url.search !== "" || url.hash !== "") return undefined;
  if (url.pathname !== "" && url.pathname !== "/") return undefined;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined || (user === "") !== (password === "")) return undefined;
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  const local = isThisMachine(host);
  return {
    host,
    port: url.port === "" ? (scheme === "smtp:" && local ? 25 : ports[scheme]) : Number(url.port),
    tls: scheme === "smtps:" ? "at_once" : local ? "none" : "starttls",
    ...(user !== "" && { login: { user, password } }),
  };
}

/** `Office <office@example.com>`, or the address alone. Undefined for anything that is not exactly one address, or that has line ends. */
export function parseMailbox(text: string): Mailbox | undefined {
  const [, quoted, plain = "", bracketed] = /^(?:"([^"\\]*)"|([^<>"@,;:]*?))\s*<([^<>]+)>$/.exec(text) ?? [];
  const name = (quoted ?? plain).trim();
  const address = (bracketed ?? text).trim();
  return /\p{Cc}/u.test(text) || !isMailAddress(address) ? undefined : { name, address };
}

/** One address with nothing around it, and nothing in it that a header or a command of SMTP could be ended by. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s\p{Cc}<>"'(),;:\\@]+@[^\s\p{Cc}<>"'(),;:\\@]+\.[^\s\p{Cc}<>"'(),;:\\@.]{2,}$/u.test(text)
  );
}

/** Nothing that is sent to it leaves the machine. */
function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
