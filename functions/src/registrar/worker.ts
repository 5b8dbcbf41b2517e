import { keepStatus, logCertificates, logErased, logKeys, signCertificate } from "@twiza/core";
import { certificate } from "@twiza/storage";
import type { OnChange } from "../follow.ts";
import { formsAt } from "./forms.ts";

/**
 * One change of the register: a certificate that is not signed yet is signed, what happened to it goes into the public log, and its
 * status lists say what its record says. Every other change, and the same one again, does nothing.
 */
export const onChangeAt = (origin: string): OnChange => {
  const make = formsAt(origin);
  return async ({ deps, log }, change) => {
    if (change.after?.["entity"] !== "certificate") return;
    const { id } = certificate.read(change.after).value;
    const signing = await signCertificate(deps, id, make);
    if (signing?.isNew)
      log.info("certificate signed", { certificateId: id, kid: signing.signed.kid });
    // What ends it counts at once; the log is slower, since all of it is one line.
    const changed = await keepStatus(deps, id);
    if (changed.length > 0) log.info("status list changed", { certificateId: id, changed });
    await logKeys(deps);
    if (signing) await logCertificates(deps, [signing]);
    else await logErased(deps, id);
  };
};
