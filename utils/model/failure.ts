/** Every failure that a reader can be told about; each has a sentence in the message catalogues. */
export const failureCodes = [
  'storageFull',
  'storageFailed',
  'storageOutdated',
  'nothingSelected',
  'selectionGone',
  'selectionInFrame',
  'passageGone',
  'clipboard',
  'annotationGone',
  'pageGone',
  'entityGone',
  'entityNameTaken',
  'entityInUse',
  'lookupFailed',
  'lookupRefused',
  'pageUnreachable',
  'extensionUpdated',
  'invalidMessage',
  'unexpected',
] as const;
/** The name of a failure that has a sentence for the reader. */
export type FailureCode = (typeof failureCodes)[number];

/** A failure with a code that the UI turns into a sentence; `cause` is for the console alone. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, options?: { cause?: unknown; message?: string }) {
    super(options?.message ?? code, { cause: options?.cause });
    this.name = 'Failure';
    this.code = code;
  }
}

/** The code of any thrown value; what is not a `Failure` is `unexpected`. */
export function failureCodeOf(error: unknown): FailureCode {
  return error instanceof Failure ? error.code : 'unexpected';
}

/** Checks a code that came over the wire. */
export function isFailureCode(value: unknown): value is FailureCode {
  return failureCodes.some((code) => code === value);
}
