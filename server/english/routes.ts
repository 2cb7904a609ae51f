import { Type } from 'typebox'
import type { Feature } from '../http/feature.ts'
import { englishTwins } from './twins.ts'

export const englishRoutes: Feature = async (app) => {
  app.get(
    '/api/english-twins',
    {
      // Words of the product and nothing of an office: they are asked for before anybody has signed in.
      config: { permission: 'anyone' },
      schema: { response: { 200: Type.Record(Type.String(), Type.String()) } },
    },
    async () => Object.fromEntries(await englishTwins()),
  )
}
