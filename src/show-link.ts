/** The codes that link a line, where a person looks at a terminal: never into a log or a file. */
import type { LineState } from "./channels/channel.ts";

/** Writes a QR code or a pairing code, each time that there is a new one. */
export async function showLink(
  state: LineState,
  terminal: Pick<NodeJS.WriteStream, "isTTY" | "write">,
): Promise<void> {
  if (!terminal.isTTY || state.type !== "needs_link") return;
  if (state.code !== undefined) {
    terminal.write(`\n  WhatsApp > Linked devices > Link with phone number instead:  ${state.code}\n`);
  } else if (state.qr !== undefined) {
    const { default: QRCode } = await import("qrcode");
    const picture = await QRCode.toString(state.qr, { type: "terminal", small: true });
    terminal.write(`\n${picture}\n  WhatsApp > Linked devices > Link a device: scan this.\n`);
  }
}
