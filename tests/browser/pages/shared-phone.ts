import { learners, staff } from "@twiza/content";
import { button } from "../walk.ts";
import { leaveUnsent } from "../database.ts";
import type { Entry, Reader } from "./entry.ts";

const me = { route: "(learner)/me", path: () => "/me" } as const;
const profiles = { route: "profiles", path: () => "/profiles" } as const;
/** Two learners of one account. */
const family: Entry["who"] = ({ family: contact }) => contact;
const PIN = "4071";

/** One phone, several learners. Whoever sets a PIN meets it in the entries after, so these stand in her order. */
export const sharedPhone: readonly Entry[] = [
  { ...profiles, name: "profiles-nobody" },
  { ...profiles, name: "profiles-staff", who: () => staff.trainer.contact },
  { ...profiles, name: "profiles", who: family },
  {
    ...profiles,
    name: "profiles-add-own",
    who: family,
    sheet: { file: "lib/profiles/AddPerson.svelte", opener: addPerson },
    inside: addNobody,
  },
  {
    ...me,
    name: "me-profile",
    who: family,
    sheet: {
      file: "routes/(learner)/me/Profile.svelte",
      opener: ({ page, words }) => button(page, words["profiles.edit"]()),
    },
  },
  {
    ...me,
    name: "me-card",
    who: family,
    sheet: {
      file: "routes/(learner)/me/Card.svelte",
      opener: ({ page, words }) => button(page, words["card.make"]()),
      isOnce: true,
    },
    inside: ({ page }) => page.locator(".paper svg path").first().waitFor(),
  },
  {
    ...me,
    name: "me-remove",
    who: family,
    reach: leaveAll,
    sheet: { file: "routes/(learner)/me/Remove.svelte", opener: remove },
    inside: forgetUnsent,
  },
  {
    ...me,
    name: "me-erase",
    who: family,
    sheet: {
      file: "lib/erase/EraseSheet.svelte",
      opener: ({ page, words }) => button(page, words["erase.open"]()),
    },
    inside: ({ page }) => page.locator("dialog[open] section").last().waitFor(),
  },
  {
    ...me,
    name: "me-pin",
    who: family,
    sheet: {
      file: "routes/(learner)/me/Pin.svelte",
      opener: ({ page, words }) => button(page, words["pin.set"]()),
    },
    inside: setNoPin,
  },
  {
    ...me,
    name: "me-without-network",
    who: family,
    reach: async ({ page }) => {
      await page.context().setOffline(true);
      await page.locator(".strip").waitFor();
    },
    awaited: [{ status: 0, path: /./ }],
  },
  { ...me, name: "me-with-pin", who: family, reach: setPin },
  { ...profiles, name: "profiles-locked", who: family, reach: lockHer },
  { ...profiles, name: "pin-wrong", who: family, reach: writeWrongPin },
  { ...profiles, name: "pin-forgotten", who: family, reach: forgetPin },
  {
    name: "help-contact",
    route: "help",
    who: () => learners.underWay.contact,
    path: () => "/help",
    reach: ({ page }) => page.locator('a[href^="tel:"]').waitFor(),
  },
];

function addPerson({ page, words }: Reader) {
  return button(page, words["profile.add"]());
}
async function addNobody({ page, words }: Reader): Promise<void> {
  const dialog = page.getByRole("dialog");
  await button(dialog, words["profiles.add.own"]()).click();
  await button(dialog, words["profiles.add.do"]()).click();
  await dialog.locator("[aria-invalid=true]").waitFor();
}

function remove({ page, words }: Reader) {
  return button(page, words["remove.title"]());
}
/** Things done that the server has not heard of, and a test without a result. */
async function leaveAll({ page }: Reader): Promise<void> {
  await leaveUnsent(page);
  await page.evaluate(() => {
    const owner = localStorage.getItem("twiza.learner") ?? "";
    localStorage.setItem(`twiza.sitting.${owner}.unsent`, JSON.stringify({ attempt: {} }));
  });
}
/** The sheet has counted them; the pages after this one have nothing to send. */
async function forgetUnsent({ page }: Reader): Promise<void> {
  await page.getByRole("dialog").locator(".warn").last().waitFor();
  await leaveUnsent(page, false);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((name) => name.endsWith(".unsent")))
      localStorage.removeItem(key);
  });
}

async function setNoPin({ page, words }: Reader): Promise<void> {
  const dialog = page.getByRole("dialog");
  await button(dialog, words["profiles.save"]()).click();
  await dialog.locator("[aria-invalid=true]").waitFor();
}
async function setPin({ page, words }: Reader): Promise<void> {
  await button(page, words["pin.set"]()).click();
  await page.getByLabel(words["pin.new"]()).fill(PIN);
  await page.getByLabel(words["pin.again"]()).fill(PIN);
  await button(page, words["profiles.save"]()).click();
  await button(page, words["lock.now"]()).waitFor();
}
async function lockHer({ page, words }: Reader): Promise<void> {
  await page.goto("/me");
  await button(page, words["lock.now"]()).click();
  await page.waitForURL("**/profiles");
  await page.goto("/profiles");
  await page.getByText(words["profile.locked"]()).waitFor();
}
async function askPin({ page, words }: Reader): Promise<void> {
  await page.getByRole("button").filter({ hasText: words["profile.locked"]() }).click();
  await button(page, words["pin.open"]()).waitFor();
}
async function writeWrongPin(reader: Reader): Promise<void> {
  const { page, words } = reader;
  await askPin(reader);
  await page.getByLabel(words["pin.enter"]()).fill("0000");
  await button(page, words["pin.open"]()).click();
  await page.locator("[aria-invalid=true]").waitFor();
}
async function forgetPin(reader: Reader): Promise<void> {
  await askPin(reader);
  await button(reader.page, reader.words["pin.forgot"]()).click();
}
