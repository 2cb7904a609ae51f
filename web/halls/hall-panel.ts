import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { addRowBehind, curveRows } from '../../server/halls/rules/edit-rows.ts'
import {
  alignments,
  alignParts,
  changeBlock,
  changeFixture,
  changeSeats,
  giveBlockTo,
  mirrorParts,
  moveToLevel,
  nameRow,
  spreadParts,
  turnParts,
} from '../../server/halls/rules/edit.ts'
import type { IndexedHall, IndexedSeat } from '../../server/halls/rules/indexed.ts'
import { asPolygon } from '../../server/halls/rules/shape.ts'
import { fixtureKinds, outlines, seatUses, stageParts, type Block, type Fixture } from '../../server/halls/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { cornerFields } from './corner-fields.ts'
import type { HallDesk } from './hall-desk.ts'
import { choiceInput, numberInput, shared, textInput, tickInput } from './panel-inputs.ts'
import { newPartId } from './part-ids.ts'
import { toolSign, type ToolSign } from './tool-signs.ts'

/** What is picked, and what can be done with it: `<hall-panel .desk .stamp>`; tells `parts-doubled`, `parts-removed`, `map-wanted`. */
@customElement('hall-panel')
export class HallPanel extends WordsElement {
  @property({ attribute: false }) desk!: HallDesk
  /** Changes with whatever the desk shows. */
  @property({ attribute: false }) stamp: unknown

  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        align-content: start;
      }
      h2 {
        margin: 0;
        font-size: 1rem;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
      }
      .pairs {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space);
        align-items: end;
      }
      .corners {
        display: grid;
        grid-template-columns: 1fr 1fr auto;
        gap: var(--space);
        align-items: end;
        justify-items: start;
      }
      .align {
        min-inline-size: 44px;
        justify-content: center;
      }
    `,
  ]

  protected override render(): unknown {
    const { desk } = this
    const { hall } = desk
    const { halls } = words()
    const { seats, fixtures } = desk.picked
    if (!hall || seats.size + fixtures.size === 0) return nothing
    const picked = [...desk.pickedAts].flatMap((at) => hall.seats[at] ?? [])
    const [only] = hall.drawing.levels.flatMap((level) => level.fixtures.filter(({ id }) => fixtures.has(id)))
    return html`
      <h2 aria-live="polite">${halls.picked(seats.size, fixtures.size)}</h2>
      ${picked.length > 0 ? this.#seats(hall, picked) : nothing}
      ${picked.length === 0 && fixtures.size === 1 && only ? this.#fixture(only) : nothing}
      ${hall.drawing.levels.length > 1 ? this.#level(hall, picked) : nothing} ${this.#together(picked.length)}
    `
  }

  #seats(hall: IndexedHall, picked: readonly IndexedSeat[]) {
    const { halls } = words()
    const { desk } = this
    const ids = desk.picked.seats
    const [one] = picked
    const rows = [...new Set(picked.map(({ row }) => row))].flatMap((row) => hall.rows[row] ?? [])
    const blocks = blocksOf(hall, picked)
    const [block] = blocks
    return html`
      ${choiceInput(
        {
          ...{ id: 'use', label: halls.use, value: shared(picked, ({ use }) => use) },
          put: (use) => use && desk.do((drawing) => changeSeats(drawing, ids, { use })),
        },
        seatUses.map((use) => [use, halls.uses[use]] as const),
        halls.several,
      )}
      ${tickInput({
        ...{ id: 'step-free', label: halls.stepFree, value: shared(picked, ({ isStepFree }) => isStepFree) },
        put: (value) => desk.do((drawing) => changeSeats(drawing, ids, { isStepFree: value === true })),
      })}
      <div class="pairs">
        ${
          picked.length === 1 && one
            ? textInput(
                {
                  ...{ id: 'number', label: halls.number, value: one.number },
                  put: (number) => desk.do((drawing) => changeSeats(drawing, ids, { number })),
                },
                { maxLength: 20 },
              )
            : nothing
        }
        ${textInput(
          {
            ...{ id: 'row', label: halls.row, value: shared(rows, ({ name }) => name) ?? '' },
            put: (name) => desk.do((drawing) => nameRow(drawing, new Set(rows.map(({ id }) => id)), name)),
          },
          { maxLength: 20, placeholder: shared(rows, ({ name }) => name) === null ? halls.several : '' },
        )}
      </div>
      <div class="tools">
        <button class="button small" @click=${() => this.#pick(rows.flatMap((row) => row.seats))}>
          ${halls.wholeRow}
        </button>
        <button class="button small" @click=${() => this.#pickBlocks(hall, blocks)}>${halls.wholeBlock}</button>
        ${
          blocks.length === 1 && block
            ? html`<button
                class="button small"
                @click=${() => desk.do((drawing) => addRowBehind(drawing, block.id, newPartId))}
              >
                ${halls.addRow}
              </button>`
            : nothing
        }
      </div>
      ${
        blocks.length === 1 && block
          ? html`${textInput(
              {
                ...{ id: 'block', label: halls.block, value: block.name },
                put: (name) => desk.do((drawing) => changeBlock(drawing, block.id, { name })),
              },
              { maxLength: 60 },
            )}
            ${tickInput({
              ...{ id: 'stage', label: halls.isStage, value: block.isStage },
              put: (value) => desk.do((drawing) => changeBlock(drawing, block.id, { isStage: value === true })),
            })}
            ${
              block.isStage
                ? choiceInput(
                    {
                      ...{ id: 'stage-part', label: halls.stagePart, value: block.stagePart ?? 'all' },
                      put: (part) => desk.do((drawing) => giveBlockTo(drawing, block.id, part === 'all' ? null : part)),
                    },
                    (['all', ...stageParts] as const).map((part) => [part, halls.stageParts[part]] as const),
                    halls.several,
                  )
                : nothing
            }`
          : nothing
      }
      ${rows.some(({ tableId }) => tableId !== null) ? nothing : this.#bend(blocks)}
    `
  }

  #bend(blocks: readonly Block[]) {
    const { halls } = words()
    const { desk } = this
    return html`${numberInput(
        {
          ...{ id: 'bend', label: halls.bend, value: bendOf(blocks) },
          put: (bend) => desk.do((drawing) => curveRows(drawing, new Set(blocks.map(({ id }) => id)), bend)),
        },
        { least: 0, most: 2000 },
      )}
      <p class="muted small">${halls.bendHelp}</p>`
  }

  #pickBlocks(hall: IndexedHall, blocks: readonly Block[]): void {
    const ids = new Set(blocks.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ id }) => id))))
    this.#pick([...ids].flatMap((id) => hall.placeOf.get(id) ?? []))
  }

  /** What is picked so is moved and deleted by keys, as what is picked on the map is. */
  #pick(ats: readonly number[]): void {
    this.desk.pickAts(ats, false)
    this.tell('map-wanted')
  }

  #fixture(fixture: Fixture) {
    const { halls } = words()
    const change = (next: Partial<Fixture>) => this.desk.do((drawing) => changeFixture(drawing, fixture.id, next))
    const size = (id: 'x' | 'y' | 'width' | 'height', label: string, least: number) =>
      numberInput(
        { id, label, value: Math.round(fixture[id]), put: (value) => change({ [id]: value }) },
        { least, most: 100_000 },
      )
    return html`
      ${choiceInput<Fixture['kind']>(
        { id: 'kind', label: halls.kind, value: fixture.kind, put: (kind) => kind && change({ kind }) },
        fixtureKinds.map((kind) => [kind, halls.fixtures[kind]] as const),
        '',
      )}
      ${textInput(
        { id: 'text', label: halls.text, value: fixture.text, put: (text) => change({ text }) },
        { maxLength: 120 },
      )}
      ${choiceInput<Fixture['outline']>(
        {
          id: 'outline',
          label: halls.outline,
          value: fixture.outline,
          put: (outline) => outline && change(outline === 'polygon' ? asPolygon(fixture) : { outline }),
        },
        outlines.map((each) => [each, halls.outlines[each]] as const),
        '',
      )}
      <div class="pairs">
        ${fixture.outline === 'polygon' ? nothing : [size('width', halls.width, 1), size('height', halls.depth, 1)]}
        ${size('x', halls.x, -100_000)} ${size('y', halls.y, -100_000)}
        ${numberInput(
          { id: 'turn', label: halls.turn, value: Math.round(fixture.turn), put: (turn) => change({ turn }) },
          { least: -360, most: 360 },
        )}
      </div>
      ${fixture.outline === 'polygon' ? cornerFields(fixture, change) : nothing}
      <p class="muted small">${halls.shapeHelp}</p>
    `
  }

  #level({ drawing }: IndexedHall, picked: readonly IndexedSeat[]) {
    const { halls } = words()
    const { desk } = this
    const fixtures = drawing.levels.flatMap(({ fixtures: own }, level) =>
      own.some(({ id }) => desk.picked.fixtures.has(id)) ? [level] : [],
    )
    const value = shared([...picked.map(({ level }) => level), ...fixtures], (level) => level)
    return choiceInput<string>(
      {
        ...{ id: 'level', label: halls.level, value: value === null ? null : (drawing.levels[value]?.id ?? null) },
        put: (id) => id !== null && desk.do((before) => moveToLevel(before, desk.picked, id, newPartId)),
      },
      drawing.levels.map(({ id, name }, at) => [id, name || String(at + 1)] as const),
      halls.several,
    )
  }

  #together(seats: number) {
    const { halls } = words()
    const { desk } = this
    const { picked } = desk
    const tool = (sign: ToolSign, name: string, act: () => void) =>
      html`<button class="button small align" title=${name} aria-label=${name} @click=${act}>${toolSign(sign)}</button>`
    return html`
      ${
        seats + picked.fixtures.size > 1
          ? html`<div class="tools" role="group" aria-label=${halls.align}>
              ${alignments.map((to) =>
                tool(to, halls.alignments[to], () => desk.do((drawing) => alignParts(drawing, picked, to))),
              )}
              ${tool('spread-x', halls.spreadX, () => desk.do((drawing) => spreadParts(drawing, picked, 'x')))}
              ${tool('spread-y', halls.spreadY, () => desk.do((drawing) => spreadParts(drawing, picked, 'y')))}
            </div>`
          : nothing
      }
      <div class="tools">
        ${tool('turn-left', halls.turnLeft, () => desk.do((drawing) => turnParts(drawing, picked, -15)))}
        ${tool('turn-right', halls.turnRight, () => desk.do((drawing) => turnParts(drawing, picked, 15)))}
        ${tool('mirror', halls.mirror, () => desk.do((drawing) => mirrorParts(drawing, picked)))}
        <button class="button small" @click=${() => this.tell('parts-doubled')}>${halls.duplicate}</button>
        <button class="button small danger" @click=${() => this.tell('parts-removed')}>${halls.remove}</button>
      </div>
    `
  }
}

const blocksOf = ({ drawing }: IndexedHall, picked: readonly IndexedSeat[]): Block[] => [
  ...new Set(picked.flatMap(({ level, block }) => drawing.levels[level]?.blocks[block] ?? [])),
]

/** How far the ends of the first row of these come forward. */
const bendOf = (blocks: readonly Block[]): number => {
  const front = blocks.flatMap(({ rows }) => rows[0]?.seats ?? []).map(({ y }) => y)
  return front.length === 0 ? 0 : Math.round(Math.max(...front) - Math.min(...front))
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-panel': HallPanel
  }
}
