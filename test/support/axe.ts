import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** The rules that another language, another colour scheme or another width can break in what was judged whole before. */
const ofLooks = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable', 'valid-lang']

/**
 * Throws with rule, reason and place of everything that axe finds on the page as it stands (WCAG 2.2 AA and good
 * practice); where a dialog is open, in the dialog: what lies behind it cannot be reached. Of rows that are alike
 * beyond counting it judges the first; the others are hidden meanwhile. `looks` judges only what turns on them.
 */
export const expectNoAxeFindings = async (page: Page, what: 'all' | 'looks' = 'all'): Promise<void> => {
  await page.evaluate(hideMostAlike)
  // Of what passed axe keeps one node a rule: describing thousands of table cells takes longer than judging them.
  // Run within the page: carrying what it saw to a page of its own, made for frames of other hosts, takes twice as long.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    runOnly: what === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: ofLooks },
  })
  const dialog = await page.evaluate<[string, string, ...string[]] | null>(openDialog)
  const { violations } = await (dialog ? axe.include({ fromShadowDom: dialog }) : axe).analyze()
  await page.evaluate(showAll)
  const findings = violations.flatMap((violation) =>
    violation.nodes.map((node) => {
      const place = node.target.flat().join(' >> ')
      const reason = node.failureSummary?.replaceAll('\n', '\n    ') ?? violation.help
      return `${violation.id} (${violation.impact ?? 'no impact'}): ${place}\n    ${node.html}\n    ${reason}`
    }),
  )
  if (findings.length > 0) {
    throw new Error(`axe finds ${findings.length} fault(s) on ${new URL(page.url()).pathname}:\n${findings.join('\n')}`)
  }
}

/** A table of the whole province has hundreds of rows made by the same lines of code: judging each takes seconds. */
const hideMostAlike = `(() => {
  window.hiddenForAxe = []
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot)
      const counts = new Map()
      for (const child of element.children) {
        const kind = child.localName + ' ' + (child.getAttribute('class') ?? '')
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
        if (counts.get(kind) <= 24) continue
        window.hiddenForAxe.push([child, child.style.display])
        child.style.display = 'none'
      }
    }
  }
  walk(document)
})()`

const showAll = `for (const [element, display] of window.hiddenForAxe) element.style.display = display`

/** Selectors through the shadow roots to the dialog that is open, as axe follows them; null where there is none. */
const openDialog = `(() => {
  const find = (root, path) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('dialog[open]')) return [...path, 'dialog[open]']
      const found = element.shadowRoot && find(element.shadowRoot, [...path, element.localName])
      if (found) return found
    }
    return null
  }
  return find(document, [])
})()`
