import { useState } from 'react'

/** A text that is not sent yet, and how to change it. This tab keeps it under the name of its place. */
export function useDraft(place: string): readonly [string, (text: string) => void] {
  const name = `eksip.draft.${place}`
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? '')
  return [
    text,
    (next) => {
      setText(next)
      if (next === '') sessionStorage.removeItem(name)
      else sessionStorage.setItem(name, next)
    },
  ]
}
