import { mkdtempSync, readdirSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { S3Client } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, it } from "vitest";
import { movableClock } from "../testing/index.ts";
import { folderUploads } from "./folder.ts";
import { judged } from "./judge.ts";
import { s3Uploads } from "./s3.ts";
import { signatureOf } from "./signature.ts";

const WISH = { key: "incoming/org/acc/intent", type: "image/webp", bytes: 5 };
const ACCOUNT = { accessKeyId: "AKIATWIZA", secretAccessKey: "secret", sessionToken: "session" };

let clock: ReturnType<typeof movableClock>;
beforeEach(() => {
  clock = movableClock(new Date("2026-11-26T09:30:10.500Z"));
});

/** Both adapters with what judges their forms: S3 itself for one, which `judged` stands for here. */
function adapters() {
  const client = new S3Client({ region: "eu-west-3", credentials: ACCOUNT });
  const cloud = { bucket: "incoming", by: { ...ACCOUNT, region: "eu-west-3" } };
  const folder = mkdtempSync(join(tmpdir(), "twiza-uploads-"));
  const local = folderUploads(folder, clock);
  return {
    folder,
    local,
    both: [
      {
        uploads: s3Uploads(client, { bucket: "incoming", clock }),
        judge: (fields: ReadonlyMap<string, string>) =>
          judged(fields, { ...cloud, now: clock.now() }),
      },
      { uploads: local, judge: local.judge },
    ],
  };
}

const changed = (fields: Readonly<Record<string, string>>, name: string, value: string) =>
  new Map(Object.entries({ ...fields, [name]: value }));

describe.each([0, 1])("a form of the cloud (0) and of one machine (1): %d", (which) => {
  const adapter = () => {
    const it = adapters().both[which];
    if (!it) throw new Error("there are two");
    return it;
  };
  const granted = async () => {
    const { uploads, judge } = adapter();
    return { judge, ...(await uploads.grant(WISH)) };
  };

  it("lets in exactly the key and the length that were granted", async () => {
    const { judge, fields } = await granted();
    const verdict = judge(new Map(Object.entries(fields)));
    expect(verdict).toEqual({ key: WISH.key, least: 5, most: 5 });
  });

  it("is the same when it is asked for again at once, and holds ten to eleven minutes", async () => {
    const { uploads, judge } = adapter();
    const { fields, expiresAt } = await uploads.grant(WISH);
    expect(await uploads.grant(WISH)).toEqual({ url: "/uploads", fields, expiresAt });
    clock.advance(10 * 60_000);
    expect(judge(new Map(Object.entries(fields)))).not.toBe("refused");
    clock.advance(60_000);
    expect(judge(new Map(Object.entries(fields)))).toBe("refused");
  });

  it.each([
    ["another key", "key", "incoming/other"],
    ["another type", "Content-Type", "text/html"],
    ["a field too many", "success_action_redirect", "https://elsewhere.example"],
    ["another policy", "policy", Buffer.from("{}").toString("base64")],
    ["another signature", "x-amz-signature", "0".repeat(64)],
    ["another day", "x-amz-date", "20261127T000000Z"],
    ["another signer", "x-amz-credential", "AKIAELSE/20261126/eu-west-3/s3/aws4_request"],
    ["another algorithm", "x-amz-algorithm", "none"],
  ])("is refused with %s", async (_, name, value) => {
    const { judge, fields } = await granted();
    expect(judge(changed(fields, name, value))).toBe("refused");
  });

  it("is refused without any one of its fields", async () => {
    const { judge, fields } = await granted();
    for (const name of Object.keys(fields)) {
      const { [name]: _, ...rest } = fields;
      expect(judge(new Map(Object.entries(rest))), name).toBe("refused");
    }
    expect(judge(new Map())).toBe("refused");
  });
});

it("signs as AWS does in its own example of a browser's upload", () => {
  // Of the documentation of S3, "Example: Browser-Based Upload using HTTP POST": the key of that day, over a policy of one's own.
  const by = { secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", region: "us-east-1" };
  const signature = signatureOf(by, { day: "20151229", policy: AWS_POLICY });
  expect(signature).toBe("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
});

describe("uploads on one machine", () => {
  const verdict = { key: WISH.key, least: 5, most: 5 };
  const file = (text: string) => Readable.from([Buffer.from(text)]);

  it("keep a file whole: too short or too long it is not there at all, and of two the later stays", async () => {
    const { local, folder } = adapters();
    expect(await local.receive(verdict, file("shor"))).toBe("size");
    expect(await local.receive(verdict, file("longer"))).toBe("size");
    expect(await local.get(WISH.key)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    expect(await local.receive(verdict, file("first"))).toBe("received");
    expect(await local.receive(verdict, file("again"))).toBe("received");
    expect(String(await local.get(WISH.key))).toBe("again");
    await local.remove(WISH.key);
    await local.remove(WISH.key);
    expect(await local.get(WISH.key)).toBeUndefined();
  });

  it("forget what nobody took within a day", async () => {
    const { local, folder } = adapters();
    await local.receive(verdict, file("first"));
    const [name = ""] = readdirSync(folder);
    const yesterday = new Date(clock.now().getTime() - 86_400_001);
    utimesSync(join(folder, name), yesterday, yesterday);
    await local.grant(WISH);
    expect(await local.get(WISH.key)).toBeUndefined();
  });
});

const AWS_POLICY =
  "eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9";
