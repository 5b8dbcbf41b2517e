import { BatchGetItemCommand, type KeysAndAttributes } from "@aws-sdk/client-dynamodb";
import { add, NOTHING } from "../capacity.ts";
import { type Capacity, EngineBusy, type Item, type Key, type ReadOptions } from "../engine.ts";
import { itemOf, keyAttributes, readUnits } from "./attributes.ts";
import { pause, persist } from "./retry.ts";
import type { Reach } from "./transact.ts";

type Place = { readonly table: string; readonly key: Key };

/** DynamoDB's most keys a call. */
const KEYS_AT_ONCE = 100;
/** Calls in a row that may bring nothing at all; those that bring something cost no patience. */
const MAX_EMPTY_CALLS = 10;

/** Items in the order of the keys; keys asked for twice are read once, and what the service left over is asked for again. */
export async function batchGet(
  reach: Reach,
  keys: readonly Place[],
  options: ReadOptions | undefined,
): Promise<{ items: (Item | undefined)[]; capacity: Capacity }> {
  const unique = new Map(keys.map((place) => [nameOf(place), place]));
  const places = [...unique.values()];
  const found = new Map<string, Item>();
  let capacity = NOTHING;
  for (let at = 0; at < places.length; at += KEYS_AT_ONCE) {
    const chunk = requestOf(reach.prefix, places.slice(at, at + KEYS_AT_ONCE), options);
    capacity = add(capacity, await fetchAll(reach, chunk, found));
  }
  return { items: keys.map((place) => found.get(nameOf(place))), capacity };
}

const nameOf = ({ table, key }: Place): string => JSON.stringify([table, key.pk, key.sk]);

type Requests = Record<string, KeysAndAttributes>;

function requestOf(
  prefix: string,
  places: readonly Place[],
  options: ReadOptions | undefined,
): Requests {
  const byTable = Map.groupBy(places, ({ table }) => prefix + table);
  return Object.fromEntries(
    [...byTable].map(([table, of]) => [
      table,
      {
        Keys: of.map(({ key }) => keyAttributes(key)),
        ConsistentRead: options?.consistent ?? false,
      },
    ]),
  );
}

async function fetchAll(
  { client, prefix, pace }: Reach,
  asked: Requests,
  found: Map<string, Item>,
): Promise<Capacity> {
  let capacity = NOTHING;
  let empty = 0;
  for (let left = asked; Object.keys(left).length > 0;) {
    const command = new BatchGetItemCommand({
      RequestItems: left,
      ReturnConsumedCapacity: "TOTAL",
    });
    const reply = await persist(pace, () => client.send(command));
    let met = 0;
    for (const [table, rows] of Object.entries(reply.Responses ?? {}))
      for (const item of rows.map(itemOf)) {
        found.set(nameOf({ table: table.slice(prefix.length), key: item }), item);
        met += 1;
      }
    capacity = (reply.ConsumedCapacity ?? []).map(readUnits).reduce(add, capacity);
    left = reply.UnprocessedKeys ?? {};
    if (Object.keys(left).length === 0) break;
    empty = met > 0 ? 0 : empty + 1;
    if (empty > MAX_EMPTY_CALLS) throw new EngineBusy(new Error("keys stay unprocessed"));
    await pause(pace, empty);
  }
  return capacity;
}
