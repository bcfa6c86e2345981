/** A line of help in English words, as the tables of the grammar have it. */
export const spelling = (line: string): string => line
