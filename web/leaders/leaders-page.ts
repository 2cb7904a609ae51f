import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { formatShortDate } from '../../server/format/dates.ts'
import { leaderRanks, type NewPost, type Post } from '../../server/people/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { changePost, createPost, deletePost, listPosts } from '../api/people.ts'
import { listUnits } from '../api/units.ts'
import { comboField, selectField, textField } from '../parts/field.ts'
import { phoneField, phoneLinks } from '../parts/phone.ts'
import { RecordPage } from '../records/record-page.ts'
import { may } from '../session.ts'
import { icon } from '../style/icons.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { language, translated, words } from '../words/words.ts'
import '../parts/date-field.ts'

type Holder = NewPost['holders'][number]
const emptyPost: NewPost = { unitId: '', name: '', phone: '', rank: null, holders: [] }

/** /leaders — the posts of the upper level that attend congresses, and who holds them from when to when. */
@customElement('leaders-page')
export class LeadersPage extends RecordPage<Post, NewPost> {
  #units: Unit[] = []

  constructor() {
    super(['posts', 'postHolders', 'people'], emptyPost)
  }

  protected text = () => words().records.leaders
  protected async list(): Promise<Post[]> {
    const [units, posts] = await Promise.all([listUnits(), listPosts()])
    this.#units = units
    return posts
  }
  protected create = (values: NewPost) => createPost(values)
  protected change = (id: string, values: NewPost, version: number) => changePost(id, { ...values, version })
  protected deleteRecord = deletePost
  protected nameOf = ({ name }: Post) => translated(name)
  protected mayChange = () => may('organizer')
  protected mayAdd = () => may('organizer') && this.#units.length > 0

  protected columns() {
    const { leaders } = words().records
    const { fields } = leaders
    const write = (date: string | null) => (date === null ? '' : formatShortDate(date, language()))
    const holderText = ({ personName, from, to }: Holder) =>
      from === null && to === null ? personName : `${personName} (${write(from)}–${write(to) || leaders.now})`
    return [
      {
        key: 'name',
        label: fields.name,
        text: ({ name }: Post) => translated(name),
        draw: ({ id, name }: Post) =>
          html`<a href=${`/leaders/${id}/week`} title=${words().leaders.week.showOf(translated(name))}
            >${translated(name)}</a
          >`,
      },
      {
        key: 'week',
        label: words().leaders.week.show,
        isNarrow: true,
        isUnsorted: true,
        text: () => '',
        draw: ({ id, name }: Post) =>
          html`<a
            class="button quiet small"
            href=${`/leaders/${id}/week`}
            aria-label=${words().leaders.week.showOf(translated(name))}
            >${icon('calendar-days')} ${words().leaders.week.show}</a
          >`,
      },
      { key: 'holders', label: fields.holders, text: ({ holders }: Post) => holders.map(holderText).join('; ') },
      {
        key: 'rank',
        label: fields.rank,
        text: ({ rank }: Post) => (rank === null ? '' : words().terms.ranks[rank]),
        order: ({ rank }: Post) => (rank === null ? leaderRanks.length : leaderRanks.indexOf(rank)),
      },
      {
        key: 'unit',
        label: fields.unitId,
        text: ({ unitId }: Post) => this.#units.find(({ id }) => id === unitId)?.name ?? '',
      },
      {
        key: 'phone',
        label: fields.phone,
        isNarrow: true,
        text: ({ phone }: Post) => phone,
        draw: ({ phone }: Post) => phoneLinks(phone),
      },
    ]
  }

  protected fieldsOf(post: Post | null): NewPost {
    if (!post) return { ...emptyPost, unitId: this.#units[0]?.id ?? '' }
    const { unitId, name, phone, rank, holders } = post
    return { unitId, name, phone, rank, holders: holders.map(({ personName, from, to }) => ({ personName, from, to })) }
  }

  protected fields() {
    const { leaders } = words().records
    const { fields } = leaders
    const { form } = this
    const { holders } = form.values
    return html`
      ${textField(form, 'name', { label: fields.name, help: fields.nameHelp, maxLength: 200 })}
      ${selectField(form, 'rank', {
        label: fields.rank,
        help: fields.rankHelp,
        emptyWord: fields.noRank,
        choices: leaderRanks.map((rank) => [rank, words().terms.ranks[rank]] as const),
      })}
      <div class="columns">
        ${comboField(form, 'unitId', {
          label: fields.unitId,
          choices: unitChoices(this.#units),
        })}
        ${phoneField(form, 'phone', fields.phone)}
      </div>
      <fieldset class="form">
        <legend class="label">${fields.holders}</legend>
        ${holders.map((holder, index) => this.#holder(holder, index))}
        <div>
          <button
            class="button small"
            type="button"
            @click=${() => form.set('holders', [...holders, { personName: '', from: null, to: null }])}
          >
            ${icon('plus')} ${leaders.addHolder}
          </button>
        </div>
      </fieldset>
    `
  }

  #holder(holder: Holder, index: number) {
    const { leaders } = words().records
    const { fields } = leaders
    const put = (change: Partial<Holder>) =>
      this.form.set(
        'holders',
        this.form.values.holders.map((each, at) => (at === index ? { ...each, ...change } : each)),
      )
    const refuse = () => this.form.block('holders', words().parts.date.wrong)
    return html`
      <div class="holder">
        <div class="field">
          <label for=${`person-${index}`}>${fields.personName}</label>
          <input
            class="input"
            id=${`person-${index}`}
            required
            maxlength="120"
            .value=${holder.personName}
            @input=${(event: Event) => put({ personName: (event.target as HTMLInputElement).value })}
          />
        </div>
        <date-field
          label=${fields.from}
          .value=${holder.from}
          @value-changed=${({ detail }: CustomEvent<string | null>) => put({ from: detail })}
          @value-unreadable=${refuse}
        ></date-field>
        <date-field
          label=${fields.to}
          .value=${holder.to}
          @value-changed=${({ detail }: CustomEvent<string | null>) => put({ to: detail })}
          @value-unreadable=${refuse}
        ></date-field>
        <button
          class="button quiet icon-only"
          type="button"
          aria-label=${leaders.removeHolder(holder.personName)}
          @click=${() =>
            this.form.set(
              'holders',
              this.form.values.holders.filter((_each, at) => at !== index),
            )}
        >
          ${icon('x')}
        </button>
      </div>
    `
  }
}
