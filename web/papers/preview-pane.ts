import { html, nothing } from 'lit'
import type { PaperState, SheetName } from '../../server/documents/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { sampleNotice } from './list-links.ts'
import { isSample } from './paper-values.ts'
import './paper-preview.ts'

interface Preview {
  congressId: string
  printed: 'vi' | 'en'
  sheet: SheetName | null
  /** Another one may look different. */
  edition: number
  /** What was typed is not in it yet. */
  isUnsaved: boolean
  choose: (choice: { in: string } | { sheet: string }) => void
}

/** How the paper will look, in the language and size that are chosen. */
export const previewPane = (paper: PaperState, preview: Preview) => {
  const { papers } = words()
  const { congressId, printed, sheet, edition, isUnsaved } = preview
  return html`
    <section class="preview" aria-labelledby="preview">
      <div class="row spread">
        <h2 id="preview">${papers.preview}</h2>
        ${sizes(paper, preview)} ${languages(paper, preview)}
      </div>
      ${isUnsaved ? html`<p class="small muted" role="status">${icon('info')} ${papers.unsaved}</p>` : nothing}
      ${sampleNotice(congressId, paper)}
      <paper-preview
        heading=${paper.titles[printed]}
        congressId=${congressId}
        kind=${paper.kind}
        printed=${printed}
        ?sample=${isSample(paper)}
        .sheet=${sheet}
        .edition=${edition}
      ></paper-preview>
    </section>
  `
}

const sizes = ({ sheets }: PaperState, { sheet, choose }: Preview) => {
  const { papers } = words()
  if (sheets.length === 0) return nothing
  return html`<select
    class="input size"
    aria-label=${papers.size}
    @change=${({ target }: Event) => choose({ sheet: (target as HTMLSelectElement).value })}
  >
    ${sheets.map((name) => html`<option value=${name} ?selected=${name === sheet}>${sheetName(name)}</option>`)}
  </select>`
}

/** «A3», or «A3, ghép từ các tờ A4». */
export const sheetName = (name: SheetName): string => {
  const [size = '', tiles] = name.split('-')
  return tiles === undefined ? size.toUpperCase() : words().papers.tiled(size.toUpperCase())
}

const languages = ({ languages: all }: PaperState, { printed, choose }: Preview) => {
  const { papers, shell } = words()
  if (all.length < 2) return nothing
  return html`<div class="segments" role="group" aria-label=${papers.language}>
    ${all.map(
      (each) =>
        html`<button aria-pressed=${each === printed} @click=${() => choose({ in: each })}>
          ${shell.languages[each]}
        </button>`,
    )}
  </div>`
}
