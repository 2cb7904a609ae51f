/** Has the browser download what is at an address of the API. */
export const download = (path: string): void => {
  const link = document.createElement('a')
  link.href = path
  link.download = ''
  link.click()
}
