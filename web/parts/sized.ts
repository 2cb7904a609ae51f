import { noChange } from 'lit'
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js'

/** Lengths in pixels by the name of a property. */
type Sizes = Readonly<Record<string, number>>

/** Writes lengths into an element's own style object: an attribute would break the content security policy. */
class Sized extends Directive {
  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new Error('sized() stands in the tag itself')
  }

  render(_sizes: Sizes): typeof noChange {
    return noChange
  }

  override update(part: ElementPart, [sizes]: [Sizes]): typeof noChange {
    const { style } = part.element as HTMLElement
    for (const [name, length] of Object.entries(sizes)) {
      const value = `${length}px`
      // Written anew, a length that all within inherit has them all styled anew, though it is the same.
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value)
    }
    return noChange
  }
}

/** `<td ${sized({ 'block-size': 36 })}>`: so many pixels. */
export const sized = directive(Sized)
