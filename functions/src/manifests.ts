import { assessment } from "./assessment/manifest.ts";
import { attempts } from "./attempts/manifest.ts";
import { banks } from "./banks/manifest.ts";
import { batchIssuer } from "./batch-issuer/manifest.ts";
import { catalogue } from "./catalogue/manifest.ts";
import { certificateIssuer } from "./certificate-issuer/manifest.ts";
import { certificates } from "./certificates/manifest.ts";
import { credentials } from "./credentials/manifest.ts";
import { documents } from "./documents/manifest.ts";
import { eraser } from "./eraser/manifest.ts";
import { itemStatistics } from "./item-statistics/manifest.ts";
import { learning } from "./learning/manifest.ts";
import { logKeeper } from "./log-keeper/manifest.ts";
import { media } from "./media/manifest.ts";
import { people } from "./people/manifest.ts";
import { regrader } from "./regrader/manifest.ts";
import { registrar } from "./registrar/manifest.ts";
import { reminder } from "./reminder/manifest.ts";
import { studio } from "./studio/manifest.ts";
import { submissions } from "./submissions/manifest.ts";

export const httpManifests = [
  catalogue,
  studio,
  media,
  learning,
  attempts,
  assessment,
  submissions,
  banks,
  certificates,
  credentials,
  documents,
  people,
] as const;
export const streamManifests = [
  certificateIssuer,
  itemStatistics,
  regrader,
  batchIssuer,
  registrar,
  logKeeper,
  eraser,
] as const;
export const dailyManifests = [reminder] as const;

/** Every function there is: what is built, laid out in the cloud and tested. */
export const manifests = [...httpManifests, ...streamManifests, ...dailyManifests] as const;
