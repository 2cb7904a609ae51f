import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { readAssignments } from '../../server/assignments/rules.ts'
import type { AssignmentRule, Clause, Target } from '../../server/assignments/schema.ts'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import { changeAssignment } from '../api/assignments.ts'
import { ApiError } from '../api/request.ts'
import type { Choice } from '../parts/combo-field.ts'
import { WordsElement } from '../parts/element.ts'
import { multiComboField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { clausesWord, peopleIn, roleName, seatsOf, usualWord, type Attendance, type Person } from './people.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import './clauses-field.ts'

interface Fields {
  how: 'usual' | 'rule'
  clauses: readonly Clause[]
  added: readonly string[]
  out: readonly string[]
}

/**
 * Who comes to a session or has a role: `<assignment-dialog .congressId .attendance .target=${{ sessionId, role }}>`.
 * Tells `assignment-saved` and `form-closed`.
 */
@customElement('assignment-dialog')
export class AssignmentDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) attendance!: Attendance
  @property({ attribute: false }) target!: Target
  readonly #form = new Form<Fields>(this, {} as Fields)
  /** What stood when the form began: what is saved is the difference. */
  #seen!: Attendance
  /** Of the rule over which it is written; 0 = there was none. */
  #version = 0

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    this.#begin()
  }

  #begin(): void {
    this.#seen = this.attendance
    const { assigned, people } = this.#seen
    const known = new Set(people.map(({ id }) => id))
    const hands = [...assigned.exceptionsOf(this.target)].filter(([id]) => known.has(id))
    const rule = assigned.ruleOf(this.target)
    this.#version = rule?.version ?? 0
    this.#form.begin({
      how: rule === undefined && this.#isUsual ? 'usual' : 'rule',
      clauses: rule?.clauses ?? [],
      added: hands.flatMap(([id, isIn]) => (isIn ? [id] : [])),
      out: hands.flatMap(([id, isIn]) => (isIn ? [] : [id])),
    })
  }

  get #session(): ProgrammeView['sessions'][number] | undefined {
    return this.#seen.programme.sessions.find(({ id }) => id === this.target.sessionId)
  }

  /** Of a session somebody comes without a rule, of a role nobody has it. */
  get #isUsual(): boolean {
    return this.target.role === ''
  }

  get #clauses(): readonly Clause[] | null {
    const { how, clauses } = this.#form.values
    return how === 'usual' ? null : clauses
  }

  /** As it will be once it is saved. */
  get #draft(): Attendance {
    const { board } = this.#seen
    const { target } = this
    const isOther = (each: Target) => each.sessionId !== target.sessionId || each.role !== target.role
    const clauses = this.#clauses
    const { added, out } = this.#form.values
    const hands = [
      ...added.map((delegateId) => ({ ...target, delegateId, isIn: true })),
      ...out.map((delegateId) => ({ ...target, delegateId, isIn: false })),
    ]
    const hasRule = clauses !== null && (this.#isUsual || clauses.length > 0)
    const drafted = {
      ...board,
      rules: [...board.rules.filter(isOther), ...(hasRule ? [{ ...target, clauses: [...clauses], version: 1 }] : [])],
      exceptions: [...board.exceptions.filter(isOther), ...hands],
    }
    return { ...this.#seen, board: drafted, assigned: readAssignments(drafted) }
  }

  override render() {
    const { common } = words()
    const form = this.#form
    const { how, clauses } = form.values
    const draft = this.#draft
    return html`<modal-dialog
      wide
      heading=${this.#heading()}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="assignment" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${this.#isUsual ? this.#how() : nothing}
        ${
          how === 'usual'
            ? nothing
            : html`<clauses-field
                .clauses=${clauses}
                .list=${draft.list}
                .roles=${this.#isUsual ? draft.board.roles : []}
                .discussions=${draft.board.discussions}
                @clauses-changed=${({ detail }: CustomEvent<readonly Clause[]>) => form.set('clauses', detail)}
              ></clauses-field>`
        }
        ${this.#hands(draft)} ${this.#count(draft)}
        <error-panel
          .error=${form.error}
          .compared=${this.#compared()}
          @mine-kept=${() => this.#keepMine()}
          @theirs-taken=${() => this.#leave()}
        ></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="assignment" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  #heading(): string {
    const { dialog } = words().assignments
    const session = this.#session
    const title = session ? translated(session.title) : ''
    if (this.#isUsual) return dialog.who(title)
    const role = roleName(this.#seen.board.roles, this.target.role)
    return session ? dialog.roleIn(role, title) : role
  }

  #how() {
    const { dialog } = words().assignments
    return radioField(this.#form, 'how', {
      label: dialog.how,
      choices: [
        { value: 'usual', label: dialog.usual(usualWord(this.#session?.kind ?? 'official')) },
        { value: 'rule', label: dialog.byRule, help: dialog.byRuleHelp },
      ],
    })
  }

  #hands({ assigned, people }: Attendance) {
    const { dialog } = words().assignments
    const { added, out } = this.#form.values
    const fits = assigned.isByRule(this.target, this.#session?.kind)
    const isThere = ({ standing }: Person) => standing !== 'withdrawn'
    const without = people.filter((person) => added.includes(person.id) || (isThere(person) && !fits(person)))
    const within = people.filter((person) => out.includes(person.id) || (isThere(person) && fits(person)))
    return html`
      ${multiComboField(this.#form, 'added', {
        ...{ label: dialog.add, help: dialog.addHelp, isOptional: true, choices: without.map(choiceOf) },
      })}
      ${
        within.length === 0
          ? nothing
          : multiComboField(this.#form, 'out', {
              ...{ label: dialog.takeOut, help: dialog.takeOutHelp, isOptional: true, choices: within.map(choiceOf) },
            })
      }
    `
  }

  #count(draft: Attendance) {
    const { dialog } = words().assignments
    const session = this.#session
    const { length: count } = peopleIn(draft, this.target, session?.kind)
    const seats = session ? seatsOf(session, draft.programme) : null
    const isOver = seats !== null && count > seats && this.#isUsual
    const bare = this.#isUsual ? this.#roleHolders(draft) : 0
    return html`<p aria-live="polite">
      ${
        isOver
          ? html`<span class="badge red">${icon('triangle-alert')} ${dialog.overSeats(count, seats)}</span>`
          : html`<strong>${dialog.now(count)}</strong>`
      }
      ${bare === 0 ? nothing : html`<span class="small muted">${dialog.withRole(bare)}</span>`}
    </p>`
  }

  #roleHolders({ people, assigned }: Attendance): number {
    return people.filter(
      (person) => person.standing === 'listed' && assigned.rolesOf(person, this.target.sessionId).length > 0,
    ).length
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { dialog, saved } = words().assignments
    const form = this.#form
    const clauses = this.#clauses
    const isMissing = clauses?.some(
      ({ by, value }) => value === '' && !['everybody', 'honoured', 'present'].includes(by),
    )
    if (isMissing && !form.refuse({ clauses: dialog.valueMissing })) return
    const { assigned } = this.#seen
    const standing = assigned.ruleOf(this.target)
    const rule = this.#isUsual || (clauses?.length ?? 0) > 0 ? clauses : null
    const isOther = JSON.stringify(rule) !== JSON.stringify(standing?.clauses ?? null)
    const isSaved = await form.submit(() =>
      changeAssignment(this.congressId, {
        ...this.target,
        ...(isOther ? { clauses: rule === null ? null : [...rule] } : {}),
        version: this.#version,
        people: this.#changedPeople(),
      }),
    )
    if (!isSaved) return
    tellDone(saved)
    this.#leave()
  }

  #leave(): void {
    this.tell('assignment-saved')
    this.tell('form-closed')
  }

  /** The rule as another wrote it meanwhile; null = there is none any more. */
  get #theirs(): AssignmentRule | null {
    const { error } = this.#form
    return error instanceof ApiError ? ((error.current ?? null) as AssignmentRule | null) : null
  }

  #compared() {
    const { dialog, usual } = words().assignments
    const word = (clauses: readonly Clause[] | undefined) =>
      clauses === undefined ? usual.everybody : clausesWord(clauses, this.#seen)
    return [{ label: dialog.rule, mine: word(this.#clauses ?? undefined), theirs: word(this.#theirs?.clauses) }]
  }

  #keepMine(): void {
    this.#version = this.#theirs?.version ?? 0
    void this.#save(new SubmitEvent('submit'))
  }

  /** Whom the hand decided anew; whoever is left to the rule again is as the rule says. */
  #changedPeople(): { delegateId: string; isIn: boolean }[] {
    const before = this.#seen.assigned.exceptionsOf(this.target)
    const { added, out } = this.#form.values
    const now = new Map([...added.map((id) => [id, true] as const), ...out.map((id) => [id, false] as const)])
    const fits = this.#draft.assigned.isByRule(this.target, this.#session?.kind)
    return this.#seen.people.flatMap((person) => {
      const { id } = person
      if (before.get(id) === now.get(id)) return []
      return [{ delegateId: id, isIn: now.get(id) ?? fits(person) }]
    })
  }
}

const choiceOf = ({ id, name, delegation, post }: Person): Choice => ({
  value: id,
  label: name,
  detail: [delegation, post].filter(Boolean).join(' · '),
})

declare global {
  interface HTMLElementTagNameMap {
    'assignment-dialog': AssignmentDialog
  }
}
