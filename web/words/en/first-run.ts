import type { Words } from '../vi.ts'

export const firstRun: Words['firstRun'] = {
  heading: 'Begin a road',
  intro: 'Choose how to begin. Everything can be changed later.',
  introWithUnits: (count) =>
    count === 1
      ? 'There is one unit. Next: create a cycle, then congresses for each level.'
      : `There are ${count} units. Next: create a cycle, then congresses for each level.`,
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
    unit: 'Unit that keeps the road',
    newUnit: 'A new unit',
    unitName: 'Name of the unit',
    unitNameHelp: 'For example: Tỉnh Nam Định',
    year: 'Year of the top congress',
  },
  holds: 'It will have these levels; everything can be changed on the page Cycle.',
  noWindow: 'no window yet',
  unconfirmed: (count) =>
    count === 1 ? 'One thing that no document confirms' : `${count} things that no document confirms`,
  done: 'Cycle created.',
  exampleDone: 'Example loaded.',
}
