/**
 * Whether a partner's message means what its path says. A signature covers id, time and body, never the path: without this, somebody
 * in between could send an acceptance of one offer to the path of another.
 */

/** What a path asks for. */
export type PartnerAct =
  | { readonly type: "offer.accept" | "offer.decline" | "offer.quote"; readonly offer: string }
  | {
      readonly type: "order.stage" | "order.confirm" | "order.no_show" | "order.expiry";
      readonly order: string;
    }
  | { readonly type: "partner.resume"; readonly partner: string };

export type ActCheck =
  | { readonly type: "same" }
  /** 422: these fields of the body are missing, or say something else than the path. */
  | {
      readonly type: "differs";
      readonly fields: readonly ("type" | "offer" | "order" | "partner" | "body")[];
    };

/** What a path can name. */
type PathFields = {
  readonly type: string;
  readonly offer: string;
  readonly order: string;
  readonly partner: string;
};

/** Compares the signed body with the path that it was posted to. */
export function checkAct(body: unknown, path: PartnerAct): ActCheck {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { type: "differs", fields: ["body"] };
  }
  const said = new Map(Object.entries(body));
  const wanted = Object.entries(path) as [keyof PathFields, string][];
  const fields = wanted.filter(([field, value]) => said.get(field) !== value).map(([field]) => field);
  return fields.length === 0 ? { type: "same" } : { type: "differs", fields };
}
