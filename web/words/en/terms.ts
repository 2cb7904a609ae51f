import type { Words } from '../vi.ts'

export const terms: Words['terms'] = {
  states: {
    planned: 'Planned',
    approved: 'Approved',
    preparing: 'Preparing',
    held: 'Held',
    reported: 'Reported',
    postponed: 'Postponed',
    cancelled: 'Cancelled',
    late: 'Late',
  },
  severities: { impossible: 'Impossible', serious: 'Serious', doubtful: 'Doubtful' },
  halfDays: { morning: 'Morning', afternoon: 'Afternoon', day: 'All day' },
  assemblies: { everybody: 'Everybody', delegates: 'Delegates' },
  roles: { viewer: 'Viewer', secretariat: 'Secretariat', organizer: 'Organizer', administrator: 'Administrator' },
  rolesExplained: {
    viewer: 'Sees everything, changes nothing.',
    secretariat: 'Writes the programmes, papers and lists of delegates of congresses.',
    organizer:
      'Schedules; creates and changes congresses, units and venues; sends lists of delegates to the congress above.',
    administrator: 'Everything, accounts and roles included.',
  },
  ranks: {
    head: 'Secretary, Chair',
    deputy: 'Deputy Secretary, Vice Chair',
    'standing-member': 'Member of the Standing Committee',
    'department-head': 'Director of a department, head of a board',
    'department-deputy': 'Deputy director, deputy head of a board',
  },
  layouts: {
    theatre: 'Theatre',
    classroom: 'Classroom',
    banquet: 'Banquet',
    'u-shape': 'U-shape',
    boardroom: 'Boardroom',
  },
  bookingKinds: { rehearsal: 'Rehearsal', decoration: 'Decoration', 'set-up': 'Set-up', other: 'Other use' },
  repetitions: { none: 'Once', daily: 'Daily', weekly: 'Weekly' },
  dayKinds: {
    holiday: 'Public holiday',
    tet: 'Lunar new year',
    'party-congress': 'Party congress',
    blocked: 'Blocked day',
    'working-day': 'Worked in exchange',
    anniversary: 'Anniversary',
  },
}
