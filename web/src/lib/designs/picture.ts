import { call, newIntent, Problem, t } from "#lib";
import { posted } from "../media/posted.ts";
import { reduced } from "../media/reduce.ts";

/**
 * Brings a logo or a signature: made smaller here, posted, and drawn anew there.
 * @throws Problem, also where this browser cannot open it
 */
export async function bringPicture(file: File) {
  const parcel = await reduced(file);
  if (!parcel) throw new Problem({ code: "media.unreadable", title: t("designs.picture.fault") });
  const intentId = newIntent();
  const { blob, type } = parcel;
  const { url, fields } = await call("grantUpload", { body: { intentId, type, bytes: blob.size } });
  await posted({ url, fields, file: blob }, () => undefined);
  return call("takeDesignPicture", { body: { intentId } });
}
