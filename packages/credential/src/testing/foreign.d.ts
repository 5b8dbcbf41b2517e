/** Libraries of others that ours is tried against, as far as tests call them; they have no types of their own. */
type Loader = (
  url: string,
) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>;
type Verdict = { verified: boolean; error?: unknown; statusResult?: { verified: boolean } };

declare module "@digitalbazaar/data-integrity" {
  export const DataIntegrityProof: new (of: {
    cryptosuite: unknown;
    date?: string;
    signer?: {
      id: string;
      algorithm: "Ed25519";
      sign(of: { data: Uint8Array }): Promise<Uint8Array>;
    };
  }) => object;
}
declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: unknown;
}
declare module "@digitalbazaar/vc" {
  type Of = { credential: object; suite: unknown; documentLoader: Loader; now?: Date };
  export function issue(of: Of): Promise<Record<string, unknown>>;
  export function verifyCredential(of: Of & { checkStatus?: unknown }): Promise<Verdict>;
}
declare module "@digitalcredentials/vc-bitstring-status-list" {
  type List = { getStatus(index: number): boolean; setStatus(index: number, set: boolean): void };
  export function checkStatus(of: object): Promise<Verdict>;
  export function createList(of: { length: number }): Promise<List & { encode(): Promise<string> }>;
  export function decodeList(of: { encodedList: string }): Promise<List>;
}
