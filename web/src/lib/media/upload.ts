import { call, Problem, type Reply, t } from "#lib";
import type { Call } from "../api.ts";
import type { Parcel } from "./reduce.ts";

/** A picture or a recording in the organisation's library. */
export type Item = Reply<"takeUpload">;
export type Description = NonNullable<Call<"takeUpload">["body"]["description"]>;

type Wish = {
  readonly intentId: string;
  readonly name: string;
  /** None where nobody has said yet what it is. */
  readonly description?: Description;
  /** Of a video: what is heard in it, posted under an intent of its own. */
  readonly beside?: { readonly parcel: Parcel; readonly intentId: string } | undefined;
};

/**
 * Brings one thing: asks for a form, posts it and has it taken. All of it may be done again under the same intent, wherever it
 * broke off: it is in the library once.
 * @param onsent how much of it has gone, from 0 to 100
 * @throws Problem
 */
export async function brought(
  parcel: Parcel,
  { beside, ...wish }: Wish,
  onsent: (percent: number) => void,
): Promise<Item> {
  if (beside) await sent(beside.parcel, beside.intentId, () => undefined);
  await sent(parcel, wish.intentId, onsent);
  return call("takeUpload", { body: beside ? { ...wish, sound: beside.intentId } : wish });
}

async function sent(
  { blob, type }: Parcel,
  intentId: string,
  onsent: (percent: number) => void,
): Promise<void> {
  const { url, fields } = await call("grantUpload", { body: { intentId, type, bytes: blob.size } });
  await posted(url, formOf(fields, blob), onsent);
}

/** The file stands last: whoever takes it has read by then what may come. */
function formOf(fields: Readonly<Record<string, string>>, blob: Blob): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", blob);
  return form;
}

/** By the older way to ask, which alone tells how much has gone. */
const posted = (url: string, form: FormData, onsent: (percent: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => {
      onsent(Math.round((loaded / total) * 100));
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(refusal(request.status));
    };
    request.onerror = () => {
      reject(
        new Problem({
          code: "offline",
          title: t("error.offline"),
          detail: t("error.offline.mend"),
        }),
      );
    };
    request.open("POST", url);
    request.send(form);
  });

/** In the cloud the bucket itself answers, which knows no language. */
const refusal = (status: number): Problem =>
  new Problem({
    code: "upload.refused",
    status,
    title: t("media.fault.refused"),
    detail: t("media.fault.refused.mend"),
  });
