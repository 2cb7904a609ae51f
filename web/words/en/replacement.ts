import type { replacement as vietnamese } from '../vi/replacement.ts'

export const replacement: typeof vietnamese = {
  heading: (name) => `Replace ${name}`,
  open: 'Replace',
  who: 'Who comes instead',
  whoHelp: 'Choose among the alternates; leave it empty to enter somebody new.',
  newcomer: 'Somebody new',
  nobodyStandsBy: 'Nobody stands by at this congress, so somebody new is entered.',
  reason: 'Reason',
  takesPlace: 'Takes over number, seat and door',
  takesPlaceHelp: 'Otherwise both keep their own.',
  takesRoles: (roles) => `Takes over roles and sessions: ${roles}`,
  takesRolesHelp: 'Otherwise the roles are left open, and stand among the conflicts of the programme.',
  sessions: 'sessions given by hand',
  explained:
    'Whoever is replaced is withdrawn and stays on the list. The other comes in the same delegation and class.',
  replacedBy: (name) => `Replaced by ${name}`,
  replaces: (name) => `In place of ${name}`,
  done: (gone, comes) => `${gone} is replaced by ${comes}.`,
}
