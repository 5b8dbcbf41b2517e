import { staff } from "@twiza/content";
import { type DraftAssignment, type DraftAssignments, type Manifest } from "@twiza/contract";
import { HANDING_LIMITS } from "@twiza/contract/handing";
import { found, readManifest } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignmentOf, newAssignmentId, putAssignment } from "../house/handing.ts";
import { checklistOf, putChecklist } from "../house/checklists.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let trainer: Visitor;
let second: Visitor;
/** A published course of hers that asks for no work. */
let hers: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  second = await house.as(staff.secondTrainer.contact);
  const { courses } = await trainer.do("listCourses", {});
  hers = found(courses.find(({ mayEdit, version }) => mayEdit && version)).id;
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
/** A copy of a whole course: it can be published as it is. */
const wholeCourse = async () => {
  const body = { ...wish(), as: newCourseId(), title: { fr: "Le nôtre" } };
  return (await trainer.do("copyCourse", { params: { courseId: hers }, body })).id;
};
const titles = ({ assignments }: DraftAssignments) => assignments.map(({ assignment }) => assignment.title.fr); // prettier-ignore
const asked = (courseId: string, assignment: DraftAssignment, more: object = {}) => ({
  params: { courseId, assignmentId: assignment.id },
  body: { ...wish(), assignment, ...more },
});
const arrange = (courseId: string, ...commands: object[]) =>
  trainer.do("arrangeAssignments", { params: { courseId }, body: { ...wish(), commands: commands as never } }); // prettier-ignore
const compose = async (courseId: string) =>
  (await trainer.do("composeDraft", { params: { courseId }, body: wish() })).faults;
const publish = (courseId: string) => ({ params: { courseId }, body: { ...wish(), note: "Un travail." } }); // prettier-ignore
const live = async (courseId: string): Promise<Manifest> => {
  const { entry } = found(await house.server.deps.store.courses.outline(courseId as never));
  return readManifest(house.server.deps, entry.value.content.manifest);
};

describe("an assignment", () => {
  it("is written once however often it comes, put in order and thrown away, and checklists stay beside it", async () => {
    const courseId = await wholeCourse();
    const checklist = checklistOf("Presser");
    await putChecklist(trainer, courseId, checklist);
    const [one, two] = [assignmentOf("Un"), assignmentOf("Deux")];
    const request = asked(courseId, one);
    const first = await trainer.do("saveAssignment", request);
    const written = await countWritten(house);
    expect(await trainer.do("saveAssignment", request)).toEqual(first);
    expect(await countWritten(house)).toEqual(written);
    await putAssignment(trainer, courseId, two);
    expect(titles(await arrange(courseId, { do: "move", id: two.id }))).toEqual(["Deux", "Un"]);
    expect(titles(await arrange(courseId, { do: "remove", id: one.id }))).toEqual(["Deux"]);
    const { draft } = await trainer.do("readCourse", { params: { courseId } });
    expect([draft.checklists, draft.assignments]).toEqual([[checklist], [two]]);
    await arrange(courseId, { do: "remove", id: two.id });
    expect((await trainer.do("readCourse", { params: { courseId } })).draft).not.toHaveProperty("assignments"); // prettier-ignore
  });

  it("never takes the place of one that its author has not seen, is one of ten at most, and is for who writes its course", async () => {
    const courseId = await wholeCourse();
    const one = assignmentOf("Un");
    const { assignments } = await putAssignment(trainer, courseId, one);
    const { mark: seen } = found(assignments[0]);
    await putAssignment(trainer, courseId, { ...one, leastPercent: 90 }, { seen });
    const late = { ...one, leastPercent: 10 };
    expect(await trainer.refused("saveAssignment", asked(courseId, late, { seen }))).toBe("stale_write"); // prettier-ignore
    const { params, body } = asked(courseId, assignmentOf("Autre"));
    const other = { params: { ...params, assignmentId: newAssignmentId() }, body };
    expect(await trainer.refused("saveAssignment", other)).toBe("not_found");
    const twice = { ...one, criteria: [...one.criteria, ...one.criteria] };
    expect(await trainer.refused("saveAssignment", asked(courseId, twice))).toBe("request.invalid");
    expect(await second.refused("readAssignments", { params: { courseId } })).toBe("not_found");
    for (let at = 1; at < HANDING_LIMITS.assignments; at++)
      await putAssignment(trainer, courseId, assignmentOf(`N° ${at}`));
    expect(await trainer.refused("saveAssignment", asked(courseId, assignmentOf("De trop")))).toBe("draft.full"); // prettier-ignore
  });

  it("keeps its course from being published while it lacks anything, which is told by name and line", async () => {
    const courseId = await wholeCourse();
    const whole = assignmentOf("Étiqueter");
    const [price, label] = whole.criteria;
    const faulty = {
      ...whole,
      task: {},
      criteria: [
        { ...found(price), levels: found(price).levels.toReversed() },
        { ...found(label), title: {}, levels: [{ percent: 0, text: {} }, { percent: 90, text: { fr: "Bien" } }], leastLevel: 3 }, // prettier-ignore
      ],
    };
    await putAssignment(trainer, courseId, faulty);
    const { id: assignmentId } = whole;
    const about = { assignmentId, blocks: true };
    const faults = (await compose(courseId)).filter((fault) => fault.blocks);
    expect(faults).toEqual([
      { ...about, language: "fr", code: "no_task" },
      { ...about, code: "levels_astray", criterion: 1 },
      { ...about, language: "fr", code: "no_criterion", criterion: 2 },
      { ...about, language: "fr", code: "no_level", level: 1, criterion: 2 },
      { ...about, code: "levels_astray", criterion: 2 },
      { ...about, code: "least_level_astray", criterion: 2 },
    ]);
    expect(await trainer.refused("publishCourse", publish(courseId))).toBe("course.incomplete");
    const { assignments } = await trainer.do("readAssignments", { params: { courseId } });
    await putAssignment(trainer, courseId, whole, { seen: found(assignments[0]).mark });
    expect((await compose(courseId)).filter(({ blocks }) => blocks)).toEqual([]);
    await trainer.do("publishCourse", publish(courseId));
    expect((await live(courseId)).assignments).toEqual([whole]);
  });

  it("that changed is told as what publishing would change, and what counts may name it", async () => {
    const courseId = await wholeCourse();
    await compose(courseId);
    await trainer.do("publishCourse", publish(courseId));
    const assignment = assignmentOf("Étiqueter");
    await putAssignment(trainer, courseId, assignment);
    const { difference } = await trainer.do("readCourse", { params: { courseId } });
    expect(difference).toMatchObject({ assignmentsChanged: true, checklistsChanged: false, settingsChanged: false }); // prettier-ignore
    const { parts } = await trainer.do("readGrading", { params: { courseId } });
    expect(parts.at(-1)).toEqual({ part: assignment.id, title: assignment.title, passPercent: 50 });
  });
});
