import { unbake } from "@twiza/credential/bake";
import type { Unbake, VerifyDocument } from "@twiza/credential/check";
import { verifyProof } from "@twiza/credential/integrity";

type Given = Parameters<VerifyDocument>;
/** What is asked, and answered with what the function of that name answers. */
export type Asked =
  | { readonly is: "document"; readonly document: Given[0]; readonly keys: Given[1] }
  | { readonly is: "picture"; readonly file: Parameters<Unbake>[0] };

/* Each question has a worker of its own, which is gone with its answer. */
addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  void answerTo(data).then((answer) => postMessage(answer));
});

function answerTo(asked: Asked): Promise<unknown> {
  switch (asked.is) {
    case "document":
      return verifyProof(asked.document, () => asked.keys);
    case "picture":
      return unbake(asked.file);
  }
}
