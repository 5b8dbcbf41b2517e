import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { once } from "node:events";

/** What may happen to a call between the SDK and DynamoDB; `After` means that it was done and the answer is what suffers. */
export const FAULTS = [
  "throttle", "serverError", "unavailable", "resetBefore", "transactionConflict", "transactionThrottle", "transactionInProgress",
  "resetAfter", "serverErrorAfter", "cutBodyAfter", "shortBodyAfter", "hangAfter", "delivered twice", "slow",
] as const; // prettier-ignore
export type Fault = (typeof FAULTS)[number];

/** Which fault the next call to this operation meets, if any. */
export type Plan = (operation: string) => Fault | undefined;

export type FaultProxy = {
  readonly endpoint: string;
  /** How often each fault was done. */
  readonly done: Map<Fault, number>;
  plan: Plan;
  stop(): Promise<void>;
};

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Any of the faults, at the rate of `rate` (0 to 1), the same for the same seed and order of calls. */
export function seededPlan(seed: number, rate: number, faults: readonly Fault[] = FAULTS): Plan {
  const random = seeded(seed);
  return () => (random() < rate ? faults[Math.floor(random() * faults.length)] : undefined);
}

/** The fault for the first call to an operation, then none. */
export function onFirst(fault: Fault, operation: string): Plan {
  let isDone = false;
  return (called) => {
    if (isDone || called !== operation) return undefined;
    isDone = true;
    return fault;
  };
}

/** Stands in front of a DynamoDB and does what the plan says; without a fault it passes everything on as it is. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const done = new Map<Fault, number>();
  const server = createServer((asked, answer) => {
    const operation = String(asked.headers["x-amz-target"]).split(".").at(-1) ?? "";
    const fault = proxy.plan(operation);
    if (fault) done.set(fault, (done.get(fault) ?? 0) + 1);
    serve({ target, fault, asked, answer }).catch(() => answer.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const proxy: FaultProxy = {
    endpoint: `http://127.0.0.1:${String(port)}`,
    done,
    plan: () => undefined,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return proxy;
}

type Exchange = {
  readonly target: string;
  readonly fault: Fault | undefined;
  readonly asked: IncomingMessage;
  readonly answer: ServerResponse;
};

const HANG_MILLISECONDS = 600;
const SLOW_MILLISECONDS = 80;

async function serve({ target, fault, asked, answer }: Exchange): Promise<void> {
  const body = await bytesOf(asked);
  const operation = String(asked.headers["x-amz-target"]);
  const before = fault && REFUSALS[fault];
  if (before && applies(fault, operation)) {
    refuse(answer, before(countOfOps(body)));
    return;
  }
  if (fault === "resetBefore") {
    answer.destroy();
    return;
  }
  if (fault === "slow") await sleep(SLOW_MILLISECONDS);
  const reply = await forward(target, asked, body);
  if (fault === "delivered twice") await forward(target, asked, body);
  if (fault === "resetAfter") answer.destroy();
  else if (fault === "serverErrorAfter") refuse(answer, serverError);
  else if (fault === "cutBodyAfter") {
    answer.writeHead(reply.status, reply.headers);
    answer.write(reply.body.subarray(0, Math.max(1, reply.body.length >> 1)), () =>
      answer.destroy(),
    );
  } else if (fault === "shortBodyAfter") {
    // A whole answer to HTTP, and half of one to whoever parses it.
    const half = reply.body.subarray(0, reply.body.length >> 1);
    answer.writeHead(reply.status, { ...reply.headers, "content-length": half.length }).end(half);
  } else {
    if (fault === "hangAfter") await sleep(HANG_MILLISECONDS);
    answer.writeHead(reply.status, reply.headers).end(reply.body);
  }
}

type Refusal = { readonly status: number; readonly body: Record<string, unknown> };

const error = (status: number, name: string, more: Record<string, unknown> = {}): Refusal => ({
  status,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more },
});
const serverError = error(500, "InternalServerError");
const cancelled = (code: string) => (count: number) =>
  error(400, "TransactionCanceledException", {
    CancellationReasons: Array.from({ length: count }, (_, at) => ({
      Code: at === 0 ? code : "None",
    })),
  });

/** Answers given without anything being done. */
const REFUSALS: Partial<Record<Fault, (ops: number) => Refusal>> = {
  throttle: () => error(400, "ProvisionedThroughputExceededException"),
  serverError: () => serverError,
  unavailable: () => ({ status: 503, body: {} }),
  transactionConflict: cancelled("TransactionConflict"),
  transactionThrottle: cancelled("ThrottlingError"),
  transactionInProgress: () => error(400, "TransactionInProgressException"),
};

/** Only transactions are cancelled; the others pass such a fault. */
const applies = (fault: Fault | undefined, operation: string): boolean =>
  !fault?.startsWith("transaction") || operation.endsWith(".TransactWriteItems");

function refuse(answer: ServerResponse, { status, body }: Refusal): void {
  answer
    .writeHead(status, { "content-type": "application/x-amz-json-1.0" })
    .end(JSON.stringify(body));
}

function countOfOps(body: Buffer): number {
  const parsed: unknown = JSON.parse(body.toString());
  const isTransaction = typeof parsed === "object" && parsed !== null && "TransactItems" in parsed;
  return isTransaction && Array.isArray(parsed.TransactItems) ? parsed.TransactItems.length : 0;
}

async function forward(target: string, { headers, method }: IncomingMessage, body: Buffer) {
  const onward = request(target, { method, headers });
  onward.end(body);
  const [reply] = (await once(onward, "response")) as [IncomingMessage]; // as `request` documents
  return { status: reply.statusCode ?? 502, headers: reply.headers, body: await bytesOf(reply) };
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer); // no encoding is set
  return Buffer.concat(chunks);
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
