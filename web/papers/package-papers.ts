import { css, html, nothing } from 'lit'
import { formatNumber } from '../../server/format/numbers.ts'
import type { PackagePlan } from '../../server/prints/schema.ts'
import type { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import type { Fields } from './print-fields.ts'

export const packagePapersStyles = css`
  .of-package {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
    column-gap: var(--space-2);
  }
`

/** Which papers a package has, all or what changed, and how much each is; those that are not ticked stay out. */
export const packagePapers = (
  form: Form<Fields>,
  plan: PackagePlan | null,
  {
    hasNumbered,
    left,
    choose,
  }: { hasNumbered: boolean; left: ReadonlySet<string>; choose: (left: ReadonlySet<string>) => void },
) => {
  const { prints } = words()
  const choices: { value: Fields['which']; label: string }[] = [
    { value: 'all', label: prints.packageAll },
    { value: 'changed', label: prints.packageChanged },
    ...(hasNumbered || form.values.which === 'numbered'
      ? [{ value: 'numbered' as const, label: prints.packageNumbered }]
      : []),
  ]
  return html`
    ${radioField(form, 'which', {
      label: prints.which,
      choices,
    })}
    ${
      plan === null
        ? nothing
        : plan.papers.length === 0 && form.values.which !== 'all'
          ? html`<p class="notice green">${icon('circle-check')} ${prints.nothingChanged}</p>`
          : ticks(plan, left, choose)
    }
  `
}

const ticks = ({ papers }: PackagePlan, left: ReadonlySet<string>, choose: (left: ReadonlySet<string>) => void) => {
  const { prints, shell } = words()
  const toggle = (kind: string) => {
    const others = new Set(left)
    if (!others.delete(kind)) others.add(kind)
    choose(others)
  }
  return html`<fieldset>
    <legend class="label">${prints.packagePapers}</legend>
    <div class="of-package">
      ${papers.map(
        ({ kind, titles, language: printed, pages }) =>
          html`<label class="check">
            <input type="checkbox" .checked=${!left.has(kind)} @change=${() => toggle(kind)} />
            <span>
              ${titles[language()]}
              <span class="muted">
                (${printed === language() ? '' : `${shell.languages[printed]}, `}${prints.pages(formatNumber(pages, language()))})
              </span>
            </span>
          </label>`,
      )}
    </div>
  </fieldset>`
}

/** The plan of what is ticked. */
export const tickedOf = (plan: PackagePlan, left: ReadonlySet<string>): PackagePlan => ({
  ...plan,
  papers: plan.papers.filter(({ kind }) => !left.has(kind)),
})
