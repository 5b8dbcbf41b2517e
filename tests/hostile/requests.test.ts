import { type OperationName, operations, type Problem, type Where } from "@twiza/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shareOf } from "../house/depth.ts";
import { type House, openHouse, pathOf, requestOf, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { NAMES, sampleOf, visitorFor } from "../house/samples.ts";
import type { Sample } from "../house/samples/scene.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let landmarks: Landmarks;
beforeAll(async () => {
  house = await openHouse();
  landmarks = await findLandmarks(house);
});
afterAll(() => house.close());

type Wish = { readonly sample: Sample; readonly visitor: Visitor };
const wishes = new Map<OperationName, Promise<Wish>>();
/** One wish of each operation and who makes it. All tests here ask with the same: none of them may bring it about. */
function wishFor(name: OperationName): Promise<Wish> {
  const wish = wishes.get(name) ?? makeWish(name);
  wishes.set(name, wish);
  return wish;
}
async function makeWish(name: OperationName): Promise<Wish> {
  const sample = await sampleOf(house, name, landmarks);
  return { sample, visitor: await visitorFor(house, sample) };
}

/** How much of each kind an operation is asked at the desk, where all that they share is asked of all of them together. */
const AT_DESK = { bodies: 5, wrong: 3, copies: 2, strangers: 2, ids: 3, bytes: 1, unwanted: 5 };
const turnOf = (name: OperationName): number => NAMES.indexOf(name);

const written = () => countWritten(house);

type Case = {
  readonly title: string;
  readonly code: string;
  readonly status: number;
  readonly make: (request: RequestInit, sample: Sample) => RequestInit;
};

const withBody =
  (body: string): Case["make"] =>
  (request) => ({ ...request, body });
const changed =
  (change: (body: Record<string, unknown>) => unknown): Case["make"] =>
  (request, { asked }) => ({
    ...request,
    body: JSON.stringify(change({ ...asked.body })),
  });
const without =
  (...names: string[]): Case["make"] =>
  (request) => {
    const headers = new Headers(request.headers);
    for (const name of names) headers.delete(name);
    return { ...request, headers };
  };
const withHeader =
  (name: string, value: string): Case["make"] =>
  (request) => {
    const headers = new Headers(request.headers);
    headers.set(name, value);
    return { ...request, headers };
  };
/** Every field in turn replaced by something of another type. */
const WRONG: readonly unknown[] = [
  null,
  true,
  12.5,
  "",
  [],
  {},
  "x".repeat(5000),
  { $ne: null },
  ["a"],
  -1,
];

const BODIES: readonly Case[] = [
  {
    title: "malformed JSON",
    status: 400,
    code: "request.malformed",
    make: withBody('{"intentId":'),
  },
  {
    title: "bytes that are no UTF-8",
    status: 400,
    code: "request.malformed",
    make: (request) => ({ ...request, body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) }),
  },
  {
    title: "a form instead of JSON",
    status: 415,
    code: "request.not_json",
    make: withHeader("content-type", "application/x-www-form-urlencoded"),
  },
  {
    title: "no content type",
    status: 415,
    code: "request.not_json",
    make: without("content-type"),
  },
  {
    title: "65 KiB",
    status: 413,
    code: "request.too_large",
    make: withBody(JSON.stringify({ note: "x".repeat(66_000) })),
  },
  {
    title: "65 KiB in chunks of unknown length",
    status: 413,
    code: "request.too_large",
    make: (request) => ({ ...request, body: chunks(66_000), duplex: "half" }),
  },
  {
    title: "a hundred thousand brackets",
    status: 400,
    code: "request.too_deep",
    make: withBody("[".repeat(60_000)),
  },
  {
    title: "nesting of 19",
    status: 400,
    code: "request.too_deep",
    make: withBody(`${"[".repeat(19)}${"]".repeat(19)}`),
  },
  {
    title: "a field nobody promised",
    status: 400,
    code: "request.invalid",
    make: changed((body) => ({ ...body, role: "administrator" })),
  },
  {
    title: "a prototype for a field",
    status: 400,
    code: "request.invalid",
    make: (request, { asked }) => ({
      ...request,
      body: JSON.stringify(asked.body).replace(/^\{/, '{"__proto__":{"roles":["administrator"]},'),
    }),
  },
  {
    title: "a name that comes twice",
    status: 400,
    code: "request.malformed",
    make: (request, { asked }) => ({
      ...request,
      body: JSON.stringify(asked.body).replace(/^\{("\w+"):/, "{$1:0,$1:"),
    }),
  },
  {
    title: "a name that comes twice, once spelt by its number, deep inside",
    status: 400,
    code: "request.malformed",
    make: withBody('{"a":[{"b":{"c:":":","\\u0063:":1}}]}'),
  },
  {
    title: "an array instead of an object",
    status: 400,
    code: "request.invalid",
    make: withBody("[]"),
  },
  { title: "null", status: 400, code: "request.invalid", make: withBody("null") },
];

/** What a browser sends on behalf of another site's page. A deletion says all in its path, and so is forged as easily as any. */
const FORGED: readonly Pick<Case, "title" | "make">[] = [
  { title: "no header of ours", make: without("x-twiza") },
  { title: "another site's page", make: withHeader("sec-fetch-site", "cross-site") },
  { title: "a sister site's page", make: withHeader("sec-fetch-site", "same-site") },
  { title: "a foreign origin", make: withHeader("origin", "https://evil.example") },
  { title: "a page in a sandbox, which has no origin", make: withHeader("origin", "null") },
];

const MALFORMED_IDS: readonly string[] = [
  "x",
  "crs_",
  "../../etc/passwd",
  "crs_' OR 1=1",
  "%00",
  "crs_" + "G".repeat(32),
  "org_" + "0".repeat(32),
];
const MALFORMED_BYTES: readonly string[] = ["%00", "%ED%A0%80", "%FF", "crs_%0A"];

/** What stands after the question mark, and the parameter that the refusal names. */
const UNWANTED: readonly (readonly [string, string])[] = [
  ["admin=1", "admin"],
  ["admin", "admin"],
  ["=1", ""],
  ["__proto__=1", "__proto__"],
  ["After=x", "After"],
  ["organisationId=org_1", "organisationId"],
  ["lang=fr&lang=ar", "lang"],
  ["lang=de", "lang"],
  ["lang=", "lang"],
  ["after=bWFkZQ&after=bWFkZQ", "after"],
  ["after=bWFkZQ&%61fter=bWFkZQ", "after"],
  ["after=", "after"],
  ["after=a%00", "after"],
  ["after=%ED%A0%80", "after"],
  ["after=%FF", "after"],
  ["after=%", "after"],
  ["a%1Bb=1", "a\u001Bb"],
  ["after=made-up", "after"],
];

function chunks(size: number): ReadableStream {
  let left = size;
  return new ReadableStream({
    pull: (controller) => {
      if (left <= 0) {
        controller.close();
        return;
      }
      controller.enqueue(new TextEncoder().encode("x".repeat(Math.min(left, 4096))));
      left -= 4096;
    },
  });
}

async function ask(
  visitor: Visitor,
  name: OperationName,
  sample: Sample,
  make: Case["make"] = (request) => request,
) {
  const response = await visitor.fetch(
    pathOf(name, sample.asked),
    make(requestOf(name, sample.asked), sample),
  );
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: (await response.json()) as Record<string, unknown>,
  };
}

const hasBody = (name: OperationName): boolean => ["POST", "PUT"].includes(operations[name].method);
const changesSomething = (name: OperationName): boolean => operations[name].method !== "GET";
const isOpen = (name: OperationName): boolean => (operations[name] as Where).allow === "anyone";

it("together the operations are asked everything, however little each of them is", () => {
  const meets = (all: readonly unknown[], names: readonly OperationName[], count: number) =>
    expect(new Set(names.flatMap((name) => shareOf(all, turnOf(name), count)))).toEqual(
      new Set(all),
    );
  const writing = NAMES.filter(hasBody);
  meets(BODIES, writing, AT_DESK.bodies);
  meets(SPOILING, writing, AT_DESK.copies);
  meets(MALFORMED_IDS, NAMES, AT_DESK.ids);
  meets(MALFORMED_BYTES, NAMES, AT_DESK.bytes);
  meets(UNWANTED, NAMES, AT_DESK.unwanted);
});

describe.each(NAMES.filter(hasBody))("%s", (name) => {
  it("answers hostile bodies with the right problem and changes nothing", async () => {
    const { sample, visitor } = await wishFor(name);
    const before = await written();
    for (const { title, status, code, make } of shareOf(BODIES, turnOf(name), AT_DESK.bodies)) {
      const reply = await ask(visitor, name, sample, make);
      expect({ title, status: reply.status, code: reply.body["code"], type: reply.type }).toEqual({
        title,
        status,
        code,
        type: "application/problem+json",
      });
      expect(reply.body["detail"], title).toEqual(expect.any(String));
    }
    expect(await written()).toEqual(before);
  });

  it("refuses each field of a wrong type by its name and changes nothing", async () => {
    const { sample, visitor } = await wishFor(name);
    const before = await written();
    for (const [at, field] of Object.keys(sample.asked.body ?? {}).entries()) {
      const accepted = await acceptedCount({ visitor, sample }, name, field, turnOf(name) + at);
      // What a field may hold is rarely more than one of these shapes; a field that takes most of them checks nothing.
      expect(accepted, field).toBeLessThanOrEqual(2);
    }
    expect(await written()).toEqual(before);
  });
});

describe.each(NAMES.filter(changesSomething))("%s", (name) => {
  it("refuses whatever another site can make a browser send, and changes nothing", async () => {
    const { sample, visitor } = await wishFor(name);
    const before = await written();
    for (const { title, make } of FORGED) {
      const { status, body } = await ask(visitor, name, sample, make);
      expect({ title, status, code: body["code"] }).toEqual({
        title,
        status: 403,
        code: "request.forged",
      });
    }
    expect(await written()).toEqual(before);
  });
});

describe.each(NAMES.filter(hasBody))("%s", (name) => {
  it("refuses NUL, other control characters and half of a surrogate pair in every text, and changes nothing", async () => {
    const { sample, visitor } = await wishFor(name);
    const before = await written();
    for (const spoilt of spoiltCopies(sample.asked.body, turnOf(name))) {
      const reply = await ask(visitor, name, sample, withBody(JSON.stringify(spoilt)));
      expect([reply.status, reply.body["code"]], JSON.stringify(spoilt)).toEqual([
        400,
        "request.invalid",
      ]);
    }
    expect(await written()).toEqual(before);
  });
});

/** What no text may hold, behind it and before it. */
const SPOILING = ["\u0000", "\u001B[31m", "\uD800", "\uDC00"].flatMap((bad) => [
  (text: string) => `${text}${bad}`,
  (text: string) => `${bad}${text}`,
]);

/** Copies of a body for each text in it, with that text spoilt. */
function spoiltCopies(value: unknown, turn: number): unknown[] {
  if (typeof value === "string")
    return shareOf(SPOILING, turn, AT_DESK.copies).map((spoil) => spoil(value));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner], at) =>
    spoiltCopies(inner, turn + at).map((copy) =>
      Array.isArray(value) ? value.with(Number(key), copy) : { ...value, [key]: copy },
    ),
  );
}

