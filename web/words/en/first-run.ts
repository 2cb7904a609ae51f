import type { Words } from '../vi.ts'

export const firstRun: Words['firstRun'] = {
  heading: 'Begin a road',
  intro: 'Choose how to begin. Everything can be changed later.',
  example: {
    heading: 'Look at the example road',
    sentence:
      'Nam Định 2019–2020: from the conferences of 226 communes to the fifth provincial Emulation Congress. Unknown dates are generated and marked; its clock stands in June 2020.',
    action: 'Open the example',
  },
  template: {
    heading: 'New cycle from a template',
    sentence: 'Comes with levels, windows, forms and holidays.',
    action: 'Create the cycle',
  },
  import: {
    heading: 'Import from Excel',
    sentence: 'Bring in the list of units you have; look at every row before it is imported.',
    action: 'Choose an Excel file',
  },
  empty: {
    heading: 'Begin empty',
    sentence: 'One unit and one level; set up everything yourself.',
    action: 'Begin empty',
  },
  fields: {
    template: 'Template',
    templates: {
      'three-levels-2019': 'Three levels, as in 2019–2020 (grassroots, district and department, province)',
      'two-levels-2025': 'Two levels, since July 2025 (no districts)',
      empty: 'Empty',
    },
    unit: 'Unit that keeps the road',
    newUnit: 'A new unit',
    unitName: 'Name of the unit',
    unitNameHelp: 'For example: Tỉnh Nam Định',
    year: 'Year of the top congress',
  },
  done: 'Cycle created.',
  exampleDone: 'Example loaded.',
}
