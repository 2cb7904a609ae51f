import type { ESLint } from 'eslint'

export interface Layer {
  name: string
  files: RegExp
  may: string[] | 'all'
  types?: string[]
}

export const layers: Layer[]
export const keptPackages: { pattern: RegExp; by: string[]; types?: string[] }[]
export const layerOf: (path: string) => Layer | undefined
export const refusal: (path: string, specifier: string, isTypeOnly: boolean) => string | null
export const importRules: ESLint.Plugin
