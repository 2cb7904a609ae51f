import type { Twins } from './twins.ts'

/** What papers are signed as, line by line, in English. */
const lineWords: readonly [RegExp, string][] = [
  [/^Phó Trưởng ban Thường trực$/iu, 'Standing Deputy Head'],
  [/^Phó Trưởng ban$/iu, 'Deputy Head'],
  [/^Trưởng ban$/iu, 'Head of the Committee'],
  [/^Q\. Trưởng ban$/iu, 'Acting Head of the Committee'],
  [/^KT\. Trưởng ban$/iu, 'For the Head of the Committee'],
  [/^TL\. Trưởng ban$/iu, 'By order of the Head of the Committee'],
  [/^TUQ\. Trưởng ban$/iu, 'By authority of the Head of the Committee'],
  [/^TM\. Ban Tổ chức$/iu, 'For the Organizing Committee'],
]

/**
 * The lines of a signature in English; what nobody translated stays as it was typed. Who signs for the head signs for
 * nobody besides: «TM. Ban Tổ chức» above «KT. Trưởng ban» has no line of its own.
 */
export const englishCapacity = (capacity: string, twins: Twins): string => {
  const lines = capacity.split('\n').filter((line) => line.trim() !== '')
  const isForHead = lines.some((line) => /^KT\./iu.test(line.trim()))
  return lines
    .filter((line) => !isForHead || !/^TM\./iu.test(line.trim()))
    .map((line) => englishLine(line.trim(), twins) ?? line)
    .join('\n')
}

/** A line of a signature, or the post of a signer, in English; null = nobody translated it. */
export const englishLine = (line: string, twins: Twins): string | null => {
  const found = lineWords.find(([words]) => words.test(line))
  if (found) return found[1]
  const folded = line.toLocaleLowerCase('vi')
  return twins.get(line) ?? [...twins].find(([text]) => text.toLocaleLowerCase('vi') === folded)?.[1] ?? null
}
