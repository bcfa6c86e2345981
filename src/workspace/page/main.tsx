import { createRoot } from 'react-dom/client'

import { App } from './app.tsx'

const place = document.querySelector('#page')
if (place === null) throw new Error('index.html has no #page')
createRoot(place).render(<App />)
