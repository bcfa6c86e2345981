{{/*
The name of everything in a release: `eksip`, `eksip-test`, or `tools-eksip`. With `-migration` behind it
it has the 63 characters of a label at most.
*/}}
{{- define "eksip.name" -}}
{{- $name := ternary .Release.Name (printf "%s-eksip" .Release.Name) (contains "eksip" .Release.Name) -}}
{{ $name | trunc 53 | trimSuffix "-" }}
{{- end }}

{{/* What pods are found by; takes the chart's context and a component. */}}
{{- define "eksip.selector" -}}
{{- $ := index . 0 -}}
app.kubernetes.io/name: eksip
app.kubernetes.io/instance: {{ $.Release.Name | quote }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* Labels of a resource; takes the same. */}}
{{- define "eksip.labels" -}}
{{- $ := index . 0 -}}
{{ include "eksip.selector" . }}
app.kubernetes.io/version: {{ $.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $.Release.Service }}
helm.sh/chart: {{ $.Chart.Name }}-{{ $.Chart.Version }}
{{- end }}

{{/* What all pods have in common. */}}
{{- define "eksip.pod" -}}
automountServiceAccountToken: false
# A Service named eksip would set EKSIP_PORT and the like, beside the bot's own settings.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  # The image's account `node`, as a number, for a name could be root's.
  runAsUser: 1000
  runAsGroup: 1000
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.caConfigMap }}
volumes:
  - name: ca
    configMap:
      name: {{ . | quote }}
{{- end }}
{{- end }}

{{/* What all containers have in common. */}}
{{- define "eksip.container" -}}
image: {{ printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) | quote }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
resources:
  {{- toYaml .Values.resources | nindent 2 }}
{{- if .Values.caConfigMap }}
volumeMounts:
  - name: ca
    mountPath: /etc/eksip
    readOnly: true
{{- end }}
{{- end }}

{{/* The settings that all containers have in common. */}}
{{- define "eksip.settings" -}}
{{- range $name, $value := .Values.settings }}
{{- with $value }}
- name: {{ $name }}
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- if .Values.caConfigMap }}
- name: NODE_EXTRA_CA_CERTS
  value: /etc/eksip/ca.pem
{{- end }}
{{- end }}

{{/* A setting from a Secret that has it under the same name; takes both names. */}}
{{- define "eksip.secret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 | quote }}
      key: {{ index . 0 }}
{{- end }}

{{/* Whether anybody opens connections to the bot, beside health checks. */}}
{{- define "eksip.isReached" -}}
{{- if or (not .Values.slack.socketMode) .Values.settings.EKSIP_PUBLIC_URL }}true{{ end }}
{{- end }}
