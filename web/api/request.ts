import type { Overlap } from '../../server/bookings/schema.ts'
import type { FieldFault } from '../../server/errors.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { language, translated, words, wordsSoFar } from '../words/words.ts'

/** A refusal of the API, or `unreachable` (status 0) when no answer came. Worded by `errorSentence`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly details: unknown

  constructor(status: number, code: string, details: unknown = null) {
    super(code)
    this.status = status
    this.code = code
    this.details = details
  }

  /** Fields that the server refused; empty for any other error. */
  get faults(): FieldFault[] {
    return this.code === 'invalid' && Array.isArray(this.details) ? (this.details as FieldFault[]) : []
  }

  /** Of a stale write: the record as it stands now; null = it was deleted. */
  get current(): unknown {
    return this.code === 'stale' ? (this.details as { current: unknown }).current : undefined
  }
}

interface Options {
  body?: unknown
  /** Sent as `multipart/form-data`: one file, or several with the folders that they lay in. */
  file?: File
  files?: readonly File[]
  query?: Record<string, string | number | undefined>
  signal?: AbortSignal
}

interface Connection {
  onSignedOut: () => void
  onReach: (isReachable: boolean) => void
}

const connection: Connection = { onSignedOut: () => undefined, onReach: () => undefined }
let lastAct: string | null = null

/** The shell says what happens when the session has ended and when the server goes and comes. */
export const listenToRequests = (listener: Connection): void => {
  Object.assign(connection, listener)
}

/** The id of the act that the last write made (header `act-id`), once: what the toast offers to undo. */
export const takeLastAct = (): string | null => {
  const act = lastAct
  lastAct = null
  return act
}

/** GET as JSON. */
export const getJson = <T>(path: string, options: Omit<Options, 'body' | 'file' | 'files'> = {}): Promise<T> =>
  send<T>('GET', path, options)

/** A write: POST, PUT or DELETE with a JSON body or a file; nothing is tried twice. Throws `ApiError`. */
export const write = <T = void>(method: 'POST' | 'PUT' | 'DELETE', path: string, options: Options = {}): Promise<T> =>
  send<T>(method, path, options)

/** Undoes an act; refused (`cannot-undo`) when what it touched was changed since. */
export const undoAct = (actId: string): Promise<void> => write('POST', `/api/acts/${actId}/undo`)

/** What to tell the user about an error, in the present language. */
export const errorSentence = (error: unknown): string => {
  const { errors } = words()
  if (!(error instanceof ApiError)) return errors.codes.internal
  if (error.code === 'unreachable') return errors.unreachable
  const sentence = codeSentence(error) ?? errors.unknown(error.code)
  if (error.code === 'booking-overlaps') return `${sentence} ${overlapSentence(error.details as Overlap)}`
  if (error.code === 'template-fault') {
    const { file, line } = error.details as { file: string; line: number }
    return `${sentence} ${errors.inFile(file, line)}`
  }
  if (error.code === 'file-too-large') {
    const { maxBytes } = error.details as { maxBytes: number | null }
    return maxBytes === null ? sentence : `${sentence} ${errors.fileAtMost(Math.floor(maxBytes / 1024 / 1024))}`
  }
  if (error.code !== 'in-use') return sentence
  const by = (error.details as { by: { name: string }[] } | null)?.by ?? []
  return by.length === 0 ? sentence : `${sentence} ${errors.inUseBy(by.map(({ name }) => translated(name)).join(', '))}`
}

/** The sentences of pages beyond the first come with those. */
const codeSentence = ({ code, details }: ApiError): string | undefined => {
  const { errors, errorsBeyond } = wordsSoFar()
  const sentences = Object.entries<Sentence>({ ...errors?.codes, ...errorsBeyond })
  const sentence = new Map(sentences).get(code)
  return typeof sentence === 'function' ? sentence(details as never) : sentence
}

/** What it says with the details that the server told. */
type Sentence = string | ((details: never) => string)

/** Which other booking it is, at the time at which the two meet. */
const overlapSentence = ({ kind, bookedBy, fromDay, fromTime, toDay, toTime }: Overlap): string => {
  const { errors, terms } = words()
  const at = (day: string, time: string) => `${time} ${formatShortDate(day, language())}`
  const till = fromDay === toDay ? toTime : at(toDay, toTime)
  return errors.bookedBy(terms.bookingKinds[kind], bookedBy, `${at(fromDay, fromTime)} – ${till}`)
}

/** The sentence of a rule that a field broke. */
export const ruleSentence = (rule: string): string => {
  const { errors } = words()
  return (errors.rules as Record<string, string>)[rule] ?? errors.rules['wrong-form']
}

const send = async <T>(method: string, path: string, options: Options): Promise<T> => {
  const response = await reach(method, path, options)
  if (method !== 'GET') lastAct = response.headers.get('act-id')
  if (response.ok) {
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return (response.status === 204 || !isJson ? undefined : await response.json()) as T
  }
  const error = await readError(response)
  if (error.code === 'not-signed-in') connection.onSignedOut()
  throw error
}

const reach = async (method: string, path: string, options: Options): Promise<Response> => {
  const url = new URL(path, location.origin)
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  try {
    const response = await fetch(url, { method, ...bodyOf(options), signal: options.signal ?? null })
    connection.onReach(true)
    return response
  } catch (error) {
    if (options.signal?.aborted === true) throw error
    connection.onReach(false)
    throw new ApiError(0, 'unreachable')
  }
}

const bodyOf = ({ body, file, files = file ? [file] : [] }: Options): RequestInit => {
  if (files.length > 0) {
    const form = new FormData()
    for (const each of files) form.append('file', each, each.webkitRelativePath || each.name)
    return { body: form }
  }
  if (body === undefined) return {}
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

const readError = async (response: Response): Promise<ApiError> => {
  const answer = (await response.json().catch(() => null)) as { code?: string; details?: unknown } | null
  const fallback = response.status >= 502 && response.status <= 504 ? 'unreachable' : 'internal'
  return new ApiError(response.status, answer?.code ?? fallback, answer?.details ?? null)
}
