import { noChange } from 'lit'
import { Directive, directive, PartType, type PartInfo, type PropertyPart } from 'lit/directive.js'

/**
 * The value of a field, as `live` keeps it, but what somebody is typing in it stays: a page that is drawn anew because
 * of another's change must not take the words from under the fingers. `.value=${unlessTyped(value)}`.
 */
class UnlessTyped extends Directive {
  #shown: string | undefined

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.PROPERTY) throw new Error('unlessTyped gives a property its value')
  }

  override render(value: string): string {
    return value
  }

  override update({ element }: PropertyPart, [value]: [string]): typeof noChange {
    const field = element as HTMLInputElement | HTMLTextAreaElement
    const isBeingTyped = this.#shown !== undefined && field.value !== this.#shown && field.matches(':focus')
    if (isBeingTyped) return noChange
    if (field.value !== value) field.value = value
    this.#shown = field.value
    return noChange
  }
}

export const unlessTyped = directive(UnlessTyped)
