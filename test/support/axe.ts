import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Throws with rule, reason and place of everything that axe finds on the page as it stands (WCAG 2.2 AA and good practice). */
export const expectNoAxeFindings = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
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
