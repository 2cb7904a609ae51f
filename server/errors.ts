/** Every error the API can answer. The browser words it by its code; the message is for whoever reads the wire. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly details: unknown

  constructor(status: number, code: string, message: string, details: unknown = null) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

export interface FieldFault {
  /** Path of the field, dots between its parts. */
  field: string
  /** The rule that it broke: `required`, `too-long`, `not-a-date`, `unknown-key` … */
  rule: string
}

export const invalid = (faults: FieldFault[]) => new ApiError(400, 'invalid', 'Some fields cannot be right.', faults)
export const notSignedIn = () => new ApiError(401, 'not-signed-in', 'Sign in first.')
export const wrongPassword = () => new ApiError(403, 'wrong-password', 'Name or password is not right.')
export const accountLocked = () => new ApiError(403, 'account-locked', 'The account is locked.')
export const forbidden = () => new ApiError(403, 'forbidden', 'Your role does not allow this here.')
export const otherOrigin = () => new ApiError(403, 'other-origin', 'The request comes from another site.')
export const notFound = () => new ApiError(404, 'not-found', 'There is no such thing, or you may not see it.')
export const linkNotValid = () => new ApiError(410, 'link-not-valid', 'The link was used, replaced or has run out.')
/** `maxBytes`: null where no file was sent, but a request that is larger than any form. */
export const fileTooLarge = (maxBytes: number | null) =>
  new ApiError(413, 'file-too-large', 'The file is too large.', { maxBytes })
export const tooManyRequests = (seconds: number) =>
  new ApiError(429, 'too-many-requests', 'Too many attempts.', { seconds })

/** Somebody else changed the record since it was read; `current` is how it stands now (null = deleted). */
export const stale = (current: unknown) => new ApiError(409, 'stale', 'The record was changed meanwhile.', { current })
/** The record cannot be deleted because others point at it. */
export const inUse = (by: { kind: string; name: string }[]) =>
  new ApiError(409, 'in-use', 'Others still need this.', { by })
export const cannotUndo = () => new ApiError(409, 'cannot-undo', 'What it touched was changed since.')
export const loginTaken = () => new ApiError(409, 'login-taken', 'This sign-in name is in use.')
export const lastAdministrator = () =>
  new ApiError(409, 'last-administrator', 'The installation would be left without an administrator.')
/** A rule that only the facts can break: the code names it, the details say with what. */
export const refused = (code: string, message: string, details: unknown = null) =>
  new ApiError(409, code, message, details)

/** Attachments: the name tells which of several is meant. */
export const fileTypeRefused = (name: string) =>
  new ApiError(422, 'file-type-refused', 'Neither PDF, PNG, JPEG, WebP, DOCX nor XLSX, whatever its name says.', {
    name,
  })
export const scanTypeRefused = (name: string) =>
  new ApiError(422, 'scan-type-refused', 'Neither PDF, PNG nor JPEG, whatever its name says.', { name })
export const fileWithMacros = (name: string) =>
  new ApiError(422, 'file-with-macros', 'The document holds macros or controls.', { name })
export const pictureTooLarge = (name: string) =>
  new ApiError(422, 'picture-too-large', 'The picture has more pixels than any scanned page.', { name })
export const fileWithObjects = (name: string) =>
  new ApiError(422, 'file-with-objects', 'The document holds embedded objects or programs.', { name })
export const brokenFile = (name: string) =>
  new ApiError(422, 'file-broken', 'The file is damaged, incomplete or locked.', { name })
export const emptyFile = (name: string) => new ApiError(422, 'file-empty', 'The file is empty.', { name })
export const fileTwice = (name: string) => new ApiError(409, 'file-twice', 'The same file is there already.', { name })
export const tooManyFiles = (limit: number) =>
  new ApiError(409, 'too-many-files', 'There are as many files as may be.', { limit })
/** Its bytes are not in the data folder: it was not copied along with the database. */
export const fileMissing = () => new ApiError(404, 'file-missing', 'The bytes of the file are not in the data folder.')

/** Photos of people. */
export const photoFaulty = (code: 'photo-type-refused' | 'photo-broken' | 'photo-too-many-pixels', message: string) =>
  new ApiError(422, code, message)

/** Logos: what keeps a picture from being one. */
export const logoFaulty = (
  code: 'logo-type-refused' | 'logo-broken' | 'logo-empty' | 'logo-too-many-bytes' | 'logo-too-many-pixels',
  message: string,
) => new ApiError(422, code, message)

/** Forms of others: what they are, or what is in them, is not taken. */
export const formTypeRefused = (name: string) =>
  new ApiError(422, 'form-type-refused', 'Neither a DOCX nor an XLSX document.', { name })
export const legacyForm = (name: string) =>
  new ApiError(422, 'form-legacy', 'A document of Office 97–2003; save it as DOCX or XLSX.', { name })
