/** A contact card as WhatsApp sends it (vCard 3.0, https://www.rfc-editor.org/rfc/rfc2426): a name and one phone. Pure. */

/** A card has a few hundred bytes; one with a picture in it may have more, and is read up to here. */
const mostRead = 20_000;

/** undefined: no phone is in it. */
export function readCard(card: string): { readonly name: string; readonly phone: string } | undefined {
  // A line that begins with a space goes on with the line before.
  const lines = card
    .slice(0, mostRead)
    .replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n/);
  let name = "";
  let phone: string | undefined;
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon < 0) continue;
    const [property = "", ...parameters] = line.slice(0, colon).split(";");
    const value = unescaped(line.slice(colon + 1)).trim();
    // `item1.TEL`: properties may stand in a group.
    const what = property.toUpperCase().replace(/^.*\./, "");
    if (what === "FN" && name === "") name = value;
    if (what === "TEL" && phone === undefined) phone = phoneOf(parameters, value);
  }
  return phone === undefined ? undefined : { name, phone };
}

/** `waid` is the account's number in full; the value may be written in any way. */
function phoneOf(parameters: readonly string[], value: string): string | undefined {
  const account = parameters.map((one) => /^waid=(\d+)$/i.exec(one)?.[1]).find(Boolean);
  if (account) return `+${account}`;
  return /\d/.test(value) ? value : undefined;
}

function unescaped(value: string): string {
  return value.replace(/\\n/gi, " ").replace(/\\([\\,;:])/g, "$1");
}
