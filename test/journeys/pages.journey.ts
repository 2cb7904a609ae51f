import { everyPage } from './every-page.ts'

everyPage({ width: 1366, height: 768 }, [
  { language: 'vi', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
])
