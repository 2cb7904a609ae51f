import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Conflict, ConflictRule } from '../../server/conflicts/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { severityLooks } from '../parts/state-badge.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { acceptableOf, byRule } from './acceptable.ts'
import './conflict-list.ts'

/**
 * Conflicts by their rule, each group folded away, with one act to accept all of it: `<conflict-groups .loaded
 * .conflicts>`. Tells what `<conflict-list>` tells.
 */
@customElement('conflict-groups')
export class ConflictGroups extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) conflicts: readonly Conflict[] = []
  @state() private opened: ReadonlySet<ConflictRule> = new Set()
  @state() private accepting: readonly Conflict[] | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        justify-items: start;
        gap: var(--space-half);
        padding: var(--space-2);
        border-block-end: 1px solid var(--line);
      }
      h3 {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-half);
      }
      h3 > .icon {
        color: var(--hue);
      }
      details {
        inline-size: 100%;
      }
      summary {
        min-block-size: 24px;
        font-size: var(--size-dense);
        color: var(--blue);
        cursor: pointer;
      }
      conflict-list {
        margin-inline: calc(-1 * var(--space-2));
        border-block-start: 1px solid var(--line);
      }
    `,
  ]

  /** The form is fetched when it is wanted: the road must be small. */
  protected override updated(): void {
    if (this.accepting) void import('./accept-many-dialog.ts')
  }

  override render() {
    return html`
      ${repeat(
        byRule(this.conflicts),
        ([rule]) => rule,
        ([rule, conflicts]) => this.#group(rule, conflicts),
      )}
      ${
        this.accepting === null
          ? nothing
          : html`<accept-many-dialog
              .loaded=${this.loaded}
              .conflicts=${this.accepting}
              @form-closed=${() => (this.accepting = null)}
            ></accept-many-dialog>`
      }
    `
  }

  #group(rule: ConflictRule, conflicts: readonly Conflict[]) {
    const { conflicts: text, many } = words()
    const look = severityLooks[conflicts[0]?.severity ?? 'doubtful']
    const acceptable = acceptableOf(this.loaded, conflicts)
    return html`
      <section aria-label=${text.rules[rule]}>
        <h3 class=${look.hue}>
          ${icon(look.icon)} ${text.rules[rule]} <span class="badge ${look.hue}">${conflicts.length}</span>
        </h3>
        ${
          acceptable.length < 2
            ? nothing
            : html`<button class="button small" @click=${() => (this.accepting = acceptable)}>
                ${icon('check-check')} ${many.accept.group(acceptable.length)}
              </button>`
        }
        <details
          ?open=${this.opened.has(rule)}
          @toggle=${({ target }: Event) => this.#toggle(rule, (target as HTMLDetailsElement).open)}
        >
          <summary>${many.accept.show(conflicts.length)}</summary>
          ${
            this.opened.has(rule)
              ? html`<conflict-list .loaded=${this.loaded} .conflicts=${conflicts}></conflict-list>`
              : nothing
          }
        </details>
      </section>
    `
  }

  #toggle(rule: ConflictRule, isOpen: boolean): void {
    this.opened = new Set([...this.opened].filter((each) => each !== rule).concat(isOpen ? rule : []))
  }
}
