import { someTicket } from "../../house/ways-in.ts";
import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const ticket = { route: "ticket", path: () => "/ticket" } as const;
/** What a square holds that no trainer has shown. */
const scanned = { ...ticket, path: () => `/ticket#${someTicket().secret}` } as const;
const card = { route: "card", path: () => "/card" } as const;

/** Coming in by a trainer's ticket or a card, as somebody does who is not here yet. */
export const waysIn: readonly Entry[] = [
  { ...ticket, name: "ticket" },
  { ...ticket, name: "ticket-fault", reach: writeNonsense },
  { ...ticket, name: "ticket-no-camera", reach: scanWithout },
  { ...ticket, name: "ticket-camera", reach: scan },
  {
    ...scanned,
    name: "ticket-scanned",
    reach: ({ page, words }) => button(page, words["entry.do"]()).waitFor(),
  },
  {
    ...scanned,
    name: "ticket-refused",
    reach: comeIn,
    awaited: [{ status: 401, path: /^\/auth\/ticket$/ }],
  },
  { ...card, name: "card" },
  { ...card, name: "card-fault", reach: writeNonsense },
];

async function writeNonsense({ page, words }: Reader): Promise<void> {
  await page.locator("main input").fill("1234 567");
  await button(page, words["entry.do"]()).click();
  await page.locator("[aria-invalid=true]").waitFor();
}

/** A phone that lends its camera to nobody. */
async function scanWithout({ page, words }: Reader): Promise<void> {
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowed"));
  });
  await button(page, words["scan.start"]()).click();
  await page.getByText(words["scan.denied"]()).waitFor();
}

/** A camera before which nothing is held. */
async function scan({ page, words }: Reader): Promise<void> {
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => {
      const canvas = document.createElement("canvas");
      const paint = () => canvas.getContext("2d")?.fillRect(0, 0, canvas.width, canvas.height);
      setInterval(paint, 50);
      return Promise.resolve(canvas.captureStream(10));
    };
  });
  await button(page, words["scan.start"]()).click();
  await page.getByText(words["scan.looking"]()).waitFor();
}

async function comeIn({ page, words }: Reader): Promise<void> {
  await button(page, words["entry.do"]()).click();
  await page.getByRole("alert").waitFor();
}
