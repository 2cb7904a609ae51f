import { StaleRow, type Row } from '../../db/rows.ts'
import type { ActRows } from '../history/actions.ts'
import { newId } from '../office.ts'
import { findSensitiveData } from './queries.ts'
import { nothingSensitive } from './rules.ts'

export type SensitiveValues = Omit<Row<'sensitiveData'>, 'id' | 'personId' | 'version'>

/**
 * Keeps what is said of a person apart from the rest; what is not named stays, and where nothing is left to keep no row
 * does. `version`: as it was read, 0 = there was nothing; left out = whatever stands. Throws `StaleRow`.
 */
export const keepSensitive = async (
  rows: ActRows,
  personId: string,
  values: Partial<SensitiveValues>,
  version?: number,
): Promise<void> => {
  const kept = await findSensitiveData(rows.tx, personId)
  // How it stands now is not told in the refusal, which others may log: it is fetched again.
  if (version !== undefined && (kept?.version ?? 0) !== version) throw new StaleRow(null)
  const now = { ...nothingSensitive(), ...(kept ? valuesOf(kept) : {}), ...values }
  const isEmpty = JSON.stringify(now) === JSON.stringify(nothingSensitive())
  if (!kept) {
    if (!isEmpty) await rows.create('sensitiveData', { id: newId(), personId, ...now })
  } else if (isEmpty) await rows.remove('sensitiveData', kept.id, kept.version)
  else if (JSON.stringify(now) !== JSON.stringify(valuesOf(kept))) {
    await rows.change('sensitiveData', kept.id, kept.version, now)
  }
}

const valuesOf = ({
  ethnicity,
  religion,
  isPartyMember,
  health,
  diet,
  consentAt,
}: SensitiveValues): SensitiveValues => ({
  ...{ ethnicity, religion, isPartyMember, health, diet, consentAt },
})
