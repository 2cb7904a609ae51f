import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { holderOn } from '../../server/leaders/rules.ts'
import { capacityLines, needsRole, postToSign } from '../../server/papers/rules.ts'
import type { Capacity, PaperLife } from '../../server/papers/schema.ts'
import type { Post } from '../../server/people/schema.ts'
import { chooseSigner } from '../api/papers.ts'
import { listPosts } from '../api/people.ts'
import { WordsElement } from '../parts/element.ts'
import { comboField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Which post signs a paper, and in what capacity. Tells `paper-stepped` and `form-closed`. */
@customElement('paper-signer-dialog')
export class PaperSignerDialog extends WordsElement {
  @property() congressId = ''
  @property() kind = ''
  @property() heading = ''
  /** The day on which the holder of the post is looked for. */
  @property() day = ''
  /** Units of the congress and above it: whose posts may sign. */
  @property({ attribute: false }) unitIds: readonly string[] = []
  @property({ attribute: false }) life!: PaperLife
  @property({ type: Number }) version = 0
  @state() private posts: readonly Post[] = []
  readonly #form = new Form(this, { postId: null as string | null, capacity: 'head' as Capacity, role: '' })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ ...this.#form.values, postId: this.life.signerPostId })
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.posts = await listPosts()
    } catch (error) {
      this.#form.error = error
      this.requestUpdate()
    }
  }

  override render() {
    const { common, paperLife } = words()
    const { signer: text } = paperLife
    const form = this.#form
    const { capacity, role, postId } = form.values
    const post = this.posts.find(({ id }) => id === postId)
    const choices = this.posts
      .filter(({ unitId }) => this.unitIds.includes(unitId))
      .map((post) => ({ value: post.id, label: `${post.name} – ${holderOn(post, this.day) || text.nobody}` }))
    return html`
      <modal-dialog heading=${text.choose} ?guarded=${form.isChanged} @dialog-closed=${() => this.tell('form-closed')}>
        <form class="form" id="signer" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <p>${this.heading}</p>
          ${comboField(form, 'postId', { label: text.post, help: text.postHelp, choices })}
          ${selectField(form, 'capacity', { label: text.capacity, choices: Object.entries(text.capacities) })}
          ${needsRole(capacity) ? textField(form, 'role', { label: text.role, maxLength: 120 }) : nothing}
          <div class="field">
            <span class="label">${text.lines}</span>
            <p>
              ${capacityLines(capacity, role).map((line) => html`${line.toLocaleUpperCase('vi')}<br />`)}
              ${post ? html`${postToSign(post.name).toLocaleUpperCase('vi')}<br /><b>${holderOn(post, this.day)}</b>` : nothing}
            </p>
          </div>
          <error-panel .error=${form.error} @theirs-taken=${() => this.tell('paper-stepped')}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="signer" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { postId } = this.#form.values
    if (postId === null) {
      this.#form.refuse({ postId: words().errors.rules.required })
      return
    }
    const isSaved = await this.#form.submit(({ capacity, role }) =>
      chooseSigner(this.congressId, this.kind, {
        postId,
        capacity,
        role: needsRole(capacity) ? role : '',
        version: this.version,
      }),
    )
    if (!isSaved) return
    tellDone(words().paperLife.signer.saved)
    this.tell('paper-stepped')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-signer-dialog': PaperSignerDialog
  }
}
