import { accounts } from './vi/accounts.ts'
import { common } from './vi/common.ts'
import { conflicts } from './vi/conflicts.ts'
import { errors } from './vi/errors.ts'
import { parts } from './vi/parts.ts'
import { shell } from './vi/shell.ts'
import { terms } from './vi/terms.ts'

/** Every sentence that a user can read, in Vietnamese: the source. One file per feature, the same in `en/`. */
export const vi = { common, terms, errors, shell, parts, accounts, conflicts }

export type Words = typeof vi
