import { css, html, nothing } from 'lit'
import { compareLines, type DiffLine } from '../../server/templates/rules.ts'
import { words } from '../words/words.ts'

/** Unchanged lines shown before and after each change. */
const around = 2

/** What became of a text, line by line: sign and colour tell what was added and removed; needs `lineDiffStyles`. */
export const lineDiff = (before: string, after: string) => {
  const { versions } = words().templates
  const lines = compareLines(before, after)
  const count = (kind: DiffLine['kind']) => lines.filter((line) => line.kind === kind).length
  if (count('same') === lines.length) return html`<p class="muted">${versions.same}</p>`
  return html`
    <p class="small muted">${versions.totals(count('added'), count('removed'))}</p>
    <ol class="diff">
      ${stretchesOf(lines).map((stretch) =>
        typeof stretch === 'number'
          ? html`<li class="left-out">${versions.unchanged(stretch)}</li>`
          : html`<li class=${stretch.kind}>
              <span class="sign" aria-hidden="true">${signs[stretch.kind]}</span>
              <span
                >${
                  stretch.kind === 'same'
                    ? nothing
                    : html`<span class="visually-hidden">${versions[stretch.kind]}:</span>`
                }${stretch.text}</span
              >
            </li>`,
      )}
    </ol>
  `
}

const signs: Readonly<Record<DiffLine['kind'], string>> = { same: '', added: '+', removed: '−' }

/** Lines near a change, and how many of the others stand between. */
const stretchesOf = (lines: readonly DiffLine[]): (DiffLine | number)[] => {
  const isNear = (index: number) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same')
  const stretches: (DiffLine | number)[] = []
  for (const [index, line] of lines.entries()) {
    const last = stretches.at(-1)
    if (isNear(index)) stretches.push(line)
    else if (typeof last === 'number') stretches[stretches.length - 1] = last + 1
    else stretches.push(1)
  }
  return stretches
}

export const lineDiffStyles = css`
  .diff {
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    list-style: none;
    font:
      400 var(--size-dense) / 1.6 ui-monospace,
      'Cascadia Mono',
      Consolas,
      monospace;
    overflow: hidden;
  }
  .diff li {
    display: grid;
    grid-template-columns: 1.5rem minmax(0, 1fr);
    padding-inline-end: var(--space);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .diff .sign {
    text-align: center;
    font-weight: 700;
    user-select: none;
  }
  .diff .added {
    background: var(--green-soft);
    color: var(--green);
  }
  .diff .removed {
    background: var(--red-soft);
    color: var(--red);
  }
  .diff .left-out {
    display: block;
    padding: 0.125rem 1.5rem;
    background: var(--sunken);
    color: var(--muted);
    font: 400 var(--size-small) / 1.5 var(--font);
  }
`
