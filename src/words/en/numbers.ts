import { numberWords } from '../number-words.ts'

export const { number, signedNumber, counted, ago } = numberWords('en-US', 'just now')
