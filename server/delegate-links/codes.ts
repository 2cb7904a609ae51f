import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Database } from '../../db/open.ts'
import { findSecret, saveSecret } from './queries.ts'

/** Signs that nobody mistakes for one another when a code is read aloud or typed. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789'
/** 26 of 32 signs: 130 bits, nothing to guess. */
const codeLength = 26

/** What a link is derived from, and what it is found by: the code itself is kept nowhere. */
export interface NewCode {
  salt: string
  codeHash: string
}

/**
 * The codes of personal links are derived from the installation's secret and a salt of their own. So an office can print
 * a link again as often as it likes, while neither a row, nor the history, nor a log ever holds one.
 */
export interface CodeMaker {
  codeOf: (salt: string) => string
  newCode: () => NewCode
}

const secretName = 'delegate-links'

export const codeMaker = async (db: Database): Promise<CodeMaker> => {
  const secret = (await findSecret(db.read, secretName)) ?? (await newSecret(db))
  const codeOf = (salt: string) => codeFrom(createHmac('sha256', secret).update(salt).digest())
  return {
    codeOf,
    newCode: () => {
      const salt = randomBytes(18).toString('base64url')
      return { salt, codeHash: hashCode(codeOf(salt)) }
    },
  }
}

/** Two servers that begin at once keep the same. */
const newSecret = (db: Database): Promise<string> =>
  db.write((tx) => saveSecret(tx, secretName, randomBytes(32).toString('base64url')))

export const hashCode = (code: string): string => createHash('sha256').update(code.toLowerCase()).digest('base64url')

/** Five bits a sign. */
const codeFrom = (bytes: Buffer): string => {
  let rest = BigInt(`0x${bytes.toString('hex')}`)
  let code = ''
  while (code.length < codeLength) {
    code += signs[Number(rest & 31n)] ?? ''
    rest >>= 5n
  }
  return code
}
