/** The header that makes a browser save a file under its name and show it nowhere. */

/** RFC 6266: an ASCII name for old readers, and the whole name percent-encoded as UTF-8 (RFC 8187). Nothing in a name can end it. */
export function attachment(name: string): string {
  const clean = name.toWellFormed().replace(/[\u0000-\u001f\u007f/\\]/g, "_");
  const plain = clean.replace(/[^\x20-\x7e]|["%]/g, "_");
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
