import { Type, type Static, type TObject, type TProperties, type TSchema, type TUnsafe } from 'typebox'

/** The shapes that several features use. Bodies refuse unknown keys; every text has a limit. */

/** Object that refuses unknown keys. */
export const Shape = <T extends TProperties>(properties: T): TObject<T> =>
  Type.Object(properties, { additionalProperties: false })

/**
 * The schema or null. Written as `type: [x, 'null']` and not as a union: the serializer writes it straight out,
 * where it would have to try the branches of a union one by one for every value.
 */
export const Nullable = <T extends TSchema>(schema: T): TUnsafe<Static<T> | null> => {
  const plain = schema as unknown as { type: string; enum?: readonly unknown[] }
  return Type.Unsafe<Static<T> | null>({
    ...plain,
    type: [plain.type, 'null'],
    ...(plain.enum ? { enum: [...plain.enum, null] } : {}),
  })
}

/** UUID v7 as text: sortable by time of creation. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' })

/** Calendar date in the installation's time zone: `2020-09-09`. */
export const IsoDate = Type.String({
  format: 'date',
  pattern: '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
})

/** Wall-clock time: `07:30`. */
export const ClockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

/** Instant in UTC: `2020-09-09T00:30:00.000Z`. */
export const Instant = Type.String({ maxLength: 30 })

/** One line that must say something. */
export const Line = (maxLength = 200) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** One line that may be empty. */
export const OptionalLine = (maxLength = 200) => Type.String({ maxLength })

/** Several lines that may be empty. */
export const Paragraphs = (maxLength = 4000) => Type.String({ maxLength })

/** Count of persons, days or seats. */
export const Count = (maximum = 1_000_000) => Type.Integer({ minimum: 0, maximum })

/** Version that a record had when it was read; a write that carries an old one is answered 409. The next one is an integer of the database still. */
export const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_646 })

/** One word of a closed list. */
export const Choice = <T extends readonly string[]>(values: T): TUnsafe<T[number]> =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })
