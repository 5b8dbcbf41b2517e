import { staff } from "@twiza/content";
import { type House, newIntent } from "./house.ts";

/** Hires somebody who has never written a course. @returns her contact */
export async function newTrainer(
  house: House,
  { name, contact }: { readonly name: string; readonly contact: string },
): Promise<string> {
  const administrator = await house.as(staff.administrator.contact);
  const body = { intentId: newIntent(), name, contact, roles: ["trainer" as const] };
  await administrator.do("grantMembership", { body });
  return contact;
}
