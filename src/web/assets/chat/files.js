// @ts-check
/** Files that wait to be sent, kept in the browser's database so that a reload loses none. */

const storeName = "files";

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("chat", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @template Result
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<Result>} ask
 * @returns {Promise<Result>}
 */
async function run(mode, ask) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = ask(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** @type {Map<string, File>} For browsers without a database (private windows): then a reload forgets them. */
const held = new Map();

/** @param {string} id @param {File} file */
export async function keepFile(id, file) {
  held.set(id, file);
  await run("readwrite", (store) => store.put(file, id)).catch(() => undefined);
}

/** @param {string} id @returns {Promise<File | undefined>} */
export async function keptFile(id) {
  return held.get(id) ?? (await run("readonly", (store) => store.get(id)).catch(() => undefined));
}

/** @param {string} id */
export async function dropFile(id) {
  held.delete(id);
  await run("readwrite", (store) => store.delete(id)).catch(() => undefined);
}
