import type { Run } from '../../history/history.ts'

/** A run as an option of a menu: `#42 prod-blue · t3.2xlarge 2 nodes 27 pods`. */
export function optionText({ number, name, line }: Run): string {
  return [`#${number}${name === null ? '' : ` ${name}`}`, line].join(' · ')
}
