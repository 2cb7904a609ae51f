import type { AssignmentBoard, AssignmentChange, RolesChange } from '../../server/assignments/schema.ts'
import { getJson, write } from './request.ts'

/** Tables that who comes where is read from, besides the programme's and the delegates'. */
export const tablesOfAssignments = [
  ...['assignmentRules', 'assignmentExceptions', 'rolePlans'],
  // Rules may name discussion groups.
  ...['groupPlans', 'discussionGroups', 'groupMembers'],
]

export const findAssignments = (congressId: string) =>
  getJson<AssignmentBoard>(`/api/congresses/${congressId}/assignments`)
export const changeAssignment = (congressId: string, body: AssignmentChange) =>
  write('PUT', `/api/congresses/${congressId}/assignments`, { body })
export const changeRoles = (congressId: string, body: RolesChange) =>
  write('PUT', `/api/congresses/${congressId}/roles`, { body })

/** Address of who comes where as a workbook, and of the sign-in sheet of a session. */
export const assignmentsExportPath = (congressId: string): string =>
  `/api/congresses/${congressId}/assignments/export.xlsx`
export const signInSheetPath = (sessionId: string): string => `/api/sessions/${sessionId}/sign-in-sheet.pdf`
