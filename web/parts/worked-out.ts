/** Works something out of an object once, for as long as the same object is asked for: what draws often asks again. */
export const workedOut = <Key extends object, Value>(work: (key: Key) => Value): ((key: Key) => Value) => {
  let last: { key: Key; value: Value } | null = null
  return (key) => {
    if (last?.key !== key) last = { key, value: work(key) }
    return last.value
  }
}
