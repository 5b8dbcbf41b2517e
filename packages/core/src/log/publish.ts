import type { PublishedLog } from "@twiza/contract";
import {
  checkpointBody,
  type Digest,
  fromBase64,
  type Head,
  isConsistent,
  isSame,
  nodesOf,
  proveConsistency,
  type ReadFile,
  rootFrom,
  rootOf,
  signatureLine,
  TILE_WIDTH,
  toBase64,
  utf8,
} from "@twiza/log";
import type { Deps } from "../deps.ts";
import { type Decision, decide } from "../intent.ts";
import type { LogKeeper } from "../ports.ts";
import { askWitnesses, type WitnessNews } from "./ask-witnesses.ts";
import { edgeOf } from "./edge-of.ts";
import { type Files, newFiles } from "./files.ts";
import { LogBroken } from "./log-broken.ts";
import { ownKey, show, showKeys } from "./show.ts";

/** So many entries a step: their files are written well within the time of a function, and what is done is done. */
const STEP = 64 * TILE_WIDTH;

const AT_ONCE = 16;

/**
 * Makes public whatever was appended: files first, then the promise, a signed checkpoint that is kept before it is shown, then the
 * witnesses, who are asked when there is something new, or when `isAgain` says so: they are waited for a moment and delay nothing. Any number may do this at once, and crash anywhere: the checkpoint only
 * ever goes on, and the next run mends the rest.
 * @throws LogBroken
 */
export async function publishLog(
  deps: Deps,
  keeper: LogKeeper,
  { isAgain = false }: { readonly isAgain?: boolean } = {},
): Promise<{ readonly size: number; readonly news: readonly WitnessNews[] }> {
  const [kept, tail] = await Promise.all([deps.store.log.published(), deps.store.log.tail()]);
  const before = kept?.value.size ?? 0;
  const end = tail?.value.size ?? 0;
  if (before > end) throw new LogBroken(`${before} entries were promised and ${end} are there`);
  let size = before;
  while (size < end) size = await decide(deps, () => signNext(deps, keeper));
  if (size === 0) return { size, news: [] };
  await showKeys(deps, keeper);
  await show(deps);
  if (size === before && !isAgain) return { size, news: [] };
  const news = await askWitnesses(deps, keeper);
  if (news.some(({ state }) => state === "cosigned")) await show(deps);
  return { size, news };
}

/** One step towards the end of the log, and how far it has come. */
async function signNext(deps: Deps, keeper: LogKeeper): Promise<Decision<number>> {
  const [tail, kept] = await Promise.all([deps.store.log.tail(), deps.store.log.published()]);
  const from = kept?.value.size ?? 0;
  const end = tail?.value.size ?? 0;
  if (from >= end) return { reply: from, writes: [] };
  const size = Math.min(end, Math.floor(from / TILE_WIDTH) * TILE_WIDTH + STEP);
  const files = await newFiles(deps, { from, to: size });
  const root = await checkedRoot(deps, files, { size, old: headOf(kept?.value) });
  if (size === end && !isSame(root, rootOf(edgeOf(tail?.value))))
    throw new LogBroken(`the ${size} entries in the store are not what was appended`);
  await write(deps, files);
  const published = await signed(keeper, { size, root, before: kept?.value });
  return {
    reply: size,
    writes: [deps.store.log.putPublished(published, kept?.revision ?? "absent")],
  };
}

function headOf(published: PublishedLog | undefined): Head | undefined {
  const root = published && fromBase64(published.root);
  return root && { size: published.size, root };
}

/** The root as the files will have it, which must begin with all that was promised before: the log itself never signs a fork. @throws LogBroken */
async function checkedRoot(
  { logFiles }: Deps,
  files: Files,
  { size, old }: { size: number; old: Head | undefined },
): Promise<Digest> {
  const read: ReadFile = async (path) => files.get(path) ?? logFiles.read(path);
  const nodes = nodesOf(read, size);
  const root = await rootFrom(nodes, size);
  if (!old) return root;
  const proof = await proveConsistency(nodes, old.size, size);
  if (!isConsistent(old, { size, root }, proof))
    throw new LogBroken(`${size} entries do not begin with the ${old.size} that were promised`);
  return root;
}

/** A few at a time; in whatever order, since nobody looks at them before they are promised. */
async function write({ logFiles }: Deps, files: Files): Promise<void> {
  const all = [...files];
  for (let at = 0; at < all.length; at += AT_ONCE)
    await Promise.all(
      all.slice(at, at + AT_ONCE).map(([path, bytes]) => logFiles.write(path, bytes)),
    );
}

type ToSign = {
  readonly size: number;
  readonly root: Digest;
  readonly before: PublishedLog | undefined;
};

async function signed(keeper: LogKeeper, { size, root, before }: ToSign): Promise<PublishedLog> {
  const body = checkpointBody({ origin: keeper.origin, size, root });
  const key = await ownKey(keeper);
  const { signature } = await keeper.signer.sign(utf8(body));
  // What witnesses said is of the checkpoint before; how far they have seen stays.
  const witnesses = (before?.witnesses ?? []).map(({ name, size: seen }) => ({ name, size: seen }));
  const note = `${body}\n${signatureLine(key, signature)}`;
  return { size, root: toBase64(root), note, witnesses };
}
