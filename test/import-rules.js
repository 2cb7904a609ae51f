import { posix, relative, sep } from 'node:path'

/**
 * Who may import whom. A file belongs to the first layer whose pattern fits its path; `may` names the layers it may
 * import beside its own, `types` those it may take types of.
 */
export const layers = [
  { name: 'tools', files: /^(test\/|(web|server)\/vite\.config\.ts$|web\/style\/fonts\/)/, may: 'all' },
  { name: 'main', files: /^server\/main\.ts$/, may: ['app', 'features', 'ground', 'db'] },
  { name: 'app', files: /^server\/app\.ts$/, may: ['routes', 'http', 'ground'] },
  { name: 'routes', files: /^server\/[^/]+\/routes\.ts$/, may: ['http', 'features', 'queries', 'pure', 'ground'] },
  { name: 'http', files: /^server\/http\//, may: ['features', 'queries', 'pure', 'ground', 'db'] },
  { name: 'queries', files: /^server\/[^/]+\/queries\.ts$/, may: ['pure', 'db'] },
  { name: 'pure', files: /^server\/(shapes\.ts|format\/|[^/]+\/(schema|rules|planner)\.ts|[^/]+\/rules\/)/, may: [] },
  { name: 'ground', files: /^server\/[^/]+\.ts$/, may: ['pure', 'db'] },
  { name: 'drawing', files: /^server\/documents\/pdf\//, may: ['features', 'pure', 'ground'] },
  { name: 'features', files: /^server\//, may: ['queries', 'pure', 'ground', 'drawing', 'db', 'example'] },
  { name: 'example', files: /^db\/example\//, may: ['features', 'pure'] },
  { name: 'db', files: /^db\//, may: ['pure'] },
  { name: 'web', files: /^web\//, may: ['pure'], types: ['ground'] },
]

/** Packages that only some layers may import; `types` names layers that may take types alone. */
export const keptPackages = [
  { pattern: /^pdfkit(\/|$)/, by: ['drawing'] },
  { pattern: /^(better-sqlite3|pg|@electric-sql\/.+|drizzle-kit)$/, by: ['db'] },
  { pattern: /^drizzle-orm\/(better-sqlite3|node-postgres|pglite)/, by: ['db'] },
  { pattern: /^drizzle-orm(\/|$)/, by: ['db', 'queries'] },
  { pattern: /^(fastify|fastify-plugin|@fastify\/.+)$/, by: ['app', 'http', 'routes', 'ground'] },
  { pattern: /^typebox(\/|$)/, by: ['app', 'http', 'routes', 'features', 'pure'], types: ['web'] },
  { pattern: /^node:/, by: ['main', 'routes', 'http', 'ground', 'drawing', 'features', 'example', 'db'] },
  { pattern: /^(lit|@lit|@lit-labs|lucide-static|urlpattern-polyfill)(\/|$)/, by: ['web'] },
]

export const layerOf = (path) => layers.find(({ files }) => files.test(path))

/** Why a file may not import this, in one sentence; null when it may. Paths are relative to the root, with slashes. */
export const refusal = (path, specifier, isTypeOnly) => {
  const from = layerOf(path)
  if (!from || from.may === 'all') return null
  if (!specifier.startsWith('.')) return refusalOfPackage(from, specifier, isTypeOnly)
  const target = posix.join(posix.dirname(path), specifier)
  const to = layerOf(target)
  const isLike = to === from && from.name !== 'routes'
  if (!to || isLike || from.may.includes(to.name) || (isTypeOnly && from.types?.includes(to.name))) return null
  return `${target} (${to.name}) is not for ${from.name}: ${reachOf(from)}`
}

const reachOf = ({ name, may }) => `${name} may import ${may.length > 0 ? may.join(', ') : 'only its like'}`

const refusalOfPackage = (from, specifier, isTypeOnly) => {
  const kept = keptPackages.find(({ pattern }) => pattern.test(specifier))
  if (!kept || kept.by.includes(from.name) || (isTypeOnly && kept.types?.includes(from.name))) return null
  return `${specifier} is not for ${from.name}: only ${kept.by.join(', ')} may import it`
}

/** ESLint's form of the table above. */
const rule = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{why}}' } },
  create: (context) => {
    const path = relative(context.cwd, context.filename).split(sep).join('/')
    const check = (node, source, isTypeOnly) => {
      if (typeof source?.value !== 'string') return
      const why = refusal(path, source.value.split('?')[0], isTypeOnly)
      if (why !== null) context.report({ node: source, messageId: 'refused', data: { why } })
    }
    const areTypes = (specifiers) =>
      specifiers.length > 0 && specifiers.every(({ importKind, exportKind }) => (importKind ?? exportKind) === 'type')
    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type' || areTypes(node.specifiers)),
      ExportNamedDeclaration: (node) =>
        check(node, node.source, node.exportKind === 'type' || areTypes(node.specifiers)),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
    }
  },
}

export const importRules = { rules: { layers: rule } }
