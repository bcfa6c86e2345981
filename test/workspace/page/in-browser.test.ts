import { describe } from 'vitest'

import { describeInBrowser } from './browser.ts'
import { testDrawing } from './in-browser/drawing.ts'
import { testForms } from './in-browser/forms.ts'
import { testLooks } from './in-browser/looks.ts'
import { testTalking } from './in-browser/talking.ts'
import { testUsing } from './in-browser/using.ts'
import { testWriting } from './in-browser/writing.ts'

// All in one file, so that one browser serves them and never two run at once.
describeInBrowser('the page in a browser', (open) => {
  describe('draws', () => {
    testDrawing(open)
  })
  describe('is used:', () => {
    testUsing(open)
  })
  describe('takes forms:', () => {
    testForms(open)
  })
  describe('is written into:', () => {
    testWriting(open)
  })
  describe('talks with a bot:', () => {
    testTalking(open)
  })
  describe('looks right:', () => {
    testLooks(open)
  })
})
