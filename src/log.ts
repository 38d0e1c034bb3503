/**
 * The log: one JSON line each on standard output (pino). A full disk costs lines, and a reader that went away costs all of them,
 * but neither keeps an office from serving or from ending. Errors are written without the words that their messages may quote.
 */
import { write, writeSync } from "node:fs";
import pino from "pino";

/** Characters that wait while the output takes none; what comes on top is lost, and counted. */
const mostWaiting = 1024 * 1024;
/** A pipe whose reader is slow is asked again after this. */
const askAgainMs = 100;

/**
 * The narrow part of pino that the office uses. Ids and counts only: never words, numbers or keys of customers. An `error` is given as
 * it was thrown, and may quote such: the log takes them out (`toFault`).
 */
export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

/** @param level a pino level, or `silent` */
export function openLog(level: string, fd = 1): pino.Logger {
  const output = lossyOutput(fd, (lines) => log.warn({ lines }, "log lines were lost"));
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: toFault, error: toFault },
      redact: {
        paths: [
          "text",
          "*.text",
          "phone",
          "*.phone",
          "password",
          "*.password",
          "session",
          "*.session",
          "token",
          "*.token",
        ],
        censor: "[removed]",
      },
    },
    output,
  );
  return log;
}

export type Output = { write(lines: string): void; flushSync(): void };

/**
 * Writes to a file descriptor, in order and one piece at a time. In the place of pino's own destination, which keeps all that it can't
 * write and, on a full disk, never lets a process end (sonic-boom 4.2, `flushSync`).
 * @param onLost called once lines can be written again, with the number of those that could not
 */
export function lossyOutput(fd: number, onLost: (lines: number) => void): Output {
  let waiting: string[] = [];
  let length = 0;
  let lost = 0;
  let writing = false;

  function take(): { readonly bytes: Buffer; readonly lines: number } {
    const taken = { bytes: Buffer.from(waiting.join("")), lines: waiting.length };
    waiting = [];
    length = 0;
    return taken;
  }

  function put(bytes: Buffer, lines: number): void {
    writing = true;
    write(fd, bytes, (error, written) => {
      if (error?.code === "EAGAIN") setTimeout(() => put(bytes, lines), askAgainMs).unref();
      else if (!error && written < bytes.length) put(bytes.subarray(written), lines);
      else ended(error === null ? 0 : lines);
    });
  }

  function ended(failed: number): void {
    writing = false;
    const before = lost;
    lost = failed > 0 ? before + failed : 0;
    if (failed === 0 && before > 0) onLost(before);
    if (waiting.length > 0 && !writing) next();
  }

  function next(): void {
    const { bytes, lines } = take();
    put(bytes, lines);
  }

  /** What waits, once: before the end there is no time to ask again. */
  function flushSync(): void {
    if (waiting.length === 0) return;
    try {
      writeSync(fd, take().bytes);
    } catch {
      // Nobody is left to be told.
    }
  }

  process.once("exit", flushSync);
  return {
    write(line) {
      if (length + line.length > mostWaiting) {
        lost += 1;
        return;
      }
      waiting.push(line);
      length += line.length;
      if (!writing) next();
    },
    flushSync,
  };
}

type Fault = {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly stack?: readonly string[];
  readonly cause?: Fault;
};

/** What a developer needs of an error: its kind, its sentence without what it quotes, and where it was thrown. */
export function toFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutWords(String(error)) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: withoutWords(error.message),
    stack: places.map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: toFault(error.cause) }),
  };
}

/** Quoted pieces, anything that is not ASCII, and long numbers may be a customer's. */
function withoutWords(message: string): string {
  return message
    .slice(0, 500)
    .replace(/"[^"]*"?|'[^']*'|`[^`]*`?/g, "…")
    .replace(/[^\x20-\x7e…]+|\d{5,}/g, "…");
}
