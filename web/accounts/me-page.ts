import { css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { ApiError } from '../api/request.ts'
import { changeLanguage, changePassword } from '../api/session.ts'
import { PageElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone, tellError } from '../parts/toast-stack.ts'
import { navigate } from '../router.ts'
import { leaveSession, session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, setLanguage, words, type Language } from '../words/words.ts'
import { grantWords } from './format.ts'
import { passwordFault, passwordField } from './password-field.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'

/** What one can change oneself: language and password; and which roles one has. */
@customElement('me-page')
export class MePage extends PageElement {
  static override styles = [
    ...controls,
    css`
      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        gap: var(--space-2);
        align-items: start;
        max-inline-size: 64rem;
      }
      .card {
        display: flex;
        flex-direction: column;
        gap: var(--space-2);
        padding: 1.25rem;
      }
      li + li {
        margin-block-start: var(--space);
      }
    `,
  ]

  /** What is typed is shown: nobody needs to type it twice. */
  @state() private isShown = false
  readonly #form = new Form(this, { currentPassword: '', newPassword: '' })

  constructor() {
    super()
    session.use(this)
  }

  async #speak(event: Event): Promise<void> {
    const wanted = (event.target as HTMLSelectElement).value as Language
    await setLanguage(wanted)
    const url = new URL(location.href)
    url.searchParams.delete('lang')
    history.replaceState(history.state, '', url)
    try {
      await changeLanguage({ language: wanted })
      tellDone(words().common.saved)
    } catch (error) {
      tellError(error)
    }
  }

  async #changePassword(event: Event): Promise<void> {
    event.preventDefault()
    const { currentPassword, newPassword } = this.#form.values
    const isComplete = this.#form.refuse({
      ...(currentPassword === '' ? { currentPassword: words().errors.rules.required } : {}),
      ...passwordFault(newPassword, 'newPassword'),
    })
    if (!isComplete) return
    if (!(await this.#form.submit(changePassword))) return this.#markWrongPassword()
    this.#form.begin({ currentPassword: '', newPassword: '' })
    tellDone(words().accounts.me.passwordChanged)
  }

  /** Here the name is known: only the password can be wrong. */
  #markWrongPassword(): void {
    const { error } = this.#form
    if (!(error instanceof ApiError) || error.code !== 'wrong-password') return
    this.#form.error = null
    this.#form.refuse({ currentPassword: words().accounts.rules.passwordWrong })
  }

  async #signOut(): Promise<void> {
    if (!(await navigate('/sign-in'))) return
    await leaveSession()
  }

  override render() {
    const { me } = words().accounts
    const { account } = session.get()
    return html`<page-header heading=${me.heading}>
        <button class="button" slot="actions" @click=${this.#signOut}>${icon('log-out')} ${me.signOut}</button>
      </page-header>
      <div class="parts">
        <div class="stack">
          <section class="card">
            <div>
              <h2>${account?.name}</h2>
              <p class="muted">${account?.login}</p>
            </div>
            ${this.#rolesTemplate()}
          </section>
          <section class="card">${this.#languageTemplate()}</section>
        </div>
        <section class="card">${this.#passwordTemplate()}</section>
      </div>`
  }

  #rolesTemplate() {
    const { me } = words().accounts
    const { grants } = session.get()
    if (grants.length === 0) return html`<p class="notice amber">${icon('info')}${me.noRoles}</p>`
    return html`<div class="stack">
      <h3>${me.roles}</h3>
      <ul>
        ${grants.map(
          (grant) =>
            html`<li>
              ${grantWords(grant)}<br /><span class="muted small">${words().terms.rolesExplained[grant.role]}</span>
            </li>`,
        )}
      </ul>
    </div>`
  }

  #languageTemplate() {
    const { me } = words().accounts
    const { languages } = words().shell
    return html`<div class="field">
      <label for="language">${me.language}</label>
      <select class="input" id="language" aria-describedby="language-note" @change=${this.#speak}>
        <option value="vi" ?selected=${language() === 'vi'}>${languages.vi}</option>
        <option value="en" ?selected=${language() === 'en'}>${languages.en}</option>
      </select>
      <p class="help" id="language-note">${me.languageHelp}</p>
    </div>`
  }

  #passwordTemplate() {
    const { me, fields } = words().accounts
    const form = this.#form
    return html`<h2>${me.password}</h2>
      <form class="form" novalidate @submit=${this.#changePassword}>
        <error-panel .error=${form.error}></error-panel>
        <input
          class="visually-hidden"
          tabindex="-1"
          aria-hidden="true"
          autocomplete="username"
          .value=${session.get().account?.login ?? ''}
          readonly
        />
        ${textField(form, 'currentPassword', { label: fields.currentPassword, type: this.isShown ? 'text' : 'password', autocomplete: 'current-password' })}
        ${passwordField(form, 'newPassword', fields.newPassword, this.isShown)}
        <label class="check">
          <input type="checkbox" .checked=${this.isShown} @change=${() => (this.isShown = !this.isShown)} />
          <span>${me.showPassword}</span>
        </label>
        <p class="help">${me.passwordHelp}</p>
        <div class="form-actions">
          <button class="button primary" aria-busy=${form.isSending}>${me.changePassword}</button>
        </div>
      </form>`
  }
}
