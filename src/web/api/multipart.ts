/**
 * `multipart/form-data` as a stream (RFC 7578): one part after the other, each part's body in pieces as they arrive. Hono's and
 * Node's own readers hold the whole body in memory; a customer's file must not be.
 */
import { Problem } from "../problem.ts";

export type Part = {
  readonly name: string;
  readonly filename?: string;
  /** Must be read to its end before the next part is asked for; what is left over is skipped. */
  readonly body: AsyncIterable<Uint8Array>;
};

/** A part's headers: names and a file name; browsers send under 1 KiB. */
const maxHeaderBytes = 16 * 1024;
/** The parts that the contract names are three; forms with some more are tolerated. */
const usualParts = 20;

/** The boundary of this content type; undefined where it is not a multipart form. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  if (!/^multipart\/form-data\b/i.test(contentType ?? "")) return undefined;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? "") ?? [];
  return quoted ?? plain ?? "";
}

/**
 * The parts in their order.
 * @throws Problem 400 where the body is no such form or ends early; 413 where it is longer than `maxBytes`.
 */
export async function* readParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  maxBytes: number,
  maxParts = usualParts,
): AsyncGenerator<Part, void, undefined> {
  if (boundary === "") throw new Problem("bad_multipart", "The content type names no boundary.");
  // A break put before the first boundary makes it look like all the others.
  const source = createSource(body, maxBytes, Buffer.from("\r\n"));
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  await skip(source.until(delimiter));
  for (let count = 0; count < maxParts; count++) {
    const after = await source.exactly(2);
    if (after.toString("latin1") === "--") return;
    if (after.toString("latin1") !== "\r\n")
      throw new Problem("bad_multipart", "A boundary is not followed by a line break.");
    const headers = await collect(source.until(Buffer.from("\r\n\r\n")), maxHeaderBytes);
    const part = source.until(delimiter);
    yield { ...namesIn(headers.toString("utf8")), body: part };
    await skip(part);
  }
  throw new Problem("bad_multipart", `The form has more than ${maxParts} parts.`);
}

/** All of a small part as text; bytes that are not UTF-8 become U+FFFD. 422 is the caller's, 413 where it is longer. */
export async function textOf(part: Part, maxBytes: number): Promise<string> {
  return (await collect(part.body, maxBytes)).toString("utf8");
}

type Source = {
  /** The bytes before `mark`, which is consumed too. Ends with a problem where the mark never comes. */
  until(mark: Buffer): AsyncGenerator<Uint8Array, void, undefined>;
  exactly(count: number): Promise<Buffer>;
};

function createSource(body: AsyncIterable<Uint8Array>, maxBytes: number, before: Buffer): Source {
  const chunks = body[Symbol.asyncIterator]();
  let held = before;
  let total = 0;
  async function more(): Promise<void> {
    const { done, value } = await chunks.next();
    if (done) throw new Problem("bad_multipart", "The form ends before its last boundary.");
    total += value.byteLength;
    if (total > maxBytes)
      throw new Problem("file_too_large", `The body is longer than the ${maxBytes} bytes that it may have.`);
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value]);
  }
  return {
    async *until(mark) {
      for (;;) {
        const at = held.indexOf(mark);
        if (at >= 0) {
          const found = held.subarray(0, at);
          held = held.subarray(at + mark.length);
          if (found.length > 0) yield found;
          return;
        }
        // The last bytes may be the beginning of the mark.
        const safe = held.length - mark.length + 1;
        if (safe > 0) {
          const ready = held.subarray(0, safe);
          held = held.subarray(safe);
          yield ready;
        }
        await more();
      }
    },
    async exactly(count) {
      while (held.length < count) await more();
      const found = held.subarray(0, count);
      held = held.subarray(count);
      return found;
    },
  };
}

async function collect(pieces: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const found: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > maxBytes)
      throw new Problem("text_too_long", `A field of the form is longer than ${maxBytes} bytes.`);
    found.push(piece);
  }
  return Buffer.concat(found);
}

async function skip(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}

/** `name` and `filename` of a Content-Disposition; browsers escape `"` as `%22`. */
function namesIn(headers: string): Pick<Part, "name" | "filename"> {
  const line = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? "";
  const name = /[;\s]name="([^"]*)"/i.exec(line)?.[1];
  if (name === undefined) throw new Problem("bad_multipart", "A part has no name.");
  const filename = /[;\s]filename="([^"]*)"/i.exec(line)?.[1];
  return { name, ...(filename !== undefined && { filename: filename.replaceAll("%22", '"') }) };
}
