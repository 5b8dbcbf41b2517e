import type { StatusPurpose } from "@twiza/contract/status-place";

/** Where the terms of a credential are defined; nothing else may stand in its `@context`. */
export const CONTEXTS = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
] as const;

/** Where the status of one credential stands: a bit of a public list. */
export type StatusEntry = {
  readonly id: string;
  readonly type: "BitstringStatusListEntry";
  readonly statusPurpose: StatusPurpose;
  readonly statusListIndex: string;
  readonly statusListCredential: string;
};

export type Alignment = {
  readonly type: readonly ["Alignment"];
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetCode?: string;
  readonly targetType: "CFItem";
};

/** The same achievement in another language: the standard has one name an achievement, and says that its editions are related. */
export type Related = {
  readonly id: string;
  readonly type: readonly ["Related"];
  readonly inLanguage: string;
  readonly name: string;
};

/** Another institution that stands behind the certificate: where its endorsement lies, whose it is, and which text exactly. */
export type PartnerEntry = {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the endorsement with its proof, as JSON in one spelling (RFC 8785): a multihash in base64url. */
  readonly digestMultibase: string;
};

export type Achievement = {
  readonly id: string;
  readonly type: readonly ["Achievement"];
  readonly achievementType: "Certificate";
  readonly name: string;
  readonly inLanguage: string;
  readonly description: string;
  readonly criteria: { readonly narrative: string };
  readonly version: string;
  readonly resultDescription?: readonly object[];
  readonly alignment?: readonly Alignment[];
  readonly related?: readonly Related[];
};

/** A certificate as Open Badges 3.0 upon VC 2.0, before it is signed. */
export type OpenBadge = {
  readonly "@context": typeof CONTEXTS;
  /** Its address of verification. */
  readonly id: string;
  readonly type: readonly ["VerifiableCredential", "OpenBadgeCredential"];
  readonly issuer: {
    readonly id: string;
    readonly type: readonly ["Profile"];
    readonly name: string;
  };
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly credentialSubject: {
    readonly type: readonly ["AchievementSubject"];
    /**
     * Her name as it is read. Beside it the salt, which is there for the log: without it nobody, not even who has the key, can try
     * whether a name belongs to an entry.
     */
    readonly identifier: readonly [
      {
        readonly type: "IdentityObject";
        readonly hashed: false;
        readonly identityHash: string;
        readonly identityType: "name";
        readonly salt: string;
      },
    ];
    /** The certificate's number. */
    readonly licenseNumber: string;
    /** Hours. */
    readonly creditsEarned: number;
    readonly result: readonly object[];
    readonly achievement: Achievement;
  };
  readonly credentialStatus: readonly [StatusEntry, StatusEntry];
  /** What its partners have signed, by the hash of each text: so nobody adds, leaves out or changes one. */
  readonly relatedResource?: readonly PartnerEntry[];
  /** The certificate in whose place it stands. */
  readonly evidence?: readonly object[];
};
