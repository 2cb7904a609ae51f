import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import type { PaperState } from '../../server/documents/schema.ts'
import { language, words } from '../words/words.ts'
import { changedOption } from './changed-notes.ts'

/** The papers of a congress in their groups, one of them chosen. */
export const paperPicker = (
  papers: readonly PaperState[],
  shown: PaperState,
  { changes, choose }: { changes: Parameters<typeof changedOption>[0]; choose: (kind: string) => Promise<void> },
) => {
  const text = words().papers
  const groups = [...new Set(papers.map(({ group }) => group))]
  return html`
    <label class="papers">
      <span>${text.list}</span>
      <select
        class="input"
        .value=${live(shown.kind)}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${groups.map(
          (group) =>
            html`<optgroup label=${text.groups[group]}>
              ${papers
                .filter((paper) => paper.group === group)
                .map(
                  (paper) =>
                    html`<option value=${paper.kind} ?selected=${paper === shown}>
                      ${paper.titles[language()]}${changedOption(changes, paper.kind)}
                    </option>`,
                )}
            </optgroup>`,
        )}
      </select>
    </label>
  `
}
