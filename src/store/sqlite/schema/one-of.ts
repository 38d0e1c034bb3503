/** The names that a check of a column allows, as SQL writes them. */
import { type SQL, sql } from "drizzle-orm";

export const oneOf = (names: readonly string[]): SQL => sql.raw(names.map((name) => `'${name}'`).join(", "));
