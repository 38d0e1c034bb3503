/** A second process that holds the database's write lock: locked.ts FILE MILLISECONDS TIMES. Says `held` each time that it has it. */
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";

const [file = "", holdMs = "100", times = "1"] = process.argv.slice(2);
const db = new Database(file, { timeout: 10_000 });
for (let time = 0; time < Number(times); time += 1) {
  db.exec("BEGIN IMMEDIATE");
  process.stdout.write("held\n");
  await sleep(Number(holdMs));
  db.exec("COMMIT");
  await sleep(5);
}
db.close();
