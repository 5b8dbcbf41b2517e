import { testPhone } from "@twiza/client/testing";
import type { DraftBlock } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Save } from "./saves.ts";
import {
  accountId,
  courseId,
  handClock,
  lessonId,
  lessonOf,
  smallServer,
  textBlock,
} from "./studio.testing.ts";
import { openWriting } from "./writing.ts";

const FR = { language: "fr", blank: textBlock("") } as const;
type Way = "through" | "lost before" | "lost after" | "refused";

/** One browser, a server, and a network between them that does what it is told; `through` when it was told nothing. */
function desk() {
  const phone = testPhone();
  const clock = handClock();
  const server = smallServer(lessonOf("one", "two"));
  const ways: Way[] = [];
  const sent: Save[] = [];
  let pages = 0;
  const fail = (code: string, status: number): never => {
    throw Object.assign(new Error(code), { code, status });
  };
  /** A tab; the one before it was killed, and does nothing any more. */
  const open = async () => {
    pages += 1;
    const mine = pages;
    const { database, newId } = phone.open();
    const writing = openWriting(
      {
        whose: { accountId, courseId, lessonId },
        tab: `tab-${pages}`,
        isGone: async () => true,
        source: "fr",
        database,
        now: clock.now,
        newId: () => newId(clock.now()),
        after: (milliseconds, act) => clock.after(milliseconds, () => mine === pages && act()),
        random: () => 0,
        save: async (save) => {
          if (mine !== pages) await new Promise(() => undefined);
          const way = ways.shift() ?? "through";
          if (way === "lost before") fail("offline", 0);
          if (way === "refused") fail("draft.full", 409);
          sent.push(save);
          const answer = server.save(save);
          if (way === "lost after") fail("offline", 0);
          return answer;
        },
        onchange: () => undefined,
      },
      server.read("fr"),
    );
    await writing.begin();
    return writing;
  };
  return {
    open,
    server,
    ways,
    sent,
    clock,
    pass: (milliseconds: number) => clock.pass(milliseconds),
  };
}
const said = (block: DraftBlock | undefined): string =>
  block?.kind === "text" ? JSON.stringify(block.doc.content[0]?.content?.[0]) : "";

describe("what is written", () => {
  it("is saved once, two seconds after the last key at the latest", async () => {
    const { open, server, sent, pass } = desk();
    const writing = await open();
    for (const words of ["P", "Pr", "Prix"]) {
      writing.write("one", textBlock(words), FR);
      await pass(500);
    }
    expect(sent).toHaveLength(0);
    expect(writing.status.state).toBe("saving");
    await pass(1500);
    expect(writing.status.state).toBe("saved");
    expect(sent).toHaveLength(1);
    expect(server.wordsIn("fr").texts["one"]?.block).toEqual(textBlock("Prix"));
  });

  it("is shown at once and stays while the network is away, says so, and is sent when it returns", async () => {
    const { open, server, ways, pass } = desk();
    const writing = await open();
    ways.push("lost before", "lost before");
    writing.command({ do: "move", key: "two", after: "" }, "fr");
    writing.write("one", textBlock("Prix"), FR);
    expect(writing.view.lesson.places.map(({ key }) => key)).toEqual(["two", "one"]);
    await pass(1500);
    expect(writing.status).toEqual({ state: "waiting", isKept: true });
    await pass(120_000);
    expect(writing.status.state).toBe("saved");
    expect(server.read("fr").lesson.places.map(({ key }) => key)).toEqual(["two", "one"]);
  });

  it("survives a killed tab under the name it was tried with, so that it is done once", async () => {
    const { open, server, ways, sent, pass } = desk();
    const first = await open();
    ways.push("lost after");
    first.write("one", textBlock("Prix"), FR);
    await pass(1500);
    first.write("one", textBlock("Prix juste"), FR);
    await pass(10);
    // No close: the tab is gone.
    const second = await open();
    expect(said(second.view.words.fr?.texts["one"]?.block)).toContain("Prix juste");
    await pass(5000);
    expect(new Set(sent.map(({ intentId }) => intentId)).size).toBe(server.taken);
    expect(server.wordsIn("fr").texts["one"]?.block).toEqual(textBlock("Prix juste"));
    expect(server.wordsIn("fr").seconds).toEqual([]);
  });

  it("that is refused is kept and shown, goes on being written, and is sent when she asks for it", async () => {
    const { open, server, ways, pass } = desk();
    const writing = await open();
    ways.push("refused");
    writing.write("one", textBlock("Prix"), FR);
    await pass(1500);
    expect(writing.status).toMatchObject({ state: "refused", problem: { code: "draft.full" } });
    writing.write("two", textBlock("Coût"), FR);
    await pass(60_000);
    expect(server.taken).toBe(0);
    await Promise.all([writing.send(), pass(10)]);
    await pass(2000);
    expect(writing.status.state).toBe("saved");
    expect(Object.keys(server.wordsIn("fr").texts).sort()).toEqual(["one", "two"]);
  });

  it("after its page was left, such as an Undo, is sent at once", async () => {
    const { open, server, pass } = desk();
    const writing = await open();
    writing.command({ do: "remove", key: "one" }, "fr");
    await Promise.all([writing.close(), pass(10)]);
    expect(server.read("fr").lesson.places).toHaveLength(1);
    writing.command({ do: "restore", key: "one" }, "fr");
    await pass(10);
    expect(server.read("fr").lesson.places).toHaveLength(2);
  });

  it("that met another's words is kept beside them, and what she goes on typing never wins silently", async () => {
    const { open, server, pass } = desk();
    const writing = await open();
    const theirs = { key: "one", base: 0, block: textBlock("Le leur") };
    server.save({ intentId: "x", language: "fr", commands: [], texts: [theirs], isTried: true });
    writing.write("one", textBlock("Le mien"), FR);
    const passing = pass(1200);
    writing.write("one", textBlock("Le mien aussi"), FR);
    await passing;
    await pass(5000);
    const { texts, seconds } = server.wordsIn("fr");
    expect(texts["one"]?.block).toEqual(textBlock("Le leur"));
    expect(seconds.map(({ block }) => block)).toEqual([
      textBlock("Le mien"),
      textBlock("Le mien aussi"),
    ]);
    expect(writing.view.words.fr?.seconds.length).toBe(seconds.length);
  });
});

