import type { SettingStep } from '../planner/apply.ts'
import type { SettingValue } from '../scenario/settings.ts'

/** A tool that sets the VPC CNI's settings, with the text for it. */
export interface ApplyForm {
  readonly tool: 'kubectl' | 'aws' | 'eksctl' | 'terraform' | 'helm'
  readonly text: string
  /** What brings the settings back. */
  readonly back: string
}

type Setting = readonly [name: string, value: SettingValue]

/** Values are strings in all of these: they become environment variables. */
const FORMS: Readonly<Record<ApplyForm['tool'], (settings: readonly Setting[]) => string>> = {
  kubectl: (settings) =>
    `kubectl -n kube-system set env daemonset aws-node ${settings.map(environment).join(' ')}`,
  aws: (settings) =>
    `aws eks update-addon --cluster-name CLUSTER --addon-name vpc-cni --configuration-values '${json(settings)}'`,
  eksctl: (settings) =>
    ['addons:', '  - name: vpc-cni', `    configurationValues: '${json(settings)}'`].join('\n'),
  terraform: (settings) =>
    [
      'resource "aws_eks_addon" "vpc_cni" {',
      '  cluster_name = "CLUSTER"',
      '  addon_name   = "vpc-cni"',
      '  configuration_values = jsonencode({',
      '    env = {',
      ...set(settings).map(([name, value]) => `      ${name} = "${value}"`),
      '    }',
      '  })',
      '}',
    ].join('\n'),
  helm: (settings) =>
    `helm upgrade aws-vpc-cni eks/aws-vpc-cni -n kube-system --reset-then-reuse-values ${settings.map(helmFlag).join(' ')}`,
}

/** The settings in the form of each tool, and how to go back. */
export function applyForms(steps: readonly SettingStep[]): readonly ApplyForm[] {
  const to = steps.map((step): Setting => [step.name, step.to])
  const back = steps.map((step): Setting => [step.name, step.back])
  return (['kubectl', 'aws', 'eksctl', 'terraform', 'helm'] as const).map((tool) => ({
    tool,
    text: FORMS[tool](to),
    back: FORMS[tool](back),
  }))
}

/** `WARM_IP_TARGET=2`; a name with `-` behind it is taken away. */
function environment([name, value]: Setting): string {
  return value === null ? `${name}-` : `${name}=${value}`
}

function helmFlag([name, value]: Setting): string {
  return value === null ? `--set env.${name}=null` : `--set-string env.${name}=${value}`
}

/** The add-on's configuration: what is not in it is not set. */
function json(settings: readonly Setting[]): string {
  return JSON.stringify({
    env: Object.fromEntries(set(settings).map(([name, value]) => [name, String(value)])),
  })
}

function set(settings: readonly Setting[]): readonly Setting[] {
  return settings.filter(([, value]) => value !== null)
}
