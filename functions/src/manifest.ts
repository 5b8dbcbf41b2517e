import type { FunctionName } from "@twiza/contract/where";
import type { TableName } from "@twiza/storage/tables";

/** Names of environment variables that a function may be given. Configuration comes in through these and nothing else. */
export const ENVIRONMENT = [
  "TWIZA_TABLE_PREFIX",
  "TWIZA_ORIGIN",
  "TWIZA_PUBLIC_BLOBS",
  "TWIZA_PRIVATE_BLOBS",
  "TWIZA_UPLOADS",
  "TWIZA_ISSUER_URL",
  "TWIZA_CLIENT_ID",
  "TWIZA_SIGNING_KEYS",
  "TWIZA_SEALING_KEYS",
  "TWIZA_ISSUER_KEYS",
  "TWIZA_LOG",
  "TWIZA_LOG_KEYS",
  "TWIZA_WITNESSES",
  "TWIZA_SENDER",
] as const;
export type EnvironmentName = (typeof ENVIRONMENT)[number];

/** The same for every function and about Node itself: stack traces that name our own lines. */
export const RUNTIME_ENVIRONMENT = { NODE_OPTIONS: "--enable-source-maps" } as const;

/** `read` never writes; `read-write` puts and deletes whole items. Nobody scans, and nobody changes a table itself. */
export type Access = "read" | "read-write";
/**
 * Of blobs also `write`: puts what it will never read back, as who takes photos in has no business with answer keys. And `erase`: takes
 * away, and neither reads nor puts.
 */
export type BlobAccess = Access | "write" | "erase";

/** A path that is no operation: pages made by the function itself. `*` at the end stands for the rest of the path. */
export type Page = { readonly method: "GET" | "ANY"; readonly path: `/${string}` };

type Common = {
  readonly tables: Readonly<Partial<Record<TableName, Access>>>;
  readonly blobs: { readonly public?: BlobAccess; readonly private?: BlobAccess };
  /** Signs with the installation's key, and reads its public half. */
  readonly signs?: true;
  /** Signs certificates and what is told of them, and reads the public halves of those keys. */
  readonly issues?: true;
  /** Opens what was sealed for the installation, and reads the public half of the key for it. */
  readonly opens?: true;
  /** The public log: `read` for who proves something from it, `keep` for the one that writes its files and signs for it. */
  readonly log?: "read" | "keep";
  /** Writes to people, from the address that the operator has for it. */
  readonly sends?: true;
  /** Takes in what people bring: the bucket where it waits, and the codecs that draw pictures anew. */
  readonly uploads?: true;
  /** Sets papers: the compiler, its letters and templates lie beside it, and the codecs that draw pictures for them. */
  readonly papers?: true;
  /** Another processor than the cheaper one, where machine code of others is built for it alone. */
  readonly architecture?: "x86_64";
  /** What it needs beyond what its tables, blobs and kind imply. */
  readonly environment: readonly EnvironmentName[];
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
};

/** Answers the operations of the contract that carry its name, and its own pages. */
export type HttpManifest = Common & {
  readonly kind: "http";
  readonly name: FunctionName;
  readonly pages: readonly Page[];
};

/** Consumes the change feed of one table and reports which records of a batch failed. */
export type StreamManifest = Common & {
  readonly kind: "stream";
  readonly name: string;
  readonly stream: {
    readonly table: TableName;
    /** Records a call. */
    readonly batchSize: number;
    /** How long a batch may wait to fill. */
    readonly windowSeconds: number;
    /** The one kind of row that it is called for; without it, for every change. */
    readonly entity?: string;
    /** Attempts after the first; then the record alone goes to the dead-letter queue. */
    readonly retries: number;
  };
  /** How often it is called beside that, whether anything changed or not. */
  readonly everyMinutes?: number;
};

/** Called once a day, whether anything changed or not. */
export type DailyManifest = Common & {
  readonly kind: "daily";
  readonly name: string;
  /** The hour, in UTC. */
  readonly hour: number;
};

export type Manifest = HttpManifest | StreamManifest | DailyManifest;

/** Checks the shape while it keeps the literal types. */
export const manifest = <const M extends Manifest>(it: M): M => it;

/**
 * The exact environment variables of a function, sorted: what infra sets, what a cold start insists on and what the tests
 * that run a built artefact give it. One list, so that none of the three can disagree.
 */
export function environmentOf(it: Manifest): readonly EnvironmentName[] {
  const implied: readonly (EnvironmentName | false)[] = [
    Object.keys(it.tables).length > 0 && "TWIZA_TABLE_PREFIX",
    (it.kind === "http" || it.log === "keep" || it.sends === true) && "TWIZA_ORIGIN",
    it.blobs.public !== undefined && "TWIZA_PUBLIC_BLOBS",
    it.blobs.private !== undefined && "TWIZA_PRIVATE_BLOBS",
    it.uploads === true && "TWIZA_UPLOADS",
    it.signs === true && "TWIZA_SIGNING_KEYS",
    it.opens === true && "TWIZA_SEALING_KEYS",
    it.issues === true && "TWIZA_ISSUER_KEYS",
    it.log !== undefined && "TWIZA_LOG",
    it.log === "keep" && "TWIZA_LOG_KEYS",
    it.log === "keep" && "TWIZA_WITNESSES",
    it.sends === true && "TWIZA_SENDER",
  ];
  const names = new Set([...implied.filter((name) => name !== false), ...it.environment]);
  return [...names].sort();
}
