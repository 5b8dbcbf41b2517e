import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { openSqlite } from "@twiza/storage/sqlite";
import { specs } from "./specs.ts";

/**
 * Writes transactions of two items as fast as it can until it is killed, and prints the id of each that was acknowledged. The
 * items differ in size so that a kill also falls between the pages of one write.
 */
const [file = "", round = ""] = process.argv.slice(2);
const engine = openSqlite({ file, tables: specs });
for (let at = 0; ; at += 1) {
  const id = `${round}-${String(at).padStart(6, "0")}`;
  const body = randomBytes(20 + ((at * 977) % 9_000)).toString("hex");
  await engine.transact([
    {
      op: "put",
      table: "things",
      item: { pk: "left", sk: id, wholeKey: "all", wholeSort: id, body },
      condition: { kind: "absent" },
    },
    {
      op: "put",
      table: "things",
      item: { pk: "right", sk: id, wholeKey: "all", wholeSort: id, body },
      condition: { kind: "absent" },
    },
  ]);
  // Synchronous, so that what was printed was acknowledged and nothing waits in a buffer of this process.
  writeSync(1, `${id}\n`);
}
