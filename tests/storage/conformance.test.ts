import { afterAll, beforeAll, describe } from "vitest";
import { conformance } from "./conformance/index.ts";
import { hasJava, LEFT_OUT } from "./dynamodb-local.ts";
import { type Opened, openEmbedded, openLocal } from "./engines.ts";

suite("the embedded engine", openEmbedded);
if (hasJava) suite("the DynamoDB engine", () => openLocal("conformance"));
else console.warn(LEFT_OUT);

function suite(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.stop());
    conformance(() => {
      if (!opened) throw new Error("the engine is not open");
      return opened.engine;
    });
  });
}
