/** The smallest office whose files are in order: one service, one repair file, all statuses. Tests break it in one place each. */

import { statusNames } from "../../src/domain/order.ts";
import type { CheckContext, Loaded, SourceFile } from "../../src/flows/check-files.ts";
import { checkFiles } from "../../src/flows/check-files.ts";

const laundry = `# A service to break.
id: laundry
title:
  ar: "غسيل"
  en: "Laundry"
description:
  ar: "غسيل الملابس وكيها."
  en: "Washing and ironing."
sector: b2c
role: provide
for_example:
  ar:
    - "ابي اغسل ثيابي"
    - "عندي ثوب للكوي"
  en:
    - "wash my shirts"
questions:
  - name: kind
    type: choice
    label: { ar: "النوع", en: "Kind" }
    ask: { ar: "ما نوع الخدمة؟", en: "Which kind?" }
    options:
      - id: wash
        label: { ar: "غسيل", en: "Wash" }
        words: ["تنظيف"]
      - id: iron
        label: { ar: "كوي", en: "Iron" }
  - name: pieces
    type: integer
    label: { ar: "القطع", en: "Pieces" }
    ask: { ar: "كم عدد القطع؟ (مثل 3)", en: "How many pieces? (like 3)" }
    show: { ar: "عدد القطع: {value}", en: "Pieces: {value}" }
    min: 1
    max: 50
    units: ["ثوب"]
  - name: starch
    type: yes_no
    only_if: { field: kind, is: iron }
    label: { ar: "النشا", en: "Starch" }
    ask: { ar: "هل نضيف النشا؟", en: "With starch?" }
  - name: remark
    type: text
    asked: optional
    label: { ar: "ملاحظة", en: "Remark" }
about: { ar: "{kind}، عدد القطع: {pieces}", en: "{kind}, pieces: {pieces}" }
dispatch:
  department: reception
  promise_minutes: 30
  next: { ar: "نجهز الاستلام", en: "We are preparing the pick-up" }
stages:
  - id: washed
    label: { ar: "غُسلت", en: "Washed" }
    tell: customer
    say: { ar: "طلبك {ref}: غُسلت القطع.", en: "{ref}: your pieces are washed." }
`;

const cancel = `sure:
  say:
    ar: "هل نلغي {title}؟"
    en: "Shall we cancel {title}?"
  choices:
    - { id: "yes", label: { ar: "نعم", en: "Yes" } }
    - { id: "no", label: { ar: "لا", en: "No" } }
many:
  say:
    ar: "{count, plural, zero {لا طلبات} one {طلب واحد} two {طلبان} few {# طلبات} many {# طلبًا} other {# طلب}}"
    en: "{count, plural, one {one order} other {# orders}}"
`;

const office = `name: { ar: "مكتب", en: "Office" }
licence: "1010"
place: { ar: "الرياض", en: "Riyadh" }
phone: "+966112345678"
email: "a@example.com"
vat_registered: false
hours:
  sunday: [["09:00", "12:00"], ["16:00", "21:00"]]
  monday: [["09:00", "12:00"]]
  tuesday: []
  wednesday: []
  thursday: []
  friday: []
  saturday: []
holidays:
  - { date: "2026-09-23", name: { ar: "اليوم الوطني", en: "National Day" } }
`;

export const smallFiles: readonly SourceFile[] = [
  { file: "services/laundry.yaml", text: laundry },
  { file: "repairs/cancel.yaml", text: cancel },
  { file: "menu.yaml", text: "offer:\n  - laundry\n" },
  { file: "office.yaml", text: office },
  ...statusNames.map((id) => ({
    file: `status/${id}.yaml`,
    text: `id: ${id}
label: { ar: "حالة", en: "Status" }
tell: customer
say: { ar: "طلبك {ref}: تحديث.", en: "{ref}: news." }
asked: { ar: "طلبك {ref} قيد المتابعة.", en: "{ref} is being looked after." }
`,
  })),
];

/** The sentences that this office's conversations would ask for. */
const context: CheckContext = {
  zone: "Asia/Riyadh",
  pinned: [],
  sentences: {
    variables: { "cancel.sure": ["title"], "cancel.many": ["count"] },
    choiceIds: { "cancel.sure": ["yes", "no"] },
  },
};

export type Edit = {
  readonly file: string;
  /** A piece of the file that occurs once; without it the file is added, or replaced whole. */
  readonly from?: string;
  /** What stands there instead; without it the file is left out. */
  readonly to?: string;
};

/** The small office's files after edits. Throws when an edit hits nothing: then the test is stale. */
export function editedFiles(...edits: readonly Edit[]): readonly SourceFile[] {
  return edits.reduce<readonly SourceFile[]>((files, { file, from, to }) => {
    const rest = files.filter((one) => one.file !== file);
    if (to === undefined) return rest;
    if (from === undefined) return [...rest, { file, text: to }];
    const before = files.find((one) => one.file === file)?.text ?? "";
    if (before.split(from).length !== 2) throw new Error(`${file} does not have once: ${from}`);
    return [...rest, { file, text: before.replace(from, () => to) }];
  }, smallFiles);
}

export function check(files: readonly SourceFile[], more: Partial<CheckContext> = {}): Loaded {
  return checkFiles(files, { ...context, ...more });
}

/** The line, counted from 1, on which a piece of a file stands. */
export function lineWith(files: readonly SourceFile[], file: string, piece: string): number {
  const text = files.find((one) => one.file === file)?.text ?? "";
  const at = text.indexOf(piece);
  if (at < 0) throw new Error(`${file} has no ${piece}`);
  return text.slice(0, at).split("\n").length;
}
