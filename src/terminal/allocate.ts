/**
 * Allocation for scripts: a JSON request on each line of stdin, a JSON answer on each line of
 * stdout, in the same order. Nothing is stored; a line that is wrong is answered with its problems.
 *
 *   echo '{"id": 1, "instanceType": "t3.2xlarge", "pods": 15}' | npm run -s allocate
 */
import { allocationLine } from './allocation-line.ts'
import { answerLines } from './answer-lines.ts'

await answerLines(Infinity, allocationLine)
