import { z } from 'zod'
import { failure, success, type Result } from '../result.ts'
import type { InstanceLimits } from './limits.ts'

const Described = z.object({
  InstanceTypes: z.array(
    z.object({
      InstanceType: z.string(),
      Hypervisor: z.enum(['nitro', 'xen']).optional(),
      BareMetal: z.boolean(),
      VCpuInfo: z.object({ DefaultVCpus: z.int() }).optional(),
      NetworkInfo: z.object({
        Ipv4AddressesPerInterface: z.int(),
        DefaultNetworkCardIndex: z.int().default(0),
        NetworkCards: z
          .array(z.object({ NetworkCardIndex: z.int(), MaximumNetworkInterfaces: z.int() }))
          .min(1),
      }),
    }),
  ),
})

type DescribedType = z.infer<typeof Described>['InstanceTypes'][number]

/**
 * Reads the answer of EC2's DescribeInstanceTypes. ENIs are those of the default network card:
 * `MaximumNetworkInterfaces` of the type as a whole counts every card, and only the default card's
 * ENIs serve ordinary pods (aws/amazon-vpc-cni-k8s@b52188387f2e, scripts/gen_vpc_ip_limits.go).
 *
 * EC2 does not tell branch ENIs: they stay as `known` has them, and a type not known yet gets 0.
 */
export function describedTypes(
  json: unknown,
  known: ReadonlyMap<string, InstanceLimits>,
): Result<ReadonlyMap<string, InstanceLimits>, string> {
  const parsed = Described.safeParse(json)
  if (!parsed.success) return failure([z.prettifyError(parsed.error)])
  return success(
    new Map(
      parsed.data.InstanceTypes.map((type) => [
        type.InstanceType,
        limitsOf(type, known.get(type.InstanceType)?.branchEnis ?? 0),
      ]),
    ),
  )
}

function limitsOf(type: DescribedType, branchEnis: number): InstanceLimits {
  const network = type.NetworkInfo
  const isDefault = (card: { NetworkCardIndex: number }) =>
    card.NetworkCardIndex === network.DefaultNetworkCardIndex
  const cards = [
    ...network.NetworkCards.filter(isDefault),
    ...network.NetworkCards.filter((card) => !isDefault(card)),
  ].map((card) => card.MaximumNetworkInterfaces)
  return {
    enis: cards[0] ?? 1,
    ipv4PerEni: network.Ipv4AddressesPerInterface,
    hypervisor: type.Hypervisor ?? 'unknown',
    bareMetal: type.BareMetal,
    cards,
    vcpus: type.VCpuInfo?.DefaultVCpus ?? null,
    branchEnis,
  }
}
