import type { Aim } from '../schema.ts'

const attributeWords: Readonly<Record<Aim['attribute'], (value: string) => string>> = {
  women: () => 'nữ',
  workers: () => 'trực tiếp lao động',
  'age-under': (value) => `dưới ${value} tuổi`,
  group: (value) => value,
  title: (value) => value,
  'ethnic-minority': () => 'dân tộc thiểu số',
}

/** An aim as workbooks tell it: «ít nhất 30% nữ». */
export const aimWords = ({ attribute, value, op, amount, isPercent }: Aim): string =>
  `${op === 'at-least' ? 'ít nhất' : 'nhiều nhất'} ${String(amount)}${isPercent ? '%' : ''} ${attributeWords[attribute](value)}`
