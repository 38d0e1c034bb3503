/** Where Node begins: is it one that can run the office, and may it keep what it compiles; then the process itself. */
import "./native-parts.ts";

import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { root } from "./root.ts";

// From the second start on, five hundred modules need not be compiled again. Where nothing can be written they simply are.
enableCompileCache(join(root, "node_modules", ".wasit", "compiled"));
await import("./process.ts");
