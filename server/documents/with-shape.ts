import type { Static, TSchema } from 'typebox'

interface Fault {
  /** `/sessions/0/kind`; empty = the whole. */
  path: string
  message: string
  /** The rule of JSON Schema that it breaks: `required`, `type` … */
  keyword: string
  /** Names of fields that are missing or not known. */
  names: string[]
}

/** The value as what its shape says, or what keeps it from being that. The checker is loaded when it is first wanted. */
export const withShape = async <S extends TSchema>(
  shape: S,
  value: unknown,
): Promise<{ value: Static<S>; faults: null } | { value: null; faults: Fault[] }> => {
  const { Value } = await import('typebox/value')
  if (Value.Check(shape, value)) return { value, faults: null }
  const faults = Value.Errors(shape, value).map(({ instancePath, message, keyword, params }) => {
    const { requiredProperties = [], additionalProperties = [] } = params as Partial<Record<string, string[]>>
    return { path: instancePath, message, keyword, names: [...requiredProperties, ...additionalProperties] }
  })
  return { value: null, faults }
}
