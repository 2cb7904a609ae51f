import type { Keyed, Kit } from '../columns.ts'

export type Role = 'viewer' | 'secretariat' | 'organizer' | 'administrator'
export type LinkKind = 'first-administrator' | 'invitation' | 'new-password' | 'sign-in'

/** Who may sign in, what they may do and where. Secrets are kept as hashes only. */
export const accountTables = (kit: Kit, units: Keyed) => {
  const unitId = (name: string) => kit.text(name).references(() => units.id)
  const accounts = kit.table(
    'accounts',
    {
      id: kit.text('id').primaryKey(),
      login: kit.text('login').notNull(),
      name: kit.text('name').notNull(),
      /** `scrypt$N$r$p$salt$hash`, base64; null until a password is chosen. */
      passwordHash: kit.text('password_hash'),
      language: kit.choice<'vi' | 'en'>('language').notNull(),
      isDisabled: kit.boolean('is_disabled').notNull(),
      createdAt: kit.text('created_at').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('accounts_login').on(table.login)],
  )
  const account = (name: string) => kit.text(name).references(() => accounts.id)
  const grants = kit.table(
    'grants',
    {
      id: kit.text('id').primaryKey(),
      accountId: account('account_id').notNull(),
      /** The role holds for this unit and its subtree; null = for the whole installation. */
      unitId: unitId('unit_id'),
      role: kit.choice<Role>('role').notNull(),
      /** Ethnicity, religion, Party membership, health and diet of people (Law 91/2025/QH15). */
      maySeeSensitive: kit.boolean('may_see_sensitive').notNull().default(false),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('grants_account').on(table.accountId), kit.index('grants_unit').on(table.unitId)],
  )
  /** An upper level lets a unit (and its subtree) see another subtree. */
  const shares = kit.table(
    'shares',
    {
      id: kit.text('id').primaryKey(),
      unitId: unitId('unit_id').notNull(),
      withUnitId: unitId('with_unit_id').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.uniqueIndex('shares_pair').on(table.unitId, table.withUnitId)],
  )
  const signIns = kit.table(
    'sign_ins',
    {
      /** SHA-256 of the cookie's token. */
      tokenHash: kit.text('token_hash').primaryKey(),
      accountId: account('account_id').notNull(),
      createdAt: kit.text('created_at').notNull(),
      expiresAt: kit.text('expires_at').notNull(),
    },
    (table) => [kit.index('sign_ins_account').on(table.accountId)],
  )
  const links = kit.table('links', {
    /** SHA-256 of the token in the link. */
    tokenHash: kit.text('token_hash').primaryKey(),
    kind: kit.choice<LinkKind>('kind').notNull(),
    accountId: account('account_id'),
    login: kit.text('login').notNull(),
    name: kit.text('name').notNull(),
    role: kit.choice<Role>('role'),
    unitId: unitId('unit_id'),
    /** Grant that passes to whoever takes the link (handing over a duty). */
    grantId: kit.text('grant_id'),
    createdAt: kit.text('created_at').notNull(),
    expiresAt: kit.text('expires_at').notNull(),
    usedAt: kit.text('used_at'),
  })
  return { accounts, grants, shares, signIns, links }
}
