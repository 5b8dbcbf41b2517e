import { learners, staff } from "@twiza/content";
import { PackClaims } from "@twiza/contract";
import { createPublicKey, verify } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse, pathOf } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let at: Landmarks;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
});
afterAll(() => house.close());

const wish = (version = at.course.version) => ({
  params: { courseId: at.course.courseId, version: String(version) },
});
const bytesOf = (part = "") => Buffer.from(part, "base64url");

it("a learner of the course gets a signature that anybody can verify with our public keys, over this list and no other", async () => {
  const { signature } = await (
    await house.as(learners.underWay.contact)
  ).do("readPackSignature", wish());
  const [header = "", claims = "", proof] = signature.split(".");
  expect(JSON.parse(bytesOf(header).toString())).toMatchObject({ typ: "twiza-pack+jws", alg: "EdDSA" }); // prettier-ignore
  expect(PackClaims.parse(JSON.parse(bytesOf(claims).toString()))).toEqual({
    course: at.course.courseId,
    version: at.course.version,
    index: at.course.pack,
  });
  const { keys } = await house.anyone.do("readKeys", {});
  const [jwk] = keys;
  if (!jwk) throw new Error("there is a key");
  const key = createPublicKey({ key: jwk, format: "jwk" });
  expect(verify(null, Buffer.from(`${header}.${claims}`), key, bytesOf(proof))).toBe(true);
});

it("it is signed once: the same one for everybody, and asking again writes nothing", async () => {
  const first = await (await house.as(learners.underWay.contact)).do("readPackSignature", wish());
  const trainer = await house.as(staff.trainer.contact);
  const admin = await house.as(staff.administrator.contact);
  const written = await countWritten(house);
  expect(await trainer.do("readPackSignature", wish())).toEqual(first);
  expect(await admin.do("readPackSignature", wish())).toEqual(first);
  expect(await countWritten(house)).toEqual(written);
});

it("two who ask at the same moment get one signature", async () => {
  const visitor = await house.as(staff.administrator.contact);
  const params = { courseId: at.changed.courseId, version: String(at.changed.version) };
  const all = await Promise.all(
    Array.from({ length: 4 }, () => visitor.do("readPackSignature", { params })),
  );
  expect(new Set(all.map(({ signature }) => signature)).size).toBe(1);
});

it("a stranger, somebody who is not enrolled and another version get nothing", async () => {
  const stranger = await house.anyone.fetch(pathOf("readPackSignature", wish()));
  expect(stranger.status).toBe(401);
  const outside = await house.as(learners.eligible.contact);
  const { enrolments } = await outside.do("listEnrolments", { query: {} });
  expect(enrolments.some(({ courseId }) => courseId === at.course.courseId)).toBe(false);
  expect(await outside.refused("readPackSignature", wish())).toBe("not_found");
  const learner = await house.as(learners.underWay.contact);
  expect(await learner.refused("readPackSignature", wish(999))).toBe("not_found");
});
