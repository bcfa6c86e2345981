import { useEffect, useState } from 'react'

/** How wide an element is, in pixels, also after it was resized. */
export function useWidth(element: { readonly current: Element | null }, first: number): number {
  const [width, setWidth] = useState(first)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(entry.contentRect.width)
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
