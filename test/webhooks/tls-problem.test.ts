import { describe, expect, it } from "vitest";
import { findTlsProblem } from "../../src/webhooks/tls-problem.ts";

describe("findTlsProblem", () => {
  it("names what certificates can have", () => {
    expect(findTlsProblem("CERT_HAS_EXPIRED")).toBe("expired");
    expect(findTlsProblem("CERT_REVOKED")).toBe("revoked");
    expect(findTlsProblem("INVALID_PURPOSE")).toBe("bad_certificate");
    expect(findTlsProblem("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED")).toBe("no_handshake");
  });

  it("leaves what is no fault of TLS to others", () => {
    for (const code of ["ECONNREFUSED", "ECONNRESET", "HPE_INVALID_CONSTANT", "ABORT_ERR", "", "toString"]) {
      expect(findTlsProblem(code)).toBeUndefined();
    }
  });
});
