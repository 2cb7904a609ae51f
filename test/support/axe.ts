import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** The rules that another language, another colour scheme or another width can break in what was judged whole before. */
const ofLooks = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable', 'valid-lang']

/**
 * Throws with rule, reason and place of everything that axe finds on the page as it stands (WCAG 2.2 AA and good
 * practice); where a dialog is open, in the dialog: what lies behind it cannot be reached. Of rows that are alike
 * beyond counting it judges the first; the others are taken out meanwhile. `looks` judges only what turns on them.
 */
export const expectNoAxeFindings = async (page: Page, what: 'all' | 'looks' = 'all'): Promise<void> => {
  const options: RunOptions = {
    // Of what passed axe keeps one node a rule: describing thousands of table cells takes longer than judging them.
    resultTypes: ['violations'],
    runOnly: what === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: ofLooks },
    // It would have a name repeat letter by letter the initials of a person and the lines of a block of a timeline.
    rules: { 'label-content-name-mismatch': { enabled: false } },
    iframes: false,
  }
  if (!(await page.evaluate<boolean>('window.axe !== undefined'))) await page.evaluate(axe)
  // What passed stays in the page: to carry it here takes as long as to judge it.
  await page.evaluate(transitionsEnded)
  const violations = await page.evaluate<AxeResults['violations']>(`(async () => {
    const dialog = (${findDialog})(document)
    const putBack = (${takeOutMostAlike})(dialog)
    try {
      const context = dialog === null ? document : { include: [{ fromShadowDom: (${selectorsTo})(dialog) }] }
      return (await axe.run(context, ${JSON.stringify(options)})).violations
    } finally {
      putBack()
    }
  })()`)
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

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A colour on its way to another has a contrast that nobody is to read by. */
const transitionsEnded = `(async () => {
  const rootsIn = (root) =>
    [root, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : []))]
  const running = rootsIn(document).flatMap((root) => root.getAnimations())
  await Promise.allSettled(running.filter((each) => each instanceof CSSTransition).map(({ finished }) => finished))
})()`

/** The dialog that is open, inside whatever shadow roots; null where there is none. */
const findDialog = `function find(root) {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches('dialog[open]')) return element
    const found = element.shadowRoot && find(element.shadowRoot)
    if (found) return found
  }
  return null
}`

/** Selectors through the shadow roots to an element, as axe follows them. */
const selectorsTo = `(dialog) => {
  const path = ['dialog[open]']
  for (let host = dialog.getRootNode().host; host; host = host.getRootNode().host) path.unshift(host.localName)
  return path
}`

/**
 * A table of the whole province has hundreds of rows made by the same lines of code: judging each takes seconds. Of what
 * lies behind a dialog nothing is judged, and next to nothing stays. Gives what puts everything back in its place.
 */
const takeOutMostAlike = `(dialog) => {
  const shown = dialog?.getRootNode().host
  const leadsToDialog = new Set()
  for (let at = dialog; at; at = at.parentElement ?? at.getRootNode().host) leadsToDialog.add(at)
  const out = []
  const walk = (root, most) => {
    for (const element of [...root.querySelectorAll('*')]) {
      if (!element.isConnected) continue
      const mostHere = shown?.contains(element) ? 24 : most
      if (element.shadowRoot) walk(element.shadowRoot, mostHere)
      const counts = new Map()
      for (const child of [...element.children]) {
        if (child.matches('style, link')) continue
        const kind = child.localName + ' ' + (child.getAttribute('class') ?? '')
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
        if (counts.get(kind) <= mostHere || leadsToDialog.has(child)) continue
        const place = document.createComment('')
        child.replaceWith(place)
        out.push([child, place])
      }
    }
  }
  walk(document, dialog === null ? 24 : 2)
  return () => out.reverse().forEach(([child, place]) => place.replaceWith(child))
}`
