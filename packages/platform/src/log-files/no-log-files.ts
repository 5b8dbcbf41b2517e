import type { LogFiles } from "@twiza/core";

const refused = () => Promise.reject(new Error("this function's manifest grants it no log"));

/** For functions without the log: reaching for it is a bug that should be loud. */
export const noLogFiles: LogFiles = {
  read: refused,
  write: refused,
  current: refused,
  replace: refused,
};
