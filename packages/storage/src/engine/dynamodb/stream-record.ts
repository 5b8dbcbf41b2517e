import { type Attributes, itemOf } from "./attributes.ts";
import type { Change, Item } from "../engine.ts";

type Image = Readonly<Record<string, unknown>> | undefined;

/** A record of a stream with new and old images, as Lambda hands it over and as the streams' own API does. */
export type StreamRecord = {
  readonly eventID?: string | undefined;
  readonly dynamodb?:
    | { readonly Keys?: Image; readonly NewImage?: Image; readonly OldImage?: Image }
    | undefined;
};

/** @throws when the record lacks its id or its keys: the stream is not laid out as the table's spec says */
export function fromStreamRecord({ eventID, dynamodb }: StreamRecord): Change {
  const key = itemIn(dynamodb?.Keys);
  if (eventID === undefined || !key) throw new Error("a stream record lacks its id or its keys");
  const [before, after] = [itemIn(dynamodb?.OldImage), itemIn(dynamodb?.NewImage)];
  return {
    id: eventID,
    key: { pk: key.pk, sk: key.sk },
    ...(before && { before }),
    ...(after && { after }),
  };
}

/** Lambda hands bytes over as base64, where the SDK has them as they are; no table that is followed holds any. */
const itemIn = (image: Image): Item | undefined => image && itemOf(image as Attributes);
