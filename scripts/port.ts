import { createServer } from "node:net";

/** Whether somebody who asked for a port, by PORT, has named one. */
export const isPort = (asked: string): boolean =>
  /^\d+$/.test(asked) && Number(asked) >= 1 && Number(asked) <= 65_535;

/** Whether a server could listen at a port on every address of this computer, as ours does. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
