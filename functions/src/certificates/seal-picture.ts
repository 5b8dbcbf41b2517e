import { crc32, deflateSync } from "node:zlib";
import { CertificateId } from "@twiza/contract";
import { Refused, verifyCertificate } from "@twiza/core";
import { png } from "@twiza/credential/png";
import { sealPicture } from "@twiza/credential/seal-picture";
import type { Hono } from "hono";
import type { Env, Setting } from "../http/app.ts";

/** A day: the seal of a number never changes, but whether there is such a number is asked anew. */
const KEEP = "public, max-age=86400";

/** `/verify/{id}/seal.png`: what messengers show beside the address of a certificate. Only the
 * cloth: no name, and no verdict that could grow old. None of one that is closed. */
export function sealPictureRoute(app: Hono<Env>, { deps }: Setting): void {
  app.get("/verify/:certificateId/seal.png", async (c) => {
    const id = CertificateId.safeParse(c.req.param("certificateId"));
    if (!id.success) throw new Refused("not_found");
    const { number, shows } = await verifyCertificate(deps, id.data);
    if (shows === "closed") throw new Refused("not_found");
    const picture = png(sealPicture(number), { deflate: deflateSync, crc32 });
    c.header("cache-control", KEEP);
    c.header("content-type", "image/png");
    return c.body(Uint8Array.from(picture));
  });
}
