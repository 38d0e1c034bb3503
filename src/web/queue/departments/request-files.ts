/**
 * The form of a request between departments, with the files that a colleague attaches: streamed to the document store as they come, and kept in
 * the chat that stands for what they ask. Files of a form that turns out wrong are named nowhere, and go with the nightly sweep.
 */
import type { Flow } from "../../../conversation/flow/flow.ts";
import { staffChannel } from "../../../conversation/order/news.ts";
import type { Refused, StoredDocument } from "../../../documents/documents.ts";
import { type FileFault, type FileType, faultOf, fileLimits, isFileType } from "../../../domain/files.ts";
import { boundaryOf, type Part, readParts, textOf } from "../../api/multipart.ts";
import { readForm } from "../../form.ts";
import { Problem } from "../../problem.ts";
import { storable } from "../../storable.ts";
import type { Desk, QueueContext } from "../frame/desk.tsx";
import { askedIn, refOf } from "./requests.ts";

/** A form's words around its files. */
const mostWordBytes = 256 * 1024;
const mostTextBytes = 64 * 1024;

export type FileProblem = FileFault | "file_empty" | "too_many_pixels" | "file_not_kept";
/** What was attached at a question; with a problem, nothing of it counts. */
export type GivenFiles = { readonly stored: readonly StoredDocument[]; readonly problem?: FileProblem };
export type SentForm = {
  readonly typed: URLSearchParams;
  readonly files: ReadonlyMap<string, GivenFiles>;
};

const problemOf: Readonly<Record<Refused["reason"], FileProblem>> = {
  too_large: "file_too_large",
  type_not_allowed: "file_type",
  too_many_pixels: "too_many_pixels",
  empty: "file_empty",
  disk_full: "file_not_kept",
};

/** Of a whole form: more parts than are read are more files than may be. */
const refusedAs: Readonly<Partial<Record<string, FileProblem>>> = {
  file_too_large: "file_too_large",
  bad_multipart: "too_many_files",
};

/** Reads the form of either kind, and stores its files. */
export async function readRequestForm(desk: Desk, c: QueueContext, flow: Flow): Promise<SentForm> {
  const boundary = boundaryOf(c.req.header("content-type"));
  const { body } = c.req.raw;
  if (boundary === undefined || !body) return { typed: await readForm(c), files: new Map() };
  const typed = new URLSearchParams();
  const files = new Map<string, GivenFiles>();
  const asked = new Map(
    askedIn(flow).flatMap(({ name, type }) => (isFileType(type) ? [[name, type] as const] : [])),
  );
  const { bytes, parts } = roomFor(asked.size, askedIn(flow).length);
  let newest: string | undefined;
  try {
    for await (const part of readParts(body as AsyncIterable<Uint8Array>, boundary, bytes, parts)) {
      const type = asked.get(part.name);
      if (!type) typed.append(part.name, await textOf(part, mostTextBytes));
      // A box in which no file was chosen sends a part without a name.
      else if (part.filename !== undefined && part.filename !== "") {
        newest = part.name;
        files.set(part.name, await added(desk, c, files.get(part.name) ?? { stored: [] }, part, type));
      }
    }
  } catch (error) {
    const problem = error instanceof Problem ? refusedAs[error.type] : undefined;
    if (problem === undefined || newest === undefined) throw error;
    files.set(newest, { stored: [], problem: files.get(newest)?.problem ?? problem });
  }
  return { typed, files };
}

/** As long as a form may be whose files are all as they may be, and one too many to be named. */
function roomFor(fileQuestions: number, questions: number): { bytes: number; parts: number } {
  const files = fileQuestions * (fileLimits.perQuestion + 1);
  return { bytes: files * fileLimits.bytes + mostWordBytes, parts: files + questions + 10 };
}

async function added(
  desk: Desk,
  c: QueueContext,
  given: GivenFiles,
  part: Part,
  type: FileType,
): Promise<GivenFiles> {
  const { stored, problem } = given;
  if (problem) return given;
  if (stored.length >= fileLimits.perQuestion) return { stored: [], problem: "too_many_files" };
  const { documents, engine } = desk.parts;
  const { id, language } = c.get("agent");
  const chat = await engine.openConversation({ channel: staffChannel, address: id, language });
  const about = { conversation: chat.id, name: storable(part.filename ?? ""), at: engine.now() };
  const result = await documents.put(part.body, about);
  if (result.type === "refused") return { stored: [], problem: problemOf[result.reason] };
  const all = [...stored, result.document];
  const fault = faultOf(type, all.map(refOf));
  if (!fault) return { stored: all };
  for (const one of all) await documents.remove(one.id);
  return { stored: [], problem: fault };
}
