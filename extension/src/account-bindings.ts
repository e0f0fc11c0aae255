/** Where the codes of an account may go, and what else the user has allowed it. */
export interface AccountBindings {
  /** Exact web origins, with their port, that may get a code: the one of the enrolment and those the user added. */
  readonly origins: readonly string[];
  /** Those registrable domains of `origins` of which every host may get one, too. The user says so of each. */
  readonly coveredDomains: readonly string[];
  /** Where a code field may stand in a frame of a bound origin within a page of another one. The user says so. */
  readonly frames: readonly AllowedFrame[];
  /** The origins at which a form is sent once its code is in. The user says so. */
  readonly submitsAt: readonly string[];
  /** The code fields that the user has named, one for each origin. */
  readonly fields: readonly NamedField[];
  /** The device name that the site got with the first code, or the empty text. */
  readonly deviceName: string;
}

/** What came before `coveredDomains`, in format 2 of the vault and in backups: all domains of `origins`, or none. */
export interface FormerCover {
  readonly coversDomains?: boolean;
}

/** A frame of `origin` in a page of `within`. */
interface AllowedFrame {
  readonly origin: string;
  readonly within: string;
}

/** The selector of a field, through shadow roots. */
interface NamedField {
  readonly origin: string;
  readonly selector: string;
}

/** What a new account is allowed beside its origins. */
export const NOTHING_ALLOWED = {
  coveredDomains: [],
  frames: [],
  fields: [],
  submitsAt: [],
  deviceName: '',
} as const satisfies Omit<AccountBindings, 'origins'>;
