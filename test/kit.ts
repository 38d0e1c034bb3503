/** What tests of every room need. */
import { createServer } from "node:net";

/** Without the marks that keep both directions of writing apart, which nobody sees. */
export const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, "");

/** Cryptographic chance, as an office is given it. */
export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Whoever must know its address before it listens asks for the port first. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address
          ? resolve(address.port)
          : reject(new Error("no port was given")),
      );
    });
  });
}
