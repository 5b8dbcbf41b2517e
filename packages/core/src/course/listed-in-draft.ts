import type { CourseId, Hash, IntentId, Manifest } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { digest, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { canonicalJson, sameJson } from "./canonical-json.ts";
import { keepManifest, readManifest } from "./content.ts";
import { courseToEdit, withContent } from "./draft-content.ts";
import { type OrderCommand, withOrder, withThing } from "./in-order.ts";

const decoder = new TextDecoder();
/** Changes with every word of a thing, in whatever order its members come. */
const markOf = (thing: object): Promise<Hash> => digest(decoder.decode(canonicalJson(thing)));

/** A thing with the mark that goes back with what is written of it. */
export type Marked<T> = { readonly mark: Hash; readonly thing: T };

/** Things of one kind that stand in the manifest of a draft beside its lessons, and how they stand there. */
export type ListInDraft<T, Reply> = {
  /** As operations call it. */
  readonly noun: string;
  readonly most: number;
  readonly from: (manifest: Manifest) => readonly T[];
  /** A course that asks for none of them says nothing of them. */
  readonly into: (manifest: Manifest, things: readonly T[]) => Manifest;
  /** `live`: those of the published version, where whoever reads them asks what its authors have changed since. */
  readonly reply: (all: Marked<T>[], live?: readonly T[]) => Reply;
  readonly withLive?: true;
};

type Saving<T extends { readonly id: string }> = {
  readonly courseId: CourseId;
  readonly thing: T;
  /** All that was asked, by which a repeat is known. */
  readonly request: { readonly intentId: IntentId };
  readonly seen: Hash | undefined;
  readonly after: T["id"] | undefined;
};
type Arranging<T extends { readonly id: string }> = {
  readonly courseId: CourseId;
  readonly body: { readonly intentId: IntentId; readonly commands: readonly OrderCommand<T>[] };
};

/** The use cases of such things: read them, write one whole, change their order. Learners meet them after the next publishing. */
export function listedInDraft<T extends { readonly id: string }, Reply>({
  noun,
  most,
  from,
  into,
  reply,
  withLive,
}: ListInDraft<T, Reply>) {
  const told = async (things: readonly T[], live?: readonly T[]): Promise<Reply> => {
    const all = things.map(async (thing) => ({ mark: await markOf(thing), thing }));
    return reply(await Promise.all(all), live);
  };

  /** @throws Refused `not_found` */
  const read = async (deps: Deps, principal: Principal, courseId: CourseId): Promise<Reply> => {
    const { value: course } = await courseToEdit(deps, principal, courseId);
    const [draft, live] = await Promise.all([
      readManifest(deps, course.draft.content.manifest),
      withLive && course.live && readManifest(deps, course.live.content.manifest),
    ]);
    return told(from(draft), live && from(live));
  };

  /** Decides on the things as they stand; what changes nothing writes nothing but that it was asked. */
  const change = (
    deps: Deps,
    asked: Parameters<typeof onceOf>[1],
    courseId: CourseId,
    by: (things: readonly T[]) => Promise<readonly T[]>,
  ): Promise<Reply> => {
    const { principal } = asked;
    return onceOf(deps, asked, {
      work: async () => {
        const kept = await courseToEdit(deps, principal, courseId);
        const { content } = kept.value.draft;
        const before = await readManifest(deps, content.manifest);
        const things = await by(from(before));
        if (things.length > most) throw new Refused("draft.full");
        const answer = await told(things);
        const next = into(before, things);
        if (sameJson(before, next)) return { reply: answer, writes: [] };
        const manifest = await keepManifest(deps, next);
        const { writes } = withContent(deps, principal, { kept, content: { manifest } });
        return { reply: answer, writes };
      },
      now: () => read(deps, principal, courseId),
    });
  };

  /**
   * @throws Refused `not_found`, `draft.full`; `stale_write` when it no longer says what its author saw: nobody undoes what she has
   * not seen
   */
  const save = (
    deps: Deps,
    principal: Principal,
    { courseId, thing, request, seen, after }: Saving<T>,
  ): Promise<Reply> => {
    const asked = { principal, operation: `${noun}.save ${courseId}`, request };
    return change(deps, asked, courseId, async (things) => {
      const there = things.find(({ id }) => id === thing.id);
      const now = there && (await markOf(there));
      if (now !== undefined && now !== seen && now !== (await markOf(thing)))
        throw new Refused("stale_write");
      return withThing(things, thing, after);
    });
  };

  /** Changes their order, throws some away. @throws Refused `not_found` */
  const arrange = (
    deps: Deps,
    principal: Principal,
    { courseId, body }: Arranging<T>,
  ): Promise<Reply> =>
    change(
      deps,
      { principal, operation: `${noun}.arrange ${courseId}`, request: body },
      courseId,
      (things) => Promise.resolve(body.commands.reduce<readonly T[]>(withOrder, things)),
    );

  return { read, save, arrange };
}
