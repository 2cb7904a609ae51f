/** What a key asks of the drawing. */
export type HallDeed =
  | { kind: 'undo' | 'redo' | 'save' | 'duplicate' | 'remove' | 'all' | 'none' }
  | { kind: 'nudge'; dx: number; dy: number }

const arrows: ReadonlyMap<string, [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])

interface Key {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Arrows move what is picked, by a centimetre or with Shift by ten; with nothing picked, or with Ctrl, they walk. */
export const deedOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, hasPicked: boolean): HallDeed | null => {
  if (altKey) return null
  if (ctrlKey || metaKey) {
    switch (key.toLowerCase()) {
      case 'z':
        return { kind: shiftKey ? 'redo' : 'undo' }
      case 'y':
        return { kind: 'redo' }
      case 's':
        return { kind: 'save' }
      case 'd':
        return { kind: 'duplicate' }
      case 'a':
        return { kind: 'all' }
      default:
        return null
    }
  }
  if (!hasPicked) return null
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove' }
  if (key === 'Escape') return { kind: 'none' }
  const arrow = arrows.get(key)
  const by = shiftKey ? 10 : 1
  return arrow ? { kind: 'nudge', dx: arrow[0] * by, dy: arrow[1] * by } : null
}
