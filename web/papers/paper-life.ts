import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { PaperState } from '../../server/documents/schema.ts'
import { formatShortDate, todayIn } from '../../server/format/dates.ts'
import { isUnsigned, mayStep, stepRules } from '../../server/papers/rules.ts'
import type { OfferedSeries, PaperLife, PaperStanding, PaperStep } from '../../server/papers/schema.ts'
import { chooseSigner, stepPaper } from '../api/papers.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { askFirst } from '../parts/modal-dialog.ts'
import { badge, type Hue } from '../parts/state-badge.ts'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { formerPapers, lineOf, nameOf } from './former-papers.ts'
import { changedNames, emptyParts } from './paper-doubts.ts'
import '../parts/file-list.ts'
import './number-dialog.ts'
import './series-dialog.ts'
import './signer-dialog.ts'
import './step-dialog.ts'

const looks: Readonly<Record<PaperStanding, readonly [Hue, IconName]>> = {
  draft: ['slate', 'pencil'],
  'for-signature': ['amber', 'loader'],
  signed: ['blue', 'check'],
  issued: ['green', 'check-check'],
  corrected: ['green', 'check-check'],
  replaced: ['slate', 'ban'],
  withdrawn: ['red', 'ban'],
}

/** What usually comes next; null = nothing must. */
const usualStep = ({ standing, number }: PaperLife): PaperStep | null => {
  if (standing === 'signed') return number === '' ? 'number' : 'issue'
  const usual: Partial<Record<PaperStanding, PaperStep>> = {
    draft: 'submit',
    'for-signature': 'sign',
    replaced: 'redraft',
    withdrawn: 'redraft',
  }
  return usual[standing] ?? null
}

type Open = { dialog: 'step'; step: Exclude<PaperStep, 'number'> } | { dialog: 'number' | 'signer' } | OpenSeries
interface OpenSeries {
  dialog: 'series'
  series: OfferedSeries | null
}

/**
 * How far a paper is, and its next step: `<paper-life congressId="…" .paper .unitIds ?writable>`. Tells `paper-stepped`
 * when the paper is to be fetched anew. `blocked` while typed text is not saved: a step would go over it.
 */
