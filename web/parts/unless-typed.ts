import { noChange } from 'lit'
import { Directive, directive, PartType, type PartInfo, type PropertyPart } from 'lit/directive.js'

/** By field: the record whose value it shows, and that value. */
const shownFrom = new WeakMap<EventTarget, object>()
const shownText = new WeakMap<EventTarget, string>()

/**
 * The value of a field, as `live` keeps it, but what somebody is typing in it stays: a page that is drawn anew because
 * of another's change must not take the words from under the fingers. `.value=${unlessTyped(value, record)}`; the record
 * is given where both versions are to be shown to whoever typed over what another changed meanwhile (`takeTyped`).
 */
class UnlessTyped extends Directive {
  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.PROPERTY) throw new Error('unlessTyped gives a property its value')
  }

  override render(value: string, _record?: object): string {
    return value
  }

  override update({ element }: PropertyPart, [value, record]: [string, object?]): typeof noChange {
    const field = element as Field
    if (field.value !== value && isTyped(field) && field.matches(':focus')) return noChange
    if (field.value !== value) field.value = value
    shownText.set(field, field.value)
    if (record) shownFrom.set(field, record)
    return noChange
  }
}

export const unlessTyped = directive(UnlessTyped)

/**
 * What a field makes of its record, and the record as it was when the typing began: what others changed since is met by
 * its version. From now on the field stands for what was written in it.
 */
export const takeTyped = <T extends object, E extends Partial<T>>(
  field: EventTarget | null,
  record: T,
  change: (from: T) => E,
): { from: T; edit: E } => {
  const from = ((field && shownFrom.get(field)) as T | undefined) ?? record
  const edit = change(from)
  if (field && shownFrom.has(field)) shownFrom.set(field, { ...from, ...edit })
  return { from, edit }
}

export type Field = HTMLInputElement | HTMLTextAreaElement

/** There is something in the field that was not in it when it was last drawn. */
export const isTyped = (field: Field): boolean => field.value !== (shownText.get(field) ?? field.value)

/** What was typed is left; what stands comes back. */
export const untype = (field: Field): void => {
  field.value = shownText.get(field) ?? field.value
}

/** Tells what is typed in the field that has the cursor, before that field goes or stands for another record. */
export const leaveField = (root: DocumentFragment | HTMLElement): void => {
  let field = root instanceof ShadowRoot ? root.activeElement : null
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement
  if (field?.matches('input, textarea') && isTyped(field as Field)) field.dispatchEvent(new Event('change'))
}
