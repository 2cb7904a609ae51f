import { html, nothing, type TemplateResult } from 'lit'
import { sourceKinds, type SourceKind } from '../../server/congresses/schema.ts'
import { selectField, textField } from '../parts/field.ts'
import type { Form } from '../parts/form.ts'
import { words } from '../words/words.ts'

/** The part of a form that says on whose word it is entered. */
export interface Sourced {
  sourceKind: SourceKind
  source: string
}

/** On whose word something is entered: the kind, and with whom or which paper. */
export const sourceFields = (form: Form<Sourced>): TemplateResult => {
  const { source: text } = words().results
  const { sourceKind } = form.values
  return html`<div class="columns">
    ${selectField(form, 'sourceKind', { label: text.kind, choices: sourceKinds.map((kind) => [kind, text.kinds[kind]] as const) })}
    ${sourceKind === 'own' ? nothing : textField(form, 'source', { label: text.labels[sourceKind], maxLength: 300 })}
  </div>`
}

/** «Ghi theo: Điện thoại (bà Lan)»; empty where nobody said. */
export const sourceSentence = (sourceKind: SourceKind | null, source: string): string => {
  const { source: text } = words().results
  return sourceKind === null || sourceKind === 'own' ? '' : text.said(text.kinds[sourceKind], source)
}
