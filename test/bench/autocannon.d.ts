declare module 'autocannon' {
  interface Options {
    url: string
    connections: number
    duration: number
    /** Sent in turn, each by every connection. */
    requests: { headers: Record<string, string> }[]
  }
  interface Result {
    requests: { average: number }
    non2xx: number
    errors: number
  }
  const autocannon: (options: Options) => Promise<Result>
  export default autocannon
}
