/** Whether the address leads to the computer on which it is opened, and so nowhere for anybody else. */
export const opensOnlyHere = (url: string): boolean => {
  const { hostname } = new URL(url)
  const isName = hostname === 'localhost' || hostname.endsWith('.localhost')
  return isName || /^(127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname)
}

/** Private addresses (RFC 1918, 3927, 4193, 4291), and names that only a network of its own knows. */
const privateAddress = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)[\d.]+$|^\[f([cd]|e[89ab])/i
const privateName = /^[^.[\]]+$|\.(local|lan|internal|home\.arpa)$/i

/** Whether only those in the same network reach the address. */
export const opensOnlyInNetwork = (url: string): boolean => {
  const { hostname } = new URL(url)
  return !opensOnlyHere(url) && (privateAddress.test(hostname) || privateName.test(hostname))
}
