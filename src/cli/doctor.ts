/**
 * `npm run doctor`: looks at the settings, the machine, the data folder and every service that is configured, and says in one line each
 * what it found and what to do. Ends with code 1 where something is at fault. Changes nothing; the office may run meanwhile.
 */
import "../native-parts.ts";

import { ConfigError, loadSettings } from "../config.ts";
import { examineFaults, examineOffice } from "../doctor/examine.ts";
import { countOf, type Finding, fault, showFinding } from "../doctor/finding.ts";
import { doctorWordsIn } from "../doctor/words.ts";
import { readOptions } from "./options.ts";

/** Where the settings don't tell: the language of the office as it comes. */
const firstLanguage = "ar";

try {
  readOptions([], "npm run doctor");
  const { findings, language } = await examine();
  const words = doctorWordsIn(language);
  for (const finding of findings) console.log(showFinding(finding));
  const [faults, warnings] = [countOf(findings, "fault"), countOf(findings, "warning")];
  console.log(`\n${faults + warnings === 0 ? words.allFine : words.sum(faults, warnings)}`);
  process.exitCode = faults > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

type Told = { readonly findings: readonly Finding[]; readonly language: "ar" | "en" };

async function examine(): Promise<Told> {
  try {
    const config = loadSettings();
    const { language } = config;
    return { language, findings: await examineSafely(config) };
  } catch (error) {
    if (!(error instanceof ConfigError) || error.faults.length === 0) throw error;
    const language = error.language ?? firstLanguage;
    return { language, findings: examineFaults(error.faults, language) };
  }
}

/** A check that fails by itself is a finding too, without its stack: that might repeat an address. */
async function examineSafely(config: Parameters<typeof examineOffice>[0]): Promise<readonly Finding[]> {
  try {
    return await examineOffice(config);
  } catch (error) {
    const why = error instanceof Error ? error.name : "?";
    return [fault(doctorWordsIn(config.language).failedCheck(why))];
  }
}
