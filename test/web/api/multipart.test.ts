import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryOf, readParts } from "../../../src/web/api/multipart.ts";

async function* inPieces(body: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let n = 0; at < body.length; n++) {
    const size = sizes[n % sizes.length] ?? 1;
    yield body.subarray(at, at + size);
    at += size;
  }
}

async function readAll(body: Uint8Array, boundary: string, sizes: readonly number[], max = 1_000_000) {
  const parts: { name: string; filename?: string; body: Buffer }[] = [];
  for await (const part of readParts(inPieces(body, sizes), boundary, max)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of part.body) pieces.push(piece);
    parts.push({ ...part, body: Buffer.concat(pieces) });
  }
  return parts;
}

async function bytesOf(form: FormData): Promise<{ body: Uint8Array; boundary: string }> {
  const request = new Request("http://x/", { method: "POST", body: form });
  const boundary = boundaryOf(request.headers.get("content-type") ?? "") ?? "";
  return { body: new Uint8Array(await request.arrayBuffer()), boundary };
}

describe("readParts", () => {
  it("gives back any bytes, however they were cut on their way", async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(bytes, sizes, fc.string({ unit: "binary" }), async (file, cuts, name) => {
        const form = new FormData();
        form.append("id", "m1");
        form.append("file", new Blob([new Uint8Array(file)]), name.replace(/[\r\n\0"]/g, "") || "x");
        const { body, boundary } = await bytesOf(form);
        const parts = await readAll(body, boundary, cuts);
        expect(parts.map((part) => part.name)).toEqual(["id", "file"]);
        expect(parts[1]?.body.equals(Buffer.from(file))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("is not fooled by bytes that look like the beginning of a boundary", async () => {
    const form = new FormData();
    const tricky = "\r\n--\r\n-----\r\n\r\n--x";
    form.append("file", new Blob([tricky]), "x");
    const { body, boundary } = await bytesOf(form);
    expect((await readAll(body, boundary, [1]))[0]?.body.toString()).toBe(tricky);
  });

  it.each([
    ["that ends early", '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nabc'],
    ["without a name", "--b\r\ncontent-disposition: form-data\r\n\r\nabc\r\n--b--"],
    ["with a torn boundary", "--b??content"],
    ["that is empty", ""],
  ])("refuses a form %s", async (_, text) => {
    await expect(readAll(Buffer.from(text), "b", [7])).rejects.toMatchObject({ type: "bad_multipart" });
  });

  it("stops reading at its cap", async () => {
    let given = 0;
    async function* endless() {
      yield Buffer.from('--b\r\ncontent-disposition: form-data; name="file"\r\n\r\n');
      for (;;) {
        given += 1_000;
        yield Buffer.alloc(1_000);
      }
    }
    const reading = async () => {
      for await (const part of readParts(endless(), "b", 50_000)) for await (const _ of part.body);
    };
    await expect(reading()).rejects.toMatchObject({ type: "file_too_large" });
    expect(given).toBeLessThan(60_000);
  });
});

describe("boundaryOf", () => {
  it("reads plain and quoted boundaries, and none elsewhere", () => {
    expect(boundaryOf("multipart/form-data; boundary=abc")).toBe("abc");
    expect(boundaryOf('multipart/form-data; charset=x; boundary="a b"')).toBe("a b");
    expect(boundaryOf("multipart/form-data")).toBe("");
    expect(boundaryOf("application/json")).toBeUndefined();
    expect(boundaryOf(undefined)).toBeUndefined();
  });
});
