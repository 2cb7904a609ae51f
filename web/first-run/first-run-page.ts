import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { CycleStart } from '../../server/cycles/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { loadExample } from '../api/cycles.ts'
import { listUnits } from '../api/units.ts'
import { cycles, refreshCycles, rememberCycle } from '../cycle.ts'
import { did } from '../did.ts'
import { PageElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { navigate } from '../router.ts'
import { refreshSession } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { likelyYear, templateLevels, templateName } from './template-levels.ts'
import '../parts/page-header.ts'
import './cycle-start-dialog.ts'

const shownTemplates = ['two-levels-2025', 'three-levels-2019'] as const

/** /first-run — the example road, a new cycle from a template, import from Excel, or an empty one; first what comes next. */
@customElement('first-run-page')
export class FirstRunPage extends PageElement {
  @state() private units: Unit[] = []
  @state() private begun: CycleStart['template'] | null = null
  @state() private isLoading = false

  constructor() {
    super()
    cycles.use(this)
  }

  static override styles = [
    ...controls,
    css`
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: var(--space-2);
        margin-block-start: var(--space-2);
      }
      .way {
        display: flex;
        flex-direction: column;
        gap: var(--space);
        align-items: start;
      }
      .way > .button {
        margin-block-start: auto;
      }
      ol {
        padding-inline-start: 1.25rem;
        list-style: decimal;
        font-size: var(--size-dense);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void listUnits()
      .then((units) => (this.units = units))
      .catch(() => undefined)
  }

  /** Who has units or a road of their own has no need of the example first. */
  get #hasBegun(): boolean {
    return this.units.length > 0 || cycles.get().length > 0
  }

  override render() {
    const { firstRun } = words()
    const hasUnits = this.units.length > 0
    const example = this.#example(!this.#hasBegun)
    const ofTemplates = shownTemplates.map((template, at) => this.#template(template, this.#hasBegun && at === 0))
    return html`
      <page-header heading=${firstRun.heading}></page-header>
      <p class="muted">${hasUnits ? firstRun.introWithUnits(this.units.length) : firstRun.intro}</p>
      <div class="ways">
        ${this.#hasBegun ? [...ofTemplates, this.#import(), this.#empty(), example] : [example, ...ofTemplates, this.#import(), this.#empty()]}
      </div>
      ${
        this.begun === null
          ? nothing
          : html`<cycle-start-dialog
              .template=${this.begun}
              .units=${this.units}
              @dialog-closed=${() => (this.begun = null)}
              @cycle-started=${({ detail }: CustomEvent<string>) => this.#started(detail)}
            ></cycle-start-dialog>`
      }
    `
  }

  #way(text: { heading: string; sentence: string }, action: TemplateResult, holds: TemplateResult | null = null) {
    return html`
      <section class="card way">
        <h2>${text.heading}</h2>
        <p>${text.sentence}</p>
        ${holds} ${action}
      </section>
    `
  }

  #button(label: string, sign: IconName, isPrimary: boolean, press: () => void, isBusy = false) {
    return html`<button class="button ${isPrimary ? 'primary' : ''}" aria-busy=${isBusy} @click=${press}>
      ${icon(sign)} ${label}
    </button>`
  }

  #example(isPrimary: boolean) {
    const { firstRun, common } = words()
    const label = this.isLoading ? common.loading : firstRun.example.action
    return this.#way(
      firstRun.example,
      this.#button(label, 'route', isPrimary, () => void this.#loadExample(), this.isLoading),
    )
  }

  #template(template: (typeof shownTemplates)[number], isPrimary: boolean) {
    const { firstRun } = words()
    const year = likelyYear(template, new Date().getFullYear())
    return this.#way(
      { heading: templateName(template), sentence: firstRun.template.sentence },
      this.#button(firstRun.template.action, 'plus', isPrimary, () => (this.begun = template)),
      templateLevels(template, year),
    )
  }

  #import() {
    const { firstRun } = words()
    return this.#way(
      firstRun.import,
      html`<a class="button" href="/import/units">${icon('upload')} ${firstRun.import.action}</a>`,
    )
  }

  #empty() {
    const { firstRun } = words()
    return this.#way(
      firstRun.empty,
      this.#button(firstRun.empty.action, 'plus', false, () => (this.begun = 'empty')),
    )
  }

  async #loadExample(): Promise<void> {
    this.isLoading = true
    const loaded = await did(loadExample(), words().firstRun.exampleDone)
    this.isLoading = false
    if (loaded) await this.#arrive(loaded.cycleId)
  }

  async #started(cycleId: string): Promise<void> {
    tellDone(words().firstRun.done)
    await this.#arrive(cycleId)
  }

  async #arrive(cycleId: string): Promise<void> {
    rememberCycle(cycleId)
    await Promise.all([refreshCycles(), refreshSession()])
    await navigate('/road')
  }
}
