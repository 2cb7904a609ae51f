const boundary = 'between-the-parts'

/** A form with one file, as a browser sends it. */
export const formWith = (bytes: Uint8Array, fileName = 'Danh sách.xlsx') => formWithFiles([[fileName, bytes]])

/** A form with several files, by name. */
export const formWithFiles = (files: readonly (readonly [name: string, bytes: Uint8Array])[]) => ({
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  body: Buffer.concat([
    ...files.flatMap(([name, bytes]) => [Buffer.from(headOf(name)), bytes, Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ]),
})

const headOf = (fileName: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`
