import { DESIGN_LIMITS, Hash } from "@twiza/contract";
import type { PaperPicture } from "@twiza/core";
import type { Engine } from "@twiza/paper/engine";
import { hashOf } from "@twiza/platform/blobs/hash";
import { openPictures } from "@twiza/platform/pictures";
import { openCodecs } from "@twiza/platform/pictures/codecs";
import { inPackage } from "@twiza/platform/pictures/in-package";
import { LOGOS, signatures } from "../../packages/paper/src/testing/drawings.ts";

type Brought = { readonly hash: Hash; readonly width: number; readonly height: number };

/** As many logos and signatures as a design may have, brought as people bring them and drawn anew as the house does. */
export async function broughtPictures(engine: Engine) {
  const pictures = openPictures(() => Promise.resolve(openCodecs(inPackage)));
  const onPaper = new Map<Hash, PaperPicture>();
  const bring = async (svg: string, as: "logo" | "signature"): Promise<Brought> => {
    const limits = { side: DESIGN_LIMITS.side, bytes: DESIGN_LIMITS.pictureBytes };
    const drawn = await pictures.redraw(await engine.png(svg), limits);
    if (typeof drawn === "string") throw new Error(drawn);
    const { bytes, width, height } = drawn;
    const hash = Hash.parse(hashOf(bytes));
    onPaper.set(hash, await pictures.forPaper(bytes, { as, ground: "#ffffff" }));
    return { hash, width, height };
  };
  const all = (svgs: readonly string[], as: "logo" | "signature"): Promise<Brought[]> =>
    Promise.all(svgs.map((svg) => bring(svg, as)));
  const logos = await all(LOGOS.slice(0, DESIGN_LIMITS.logos), "logo");
  const signed = await all(signatures().slice(0, DESIGN_LIMITS.signatories), "signature");
  return { brought: { logos, signatures: signed }, onPaper };
}
