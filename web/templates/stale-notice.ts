import { html, nothing } from 'lit'
import type { TemplateTexts } from '../../server/templates/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { lineDiff } from './line-diff.ts'

/** The version that another saved meanwhile; texts null = the copy is gone. */
export interface Theirs {
  texts: TemplateTexts | null
  number: number
  accountName: string
  version: number
}

/** Both versions of the text that is open, line by line, and which of them stays; needs `lineDiffStyles`. */
export const staleNotice = (
  { texts, number, accountName }: Theirs,
  mine: { file: string; text: string },
  keep: { mine: () => void; theirs: () => void },
) => {
  const { stale: text, files } = words().templates
  return html`<div class="notice amber" role="alert">
    <div class="stale">
      <h2>${icon('triangle-alert')} ${texts ? text.heading(accountName, number) : text.gone}</h2>
      ${
        texts
          ? html`<p>${text.help}</p>
              <h3>${files[mine.file] ?? mine.file}</h3>
              ${lineDiff(texts[mine.file] ?? '', mine.text)}`
          : nothing
      }
      <div class="row">
        <button class="button" @click=${keep.mine}>${text.mine}</button>
        <button class="button" @click=${keep.theirs}>${text.theirs}</button>
      </div>
    </div>
  </div>`
}
