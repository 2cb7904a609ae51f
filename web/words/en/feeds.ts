import type { Words } from '../vi.ts'

export const feeds: Words['feeds'] = {
  action: 'Calendar link (ICS)',
  heading: 'Calendar link (ICS)',
  sentence:
    'Telephones, Outlook or Google Calendar that subscribe to such a link stay up to date. Whoever has the link can read it: give each person a link of their own, and revoke it when it is not used any more.',
  how: 'iPhone: Settings, Apps, Calendar, Calendar Accounts, Add Account, Other, Add Subscribed Calendar. Android: open Google Calendar on a computer, Other calendars, From URL.',
  target: 'Calendar of',
  name: 'Name it',
  nameHelp: 'Who uses it, and where: the chairman’s telephone, the notice board.',
  create: 'Make a link',
  link: 'Link',
  once: 'It is shown this once. Copy it now; if it is lost, make another.',
  made: 'The calendar link is made.',
  existing: 'Links in use',
  none: 'No link yet.',
  by: (name, date) => `made by ${name} on ${date}`,
  fetched: (at) => `last read ${at}`,
  neverFetched: 'not read yet',
  ended: 'ended: whoever made it has lost the role',
  revoke: 'Revoke',
  revokeOf: (name) => `Revoke ${name}`,
  revoked: 'The link is revoked.',
}
