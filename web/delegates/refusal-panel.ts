import { html, nothing } from 'lit'
import '../parts/error-panel.ts'
import { allColumns } from './columns.ts'
import type { DelegateDesk } from './desk.ts'

/** Both versions of somebody whom another changed meanwhile; nothing where nothing was refused. */
export const refusalPanel = (desk: DelegateDesk) =>
  desk.refused === null
    ? nothing
    : html`<error-panel
        .error=${desk.refused.error}
        .compared=${desk.compared(allColumns)}
        @mine-kept=${() => desk.keepMine()}
        @theirs-taken=${() => desk.takeTheirs()}
      ></error-panel>`
