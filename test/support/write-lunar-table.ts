import { writeFileSync } from 'node:fs'
import { lunarTableSource } from './lunar-algorithm.ts'

/** Writes the lunar table anew: `npx tsx test/support/write-lunar-table.ts`. The lunar year 2018 lasts into 2019. */
writeFileSync(new URL('../../server/format/lunar-table.ts', import.meta.url), lunarTableSource(2018, 2060))
