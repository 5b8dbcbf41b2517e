import { staff } from "@twiza/content";
import type { CourseId } from "@twiza/contract";
import { type House, newIntent } from "./house.ts";
import { newInstitution } from "./institution.ts";

/**
 * Institutions beside the seed's: one stands behind a course and has declined another, one has been asked for the first and has not
 * answered yet.
 */
export async function partneredAt(
  house: House,
  { together, declined }: { readonly together: CourseId; readonly declined: CourseId },
) {
  const admin = await house.as(staff.administrator.contact);
  const one = await newInstitution(house, "Université des métiers de la laine et du cuir");
  const other = await newInstitution(house, "Office régional de la formation");
  const ask = (courseId: CourseId, partnerId: typeof one.id) =>
    admin.do("askPartnership", { body: { intentId: newIntent(), courseId, partnerId } });
  for (const courseId of [together, declined]) {
    const { askedAt: seenAt } = await ask(courseId, one.id);
    await one.admin.do("answerPartnership", {
      params: { courseId },
      body: { intentId: newIntent(), accepts: courseId === together, seenAt },
    });
  }
  await ask(together, other.id);
  return { partner: one, asked: other.contact };
}