/** How many wrong values a field does not refuse. Values that are right for it are left out by what it holds in the sample. */
async function acceptedCount(
  { visitor, sample }: Wish,
  name: OperationName,
  field: string,
  turn: number,
): Promise<number> {
  const good = sample.asked.body?.[field];
  const wrong = WRONG.filter(
    (value) =>
      typeof value !== typeof good ||
      Array.isArray(value) !== Array.isArray(good) ||
      value === null ||
      value === "" ||
      value === -1,
  );
  let accepted = 0;
  for (const value of shareOf(wrong, turn, AT_DESK.wrong)) {
    const reply = await ask(
      visitor,
      name,
      sample,
      changed((body) => ({ ...body, [field]: value })),
    );
    if (reply.body["code"] === "request.invalid") continue;
    accepted++;
    expect.soft(reply.status, `${field} = ${JSON.stringify(value)}`).toBe(0);
  }
  return accepted;
}

describe.each(NAMES)("%s", (name) => {
  it("answers a stranger without a session, or with a made-up one, as if nothing were there", async () => {
    if (isOpen(name)) return;
    const { sample } = await wishFor(name);
    const before = await written();
    const strangers = [
      house.anyone,
      house.withCookie("made-up"),
      house.withCookie("A".repeat(5000)),
      house.withCookie("%00'; DROP TABLE"),
    ];
    for (const stranger of shareOf(strangers, turnOf(name), AT_DESK.strangers)) {
      const reply = await ask(stranger, name, sample);
      expect([reply.status, reply.body["code"]]).toEqual([401, "session.required"]);
    }
    expect(await written()).toEqual(before);
  });

  it("refuses malformed ids", async () => {
    const { sample, visitor } = await wishFor(name);
    for (const [at, key] of Object.keys(sample.asked.params ?? {}).entries()) {
      const turn = turnOf(name) + at;
      for (const id of shareOf(MALFORMED_IDS, turn, AT_DESK.ids)) {
        const asked = { ...sample.asked, params: { ...sample.asked.params, [key]: id } };
        const response = await visitor.fetch(pathOf(name, asked), requestOf(name, asked));
        expect([400, 404], id).toContain(response.status);
      }
      const path = pathOf(name, { ...sample.asked, params: { [key]: "MARK" } });
      for (const bytes of shareOf(MALFORMED_BYTES, turn, AT_DESK.bytes)) {
        const response = await visitor.fetch(
          path.replace("MARK", bytes),
          requestOf(name, sample.asked),
        );
        expect([400, 404], bytes).toContain(response.status);
      }
    }
  });

  it("refuses a query parameter that it does not name, that is doubled or no text, by its name, and changes nothing", async () => {
    const { sample, visitor } = await wishFor(name);
    const before = await written();
    const ask = async (search: string) => {
      const path = pathOf(name, sample.asked);
      const response = await visitor.fetch(
        `${path}${path.includes("?") ? "&" : "?"}${search}`,
        requestOf(name, sample.asked),
      );
      const { code, issues } = (await response.json()) as Partial<Problem>;
      return { search, status: response.status, code, named: issues?.map(({ path }) => path) };
    };
    for (const [search, named] of shareOf(UNWANTED, turnOf(name), AT_DESK.unwanted)) {
      expect(await ask(search)).toEqual({
        search,
        status: 400,
        code: "request.invalid",
        named: [named],
      });
    }
    expect(await written()).toEqual(before);
    if (operations[name].method !== "GET") return;
    for (const search of ["lang=zgh", "lang=ar&"]) expect((await ask(search)).status).toBe(200);
  });
});
