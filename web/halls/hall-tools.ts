import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import {
  addBlock,
  addFixture,
  addTable,
  type Added,
  type NewBlock,
  type NewTable,
} from '../../server/halls/rules/edit-add.ts'
import { renumber } from '../../server/halls/rules/edit-rows.ts'
import { standClear } from '../../server/halls/rules/stand-clear.ts'
import type { Block, FixtureKind } from '../../server/halls/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { drawnWords } from '../../server/halls/rules/drawn-words.ts'
import { freeName, freeTableName, seatsOfLastTable, textOfNew } from './drawn-words.ts'
import type { HallBoard } from './hall-board.ts'
import type { HallDesk } from './hall-desk.ts'
import type { NumberingChosen } from './numbering-dialog.ts'
import { newPartId } from './part-ids.ts'
import './numbering-dialog.ts'
import './part-dialogs.ts'

/** What seats stand on or beside: it is put where it was wished. */
const lies = new Set<FixtureKind>(['aisle', 'floor', 'text'])
/** Of the kinds of fixtures those that are added by themselves. */
const added = ['stage', 'table', 'aisle', 'door', 'floor', 'obstacle', 'text'] as const satisfies readonly FixtureKind[]

/**
 * What can be added to the drawing: `<hall-tools .desk .board>`; what is new is picked, in the
 * middle of the view or, where seats would stand in others, beside it.
 */
@customElement('hall-tools')
export class HallTools extends WordsElement {
  @property({ attribute: false }) desk!: HallDesk
  @property({ attribute: false }) stamp: unknown
  /** Where it is drawn; null before it is. */
  @property({ attribute: false }) board!: () => HallBoard | null
  @state() private open: 'block' | 'table' | 'numbering' | null = null

  static override styles = [
    ...controls,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
        align-items: center;
        padding: var(--space);
        border-block-end: 1px solid var(--line);
      }
      .gap {
        flex: 1;
      }
      @media (max-width: 700px) {
        .tools {
          flex-wrap: nowrap;
          overflow-x: auto;
        }
        .tools > * {
          flex: none;
        }
      }
    `,
  ]

  /** The level that things are added to: the one that is shown, or the first. */
  get #level(): string {
    return this.desk.levelId || (this.desk.drawing?.levels[0]?.id ?? '')
  }

  get #middle(): { x: number; y: number } {
    return this.board()?.middle() ?? { x: 0, y: 0 }
  }

  protected override render(): unknown {
    const { halls } = words()
    const opens = (which: 'block' | 'table' | 'numbering', word: string) =>
      html`<button class="button small" @click=${() => (this.open = which)}>${word}</button>`
    return html`
      <div class="tools" role="group" aria-label=${halls.add}>
        <span class="muted">${halls.add}:</span>
        ${opens('block', halls.addBlock)} ${opens('table', halls.addTable)}
        ${added.map(
          (kind) =>
            html`<button class="button small" @click=${() => this.#addFixture(kind)}>${halls.fixtures[kind]}</button>`,
        )}
        <span class="gap"></span>
        <button class="button small" @click=${() => (this.open = 'numbering')}>${halls.numbering}</button>
      </div>
      ${this.#dialog()}
    `
  }

  #dialog() {
    const { drawing } = this.desk
    const close = () => (this.open = null)
    switch (this.open) {
      case 'block':
        return html`<hall-block-dialog
          .proposed=${drawing ? freeName(drawing, drawnWords.block) : ''}
          @form-closed=${close}
          @block-made=${({ detail }: CustomEvent<NewBlock>) =>
            void this.#add((drawing) =>
              standClear(drawing, addBlock(drawing, this.#level, this.#middle, detail, newPartId), detail.isStage),
            )}
        ></hall-block-dialog>`
      case 'table':
        return html`<hall-table-dialog
          .proposed=${drawing ? freeTableName(drawing) : ''}
          .seats=${drawing ? seatsOfLastTable(drawing) : 1}
          @form-closed=${close}
          @table-made=${({ detail }: CustomEvent<NewTable>) =>
            void this.#add((drawing) =>
              standClear(drawing, addTable(drawing, this.#level, this.#middle, detail, newPartId), false),
            )}
        ></hall-table-dialog>`
      case 'numbering':
        return html`<numbering-dialog
          @form-closed=${close}
          @numbering-chosen=${({ detail }: CustomEvent<NumberingChosen>) => this.#renumber(detail)}
        ></numbering-dialog>`
      case null:
        return nothing
    }
  }

  async #add(add: (drawing: NonNullable<HallDesk['drawing']>) => Added): Promise<void> {
    this.open = null
    let picked: Added['picked'] | null = null
    this.desk.do((drawing) => {
      const next = add(drawing)
      picked = next.picked
      return next.drawing
    })
    if (picked) this.desk.pick(picked)
    await this.updateComplete
    await this.board()?.showPicked()
  }

  #addFixture(kind: FixtureKind): void {
    void this.#add((drawing) => {
      const text = kind === 'door' ? freeName(drawing, drawnWords.door) : (textOfNew[kind] ?? '')
      const added = addFixture(drawing, this.#level, kind, text, this.#middle, newPartId)
      return lies.has(kind) ? added : standClear(drawing, added, false)
    })
  }

  #renumber({ numbering, isJoint }: NumberingChosen): void {
    this.open = null
    const { hall, pickedAts } = this.desk
    if (!hall) return
    const { levels } = hall.drawing
    const chosen = [...pickedAts].flatMap((at) => {
      const seat = hall.seats[at]
      return seat ? (levels[seat.level]?.blocks[seat.block]?.id ?? []) : []
    })
    // Tables have numbers of their own, and so has the stage: they are numbered anew where they are picked.
    const isPlain = ({ isStage, rows }: Block) => !isStage && rows.every(({ tableId }) => tableId === null)
    const all = levels.flatMap(({ blocks }) => blocks.filter(isPlain).map(({ id }) => id))
    const blocks = new Set(chosen.length > 0 ? chosen : all)
    this.desk.do((drawing) => renumber(drawing, blocks, numbering, isJoint))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-tools': HallTools
  }
}
