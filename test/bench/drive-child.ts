/** W in a process of its own, for counting its system calls: `drive-child.ts FOLDER IN_FLIGHT MESSAGES`. */
import { join } from "node:path";
import { openOffice } from "../../src/office.ts";
import { askForBenchForm, countingChannel, drive, writeBenchFlows } from "./work-item.ts";

const [folder = "", inFlight = "1", messages = "0"] = process.argv.slice(2);
const counting = countingChannel();
const office = await openOffice({
  dataDir: join(folder, "data"),
  flowsDir: writeBenchFlows(folder),
  channels: [counting.channel],
  classifier: askForBenchForm,
  manualClock: true,
});
await drive(office, counting, { messages: Number(messages), inFlight: Number(inFlight), prefix: "c" });
await office.idle();
await office.close();
