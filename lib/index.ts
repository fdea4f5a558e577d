/** The public API. Inside `lib/` import the file itself. */
export { AnalysisService, type AnalysisServiceProps } from './analysis-service';
export { App } from './app';
export type { AppProps, Autoscale, SecretKey } from './app-pod';
export { BlueGreenDeployment, type BlueGreenDeploymentProps, type Colour, type ColourProps } from './blue-green-deployment';
export { BlueGreenRollout, type BlueGreenRolloutProps } from './blue-green-rollout';
export { CanaryDeployment, type CanaryDeploymentProps, type TrackProps } from './canary-deployment';
export { CanaryRollout, type CanaryRolloutProps } from './canary-rollout';
export { Image, images } from './image';
export { Ingress, type IngressProps } from './ingress';
export { type ConnectionPool, type MeshProps, Retries } from './mesh';
export { type AbsoluteObjective, errorRate, type Metric, type Objective, type Objectives, p99, type RelativeObjective } from './metric';
export { Migration, type MigrationProps } from './migration';
export type { BackupProps } from './migration-phases';
export { Monitoring, type MonitoringProps } from './monitoring';
export { Production, type ProductionProps } from './production';
export type { Release } from './release';
export { Rollout, type RolloutProps } from './rollout';
export { type Percent, percent, type TimesStable, timesStable } from './units';
