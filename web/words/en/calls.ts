import type { Words } from '../vi.ts'

export const calls: Words['calls'] = {
  heading: 'Calls',
  headingWith: (unit) => `Call ${unit}`,
  add: 'Note a call',
  edit: 'Edit call note',
  delete: 'Delete note',
  none: 'No call noted yet.',
  before: 'Earlier calls',
  fields: {
    spokeWith: 'Spoke with',
    phone: 'Number',
    said: 'What was said',
    congressId: 'About the congress',
    callBackOn: 'Call back on',
    callBackHelp: 'Leave empty if nobody needs to call again.',
  },
  noCongress: 'None in particular',
  callBack: (date) => `Call back on ${date}`,
  with: (name) => `With ${name}`,
  saved: 'Call noted.',
  deleted: 'Call note deleted.',
  toMake: 'To be called back',
  nobodyToCall: 'No unit waits to be called back.',
}
