/** `1 day`, `2 days`. */
export const daysOf = (count: number): string => (count === 1 ? '1 day' : `${String(count)} days`)

/** `1 unit`, `2 units`. */
export const unitsOf = (count: number): string => (count === 1 ? '1 unit' : `${String(count)} units`)

/** `1 conflict`, `2 conflicts`. */
export const conflictsOf = (count: number): string => (count === 1 ? '1 conflict' : `${String(count)} conflicts`)

/** `1 congress`, `2 congresses`. */
export const congressesOf = (count: number): string => (count === 1 ? '1 congress' : `${String(count)} congresses`)

/** `1 collective`, `2 collectives`. */
export const collectivesOf = (count: number, write: (count: number) => string = String): string =>
  count === 1 ? '1 collective' : `${write(count)} collectives`

/** `1 person`, `2 persons`. */
export const personsOf = (count: number, write: (count: number) => string = String): string =>
  count === 1 ? '1 person' : `${write(count)} persons`

/** `1 form`, `2 forms`. */
export const formsOf = (count: number): string => (count === 1 ? '1 form' : `${String(count)} forms`)

/** `1 file`, `2 files`. */
export const filesOf = (count: number): string => (count === 1 ? '1 file' : `${String(count)} files`)
