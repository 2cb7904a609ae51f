import { noChange } from 'lit'
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js'

/**
 * Places an element at whole pixels by its own style object: an attribute in the template would break the content
 * security policy, and `styleMap` writes one at first.
 */
class Place extends Directive {
  #x: number | undefined
  #width: number | undefined

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new Error('place() stands in the tag itself')
  }

  render(_x: number | null, _width?: number): typeof noChange {
    return noChange
  }

  override update(part: ElementPart, [x, width]: [number | null, number?]): typeof noChange {
    const { style } = part.element as HTMLElement
    if (x !== null && x !== this.#x) {
      this.#x = x
      // Not by a transform: labels stick to where they are laid out.
      style.left = `${Math.round(x)}px`
    }
    if (width !== undefined && width !== this.#width) {
      this.#width = width
      style.width = `${Math.round(width)}px`
    }
    return noChange
  }
}

/** `<div ${place(x, width)}>`: px from the left, px wide; a null x or no width leaves it to the style sheet. */
export const place = directive(Place)

/** Pixels of a text, kept once measured; `forget` when the fonts have come. */
export const textRuler = (font: string): { measure: (text: string) => number; forget: () => void } => {
  const known = new Map<string, number>()
  const context = document.createElement('canvas').getContext('2d')
  return {
    measure: (text) => {
      const before = known.get(text)
      if (before !== undefined) return before
      if (context) context.font = font
      const width = Math.ceil(context?.measureText(text).width ?? text.length * 7)
      known.set(text, width)
      return width
    },
    forget: () => known.clear(),
  }
}
