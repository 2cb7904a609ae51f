import type { replacement as vietnamese } from '../vi/replacement.ts'

export const replacement: typeof vietnamese = {
  heading: (name) => `Replace ${name}`,
  open: 'Replace',
  who: 'Who comes instead',
  whoHelp: 'Choose among the alternates; leave it empty to enter somebody new.',
  newcomer: 'Somebody new',
  nobodyStandsBy: 'Nobody stands by at this congress, so somebody new is entered.',
  reason: 'Reason',
  takesPlace: (groups) => `Takes over number, seat and door${groups === '' ? '' : `, structure groups: ${groups}`}`,
  takesPlaceHelp: (hasGroups) =>
    `Otherwise both keep their own.${hasGroups ? ' Whoever has structure groups already keeps those.' : ''}`,
  takesRoles: (roles) => `Takes over roles and sessions: ${roles}`,
  takesRolesHelp: 'Otherwise the roles are left open; those in sessions stand among the conflicts of the programme.',
  inGroup: (group, role) => (role === '' ? group : `${group} (${role})`),
  sessions: 'sessions given by hand',
  explained:
    'Whoever is replaced is withdrawn and stays on the list. The other comes in the same delegation and class.',
  replacedBy: (name) => `Replaced by ${name}`,
  replaces: (name) => `In place of ${name}`,
  done: (gone, comes) => `${gone} is replaced by ${comes}.`,
}
