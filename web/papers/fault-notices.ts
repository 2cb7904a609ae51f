import { css, html, nothing, type TemplateResult } from 'lit'
import type { FaultyKind, PaperFault, PaperState } from '../../server/documents/schema.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import { cutTo } from '../../server/format/search.ts'
import type { PackagePlan } from '../../server/prints/schema.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'

/** Names that are told at once. */
const mostTold = 12

export const faultStyles = css`
  .faults {
    margin-block-start: var(--space-half);
    padding-inline-start: 1.25rem;
    list-style: disc;
  }
  .of-paper {
    display: grid;
    gap: var(--space-half);
  }
  .of-paper h3 {
    font-size: var(--size-dense);
    font-weight: 600;
  }
`

/** What cannot be printed as it is written: letters that no font has, and texts that were cut. */
export const faultNotices = (faults: readonly PaperFault[]) => {
  const { prints } = words()
  const letters = faults.filter((fault) => fault.letters !== undefined)
  const told = faults.flatMap(({ sentence }) => (sentence ? [sentence[language()]] : []))
  const spared = faults.find((fault) => fault.spared !== undefined)?.spared ?? 0
  const cuts = faults.filter((fault) => fault.text !== '')
  const count = new Set(letters.flatMap((fault) => (fault.letters ?? '').split(' '))).size
  return html`
    ${told.length === 0 ? nothing : notice(prints.told, told)}
    ${spared === 0 ? nothing : notice(prints.spared(formatNumber(spared, language())), [])}
    ${
      letters.length === 0
        ? nothing
        : notice(
            prints.letters(count),
            letters.map((fault) => prints.lettersOf(fault.letters ?? '', short(fault.name))),
          )
    }
    ${
      cuts.length === 0
        ? nothing
        : notice(
            prints.cuts,
            cuts.map(({ name, text }) => short(name === '' || name === text.trim() ? text : `${name}: ${text}`)),
          )
    }
  `
}

/** The same of all papers of a package, each under its title, and what the package is without. */
export const packageNotices = ({ papers, leftOut }: PackagePlan) => {
  const { prints } = words()
  const faulty = papers.filter(({ faults }) => faults.length > 0)
  const empty = leftOut.filter(({ why }) => why === 'empty').map(({ titles }) => titles[language()])
  const others = leftOut.filter(({ why }) => why !== 'empty')
  return html`
    ${faulty.map(
      ({ titles, faults }) =>
        html`<section class="of-paper" aria-label=${prints.faultsIn(titles[language()])}>
          <h3>${titles[language()]}</h3>
          ${faultNotices(faults)}
        </section>`,
    )}
    ${
      others.length === 0
        ? nothing
        : notice(
            prints.leftOut,
            others.map(({ titles, at }) =>
              at ? prints.faulty(titles[language()], at.file, at.line) : prints.tooLarge(titles[language()]),
            ),
          )
    }
    ${empty.length === 0 ? nothing : html`<p class="help">${prints.leftOutEmpty(empty.join(', '))}</p>`}
  `
}

/** Kinds whose template is at fault, each with the way to it: they are printed nowhere until it is mended, but for what is signed. */
export const faultyKindsNotice = (faulty: readonly FaultyKind[], papers: readonly PaperState[], unitId: string) => {
  const { prints } = words()
  const isSigned = ({ kind }: FaultyKind) => papers.some((paper) => paper.kind === kind)
  const lines = (kinds: readonly FaultyKind[]) =>
    kinds.map(({ kind, titles, file, line }) => {
      const name = file.split('/').at(-1) ?? ''
      const path = `/templates/${kind}?unit=${unitId}&file=${name}&line=${line}&pane=edit`
      return html`<a href=${path}>${prints.faulty(titles[language()], file, line)}</a>`
    })
  const signed = faulty.filter(isSigned)
  const others = faulty.filter((each) => !isSigned(each))
  return html`
    ${others.length === 0 ? nothing : notice(prints.leftOut, lines(others))}
    ${signed.length === 0 ? nothing : notice(prints.faultySigned, lines(signed))}
  `
}

/** Enough to find it by. */
const short = (text: string): string => cutTo(text, 90)

const notice = (sentence: string, lines: readonly (string | TemplateResult)[]) =>
  html`<div class="notice amber">
    ${icon('triangle-alert')}
    <div>
      <p>${sentence}</p>
      ${
        lines.length === 0
          ? nothing
          : html`<ul class="faults">
              ${lines.slice(0, mostTold).map((line) => html`<li>${line}</li>`)}
            </ul>`
      }
      ${lines.length > mostTold ? html`<p>${words().prints.andMore(lines.length - mostTold)}</p>` : nothing}
    </div>
  </div>`
