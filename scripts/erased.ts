import { readFileSync } from "node:fs";
import { Erasure } from "@twiza/contract";
import { eraseAgain, listErasures } from "@twiza/core";
import { openStore } from "@twiza/storage";
import { dynamoClient, openDynamo } from "@twiza/storage/dynamodb";
import { openSqlite } from "@twiza/storage/sqlite";
import { tableList } from "@twiza/storage/tables";
import * as z from "zod";
import { giveUp } from "./progress.ts";

/**
 * Who was erased, as opaque ids: `list` writes it down before a backup is put back, `again FILE` has all of them erased once more
 * afterwards. On this machine the store in `.twiza/data`; in the cloud the tables of TWIZA_TABLE_PREFIX.
 */
const [, , what, file] = process.argv;
const prefix = process.env["TWIZA_TABLE_PREFIX"];
const engine =
  prefix === undefined
    ? openSqlite({ file: ".twiza/data/store.sqlite", tables: tableList })
    : openDynamo({
        client: dynamoClient({}),
        ...{ prefix, tables: tableList, now: () => Date.now(), random: () => Math.random() },
      });
const deps = { store: openStore(engine) };

if (what === "list") {
  console.log(JSON.stringify(await listErasures(deps), undefined, 2));
} else if (what === "again" && file !== undefined) {
  const list = z.array(Erasure).parse(JSON.parse(readFileSync(file, "utf8")));
  const begun = await eraseAgain(deps, list);
  console.log(`${begun} erased again: the worker goes on with it as soon as Twiza runs.`);
} else {
  giveUp("Say `list` to write down who was erased, or `again FILE` after a backup was put back.");
}
await engine.close();
