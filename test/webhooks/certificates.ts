/** Certificates of an authority of our own, right ones and wrong ones, made anew for each run. */
import { generate } from "selfsigned";

export type Certificate = { readonly key: string; readonly cert: string };

const day = 24 * 3_600_000;

/** An authority that signs whatever it is asked to. */
export async function makeAuthority() {
  const authority = await issue({ host: "Authority of the tests", isAuthority: true });
  return {
    certificate: authority.cert,
    sign: (request: Omit<Request, "by">) => issue({ ...request, by: authority }),
  };
}

type Request = {
  readonly host: string;
  /** Days from today; a year from yesterday, where nothing is said. */
  readonly from?: number;
  readonly until?: number;
  readonly by?: Certificate;
  readonly isAuthority?: boolean;
};

/** A certificate for a host; signed by itself where nobody else does. */
export async function issue(request: Request): Promise<Certificate> {
  const { host, from = -1, until = 365, by, isAuthority = false } = request;
  const now = Date.now();
  const made = await generate([{ name: "commonName", value: host }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now + from * day),
    notAfterDate: new Date(now + until * day),
    extensions: isAuthority
      ? [
          { name: "basicConstraints", cA: true, critical: true },
          { name: "keyUsage", keyCertSign: true, critical: true },
        ]
      : [
          { name: "basicConstraints", cA: false },
          { name: "extKeyUsage", serverAuth: true },
          { name: "subjectAltName", altNames: [{ type: 2, value: host }] },
        ],
    ...(by && { ca: by }),
  });
  return { key: made.private, cert: made.cert };
}
