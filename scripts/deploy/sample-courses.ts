import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { buildCourse, courseIdOf, COURSES, readCourse } from "@twiza/content";
import { type Course, IntentId } from "@twiza/contract";
import { type Deps, found, keepManifest, type Principal, publishCourse } from "@twiza/core";

const folderOf = (slug: string): string =>
  fileURLToPath(new URL(`../../packages/content/courses/${slug}`, import.meta.url));

/** Puts the sample courses into the hands of an institution, published: the real courses of this house, without its sample people. */
export async function publishSampleCourses(deps: Deps, owner: Principal): Promise<void> {
  for (const slug of COURSES) await publishSample(deps, owner, slug);
}

async function publishSample(deps: Deps, owner: Principal, slug: string): Promise<void> {
  const source = readCourse(folderOf(slug));
  const id = courseIdOf(source);
  const built = buildCourse(source, id);
  for (const file of built.files) await deps.publicBlobs.put(file.bytes, file.type);
  const quizText = new TextEncoder().encode(JSON.stringify(built.quiz));
  const quiz = await deps.privateBlobs.put(quizText, "application/json");
  const manifest = await keepManifest(deps, built.manifest);
  const course: Course = {
    id,
    organisationId: found(owner.organisationId),
    ownerIds: [owner.accountId],
    title: source.title,
    visibility: "public",
    draft: { content: { manifest, quiz }, changedAt: deps.clock.now().toISOString() },
  };
  if ((await deps.store.commit([deps.store.courses.put(course, "absent")])) !== "done")
    throw new Error(`The course ${slug} is here already.`);
  await publishCourse(deps, owner, id, { intentId: newIntent(), note: "Première version." });
}

/** A UUIDv7-shaped id as a client makes it (RFC 9562 §5.7). */
function newIntent(): IntentId {
  const time = Date.now().toString(16).padStart(12, "0");
  const random = randomBytes(10).toString("hex");
  const variant = ((randomBytes(1)[0] ?? 0) & 0x3f) | 0x80;
  const parts = [time.slice(0, 8), time.slice(8), `7${random.slice(0, 3)}`];
  return IntentId.parse(
    `${parts.join("-")}-${variant.toString(16)}${random.slice(3, 5)}-${random.slice(5, 17)}`,
  );
}
