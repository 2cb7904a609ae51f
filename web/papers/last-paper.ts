/** The paper of a congress that was looked at last in this tab: who comes back from its list finds it again. */
export const keepPaper = (congressId: string, kind: string): void => {
  try {
    sessionStorage.setItem(keyOf(congressId), kind)
  } catch {
    // Full or forbidden: only the comfort is lost.
  }
}

export const keptPaper = (congressId: string): string => {
  try {
    return sessionStorage.getItem(keyOf(congressId)) ?? ''
  } catch {
    return ''
  }
}

const keyOf = (congressId: string): string => `tien-toi.paper.${congressId}`
