// The script of a page at a web host. It is bundled into one file and written into each page: it opens what is sealed by
// the code in the address, which no browser sends to a host. WebCrypto would do it over https alone.
import { gcm } from '@noble/ciphers/aes'
import { hkdf } from '@noble/hashes/hkdf'
import { sha256 } from '@noble/hashes/sha2'
import { inflateSync, strFromU8 } from 'fflate'
import type { Language } from '../../server/format/dates.ts'
import {
  codeIn,
  keyLabels,
  keyLength,
  nonceLength,
  type SealedPage,
  type WhyClosed,
} from '../../server/delegate-pages/rules/sealed.ts'

const sealed = Uint8Array.from(atob(document.getElementById('sealed')?.textContent?.trim() ?? ''), (sign) =>
  sign.charCodeAt(0),
)
const closed = document.body.innerHTML

const unsealed = (code: string): SealedPage | null => {
  const key = hkdf(sha256, code, keyLabels.salt, keyLabels.info, keyLength)
  try {
    const packed = gcm(key, sealed.subarray(0, nonceLength)).decrypt(sealed.subarray(nonceLength))
    return JSON.parse(strFromU8(inflateSync(packed))) as SealedPage
  } catch {
    return null
  }
}

const tell = (why: WhyClosed): void => {
  document.body.innerHTML = closed
  for (const part of document.querySelectorAll<HTMLElement>('[data-why]')) {
    part.hidden = part.getAttribute('data-why') !== why
  }
}

const show = (page: SealedPage, language: Language): void => {
  const { title, body } = page.pages[language]
  document.documentElement.lang = language
  document.title = title
  document.body.innerHTML = body
  document.querySelector('button.language')?.addEventListener('click', () => {
    show(page, language === 'vi' ? 'en' : 'vi')
    document.querySelector<HTMLElement>('button.language')?.focus()
  })
  // A link to a place in the page would put that place where the code stands in the address.
  for (const link of document.querySelectorAll<HTMLElement>('a[href^="#"]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.scrollIntoView()
    })
  }
}

const open = (): void => {
  const code = codeIn(location.hash)
  const page = code === null ? null : unsealed(code)
  if (!page) tell(/[a-z0-9]/iu.test(location.hash) ? 'wrong' : 'missing')
  else if (page.until !== null && Date.now() >= page.until) tell('over')
  else show(page, 'vi')
}

addEventListener('hashchange', open)
open()
