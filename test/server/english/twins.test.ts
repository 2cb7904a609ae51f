import { expect, test } from 'vitest'
import { buildExample } from '../../../db/example/build.ts'
import { exampleTwins } from '../../../db/example/english.ts'
import { proposeTitle } from '../../../server/congresses/rules.ts'
import { defaultCalendarDays } from '../../../server/calendar/holidays.ts'
import { cycleTemplates } from '../../../server/cycles/rules/templates.ts'
import { formTwins } from '../../../server/cycles/rules/forms.ts'
import { listProgrammeTemplates } from '../../../server/documents/programme-templates.ts'
import { englishTwins, listTwins } from '../../../server/english/twins.ts'
import { programme as vi } from '../../../web/words/vi/programme.ts'

const twins = await englishTwins()
const templates = await listProgrammeTemplates()
const levels = Object.values(cycleTemplates).flatMap((template) => template.levels)
const example = buildExample()
const vietnameseLetters = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i

/** Titles that the program proposes are worded from their parts and need no twin. */
const ownTitles = example.congresses.flatMap(({ form, ordinal, title, unitId }) => {
  const unit = example.units.find(({ id }) => id === unitId) ?? { name: '', type: '' }
  return title === proposeTitle(unit, { forms: [] }, { form, ordinal, cycle: example.cycle }) ? [] : [title]
})

const unitNames = new Set(example.units.map(({ name }) => name))

/** Every text that the example puts into an office's data, but names of units, halls and people, and citations. */
const textsOfExample = new Set([
  example.cycle.name,
  example.cycle.theme,
  ...ownTitles,
  ...example.units.flatMap(({ type, block }) => [type, block]),
  ...example.posts.map(({ name }) => name),
  ...example.calendarDays.flatMap(({ name, basis }) => [name, basis]),
  ...example.congresses.flatMap(({ form, theme, note }) => [form, theme, note]),
  ...example.congressEvents.flatMap(({ reason, accountName }) => [reason, accountName]),
  ...example.acceptances.flatMap(({ reason, accountName }) => [reason, accountName]),
  ...example.results.flatMap(({ note, source }) => [note, source]),
  ...example.sessions.map(({ title }) => title),
  ...example.delegates.flatMap(({ groups, post, note }) => [...groups, post, note]),
  ...example.attendingPeople.flatMap(({ titles, field, education }) => [...titles, field, education]),
  ...example.halls.map(({ name }) => name),
  // A delegation bears the name of its unit, or says what those in it are.
  ...example.delegations.flatMap(({ name }) => (unitNames.has(name) ? [] : [name])),
  ...example.quotas.flatMap(({ unitId, name, note }) => [unitId === null ? name : '', note]),
  ...example.items.flatMap(({ title, presenter, note }) => [title, presenter, note]),
])

/** An address or a name that reads the same in both languages needs no twin. */
const isWithout = (text: string) => text !== '' && !twins.has(text) && vietnameseLetters.test(text)

test('every level that a road begins with has an English name', () => {
  expect(levels.length).toBeGreaterThan(6)
  expect(levels.filter(({ nameEnglish }) => nameEnglish === '')).toEqual([])
})

test.each([
  ['form of congress', levels.flatMap(({ forms }) => forms)],
  ['state holiday and its basis', defaultCalendarDays(2019, 2060).flatMap(({ name, basis }) => [name, basis])],
  [
    'session, item, presenter and note of a programme template',
    templates.flatMap(({ sessions }) =>
      sessions.flatMap(({ title, items }) => [
        title.vi,
        ...items.flatMap((item) => [item.title.vi, item.presenter?.vi ?? '', item.note?.vi ?? '']),
      ]),
    ),
  ],
  ['proposed title of a session', Object.values(vi.kinds)],
  ['text of the example', [...textsOfExample]],
])('every %s has its English twin', (_what, texts) => {
  expect(texts.length).toBeGreaterThan(5)
  expect([...new Set(texts.filter(isWithout))]).toEqual([])
})

test('a text has one twin only, wherever it ships', async () => {
  const all = await listTwins()
  expect(all.filter(([text, english]) => twins.get(text) !== english)).toEqual([])
  expect(all.filter(([text, english]) => english.trim() === '' || text !== text.normalize('NFC'))).toEqual([])
})

test('no twin is left over', async () => {
  const elsewhere = new Set(templates.flatMap((template) => JSON.stringify(template)))
  const isInTemplate = (text: string) => [...elsewhere].some((json) => json.includes(JSON.stringify(text)))
  expect(exampleTwins().filter(([text]) => !textsOfExample.has(text) || isInTemplate(text))).toEqual([])
  const proposed = new Set(levels.flatMap(({ forms }) => forms))
  expect(formTwins.filter(([form]) => !proposed.has(form))).toEqual([])
})
