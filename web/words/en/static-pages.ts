import type { Words } from '../vi.ts'
import { grouped } from './grouped.ts'

export const staticPages: Words['staticPages'] = {
  button: 'Export static pages',
  heading: 'Export static pages',
  help: 'Where delegates cannot reach this server: each page is a file, encrypted under the link of its delegate, for any web host.',
  chosen: (count) => `Only for the ${grouped(count)} who are chosen.`,
  host: 'Address of the folder that they will lie in',
  hostHelp: 'QR codes and messages name this address.',
  hostExample: 'https://example.vn/delegates',
  until: 'Show nothing after',
  untilHelp: 'Left empty: after the last day of each link.',
  prepare: 'Continue',
  fetch: 'Download the zip',
  pages: (pages, liaisons) =>
    `There will be ${grouped(pages)} ${pages === 1 ? 'page' : 'pages'} of delegates and ${grouped(liaisons)} of liaisons.`,
  leftOut: 'Without a page:',
  reasons: {
    none: (count) => `${grouped(count)} without a link`,
    expired: (count) => `${grouped(count)} whose link has run out`,
    revoked: (count) => `${grouped(count)} whose link was revoked`,
    withdrawn: (count) => `${grouped(count)} withdrawn from the list`,
  },
  upload: (host) => `Upload all files of the folder dua-len-mang to ${host}/`,
  keep: 'Never upload the folder giu-lai: it holds everybody’s QR code, address and message. Pages that were uploaded do not change by themselves, and revoking a link does not close them: export again, or delete the files.',
}
