import { expect, test } from "vitest";
import { fromStreamRecord } from "./stream-record.ts";

const dynamodb = {
  Keys: { pk: { S: "p" }, sk: { S: "s" } },
  OldImage: { pk: { S: "p" }, sk: { S: "s" }, revision: { N: "1" } },
  NewImage: { pk: { S: "p" }, sk: { S: "s" }, revision: { N: "2" }, data: { M: { a: { L: [{ NULL: true }] } } } },
}; // prettier-ignore

test("a record of Lambda is the change that the embedded feed tells", () => {
  expect(fromStreamRecord({ eventID: "7", dynamodb })).toEqual({
    id: "7",
    key: { pk: "p", sk: "s" },
    before: { pk: "p", sk: "s", revision: 1 },
    after: { pk: "p", sk: "s", revision: 2, data: { a: [null] } },
  });
});

test("a removal has no after, a first write no before", () => {
  const { NewImage: _new, ...removed } = dynamodb;
  const { OldImage: _old, ...made } = dynamodb;
  expect(fromStreamRecord({ eventID: "8", dynamodb: removed })).not.toHaveProperty("after");
  expect(fromStreamRecord({ eventID: "9", dynamodb: made })).not.toHaveProperty("before");
});

test("a record without keys or id is refused rather than guessed", () => {
  expect(() => fromStreamRecord({ eventID: "1" })).toThrow();
  expect(() => fromStreamRecord({ dynamodb })).toThrow();
});
