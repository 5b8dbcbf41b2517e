import { learners, staff } from "@twiza/content";
import { found } from "@twiza/core";
import { expect, test } from "vitest";
import { deskAt } from "../house/desk.ts";
import { newIntent } from "../house/house.ts";
import { done, secondAdministrator } from "../house/second-person.ts";
import { issuedBeforeSigning } from "../house/unsigned.ts";
import { openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

test("A3: who may receive a certificate and what the others lack; papers in the holder's language, one after the other; confirmed by number; progress; run again it issues none", async () => {
  const words = wordsOf("ar");
  const { cohortId } = await deskAt(suite.house);
  const page = await suite.pageOf(await suite.phone("ar"), staff.administrator.contact);
  await page.goto("/office/certificates?view=issue");
  await settled(page);
  await page.getByLabel(words["desk.group"](), { exact: true }).selectOption(cohortId);
  const panel = page.getByRole("tabpanel");
  await panel.getByText(words["desk.count.eligible"]({ count: 3 })).waitFor();
  expect(
    await panel.getByText(words["office.eligible.eligible"](), { exact: true }).count(),
  ).toBeGreaterThan(2);

  const notYet = panel.locator("tr", { hasText: "Yamna Aït Baha" });
  await notYet.getByText(words["office.eligible.not_yet"](), { exact: true }).waitFor();
  expect(await notYet.locator(".blocker").count()).toBeGreaterThan(0);

  await button(panel, words["desk.preview.all"]({ count: 3 })).click();
  const sheet = page.locator("dialog[open]");
  const seen: string[] = [];
  for (let at = 1; at <= 3; at++) {
    await sheet.getByText(words["desk.preview.place"]({ at, count: 3 })).waitFor();
    await sheet.getByText(words["desk.preview.language"]({ language: "العربية" })).waitFor();
    // A paper that is drawn, not a word in its place.
    await sheet.locator("img").waitFor();
    expect(
      await sheet.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth),
    ).toBeGreaterThan(100);
    seen.push(await sheet.locator("figure .name").innerText());
    if (at < 3) await button(sheet, words["desk.preview.next"]()).click();
  }
  expect(new Set(seen).size).toBe(3);
  await page.keyboard.press("Escape");

  await button(panel, words["desk.issueAll"]({ count: 3 })).click();
  await button(sheet, words["office.issue.do"]()).click();
  await sheet.getByText(words["desk.issueAll.write.fault"]()).waitFor();
  await sheet.getByRole("textbox").fill("٣");
  await button(sheet, words["office.issue.do"]()).click();
  await panel.getByText(words["desk.batch.issued"]({ count: 3 })).waitFor();
  await panel.getByText(words["desk.issueAll.nobody"]()).waitFor();

  const admin = await suite.house.as(staff.administrator.contact);
  const { batches } = await admin.do("listBatches", {});
  const courseId = found(batches[0]).courseId;
  await admin.do("startBatch", { body: { intentId: newIntent(), courseId, cohortId } });
  await suite.house.server.worker.settled();
  const [again] = (await admin.do("listBatches", {})).batches;
  expect(again).toMatchObject({ state: "done", figures: { issued: 0, refused: 0 } });
}, 60_000);

