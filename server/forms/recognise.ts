import type { Row } from '../../db/rows.ts'
import { foldForSearch } from '../format/search.ts'
import { linesOf } from '../road/rules.ts'
import type { FormCode } from './code.ts'
import type { FormTarget } from './form.ts'
import type { FormsOfCycle } from './forms-of-cycle.ts'
import type { ReadForm } from './read-form.ts'
import type { FileDetails, FileVerdict, FormKindId } from './schema.ts'

/** Whose form a file is. */
export interface Recognised {
  verdict: FileVerdict
  details: FileDetails
  /** Whom to ask about it; null = nobody can tell, or it is not the reader's to ask. */
  unitId: string | null
  /** Null = it cannot be imported. */
  target: FormTarget | null
  /** The newest form that was issued for the target; its issue is what counts as asked for. */
  newest: Row<'forms'> | null
  /** The one that came back. */
  issued: Row<'forms'> | null
}

export interface Recogniser extends FormsOfCycle {
  /** Forms of the cycle by kind, unit and congress, oldest first. */
  issued: ReadonlyMap<string, readonly Row<'forms'>[]>
  /** Names of other cycles that the reader may know. */
  cycleNames: ReadonlyMap<string, string>
}

export const targetKey = (kind: FormKindId, { unitId, congressId }: FormTarget): string =>
  `${kind} ${unitId} ${congressId}`

const notTaken = (verdict: FileVerdict, details: FileDetails = {}, unitId: string | null = null): Recognised => ({
  verdict,
  details,
  unitId,
  target: null,
  newest: null,
  issued: null,
})

/** By its code; where that is gone or altered, by what the form says of itself. */
export const recognise = (all: Recogniser, form: ReadForm): Recognised =>
  form.code ? byCode(all, form, form.code) : byNames(all, form)

const byCode = (all: Recogniser, form: ReadForm, code: FormCode): Recognised => {
  const { facts, scope } = all.road
  const unit = facts.units.find(({ id }) => id === code.unitId)
  const isMine = unit !== undefined && scope.names.label(unit.id) !== ''
  if (code.cycleId !== facts.cycle.id) {
    const cycle = all.cycleNames.get(code.cycleId) ?? ''
    return notTaken('other-cycle', { cycle }, isMine ? unit.id : null)
  }
  if (!unit) return notTaken('unit-gone')
  // Whoever does not organize the unit learns nothing of what became of it.
  if (!isMine) return notTaken('not-yours')
  const successor = facts.units.find(({ predecessorIds }) => predecessorIds.includes(unit.id))
  if (successor) {
    const told = { unit: unit.name, successor: successor.name }
    return notTaken('unit-merged', told, scope.names.label(successor.id) === '' ? unit.id : successor.id)
  }
  const forms = all.issued.get(targetKey(code.kind, code)) ?? []
  const issued = forms.find(({ issue }) => issue === code.issue) ?? null
  const newest = forms.at(-1) ?? null
  if (!issued || !newest) return notTaken(isThere(all, code) ? 'form-not-known' : 'unit-gone', {}, unit.id)
  const target = { unitId: unit.id, congressId: code.congressId }
  const open = all.open.get(code.kind)
  if (!open?.has(target)) {
    return isThere(all, code) ? notTaken('not-yours') : notTaken('unit-gone', {}, unit.id)
  }
  if (open.upward?.isSent(target)) return notTaken('list-closed', {}, unit.id)
  const found = { unitId: unit.id, target, newest, issued }
  if (!isNameOf(all, form.unitText, unit)) {
    return { verdict: 'unit-differs', details: { written: form.unitText, unit: unit.name }, ...found }
  }
  if (issued !== newest) {
    return { verdict: 'older-issue', details: { issue: issued.issue, newest: newest.issue }, ...found }
  }
  return { verdict: 'fine', details: {}, ...found }
}

const isThere = ({ road }: Recogniser, { congressId }: FormTarget) =>
  road.facts.congresses.some(({ id }) => id === congressId)

/** What stands on the form may begin with units above that the reader does not see. */
const isNameOf = ({ road }: Recogniser, text: string, unit: Pick<Row<'units'>, 'id' | 'name'>): boolean => {
  if (text === '' || road.scope.names.find(text).includes(unit.id)) return true
  return foldForSearch(text.split('/').at(-1) ?? '') === foldForSearch(unit.name)
}

const byNames = (all: Recogniser, form: ReadForm): Recognised => {
  const { names } = all.road.scope
  const [unitId, ...others] = names.find(form.unitText)
  if (form.unitText === '' || unitId === undefined || others.length > 0) {
    return notTaken('unit-not-known', { unit: form.unitText })
  }
  const held = askedOf(all, form.kind, unitId)
  const titled = held.filter(({ title }) => foldForSearch(title) === foldForSearch(form.congressText))
  const [congress] = titled.length > 0 ? titled : held
  if (!congress || (titled.length !== 1 && held.length !== 1)) {
    return notTaken('unit-not-known', { unit: form.unitText }, unitId)
  }
  const target = { unitId, congressId: congress.id }
  const newest = all.issued.get(targetKey(form.kind, target))?.at(-1) ?? null
  if (all.open.get(form.kind)?.upward?.isSent(target)) return notTaken('list-closed', {}, unitId)
  const verdict = form.isCodeEdited ? 'code-edited' : 'code-missing'
  return { verdict, details: { unit: names.label(unitId) }, unitId, target, newest, issued: newest }
}

/** Congresses for which a unit may be asked: those that it holds, or those to which it sends people. */
const askedOf = ({ road, open }: Recogniser, kind: FormKindId, unitId: string) => {
  const upward = open.get(kind)?.upward
  if (!upward) return road.scope.congresses.filter((congress) => congress.unitId === unitId)
  const ids = upward.congressesOf(unitId)
  return road.facts.congresses.filter(({ id }) => ids.includes(id))
}

/** A photograph or a broken file often still has the name under which its form was sent: `… - Xã Hải Anh (2).jpg`. */
export const byFileName = ({ road }: Recogniser, path: string): string | null => {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.\w{1,5}$/u, '').replace(/\s*\(\d+\)$/u, '')
  const units = [...stem.split(' - '), stem].flatMap((part) => road.scope.names.find(part))
  const [unitId, ...others] = new Set(units)
  return unitId !== undefined && others.length === 0 ? unitId : null
}

/** Units above or below those of the reader: roads that concern them. */
export const isNear = (units: readonly Row<'units'>[], rootIds: readonly string[] | null, unitId: string): boolean => {
  const lineOf = linesOf(units)
  return rootIds === null || rootIds.some((id) => lineOf(id).includes(unitId) || lineOf(unitId).includes(id))
}
