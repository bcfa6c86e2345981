import { useEffect, useState } from 'react'

import { parseAddress, type Address } from './address.ts'

/** What the page's address names, also after going back and forth. */
export function useAddress(): Address {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const update = () => setHash(location.hash)
    window.addEventListener('hashchange', update)
    return () => window.removeEventListener('hashchange', update)
  }, [])
  return parseAddress(hash)
}
