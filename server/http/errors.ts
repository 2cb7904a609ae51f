import type { FastifyError, FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { ApiError, fileTooLarge, invalid, notFound, tooManyRequests, type FieldFault } from '../errors.ts'

/** Every refusal leaves as `{ code, message, details }`; what nobody expected is logged and says nothing of itself. */
export const errorsPlugin = fastifyPlugin((app: FastifyInstance, { maxBytes }: { maxBytes: number }, done) => {
  app.setErrorHandler(async (error: FastifyError | ApiError, request, reply) => {
    const answer = asApiError(error, maxBytes)
    if (answer.status >= 500) request.log.error(error)
    return reply
      .status(answer.status)
      .type('application/json')
      .serializer(JSON.stringify)
      .send({ code: answer.code, message: answer.message, details: answer.details })
  })
  app.setNotFoundHandler(() => {
    throw notFound()
  })
  done()
})

const asApiError = (error: FastifyError | ApiError, maxBytes: number): ApiError => {
  if (error instanceof ApiError) return error
  if (error.validation) return invalid(faultsOf(error))
  if (error.statusCode === 413) return fileTooLarge(error.code === 'FST_REQ_FILE_TOO_LARGE' ? maxBytes : null)
  if (error.statusCode === 429) return tooManyRequests(60)
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new ApiError(error.statusCode, 'invalid', 'The request cannot be read.', [])
  }
  return new ApiError(500, 'internal', 'Something went wrong on the server.')
}

const rules: Record<string, string> = {
  required: 'required',
  additionalProperties: 'unknown-key',
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  maximum: 'too-large',
  minItems: 'too-few',
  maxItems: 'too-many',
  uniqueItems: 'twice',
  pattern: 'wrong-form',
  // The only format in use is that of dates: a day that does not exist.
  format: 'not-a-date',
  enum: 'not-a-choice',
  const: 'not-a-choice',
  type: 'wrong-type',
}

/** Nobody reads more, and a body of a million wrong parts must not be answered with a million faults. */
const mostFaults = 200

const faultsOf = (error: FastifyError): FieldFault[] => {
  const seen = new Map<string, FieldFault>()
  for (const { keyword, instancePath, params } of error.validation?.slice(0, mostFaults) ?? []) {
    const own = params['missingProperty'] ?? params['additionalProperty']
    const path = [...instancePath.split('/').slice(1), ...(typeof own === 'string' ? [own] : [])]
    const fault = { field: path.join('.'), rule: rules[keyword] ?? 'wrong-form' }
    if (!seen.has(fault.field)) seen.set(fault.field, fault)
  }
  return [...seen.values()]
}
