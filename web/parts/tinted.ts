import { noChange } from 'lit'
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js'

/** Colours an element's ground by its own style object: an attribute in the template would break the content security policy. */
class Tinted extends Directive {
  #colour: string | undefined

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new Error('tinted() stands in the tag itself')
  }

  render(_colour: string): typeof noChange {
    return noChange
  }

  override update(part: ElementPart, [colour]: [string]): typeof noChange {
    if (colour === this.#colour) return noChange
    this.#colour = colour
    const { style } = part.element as HTMLElement
    style.backgroundColor = colour.startsWith('--') ? `var(${colour})` : colour
    return noChange
  }
}

/** `<span ${tinted('#2b65a8')}>`, `<span ${tinted('--blue')}>`. */
export const tinted = directive(Tinted)