@customElement('paper-life')
export class PaperLifeElement extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) paper!: PaperState
  @property({ attribute: false }) unitIds: readonly string[] = []
  /** The last day of the congress. */
  @property({ attribute: false }) lastDay: string | null = null
  /** Language of a former one that is opened. */
  @property() printed: 'vi' | 'en' = 'vi'
  @property({ type: Boolean }) writable = false
  @property({ type: Boolean }) blocked = false
  @state() private open: Open | null = null
  @query('#life') private readonly heading!: HTMLElement
  /** The series that was just opened, for the number that is entered next. */
  #seriesId: string | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        gap: var(--space);
      }
      ol {
        margin: 0;
        padding-inline-start: 1.25rem;
      }
      summary {
        cursor: pointer;
      }
      h3 {
        margin-block-start: var(--space);
      }
      .former details > :not(summary) {
        margin-block-start: var(--space);
      }
    `,
  ]

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('paper') as PaperState | undefined
    if (before && before.kind !== this.paper.kind) this.open = null
  }

  override render() {
    const { life } = this.paper
    if (!life) return nothing
    const { paperLife: text } = words()
    const [hue, icon] = looks[life.standing]
    const word = life.standing === 'draft' ? text.draft(life.draft) : text.standings[life.standing]
    return html`
      <section class="card" aria-labelledby="life">
        <div class="row spread">
          <h2 id="life" tabindex="-1">${text.heading}</h2>
          ${badge(hue, icon, word)}
        </div>
        ${this.#facts(life)} ${this.writable ? this.#steps(life) : nothing}
        ${isUnsigned(life.standing) || life.id === null ? nothing : this.#copy(life.id)} ${this.#history(life)}
        ${formerPapers(life.former, { congressId: this.congressId, kind: this.paper.kind, language: this.printed })}
      </section>
      ${this.#dialog(life)}
    `
  }

  #facts(life: PaperLife) {
    const { standing, number, symbol, day, formerSigner, signerPostId } = life
    const { paperLife: text } = words()
    const note =
      number !== '' && day !== null
        ? text.numbered(`${/^\d$/.test(number) ? `0${number}` : number}/${symbol}`, formatShortDate(day, language()))
        : standing === 'for-signature'
          ? text.blankForSignature
          : standing === 'signed'
            ? text.noNumber
            : null
    return html`
      ${note === null ? nothing : html`<p>${note}</p>`} ${this.#inPlaceOf(life)} ${this.#standing(life)}
      ${
        formerSigner === null
          ? nothing
          : html`<div class="notice amber">
              <span>${icon('triangle-alert')} ${text.signer.former(formerSigner.was, formerSigner.now)}</span>
              ${
                this.writable && signerPostId !== null
                  ? html`<button
                      class="button small"
                      ?disabled=${this.blocked}
                      @click=${() => this.#putSigner(signerPostId)}
                    >
                      ${text.signer.put(formerSigner.now)}
                    </button>`
                  : nothing
              }
            </div>`
      }
    `
  }

  /** Which paper this one replaces. */
  #inPlaceOf({ former }: PaperLife) {
    const { paperLife: text } = words()
    const before = former[0]
    return before?.standing === 'replaced' ? html`<p>${text.former.replaces(nameOf(before))}</p>` : nothing
  }

  /** What its standing means for what others go by, and what changed since it was signed. */
  #standing({ standing, number, isOutOfDate, changed }: PaperLife) {
    const { paperLife: text } = words()
    const said: Readonly<Partial<Record<string, string>>> = text.means
    const means = said[standing === 'signed' && number !== '' ? 'entered' : standing]
    const names = changedNames(changed)
    const out =
      standing === 'signed' || standing === 'issued' || standing === 'corrected' ? text.outOfDate[standing] : ''
    return html`${means === undefined ? nothing : html`<p class="help">${means}</p>`}
    ${
      isOutOfDate
        ? html`<p class="notice amber">
            ${icon('triangle-alert')}
            <span>${names === '' ? text.changed.some : text.changed.named(names)} ${out}</span>
          </p>`
        : nothing
    }`
  }

  #steps(life: PaperLife) {
    const { paperLife: text, papers } = words()
    const usual = usualStep(life)
    const others = (Object.keys(stepRules) as PaperStep[]).filter(
      (step) => step !== usual && mayStep(life.standing, step) && !(step === 'issue' && life.number === ''),
    )
    // To print is what the page is for; a step of the paper never competes with it.
    // Each is a button of its own: the focus never slips from one that is gone to the next step.
    const button = (step: PaperStep) =>
      keyed(
        step,
        html`<button class="button" ?disabled=${this.blocked} @click=${() => this.take(step)}>
          ${step === 'number' && life.number !== '' ? text.renumber : text.steps[step]}
        </button>`,
      )
    return html`<div class="row">
        ${usual === null ? nothing : button(usual)}
        ${
          isUnsigned(life.standing)
            ? html`<button class="button" ?disabled=${this.blocked} @click=${() => (this.open = { dialog: 'signer' })}>
                ${text.signer.choose}
              </button>`
            : nothing
        }
        ${others.map(button)}
      </div>
      ${this.blocked ? html`<p class="help">${papers.leave}</p>` : nothing}`
  }

  #copy(paperId: string) {
    const { paperLife: text } = words()
    return html`<div>
      <h3>${text.copy}</h3>
      <p class="help">${text.copyHelp}</p>
      <file-list
        congressId=${this.congressId}
        owner="paper"
        paperId=${paperId}
        label=${text.copy}
        ?writable=${this.writable}
      ></file-list>
    </div>`
  }

  #history({ history }: PaperLife) {
    const { paperLife: text } = words()
    const last = history.at(-1)
    if (!last) return nothing
    if (history.length === 1) return html`<p class="small muted">${lineOf(last)}</p>`
    return html`<details class="small muted">
      <summary>${lineOf(last)}</summary>
      <ol aria-label=${text.history}>
        ${history.map((step) => html`<li>${lineOf(step)}</li>`)}
      </ol>
    </details>`
  }

  #dialog(life: PaperLife) {
    const { open, congressId } = this
    if (open === null) return nothing
    const { kind, titles, version } = this.paper
    const heading = titles[language()]
    const close = () => (this.open = null)
    if (open.dialog === 'step') {
      return html`<paper-step-dialog
        .congressId=${congressId}
        .kind=${kind}
        .heading=${heading}
        .step=${open.step}
        .version=${version ?? 0}
        @paper-stepped=${() => this.#done()}
        @form-closed=${close}
      ></paper-step-dialog>`
    }
    if (open.dialog === 'series') {
      return html`<number-series-dialog
        .congressId=${congressId}
        .series=${open.series}
        issuer=${life.issuer}
        @series-saved=${({ detail }: CustomEvent<string | null>) => this.#number(detail)}
        @form-closed=${() => this.#number(null)}
      ></number-series-dialog>`
    }
    if (open.dialog === 'signer') {
      return html`<paper-signer-dialog
        .congressId=${congressId}
        .kind=${kind}
        .heading=${heading}
        .day=${this.#day(life)}
        .unitIds=${this.unitIds}
        .life=${life}
        .version=${version ?? 0}
        @paper-stepped=${() => this.#done()}
        @form-closed=${close}
      ></paper-signer-dialog>`
    }
    return html`<paper-number-dialog
      .congressId=${congressId}
      .kind=${kind}
      .heading=${heading}
      .life=${life}
      .version=${version ?? 0}
      .chosenId=${this.#seriesId}
      .lastDay=${this.lastDay}
      @paper-stepped=${() => this.#done()}
      @series-wanted=${({ detail }: CustomEvent<OfferedSeries | null>) => (this.open = { dialog: 'series', series: detail })}
      @form-closed=${close}
    ></paper-number-dialog>`
  }

  /** The day of the paper, as typed or given, else today. */
  #day({ day }: PaperLife): string {
    const typed = this.paper.fields.find(({ name }) => name === 'day')?.value
    return day ?? typed ?? todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date())
  }

  #number(seriesId: string | null): void {
    this.#seriesId = seriesId
    this.open = { dialog: 'number' }
  }

  /** Begins a step: at once, or with what it asks for. */
  async take(step: PaperStep): Promise<void> {
    if (step === 'number') {
      this.#number(null)
      return
    }
    if (stepRules[step].needsReason) {
      this.open = { dialog: 'step', step }
      return
    }
    if (!(await this.#isSure(step))) return
    const { told, done } = words().paperLife
    const { kind, version } = this.paper
    await did(stepPaper(this.congressId, kind, { step, reason: '', version: version ?? 0 }), told(done[step]))
    this.#done()
  }

  /** A paper with something left empty is signed only knowingly. */
  async #isSure(step: PaperStep): Promise<boolean> {
    const { doubts } = words().paperLife
    const empty = emptyParts(this.paper, step)
    if (empty.length === 0) return true
    const action = step === 'sign' ? doubts.signAnyway : doubts.submitAnyway
    return askFirst({ heading: doubts.heading, sentence: doubts.empty(empty.join(', ')), action })
  }

  async #putSigner(postId: string): Promise<void> {
    const { kind, version } = this.paper
    const wish = { postId, capacity: null, role: '', version: version ?? 0 }
    await did(chooseSigner(this.congressId, kind, wish), words().paperLife.signer.saved)
    this.#done()
  }

  /** The focus goes to where nothing is pressed by chance: the next step is another decision. */
  #done(): void {
    this.open = null
    this.tell('paper-stepped')
    void this.updateComplete.then(() => this.heading.focus())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-life': PaperLifeElement
  }
}
