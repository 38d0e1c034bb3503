/** What was wrong with a partner's TLS, from the codes of Node and OpenSSL, in words for the queue. */

export type TlsProblem =
  | "expired"
  | "not_yet_valid"
  /** The certificate is another host's. */
  | "wrong_host"
  | "self_signed"
  /** Issued by nobody whom this machine knows; also where the server leaves out what is between. */
  | "unknown_authority"
  | "revoked"
  /** Any other fault of the certificate. */
  | "bad_certificate"
  /** No TLS there, or none that is safe enough (1.2 and newer are). */
  | "no_handshake";

/** Codes of X.509 checks (Node's tls manual, "X509 certificate error codes") and of the host's check. */
const byCode: ReadonlyMap<string, TlsProblem> = new Map([
  ["CERT_HAS_EXPIRED", "expired"],
  ["CERT_NOT_YET_VALID", "not_yet_valid"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "wrong_host"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "self_signed"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "self_signed"],
  ["UNABLE_TO_GET_ISSUER_CERT", "unknown_authority"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "unknown_authority"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "unknown_authority"],
  ["CERT_REVOKED", "revoked"],
  ["CERT_SIGNATURE_FAILURE", "bad_certificate"],
  ["CERT_UNTRUSTED", "bad_certificate"],
  ["CERT_REJECTED", "bad_certificate"],
  ["CERT_CHAIN_TOO_LONG", "bad_certificate"],
  ["INVALID_CA", "bad_certificate"],
  ["INVALID_PURPOSE", "bad_certificate"],
  ["PATH_LENGTH_EXCEEDED", "bad_certificate"],
  ["HOSTNAME_MISMATCH", "wrong_host"],
  ["ERROR_IN_CERT_NOT_BEFORE_FIELD", "bad_certificate"],
  ["ERROR_IN_CERT_NOT_AFTER_FIELD", "bad_certificate"],
  ["UNABLE_TO_DECRYPT_CERT_SIGNATURE", "bad_certificate"],
  ["UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY", "bad_certificate"],
  ["EPROTO", "no_handshake"],
]);

/** The problem that an error's code stands for; undefined where it is none of TLS. */
export function findTlsProblem(code: string): TlsProblem | undefined {
  return byCode.get(code) ?? (/^ERR_(SSL|TLS)_/.test(code) ? "no_handshake" : undefined);
}
