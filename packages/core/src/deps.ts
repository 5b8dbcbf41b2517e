import type {
  Blobs,
  Clock,
  Documents,
  IssuerKeys,
  LogFiles,
  NewId,
  Papers,
  Pictures,
  Seals,
  Tokens,
  Uploads,
} from "./ports.ts";
import type { Store } from "./store/index.ts";

/** What use cases work with. Built once by whoever runs them: a Lambda handler, the server, a test. */
export type Deps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  /** 256 random bits as text, for cookies. */
  readonly newSecret: () => string;
  /** Lessons, pictures, voices, manifests: whoever has the hash may read. */
  readonly publicBlobs: Blobs;
  /** Quizzes with their keys: read by the server alone. */
  readonly privateBlobs: Blobs;
  /** What came from outside and nobody has looked at yet. */
  readonly uploads: Uploads;
  readonly pictures: Pictures;
  readonly documents: Documents;
  readonly papers: Papers;
  /** What we sign for others to carry. */
  readonly tokens: Tokens;
  /** What certificates are signed with. */
  readonly issuerKeys: IssuerKeys;
  /** What others sealed for us to open. */
  readonly seals: Seals;
  /** The public log, as anybody reads it. */
  readonly logFiles: LogFiles;
};
