import { AjvCompiler } from '@fastify/ajv-compiler'
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'

/**
 * Fastify's own compilers, each distinct schema compiled once per process: shapes that many routes share, and a second
 * server in the same process (as tests open hundreds), cost nothing more. Schemas are plain JSON, so their text is the
 * key; a compiled function keeps no state between calls.
 */
export const sharedCompilers = () => ({
  buildValidator: onceForEach(ajv, 'validator'),
  buildSerializer: onceForEach(selector, 'serializer'),
})

const ajv = AjvCompiler()
const selector = SerializerSelector()
const compiled = new Map<string, unknown>()

/** A builder as Fastify calls it: for the schemas known by name and its options a compiler of routes' schemas. */
type Build = (externalSchemas: unknown, options: unknown) => (route: { schema?: unknown }) => unknown

const onceForEach = <T>(builder: T, name: string): T => {
  const build = builder as Build
  const buildOnce: Build = (externalSchemas, options) => {
    const compile = build(externalSchemas, options)
    const ground = `${name} ${JSON.stringify([externalSchemas, options])} `
    return (route) => {
      const key = ground + textOf(route.schema)
      if (!compiled.has(key)) compiled.set(key, compile(route))
      return compiled.get(key)
    }
  }
  return buildOnce as T
}

const texts = new WeakMap<object, string>()
/** A schema as text; one that stands in a module is written down once, however many servers know it. */
const textOf = (schema: unknown): string => {
  if (typeof schema !== 'object' || schema === null) return JSON.stringify(schema)
  const text = texts.get(schema) ?? JSON.stringify(schema)
  texts.set(schema, text)
  return text
}
