import type {
  GoneFromGroups,
  GroupBoard,
  GroupChanges,
  GroupPlanSetting,
  MemberChanges,
  NewGroups,
  NewRule,
  PlanOrder,
  PlanPreview,
  RowsNamed,
} from '../../server/groups/schema.ts'
import { getJson, write } from './request.ts'

/** Tables that the board is read from. */
export const tablesOfGroups = [
  'groupPlans',
  'discussionGroups',
  'groupMembers',
  'groupRules',
  'delegates',
  'delegations',
  'people',
]

export const findGroupBoard = (congressId: string) => getJson<GroupBoard>(`/api/congresses/${congressId}/groups`)
export const saveGroupPlan = (congressId: string, body: GroupPlanSetting) =>
  write('PUT', `/api/congresses/${congressId}/group-plan`, { body })
export const addGroups = (congressId: string, body: NewGroups) =>
  write<{ ids: string[] }>('POST', `/api/congresses/${congressId}/groups`, { body })
export const changeGroups = (congressId: string, body: GroupChanges) =>
  write('PUT', `/api/congresses/${congressId}/groups`, { body })
export const removeGroups = (congressId: string, body: RowsNamed) =>
  write('POST', `/api/congresses/${congressId}/groups/remove`, { body })
export const changeMembers = (congressId: string, body: MemberChanges) =>
  write('PUT', `/api/congresses/${congressId}/group-members`, { body })
export const addGroupRule = (congressId: string, body: NewRule) =>
  write<{ id: string }>('POST', `/api/congresses/${congressId}/group-rules`, { body })
export const removeGroupRules = (congressId: string, body: RowsNamed) =>
  write('POST', `/api/congresses/${congressId}/group-rules/remove`, { body })
export const settleGoneFromGroups = (congressId: string, body: GoneFromGroups) =>
  write('POST', `/api/congresses/${congressId}/group-gone`, { body })
/** A plan to look at; nothing is kept of it. */
export const planGroups = (congressId: string, body: PlanOrder) =>
  write<PlanPreview>('POST', `/api/congresses/${congressId}/groups/plan`, { body })

/** Address of the lists of all groups as a workbook. */
export const groupExportPath = (congressId: string): string => `/api/congresses/${congressId}/groups/export.xlsx`
