import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import * as z from "zod";

/** As much of KMS as a signer asks: `Sign` and `GetPublicKey` of Ed25519 keys (AWS JSON 1.1), on 127.0.0.1. */
export async function keyService(keyIds: readonly string[], port = 0) {
  const keys = new Map(keyIds.map((id) => [id, generateKeyPairSync("ed25519")]));
  const calls: string[] = [];
  /** Answers to give instead of the true ones, in order: a status. */
  const failures: number[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(body));
    };
    void read(request).then(
      (asked) => {
        calls.push(asked.operation);
        const failure = failures.shift();
        if (failure !== undefined) return answer(failure, { __type: "KMSInternalException" });
        const key = keys.get(asked.KeyId);
        if (!key) return answer(400, { __type: "NotFoundException" });
        return answer(200, { KeyId: asked.KeyId, ...told(asked, key) });
      },
      (error: unknown) => answer(400, { __type: "ValidationException", message: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    address: `http://127.0.0.1:${address.port}`,
    /** Operations asked so far, by name. */
    calls,
    failures,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const Common = z.strictObject({ operation: z.literal("GetPublicKey"), KeyId: z.string() });
const Asked = z.discriminatedUnion("operation", [
  Common,
  Common.extend({
    operation: z.literal("Sign"),
    Message: z.base64().refine((it) => Buffer.from(it, "base64").length <= 4096),
    MessageType: z.literal("RAW"),
    SigningAlgorithm: z.literal("ED25519_SHA_512"),
  }),
]);

async function read(request: IncomingMessage): Promise<z.infer<typeof Asked>> {
  if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 ")) throw new Error("unsigned");
  const operation = String(request.headers["x-amz-target"]).replace("TrentService.", "");
  return Asked.parse({ ...z.looseObject({}).parse(await json(request)), operation });
}

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

function told(asked: z.infer<typeof Asked>, { publicKey, privateKey }: Pair): object {
  if (asked.operation === "Sign")
    return {
      Signature: sign(null, Buffer.from(asked.Message, "base64"), privateKey).toString("base64"),
      SigningAlgorithm: "ED25519_SHA_512",
    };
  const spki = publicKey.export({ format: "der", type: "spki" });
  return {
    PublicKey: spki.toString("base64"),
    KeySpec: "ECC_NIST_EDWARDS25519",
    KeyUsage: "SIGN_VERIFY",
    SigningAlgorithms: ["ED25519_SHA_512"],
  };
}
