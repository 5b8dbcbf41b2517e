import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Running = { readonly address: string; stop(): Promise<void> };

/** A server on this computer. What `answer` throws is a 500 with its trace, so that a test says what went wrong. */
export async function listen(
  port: number,
  answer: (asked: IncomingMessage, answer: ServerResponse) => Promise<void> | void,
): Promise<Running> {
  const server = createServer((asked, out) => {
    const failed = (error: unknown) => {
      out.writeHead(500).end(error instanceof Error ? error.stack : String(error));
    };
    void Promise.resolve()
      .then(() => answer(asked, out))
      .catch(failed);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  // Of port 0 the system chooses one that is free.
  const here = server.address();
  const free = typeof here === "object" && here ? here.port : port;
  return {
    address: `http://127.0.0.1:${String(free)}`,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
