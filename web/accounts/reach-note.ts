import { html, nothing } from 'lit'
import { mayEverywhere } from '../session.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { opensOnlyHere, opensOnlyInNetwork } from './reach.ts'

/**
 * Warns that others cannot open an address, and what to do: an administrator is told the settings, anybody else whom to
 * ask. With `isForOutside`, also that it opens in the office's network alone.
 */
export const reachNote = (url: string, { isForOutside = false } = {}) => {
  const sentence = sentenceOf(url, isForOutside)
  return sentence === null
    ? nothing
    : html`<p class="notice amber">${icon('triangle-alert')}<span>${sentence}</span></p>`
}

const sentenceOf = (url: string, isForOutside: boolean): string | null => {
  const { oneTime: text } = words().accounts
  if (opensOnlyHere(url)) {
    return mayEverywhere('administrator') ? text.onlyHere(new URL(url).hostname) : text.onlyHereAsk
  }
  return isForOutside && opensOnlyInNetwork(url) ? text.onlyInNetwork : null
}
