import { checkDates, checkStateChange, type StateProblem } from '../congresses/rules.ts'
import type { Congress, CongressState } from '../congresses/schema.ts'
import type { CongressResult, HonourKind, ResultValues } from './schema.ts'

/**
 * The kinds that a cycle counts honours by until its keepers make their own list, highest first, as the Law on
 * Emulation and Commendation names them; medals without their classes, giấy khen by who signs it.
 */
export const defaultHonourKinds: readonly HonourKind[] = (
  [
    ['anh-hung-lao-dong', 'Anh hùng Lao động', 'Hero of Labour', 'both'],
    ['anh-hung-llvt', 'Anh hùng Lực lượng vũ trang nhân dân', 'Hero of the People’s Armed Forces', 'both'],
    ['huan-chuong-doc-lap', 'Huân chương Độc lập', 'Independence Medal', 'both'],
    ['huan-chuong-lao-dong', 'Huân chương Lao động', 'Labour Medal', 'both'],
    ['co-chinh-phu', 'Cờ thi đua của Chính phủ', 'Emulation Flag of the Government', 'collectives'],
    ['cstd-toan-quoc', 'Chiến sĩ thi đua toàn quốc', 'National Emulation Fighter', 'individuals'],
    ['bang-khen-thu-tuong', 'Bằng khen của Thủ tướng Chính phủ', 'Prime Minister’s Certificate of Merit', 'both'],
    ['co-tinh', 'Cờ thi đua của UBND tỉnh', 'Emulation Flag of the provincial People’s Committee', 'collectives'],
    ['cstd-tinh', 'Chiến sĩ thi đua cấp tỉnh', 'Provincial Emulation Fighter', 'individuals'],
    ['tap-the-xuat-sac', 'Tập thể lao động xuất sắc', 'Excellent Labour Collective', 'collectives'],
    ['bang-khen-tinh', 'Bằng khen của Chủ tịch UBND tỉnh', 'Certificate of Merit of the provincial Chairman', 'both'],
    ['cstd-co-so', 'Chiến sĩ thi đua cơ sở', 'Grassroots Emulation Fighter', 'individuals'],
    ['tap-the-tien-tien', 'Tập thể lao động tiên tiến', 'Advanced Labour Collective', 'collectives'],
    ['lao-dong-tien-tien', 'Lao động tiên tiến', 'Advanced Worker', 'individuals'],
    [
      'giay-khen-huyen',
      'Giấy khen của Chủ tịch UBND huyện, Giám đốc sở',
      'Certificate of Commendation of the district Chairman or department Director',
      'both',
    ],
    ['giay-khen-xa', 'Giấy khen của Chủ tịch UBND xã', 'Certificate of Commendation of the commune Chairman', 'both'],
  ] as const
).map(([key, name, nameEnglish, receivers]) => ({ key, name, nameEnglish, receivers }))

/** The kinds of a cycle; one that keeps no list of its own counts by the product's. */
export const honourKindsOf = (cycle: { honourKinds: readonly HonourKind[] }): readonly HonourKind[] =>
  cycle.honourKinds.length > 0 ? cycle.honourKinds : defaultHonourKinds

/** What a level usually honours with, lowest first; a cycle with a list of its own begins at its last kind. */
const usualKinds = ['giay-khen-xa', 'giay-khen-huyen', 'bang-khen-tinh', 'bang-khen-thu-tuong']

/** The kind that is proposed first for a congress of the level at this position. */
export const usualHonourKind = (kinds: readonly HonourKind[], position: number): HonourKind | undefined =>
  kinds.find(({ key }) => key === usualKinds[Math.min(position, usualKinds.length - 1)]) ?? kinds.at(-1)

/** Whether any number is told: that a congress was held may be known before what it brought. */
export const hasFigures = ({
  presentDelegates,
  presentGuests,
  honours,
  chosenUpward,
}: Pick<ResultValues, 'presentDelegates' | 'presentGuests' | 'honours' | 'chosenUpward'>): boolean =>
  presentDelegates !== null || presentGuests !== null || chosenUpward !== null || honours.length > 0

/** A field and the rule that it breaks. */
interface FieldFault {
  field: string
  rule: string
}

/** What stands against closing a congress with these values: faults of fields, and a problem of its state. */
export const checkResult = (
  congress: Pick<Congress, 'state'>,
  values: ResultValues,
  { kinds, today }: { kinds: readonly HonourKind[]; today: string },
): { faults: FieldFault[]; problem: StateProblem | null } => {
  const { heldFrom, heldTo, reportDate, sourceKind, source } = values
  const faults: FieldFault[] = []
  const fault = (field: keyof ResultValues, rule: string, isFault: boolean) => {
    if (isFault) faults.push({ field, rule })
  }
  const dates = { dateFrom: heldFrom, dateTo: heldTo, weekOf: null }
  const [wrongDates] = checkDates(dates)
  fault('heldTo', 'reversed', wrongDates === 'dates-reversed')
  fault('heldFrom', 'not-a-date', wrongDates === 'no-such-day')
  fault('heldTo', 'in-future', wrongDates === undefined && heldTo > today)
  fault('reportDate', 'before-held', reportDate !== null && reportDate < heldFrom)
  fault('reportDate', 'in-future', reportDate !== null && reportDate > today)
  fault('source', 'required', sourceKind !== 'own' && source.trim() === '')
  faults.push(...checkHonours(values.honours, kinds))
  const isCorrection = congress.state === 'held' || congress.state === 'reported'
  const from = isCorrection ? 'preparing' : congress.state
  const [problem = null] = checkStateChange(
    { ...dates, state: from },
    { state: 'held', reason: '', newDate: null },
    today,
  )
  return { faults, problem }
}

const checkHonours = (honours: ResultValues['honours'], kinds: readonly HonourKind[]): FieldFault[] => {
  const receivers = new Map(kinds.map((kind) => [kind.key, kind.receivers]))
  const seen = new Set<string>()
  return honours.flatMap(({ kind, collectives, individuals }, index): FieldFault[] => {
    const field = `honours.${String(index)}`
    const of = receivers.get(kind)
    if (of === undefined) return [{ field: `${field}.kind`, rule: 'not-known' }]
    if (seen.has(kind)) return [{ field: `${field}.kind`, rule: 'twice' }]
    seen.add(kind)
    if (of === 'individuals' && collectives > 0) return [{ field: `${field}.collectives`, rule: 'individuals-only' }]
    if (of === 'collectives' && individuals > 0) return [{ field: `${field}.individuals`, rule: 'collectives-only' }]
    return []
  })
}

/** A congress is reported as soon as its report has a number; one that was reported otherwise stays so. */
export const stateAfterClosing = (
  before: CongressState,
  standing: Pick<CongressResult, 'reportNumber'> | null,
  { reportNumber }: Pick<ResultValues, 'reportNumber'>,
): CongressState => {
  if (reportNumber !== '') return 'reported'
  return before === 'reported' && (standing === null || standing.reportNumber === '') ? 'reported' : 'held'
}