describe("undo", () => {
  it("takes back sixty steps of words and blocks, and does them again", async () => {
    const { open, server, pass } = desk();
    const writing = await open();
    for (let step = 1; step <= 30; step += 1) {
      writing.write("one", textBlock(`mot ${step}`), FR);
      writing.command({ do: "add", key: `b-${step}`, kind: "text", after: "one" }, "fr");
    }
    const keys = () => writing.view.lesson.places.map(({ key }) => key);
    const after = keys();
    for (let step = 0; step < 60; step += 1) writing.undo("fr");
    expect(keys()).toEqual(["one", "two"]);
    expect(writing.view.words.fr?.texts["one"]?.block).toEqual(textBlock(""));
    expect(writing.canUndo).toBe(false);
    for (let step = 0; step < 60; step += 1) writing.redo("fr");
    expect(keys()).toEqual(after);
    await pass(60_000);
    expect(server.wordsIn("fr").texts["one"]?.block).toEqual(textBlock("mot 30"));
    expect(server.read("fr").lesson.places.map(({ key }) => key)).toEqual(after);
  });

  it("lets go of a step whose words somebody else has changed since", async () => {
    const { open, server, pass } = desk();
    const writing = await open();
    writing.write("one", textBlock("Le mien"), FR);
    await pass(2000);
    const theirs = { key: "one", base: 1, block: textBlock("Le leur") };
    server.save({ intentId: "y", language: "fr", commands: [], texts: [theirs], isTried: true });
    writing.hear(server.read("fr"));
    writing.undo("fr");
    await pass(2000);
    expect(server.wordsIn("fr").texts["one"]?.block).toEqual(textBlock("Le leur"));
  });
});

type Happening =
  | { readonly what: "type"; readonly key: "one" | "two" }
  | { readonly what: "pass"; readonly ms: number }
  | { readonly what: "network"; readonly way: Way }
  | { readonly what: "reload" | "move" };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constant("type"), key: fc.constantFrom("one", "two") } as const),
  fc.record({ what: fc.constant("pass"), ms: fc.constantFrom(0, 100, 1300, 5000) } as const),
  fc.record({
    what: fc.constant("network"),
    way: fc.constantFrom("lost before", "lost after"),
  } as const),
  fc.record({ what: fc.constantFrom("reload", "move") } as const),
);

const EVERY =
  "whatever is lost, repeated or reloaded between keys, the server ends with the words typed last";
it(EVERY, { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 24 }), async (all) => {
      const { open, server, ways, sent, pass } = desk();
      let writing = await open();
      const last = new Map<string, string>();
      for (const [at, one] of all.entries()) {
        if (one.what === "type") {
          last.set(one.key, `words ${at}`);
          writing.write(one.key, textBlock(`words ${at}`), FR);
        } else if (one.what === "network") ways.push(one.way);
        else if (one.what === "pass") await pass(one.ms);
        else if (one.what === "move") writing.command({ do: "move", key: "two", after: "" }, "fr");
        else {
          // What was typed a moment ago is written down; then the tab dies in the middle of whatever it does.
          await pass(0);
          writing = await open();
        }
      }
      await pass(900_000);
      expect(writing.status.state).toBe("saved");
      const { texts, seconds } = server.wordsIn("fr");
      for (const [key, words] of last) expect(texts[key]?.block).toEqual(textBlock(words));
      expect(seconds).toEqual([]);
      expect(new Set(sent.map(({ intentId }) => intentId)).size).toBe(server.taken);
    }),
    { numRuns: 60 },
  );
});
