/**
 * A program on telegraf alone, which keeps each text as a line of a file and may die while it handles one:
 *   library-child.ts ROOT TOKEN FILE [TEXT]
 */
import { appendFileSync } from "node:fs";
import { Telegraf } from "telegraf";

const [apiRoot = "", token = "", file = "", deadly] = process.argv.slice(2);

/** The deadly one is still being handled when the others are through. */
async function take(text: string): Promise<void> {
  if (text === deadly) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    process.kill(process.pid, "SIGKILL");
  }
  appendFileSync(file, `${text}\n`);
}

const bot = new Telegraf(token, { telegram: { apiRoot } });
bot.on("text", (context) => take(context.message.text));
void bot.launch();
