import { useEffect, useState } from 'react'

import { useStored } from './browser-storage.ts'

/** What the user wants; `system` follows the computer. */
export type ThemeChoice = 'system' | 'light' | 'dark'

/** The colours that are drawn, what was chosen, and how to choose. */
export type Theme = {
  readonly shown: 'light' | 'dark'
  readonly choice: ThemeChoice
  readonly choose: (choice: ThemeChoice) => void
}

/** Keeps the choice in this browser and marks the document with the theme that is shown. */
export function useTheme(): Theme {
  const [stored, setStored] = useStored('theme', 'system')
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)')
  const choice = stored === 'light' || stored === 'dark' ? stored : 'system'
  const shown = choice === 'system' ? (isSystemDark ? 'dark' : 'light') : choice
  useEffect(() => {
    document.documentElement.dataset['theme'] = shown
  }, [shown])
  return { shown, choice, choose: setStored }
}

function useMediaQuery(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const list = window.matchMedia(query)
    const update = () => setMatches(list.matches)
    list.addEventListener('change', update)
    return () => list.removeEventListener('change', update)
  }, [query])
  return matches
}
