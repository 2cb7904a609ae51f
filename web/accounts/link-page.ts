import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { Task } from '@lit/task'
import type { Link, LinkAnswer } from '../../server/accounts/schema.ts'
import { openLink, takeLink } from '../api/session.ts'
import { PageElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { navigate } from '../router.ts'
import { refreshSession } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { door, doorStyles } from './door.ts'
import { dayOf, grantWords } from './format.ts'
import { passwordField, passwordFault } from './password-field.ts'
import '../parts/error-panel.ts'
import '../parts/progress-line.ts'

/** Taking a one-time link: the first administrator, an invitation, a new password, a sign-in. */
@customElement('link-page')
export class LinkPage extends PageElement {
  static override styles = [...controls, ...doorStyles]

  readonly #form = new Form(this, { login: '', name: '', password: '' })
  readonly #link = new Task(this, {
    task: ([token]) => openLink(token),
    args: () => [this.params['token'] ?? ''] as const,
    onComplete: (link) => this.#form.begin({ login: link.login, name: link.name, password: '' }),
  })

  async #submit(event: Event, link: Link): Promise<void> {
    event.preventDefault()
    const { login, name, password } = this.#form.values
    const asked = askedFor[link.kind]
    const { required } = words().errors.rules
    const { loginForm } = words().accounts.rules
    const faults = {
      ...(asked.includes('login') && login.trim() === '' ? { login: required } : {}),
      ...(asked.includes('login') && /\s/.test(login.trim()) ? { login: loginForm } : {}),
      ...(asked.includes('name') && name.trim() === '' ? { name: required } : {}),
      ...(asked.includes('password') ? passwordFault(password) : {}),
    }
    if (!this.#form.refuse(faults)) return
    const all = { login: login.trim(), name: name.trim(), password }
    const answer: LinkAnswer = Object.fromEntries(asked.map((field) => [field, all[field]]))
    if (!(await this.#form.submit(() => takeLink(this.params['token'] ?? '', answer)))) return
    await refreshSession()
    await navigate('/', { replace: true })
  }

  override render() {
    const { link: text } = words().accounts
    return door(
      this.#link.render({
        pending: () => html`<progress-line></progress-line>`,
        error: (error) =>
          html`<h1>${text.notValid}</h1>
            <error-panel .error=${error}></error-panel>
            <a class="button" href="/sign-in">${text.toSignIn}</a>`,
        complete: (link) => this.#formTemplate(link),
      }) ?? html``,
    )
  }

  #formTemplate(link: Link) {
    const { link: text, fields } = words().accounts
    const form = this.#form
    const asked = askedFor[link.kind]
    const day = dayOf(link.expiresAt)
    return html`<h1>${text.headings[link.kind]}</h1>
      <p>${sentenceOf(link)}</p>
      <form class="form" novalidate @submit=${(event: Event) => this.#submit(event, link)}>
        <error-panel .error=${form.error}></error-panel>
        ${
          asked.includes('login')
            ? textField(form, 'login', {
                label: fields.login,
                help: fields.loginHelp,
                autocomplete: 'username',
                maxLength: 120,
              })
            : link.login === ''
              ? nothing
              : textField(form, 'login', { label: fields.login, autocomplete: 'username', isDisabled: true })
        }
        ${
          asked.includes('name')
            ? textField(form, 'name', {
                label: fields.name,
                help: fields.nameHelp,
                autocomplete: 'name',
                maxLength: 120,
              })
            : nothing
        }
        ${asked.includes('password') ? passwordField(form, 'password', fields.password) : nothing}
        <button class="button primary" aria-busy=${form.isSending}>${icon('log-in')} ${text.submits[link.kind]}</button>
      </form>
      <p class="muted small">${text.expires(day)}</p>`
  }
}

const askedFor: Record<Link['kind'], readonly (keyof LinkAnswer)[]> = {
  'first-administrator': ['login', 'name', 'password'],
  invitation: ['name', 'password'],
  'new-password': ['password'],
  'sign-in': [],
}

const sentenceOf = ({ kind, name, grants }: Link): string => {
  const { link: text } = words().accounts
  if (kind === 'first-administrator') return text.sentences[kind]
  if (kind !== 'invitation') return text.sentences[kind](name)
  return text.sentences.invitation(grants.map(grantWords).join('; '))
}
