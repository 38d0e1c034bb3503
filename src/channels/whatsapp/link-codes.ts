/** How a browser without a link offers one: QR codes, or a code to be typed on the phone, for as long as each lives. */
import type { LineState } from "../channel.ts";
import type { Timings } from "./timings.ts";
import type { WebEvents } from "./web.ts";

export type LinkCodesDeps = {
  /** The phone that asks for a code instead of the QR code (digits alone). */
  readonly digits: string | undefined;
  /** Said beside the codes: why the line needs a link. */
  readonly why: { readonly why?: "logged_out" };
  readonly askCode: (digits: string) => Promise<void>;
  /** A code is there, or asked for, and lives so long. */
  readonly onOffer: (lifeMs: number, state?: LineState) => void;
  readonly timings: Pick<Timings, "qrLifeMs" | "codeLifeMs">;
  readonly note: (what: string, error?: unknown) => void;
};

export type LinkCodes = Pick<WebEvents, "qr" | "code"> & {
  /** Asks for a code for this phone, in place of the QR code. */
  pair(digits: string): void;
};

export function createLinkCodes({ digits, why, askCode, onOffer, timings, note }: LinkCodesDeps): LinkCodes {
  let phone = digits;
  let isAsked = false;
  let givesCodes = false;

  function pair(digits: string): void {
    phone = digits;
    // Its first QR code tells that the page can give codes.
    if (!givesCodes) return;
    isAsked = true;
    onOffer(timings.codeLifeMs);
    askCode(digits).catch((error: unknown) => {
      note("WhatsApp gives no pairing code", error);
      phone = undefined;
      isAsked = false;
    });
  }

  return {
    pair,
    qr(qr) {
      givesCodes = true;
      if (isAsked) return;
      if (phone !== undefined) pair(phone);
      else onOffer(timings.qrLifeMs, { type: "needs_link", qr, ...why });
    },
    code(code) {
      if (isAsked) onOffer(timings.codeLifeMs, { type: "needs_link", code, ...why });
    },
  };
}
