import { numberWords } from '../number-words.ts'

export const { number, signedNumber, counted, ago } = numberWords('fr-FR', 'à l’instant')
