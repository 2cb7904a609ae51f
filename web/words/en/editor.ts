import type { Words } from '../vi.ts'

export const editor: Words['editor'] = {
  viewsLabel: 'How the programme is shown',
  views: { grid: 'Grid', list: 'List' },
}
