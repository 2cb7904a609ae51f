import type { Words } from '../vi.ts'

export const files: Words['files'] = {
  none: 'No file yet.',
  add: 'Choose files',
  drop: 'Drop files here or choose them: PDF, pictures, Word, Excel.',
  dropScan: 'Drop the scan here or choose it: PDF, JPEG, PNG.',
  sending: (name) => `Sending ${name}…`,
  added: (name) => `${name} attached.`,
  remove: (name) => `Remove ${name}`,
  removed: 'File removed.',
  download: (name) => `Download ${name}`,
  refused: (name, why) => `${name}: ${why}`,
}
