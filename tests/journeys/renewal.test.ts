import { IntentId } from "@twiza/contract";
import { decideProposal, issueByHand, listExpiring, proposeAct } from "@twiza/core";
import { expect, it } from "vitest";
import { newIntent, openHouse } from "../house/house.ts";
import { findLandmarks, TRAINER } from "../house/landmarks.ts";
import { cohortId, learnerAt, nadia, openIssuing, rachid } from "../house/issuing.ts";

const intentId = () => IntentId.parse(newIntent());

it("a certificate holds as long as its course says, is listed while it ends soon, and its renewal holds as long again from that day", async () => {
  const desk = await openIssuing(1);
  const { deps } = desk;
  const to = { cohortId, learnerId: learnerAt(0) };
  const first = await issueByHand(deps, nadia, { ...to, intentId: intentId() });
  expect(first.expiresAt?.slice(0, 10)).toBe("2026-04-02");
  const ending = async () =>
    (await listExpiring(deps, nadia, {})).certificates.map(({ number }) => number);
  expect(await ending()).toEqual([first.number]);
  const { proposal } = await proposeAct(deps, rachid, {
    ...{ id: first.id, body: { act: "renew", intentId: intentId() } },
  });
  const { certificate, issued } = await decideProposal(deps, nadia, {
    id: first.id,
    body: { intentId: intentId(), decision: "approve", seenAt: proposal?.at ?? "" },
  });
  expect(certificate).toMatchObject({ replacedBy: issued?.id, revocation: { reason: "replaced" } });
  expect(issued).toMatchObject({ reissueOf: first.id, learnerName: first.learnerName });
  expect(issued?.expiresAt?.slice(0, 10)).toBe("2026-04-02");
  expect(await ending()).toEqual([issued?.number]);
  await expect(issueByHand(deps, nadia, { ...to, intentId: intentId() })).rejects.toThrow(
    "certificate.already_issued",
  );
  await desk.close();
});

it("a course says for how long its certificates hold, until it says otherwise; without a word it stays", async () => {
  const house = await openHouse();
  const { course } = await findLandmarks(house);
  const trainer = await house.as(TRAINER);
  const params = { courseId: course.courseId };
  const saved = async (certificate?: { months: number; renewal?: true } | "for_ever") => {
    const { draft, revision } = await trainer.do("readCourse", { params });
    const { title, summary, passMarkPercent, triesAllowed } = draft;
    const settings = { title, summary, passMarkPercent, triesAllowed };
    const body = { intentId: newIntent(), revision, ...settings };
    await trainer.do("editCourse", { params, body: certificate ? { ...body, certificate } : body });
    const desk = await trainer.do("readCourse", { params });
    return { rule: desk.draft.certificate, changed: desk.difference.settingsChanged };
  };
  const rule = { months: 24, renewal: true } as const;
  expect(await saved(rule)).toEqual({ rule, changed: true });
  expect(await saved()).toEqual({ rule, changed: true });
  expect(await saved("for_ever")).toEqual({ rule: undefined, changed: false });
  await house.close();
});
