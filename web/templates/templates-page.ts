import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { CopyOfTemplate, TemplateList } from '../../server/templates/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listTemplates, templatesZipPath } from '../api/templates.ts'
import { listUnits } from '../api/units.ts'
import { PageElement } from '../parts/element.ts'
import { badge } from '../parts/state-badge.ts'
import { ViewState } from '../router.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { language, words } from '../words/words.ts'
import { firstUnit } from './chosen-unit.ts'
import '../parts/combo-field.ts'
import '../parts/empty-state.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import './unit-logo.ts'
import './zip-dialog.ts'

type Kind = TemplateList['kinds'][number]

const nothingYet: TemplateList = { kinds: [], levels: [], mayChange: false }

/** /templates — the kinds of papers of a unit, and which wording each takes. */
@customElement('templates-page')
export class TemplatesPage extends PageElement {
  readonly #view = new ViewState(this, { unit: '' })
  @state() private units: readonly Unit[] = []
  @state() private isImporting = false

  static override styles = [
    ...controls,
    css`
      .unit {
        max-inline-size: 26rem;
        margin-block: var(--space-2);
      }
      section {
        margin-block-start: var(--space-3);
      }
      h2 {
        margin-block-end: var(--space);
      }
      ul {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half) var(--space-2);
        align-items: center;
        justify-content: space-between;
        padding: var(--space) var(--space-2);
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      li a {
        font-weight: 500;
      }
      .badges {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
      }
    `,
  ]

  readonly #list = new Task(this, {
    task: async ([chosen]) => {
      if (this.units.length === 0) this.units = await listUnits()
      const unitId = chosen === '' ? firstUnit(this.units) : chosen
      const list: TemplateList = unitId === '' ? nothingYet : await listTemplates(unitId)
      return { unitId, ...list }
    },
    args: () => [this.#view.get('unit')] as const,
  })

  constructor() {
    super()
    session.use(this)
    new LiveController(this, ['templateCopies', 'units', 'levels'], () => void this.#list.run())
  }

  override render() {
    const { common, shell, templates } = words()
    return html`
      <page-header heading=${shell.pages.templates}>
        <span slot="actions" class="row">${this.#list.value ? this.#zips(this.#list.value) : nothing}</span>
      </page-header>
      <p class="muted">${templates.intro}</p>
      ${this.#list.render({
        pending: () =>
          this.#list.value ? this.#lists(this.#list.value) : html`<p class="muted">${common.loading}</p>`,
        error: (error) =>
          html`<error-panel .error=${error} retryable @retried=${() => this.#list.run()}></error-panel>`,
        complete: (list) => this.#lists(list),
      })}
    `
  }

  #zips({ unitId, mayChange }: TemplateList & { unitId: string }) {
    const { zip } = words().templates
    if (unitId === '') return nothing
    return html`
      <a class="button" href=${templatesZipPath(unitId, null)} download>${icon('download')} ${zip.export}</a>
      ${
        mayChange
          ? html`<button class="button" @click=${() => (this.isImporting = true)}>
              ${icon('upload')} ${zip.import}
            </button>`
          : nothing
      }
      ${
        this.isImporting
          ? html`<templates-zip unitId=${unitId} @form-closed=${() => (this.isImporting = false)}></templates-zip>`
          : nothing
      }
    `
  }

  #lists(list: TemplateList & { unitId: string }) {
    const { papers, templates } = words()
    const groups = [...new Set(list.kinds.map(({ group }) => group))]
    return html`
      <div class="field unit">
        <span class="label" id="unit-label">${templates.unit}</span>
        <combo-field
          label=${templates.unit}
          .choices=${unitChoices(this.units)}
          .value=${list.unitId}
          @value-changed=${({ detail }: CustomEvent<string | null>) => this.#view.set({ unit: detail ?? '' })}
        ></combo-field>
      </div>
      ${list.mayChange ? nothing : html`<p class="notice blue">${icon('info')} ${templates.readOnly}</p>`}
      ${list.unitId === '' ? nothing : html`<unit-logo unitId=${list.unitId}></unit-logo>`}
      ${groups.map(
        (group) =>
          html`<section aria-labelledby=${group}>
            <h2 id=${group}>${papers.groups[group]}</h2>
            <ul>
              ${list.kinds.filter((kind) => kind.group === group).map((kind) => this.#line(kind, list))}
            </ul>
          </section>`,
      )}
    `
  }

  #line({ kind, titles, copies, from }: Kind, { unitId, levels }: TemplateList & { unitId: string }) {
    const { templates } = words()
    const hasGeneral = copies.some(({ levelId, inForce }) => levelId === null && inForce !== null)
    const nameOf = (id: string | null) => {
      const level = levels.find((each) => each.id === id)
      return (language() === 'en' ? level?.nameEnglish : '') || level?.name || templates.allLevels
    }
    const addressOf = (levelId: string | null) =>
      `/templates/${kind}?unit=${unitId}${levelId === null ? '' : `&level=${levelId}`}`
    const faultOf = ({ levelId, faults }: CopyOfTemplate) => {
      if (!faults) return nothing
      const file = faults.file.split('/').at(-1) ?? ''
      return html`<a href=${`${addressOf(levelId)}&file=${file}&line=${faults.line}&pane=edit`}
        >${badge('red', 'circle-alert', templates.faultCount(faults.count))}</a
      >`
    }
    return html`<li>
      <a href=${addressOf(null)}>${titles[language()]}</a>
      <span class="badges">
        ${
          hasGeneral
            ? nothing
            : from
              ? badge('blue', 'layers', templates.fromUnit(from.unitName))
              : badge('slate', 'circle-dashed', templates.shipped)
        }
        ${copies.map(
          (copy) =>
            html`${
              copy.levelId === null
                ? copyBadges(copy, templates.own(copy.inForce ?? copy.lastNumber))
                : html`<a href=${addressOf(copy.levelId)}
                    >${copyBadges(copy, templates.ownFor(nameOf(copy.levelId), copy.inForce ?? copy.lastNumber))}</a
                  >`
            }
            ${faultOf(copy)}`,
        )}
      </span>
    </li>`
  }
}

const copyBadges = ({ inForce, isDraft, isShippedNewer }: CopyOfTemplate, word: string) => {
  const { templates } = words()
  return html`
    ${inForce === null ? badge('amber', 'pencil', templates.onlyDraft) : badge('green', 'circle-check', word)}
    ${inForce !== null && isDraft ? badge('amber', 'pencil', templates.draft) : nothing}
    ${isShippedNewer ? badge('violet', 'sparkles', templates.newer) : nothing}
  `
}
