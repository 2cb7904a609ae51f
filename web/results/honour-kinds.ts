import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { honouredParties, type HonourKind, type HonourKinds } from '../../server/results/schema.ts'
import { LiveController } from '../api/changes.ts'
import { changeHonourKinds, listHonourKinds } from '../api/results.ts'
import { WordsElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { kindName } from './kind-name.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** The kinds that a road counts honours by, highest first: `<honour-kinds cycleId="…" ?writable>`. */
@customElement('honour-kinds')
export class HonourKindsCard extends WordsElement {
  @property() cycleId = ''
  @property({ type: Boolean }) writable = false
  @state() private standing: HonourKinds | null = null
  /** What is typed while the list is edited. */
  @state() private edited: readonly HonourKind[] | null = null
  @state() private failure: unknown = null
  @state() private isSending = false
  #fetched = ''

  constructor() {
    super()
    new LiveController(this, ['cycles'], () => void this.#fetch())
  }

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        margin-block-start: var(--space-2);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space);
      }
      ol {
        columns: 20rem 3;
        padding-inline-start: 1.5rem;
        list-style: decimal;
      }
      .line {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 2fr) minmax(11rem, 1fr) auto;
        gap: var(--space);
        margin-block-end: var(--space);
        align-items: end;
      }
      .line .row {
        flex-wrap: nowrap;
      }
      .line .input {
        min-inline-size: 0;
      }
      @media (max-width: 700px) {
        .line {
          grid-template-columns: minmax(0, 1fr);
          padding-block-end: var(--space);
          border-block-end: 1px solid var(--line);
        }
      }
    `,
  ]

  protected override updated(): void {
    if (this.cycleId !== '' && this.cycleId !== this.#fetched) void this.#fetch()
  }

  /** Without the list the page stays as useful as it was. */
  async #fetch(): Promise<void> {
    this.#fetched = this.cycleId
    this.standing = await listHonourKinds(this.cycleId).catch(() => null)
  }

  override render() {
    const { kinds: text } = words().results
    const { standing } = this
    if (!standing) return nothing
    return html`<section class="card" aria-label=${text.heading}>
        <header>
          <h2>${text.heading}</h2>
          ${
            this.writable
              ? html`<button class="button small" @click=${() => this.#open(standing)}>
                  ${icon('pencil')} ${text.edit}
                </button>`
              : nothing
          }
        </header>
        <p class="help">${text.help}</p>
        <ol class="small">
          ${standing.kinds.map((kind) => html`<li>${kindName(kind)}</li>`)}
        </ol>
      </section>
      ${this.edited === null ? nothing : this.#dialog(this.edited, standing)}`
  }

  #open({ kinds }: HonourKinds): void {
    this.failure = null
    this.edited = kinds
  }

  #dialog(edited: readonly HonourKind[], standing: HonourKinds) {
    const { results, common } = words()
    const { kinds: text } = results
    const close = () => (this.edited = null)
    return html`<modal-dialog
      wide
      heading=${text.heading}
      ?guarded=${edited !== standing.kinds}
      @dialog-closed=${close}
    >
      <form class="form" id="kinds" @submit=${(event: SubmitEvent) => this.#save(event, edited, standing)}>
        ${edited.map((kind, index) => this.#line(kind, index, edited))}
        <button
          class="button small"
          type="button"
          @click=${() => (this.edited = [...edited, { key: freeKey(edited), name: '', nameEnglish: '', receivers: 'both' }])}
        >
          ${icon('plus')} ${text.add}
        </button>
        <error-panel .error=${this.failure}></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${close}>${common.cancel}</button>
        <button class="button primary" form="kinds" aria-busy=${this.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  #line(kind: HonourKind, index: number, edited: readonly HonourKind[]) {
    const { kinds: text } = words().results
    const put = (values: Partial<HonourKind>) =>
      (this.edited = edited.map((each, at) => (at === index ? { ...each, ...values } : each)))
    const named = (event: Event) => (event.target as HTMLInputElement).value
    const act = (name: 'chevron-up' | 'chevron-down' | 'x', label: string, isOff: boolean, run: () => void) =>
      html`<button
        class="button quiet icon-only"
        type="button"
        aria-label=${label}
        title=${label}
        ?disabled=${isOff}
        @click=${run}
      >
        ${icon(name)}
      </button>`
    return html`<div class="line" role="group" aria-label=${kindName(kind) || text.add}>
      <label class="field">
        <span class="label">${text.name}</span>
        <input
          class="input"
          required
          maxlength="120"
          .value=${kind.name}
          @input=${(event: Event) => put({ name: named(event) })}
        />
      </label>
      <label class="field">
        <span class="label">${text.nameEnglish}</span>
        <input
          class="input"
          maxlength="120"
          .value=${kind.nameEnglish}
          @input=${(event: Event) => put({ nameEnglish: named(event) })}
        />
      </label>
      <label class="field">
        <span class="label">${text.receivers}</span>
        <select class="input" @change=${(event: Event) => put({ receivers: named(event) as HonourKind['receivers'] })}>
          ${honouredParties.map((each) => html`<option value=${each} ?selected=${each === kind.receivers}>${text.parties[each]}</option>`)}
        </select>
      </label>
      <span class="row">
        ${act('chevron-up', text.up(kindName(kind)), index === 0, () => (this.edited = swapped(edited, index - 1)))}
        ${act('chevron-down', text.down(kindName(kind)), index === edited.length - 1, () => (this.edited = swapped(edited, index)))}
        ${act('x', text.remove(kindName(kind)), edited.length === 1, () => (this.edited = edited.filter((_each, at) => at !== index)))}
      </span>
    </div>`
  }

  async #save(event: SubmitEvent, kinds: readonly HonourKind[], { version }: HonourKinds): Promise<void> {
    event.preventDefault()
    if (this.isSending) return
    this.isSending = true
    try {
      this.standing = await changeHonourKinds(this.cycleId, { kinds: [...kinds], version })
      this.edited = null
      tellDone(words().results.kinds.saved)
    } catch (error) {
      this.failure = error
    } finally {
      this.isSending = false
    }
  }
}

/** The list with the kind at this place and the one after it changed about. */
const swapped = (kinds: readonly HonourKind[], at: number): HonourKind[] => {
  const [one, other] = [kinds[at], kinds[at + 1]]
  return one && other ? [...kinds.slice(0, at), other, one, ...kinds.slice(at + 2)] : [...kinds]
}

/** What results will name a new kind by: a number that none has. */
const freeKey = (kinds: readonly HonourKind[]): string => {
  const taken = new Set(kinds.map(({ key }) => key))
  let number = kinds.length + 1
  while (taken.has(`kind-${String(number)}`)) number += 1
  return `kind-${String(number)}`
}
