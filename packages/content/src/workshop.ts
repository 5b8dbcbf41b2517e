import { Checklist, type CohortId, type CourseId, type ObservationBody } from "@twiza/contract";
import {
  confirmObservation,
  type Deps,
  type Learning,
  loadEnrolment,
  type Pins,
  type Principal,
  recordObservation,
} from "@twiza/core";
import { readTemplates } from "./checklists.ts";
import { type CourseSource, readCourse } from "./course.ts";
import { apprentices, type DemoPerson } from "./demo.ts";
import type { ContentFault } from "./fault.ts";
import { competencyId } from "./frameworks/framework.ts";
import { intent } from "./intent.ts";
import { stableId } from "./stable-id.ts";
import { walk } from "./walk.ts";

const FOLDER = new URL("../workshops/argan-oil-at-the-press", import.meta.url).pathname;
/** What the points of the ready-made checklist show, by their names. */
const SHOWS: Readonly<Record<string, string>> = {
  hands: "HYG-1",
  tools: "HYG-2",
  bottle: "HYG-3",
  safe: "HYG-4",
  label: "HYG-5",
};

/** A short course of a craft, with the ready-made checklist of it, as a trainer would begin one from that. */
export function readWorkshop(): CourseSource {
  const source = readCourse(FOLDER);
  const faults: ContentFault[] = [];
  const template = readTemplates(faults).find(({ title }) => title.fr?.includes("argan"));
  if (!template || faults.length > 0) throw new Error("there is no checklist of argan oil");
  const checklist = Checklist.parse({
    ...template,
    id: stableId("checklist", `${source.slug}/press`),
    criteria: template.criteria.map((each) => {
      const code = SHOWS[each.id];
      return code ? { ...each, competencies: [competencyId(code)] } : each;
    }),
  });
  return { ...source, checklists: [checklist] };
}

type Place = {
  readonly courseId: CourseId;
  readonly cohortId: CohortId;
  readonly trainer: Principal;
  readonly of: (person: DemoPerson) => Learning;
};

/** Nobody types a PIN here: each answers in her own app. */
const NO_PINS: Pins = {
  hash: () => Promise.reject(new Error("the seed has no PINs")),
  check: () => Promise.resolve("wrong"),
};

/** Four learners at the press, each seen once: confirmed, waiting for her word, disputed, and not passed. */
export async function seeWork(
  deps: Deps,
  { courseId, cohortId, trainer, of }: Place,
): Promise<void> {
  const { confirmed, asked, disputing, failed } = apprentices;
  // Her test is still to come: no certificate is issued before somebody looks at this house.
  await walk(deps, of(confirmed), { courseId, lessons: "all" });
  await walk(deps, of(asked), { courseId, lessons: "all", right: 1 });
  await walk(deps, of(disputing), { courseId, lessons: "all", right: 0.5 });
  await walk(deps, of(failed), { courseId, lessons: 2 });

  /** One look, in which these points were not met. */
  async function look(person: DemoPerson, missed: Readonly<Record<string, string>>) {
    const learner = of(person);
    const { manifest, value } = await loadEnrolment(deps, learner, { courseId, fresh: true });
    const [checklist] = manifest.checklists ?? [];
    if (!checklist) throw new Error("the workshop has no checklist");
    const body: ObservationBody = {
      intentId: intent(deps),
      id: deps.newId("observation"),
      ...{ learnerId: value.learnerId, checklistId: checklist.id, version: value.version },
      seen: checklist.criteria.map(({ id }) => ({
        criterion: id,
        result: missed[id] === undefined ? ("met" as const) : ("not_met" as const),
        ...(missed[id] ? { note: missed[id] } : {}),
      })),
      photos: [],
      claims: { at: deps.clock.now().toISOString(), deviceId: "demo-phone" },
    };
    await recordObservation(deps, trainer, { cohortId, body }, NO_PINS);
    return (words?: string) =>
      confirmObservation(deps, learner, {
        ...{ courseId, observationId: body.id },
        body: { intentId: intent(deps), ...(words ? { disputed: words } : {}) },
      });
  }
  await (
    await look(confirmed, { settle: "" })
  )();
  await look(asked, {});
  const answer = await look(disputing, { hands: "Bague au doigt", bottle: "" });
  await answer("J’avais enlevé ma bague avant de me laver les mains. Regardez encore une fois.");
  await look(failed, { safe: "A touché la presse avant de l’arrêter", label: "" });
}
