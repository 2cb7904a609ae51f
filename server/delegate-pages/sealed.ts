import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import { html, type Markup } from '../publications/markup.ts'
import { keyLabels, keyLength, nonceLength, whyClosed, type SealedPage } from './rules/sealed.ts'
import { staticWords } from './static-words.ts'
import { pageWords } from './words.ts'

/** The name that a page bears at a web host: always the same for its code, which nobody can work out from it. */
export const sealedFileOf = (code: string): string =>
  `${createHash('sha256').update(`page ${code}`).digest('hex').slice(0, 32)}.html`

/** Seals a page under its code, as text. */
const seal = (code: string, page: SealedPage): string => {
  const key = Buffer.from(hkdfSync('sha256', code, keyLabels.salt, keyLabels.info, keyLength))
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const text = cipher.update(deflateRawSync(JSON.stringify(page)))
  return Buffer.concat([nonce, text, cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Writes files that open what they hold by the code in their address, and need no other; all begin with the same bytes. */
export const sealedFiles = async (): Promise<(code: string, page: SealedPage) => [Buffer, Buffer]> => {
  const [style, script] = await Promise.all([
    readFile(new URL('page/page.css', import.meta.url), 'utf8'),
    // Made by the build (web/sealed-page); a string of a script may hold what ends one.
    readFile(new URL('../../web/dist/sealed-page.js', import.meta.url), 'utf8').then((text) =>
      text.replaceAll('</', '<\\/'),
    ),
  ])
  const shared = Buffer.from(beginning(style, script))
  return (code, page) => [shared, Buffer.from(`${seal(code, page)}</p></body></html>\n`)]
}

/** What all have in common; what is sealed follows at its end. The script runs once that is there. */
const beginning = (style: string, script: string): string => {
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`
  const head = html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="content-security-policy" content="${policy}" />
    <meta name="robots" content="noindex, nofollow, noarchive" />
    <meta name="referrer" content="no-referrer" />
    <meta name="color-scheme" content="light dark" />
    <title>${pageWords.vi.page}</title>
    <link rel="icon" href="data:," />
  </head>`
  const body = html`<main class="closed">${whyClosed.map(sentenceOf)}</main>`
  return `<!doctype html><html lang="vi">${head.html}<style>${style}</style><script type="module">${script}</script></head><body>${body.html}<p id="sealed" hidden>`
}

const sentenceOf = (why: (typeof whyClosed)[number]): Markup =>
  html`<div data-why="${why}" ${why === 'opening' ? '' : html`hidden`}>
    ${(['vi', 'en'] as const).map((language) => html`<p lang="${language}">${staticWords[language].closed[why]}</p>`)}
  </div>`

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
