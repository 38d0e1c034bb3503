/** When nobody is to be disturbed: from 22:00 to 09:00 on the office's clock. */
import { offsetMsAt } from "../language/times/clock.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const quietFromMs = 22 * hourMs;
const quietUntilMs = 9 * hourMs;

/** The earliest moment from `at` on that lies outside the night. The offset is that of `at`: one clock change is forgiven. */
export function outsideTheNight(at: number, zone: string): number {
  const ofDay = (((at + offsetMsAt(at, zone)) % dayMs) + dayMs) % dayMs;
  if (ofDay >= quietFromMs) return at + (dayMs - ofDay) + quietUntilMs;
  return ofDay < quietUntilMs ? at + (quietUntilMs - ofDay) : at;
}
