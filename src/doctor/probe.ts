/** One question to a service: what it answers, when its clock says that it was, or in words why nothing came. Never repeats an address. */
import type { DoctorWords } from "./words.ts";

export type Probed =
  | {
      readonly type: "answered";
      readonly status: number;
      /** The answer as JSON, where it is any. */
      readonly body: unknown;
      /** How far this machine's clock is ahead of the service's, milliseconds; its header counts whole seconds. */
      readonly aheadMs?: number;
    }
  | { readonly type: "failed"; readonly why: string };

export type ProbeSettings = {
  readonly words: DoctorWords;
  readonly timeoutMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** More than this is no answer to a question of ours. */
const mostBytes = 4 * 1024 * 1024;

export async function probe(
  url: string,
  { words, timeoutMs, now }: ProbeSettings,
  headers: Readonly<Record<string, string>> = {},
): Promise<Probed> {
  const began = now();
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) });
    const ended = now();
    const date = Date.parse(answer.headers.get("date") ?? "");
    const body = await jsonOf(answer);
    // The header is cut to its second: half of one is the best guess.
    const ahead = Number.isNaN(date) ? undefined : (began + ended) / 2 - (date + 500);
    return { type: "answered", status: answer.status, body, ...(ahead !== undefined && { aheadMs: ahead }) };
  } catch (error) {
    return { type: "failed", why: whyOf(error, words) };
  }
}

async function jsonOf(answer: Response): Promise<unknown> {
  if (Number(answer.headers.get("content-length") ?? 0) > mostBytes) {
    await answer.body?.cancel();
    return undefined;
  }
  try {
    return await answer.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The reason alone: messages of the network may repeat the address, and with it a token. */
function whyOf(error: unknown, { why }: DoctorWords): string {
  if (error instanceof Error && error.name === "TimeoutError") return why.timeout;
  const code = codeOf(error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return why.unknown_host;
  if (code === "ECONNREFUSED") return why.refused;
  if (/CERT|SSL|TLS|SELF_SIGNED/.test(code)) return why.certificate;
  return why.other(code);
}

/** An address with several numbers fails with several errors. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "?";
  const { cause } = error;
  const [first] = cause instanceof AggregateError ? (cause.errors as readonly unknown[]) : [cause];
  const code = first instanceof Error && "code" in first ? first.code : undefined;
  return typeof code === "string" ? code : error.name;
}