export const lockedForm = (name: string) =>
  new ApiError(422, 'form-locked', 'The document is locked by a password.', { name })
export const brokenForm = (part: string, line: number) =>
  new ApiError(422, 'form-broken', 'A part of the document is not well-formed XML.', { part, line })
export const unsafeForm = () =>
  new ApiError(422, 'form-unsafe', 'The document holds declarations that no document of Office has.')
export const formTooLarge = () =>
  new ApiError(422, 'form-too-large', 'Unpacked, the document is far larger than any form.')
export const formFetches = () =>
  new ApiError(422, 'form-fetches', 'Opened, the document would fetch data from elsewhere or start a program.')

/** Files that cannot be read as a table: nothing was changed. */
export const notASpreadsheet = () =>
  new ApiError(422, 'not-a-spreadsheet', 'The file is neither an XLSX workbook nor a text table.')
export const legacySpreadsheet = () =>
  new ApiError(422, 'spreadsheet-legacy', 'The workbook is of Excel 97–2003; save it as XLSX.')
/** Excel opens these and saves them as XLSX: workbooks of LibreOffice, binary ones, web pages named .xls. */
export const foreignSpreadsheet = () =>
  new ApiError(422, 'spreadsheet-foreign', 'A spreadsheet of another kind; save it as XLSX.')
export const wordDocument = () =>
  new ApiError(422, 'word-document', 'A Word document; copy its table and paste the cells.')
export const encryptedSpreadsheet = () =>
  new ApiError(422, 'spreadsheet-encrypted', 'The workbook is locked by a password.')
export const brokenSpreadsheet = () => new ApiError(422, 'spreadsheet-broken', 'The file is damaged or incomplete.')
export const unsafeSpreadsheet = () =>
  new ApiError(422, 'spreadsheet-unsafe', 'The file holds declarations that no spreadsheet has.')
export const spreadsheetTooLarge = () =>
  new ApiError(422, 'spreadsheet-too-large', 'Unpacked, the file is far larger than any list of units.')
export const tooManyRows = (limit: number) =>
  new ApiError(422, 'too-many-rows', 'The file has too many rows.', { limit })
/** A heap of returned files that nobody could look through. */
export const heapTooLarge = () =>
  new ApiError(422, 'heap-too-large', 'The heap holds too many files or unpacks to too much.')
export const emptySpreadsheet = () => new ApiError(422, 'spreadsheet-empty', 'There is nothing in the file.')
export const encodingUnknown = () =>
  new ApiError(422, 'text-encoding-unknown', 'The letters of the text file cannot be read; save it as UTF-8.')
/** Files that cannot be read as a schedule: nothing was changed. */
export const notASchedule = () =>
  new ApiError(422, 'not-a-schedule', 'The file is neither a schedule.xml of frab or pentabarf nor a calendar (ICS).')
/** A `<schedule>` whose days hold something else than rooms with events. */
export const foreignSchedule = () =>
  new ApiError(422, 'schedule-foreign', 'A schedule of another dialect; its days hold no rooms with events.')
export const emptySchedule = () => new ApiError(422, 'schedule-empty', 'There is no event in the file.')
export const brokenSchedule = (line: number) =>
  new ApiError(422, 'schedule-broken', 'The file is damaged or incomplete.', { line })
export const unsafeSchedule = () =>
  new ApiError(422, 'schedule-unsafe', 'The file holds declarations or entities that no schedule needs.')
export const scheduleEncoding = (encoding: string) =>
  new ApiError(422, 'schedule-encoding', 'The letters of the file are not in the encoding that it says.', { encoding })
export const scheduleTooLarge = () =>
  new ApiError(422, 'schedule-too-large', 'The file is far larger than any schedule.')
export const tooManyEvents = (limit: number) =>
  new ApiError(422, 'schedule-too-many-events', 'The file has too many events.', { limit })
/** What is confirmed is no longer what was shown. */
export const importChanged = () => new ApiError(409, 'import-changed', 'The facts changed since the dry run.')
export const importColumnsMissing = (fields: string[]) =>
  new ApiError(409, 'import-columns-missing', 'A required column is not chosen.', { fields })
export const nothingChanged = () => refused('nothing-changed', 'Nothing changed since it was last printed.')
/** A paper for each row of a list that has none. */
export const nothingToPrint = () => new ApiError(409, 'nothing-to-print', 'The list of this paper is empty.')
/** A chart of seats of which none can be drawn. */
export const noSeats = () => new ApiError(409, 'no-seats', 'No list of the congress names a seat that can be read.')
/** A person must first say that it is meant for this one. */
export const importOfOtherCongress = () =>
  refused('import-of-other-congress', 'The file was exported from another congress.')
export const nothingToImport = () => new ApiError(409, 'nothing-to-import', 'No row is new or changed.')