test("A4: revoking wants a reason from a list and takes a note; who approves sees what verifiers will; the page says so at once; lifting a suspension is in the trail", async () => {
  const words = wordsOf("fr");
  const { house } = suite;
  const [admin, holder] = await Promise.all([
    house.as(staff.administrator.contact),
    house.as(learners.certified.contact),
  ]);
  const second = await secondAdministrator(house);
  const { certificates } = await holder.do("listWallet", {});
  const { id, number } = found(certificates.find(({ state }) => state === "valid"));
  const two = { proposer: admin, approver: second, certificateId: id };
  await done(two, { act: "suspend", reason: "inquiry" });
  await done(two, { act: "reinstate" });
  const { entries } = await admin.do("listAudit", { query: { action: "certificate.reinstated" } });
  expect(entries.map(({ subjectId }) => subjectId)).toContain(id);

  const verified = async () => (await house.anyone.fetch(`/verify/${id}?lang=fr`)).text();
  const page = await suite.pageOf(await suite.desk("fr"), staff.administrator.contact);
  await page.goto("/office/certificates");
  await settled(page);
  const row = page.locator("tr", { hasText: number });
  await button(row, words["desk.act"]()).click();
  const sheet = page.locator("dialog[open]");
  await sheet.getByText(words["desk.act.revoke"](), { exact: true }).click();
  await button(sheet, words["desk.propose"]()).click();
  await sheet.getByText(words["office.choose"]()).waitFor();
  await sheet.getByLabel(words["desk.reason"](), { exact: true }).selectOption("identity");
  await sheet.locator("textarea").fill("Deux personnes du même nom.");
  await button(sheet, words["desk.propose"]()).click();
  await page.getByText(words["desk.proposed"]({ number })).waitFor();
  expect(await verified()).not.toContain(words["desk.reason.identity"]());

  const other = await suite.pageOf(await suite.desk("fr"), "youssef@example.org");
  await other.goto("/office/certificates?view=waiting");
  await settled(other);
  const card = other.locator("li", { hasText: number });
  await card.getByText(words["desk.reason.identity"]()).waitFor();
  await card.getByText("Deux personnes du même nom.").waitFor();
  await button(card, words["desk.decide"]()).click();
  const deciding = other.locator("dialog[open]");
  await deciding.getByText(words["desk.decide.seen"]()).waitFor();
  await deciding.locator(".verdict.revoked").waitFor();
  await button(deciding, words["desk.approve"]()).click();
  await other.getByText(words["desk.approved"]({ number })).waitFor();
  expect(await verified()).toContain("révoqué");
}, 60_000);

test("what is from before there were signatures is found by a filter, proposed anew for many at once by one person and approved for many by another; what fails is named", async () => {
  const words = wordsOf("fr");
  const { house } = suite;
  await secondAdministrator(house);
  const old = await issuedBeforeSigning(house, 4);
  const page = await suite.pageOf(await suite.desk("fr"), staff.administrator.contact);
  await page.goto("/office/certificates");
  await settled(page);
  await page.getByLabel(words["desk.state"](), { exact: true }).selectOption("unsigned");
  await button(page, words["desk.find"]()).click();
  await page.getByText(words["desk.unsigned.count"]({ count: 4 })).waitFor();
  await button(page, words["desk.unsigned.propose"]({ count: 4 })).click();
  const sheet = page.locator("dialog[open]");
  // Somebody else was quicker with one of them.
  const [first] = old;
  const quicker = await house.as("youssef@example.org");
  await quicker.do("proposeAct", {
    params: { certificateId: found(first).id },
    body: { intentId: newIntent(), act: "suspend", reason: "inquiry" },
  });
  suite.expects({ status: 409, path: /\/proposal$/ });
  await button(sheet, words["desk.propose"]()).click();
  await sheet.getByText(words["desk.many.done"]({ count: 3 })).waitFor();
  await sheet.locator("li", { hasText: found(first).number }).waitFor();
  await button(sheet, words["desk.many.close"]()).click();
  await page.getByText(words["desk.unsigned.nothing"]()).waitFor();

  const other = await suite.pageOf(await suite.desk("fr"), "youssef@example.org");
  await other.goto("/office/certificates?view=waiting");
  await settled(other);
  await button(other, words["desk.anew.decide"]({ count: 3 })).click();
  const deciding = other.locator("dialog[open]");
  await button(deciding, words["desk.approve"]()).click();
  await deciding.getByText(words["desk.many.done"]({ count: 3 })).waitFor();
  await button(deciding, words["desk.many.close"]()).click();
  await expect.poll(() => other.getByText(words["desk.anew.count"]({ count: 3 })).count()).toBe(0);
  const admin = await house.as(staff.administrator.contact);
  const { certificates } = await admin.do("listUnsigned", {});
  expect(certificates.map(({ number }) => number)).toEqual([found(first).number]);
}, 60_000);
