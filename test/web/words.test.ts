import { expect, test } from 'vitest'
import { en } from '../../web/words/en.ts'
import { vi } from '../../web/words/vi.ts'

/** Every sentence by its path; functions are called with samples, so that their wording is checked too. */
const sentences = (node: unknown, path = ''): [string, string][] => {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') {
    const samples = Array.from({ length: node.length }, () => 2)
    return sentences((node as (...values: unknown[]) => unknown)(...samples), `${path}()`)
  }
  return Object.entries(node as Record<string, unknown>).flatMap(([key, value]) => sentences(value, `${path}.${key}`))
}

const vietnameseLetters = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i
const bothLanguages = [
  ['vi', sentences(vi)],
  ['en', sentences(en)],
] as const

/** What English keeps as it is: proper names, posts, Tết. */
const keptInEnglish = ['Tiến Tới', 'Tỉnh Nam Định', 'Nam Định', 'Phó Chủ tịch UBND tỉnh', 'Tết']
const withoutKept = (sentence: string) => keptInEnglish.reduce((rest, name) => rest.replaceAll(name, ''), sentence)

/** Names that are the same in every language. */
const names = ['.common.product', '.shell.languages.vi', '.shell.languages.en', '.shell.home']

test('both languages have the same words', () => {
  const paths = (all: readonly [string, string][]) => all.map(([path]) => path).sort()
  expect(paths(bothLanguages[1][1])).toEqual(paths(bothLanguages[0][1]))
})

test.each(bothLanguages)('no sentence in %s is empty or has blanks at its ends', (_language, all) => {
  expect(all.filter(([, sentence]) => sentence === '' || sentence !== sentence.trim())).toEqual([])
})

test.each(bothLanguages)('sentences in %s are composed text (NFC)', (_language, all) => {
  expect(all.filter(([, sentence]) => sentence !== sentence.normalize('NFC'))).toEqual([])
})

test('no Vietnamese sentence was left in English', () => {
  const left = sentences(vi).filter(([path, sentence]) => {
    const wordCount = sentence.split(/\s+/).filter((word) => /[a-z]{2}/i.test(word)).length
    return !names.includes(path) && wordCount >= 3 && !vietnameseLetters.test(sentence)
  })
  expect(left).toEqual([])
})

test('nobody is called «bạn»', () => {
  expect(sentences(vi).filter(([, sentence]) => /(^|[^\p{L}])bạn([^\p{L}]|$)/iu.test(sentence))).toEqual([])
})

test('no English sentence was left in Vietnamese', () => {
  const left = sentences(en).filter(
    ([path, sentence]) => !names.includes(path) && vietnameseLetters.test(withoutKept(sentence)),
  )
  expect(left).toEqual([])
})
