/** What a sender calls a file: words to show, never a path, and never an ending that promises another kind of file. */

/** C0, DEL, C1; zero-width and bidi controls; line and paragraph separators; byte order mark. */
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const maxLength = 120;
/** Names that mean a device to Windows, whatever ending follows (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A label of at most 120 characters. An ending that does not belong to the file's type gets the right one behind it, so that a
 * downloaded "photo.html" can't be opened as a page.
 */
export function cleanLabel(name: string, extensions: readonly string[]): string {
  const [extension = ""] = extensions;
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const words = last
    .replace(hidden, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const label = words === "" ? "file" : words.replace(device, "$1_");
  const right = extensions.some((known) => label.toLowerCase().endsWith(`.${known}`));
  const ending = right ? label.slice(label.lastIndexOf(".")) : `.${extension}`;
  const stem = right ? label.slice(0, -ending.length) : label;
  return `${[...stem].slice(0, maxLength - ending.length).join("")}${ending}`;
}
