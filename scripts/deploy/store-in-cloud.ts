import { randomBytes } from "node:crypto";
import { type Deps, idMaker } from "@twiza/core";
import { openStore } from "@twiza/storage";
import { dynamoClient, openDynamo } from "@twiza/storage/dynamodb";
import { tableList } from "@twiza/storage/tables";

/** The store of a deployment, opened with the operator's own rights. */
export function storeInCloud(deployment: string): Pick<Deps, "store" | "newId" | "clock"> {
  const clock = { now: () => new Date() };
  const engine = openDynamo({
    client: dynamoClient({}),
    prefix: `${deployment}-`,
    tables: tableList,
    now: () => Date.now(),
    random: () => Math.random(),
  });
  const newId = idMaker(clock, () => new Uint8Array(randomBytes(16)));
  return { store: openStore(engine), newId, clock };
}
