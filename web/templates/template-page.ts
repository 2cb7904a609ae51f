import { html, nothing, type PropertyValues } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { forbidsPrinting, type TemplateFault } from '../../server/documents/rules/template-faults.ts'
import type { TemplateList, TemplateTexts, TemplateView } from '../../server/templates/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { LiveController } from '../api/changes.ts'
import { ApiError } from '../api/request.ts'
import * as api from '../api/templates.ts'
import { listUnits } from '../api/units.ts'
import { did } from '../did.ts'
import { askToLeave } from '../parts/ask-to-leave.ts'
import { PageElement } from '../parts/element.ts'
import { badge } from '../parts/state-badge.ts'
import { tellDone, tellNote } from '../parts/toast-stack.ts'
import { setLeaveGuard, ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { firstUnit } from './chosen-unit.ts'
import { faultList } from './fault-list.ts'
import { levelField } from './level-field.ts'
import { lineDiffStyles } from './line-diff.ts'
import { staleNotice, staleStyles, theirsOf, type Theirs } from './stale-notice.ts'
import { templatePageStyles } from './template-page-styles.ts'
import type { WordingEditor } from './wording-editor.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import './placeholder-list.ts'
import './template-preview.ts'
import './template-versions.ts'
import './wording-editor.ts'

const panes = ['edit', 'preview', 'placeholders', 'versions'] as const
type Pane = (typeof panes)[number]

/** /templates/:kind — the texts of a kind, changed for a unit beside how they will print. */
@customElement('template-page')
export class TemplatePage extends PageElement {
  readonly #view = new ViewState(this, { unit: '', level: '', file: '', line: '', pane: 'preview' })
  @state() private units: readonly Unit[] = []
  @state() private list: TemplateList | null = null
  @state() private shown: TemplateView | null = null
  @state() private texts: TemplateTexts = {}
  @state() private note = ''
  @state() private faults: readonly TemplateFault[] = []
  @state() private failure: unknown = null
  @state() private error: unknown = null
  @state() private theirs: Theirs | null = null
  @state() private isSending = false
  @query('wording-editor') private readonly editor!: WordingEditor | null
  /** What the texts were when editing began, and the version that they are of. */
  #first: TemplateTexts = {}
  #version = 0
  #shownPlace = ''
  #isGuarded = false

  static override styles = [...controls, lineDiffStyles, staleStyles, templatePageStyles]

  constructor() {
    super()
    new LiveController(this, ['templateCopies', 'templateVersions'], () => void this.#fetch())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    setLeaveGuard(null)
  }

  get #place(): api.TemplatePlace {
    const unitId = this.#view.get('unit') || firstUnit(this.units)
    return { unitId, kind: this.params['kind'] ?? '', levelId: this.#view.get('level') || null }
  }

  get #isChanged(): boolean {
    return Object.entries(this.texts).some(([file, text]) => text !== this.#first[file])
  }

  get #mayChange(): boolean {
    return this.list?.mayChange === true
  }

  protected override willUpdate(): void {
    const place = JSON.stringify([this.#view.get('unit'), this.#view.get('level'), this.params['kind']])
    if (place === this.#shownPlace) return
    this.#shownPlace = place
    this.shown = null
    this.theirs = null
    this.error = null
    void this.#fetch(true)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (this.#isChanged === this.#isGuarded) return
    this.#isGuarded = this.#isChanged
    setLeaveGuard(this.#isGuarded ? () => this.#mayLeave() : null)
  }

  #mayLeave(): Promise<boolean> {
    const isDraft = this.faults.some(forbidsPrinting)
    return askToLeave({ sentence: words().templates.leave, save: () => this.#save(isDraft), isDraft })
  }

  async #fetch(isAnew = false): Promise<void> {
    try {
      if (this.units.length === 0) this.units = await listUnits()
      const place = this.#place
      const [list, shown] = await Promise.all([api.listTemplates(place.unitId), api.findTemplate(place)])
      this.list = list
      this.failure = null
      const isFirst = this.shown === null
      if (isAnew || !this.#isChanged) this.#begin(shown)
      else if ((shown.copy?.version ?? 0) !== this.#version) this.theirs = theirsOf(shown)
      this.shown = shown
      const line = Number(this.#view.get('line'))
      if (isFirst && line > 0) await this.#goTo(this.#file, line)
    } catch (error) {
      this.failure = error
    }
  }

  #begin({ texts, copy }: TemplateView): void {
    this.texts = texts
    this.#first = texts
    this.#version = copy?.version ?? 0
    this.note = ''
    this.theirs = null
    this.error = null
  }

  get #file(): string {
    const files = Object.keys(this.texts)
    const wanted = this.#view.get('file')
    const first = ['text.vi.md', 'look.yaml'].find((name) => files.includes(name))
    return files.includes(wanted) ? wanted : (first ?? files[0] ?? '')
  }

  /** The edition that the text which is open belongs to. */
  get #printed(): 'vi' | 'en' {
    if (this.#file === 'text.en.md') return 'en'
    return this.#file === 'text.vi.md' || this.shown?.languages.includes('en') !== true ? 'vi' : language()
  }

  override render() {
    const { common, shell } = words()
    const { shown } = this
    const crumbs = [[`/templates?unit=${this.#place.unitId}`, shell.pages.templates]] as const
    if (!shown) {
      return html`<page-header heading=${shell.pages.template} .crumbs=${crumbs}></page-header> ${
          this.failure === null
            ? html`<p class="muted">${common.loading}</p>`
            : html`<error-panel .error=${this.failure} retryable @retried=${() => this.#fetch(true)}></error-panel>`
        }`
    }
    const pane = this.#view.get('pane') as Pane
    return html`
      <page-header heading=${shown.titles[language()]} .crumbs=${crumbs}>
        <span slot="beside" class="row">${this.#badges(shown)}</span>
        <span slot="actions" class="row place"
          >${levelField(this.list?.levels ?? [], this.#view.get('level'), (select) => void this.#chooseLevel(select))}
          ${this.#actions(shown)}</span
        >
      </page-header>
      ${this.#notes(shown)} ${this.theirs ? this.#stale(this.theirs) : nothing}
      <error-panel .error=${this.error}></error-panel>
      <div class="main" @keydown=${this.#saveByKey}>
        <div class="side ${pane === 'edit' ? '' : 'away'}">${this.#editor()}</div>
        <div class="side ${pane === 'edit' ? 'away' : ''}">
          ${this.#panes(pane)} ${this.#pane(pane, shown)}
          <template-preview
            ?hidden=${pane === 'placeholders' || pane === 'versions'}
            .place=${this.#place}
            .view=${shown}
            .texts=${this.texts}
            printed=${this.#printed}
            @faults-found=${({ detail }: CustomEvent<readonly TemplateFault[]>) => (this.faults = detail)}
          ></template-preview>
        </div>
      </div>
    `
  }

  #badges({ copy }: TemplateView) {
    const { templates } = words()
    const unit = this.units.find(({ id }) => id === this.#place.unitId)?.name ?? ''
    if (!copy) return html`<span>${unit}</span> ${badge('slate', 'circle-dashed', templates.shipped)}`
    return html`
      <span>${unit}</span>
      ${copy.inForce === null ? badge('amber', 'pencil', templates.onlyDraft) : badge('green', 'circle-check', templates.own(copy.inForce))}
      ${copy.inForce !== null && copy.isDraft ? badge('amber', 'pencil', templates.draft) : nothing}
    `
  }

  #actions({ copy }: TemplateView) {
    if (!copy || !this.#mayChange) return nothing
    return html`<button class="button" @click=${() => void this.#remove(copy.version)}>
      ${icon('trash-2')} ${words().templates.remove}
    </button>`
  }

  async #chooseLevel(select: HTMLSelectElement): Promise<void> {
    if (this.#isChanged && !(await this.#mayLeave())) {
      select.value = this.#view.get('level')
      return
    }
    this.#view.set({ level: select.value })
  }

  #notes({ copy, from }: TemplateView) {
    const { templates } = words()
    const note = (hue: string, text: string) => html`<p class="notice ${hue}">${icon('info')} ${text}</p>`
    if (this.list && !this.#mayChange) return note('blue', templates.readOnly)
    if (!copy) return note('blue', from ? templates.inherited(from.unitName) : templates.noCopy)
    if (copy.isDraft) return note('amber', templates.draftShown(copy.inForce))
    return copy.isShippedNewer ? note('violet', templates.newerHelp) : nothing
  }

  #panes(shown: Pane) {
    const { templates } = words()
    return html`<div class="segments panes" role="group" aria-label=${templates.paneLabel}>
      ${panes.map(
        (pane) =>
          html`<button data-pane=${pane} aria-pressed=${pane === shown} @click=${() => this.#view.set({ pane })}>
            ${templates.panes[pane]}
          </button>`,
      )}
    </div>`
  }

  #pane(pane: Pane, shown: TemplateView) {
    if (pane === 'placeholders') {
      return html`<placeholder-list
        .all=${shown.placeholders}
        ?readonly=${!this.#mayChange}
        @placeholder-chosen=${({ detail }: CustomEvent<string>) => void this.#insert(detail)}
      ></placeholder-list>`
    }
    if (pane === 'versions') {
      return html`<template-versions
        .place=${this.#place}
        .view=${shown}
        .texts=${this.texts}
        ?readonly=${!this.#mayChange}
        @version-restored=${({ detail }: CustomEvent<number>) => void this.#restore(detail)}
      ></template-versions>`
    }
    return nothing
  }

  #editor() {
    const { templates } = words()
    const file = this.#file
    const here = this.faults.filter((fault) => fault.file.endsWith(`/${file}`))
    const unknown = here.filter(({ code }) => code === 'unknown-placeholder').map(({ subject }) => subject)
    return html`
      <div class="segments" role="group" aria-label=${templates.file}>
        ${Object.keys(templates.files)
          .filter((name) => name in this.texts)
          .map(
            (name) =>
              html`<button aria-pressed=${name === file} @click=${() => this.#view.set({ file: name })}>
                ${templates.files[name]}
              </button>`,
          )}
      </div>
      <wording-editor
        label=${templates.text(templates.files[file] ?? file)}
        .text=${this.texts[file] ?? ''}
        .faulty=${new Set(here.map(({ line }) => line))}
        .unknown=${new Set(unknown)}
        ?readonly=${!this.#mayChange}
        @text-changed=${({ detail }: CustomEvent<string>) => (this.texts = { ...this.texts, [file]: detail })}
      ></wording-editor>
      ${faultList(this.faults, (name, line) => void this.#goTo(name, line))}
      ${this.#mayChange ? this.#saving() : nothing}
    `
  }

  #saving() {
    const { templates } = words()
    const isFaulty = this.faults.some(forbidsPrinting)
    return html`<div class="saving">
      <label class="field">
        <span class="label">${templates.note}</span>
        <input
          class="input"
          maxlength="500"
          placeholder=${templates.noteHint}
          .value=${this.note}
          @input=${(event: Event) => (this.note = (event.target as HTMLInputElement).value)}
        />
      </label>
      <button
        class="button"
        ?disabled=${this.isSending || !this.#isChanged}
        title=${isFaulty ? templates.faults.blocks : ''}
        @click=${() => void this.#save(true)}
      >
        ${templates.saveDraft}
      </button>
      <button
        class="button primary"
        ?disabled=${this.isSending || !(this.#isChanged || this.shown?.copy?.isDraft === true)}
        @click=${() => void this.#save(false)}
      >
        ${templates.save}
      </button>
    </div>`
  }

  #stale(theirs: Theirs) {
    const mine = { file: this.#file, text: this.texts[this.#file] ?? '' }
    const keep = { mine: this.#keepMine, theirs: () => void this.#fetch(true) }
    return staleNotice(theirs, mine, keep)
  }

  #saveByKey(event: KeyboardEvent): void {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || !this.#mayChange) return
    event.preventDefault()
    if (this.#isChanged) void this.#save(false)
  }

  /** Answers whether it was saved. */
  async #save(isDraft: boolean): Promise<boolean> {
    if (this.isSending) return false
    this.isSending = true
    this.error = null
    let isSaved = false
    const { texts, note } = this
    try {
      await api.saveTemplate(this.#place, { texts, note, isDraft, version: this.#version })
      isSaved = true
      const { templates } = words()
      tellDone(isDraft ? templates.drafted : templates.saved)
      await this.#fetch(true)
    } catch (error) {
      this.#refused(error)
    }
    this.isSending = false
    return isSaved
  }

  /** What was typed stays; faults are marked where they are, and what another saved stands beside it. */
  #refused(error: unknown): void {
    if (error instanceof ApiError && error.code === 'stale') {
      const current = error.current as Omit<Theirs, 'isRefused'> | null
      this.theirs = { ...(current ?? { texts: null, number: 0, accountName: '', version: 0 }), isRefused: true }
      return
    }
    this.error = error
    if (!(error instanceof ApiError) || error.code !== 'template-faulty') return
    this.faults = (error.details as { faults: TemplateFault[] }).faults
  }

  readonly #keepMine = (): void => {
    this.#version = this.theirs?.version ?? 0
    const isRefused = this.theirs?.isRefused === true
    this.theirs = null
    if (isRefused) void this.#save(false)
  }

  async #restore(number: number): Promise<void> {
    if (this.#isChanged && !(await this.#mayLeave())) return
    const { versions } = words().templates
    const work = api.restoreTemplate(this.#place, { number, version: this.#version }).then(() => true)
    if (!(await did(work, versions.restored(number)))) return
    await this.#fetch(true)
    if (this.shown?.copy?.isDraft === true) tellNote(versions.restoredDraft)
  }

  async #remove(version: number): Promise<void> {
    if (this.#isChanged && !(await this.#mayLeave())) return
    const work = api.removeTemplate(this.#place, version).then(() => true)
    if (await did(work, words().templates.removed)) await this.#fetch(true)
  }

  async #insert(name: string): Promise<void> {
    if (matchMedia('(max-width: 900px)').matches) this.#view.set({ pane: 'edit' })
    await this.updateComplete
    this.editor?.insert(`{{${name}}}`)
  }

  async #goTo(file: string, line: number): Promise<void> {
    this.#view.set({ file })
    await this.updateComplete
    await this.editor?.updateComplete
    this.editor?.goTo(line)
  }
}
