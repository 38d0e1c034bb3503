/** A limit to waiting: a page that hangs answers nothing, not even that it failed. */

/** What was waited for may still happen. */
export class Late extends Error {
  override readonly name = "Late";
}

/** @throws Late when it takes longer */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(`No answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
