/** The log: one JSON line each on standard output (pino). A reader that went away is no reason to stop. */
import pino from "pino";

/** @param level a pino level, or `silent` */
export function openLog(level: string): pino.Logger {
  const destination = pino.destination({ dest: 1, sync: false, minLength: 0 });
  // EPIPE, a full log disk: lines are dropped, customers are served.
  destination.on("error", () => undefined);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          "text",
          "*.text",
          "phone",
          "*.phone",
          "password",
          "*.password",
          "session",
          "*.session",
          "token",
          "*.token",
        ],
        censor: "[removed]",
      },
    },
    destination,
  );
}
