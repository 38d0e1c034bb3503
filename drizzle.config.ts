/** `drizzle-kit generate` writes the next migration of SQLite from its schema. See docs/decisions/010. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./src/store/sqlite/schema.ts",
  out: "./drizzle/sqlite",
});
