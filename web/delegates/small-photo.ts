import { photoSides } from '../../server/people/schema.ts'

const quality = 0.85

/**
 * The picture upright and as small as a photo of a person needs to be: nothing else that the file tells (where and by
 * what it was taken) goes with it. null = the browser cannot read it.
 */
export const smallPhoto = async (file: Blob): Promise<File | null> => {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const scale = Math.min(1, photoSides.width / picture.width, photoSides.height / picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return null
  // What is clear in a PNG would be black.
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const bytes = await new Promise<Blob | null>((drawn) => canvas.toBlob(drawn, 'image/jpeg', quality))
  return bytes && new File([bytes], 'anh.jpg', { type: 'image/jpeg' })
}
