/** Lines that the page offers above its composer; a click fills them in and posts nothing. */
export const examples: readonly string[] = [
  '/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2',
  '/eksip t3.2xlarge 2 nodes',
  '/eksip t3.2xlarge 1 node 15 pods',
  '/eksip t3.2xlarge 2 nodes 27 pods/node warm-ip=2',
  '/eksip t3.2xlarge 2 nodes 27 pods subnet=/26',
  '/eksip compare #1 #2',
  '/eksip help',
]
