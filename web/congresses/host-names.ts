import type { Congress } from '../../server/congresses/schema.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { translated } from '../words/words.ts'

/** Who holds a congress beside its own unit: co-hosts by name, then the block; empty = nobody. */
export const hostNames = (
  { hostUnitIds, hostBlock }: Pick<Congress, 'hostUnitIds' | 'hostBlock'>,
  { unit }: Pick<LoadedRoad, 'unit'>,
): string =>
  [...hostUnitIds.flatMap((id) => unit(id)?.name ?? []), ...(hostBlock === '' ? [] : [translated(hostBlock)])].join(
    '; ',
  )
