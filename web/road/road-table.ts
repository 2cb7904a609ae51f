import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Marks } from '../../server/road/rules/filter.ts'
import type { UpperCongress } from '../../server/road/schema.ts'
import { congressColumns } from '../congresses/congress-columns.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { upperList, upperStyles } from '../congresses/upper-congresses.ts'
import { WordsElement } from '../parts/element.ts'
import type { Column } from '../records/record-table.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import type { LoadedRoad } from './road-source.ts'
import '../records/record-table.ts'

/** The road as a table, for whoever would rather read rows: `<road-table .loaded .marks .shown .upper>`. */
@customElement('road-table')
export class RoadTable extends WordsElement {
  static override styles = [
    ...controls,
    upperStyles,
    css`
      :host {
        min-block-size: 0;
        display: flex;
        flex-direction: column;
      }
      .upper {
        margin-block-end: var(--space);
      }
    `,
  ]

  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) marks!: Marks
  @property({ attribute: false }) shown: readonly Congress[] = []
  @property({ attribute: false }) upper: readonly UpperCongress[] = []

  override render() {
    const { loaded } = this
    // Beside the conflicts there is no room for the form, which the title of the unit tells anyway.
    const columns = congressColumns(loaded, this.marks).filter(({ key }) => key !== 'form')
    return html`
      ${upperList(this.upper, loaded)}
      <record-table
        plain
        unsearched
        scrolled
        label=${words().road.heading}
        .columns=${columns as readonly Column<never>[]}
        .rows=${this.shown}
        .nameOf=${(congress: Congress) => shownTitle(congress, loaded)}
      ></record-table>
    `
  }
}
