import { createHash } from 'node:crypto'

/**
 * Run by a test in a process of its own, because only there does the machine's time zone change for good: for every zone
 * that the machine knows, a digest of the lunar dates of all days from 2019 to 2060, one line each.
 */
const days: string[] = []
for (let day = Date.UTC(2019, 0, 1); day <= Date.UTC(2060, 11, 31); day += 86_400_000) {
  days.push(new Date(day).toISOString().slice(0, 10))
}
for (const zone of ['UTC', ...Intl.supportedValuesOf('timeZone')]) {
  process.env['TZ'] = zone
  // Fresh for each zone: the table is read when it is first imported.
  const { lunarText } = (await import(`../../../server/format/lunar.ts?zone=${zone}`)) as {
    lunarText: (date: string) => string
  }
  const offset = new Date(2020, 6, 1).getTimezoneOffset()
  const digest = createHash('sha256').update(days.map(lunarText).join()).digest('hex')
  process.stdout.write(`${zone} ${String(offset)} ${digest}\n`)
}
