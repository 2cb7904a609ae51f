import type { Role } from '../server/accounts/schema.ts'
import type { IconName } from './style/icons.ts'
import type { Words } from './words/words.ts'

/** A page: where it stands, what draws it, who may open it. */
export interface Page {
  /** URLPattern of the path; its named parts arrive as `params`. */
  path: string
  /** The element, defined by the file that `load` imports; it extends `PageElement`. */
  tag: string
  load: () => Promise<unknown>
  title: keyof Words['shell']['pages']
  /** Weakest role, held anywhere, with which the page makes sense; `anyone` also signed out. */
  role: Role | 'signed-in' | 'anyone'
  /** Its line in the navigation: above the rule or below it; left out = reached from other pages. */
  navigation?: { icon: IconName; group: 'main' | 'settings' }
  /** Path of the page whose line in the navigation is lit instead. */
  within?: string
  /** Without navigation around it: signing in, links. */
  isBare?: boolean
  /** It does with the words that come with the frame: nothing more is fetched for it. */
  isFirst?: boolean
}

/** All pages in the order of the navigation. A new one is an entry here, its title in words/vi/shell.ts and en. */
export const pages: readonly Page[] = [
  {
    path: '/road',
    tag: 'road-page',
    load: () => import('./road/road-page.ts'),
    title: 'road',
    role: 'viewer',
    isFirst: true,
    navigation: { icon: 'route', group: 'main' },
  },
  {
    path: '/results',
    tag: 'results-page',
    load: () => import('./results/results-page.ts'),
    title: 'results',
    role: 'viewer',
    navigation: { icon: 'clipboard-check', group: 'main' },
  },
  {
    path: '/congresses',
    tag: 'congresses-page',
    load: () => import('./congresses/congresses-page.ts'),
    title: 'congresses',
    role: 'viewer',
    navigation: { icon: 'landmark', group: 'main' },
  },
  {
    path: '/congresses/:id',
    tag: 'congress-overview-page',
    load: () => import('./congresses/overview-page.ts'),
    title: 'congress',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/programme',
    tag: 'programme-page',
    load: () => import('./programme/programme-page.ts'),
    title: 'programme',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/screen',
    tag: 'hall-screen-page',
    load: () => import('./day/hall-screen-page.ts'),
    title: 'hallScreen',
    role: 'viewer',
    within: '/congresses',
    isBare: true,
  },
  {
    path: '/congresses/:id/delegates',
    tag: 'delegates-page',
    load: () => import('./delegates/delegates-page.ts'),
    title: 'delegates',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/lists',
    tag: 'lists-page',
    load: () => import('./lists/lists-page.ts'),
    title: 'lists',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/links',
    tag: 'delegate-links-page',
    load: () => import('./delegate-links/links-page.ts'),
    title: 'links',
    role: 'secretariat',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/delegates/import',
    tag: 'import-page',
    load: () => import('./exchange/import-page.ts'),
    title: 'import',
    role: 'secretariat',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/assignments',
    tag: 'assignments-page',
    load: () => import('./assignments/assignments-page.ts'),
    title: 'assignments',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/quotas',
    tag: 'quotas-page',
    load: () => import('./quotas/quotas-page.ts'),
    title: 'quotas',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/make-up',
    tag: 'make-up-page',
    load: () => import('./make-up/make-up-page.ts'),
    title: 'makeUp',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/unit-lists',
    tag: 'unit-lists-page',
    load: () => import('./unit-lists/unit-lists-page.ts'),
    title: 'unitLists',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/unit-lists/forms',
    tag: 'list-forms-page',
    load: () => import('./unit-lists/list-forms-page.ts'),
    title: 'listForms',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/unit-lists/:sendingUnitId',
    tag: 'unit-list-page',
    load: () => import('./unit-lists/unit-list-page.ts'),
    title: 'unitList',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/unit-lists/:sendingUnitId/import',
    tag: 'import-page',
    load: () => import('./exchange/import-page.ts'),
    title: 'import',
    role: 'secretariat',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/groups',
    tag: 'groups-page',
    load: () => import('./groups/groups-page.ts'),
    title: 'groups',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/seating',
    tag: 'seating-page',
    load: () => import('./seating/seating-page.ts'),
    title: 'seating',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/papers',
    tag: 'papers-page',
    load: () => import('./papers/papers-page.ts'),
    title: 'papers',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/outside-forms',
    tag: 'outside-forms-page',
    load: () => import('./outside-forms/outside-forms-page.ts'),
    title: 'outsideForms',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/people/duplicates',
    tag: 'duplicates-page',
    load: () => import('./people/duplicates-page.ts'),
    title: 'duplicates',
    role: 'secretariat',
    within: '/congresses',
  },
  {
    path: '/outside-forms/:id',
    tag: 'outside-form-page',
    load: () => import('./outside-forms/outside-form-page.ts'),
    title: 'outsideForm',
    role: 'secretariat',
    within: '/congresses',
  },
  {
    path: '/congresses/:id/history',
    tag: 'congress-history-page',
    load: () => import('./congresses/history-page.ts'),
    title: 'congressHistory',
    role: 'viewer',
    within: '/congresses',
  },
  {
    path: '/postponed',
    tag: 'postponed-page',
    load: () => import('./congresses/postponed-page.ts'),
    title: 'postponed',
    role: 'organizer',
    within: '/congresses',
  },
  {
    path: '/calendar',
    tag: 'calendar-page',
    load: () => import('./calendar/calendar-page.ts'),
    title: 'calendar',
    role: 'viewer',
    navigation: { icon: 'calendar-days', group: 'main' },
  },
  {
    path: '/calendar/days',
    tag: 'calendar-days-page',
    load: () => import('./calendar/calendar-days-page.ts'),
    title: 'calendarDays',
    role: 'viewer',
    within: '/calendar',
  },
  {
    path: '/units',
    tag: 'units-page',
    load: () => import('./units/units-page.ts'),
    title: 'units',
    role: 'viewer',
    navigation: { icon: 'building-2', group: 'main' },
  },
  {
    path: '/venues',
    tag: 'venues-page',
    load: () => import('./venues/venues-page.ts'),
    title: 'venues',
    role: 'viewer',
    navigation: { icon: 'armchair', group: 'main' },
  },
  {
    path: '/venues/:id',
    tag: 'venue-page',
    load: () => import('./venues/venue-page.ts'),
    title: 'venue',
    role: 'viewer',
    within: '/venues',
  },
  {
    path: '/venues/:id/halls/:hallId',
    tag: 'hall-page',
    load: () => import('./halls/hall-page.ts'),
    title: 'hall',
    role: 'viewer',
    within: '/venues',
  },
  {
    path: '/leaders',
    tag: 'leaders-page',
    load: () => import('./leaders/leaders-page.ts'),
    title: 'leaders',
    role: 'viewer',
    navigation: { icon: 'users-round', group: 'main' },
  },
  {
    path: '/forms',
    tag: 'forms-page',
    load: () => import('./forms/forms-page.ts'),
    title: 'forms',
    role: 'viewer',
    navigation: { icon: 'file-spreadsheet', group: 'main' },
  },
  {
    path: '/leaders/:id/week',
    tag: 'leader-week-page',
    load: () => import('./leaders/leader-week-page.ts'),
    title: 'leaderWeek',
    role: 'viewer',
    within: '/leaders',
  },
  {
    path: '/cycle',
    tag: 'cycle-page',
    load: () => import('./cycles/cycle-page.ts'),
    title: 'cycle',
    role: 'viewer',
    navigation: { icon: 'settings', group: 'settings' },
  },
  {
    path: '/history',
    tag: 'history-page',
    load: () => import('./history/history-page.ts'),
    title: 'history',
    role: 'viewer',
    navigation: { icon: 'history', group: 'settings' },
  },
  {
    path: '/templates',
    tag: 'templates-page',
    load: () => import('./templates/templates-page.ts'),
    title: 'templates',
    role: 'viewer',
    navigation: { icon: 'file-text', group: 'settings' },
  },
  {
    path: '/templates/:kind',
    tag: 'template-page',
    load: () => import('./templates/template-page.ts'),
    title: 'template',
    role: 'viewer',
    within: '/templates',
  },
  {
    path: '/import/:kind(units|venues|congresses)',
    tag: 'import-page',
    load: () => import('./exchange/import-page.ts'),
    title: 'import',
    role: 'organizer',
  },
  {
    path: '/first-run',
    tag: 'first-run-page',
    load: () => import('./first-run/first-run-page.ts'),
    title: 'firstRun',
    role: 'organizer',
  },
  {
    path: '/accounts',
    tag: 'accounts-page',
    load: () => import('./accounts/accounts-page.ts'),
    title: 'accounts',
    role: 'administrator',
    navigation: { icon: 'key-round', group: 'settings' },
  },
  {
    path: '/me',
    tag: 'me-page',
    load: () => import('./accounts/me-page.ts'),
    title: 'me',
    role: 'signed-in',
  },
  {
    path: '/sign-in',
    tag: 'sign-in-page',
    load: () => import('./accounts/sign-in-page.ts'),
    title: 'signIn',
    role: 'anyone',
    isBare: true,
  },
  {
    path: '/link/:token',
    tag: 'link-page',
    load: () => import('./accounts/link-page.ts'),
    title: 'link',
    role: 'anyone',
    isBare: true,
  },
]

/** Where `/` leads: the start for a new installation, else the road, else the first page there is. */
export const homePath = (needsFirstRun: boolean): string => {
  const wanted = [...(needsFirstRun ? ['/first-run'] : []), '/road', '/congresses', '/me']
  return wanted.find((path) => pages.some((page) => page.path === path)) ?? '/me'
}
