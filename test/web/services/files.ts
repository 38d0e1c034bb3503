/** Small real files, as customers attach them: their first bytes are what the office goes by. */

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** One empty page. */
const paper = pdfOf([
  "<</Type /Catalog /Pages 2 0 R>>",
  "<</Type /Pages /Kids [3 0 R] /Count 1>>",
  "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>",
]);

/** The file behind this name: a picture (`.png`) or a paper (`.pdf`). */
export function fileNamed(name: string): Blob {
  if (name.endsWith(".png")) return new Blob([picture], { type: "image/png" });
  if (name.endsWith(".pdf")) return new Blob([paper], { type: "application/pdf" });
  throw new Error(`no file is known for ${name}`);
}

/** A paper of these things, the first of which is its catalogue. */
function pdfOf(things: readonly string[]): string {
  let body = "%PDF-1.4\n";
  const places = things.map((thing, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj ${thing} endobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const index = `xref\n0 ${things.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer <</Size ${things.length + 1} /Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return body + index + end;
}
