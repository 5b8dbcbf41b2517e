import type { AttributeValue, ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Capacity, Item, Key } from "../engine.ts";

export type Attributes = Record<string, AttributeValue>;

/** Checked before by `limits.ts`, so that nothing is left out or turned into something else. */
export const attributesOf = (item: Item): Attributes => marshall(item);

export const keyAttributes = ({ pk, sk }: Key): Attributes => ({ pk: { S: pk }, sk: { S: sk } });

/** Only items of this engine lie in its tables: text, numbers, booleans, null, bytes, lists and maps. Entities parse what is inside. */
export const itemOf = (attributes: Attributes): Item => unmarshall(attributes) as Item;

type Consumed = ConsumedCapacity | undefined;

export const readUnits = (consumed: Consumed): Capacity => ({
  read: consumed?.CapacityUnits ?? 0,
  write: 0,
});

export const writeUnits = (consumed: Consumed): Capacity => ({
  read: 0,
  write: consumed?.CapacityUnits ?? 0,
});

/** A transaction that was done before under the same token reads instead of writing. */
export const transactionUnits = (consumed: Consumed): Capacity =>
  consumed?.ReadCapacityUnits === undefined
    ? writeUnits(consumed)
    : { read: consumed.ReadCapacityUnits, write: consumed.WriteCapacityUnits ?? 0 };
