import { constants, generateKeyPairSync, type KeyObject, privateDecrypt, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import * as z from "zod";

/**
 * As much of KMS as a signer and an opener ask, on 127.0.0.1 (AWS JSON 1.1): `Sign` of Ed25519 keys, `Decrypt` of RSA ones, and
 * `GetPublicKey` of both.
 */
export async function keyService(keyIds: readonly string[], sealing: readonly string[] = []) {
  const rsa = () => generateKeyPairSync("rsa", { modulusLength: 3072 });
  const keys = new Map([
    ...keyIds.map((id) => [id, generateKeyPairSync("ed25519")] as const),
    ...sealing.map((id) => [id, rsa()] as const),
  ]);
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
        const said = told(asked, key);
        if (!said) return answer(400, { __type: "InvalidCiphertextException" });
        return answer(200, { KeyId: asked.KeyId, ...said });
      },
      (error: unknown) => answer(400, { __type: "ValidationException", message: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
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
  Common.extend({
    operation: z.literal("Decrypt"),
    CiphertextBlob: z.base64().min(1),
    EncryptionAlgorithm: z.literal("RSAES_OAEP_SHA_256"),
  }),
]);

async function read(request: IncomingMessage): Promise<z.infer<typeof Asked>> {
  if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 ")) throw new Error("unsigned");
  const operation = String(request.headers["x-amz-target"]).replace("TrentService.", "");
  return Asked.parse({ ...z.looseObject({}).parse(await json(request)), operation });
}

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

/** The answer to a request; nothing where KMS would say that this was not encrypted for that key. */
function told(asked: z.infer<typeof Asked>, { publicKey, privateKey }: Pair): object | undefined {
  if (asked.operation === "Decrypt") {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const wrapped = Buffer.from(asked.CiphertextBlob, "base64");
    try {
      const plain = privateDecrypt({ key: privateKey, padding, oaepHash: "sha256" }, wrapped);
      return {
        Plaintext: plain.toString("base64"),
        EncryptionAlgorithm: asked.EncryptionAlgorithm,
      };
    } catch {
      return undefined;
    }
  }
  if (asked.operation === "Sign")
    return {
      Signature: sign(null, Buffer.from(asked.Message, "base64"), privateKey).toString("base64"),
      SigningAlgorithm: "ED25519_SHA_512",
    };
  const spki = publicKey.export({ format: "der", type: "spki" });
  if (publicKey.asymmetricKeyType === "rsa")
    return {
      PublicKey: spki.toString("base64"),
      KeySpec: "RSA_3072",
      KeyUsage: "ENCRYPT_DECRYPT",
      EncryptionAlgorithms: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"],
    };
  return {
    PublicKey: spki.toString("base64"),
    KeySpec: "ECC_NIST_EDWARDS25519",
    KeyUsage: "SIGN_VERIFY",
    SigningAlgorithms: ["ED25519_SHA_512"],
  };
}
