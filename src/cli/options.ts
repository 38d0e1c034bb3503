/** The `--name VALUE` options of a command, where a slip gets one sentence and the command's usage. */
import { parseArgs } from "node:util";
import { ConfigError } from "../config.ts";

/**
 * Reads options that each take a value.
 * @throws ConfigError naming what can't be read, with the usage
 */
export function readOptions<Name extends string>(
  names: readonly Name[],
  usage: string,
  args: readonly string[] = process.argv.slice(2),
): Readonly<Partial<Record<Name, string>>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" } as const]));
  const found: Partial<Record<Name, string>> = {};
  try {
    const { values } = parseArgs({ args: [...args], options });
    for (const name of names) {
      const value = values[name];
      if (typeof value === "string") found[name] = value;
    }
    return found;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(". To specify");
    throw new ConfigError(`${reason}. Usage: ${usage}`, { cause: error });
  }
}
