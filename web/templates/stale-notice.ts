import { css, html, nothing } from 'lit'
import type { TemplateTexts, TemplateView } from '../../server/templates/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { lineDiff } from './line-diff.ts'

/** The version that another saved meanwhile; texts null = the copy is gone. */
export interface Theirs {
  texts: TemplateTexts | null
  number: number
  accountName: string
  version: number
  /** A save was refused for it; else it is told before one is tried. */
  isRefused: boolean
}

/** The version that stands now, as it is told to whoever is still typing. */
export const theirsOf = ({ texts, copy, versions: [last] }: TemplateView): Theirs => ({
  texts: copy ? texts : null,
  number: last?.number ?? 0,
  accountName: last?.accountName ?? '',
  version: copy?.version ?? 0,
  isRefused: false,
})

/**
 * Says that another saved meanwhile, above the editor and without hindering it: what differs, line by line, lies over
 * the page once it is asked for. Needs `lineDiffStyles` and `staleStyles`.
 */
export const staleNotice = (
  { texts, number, accountName, isRefused }: Theirs,
  { file, text: mine }: { file: string; text: string },
  keep: { mine: () => void; theirs: () => void },
) => {
  const { stale: text, files } = words().templates
  return html`<div class="notice amber stale" role=${isRefused ? 'alert' : 'status'}>
    <span class="told">${icon('triangle-alert')} ${texts ? text.heading(accountName, number) : text.gone}</span>
    ${
      texts
        ? html`<details>
            <summary>${text.show}</summary>
            <div class="differs">
              <p class="small">${text.help}</p>
              <h3>${files[file] ?? file}</h3>
              ${lineDiff(texts[file] ?? '', mine)}
            </div>
          </details>`
        : nothing
    }
    <span class="row">
      <button class="button small" @click=${keep.theirs}>${text.theirs}</button>
      <button class="button small" @click=${keep.mine}>${isRefused ? text.mine : text.keep}</button>
    </span>
  </div>`
}

export const staleStyles = css`
  .stale {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) var(--space-2);
    align-items: center;
  }
  .stale .told {
    flex: 1 1 16rem;
  }
  .stale summary {
    min-block-size: 24px;
    font-weight: 500;
    cursor: pointer;
  }
  .stale .differs {
    position: absolute;
    z-index: 4;
    inset-block-start: 100%;
    inset-inline: 0;
    display: grid;
    gap: var(--space);
    max-block-size: 60dvh;
    padding: var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
    overflow: auto;
  }
`
