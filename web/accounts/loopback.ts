/** Whether the address leads to the computer on which it is opened, and so nowhere for anybody else. */
export const opensOnlyHere = (url: string): boolean => {
  const { hostname } = new URL(url)
  const isName = hostname === 'localhost' || hostname.endsWith('.localhost')
  return isName || /^(127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname)
}
