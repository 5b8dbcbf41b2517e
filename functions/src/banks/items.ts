import { ItemId } from "@twiza/contract";
import {
  bringBankItems,
  listBank,
  listRemovedBankItems,
  putFromBank,
  readBankItem,
  readBankItems,
  removeBankItems,
  restoreBankItem,
  saveBankItem,
  spreadBankItem,
  tagBankItems,
  takeIntoBank,
} from "@twiza/core";
import type { createApp, Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** The bank of items of an organisation. */
export function bankItemRoutes(app: ReturnType<typeof createApp>, setting: Setting): void {
  const { deps } = setting;
  operation(app, { setting, name: "listBank" }, ({ principal, query }) =>
    listBank(deps, principal, query),
  );
  operation(app, { setting, name: "readBankItems" }, ({ principal, query }) =>
    readBankItems(deps, principal, { ids: query.ids.split(",").map((id) => ItemId.parse(id)) }),
  );
  operation(app, { setting, name: "readBankItem" }, ({ principal, params }) =>
    readBankItem(deps, principal, params.itemId),
  );
  operation(app, { setting, name: "saveBankItem" }, ({ principal, params, body }) =>
    saveBankItem(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "bringBankItems" }, ({ principal, body }) =>
    bringBankItems(deps, principal, body),
  );
  operation(app, { setting, name: "tagBankItems" }, ({ principal, body }) =>
    tagBankItems(deps, principal, body),
  );
  operation(app, { setting, name: "spreadBankItem" }, ({ principal, params, body }) =>
    spreadBankItem(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "removeBankItems" }, ({ principal, body }) =>
    removeBankItems(deps, principal, body),
  );
  operation(app, { setting, name: "listRemovedBankItems" }, ({ principal, query }) =>
    listRemovedBankItems(deps, principal, query),
  );
  operation(app, { setting, name: "restoreBankItem" }, ({ principal, params, body }) =>
    restoreBankItem(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "takeIntoBank" }, ({ principal, params, body }) =>
    takeIntoBank(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "putFromBank" }, ({ principal, params, body }) =>
    putFromBank(deps, principal, { ...params, body }),
  );
}
