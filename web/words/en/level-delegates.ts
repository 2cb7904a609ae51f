import type { levelDelegates as vietnamese } from '../vi/level-delegates.ts'

export const levelDelegates: typeof vietnamese = {
  asked: 'Asked of a delegate besides',
  askedHelp:
    'The card, the table and the pages of units ask only what is ticked. What is filled in already stays and still shows.',
  nothingAsked: 'Nothing',
  sensitive: 'Sensitive personal data',
  sensitiveNotAsked:
    'Not asked unless you choose. Tick only what there are grounds for: the law on personal data lets you gather no more than the work needs.',
  sensitiveAsked:
    'Sensitive data is asked: only who was given the permission enters and sees it of single people; reports and papers have sums alone, and no number below five.',
  ages: 'Ages in the report',
  bounds: 'Ages at which the groups of the report begin',
  boundsHelp: 'The age at which each group begins, ascending; 40, 71 means under 40, 40 to 70, and over 70.',
  boundsWrong: 'Write ages from 1 to 120, each greater than the one before, with commas between; twelve at the most.',
  bands: (bands) => `The report divides into: ${bands}.`,
}
