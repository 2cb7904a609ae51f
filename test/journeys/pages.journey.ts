import { everyPage } from './every-page.ts'

everyPage([
  ['1366×768 in Vietnamese', { language: 'vi' }],
  ['1366×768 in English, dark', { language: 'en', colorScheme: 'dark' }],
])
