import { html, nothing } from 'lit'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** What is wanted less often on the page of delegates; a path or an act that is null is not offered. */
export const rarerActions = (options: { exportPath: string | null; choose: (() => void) | null }) => {
  const { exportPath, choose } = options
  const { choosing, delegates: text } = words()
  return html`
    ${
      choose === null
        ? nothing
        : html`<button class="button" @click=${choose}>${icon('arrow-up')} ${choosing.open}</button>`
    }
    ${
      exportPath === null
        ? nothing
        : html`<a class="button" href=${exportPath} download>${icon('download')} ${text.export}</a>`
    }
  `
}
