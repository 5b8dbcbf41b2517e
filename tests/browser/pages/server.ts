/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const signIn = {
  path: (_: unknown, language: string) => `/auth/sign-in?returnTo=/courses&lang=${language}`,
} as const;
const verify = { route: "/verify/*" } as const;

/** What the server writes itself, for whoever has no JavaScript or is not in the app yet. */
export const serverPages: readonly Entry[] = [
  { ...signIn, name: "sign-in", route: "/oidc/interaction/:uid" },
  {
    ...signIn,
    name: "sign-in-fault",
    route: "/oidc/interaction/:uid/contact",
    reach: (reader) => writeContact(reader, "06 12"),
    awaited: [{ status: 400, path: /\/contact$/ }],
  },
  { ...signIn, name: "code", route: "/oidc/interaction/:uid", reach: askForCode },
  {
    ...signIn,
    name: "code-fault",
    route: "/oidc/interaction/:uid/code",
    reach: writeWrongCode,
    awaited: [{ status: 401, path: /\/code$/ }],
  },
  {
    name: "sign-in-lost",
    route: "/oidc/interaction/:uid",
    path: (_, language) => `/oidc/interaction/nobody?lang=${language}`,
    awaited: [{ status: 400, path: /^\/oidc\// }],
  },
  {
    name: "issuer-refuses",
    route: "/oidc/*",
    path: () => "/oidc/auth?client_id=nobody",
    awaited: [{ status: 400, path: /^\/oidc\// }],
  },
  {
    name: "sign-in-expired",
    route: "/auth/*",
    path: (_, language) => `/auth/callback?lang=${language}`,
    awaited: [{ status: 403, path: /^\/auth\// }],
  },
  {
    ...verify,
    name: "verify-valid",
    path: ({ valid }, language) => `/verify/${valid}?lang=${language}`,
  },
  {
    ...verify,
    name: "verify-together",
    path: ({ together }, language) => `/verify/${together}?lang=${language}`,
  },
  {
    ...verify,
    name: "verify-revoked",
    path: ({ revoked }, language) => `/verify/${revoked}?lang=${language}`,
  },
  {
    ...verify,
    name: "verify-brief",
    path: ({ brief }, language) => `/verify/${brief}?lang=${language}`,
  },
  {
    ...verify,
    name: "verify-closed",
    path: ({ closed }, language) => `/verify/${closed}?lang=${language}`,
  },
  {
    ...verify,
    name: "verify-erased",
    path: ({ erased }, language) => `/verify/${erased}?lang=${language}`,
  },
  {
    ...verify,
    name: "verify-unknown",
    path: (_, language) => `/verify/nobody?lang=${language}`,
    awaited: [{ status: 404, path: /^\/verify\// }],
  },
  { name: "offline", route: "offline", path: () => "/offline.html" },
];

/** What only those who make Twiza look at, on their own machine. */
export const developerPages: readonly Entry[] = [
  { name: "outbox", route: "/dev/outbox", path: (_, language) => `/dev/outbox?lang=${language}` },
  { name: "people", route: "/dev/sign-in", path: (_, language) => `/dev/sign-in?lang=${language}` },
  { name: "api", route: "/docs/api", path: () => "/docs/api/", only: "en", reach: keepLongest },
];

/** Nobody is signed in, who had a library of pictures. */
const NO_LIBRARY = [{ status: 401, path: /^\/api\/media$/ }];

/** Every component in every state, in the app itself. */
export const componentPages: readonly Entry[] = [
  {
    name: "components",
    route: "dev/components",
    path: () => "/dev/components",
    isWaiting: true,
    awaited: NO_LIBRARY,
    sheet: {
      file: "routes/dev/components/OfficeGallery.svelte",
      opener: ({ page, words }) => button(page, words["language.choose"]()),
    },
  },
  {
    name: "components-answered",
    route: "dev/components",
    path: () => "/dev/components",
    isWaiting: true,
    awaited: NO_LIBRARY,
    reach: answerQuestions,
  },
];

async function writeContact({ page, words }: Reader, contact: string): Promise<void> {
  await page.locator("#contact").fill(contact);
  await button(page, words["signIn.send"]()).click();
  await page.locator("#code, #error").first().waitFor();
}

async function askForCode(reader: Reader): Promise<void> {
  await writeContact(reader, `reader-${reader.language}@example.org`);
}

async function writeWrongCode(reader: Reader): Promise<void> {
  const { page, words } = reader;
  await askForCode(reader);
  await page.locator("#code").fill("000000");
  await button(page, words["code.submit"]()).click();
  await page.locator("#error").waitFor();
}

/** One right, one wrong, one that cannot be read, the second view of the tabs, and a word at the edge that can be taken back. */
async function answerQuestions({ page, words }: Reader): Promise<void> {
  const [choice, several, number] = [0, 1, 2].map((at) => page.locator("form.question").nth(at));
  const check = words["question.check"]();
  await choice?.locator("input").first().check();
  await several?.locator("input").last().check();
  await number?.locator("input").fill("?");
  for (const question of [choice, several, number])
    if (question) await button(question, check).click();
  await page.locator("[role=tab]").last().click();
  await button(page, words["app.undo"]()).click();
  await page.locator(".toast").waitFor();
}

/** Of each noun's operations the one with the longest path: all are written by one template, and they are many. */
async function keepLongest({ page }: Reader): Promise<void> {
  await page.evaluate(() => {
    const long = (one: Element) => one.querySelector(".route code")?.textContent.length ?? 0;
    for (const noun of document.querySelectorAll("section:has(> article)")) {
      const all = [...noun.querySelectorAll<HTMLElement>(":scope > article")];
      const [, ...others] = all.toSorted((one, other) => long(other) - long(one));
      for (const one of others) {
        // Its place stays, since links lead to it.
        one.removeAttribute("aria-labelledby");
        one.replaceChildren();
        one.hidden = true;
      }
    }
  });
}
