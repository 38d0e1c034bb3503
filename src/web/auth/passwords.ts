/**
 * Passwords: hashed with argon2id, compared in one place, and generated for new staff. Nothing here keeps or logs one.
 */
import { hash, verify } from "@node-rs/argon2";

/**
 * 19 MiB, two passes, one lane: the OWASP minimum for argon2id.
 * argon2id is the default algorithm of the library. Source: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Characters (UTF-16 units). The upper bound keeps a hash from being given megabytes to chew. */
export const passwordLength = { min: 12, max: 200 } as const;

export type PasswordProblem = "too_short" | "too_long";

/** What is wrong with a password somebody chose for themselves, if anything. */
export function passwordProblem(password: string): PasswordProblem | undefined {
  if (password.length < passwordLength.min) return "too_short";
  return password.length > passwordLength.max ? "too_long" : undefined;
}

/** The PHC string (`$argon2id$v=19$m=19456,t=2,p=1$…`) to store. NFKC first: the same keys may arrive composed or not. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/**
 * Is this the password behind `stored`? Without `stored` (nobody has that e-mail address) a hash is computed all the same, so the time
 * taken tells nothing. An unreadable `stored` is no match.
 */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const given = password.slice(0, passwordLength.max + 1).normalize("NFKC");
  if (stored === undefined) {
    await hash(given, cost);
    return false;
  }
  try {
    return await verify(stored, given);
  } catch {
    return false;
  }
}

/** Without 0/O, 1/l/I and vowels: read over the telephone without doubt, and never a word. 27 signs. */
const signs = "bcdfghjkmnpqrstvwxz23456789";

/** Five groups of four, about 95 bits: `kq7d-…`. `randomBytes` must be cryptographic. */
export function generatePassword(randomBytes: (n: number) => Uint8Array): string {
  const picked: string[] = [];
  // 243 = 9 × 27: bytes above it would favour the first signs.
  while (picked.length < 20) {
    for (const byte of randomBytes(32)) {
      if (byte < 243 && picked.length < 20) picked.push(signs.charAt(byte % signs.length));
    }
  }
  return (picked.join("").match(/.{4}/g) ?? []).join("-");
}
