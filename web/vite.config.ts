import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const dist = join(root, 'dist')

/** Lays `.br` and `.gz` twins beside the text files: the server sends them as they are and spends nothing on packing. */
const packedTwins = (): Plugin => ({
  name: 'packed-twins',
  apply: 'build',
  closeBundle: async () => {
    const files = (await readdir(dist, { recursive: true })).filter((name) => /\.(js|css|html|svg|json)$/.test(name))
    for (const name of files) {
      const text = await readFile(join(dist, name))
      if (text.length < 1024) continue
      await writeFile(join(dist, `${name}.gz`), await promisify(gzip)(text, { level: 9 }))
      await writeFile(join(dist, `${name}.br`), await promisify(brotliCompress)(text))
    }
  },
})

/** Of a drawing only what is drawn: the heads of eighty files took 0.8 kB of the first page. Their licence is told in index.html. */
const bareIcons = (): Plugin => ({
  name: 'bare-icons',
  enforce: 'pre',
  load: async (id) => {
    if (!/lucide-static[\\/]icons[\\/][\w-]+\.svg\?raw$/.test(id)) return null
    const file = await readFile(id.slice(0, -'?raw'.length), 'utf8')
    const drawn = file.slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.lastIndexOf('</svg>'))
    return `export default ${JSON.stringify(`<svg>${drawn.trim().replaceAll(/>\s+</g, '><')}</svg>`)}`
  },
})

/** Makes the script of pages that lie at a web host: one file for old telephones, which the server writes into each. */
const sealedPageScript = (): Plugin => ({
  name: 'sealed-page-script',
  apply: 'build',
  closeBundle: async () => {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      build: {
        outDir: dist,
        emptyOutDir: false,
        target: 'es2017',
        lib: {
          entry: join(root, 'sealed-page/open.ts'),
          formats: ['iife'],
          name: 'sealedPage',
          fileName: () => 'sealed-page.js',
        },
      },
    })
  },
})

export default defineConfig({
  root,
  plugins: [bareIcons(), sealedPageScript(), packedTwins()],
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy is 'self': nothing may be inlined as a data: address or an inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // Schemas are values for the server; the browser takes their types and lists, not the shapes or their library.
        manualPureFunctions: [
          'Type',
          'Shape',
          'Nullable',
          'Choice',
          'Line',
          'OptionalLine',
          'Paragraphs',
          'Count',
          'optional',
        ],
      },
    },
  },
  // The API of the server beside it; not web/api/*.ts, which are pages' own files.
  server: { host: '127.0.0.1', proxy: { '^/api/(?!.*\\.ts)': 'http://127.0.0.1:3000' } },
})
