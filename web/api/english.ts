import { getJson } from './request.ts'

/** The English of what the product ships in Vietnamese into an office's data, by the Vietnamese text. */
export const listEnglishTwins = () => getJson<Record<string, string>>('/api/english-twins')
