/** Where the downloads leave their notes: see `packages/client`, which pages that show none of them do not carry. */
export const RECORDS = "pack-records";
