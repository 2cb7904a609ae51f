import type { Words } from '../vi.ts'
import { grouped } from './grouped.ts'

export const delegateLinks: Words['delegateLinks'] = {
  help: 'Every delegate has a link of his or her own: sessions, seat, liaison; the reply is given there too, without an account.',
  none: 'Nobody is on the list of those who attend',
  noneHelp: 'Add delegates, then give each a link.',
  toList: 'To the list',
  issueAll: 'Give to all who have none',
  issue: 'Give a link',
  renew: 'Change the link',
  revoke: 'Revoke',
  slips: 'Print slips with QR codes',
  slipPrinted: (at) => `slip printed ${at}`,
  issued: (count) => `${grouped(count)} ${count === 1 ? 'link' : 'links'} given`,
  renewed: (count) => `${grouped(count)} ${count === 1 ? 'link' : 'links'} changed; the old ones open nothing`,
  revoked: (count) => `${grouped(count)} ${count === 1 ? 'link' : 'links'} revoked`,
  tooMany: (most) => `Static pages: choose at most ${grouped(most)} people at a time, or export all.`,
  issueMany: {
    heading: (count) => `Give ${grouped(count)} ${count === 1 ? 'link' : 'links'}`,
    sentence: (count) =>
      `${grouped(count)} ${count === 1 ? 'person has no link and gets one of his or her own' : 'people have no link; each gets one of his or her own'}. Nothing is sent to anybody: delegates have it once a slip is printed or a message is sent. It can be undone.`,
  },
  slipsDialog: {
    heading: 'Print slips with QR codes',
    which: 'For whom',
    choices: {
      chosen: (count) => `Those who are selected (${grouped(count)})`,
      new: (count) => `Those without a printed slip (${grouped(count)})`,
      delegation: () => 'One delegation',
      all: (count) => `All (${grouped(count)})`,
    },
    delegation: 'Delegation',
    withCount: (name, count) => `${name} (${grouped(count)})`,
    issued: (count) =>
      `${grouped(count)} of them ${count === 1 ? 'has no link and is' : 'have no link and are'} given one.`,
    again: (count) => `${grouped(count)} of them had a slip printed before.`,
    without: (count) =>
      `${grouped(count)} ${count === 1 ? 'person gets' : 'people get'} no slip: alternates, withdrawn, or working at the congress (with a badge).`,
    prepare: (count) => `Prepare ${grouped(count)} ${count === 1 ? 'slip' : 'slips'}`,
    ready: (count, issued) =>
      issued === 0
        ? `${grouped(count)} ${count === 1 ? 'slip is' : 'slips are'} ready and noted as printed.`
        : `${grouped(count)} ${count === 1 ? 'slip is' : 'slips are'} ready and noted as printed; ${grouped(issued)} ${issued === 1 ? 'link' : 'links'} given.`,
    readyHelp: 'If you do not print them after all, undo it.',
    open: 'Open the file to print',
    noted: (count) => `${grouped(count)} ${count === 1 ? 'slip' : 'slips'} noted as printed`,
  },
  lastDay: {
    button: 'Change the last day',
    heading: (count) => `Last day of ${grouped(count)} ${count === 1 ? 'link' : 'links'}`,
    label: 'Opens until the end of',
    help: 'Left empty: until 14 days after the congress, also when that is moved.',
    done: (count) => `Last day of ${grouped(count)} ${count === 1 ? 'link' : 'links'} changed`,
  },
  columns: {
    name: 'Full name',
    delegation: 'Delegation',
    liaison: 'Liaison',
    link: 'Link',
    answer: 'Reply',
    opened: 'Last opened',
  },
  states: {
    none: 'not given',
    issued: 'given',
    opened: 'opened',
    expired: 'run out',
    revoked: 'revoked',
    withdrawn: 'withdrawn',
  },
  answers: { confirmed: 'attends', declined: 'does not attend', none: 'no reply' },
  stateFilter: 'Link',
  reported: 'says it is wrong',
  onlyReported: 'Only with something reported wrong',
  unreleased:
    'The programme is not published: pages of delegates tell no sessions yet, while slips tell those of the draft. Publish it before printing and both say the same.',
  toProgramme: 'Open the programme',
  whose: 'Whose links',
  ofDelegates: 'Delegates',
  liaisons: 'Liaisons of delegations',
  issueLiaisons: (count) =>
    count === 1
      ? 'Give a link to the liaison who has none'
      : `Give links to the ${grouped(count)} liaisons who have none`,
  liaisonsHelp:
    'A liaison has a page of the whole delegation: seats, telephones, who did not reply; there members are answered for and corrected.',
  noLiaison: 'no liaison written down',
  answerFilter: 'Reply',
  delegationFilter: 'Delegation',
  totals: (all, opened, confirmed, declined) =>
    `${grouped(all)} ${all === 1 ? 'person' : 'people'} · ${grouped(opened)} opened · ${grouped(confirmed)} ${confirmed === 1 ? 'attends' : 'attend'} · ${grouped(declined)} ${declined === 1 ? 'does' : 'do'} not`,
  manage: (name) => `Link of ${name}`,
  dialog: {
    address: 'Address',
    secret: 'Whoever has this address can look and reply. Send it to the right person alone.',
    look: 'Look at the page',
    message: 'Whole message',
    short: 'Short message (SMS)',
    copyMessage: 'Copy the whole message',
    copyShort: 'Copy the short message',
    copied: 'Copied',
    lastDay: (day) => `It opens until ${day}.`,
    noLastDay: 'It opens until 14 days after the congress.',
    closed: 'This link opens nothing any more. Change it to give another.',
    without: 'This person was given no link yet.',
    reports: 'Said to be wrong, to be settled',
    fields: { name: 'Full name', post: 'Post', workplace: 'Unit' },
    wrong: (was, proposed) => (was === '' ? `nothing written, asks for “${proposed}”` : `“${was}” to “${proposed}”`),
    answeredBy: (name) => `answered by ${name}`,
    saidBy: (name) => `said by the liaison ${name}`,
    take: 'Take it over',
    leave: 'Leave it',
    taken: 'Taken over',
    left: 'Left as it was',
    answer: 'Reply',
    reason: 'Reason',
  },
}
