import type { Block } from './blocks.ts'

/** Blocks by page numbering (an annex begins anew), and within it by what begins on a new page. */
export const numberedTogether = (blocks: readonly Block[]): Block[][][] => {
  const parts: Block[][][] = [[[]]]
  for (const block of blocks) {
    if (block.kind === 'annex') parts.push([[block]])
    else if (block.kind === 'page-end') parts.at(-1)?.push([])
    else parts.at(-1)?.at(-1)?.push(block)
  }
  const [first] = parts
  // A paper that begins with its annex has no empty page before it.
  return parts.length > 1 && first?.length === 1 && first[0]?.length === 0 ? parts.slice(1) : parts
}
