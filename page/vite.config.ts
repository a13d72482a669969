// The page as the server gives it: one small first load, symbols and charts later.
// Names carry no digest, so that the committed build changes only where it changed.
import { defineConfig } from 'vite'
import { alias } from './vite.shared.ts'

export default defineConfig({
  base: './',
  resolve: { alias },
  publicDir: 'public',
  build: {
    outDir: '../src/refight/web/page',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name].js',
        assetFileNames: 'assets/[name][extname]',
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8350' } },
})
