// The page in one piece, for a file that opens from disk: index.html with scripts and
// styles put in, and a place for the payloads. The export fills it and adds the policy.
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'
import { alias } from './vite.shared.ts'

function onePiece(): Plugin {
  return {
    name: 'one-piece',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const [script, style] = [text(bundle['page.js']), text(bundle['page.css'])]
      for (const name of Object.keys(bundle)) delete bundle[name]
      this.emitFile({ type: 'asset', fileName: 'offline.html', source: page(script, style) })
    },
  }
}

function page(script: string, style: string): string {
  const safe = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  return readFileSync('index.html', 'utf8')
    .replace(/ *<link rel="icon".*\n/, () => `    <link rel="icon" href="data:,">\n    <style>${style.trim()}</style>\n`)
    .replace(/<script type="module".*<\/script>/, () => `<!-- payloads -->\n    <script>${safe}</script>`)
}

type Output = { type: string; code?: string; source?: string | Uint8Array } | undefined
function text(output: Output): string {
  if (output?.code !== undefined) return output.code
  if (output?.source === undefined) throw new Error('the build left out a part')
  return typeof output.source === 'string' ? output.source : new TextDecoder().decode(output.source)
}

export default defineConfig({
  base: './',
  resolve: { alias },
  publicDir: false,
  plugins: [onePiece()],
  build: {
    outDir: '../src/refight/web/page',
    emptyOutDir: false,
    sourcemap: false,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'refight', fileName: () => 'page.js', cssFileName: 'page' },
  },
})
