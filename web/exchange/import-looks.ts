import type { CellState, RowState } from '../../server/exchange/schema.ts'
import type { Hue } from '../parts/state-badge.ts'
import type { IconName } from '../style/icons.ts'

/** Colour and icon of each state of a row and a cell. */
export const importLooks: Record<CellState | RowState, { hue: Hue; icon: IconName }> = {
  new: { hue: 'green', icon: 'plus' },
  changed: { hue: 'blue', icon: 'pencil' },
  same: { hue: 'slate', icon: 'check' },
  choose: { hue: 'violet', icon: 'users-round' },
  skipped: { hue: 'slate', icon: 'circle-slash' },
  warning: { hue: 'amber', icon: 'triangle-alert' },
  error: { hue: 'red', icon: 'circle-x' },
}
