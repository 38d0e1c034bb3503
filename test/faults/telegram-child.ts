/**
 * An office with a Telegram line in a process of its own, which may kill itself at a given moment (kill-points.ts):
 *   telegram-child.ts FOLDER ROOT TOKEN [FAULT]
 * What it says, and how it ends: platform-child.ts.
 */
import { telegramChannel } from "../../src/channels/telegram/telegram.ts";
import { killPoint } from "./kill-points.ts";
import { fastRates, runOffice } from "./platform-child.ts";

const [folder = "", apiRoot = "", token = "", fault = ""] = process.argv.slice(2);
const kill = killPoint(fault);
const { channel } = telegramChannel({ token, apiRoot, pace: 0.05, rates: fastRates });

await runOffice(folder, channel, kill);
