import { html } from 'lit'
import { forbidsPrinting, type TemplateFault } from '../../server/documents/rules/template-faults.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** What is wrong with the texts, each with where; choosing one goes there. Styled by `templatePageStyles`. */
export const faultList = (faults: readonly TemplateFault[], goTo: (file: string, line: number) => void) => {
  const { faults: text, faultOf, files } = words().templates
  if (faults.length === 0) return html`<p class="small muted" role="status">${icon('circle-check')} ${text.none}</p>`
  return html`
    <p class="small" role="status"><strong>${text.heading(faults.length)}</strong></p>
    <ul class="faults">
      ${faults.map((fault) => {
        const { file, line, code, subject } = fault
        const name = file.split('/').at(-1) ?? ''
        const isDoubt = !forbidsPrinting(fault)
        return html`<li class=${isDoubt ? 'doubt' : ''}>
          <button @click=${() => goTo(name, line)}>
            ${icon(isDoubt ? 'triangle-alert' : 'circle-alert')}
            <span class="where">${text.at(files[name] ?? file, line)}</span> ${faultOf[code](subject)}
          </button>
        </li>`
      })}
    </ul>
  `
}
