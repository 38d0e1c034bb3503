/** What the doctor finds: one line each, and how bad it is. */

/** `fault`: the office can't do its work like that. `warning`: it works, and somebody should look. */
export type Finding = { readonly level: "fine" | "warning" | "fault"; readonly text: string };

export const fine = (text: string): Finding => ({ level: "fine", text });
export const warning = (text: string): Finding => ({ level: "warning", text });
export const fault = (text: string): Finding => ({ level: "fault", text });

const signs: Readonly<Record<Finding["level"], string>> = { fine: "✓", warning: "!", fault: "✗" };

export function showFinding({ level, text }: Finding): string {
  return `${signs[level]} ${text}`;
}

export function countOf(findings: readonly Finding[], level: Finding["level"]): number {
  return findings.filter((finding) => finding.level === level).length;
}
