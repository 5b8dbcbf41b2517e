import { createHash } from "node:crypto";
import { LANGUAGES } from "@twiza/contract/where";
import { html } from "hono/html";
import { describe, expect, test } from "vitest";
import { languageOf, note, page, PAGE_POLICY, STYLE_HASH } from "./index.ts";
import { STYLE } from "./style.ts";

const whole = async (of: Parameters<typeof page>[0]) => String(await page(of));

describe("a page without JavaScript", () => {
  test.each(LANGUAGES)("says its language and direction: %s", async (language) => {
    const text = await whole({ language, title: "t", body: html`<h1>t</h1>` });
    expect(text).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
    for (const other of LANGUAGES) expect(text).toContain(`href="?lang=${other}"`);
    expect(text.match(/aria-current="true"/g)).toHaveLength(1);
    expect(text).not.toMatch(/<script|\son\w+=|\sstyle=/);
  });

  test("escapes what people wrote", async () => {
    const name = `"><img src=x onerror=alert(1)>&`;
    const text = await whole({
      language: "fr",
      title: name,
      body: html`<p>${name}</p>
        ${note("wrong", name)}`,
      path: `/verify/${name}`,
    });
    expect(text).not.toContain("<img");
    expect(text.match(/&lt;img/g)?.length).toBeGreaterThanOrEqual(4);
  });

  test("keeps the query of its own path in the language links", async () => {
    const text = await whole({ language: "en", title: "t", body: html``, path: "/a?b=1" });
    expect(text).toContain('href="/a?b=1&amp;lang=ar"');
  });

  test("allows exactly its own style and nothing else to run", async () => {
    const text = await whole({ language: "en", title: "t", body: html`` });
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(STYLE_HASH).toBe(`sha256-${hash}`);
    expect(PAGE_POLICY).toContain(`style-src '${STYLE_HASH}';`);
    expect(PAGE_POLICY).toContain("default-src 'none'");
    expect(PAGE_POLICY).not.toContain("unsafe");
  });

  test("has a style of at most 6 KB that knows no left and no right", () => {
    expect(Buffer.byteLength(STYLE)).toBeLessThanOrEqual(6 * 1024);
    expect(STYLE).not.toMatch(
      /\b(left|right)\s*:|-(left|right)\b|[{;](width|height|min-width)\s*:/,
    );
  });
});

describe("the reader's language", () => {
  test.each([
    ["zgh", "fr", "zgh"],
    [undefined, "fr-MA,fr;q=0.9,en;q=0.8", "fr"],
    [undefined, "de, ar-MA;q=0.5", "ar"],
    ["tlh", "en", "en"],
    [undefined, undefined, "ar"],
    [undefined, "*", "ar"],
  ])("chosen %s, browser %s: %s", (chosen, accept, expected) => {
    expect(languageOf(chosen, accept)).toBe(expected);
  });
});
