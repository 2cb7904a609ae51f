import { css, html, type TemplateResult } from 'lit'
import { brand, brandStyles } from '../parts/brand.ts'
import { language, setLanguage, words, type Language } from '../words/words.ts'

/** The frame of pages outside: brand, one card, the choice of language. */
export const door = (content: TemplateResult): TemplateResult => {
  const { shell } = words()
  const choice = (code: Language) =>
    html`<button lang=${code} aria-pressed=${language() === code} @click=${() => speak(code)}>
      ${shell.languages[code]}
    </button>`
  return html`<div class="door">
    <header><span class="brand">${brand()}</span></header>
    <section class="card">${content}</section>
    <footer>
      <div class="segments" role="group" aria-label=${shell.language}>${choice('vi')}${choice('en')}</div>
    </footer>
  </div>`
}

const speak = async (wanted: Language): Promise<void> => {
  await setLanguage(wanted)
  const url = new URL(location.href)
  url.searchParams.set('lang', wanted)
  history.replaceState(history.state, '', url)
}

export const doorStyles = [
  brandStyles,
  css`
    .door {
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      gap: var(--space-3);
      min-block-size: 100dvh;
      padding: var(--space-3) var(--space-2);
    }
    .door .brand {
      font-size: 1.5rem;
    }
    .door .mark {
      inline-size: 1rem;
      block-size: 1.75rem;
    }
    .door .card {
      display: flex;
      flex-direction: column;
      gap: var(--space-2);
      inline-size: min(26rem, 100%);
      padding: var(--space-3);
      border-radius: var(--radius-large);
      box-shadow: var(--shadow-small);
    }
  `,
]
