import type { PaperFault } from '../documents/schema.ts'
import { formatInstant, type Language } from '../format/dates.ts'
import { formatNumber } from '../format/numbers.ts'
import type { PrintLine } from './queries.ts'
import type { LeftOut } from './schema.ts'
import { packageWords } from './words.ts'

/** A paper of a package, and where its files lie in it. */
export interface Listed {
  print: PrintLine
  files: Partial<Record<'pdf' | 'docx' | 'xlsx', string>>
}

/** The page that lists what is in a package: one file, without scripts, read by any browser without a network. */
export const indexOf = (
  listed: readonly Listed[],
  { title, timeZone, leftOut }: { title: string; timeZone: string; leftOut: readonly LeftOut[] },
): { name: string; html: string } => {
  // Kinds with one edition keep theirs: the package is English where any paper is.
  const language = listed.some(({ print }) => print.language === 'en') ? 'en' : 'vi'
  const words = packageWords[language]
  const [first] = listed
  const at = first ? formatInstant(first.print.at, timeZone, language) : ''
  const rows = listed.map(({ print, files }) => {
    const link = (ending: keyof Listed['files'], label: string) => {
      const path = files[ending]
      return path === undefined ? '<td></td>' : `<td><a href="${hrefOf(path)}">${label}</a></td>`
    }
    const copies = print.documents > 1 ? `${words.documents(formatNumber(print.documents, language))}, ` : ''
    const much = `${copies}${words.pages(formatNumber(print.pages, language))}`
    return `<tr><td>${String(print.position)}</td><th scope="row">${escaped(print.titles[print.language])}</th><td>${much}</td>${link('pdf', 'PDF')}${link('docx', 'Word')}${link('xlsx', 'Excel')}</tr>`
  })
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${words.heading} - ${title}`)}</title>
<style>${style}</style>
</head>
<body>
<h1>${words.heading}</h1>
<p class="title">${escaped(title)}</p>
<p>${escaped(words.made(at, first?.print.accountName ?? ''))}</p>
<p>${words.how}</p>
<table>
<thead><tr><th scope="col">${words.number}</th><th scope="col">${words.paper}</th><th scope="col">${words.much}</th><th scope="col" colspan="3">${words.files}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${faultsOf(listed, language)}${leftOutOf(leftOut, language)}</body>
</html>
`
  return { name: words.fileName, html }
}

/** Which papers have letters that cannot be printed or texts that were cut, and whose they are. */
const faultsOf = (listed: readonly Listed[], language: Language): string => {
  const lines = listed.flatMap(({ print }) =>
    print.cuts.map((fault) => {
      const said = sentenceOf(fault, language)
      return `${String(print.position)}. ${print.titles[print.language]}: ${said}`
    }),
  )
  return lines.length === 0 ? '' : section(packageWords[language].faults, lines)
}

const sentenceOf = ({ name, text, letters, spared, sentence }: PaperFault, language: Language): string => {
  if (sentence) return sentence[language]
  const words = packageWords[language]
  if (spared !== undefined) return words.spared(formatNumber(spared, language))
  return letters === undefined ? words.cut(name, text) : words.letters(name, letters)
}

const leftOutOf = (leftOut: readonly LeftOut[], language: Language): string => {
  const words = packageWords[language]
  const lines = leftOut.map(({ titles, why, at }) => {
    const where = at ? words.at(at.file, String(at.line)) : ''
    return `${titles[language]}: ${words.why[why]}${where}`
  })
  return lines.length === 0 ? '' : section(words.leftOut, lines)
}

const section = (heading: string, lines: readonly string[]): string =>
  `<h2>${escaped(heading)}</h2>\n<ul>\n${lines.map((line) => `<li>${escaped(line)}</li>`).join('\n')}\n</ul>\n`

const style =
  'body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 "Times New Roman",Tinos,serif;color:#211c18}' +
  'h1{margin:0;font-size:1.4rem;text-transform:uppercase}h2{margin:1.5rem 0 .5rem;font-size:1.15rem}.title{margin:.25rem 0 1rem;font-size:1.15rem;font-weight:bold}' +
  'table{border-collapse:collapse;width:100%}th,td{padding:.35rem .5rem;border:1px solid #b8ada2;text-align:left;vertical-align:top}' +
  'thead th{background:#f4f0eb}tbody th{font-weight:normal}a{color:#9e1b22}'

const hrefOf = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll("'", '%27'))
    .join('/')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
