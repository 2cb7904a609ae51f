/** Copies text; over http, where browsers offer no clipboard, by an invisible field. Answers whether it worked. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByField(text)
  }
}

const copyByField = (text: string): boolean => {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'visually-hidden'
  // Inside an open dialog only what it holds can be selected.
  const place = document.querySelector('dialog[open]') ?? document.body
  place.append(field)
  field.select()
  // The deprecated command is the only way where the page is not served over https.
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}

/** Rows and cells of a table that was copied from Excel or another sheet (tab-separated, quotes doubled). */
export const readTsv = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const source = text.replaceAll('\r\n', '\n')
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (isQuoted && sign === '"' && source[at + 1] === '"') cell += source[++at]
    else if (isQuoted && sign === '"') isQuoted = false
    else if (!isQuoted && sign === '"' && cell === '') isQuoted = true
    else if (!isQuoted && sign === '\t') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (!isQuoted && sign === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      rows.push([])
    } else cell += sign
  }
  rows.at(-1)?.push(cell)
  const last = rows.at(-1)
  if (last?.length === 1 && last[0] === '') rows.pop()
  return rows.map((row) => row.map((value) => value.trim().normalize('NFC')))
}

/** A table as Excel pastes it. What begins like a formula is led by an apostrophe, so that it stays text. */
export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(writeCell).join('\t')).join('\n')

const writeCell = (value: string): string => {
  const text = /^[=+@\t\r]|^-\D/.test(value) ? `'${value}` : value
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
