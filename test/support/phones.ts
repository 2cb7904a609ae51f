import { eq } from 'drizzle-orm'
import type { Office } from '../../server/office.ts'

/** Keeps the telephone number of a unit or a post as it may stand in an old database, whatever may be written today. */
export const keepPhone = (office: Office, of: 'units' | 'posts', id: string, text: string): Promise<void> =>
  office.db.write(async (tx) => {
    const { units, posts } = tx.tables
    if (of === 'units') await tx.update(units).set({ contactPhone: text }).where(eq(units.id, id))
    else await tx.update(posts).set({ phone: text }).where(eq(posts.id, id))
  })
