// The parts of milsymbol that the page takes (see the alias in vite.shared.ts): its
// package gives types for the whole only.
declare module 'milsymbol-parts' {
  import type milsymbol from 'milsymbol'
  type Icons = { readonly landUnitIcons: unique symbol }
  export const ms: typeof milsymbol & { addIcons(icons: readonly Icons[] | Icons): void }
  export const numberlandunit: Icons
}
