import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { signIn } from '../api/session.ts'
import { PageElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { navigate } from '../router.ts'
import { hasEnded, refreshSession, session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { setLanguage, words } from '../words/words.ts'
import { doorStyles, door } from './door.ts'
import '../parts/error-panel.ts'

/** Name and password; afterwards back to the page that was asked for. */
@customElement('sign-in-page')
export class SignInPage extends PageElement {
  static override styles = [...controls, ...doorStyles]

  readonly #form = new Form(this, { login: '', password: '' })

  constructor() {
    super()
    session.use(this)
  }

  /** The page that was asked for; only one of this site. */
  get #returnPath(): string | null {
    const wanted = new URLSearchParams(location.search).get('return')
    return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : null
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault()
    const { login, password } = this.#form.values
    const { required } = words().errors.rules
    const isComplete = this.#form.refuse({
      ...(login.trim() === '' ? { login: required } : {}),
      ...(password === '' ? { password: required } : {}),
    })
    if (!isComplete || !(await this.#form.submit(() => signIn({ login: login.trim(), password })))) return
    const target = this.#returnPath ?? '/'
    const { account } = await refreshSession()
    const isNamed = new URLSearchParams(location.search).has('lang')
    if (account && !isNamed) await setLanguage(account.language)
    await navigate(target, { replace: true })
  }

  override render() {
    const { signIn: text, fields } = words().accounts
    const form = this.#form
    return door(html`
      <h1>${text.heading}</h1>
      ${this.#returnPath === null || !hasEnded() ? html`<p class="muted">${text.motto}</p>` : html`<p class="notice blue">${icon('info')}${text.again}</p>`}
      ${session.get().hasAdministrator ? nothing : html`<p class="notice amber">${icon('info')}${text.noAdministrator}</p>`}
      <form class="form" novalidate @submit=${this.#submit}>
        <error-panel .error=${form.error}></error-panel>
        ${textField(form, 'login', { label: fields.login, autocomplete: 'username', maxLength: 120 })}
        ${textField(form, 'password', { label: fields.password, type: 'password', autocomplete: 'current-password' })}
        <button class="button primary" aria-busy=${form.isSending}>${icon('log-in')} ${text.submit}</button>
      </form>
      <p class="muted small">${text.forgot}</p>
    `)
  }
}
