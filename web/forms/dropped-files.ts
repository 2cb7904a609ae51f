/** Every file that was dropped, those in folders with the path at which they lay. */
export const droppedFiles = async (items: DataTransferItemList): Promise<File[]> => {
  // The list is emptied as soon as anything is waited for.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  return (await Promise.all(entries.map(filesIn))).flat()
}

const filesIn = async (entry: FileSystemEntry): Promise<File[]> => {
  if (isFile(entry)) return [await fileOf(entry)]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: File[] = []
  // A folder tells at most a hundred of its entries at a time.
  for (let part = await partOf(reader); part.length > 0; part = await partOf(reader)) {
    found.push(...(await Promise.all(part.map(filesIn))).flat())
  }
  return found
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file((file) => {
      Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.replace(/^\//u, '') })
      resolve(file)
    }, reject)
  })

const partOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject))
