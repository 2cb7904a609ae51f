import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TemplateFault } from '../../server/documents/rules/template-faults.ts'
import type { TemplateLooked, TemplateTexts, TemplateView } from '../../server/templates/schema.ts'
import { previewTemplate, type TemplatePlace } from '../api/templates.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/progress-line.ts'

type Data = TemplateLooked['data']

/** Nothing is asked while somebody types on. */
const restMilliseconds = 350

/**
 * How texts that are being edited would print: `<template-preview .place=${…} .view=${…} .texts=${…} printed="vi">`,
 * with real data, the sample or the longest name. Tells `faults-found` with what is wrong with the texts.
 */
@customElement('template-preview')
export class TemplatePreview extends WordsElement {
  @property({ attribute: false }) place: TemplatePlace | null = null
  @property({ attribute: false }) view: TemplateView | null = null
  @property({ attribute: false }) texts: TemplateTexts = {}
  @property() printed: 'vi' | 'en' = 'vi'
  @state() private data: Data = 'real'
  @state() private congressId: string | null = null
  @state() private page = 1
  @state() private looked: TemplateLooked | null = null
  @state() private error: unknown = null
  @state() private isDrawing = false
  #asked = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: AbortController | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space);
        min-block-size: 0;
      }
      :host([hidden]) {
        display: none;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
        align-items: center;
      }
      .bar select {
        flex: 1 1 12rem;
        min-inline-size: 0;
        max-inline-size: 24rem;
      }
      .paper {
        flex: 1;
        min-block-size: 12rem;
        padding: var(--space);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--sunken);
        overflow: auto;
      }
      img {
        display: block;
        inline-size: 100%;
        max-inline-size: 62rem;
        margin-inline: auto;
        background: #ffffff;
        box-shadow: var(--shadow-small);
      }
      .turn {
        justify-content: center;
        font-size: var(--size-dense);
      }
    `,
  ]

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
    this.#running?.abort()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || !this.view) return
    const { congresses } = this.view
    const isThere = congresses.some(({ id }) => id === this.congressId)
    if (!isThere) this.congressId = congresses[0]?.id ?? null
    if (congresses.length === 0 && this.data === 'real') this.data = 'sample'
  }

  protected override updated(): void {
    const { place, texts, printed, data, congressId, page } = this
    if (!place || !this.view) return
    const asked = JSON.stringify([place.unitId, place.kind, texts, printed, data, congressId, page])
    if (asked === this.#asked) return
    const isFirst = this.#asked === ''
    this.#asked = asked
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#draw(place), isFirst ? 0 : restMilliseconds)
  }

  async #draw(place: TemplatePlace): Promise<void> {
    this.#running?.abort()
    const mine = new AbortController()
    this.#running = mine
    this.isDrawing = true
    try {
      const { texts, printed, data, congressId, page } = this
      const wish = { texts, language: printed, data, congressId: data === 'real' ? congressId : null, page }
      const looked = await previewTemplate(place, wish, mine.signal)
      this.tell('faults-found', looked.faults satisfies readonly TemplateFault[])
      // What was last seen stays in sight while the texts are no template.
      this.looked = looked.picture === null ? { ...looked, picture: this.looked?.picture ?? null, pages: 0 } : looked
      this.error = null
    } catch (error) {
      if (mine.signal.aborted) return
      this.error = error
    }
    if (this.#running === mine) this.isDrawing = false
  }

  override render() {
    const { preview: text } = words().templates
    const { looked, view } = this
    if (!view) return nothing
    const hasEdition = view.languages.includes(this.printed)
    return html`
      ${this.#choices(view)}
      ${
        looked?.data === 'sample' && this.data === 'real'
          ? html`<p class="small muted">${icon('info')} ${text.sampled}</p>`
          : nothing
      }
      ${
        hasEdition && looked?.pages === 0 && !this.isDrawing
          ? html`<p class="notice red" role="status">${icon('circle-alert')} ${text.broken}</p>`
          : nothing
      }
      ${hasEdition ? nothing : html`<p class="notice amber">${text.noEdition}</p>`}
      <error-panel .error=${this.error}></error-panel>
      <div class="paper" aria-busy=${this.isDrawing} tabindex="0" role="group" aria-label=${text.heading}>
        ${this.isDrawing ? html`<progress-line></progress-line>` : nothing}
        ${
          hasEdition && looked?.picture
            ? html`<img
                alt=${text.of(view.titles[language()], looked.page)}
                src=${`data:image/webp;base64,${looked.picture}`}
              />`
            : nothing
        }
      </div>
      ${looked && looked.pages > 1 ? this.#turning(looked) : nothing}
    `
  }

  #choices({ congresses }: TemplateView) {
    const { preview: text } = words().templates
    const kinds = ['real', 'sample', 'longest'] as const
    return html`<div class="bar">
      <div class="segments" role="group" aria-label=${text.data}>
        ${kinds.map(
          (kind) =>
            html`<button
              aria-pressed=${kind === this.data}
              ?disabled=${kind === 'real' && congresses.length === 0}
              @click=${() => Object.assign(this, { data: kind, page: 1 })}
            >
              ${text.kinds[kind]}
            </button>`,
        )}
      </div>
      ${
        this.data !== 'real'
          ? nothing
          : html`<select
              class="input"
              aria-label=${text.congress}
              @change=${(event: Event) =>
                Object.assign(this, { congressId: (event.target as HTMLSelectElement).value, page: 1 })}
            >
              ${congresses.map(
                ({ id, title }) =>
                  html`<option value=${id} ?selected=${id === this.congressId}>${translated(title)}</option>`,
              )}
            </select>`
      }
    </div>`
  }

  #turning({ page, pages }: TemplateLooked) {
    const { preview: text } = words().templates
    const turn = (by: number) => () => (this.page = page + by)
    return html`<div class="bar turn">
      <button class="button small icon-only" aria-label=${text.earlier} ?disabled=${page <= 1} @click=${turn(-1)}>
        ${icon('chevron-left')}
      </button>
      <span role="status">${text.page(page, pages)}</span>
      <button class="button small icon-only" aria-label=${text.later} ?disabled=${page >= pages} @click=${turn(1)}>
        ${icon('chevron-right')}
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'template-preview': TemplatePreview
  }
}
