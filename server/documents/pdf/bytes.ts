const blockSize = 1 << 20

/** Bytes come together in large blocks: a small buffer that is kept would hold the eight kilobytes it was cut from. */
export const openBytes = () => {
  const blocks: Buffer[] = []
  let block = Buffer.alloc(0)
  let length = 0
  return {
    add: (chunk: Buffer) => {
      if (length + chunk.length > block.length) {
        blocks.push(block.subarray(0, length))
        block = Buffer.allocUnsafeSlow(Math.max(blockSize, chunk.length))
        length = 0
      }
      length += chunk.copy(block, length)
    },
    all: (): Buffer => Buffer.concat([...blocks, block.subarray(0, length)]),
  }
}
