/** A stream that is open, and how it is asked to give way. */
interface Stream {
  accountId: string
  giveWay: () => void
}

/** Most streams at a time: those of one account (its tabs and telephones), and all of this server. */
export const mostStreams = { ofAccount: 12, ofServer: 2000 } as const

/**
 * Keeps count of open streams. Where one is too many the oldest gives way: of the account first, so that nobody closes
 * the streams of others by opening tabs. `add` answers with what takes the stream out again.
 */
export const streamKeeper = (most: { ofAccount: number; ofServer: number } = mostStreams) => {
  const open = new Set<Stream>()
  const close = (stream: Stream | undefined) => {
    if (!stream || !open.delete(stream)) return
    stream.giveWay()
  }
  return {
    add: (accountId: string, giveWay: () => void): (() => void) => {
      const ofAccount = [...open].filter((each) => each.accountId === accountId)
      if (ofAccount.length >= most.ofAccount) close(ofAccount[0])
      else if (open.size >= most.ofServer) close([...open][0])
      const stream: Stream = { accountId, giveWay }
      open.add(stream)
      return () => void open.delete(stream)
    },
  }
}
