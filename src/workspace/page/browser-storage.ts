import { useEffect, useState } from 'react'

/** A text that this browser keeps under a name, and how to change it. */
export function useStored(name: string, first: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(`eksip.${name}`) ?? first)
  useEffect(() => localStorage.setItem(`eksip.${name}`, text), [name, text])
  return [text, setText]
}
