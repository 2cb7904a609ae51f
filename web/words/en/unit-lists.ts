import type { unitLists as source } from '../vi/unit-lists.ts'
import { grouped } from './grouped.ts'
import { personsOf } from './plural.ts'

export const unitLists: typeof source = {
  heading: (unit) => `Delegates of ${unit}`,
  toSend: 'Lists of delegates to send upwards',
  entry: (unit, title) => `${unit}: ${title}`,
  to: (title, day) => (day === '' ? `To: ${title}` : `To: ${title}, ${day}`),
  states: { entered: 'Being entered', submitted: 'Sent', approved: 'Approved', returned: 'Returned' },
  notStarted: 'Not begun',
  allowed: 'Quota',
  entered: 'Entered',
  approved: 'Approved',
  official: 'Official',
  guests: 'Guests',
  both: (official, guests) =>
    guests === 0
      ? grouped(official)
      : `${grouped(official)} official, ${grouped(guests)} ${guests === 1 ? 'guest' : 'guests'}`,
  alternates: (count) => `${grouped(count)} ${count === 1 ? 'alternate' : 'alternates'}`,
  still: (count) => `${grouped(count)} left`,
  full: 'complete',
  over: (count) => `${grouped(count)} too many`,
  blocks: {
    heading: 'Blocks and groups that are no units',
    name: 'Block, group',
    help: 'A block sends no list of its own: its delegates are sent by their units or entered among the delegates, and count for the block where its name is given as their delegation.',
    sum: (count, allowed, entered) =>
      `${grouped(count)} ${count === 1 ? 'block or group' : 'blocks and groups'}: ${grouped(allowed)} places, ${grouped(entered)} entered.`,
  },
  sendBy: (day) => `to be sent by ${day}`,
  overdueSince: (day) => `overdue since ${day}`,
  overdueLists: (count) => (count === 1 ? 'One list is overdue' : `${grouped(count)} lists are overdue`),
  noQuota: 'No quota was sent yet.',
  aims: 'Make-up that is asked for',
  submittedBy: (by, day) => `${by} sent it on ${day}`,
  decidedBy: (by, day) => `${by}, ${day}`,
  approvedWith: (paper) => `Approved by paper ${paper}`,
  formerPaper: (paper) => `Paper of the former approval, no longer in force: ${paper}`,
  paperOf: (number, day) =>
    [number === '' ? '' : `no. ${number}`, day === '' ? '' : `of ${day}`].filter(Boolean).join(' '),
  remark: 'Returned to be mended',
  remarked: 'To be looked at',
  correction: 'The unit asks for a correction',
  correctionAsked: 'asks for a correction',
  correctionsAsked: (count) =>
    count === 1 ? 'One unit asks for a correction' : `${grouped(count)} units ask for a correction`,
  corrected: 'Corrected above since the list was sent',
  correctedCount: (count) => `${grouped(count)} ${count === 1 ? 'correction' : 'corrections'} since the unit sent it`,
  corrections: {
    added: (name) => `${name} added`,
    removed: (name) => `${name} taken off`,
    moved: (name) => `${name} moved to another unit`,
    withdrawn: (name) => `${name} withdrawn`,
    replaced: (name, by) => `${name} replaced by ${by}`,
    listed: (name) => `${name}, an alternate, became a delegate`,
    changed: (name, by) => (by === '' ? `What is said of ${name} changed` : `${name} changed to ${by}`),
  },
  excess: (reason) => `Reason for exceeding the quota: ${reason}`,
  waiting: 'The list is with the congress. Ask for a correction to change it.',
  sentByOrganizer: 'Once it is complete, tell the organizer of the unit, who looks through it and sends it.',
  quotaNote: (note) => `Note from the congress: ${note}`,
  ended: (day) => `The unit ended on ${day}. Its list stays as it is; nobody is lost.`,
  endedInto: (day, successor) => `Merged into ${successor} on ${day}. Its list stays as it is; nobody is lost.`,
  endedSplit: (day, successors) =>
    `Split on ${day}, now part of ${successors}. Its list stays as it is, nobody is lost; choose who takes the list.`,
  handOver: (successor) => `Hand the list to ${successor}`,
  handOverTo: (successor, count) => `Hand to ${successor} (${count === 1 ? '1 person' : `${count} people`} now)`,
  none: 'Nobody is on the list yet',
  noneHelp: 'Add delegates one by one, import a file or paste from Excel. Send the list upwards when it is complete.',
  noneSent: 'No unit has been sent a quota yet',
  noneSentHelp: 'Send the quotas on the page Quotas: from then on each unit sees its own list.',
  notSeen: 'The quota was not sent yet, so the unit does not see this list.',
  unsent: (count) =>
    count === 1
      ? 'One list has people on it but was not sent yet; open it to look it over and send it:'
      : `${grouped(count)} lists have people on them but were not sent yet; open each to look it over and send it:`,
  allLists: 'See all lists',
  people: (count) => (count === 1 ? '1 person' : `${grouped(count)} people`),
  submit: 'Send',
  request: 'Ask for a correction',
  approve: 'Approve',
  giveBack: 'Return',
  paper: 'Approval paper',
  open: 'Open the list',
  unit: 'Unit',
  state: 'State',
  word: 'Remarks',
  filter: 'Filter by state',
  all: 'All states',
  withCount: (word, count) => `${word} (${grouped(count)})`,
  actOn: (act, unit) => `${act}: ${unit}`,
  sum: (count, sent, approved) => `Units: ${grouped(count)}, ${grouped(sent)} sent, ${grouped(approved)} approved`,
  dialogs: {
    submit: 'Send the list upwards',
    submitHelp: (official, guests) =>
      `Official delegates: ${grouped(official)}, guests: ${grouped(guests)}. From then on the unit changes the list only when it is returned.`,
    standing: 'Against the quota',
    ofClass: (word, entered, allowed) =>
      `${word}: ${grouped(entered)} of ${grouped(allowed)} entered${
        entered < allowed
          ? `, ${grouped(allowed - entered)} missing`
          : entered > allowed
            ? `, ${grouped(entered - allowed)} too many`
            : ', complete'
      }`,
    reached: 'Targets: all reached.',
    overQuota: (count) => `The list is ${grouped(count)} above its quota: say why.`,
    excessReason: 'Reason for exceeding the quota',
    missing: (names, others) =>
      `Year of birth or sex is missing: ${names}${others > 0 ? ` and ${personsOf(others, grouped)} more` : ''}.`,
    request: 'Ask for a correction',
    requestHelp: 'The congress sees this and returns the list, so that the unit can mend it.',
    reason: 'What is to be mended',
    giveBack: (unit) => `Return the list of ${unit}`,
    giveBackHelp: 'The unit sees this remark, mends the list and sends it again.',
    remark: 'Remark',
    remarked: 'About whom',
    remarkedHelp:
      'Nobody chosen: it is about the whole list. Whoever is chosen is marked “to be looked at” on the unit’s list.',
    remarkedCount: (count) => (count === 0 ? 'the whole list' : count === 1 ? '1 person' : `${grouped(count)} people`),
    approve: (unit) => `Approve the list of ${unit}`,
    approveHelp: 'Number and day of the paper can be entered after the signature.',
    paper: (unit) => `Paper that approves the list of ${unit}`,
    paperNumber: 'Number of the paper',
    scan: 'Scan of the paper',
    scanHelp: 'PDF, JPEG or PNG. The unit sees it and downloads it too.',
    paperDate: 'Day of the paper',
  },
  done: {
    submitted: 'The list was sent.',
    requested: 'The correction was asked for.',
    approved: (unit) => `The list of ${unit} is approved.`,
    returned: (unit) => `The list was returned to ${unit}.`,
    paper: 'The approval paper was saved.',
    handedOver: (unit, successor) => `List and quota of ${unit} were handed to ${successor}.`,
  },
}
