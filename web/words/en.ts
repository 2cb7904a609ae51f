import { accounts } from './en/accounts.ts'
import { common } from './en/common.ts'
import { conflicts } from './en/conflicts.ts'
import { errors } from './en/errors.ts'
import { parts } from './en/parts.ts'
import { shell } from './en/shell.ts'
import { terms } from './en/terms.ts'
import type { Words } from './vi.ts'

export const en: Words = { common, terms, errors, shell, parts, accounts, conflicts }
