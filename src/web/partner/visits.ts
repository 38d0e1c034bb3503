/** How often one address may open the pages behind links, so that nobody guesses them. */
import type { MiddlewareHandler } from "hono";
import type { WebDeps } from "../deps.ts";
import { type Allowance, createAddressOf, createLimiter } from "../limits.ts";
import { Problem } from "../problem.ts";

/** Refuses a visit beyond the allowance with `too_many`. */
export function visitsOf(
  { config, realNow }: Pick<WebDeps, "config" | "realNow">,
  allowance: Allowance,
): MiddlewareHandler {
  const limiter = createLimiter(allowance, realNow);
  const addressOf = createAddressOf(config.trustProxy);
  return async (c, next) => {
    const taken = limiter.take(addressOf(c));
    if (taken.ok) return next();
    throw new Problem("too_many", "Too many visits. Please wait a moment.", {
      retryAfterSeconds: Math.ceil(taken.retryAfterSeconds),
    });
  };
}
