import { describe, expect, expectTypeOf, it } from "vitest";
import type { EnrolmentView, Me } from "@twiza/contract";
import { operations, type OperationName } from "@twiza/contract/where";
import { addressOf } from "./address.ts";
import type { Call, Reply } from "./api.ts";

describe("the address of a call", () => {
  it("carries parameters and query encoded, and leaves out what is undefined", () => {
    const address = addressOf("/api/courses/:courseId", {
      params: { courseId: "a/b c" },
      query: { after: "x&y", none: undefined },
    });
    expect(address).toBe("/api/courses/a%2Fb%20c?after=x%26y");
  });

  it("leaves no parameter of any operation unfilled", () => {
    for (const { path } of Object.values(operations)) {
      const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
      const params = Object.fromEntries(names.map((name) => [name, "given"]));
      expect(addressOf(path, { params })).not.toContain(":");
    }
  });
});

describe("the types of a call", () => {
  it("ask for what the operation needs, and for nothing else", () => {
    expectTypeOf<Call<"readEnrolment">["params"]>().toEqualTypeOf<{ courseId: string }>();
    expectTypeOf<Call<"readEnrolment">["body"]>().toEqualTypeOf<undefined>();
    expectTypeOf<{ params: { courseId: string } }>().toExtend<Call<"readEnrolment">>();
    expectTypeOf<object>().not.toExtend<Call<"readEnrolment">>();
    expectTypeOf<object>().toExtend<Call<"listEnrolments">>();
    expectTypeOf<Call<"publishCourse">["body"]>().toEqualTypeOf<{
      intentId: string;
      note: string;
    }>();
  });

  it("answer with the contract's own views", () => {
    expectTypeOf<Reply<"readMe">>().toEqualTypeOf<Me>();
    expectTypeOf<Reply<"enrol">>().toEqualTypeOf<EnrolmentView>();
    expectTypeOf<OperationName>().not.toBeNever();
  });
});
