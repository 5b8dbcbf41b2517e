export { longId, paperAddress, type PaperAddress, readPaperAddress, shortId } from "./address.ts";
export type { PaperClaims } from "./claims.ts";
export { MOST_IN_CODE, MOST_IN_SQUARE, paperCode, type PaperSigner, type ToPrint } from "./make.ts";
export { qrSvg, qrVersion } from "./qr.ts";
export {
  keysNamed,
  type PaperFault,
  type PaperParts,
  partsOfPaper,
  readPaperCode,
  signerOf,
} from "./read.ts";
export { isCut, isSameText } from "./words.ts";
