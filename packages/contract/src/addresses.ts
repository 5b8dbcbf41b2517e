import type { Where } from "./operation.ts";
import { type OperationName, operations } from "./where.ts";

export type Address = readonly [method: string, path: string];
type Addresses = Record<string, Address>;

const addressesOf = (wanted: (where: Where, name: string) => boolean): Addresses =>
  Object.fromEntries(
    Object.entries(operations)
      .filter(([name, where]) => wanted(where, name))
      .map(([name, { method, path }]): [string, Address] => [name, [method, path]]),
  );
const isForStaff = ({ allow }: Where, name: string): boolean =>
  // Whoever works for several chooses at a desk.
  typeof allow === "object" || name === "chooseOrganisation";
const among =
  (...names: readonly OperationName[]) =>
  (_: Where, name: string): boolean =>
    names.some((each) => each === name);
const isForPacks = among("readKeys", "readPackSignature");
const isForCarrying = among("readPasses", "deliverParcel");
const isForTalk = among(
  "listComments",
  "addComment",
  "changeComment",
  "listColleagues",
  "attendLesson",
  "listNotices",
  "readNotices",
);
const isForMe = among(
  "readCard",
  "createCard",
  "endCard",
  "listSessions",
  "endSession",
  "changeLearner",
);
const isForPassport = among("readPassport", "readSigned", "offerCredential", "showCertificate");
const isForChecking = among("readIssuers", "readLogProof");
const isForFrameworks = among(
  "listFrameworks",
  "readFramework",
  "saveFramework",
  "changeFramework",
  "readFrameworkUses",
  "removeFramework",
);
const isForDesigns = among(
  "listDesigns",
  "saveDesign",
  "removeDesign",
  "restoreDesign",
  "previewDesign",
  "takeDesignPicture",
);
const isForPartnerships = among(
  "listPartnerships",
  "readInstitution",
  "askPartnership",
  "answerPartnership",
  "endPartnership",
);
const isForErasure = among("readErasable", "eraseLearner", "readErased");
/** What a wallet asks when its holder wants paper. */
const isForPaper = among("readPaper", "readShareImage");
const isForEntering = among("createLearner", "redeemTicket", "redeemCard");
/** What a learner asks of work that she hands in. */
const isForWork = among("grantProof", "takeProof", "submitWork", "listOwnSubmissions", "readProof");
/** What somebody who was observed asks: what was seen of her, and the PIN by which she agrees. */
const isForSeen = among("listOwnObservations", "confirmObservation", "readPhoto", "setPin");
const isForObserving = among(
  "listCohorts",
  "readKeys",
  "readObserving",
  "grantUpload",
  "takePhoto",
  "recordObservation",
);

/**
 * Method and path of each operation by its name: all that a caller needs. Here those that anybody or anybody's session may ask, on
 * whatever page; a desk, a person's own page, what lets somebody in, and what keeps courses on a phone or carries for another add the others. The
 * build of the site writes them out as plain data.
 */
export const addresses = addressesOf(
  (where, name) =>
    ![
      isForStaff,
      isForPacks,
      isForCarrying,
      isForMe,
      isForEntering,
      isForErasure,
      isForPassport,
      isForPaper,
      isForSeen,
      isForWork,
      isForChecking,
    ].some((isFor) => isFor(where, name)),
);
/** A course that its author prints before it is published. */
export const bookAddresses = addressesOf(among("readCourse"));
export const packAddresses = addressesOf(isForPacks);
export const carryAddresses = addressesOf(isForCarrying);
export const entryAddresses = addressesOf(isForEntering);
export const erasureAddresses = addressesOf(isForErasure);
export const meAddresses = addressesOf(isForMe);
export const passportAddresses = addressesOf(isForPassport);
export const checkingAddresses = addressesOf(isForChecking);
export const workAddresses = addressesOf(isForWork);
export const seenAddresses = addressesOf(isForSeen);
/** All that an observer's page asks, which stands outside the office. */
export const observingAddresses = addressesOf(isForObserving);
export const frameworkAddresses = addressesOf(isForFrameworks);
export const designAddresses = addressesOf(isForDesigns);
export const partnershipAddresses = addressesOf(isForPartnerships);
export const paperAddresses = addressesOf(isForPaper);
export const talkAddresses = addressesOf(isForTalk);
export const staffAddresses = addressesOf(
  (where, name) =>
    isForStaff(where, name) &&
    ![isForTalk, isForFrameworks, isForDesigns, isForPartnerships].some((isFor) =>
      isFor(where, name),
    ),
);
