import { staff } from "@twiza/content";
import { WOLOF } from "../../house/other-language.ts";
import { settled } from "../browser.ts";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

const author = () => staff.secondTrainer.contact;
const course = {
  route: "(office)/office/courses/[courseId]",
  who: author,
  path: ({ changed }: Addresses) => `/office/courses/${changed}`,
} as const;

const pick = ({ page }: Reader, text: string): Promise<void> =>
  page
    .locator("dialog[open] input[type=file]")
    .setInputFiles({ name: "sel.docx", mimeType: "", buffer: Buffer.from(text) });
const look = async (reader: Reader): Promise<void> => {
  await pick(reader, "Le prix du sel est juste pour la coopérative.");
  await reader.page.locator("dialog[open] form").waitFor();
};
/** The taps inside the sheet that brings documents in. */
const INSIDE_BRING: Readonly<Record<string, NonNullable<Entry["inside"]>>> = {
  "studio-bring-foreign": async (reader) => {
    await pick(reader, "%PDF-1.7");
    await reader.page.locator("dialog[open] [role=alert]").waitFor();
  },
  "studio-bring-broken": async (reader) => {
    await look(reader);
    await reader.page.route("**/arrangements", (route) => route.abort("connectionfailed"));
    await reader.page.locator("dialog[open] button[type=submit]").click();
    await reader.page.locator("dialog[open] [role=alert]").waitFor();
    await reader.page.unrouteAll({ behavior: "wait" });
  },
};

/** Its lessons stand. */
const listed = ({ page }: Reader) => page.locator(".module .handle").first().waitFor();

/** Where a course is put together, and each sheet of it; and where one is begun. */
export const coursePages: readonly Entry[] = [
  {
    ...course,
    name: "studio-quality",
    reach: async ({ page, words }) => {
      await button(page, words["studio.quality"]()).click();
      await page.locator(".quality li").first().waitFor();
      await page.locator(".module li ul li").first().waitFor();
    },
  },
  {
    ...course,
    name: "studio-languages",
    reach: async ({ page }) => {
      // One that is left out: its words are not asked for, and it is still offered.
      await page.getByRole("checkbox", { name: new RegExp(`^${WOLOF.name}`) }).uncheck();
      await settled(page);
    },
  },
  ...["studio-bring-foreign", "studio-bring-broken"].map((name): Entry => ({
    ...course,
    name,
    reach: listed,
    sheet: {
      file: "lib/studio/bring-in/BringSheet.svelte",
      opener: ({ page, words }) => button(page, words["studio.bring"]()),
    },
    inside: INSIDE_BRING[name],
    awaited: name === "studio-bring-broken" ? [{ status: 0, path: /\/arrangements$/ }] : [],
  })),
  formOf("studio-lesson-new", "lib/studio/LessonForm.svelte", ({ page, words }) =>
    page.getByRole("button", { name: words["studio.lesson.add"]() }).first(),
  ),
  formOf("studio-module-new", "lib/studio/ModuleForm.svelte", ({ page, words }) =>
    button(page, words["studio.module.add"]()),
  ),
  {
    ...course,
    name: "studio-take-out",
    reach: listed,
    sheet: {
      file: "lib/studio/CourseOutline.svelte",
      opener: ({ page, words }) => button(page, words["studio.takeOut"]()),
    },
    inside: async ({ page, words }) => {
      const text = new RegExp(`^${RegExp.escape(words["making.out.text"]())}`);
      await page.locator("dialog[open]").getByRole("radio", { name: text }).check();
      await page.locator("dialog[open] select").waitFor();
    },
  },
  {
    ...course,
    name: "studio-copy-into",
    reach: async ({ page, words }) => {
      const more = page.locator(".module").first().getByRole("button", { name: words["studio.more"]() }); // prettier-ignore
      await more.nth(1).click();
      await button(page.getByRole("dialog"), words["studio.copyInto"]()).click();
      await page
        .getByText(words["making.copy.course"]())
        .or(page.getByText(words["making.copy.none"]()))
        .waitFor();
    },
  },
  ...(["begin", "copy", "file"] as const).flatMap((way): Entry[] => {
    const entry: Entry = {
      name: `office-course-new-${way}`,
      route: "(office)/office/courses",
      who: author,
      path: () => "/office/courses",
      sheet: {
        file: "routes/(office)/office/courses/+page.svelte",
        opener: ({ page, words }) => button(page, words["office.course.new"]()),
      },
      inside: (reader) => begun(reader, way),
    };
    return [entry];
  }),
];

/** A new course in one of its ways, with what it has to object. */
async function begun({ page, words }: Reader, way: "begin" | "copy" | "file"): Promise<void> {
  const sheet = page.getByRole("dialog");
  await sheet.locator("fieldset input").first().waitFor();
  if (way === "file") {
    await sheet.getByRole("radio", { name: words["making.begin.file"]() }).check();
    const file = { name: "course.zip", mimeType: "", buffer: Buffer.from("<html/>") };
    await sheet.locator("input[type=file]").setInputFiles(file);
    await sheet.locator("[role=alert]").waitFor();
    return;
  }
  if (way === "copy")
    await sheet.getByRole("radio", { name: words["making.begin.copy"]() }).check();
  await sheet.locator("button[type=submit]").click();
  await sheet.locator("[aria-invalid=true]").first().waitFor();
}

/** A form with what it has to object. */
function formOf(name: string, file: string, opener: NonNullable<Entry["sheet"]>["opener"]): Entry {
  const inside = async ({ page }: Reader): Promise<void> => {
    await page.getByRole("dialog").locator("button[type=submit]").click();
    await page.locator("dialog [aria-invalid=true]").first().waitFor();
  };
  return { ...course, name, reach: listed, sheet: { file, opener }, inside };
}
