import type { Words } from './words/words.ts'

/** Something that the palette finds: it leads to an address or does something. */
export interface PaletteEntry {
  label: string
  /** Said beside it in grey: the unit above, the date. Searched too. */
  detail?: string
  href?: string
  run?: () => void
}

export type PaletteGroup = keyof Words['shell']['palette']['groups']
type Provider = () => PaletteEntry[] | Promise<PaletteEntry[]>

const providers = new Map<PaletteGroup, Provider>()

/** Gives the palette (Ctrl+K) a group of entries, asked for each time it opens: `offerInPalette('units', async () => …)`. */
export const offerInPalette = (group: PaletteGroup, provider: Provider): void => {
  providers.set(group, provider)
}

export const paletteProviders = (): [PaletteGroup, Provider][] => [...providers]
