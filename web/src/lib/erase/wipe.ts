import { forgetCourse } from "../learner/course.ts";
import { device } from "../learner/device.ts";
import { eraseLearner } from "../learner/leave.ts";
import { phone as shelf } from "../learner/shelf.ts";
import { readOpen, readProfiles, writeOpen, writePin, writeProfiles } from "../profiles/phone.ts";
import { eraseWorkOf } from "../work/erase.ts";

/** Everything of a learner from this phone, as when she is taken off it; what waits to be sent has nobody left to be for. */
export async function wipe(id: string): Promise<void> {
  await eraseLearner({ phone: device, shelf }, id);
  await eraseWorkOf(id);
  writePin(id, undefined);
  writeProfiles(readProfiles().filter((each) => each.id !== id));
  if (readOpen() === id) writeOpen(undefined);
  forgetCourse();
}
