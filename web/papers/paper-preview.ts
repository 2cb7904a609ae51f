import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PaperPages, SheetName } from '../../server/documents/schema.ts'
import { findPages, pagePicturePath, paperPath } from '../api/documents.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { faultNotices, faultStyles } from './fault-notices.ts'
import '../parts/error-panel.ts'
import '../parts/page-pictures.ts'
import '../parts/progress-line.ts'

/**
 * The paper as it will be printed, page by page: `<paper-preview heading="…" congressId="…" kind="…" printed="vi"
 * ?sample=${…} .edition=${3}>`; another `edition` asks whether it still looks the same.
 */
@customElement('paper-preview')
export class PaperPreview extends WordsElement {
  @property() heading = ''
  @property() congressId = ''
  @property() kind = ''
  @property() printed: 'vi' | 'en' = 'vi'
  @property({ type: Boolean }) sample = false
  @property({ attribute: false }) sheet: SheetName | null = null
  @property({ type: Number }) edition = 0

  static override styles = [
    ...controls,
    faultStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space);
        min-block-size: 0;
      }
      page-pictures {
        flex: 1;
      }
    `,
  ]

  readonly #pages = new Task(this, {
    task: async ([congressId, kind, language, isSample, sheet]) => ({
      kind,
      ...(await findPages(congressId, kind, { language, isSample, sheet })),
    }),
    args: () => [this.congressId, this.kind, this.printed, this.sample, this.sheet, this.edition] as const,
  })

  override render() {
    const { value } = this.#pages
    return this.#pages.render({
      initial: () => nothing,
      // What is looked at stays until the next edition is there.
      pending: () =>
        html`<progress-line></progress-line>${value?.kind === this.kind ? this.#pictures(value) : nothing}`,
      error: (error) => html`<error-panel .error=${error} retryable @retried=${() => this.#pages.run()}></error-panel>`,
      complete: (pages) => this.#pictures(pages),
    })
  }

  #pictures({ edition, pages, width, height, onlyFirst, faults }: PaperPages) {
    const { papers } = words()
    const wish = { language: this.printed, isSample: this.sample, sheet: this.sheet }
    const addressOf = (page: number, pixels: number) =>
      pagePicturePath(this.congressId, this.kind, { ...wish, stamp: edition, page, width: pixels })
    return html`
      ${faultNotices(faults)}
      ${onlyFirst === null ? nothing : html`<p class="small muted">${papers.onlyFirst(onlyFirst)}</p>`}
      <page-pictures heading=${papers.previewOf(this.heading)} .pages=${{ count: pages, width, height, addressOf }}>
        <a class="button" href=${paperPath(this.congressId, this.kind, wish)} target="_blank"
          >${icon('external-link')} ${papers.open}</a
        >
      </page-pictures>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-preview': PaperPreview
  }
}
