import type { Words } from '../vi.ts'

export const papers: Words['papers'] = {
  list: 'Papers of the congress',
  none: 'This congress has no paper to print yet.',
  usual: 'As the template',
  written: 'Worded by the office',
  blanks: (names) => `Still blank on paper: ${names}.`,
  noBlanks: 'Complete for printing.',
  form: 'Worded by the office',
  formHelp: 'An empty field prints the template, shown in grey.',
  usualDate: (date) => `Left empty, it prints ${date}.`,
  preview: 'Preview',
  previewOf: (title) => `Preview: ${title}`,
  unsaved: 'The preview shows what is saved. Save to see what you typed.',
  notShown: 'This browser shows no PDF. Download it and open it with another program to read and print it.',
  open: 'Open the PDF',
  print: 'Open to print',
  download: 'Download the PDF',
  language: 'Language of the paper',
  saved: 'The paper is saved.',
  leave: 'What you typed on the paper is not saved.',
}
