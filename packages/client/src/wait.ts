/** The answer to a request of the browser's database. */
export const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? lost());
  });

/** A transaction that has ended well: all of it is kept. */
export const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? lost());
  });

/** Browsers abort without a reason when they take the database away. */
const lost = (): DOMException => new DOMException("the database is gone", "AbortError");
