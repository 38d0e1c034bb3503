/**
 * What may be sent as a file, and what a question takes of it: one table for every way in, chat, forms of colleagues and programs. Whoever refuses a file names its
 * numbers from here.
 */
import type { FileRef } from "./answer.ts";

const mebibyte = 1024 * 1024;

export const fileLimits = {
  /** As the HTTP contract says; the Bot API of Telegram hands over no larger ones either. */
  bytes: 20 * mebibyte,
  /** Of a picture: 160 MB once somebody decodes it. */
  pixels: 40_000_000,
  /** Files that answer one question. */
  perQuestion: 10,
} as const;

/** The same as people read them. */
export const fileNumbers = {
  mb: fileLimits.bytes / mebibyte,
  megapixels: fileLimits.pixels / 1_000_000,
  most: fileLimits.perQuestion,
} as const;

/** Questions that are answered by files. */
export const fileTypes = ["photo", "document"] as const;
export type FileType = (typeof fileTypes)[number];

const isPicture = (type: string): boolean => type.startsWith("image/");
const papers: readonly RegExp[] = [
  /^application\/pdf$/,
  /^application\/vnd\.openxmlformats-officedocument\./,
  /^text\//,
];

const kinds: Readonly<Record<FileType, (mediaType: string) => boolean>> = {
  photo: isPicture,
  /** Voice and video notes are no papers: they stay in the chat. */
  document: (type) => isPicture(type) || papers.some((paper) => paper.test(type)),
};

export const isFileType = (type: string): type is FileType => fileTypes.some((one) => one === type);

/** Whether a question of this type takes a file of that kind. */
export const takesKind = (type: FileType, { type: mediaType }: Pick<FileRef, "type">): boolean =>
  kinds[type](mediaType);

/** `file_type`: of no kind that the question takes; `needs_a_picture`: the same where it takes pictures alone. */
export type FileFault = "too_many_files" | "file_too_large" | "needs_a_picture" | "file_type";

/** Why these files can't answer a question of this type together; undefined where they can. */
export function faultOf(type: FileType, files: readonly FileRef[]): FileFault | undefined {
  if (files.length > fileLimits.perQuestion) return "too_many_files";
  if (files.some(({ bytes }) => bytes > fileLimits.bytes)) return "file_too_large";
  if (files.every((file) => takesKind(type, file))) return undefined;
  return type === "photo" ? "needs_a_picture" : "file_type";
}

/** The number that a fault is about, as people read it. */
export function limitOf(fault: string): number | undefined {
  if (fault === "too_many_files") return fileNumbers.most;
  return fault === "file_too_large" ? fileNumbers.mb : undefined;
}
