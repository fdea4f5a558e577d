// GENERATED from the CRDs of argoproj.io, Argo Rollouts v1.9.1, by `npm run import`. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 *
 *
 * @schema AnalysisTemplate
 */
export class AnalysisTemplate extends ApiObject {
  /**
   * Returns the apiVersion and kind for "AnalysisTemplate"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
  }

  /**
   * Renders a Kubernetes manifest for "AnalysisTemplate".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: AnalysisTemplateProps): any {
    return {
      ...AnalysisTemplate.GVK,
      ...toJson_AnalysisTemplateProps(props),
    };
  }

  /**
   * Defines a "AnalysisTemplate" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: AnalysisTemplateProps) {
    super(scope, id, {
      ...AnalysisTemplate.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...AnalysisTemplate.GVK,
      ...toJson_AnalysisTemplateProps(resolved),
    };
  }
}

/**
 * @schema AnalysisTemplate
 */
export interface AnalysisTemplateProps {
  /**
   * @schema AnalysisTemplate#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * @schema AnalysisTemplate#spec
   */
  readonly spec: AnalysisTemplateSpec;
}

/**
 * Converts an object of type 'AnalysisTemplateProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateProps(obj: AnalysisTemplateProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_AnalysisTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpec
 */
export interface AnalysisTemplateSpec {
  /**
   * @schema AnalysisTemplateSpec#args
   */
  readonly args?: AnalysisTemplateSpecArgs[];

  /**
   * @schema AnalysisTemplateSpec#dryRun
   */
  readonly dryRun?: AnalysisTemplateSpecDryRun[];

  /**
   * @schema AnalysisTemplateSpec#measurementRetention
   */
  readonly measurementRetention?: AnalysisTemplateSpecMeasurementRetention[];

  /**
   * @schema AnalysisTemplateSpec#metrics
   */
  readonly metrics?: AnalysisTemplateSpecMetrics[];

  /**
   * @schema AnalysisTemplateSpec#templates
   */
  readonly templates?: AnalysisTemplateSpecTemplates[];
}

/**
 * Converts an object of type 'AnalysisTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpec(obj: AnalysisTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'args': obj.args?.map(y => toJson_AnalysisTemplateSpecArgs(y)),
    'dryRun': obj.dryRun?.map(y => toJson_AnalysisTemplateSpecDryRun(y)),
    'measurementRetention': obj.measurementRetention?.map(y => toJson_AnalysisTemplateSpecMeasurementRetention(y)),
    'metrics': obj.metrics?.map(y => toJson_AnalysisTemplateSpecMetrics(y)),
    'templates': obj.templates?.map(y => toJson_AnalysisTemplateSpecTemplates(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecArgs
 */
export interface AnalysisTemplateSpecArgs {
  /**
   * @schema AnalysisTemplateSpecArgs#name
   */
  readonly name: string;

  /**
   * @schema AnalysisTemplateSpecArgs#value
   */
  readonly value?: string;

  /**
   * @schema AnalysisTemplateSpecArgs#valueFrom
   */
  readonly valueFrom?: AnalysisTemplateSpecArgsValueFrom;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecArgs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecArgs(obj: AnalysisTemplateSpecArgs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'valueFrom': toJson_AnalysisTemplateSpecArgsValueFrom(obj.valueFrom),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecDryRun
 */
export interface AnalysisTemplateSpecDryRun {
  /**
   * @schema AnalysisTemplateSpecDryRun#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecDryRun' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecDryRun(obj: AnalysisTemplateSpecDryRun | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMeasurementRetention
 */
export interface AnalysisTemplateSpecMeasurementRetention {
  /**
   * @schema AnalysisTemplateSpecMeasurementRetention#limit
   */
  readonly limit: number;

  /**
   * @schema AnalysisTemplateSpecMeasurementRetention#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMeasurementRetention' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMeasurementRetention(obj: AnalysisTemplateSpecMeasurementRetention | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'limit': obj.limit,
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetrics
 */
export interface AnalysisTemplateSpecMetrics {
  /**
   * @schema AnalysisTemplateSpecMetrics#consecutiveErrorLimit
   */
  readonly consecutiveErrorLimit?: AnalysisTemplateSpecMetricsConsecutiveErrorLimit;

  /**
   * @schema AnalysisTemplateSpecMetrics#consecutiveSuccessLimit
   */
  readonly consecutiveSuccessLimit?: AnalysisTemplateSpecMetricsConsecutiveSuccessLimit;

  /**
   * @schema AnalysisTemplateSpecMetrics#count
   */
  readonly count?: AnalysisTemplateSpecMetricsCount;

  /**
   * @schema AnalysisTemplateSpecMetrics#failureCondition
   */
  readonly failureCondition?: string;

  /**
   * @schema AnalysisTemplateSpecMetrics#failureLimit
   */
  readonly failureLimit?: AnalysisTemplateSpecMetricsFailureLimit;

  /**
   * @schema AnalysisTemplateSpecMetrics#inconclusiveLimit
   */
  readonly inconclusiveLimit?: AnalysisTemplateSpecMetricsInconclusiveLimit;

  /**
   * @schema AnalysisTemplateSpecMetrics#initialDelay
   */
  readonly initialDelay?: string;

  /**
   * @schema AnalysisTemplateSpecMetrics#interval
   */
  readonly interval?: string;

  /**
   * @schema AnalysisTemplateSpecMetrics#name
   */
  readonly name: string;

  /**
   * @schema AnalysisTemplateSpecMetrics#provider
   */
  readonly provider: AnalysisTemplateSpecMetricsProvider;

  /**
   * @schema AnalysisTemplateSpecMetrics#successCondition
   */
  readonly successCondition?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetrics' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetrics(obj: AnalysisTemplateSpecMetrics | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'consecutiveErrorLimit': obj.consecutiveErrorLimit?.value,
    'consecutiveSuccessLimit': obj.consecutiveSuccessLimit?.value,
    'count': obj.count?.value,
    'failureCondition': obj.failureCondition,
    'failureLimit': obj.failureLimit?.value,
    'inconclusiveLimit': obj.inconclusiveLimit?.value,
    'initialDelay': obj.initialDelay,
    'interval': obj.interval,
    'name': obj.name,
    'provider': toJson_AnalysisTemplateSpecMetricsProvider(obj.provider),
    'successCondition': obj.successCondition,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecTemplates
 */
export interface AnalysisTemplateSpecTemplates {
  /**
   * @schema AnalysisTemplateSpecTemplates#clusterScope
   */
  readonly clusterScope?: boolean;

  /**
   * @schema AnalysisTemplateSpecTemplates#templateName
   */
  readonly templateName?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecTemplates' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecTemplates(obj: AnalysisTemplateSpecTemplates | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clusterScope': obj.clusterScope,
    'templateName': obj.templateName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecArgsValueFrom
 */
export interface AnalysisTemplateSpecArgsValueFrom {
  /**
   * @schema AnalysisTemplateSpecArgsValueFrom#fieldRef
   */
  readonly fieldRef?: AnalysisTemplateSpecArgsValueFromFieldRef;

  /**
   * @schema AnalysisTemplateSpecArgsValueFrom#secretKeyRef
   */
  readonly secretKeyRef?: AnalysisTemplateSpecArgsValueFromSecretKeyRef;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecArgsValueFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecArgsValueFrom(obj: AnalysisTemplateSpecArgsValueFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldRef': toJson_AnalysisTemplateSpecArgsValueFromFieldRef(obj.fieldRef),
    'secretKeyRef': toJson_AnalysisTemplateSpecArgsValueFromSecretKeyRef(obj.secretKeyRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsConsecutiveErrorLimit
 */
export class AnalysisTemplateSpecMetricsConsecutiveErrorLimit {
  public static fromNumber(value: number): AnalysisTemplateSpecMetricsConsecutiveErrorLimit {
    return new AnalysisTemplateSpecMetricsConsecutiveErrorLimit(value);
  }
  public static fromString(value: string): AnalysisTemplateSpecMetricsConsecutiveErrorLimit {
    return new AnalysisTemplateSpecMetricsConsecutiveErrorLimit(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema AnalysisTemplateSpecMetricsConsecutiveSuccessLimit
 */
export class AnalysisTemplateSpecMetricsConsecutiveSuccessLimit {
  public static fromNumber(value: number): AnalysisTemplateSpecMetricsConsecutiveSuccessLimit {
    return new AnalysisTemplateSpecMetricsConsecutiveSuccessLimit(value);
  }
  public static fromString(value: string): AnalysisTemplateSpecMetricsConsecutiveSuccessLimit {
    return new AnalysisTemplateSpecMetricsConsecutiveSuccessLimit(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema AnalysisTemplateSpecMetricsCount
 */
export class AnalysisTemplateSpecMetricsCount {
  public static fromNumber(value: number): AnalysisTemplateSpecMetricsCount {
    return new AnalysisTemplateSpecMetricsCount(value);
  }
  public static fromString(value: string): AnalysisTemplateSpecMetricsCount {
    return new AnalysisTemplateSpecMetricsCount(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema AnalysisTemplateSpecMetricsFailureLimit
 */
export class AnalysisTemplateSpecMetricsFailureLimit {
  public static fromNumber(value: number): AnalysisTemplateSpecMetricsFailureLimit {
    return new AnalysisTemplateSpecMetricsFailureLimit(value);
  }
  public static fromString(value: string): AnalysisTemplateSpecMetricsFailureLimit {
    return new AnalysisTemplateSpecMetricsFailureLimit(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema AnalysisTemplateSpecMetricsInconclusiveLimit
 */
export class AnalysisTemplateSpecMetricsInconclusiveLimit {
  public static fromNumber(value: number): AnalysisTemplateSpecMetricsInconclusiveLimit {
    return new AnalysisTemplateSpecMetricsInconclusiveLimit(value);
  }
  public static fromString(value: string): AnalysisTemplateSpecMetricsInconclusiveLimit {
    return new AnalysisTemplateSpecMetricsInconclusiveLimit(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema AnalysisTemplateSpecMetricsProvider
 */
export interface AnalysisTemplateSpecMetricsProvider {
  /**
   * @schema AnalysisTemplateSpecMetricsProvider#cloudWatch
   */
  readonly cloudWatch?: AnalysisTemplateSpecMetricsProviderCloudWatch;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#datadog
   */
  readonly datadog?: AnalysisTemplateSpecMetricsProviderDatadog;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#graphite
   */
  readonly graphite?: AnalysisTemplateSpecMetricsProviderGraphite;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#influxdb
   */
  readonly influxdb?: AnalysisTemplateSpecMetricsProviderInfluxdb;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#job
   */
  readonly job?: AnalysisTemplateSpecMetricsProviderJob;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#kayenta
   */
  readonly kayenta?: AnalysisTemplateSpecMetricsProviderKayenta;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#newRelic
   */
  readonly newRelic?: AnalysisTemplateSpecMetricsProviderNewRelic;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#plugin
   */
  readonly plugin?: any;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#prometheus
   */
  readonly prometheus?: AnalysisTemplateSpecMetricsProviderPrometheus;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#skywalking
   */
  readonly skywalking?: AnalysisTemplateSpecMetricsProviderSkywalking;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#wavefront
   */
  readonly wavefront?: AnalysisTemplateSpecMetricsProviderWavefront;

  /**
   * @schema AnalysisTemplateSpecMetricsProvider#web
   */
  readonly web?: AnalysisTemplateSpecMetricsProviderWeb;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProvider' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProvider(obj: AnalysisTemplateSpecMetricsProvider | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'cloudWatch': toJson_AnalysisTemplateSpecMetricsProviderCloudWatch(obj.cloudWatch),
    'datadog': toJson_AnalysisTemplateSpecMetricsProviderDatadog(obj.datadog),
    'graphite': toJson_AnalysisTemplateSpecMetricsProviderGraphite(obj.graphite),
    'influxdb': toJson_AnalysisTemplateSpecMetricsProviderInfluxdb(obj.influxdb),
    'job': toJson_AnalysisTemplateSpecMetricsProviderJob(obj.job),
    'kayenta': toJson_AnalysisTemplateSpecMetricsProviderKayenta(obj.kayenta),
    'newRelic': toJson_AnalysisTemplateSpecMetricsProviderNewRelic(obj.newRelic),
    'plugin': obj.plugin,
    'prometheus': toJson_AnalysisTemplateSpecMetricsProviderPrometheus(obj.prometheus),
    'skywalking': toJson_AnalysisTemplateSpecMetricsProviderSkywalking(obj.skywalking),
    'wavefront': toJson_AnalysisTemplateSpecMetricsProviderWavefront(obj.wavefront),
    'web': toJson_AnalysisTemplateSpecMetricsProviderWeb(obj.web),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecArgsValueFromFieldRef
 */
export interface AnalysisTemplateSpecArgsValueFromFieldRef {
  /**
   * @schema AnalysisTemplateSpecArgsValueFromFieldRef#fieldPath
   */
  readonly fieldPath: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecArgsValueFromFieldRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecArgsValueFromFieldRef(obj: AnalysisTemplateSpecArgsValueFromFieldRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldPath': obj.fieldPath,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecArgsValueFromSecretKeyRef
 */
export interface AnalysisTemplateSpecArgsValueFromSecretKeyRef {
  /**
   * @schema AnalysisTemplateSpecArgsValueFromSecretKeyRef#key
   */
  readonly key: string;

  /**
   * @schema AnalysisTemplateSpecArgsValueFromSecretKeyRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecArgsValueFromSecretKeyRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecArgsValueFromSecretKeyRef(obj: AnalysisTemplateSpecArgsValueFromSecretKeyRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderCloudWatch
 */
export interface AnalysisTemplateSpecMetricsProviderCloudWatch {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatch#interval
   */
  readonly interval?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatch#metricDataQueries
   */
  readonly metricDataQueries: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries[];
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderCloudWatch' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderCloudWatch(obj: AnalysisTemplateSpecMetricsProviderCloudWatch | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'interval': obj.interval,
    'metricDataQueries': obj.metricDataQueries?.map(y => toJson_AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderDatadog
 */
export interface AnalysisTemplateSpecMetricsProviderDatadog {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderDatadog#aggregator
   */
  readonly aggregator?: AnalysisTemplateSpecMetricsProviderDatadogAggregator;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderDatadog#apiVersion
   */
  readonly apiVersion?: AnalysisTemplateSpecMetricsProviderDatadogApiVersion;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderDatadog#formula
   */
  readonly formula?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderDatadog#interval
   */
  readonly interval?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderDatadog#queries
   */
  readonly queries?: { [key: string]: string };

  /**
   * @schema AnalysisTemplateSpecMetricsProviderDatadog#query
   */
  readonly query?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderDatadog#secretRef
   */
  readonly secretRef?: AnalysisTemplateSpecMetricsProviderDatadogSecretRef;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderDatadog' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderDatadog(obj: AnalysisTemplateSpecMetricsProviderDatadog | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'aggregator': obj.aggregator,
    'apiVersion': obj.apiVersion,
    'formula': obj.formula,
    'interval': obj.interval,
    'queries': ((obj.queries) === undefined) ? undefined : (Object.entries(obj.queries).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'query': obj.query,
    'secretRef': toJson_AnalysisTemplateSpecMetricsProviderDatadogSecretRef(obj.secretRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderGraphite
 */
export interface AnalysisTemplateSpecMetricsProviderGraphite {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderGraphite#address
   */
  readonly address?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderGraphite#query
   */
  readonly query?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderGraphite' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderGraphite(obj: AnalysisTemplateSpecMetricsProviderGraphite | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'query': obj.query,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderInfluxdb
 */
export interface AnalysisTemplateSpecMetricsProviderInfluxdb {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderInfluxdb#profile
   */
  readonly profile?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderInfluxdb#query
   */
  readonly query?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderInfluxdb' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderInfluxdb(obj: AnalysisTemplateSpecMetricsProviderInfluxdb | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'profile': obj.profile,
    'query': obj.query,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderJob
 */
export interface AnalysisTemplateSpecMetricsProviderJob {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderJob#metadata
   */
  readonly metadata?: AnalysisTemplateSpecMetricsProviderJobMetadata;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderJob#spec
   */
  readonly spec: any;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderJob' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderJob(obj: AnalysisTemplateSpecMetricsProviderJob | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': toJson_AnalysisTemplateSpecMetricsProviderJobMetadata(obj.metadata),
    'spec': obj.spec,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderKayenta
 */
export interface AnalysisTemplateSpecMetricsProviderKayenta {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayenta#address
   */
  readonly address: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayenta#application
   */
  readonly application: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayenta#canaryConfigName
   */
  readonly canaryConfigName: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayenta#configurationAccountName
   */
  readonly configurationAccountName: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayenta#lookback
   */
  readonly lookback?: boolean;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayenta#metricsAccountName
   */
  readonly metricsAccountName: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayenta#scopes
   */
  readonly scopes: AnalysisTemplateSpecMetricsProviderKayentaScopes[];

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayenta#storageAccountName
   */
  readonly storageAccountName: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayenta#threshold
   */
  readonly threshold: AnalysisTemplateSpecMetricsProviderKayentaThreshold;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderKayenta' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderKayenta(obj: AnalysisTemplateSpecMetricsProviderKayenta | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'application': obj.application,
    'canaryConfigName': obj.canaryConfigName,
    'configurationAccountName': obj.configurationAccountName,
    'lookback': obj.lookback,
    'metricsAccountName': obj.metricsAccountName,
    'scopes': obj.scopes?.map(y => toJson_AnalysisTemplateSpecMetricsProviderKayentaScopes(y)),
    'storageAccountName': obj.storageAccountName,
    'threshold': toJson_AnalysisTemplateSpecMetricsProviderKayentaThreshold(obj.threshold),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderNewRelic
 */
export interface AnalysisTemplateSpecMetricsProviderNewRelic {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderNewRelic#profile
   */
  readonly profile?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderNewRelic#query
   */
  readonly query: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderNewRelic#timeout
   */
  readonly timeout?: number;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderNewRelic' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderNewRelic(obj: AnalysisTemplateSpecMetricsProviderNewRelic | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'profile': obj.profile,
    'query': obj.query,
    'timeout': obj.timeout,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderPrometheus
 */
export interface AnalysisTemplateSpecMetricsProviderPrometheus {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheus#address
   */
  readonly address?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheus#authentication
   */
  readonly authentication?: AnalysisTemplateSpecMetricsProviderPrometheusAuthentication;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheus#headers
   */
  readonly headers?: AnalysisTemplateSpecMetricsProviderPrometheusHeaders[];

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheus#insecure
   */
  readonly insecure?: boolean;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheus#query
   */
  readonly query?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheus#rangeQuery
   */
  readonly rangeQuery?: AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheus#timeout
   */
  readonly timeout?: number;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderPrometheus' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderPrometheus(obj: AnalysisTemplateSpecMetricsProviderPrometheus | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'authentication': toJson_AnalysisTemplateSpecMetricsProviderPrometheusAuthentication(obj.authentication),
    'headers': obj.headers?.map(y => toJson_AnalysisTemplateSpecMetricsProviderPrometheusHeaders(y)),
    'insecure': obj.insecure,
    'query': obj.query,
    'rangeQuery': toJson_AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery(obj.rangeQuery),
    'timeout': obj.timeout,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderSkywalking
 */
export interface AnalysisTemplateSpecMetricsProviderSkywalking {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderSkywalking#address
   */
  readonly address?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderSkywalking#interval
   */
  readonly interval?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderSkywalking#query
   */
  readonly query?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderSkywalking' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderSkywalking(obj: AnalysisTemplateSpecMetricsProviderSkywalking | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'interval': obj.interval,
    'query': obj.query,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderWavefront
 */
export interface AnalysisTemplateSpecMetricsProviderWavefront {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderWavefront#address
   */
  readonly address?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWavefront#query
   */
  readonly query?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderWavefront' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderWavefront(obj: AnalysisTemplateSpecMetricsProviderWavefront | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'query': obj.query,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderWeb
 */
export interface AnalysisTemplateSpecMetricsProviderWeb {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderWeb#authentication
   */
  readonly authentication?: AnalysisTemplateSpecMetricsProviderWebAuthentication;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWeb#body
   */
  readonly body?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWeb#headers
   */
  readonly headers?: AnalysisTemplateSpecMetricsProviderWebHeaders[];

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWeb#insecure
   */
  readonly insecure?: boolean;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWeb#jsonBody
   */
  readonly jsonBody?: any;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWeb#jsonPath
   */
  readonly jsonPath?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWeb#method
   */
  readonly method?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWeb#timeoutSeconds
   */
  readonly timeoutSeconds?: number;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWeb#url
   */
  readonly url: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderWeb' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderWeb(obj: AnalysisTemplateSpecMetricsProviderWeb | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'authentication': toJson_AnalysisTemplateSpecMetricsProviderWebAuthentication(obj.authentication),
    'body': obj.body,
    'headers': obj.headers?.map(y => toJson_AnalysisTemplateSpecMetricsProviderWebHeaders(y)),
    'insecure': obj.insecure,
    'jsonBody': obj.jsonBody,
    'jsonPath': obj.jsonPath,
    'method': obj.method,
    'timeoutSeconds': obj.timeoutSeconds,
    'url': obj.url,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries
 */
export interface AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#expression
   */
  readonly expression?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#id
   */
  readonly id?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#label
   */
  readonly label?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#metricStat
   */
  readonly metricStat?: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#period
   */
  readonly period?: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#returnData
   */
  readonly returnData?: boolean;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries(obj: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'expression': obj.expression,
    'id': obj.id,
    'label': obj.label,
    'metricStat': toJson_AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat(obj.metricStat),
    'period': obj.period?.value,
    'returnData': obj.returnData,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderDatadogAggregator
 */
export enum AnalysisTemplateSpecMetricsProviderDatadogAggregator {
  /** avg */
  AVG = "avg",
  /** min */
  MIN = "min",
  /** max */
  MAX = "max",
  /** sum */
  SUM = "sum",
  /** last */
  LAST = "last",
  /** percentile */
  PERCENTILE = "percentile",
  /** mean */
  MEAN = "mean",
  /** l2norm */
  L2NORM = "l2norm",
  /** area */
  AREA = "area",
}

/**
 * @schema AnalysisTemplateSpecMetricsProviderDatadogApiVersion
 */
export enum AnalysisTemplateSpecMetricsProviderDatadogApiVersion {
  /** v1 */
  V1 = "v1",
  /** v2 */
  V2 = "v2",
}

/**
 * @schema AnalysisTemplateSpecMetricsProviderDatadogSecretRef
 */
export interface AnalysisTemplateSpecMetricsProviderDatadogSecretRef {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderDatadogSecretRef#name
   */
  readonly name?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderDatadogSecretRef#namespaced
   */
  readonly namespaced?: boolean;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderDatadogSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderDatadogSecretRef(obj: AnalysisTemplateSpecMetricsProviderDatadogSecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'namespaced': obj.namespaced,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderJobMetadata
 */
export interface AnalysisTemplateSpecMetricsProviderJobMetadata {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderJobMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema AnalysisTemplateSpecMetricsProviderJobMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderJobMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderJobMetadata(obj: AnalysisTemplateSpecMetricsProviderJobMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderKayentaScopes
 */
export interface AnalysisTemplateSpecMetricsProviderKayentaScopes {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopes#controlScope
   */
  readonly controlScope: AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopes#experimentScope
   */
  readonly experimentScope: AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopes#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderKayentaScopes' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderKayentaScopes(obj: AnalysisTemplateSpecMetricsProviderKayentaScopes | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'controlScope': toJson_AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope(obj.controlScope),
    'experimentScope': toJson_AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope(obj.experimentScope),
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderKayentaThreshold
 */
export interface AnalysisTemplateSpecMetricsProviderKayentaThreshold {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaThreshold#marginal
   */
  readonly marginal: number;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaThreshold#pass
   */
  readonly pass: number;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderKayentaThreshold' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderKayentaThreshold(obj: AnalysisTemplateSpecMetricsProviderKayentaThreshold | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'marginal': obj.marginal,
    'pass': obj.pass,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthentication
 */
export interface AnalysisTemplateSpecMetricsProviderPrometheusAuthentication {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthentication#oauth2
   */
  readonly oauth2?: AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthentication#sigv4
   */
  readonly sigv4?: AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderPrometheusAuthentication' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderPrometheusAuthentication(obj: AnalysisTemplateSpecMetricsProviderPrometheusAuthentication | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'oauth2': toJson_AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2(obj.oauth2),
    'sigv4': toJson_AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4(obj.sigv4),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderPrometheusHeaders
 */
export interface AnalysisTemplateSpecMetricsProviderPrometheusHeaders {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusHeaders#key
   */
  readonly key: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusHeaders#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderPrometheusHeaders' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderPrometheusHeaders(obj: AnalysisTemplateSpecMetricsProviderPrometheusHeaders | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery
 */
export interface AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery#end
   */
  readonly end?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery#start
   */
  readonly start?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery#step
   */
  readonly step?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery(obj: AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'end': obj.end,
    'start': obj.start,
    'step': obj.step,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderWebAuthentication
 */
export interface AnalysisTemplateSpecMetricsProviderWebAuthentication {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebAuthentication#oauth2
   */
  readonly oauth2?: AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebAuthentication#sigv4
   */
  readonly sigv4?: AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderWebAuthentication' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderWebAuthentication(obj: AnalysisTemplateSpecMetricsProviderWebAuthentication | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'oauth2': toJson_AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2(obj.oauth2),
    'sigv4': toJson_AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4(obj.sigv4),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderWebHeaders
 */
export interface AnalysisTemplateSpecMetricsProviderWebHeaders {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebHeaders#key
   */
  readonly key: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebHeaders#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderWebHeaders' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderWebHeaders(obj: AnalysisTemplateSpecMetricsProviderWebHeaders | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat
 */
export interface AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat#metric
   */
  readonly metric?: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat#period
   */
  readonly period?: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat#stat
   */
  readonly stat?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat#unit
   */
  readonly unit?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat(obj: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metric': toJson_AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric(obj.metric),
    'period': obj.period?.value,
    'stat': obj.stat,
    'unit': obj.unit,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod
 */
export class AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod {
  public static fromNumber(value: number): AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod {
    return new AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod(value);
  }
  public static fromString(value: string): AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod {
    return new AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope
 */
export interface AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#end
   */
  readonly end?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#region
   */
  readonly region: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#scope
   */
  readonly scope: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#start
   */
  readonly start?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#step
   */
  readonly step: number;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope(obj: AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'end': obj.end,
    'region': obj.region,
    'scope': obj.scope,
    'start': obj.start,
    'step': obj.step,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope
 */
export interface AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#end
   */
  readonly end?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#region
   */
  readonly region: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#scope
   */
  readonly scope: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#start
   */
  readonly start?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#step
   */
  readonly step: number;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope(obj: AnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'end': obj.end,
    'region': obj.region,
    'scope': obj.scope,
    'start': obj.start,
    'step': obj.step,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2
 */
export interface AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2 {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2#clientId
   */
  readonly clientId?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2#clientSecret
   */
  readonly clientSecret?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2#scopes
   */
  readonly scopes?: string[];

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2#tokenUrl
   */
  readonly tokenUrl?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2(obj: AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2 | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clientId': obj.clientId,
    'clientSecret': obj.clientSecret,
    'scopes': obj.scopes?.map(y => y),
    'tokenUrl': obj.tokenUrl,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4
 */
export interface AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4 {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4#profile
   */
  readonly profile?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4#region
   */
  readonly region?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4#roleArn
   */
  readonly roleArn?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4(obj: AnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4 | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'profile': obj.profile,
    'region': obj.region,
    'roleArn': obj.roleArn,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2
 */
export interface AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2 {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2#clientId
   */
  readonly clientId?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2#clientSecret
   */
  readonly clientSecret?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2#scopes
   */
  readonly scopes?: string[];

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2#tokenUrl
   */
  readonly tokenUrl?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2(obj: AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2 | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clientId': obj.clientId,
    'clientSecret': obj.clientSecret,
    'scopes': obj.scopes?.map(y => y),
    'tokenUrl': obj.tokenUrl,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4
 */
export interface AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4 {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4#profile
   */
  readonly profile?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4#region
   */
  readonly region?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4#roleArn
   */
  readonly roleArn?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4(obj: AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4 | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'profile': obj.profile,
    'region': obj.region,
    'roleArn': obj.roleArn,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric
 */
export interface AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric#dimensions
   */
  readonly dimensions?: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions[];

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric#metricName
   */
  readonly metricName?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric(obj: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'dimensions': obj.dimensions?.map(y => toJson_AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions(y)),
    'metricName': obj.metricName,
    'namespace': obj.namespace,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod
 */
export class AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod {
  public static fromNumber(value: number): AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod {
    return new AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod(value);
  }
  public static fromString(value: string): AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod {
    return new AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions
 */
export interface AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions {
  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions#name
   */
  readonly name?: string;

  /**
   * @schema AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions#value
   */
  readonly value?: string;
}

/**
 * Converts an object of type 'AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions(obj: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */


/**
 *
 *
 * @schema ClusterAnalysisTemplate
 */
export class ClusterAnalysisTemplate extends ApiObject {
  /**
   * Returns the apiVersion and kind for "ClusterAnalysisTemplate"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ClusterAnalysisTemplate',
  }

  /**
   * Renders a Kubernetes manifest for "ClusterAnalysisTemplate".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: ClusterAnalysisTemplateProps): any {
    return {
      ...ClusterAnalysisTemplate.GVK,
      ...toJson_ClusterAnalysisTemplateProps(props),
    };
  }

  /**
   * Defines a "ClusterAnalysisTemplate" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: ClusterAnalysisTemplateProps) {
    super(scope, id, {
      ...ClusterAnalysisTemplate.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...ClusterAnalysisTemplate.GVK,
      ...toJson_ClusterAnalysisTemplateProps(resolved),
    };
  }
}

/**
 * @schema ClusterAnalysisTemplate
 */
export interface ClusterAnalysisTemplateProps {
  /**
   * @schema ClusterAnalysisTemplate#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * @schema ClusterAnalysisTemplate#spec
   */
  readonly spec: ClusterAnalysisTemplateSpec;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateProps(obj: ClusterAnalysisTemplateProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ClusterAnalysisTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpec
 */
export interface ClusterAnalysisTemplateSpec {
  /**
   * @schema ClusterAnalysisTemplateSpec#args
   */
  readonly args?: ClusterAnalysisTemplateSpecArgs[];

  /**
   * @schema ClusterAnalysisTemplateSpec#dryRun
   */
  readonly dryRun?: ClusterAnalysisTemplateSpecDryRun[];

  /**
   * @schema ClusterAnalysisTemplateSpec#measurementRetention
   */
  readonly measurementRetention?: ClusterAnalysisTemplateSpecMeasurementRetention[];

  /**
   * @schema ClusterAnalysisTemplateSpec#metrics
   */
  readonly metrics?: ClusterAnalysisTemplateSpecMetrics[];

  /**
   * @schema ClusterAnalysisTemplateSpec#templates
   */
  readonly templates?: ClusterAnalysisTemplateSpecTemplates[];
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpec(obj: ClusterAnalysisTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'args': obj.args?.map(y => toJson_ClusterAnalysisTemplateSpecArgs(y)),
    'dryRun': obj.dryRun?.map(y => toJson_ClusterAnalysisTemplateSpecDryRun(y)),
    'measurementRetention': obj.measurementRetention?.map(y => toJson_ClusterAnalysisTemplateSpecMeasurementRetention(y)),
    'metrics': obj.metrics?.map(y => toJson_ClusterAnalysisTemplateSpecMetrics(y)),
    'templates': obj.templates?.map(y => toJson_ClusterAnalysisTemplateSpecTemplates(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecArgs
 */
export interface ClusterAnalysisTemplateSpecArgs {
  /**
   * @schema ClusterAnalysisTemplateSpecArgs#name
   */
  readonly name: string;

  /**
   * @schema ClusterAnalysisTemplateSpecArgs#value
   */
  readonly value?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecArgs#valueFrom
   */
  readonly valueFrom?: ClusterAnalysisTemplateSpecArgsValueFrom;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecArgs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecArgs(obj: ClusterAnalysisTemplateSpecArgs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'valueFrom': toJson_ClusterAnalysisTemplateSpecArgsValueFrom(obj.valueFrom),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecDryRun
 */
export interface ClusterAnalysisTemplateSpecDryRun {
  /**
   * @schema ClusterAnalysisTemplateSpecDryRun#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecDryRun' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecDryRun(obj: ClusterAnalysisTemplateSpecDryRun | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMeasurementRetention
 */
export interface ClusterAnalysisTemplateSpecMeasurementRetention {
  /**
   * @schema ClusterAnalysisTemplateSpecMeasurementRetention#limit
   */
  readonly limit: number;

  /**
   * @schema ClusterAnalysisTemplateSpecMeasurementRetention#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMeasurementRetention' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMeasurementRetention(obj: ClusterAnalysisTemplateSpecMeasurementRetention | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'limit': obj.limit,
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetrics
 */
export interface ClusterAnalysisTemplateSpecMetrics {
  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#consecutiveErrorLimit
   */
  readonly consecutiveErrorLimit?: ClusterAnalysisTemplateSpecMetricsConsecutiveErrorLimit;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#consecutiveSuccessLimit
   */
  readonly consecutiveSuccessLimit?: ClusterAnalysisTemplateSpecMetricsConsecutiveSuccessLimit;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#count
   */
  readonly count?: ClusterAnalysisTemplateSpecMetricsCount;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#failureCondition
   */
  readonly failureCondition?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#failureLimit
   */
  readonly failureLimit?: ClusterAnalysisTemplateSpecMetricsFailureLimit;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#inconclusiveLimit
   */
  readonly inconclusiveLimit?: ClusterAnalysisTemplateSpecMetricsInconclusiveLimit;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#initialDelay
   */
  readonly initialDelay?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#interval
   */
  readonly interval?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#name
   */
  readonly name: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#provider
   */
  readonly provider: ClusterAnalysisTemplateSpecMetricsProvider;

  /**
   * @schema ClusterAnalysisTemplateSpecMetrics#successCondition
   */
  readonly successCondition?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetrics' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetrics(obj: ClusterAnalysisTemplateSpecMetrics | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'consecutiveErrorLimit': obj.consecutiveErrorLimit?.value,
    'consecutiveSuccessLimit': obj.consecutiveSuccessLimit?.value,
    'count': obj.count?.value,
    'failureCondition': obj.failureCondition,
    'failureLimit': obj.failureLimit?.value,
    'inconclusiveLimit': obj.inconclusiveLimit?.value,
    'initialDelay': obj.initialDelay,
    'interval': obj.interval,
    'name': obj.name,
    'provider': toJson_ClusterAnalysisTemplateSpecMetricsProvider(obj.provider),
    'successCondition': obj.successCondition,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecTemplates
 */
export interface ClusterAnalysisTemplateSpecTemplates {
  /**
   * @schema ClusterAnalysisTemplateSpecTemplates#clusterScope
   */
  readonly clusterScope?: boolean;

  /**
   * @schema ClusterAnalysisTemplateSpecTemplates#templateName
   */
  readonly templateName?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecTemplates' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecTemplates(obj: ClusterAnalysisTemplateSpecTemplates | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clusterScope': obj.clusterScope,
    'templateName': obj.templateName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecArgsValueFrom
 */
export interface ClusterAnalysisTemplateSpecArgsValueFrom {
  /**
   * @schema ClusterAnalysisTemplateSpecArgsValueFrom#fieldRef
   */
  readonly fieldRef?: ClusterAnalysisTemplateSpecArgsValueFromFieldRef;

  /**
   * @schema ClusterAnalysisTemplateSpecArgsValueFrom#secretKeyRef
   */
  readonly secretKeyRef?: ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecArgsValueFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecArgsValueFrom(obj: ClusterAnalysisTemplateSpecArgsValueFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldRef': toJson_ClusterAnalysisTemplateSpecArgsValueFromFieldRef(obj.fieldRef),
    'secretKeyRef': toJson_ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef(obj.secretKeyRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsConsecutiveErrorLimit
 */
export class ClusterAnalysisTemplateSpecMetricsConsecutiveErrorLimit {
  public static fromNumber(value: number): ClusterAnalysisTemplateSpecMetricsConsecutiveErrorLimit {
    return new ClusterAnalysisTemplateSpecMetricsConsecutiveErrorLimit(value);
  }
  public static fromString(value: string): ClusterAnalysisTemplateSpecMetricsConsecutiveErrorLimit {
    return new ClusterAnalysisTemplateSpecMetricsConsecutiveErrorLimit(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema ClusterAnalysisTemplateSpecMetricsConsecutiveSuccessLimit
 */
export class ClusterAnalysisTemplateSpecMetricsConsecutiveSuccessLimit {
  public static fromNumber(value: number): ClusterAnalysisTemplateSpecMetricsConsecutiveSuccessLimit {
    return new ClusterAnalysisTemplateSpecMetricsConsecutiveSuccessLimit(value);
  }
  public static fromString(value: string): ClusterAnalysisTemplateSpecMetricsConsecutiveSuccessLimit {
    return new ClusterAnalysisTemplateSpecMetricsConsecutiveSuccessLimit(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema ClusterAnalysisTemplateSpecMetricsCount
 */
export class ClusterAnalysisTemplateSpecMetricsCount {
  public static fromNumber(value: number): ClusterAnalysisTemplateSpecMetricsCount {
    return new ClusterAnalysisTemplateSpecMetricsCount(value);
  }
  public static fromString(value: string): ClusterAnalysisTemplateSpecMetricsCount {
    return new ClusterAnalysisTemplateSpecMetricsCount(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema ClusterAnalysisTemplateSpecMetricsFailureLimit
 */
export class ClusterAnalysisTemplateSpecMetricsFailureLimit {
  public static fromNumber(value: number): ClusterAnalysisTemplateSpecMetricsFailureLimit {
    return new ClusterAnalysisTemplateSpecMetricsFailureLimit(value);
  }
  public static fromString(value: string): ClusterAnalysisTemplateSpecMetricsFailureLimit {
    return new ClusterAnalysisTemplateSpecMetricsFailureLimit(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema ClusterAnalysisTemplateSpecMetricsInconclusiveLimit
 */
export class ClusterAnalysisTemplateSpecMetricsInconclusiveLimit {
  public static fromNumber(value: number): ClusterAnalysisTemplateSpecMetricsInconclusiveLimit {
    return new ClusterAnalysisTemplateSpecMetricsInconclusiveLimit(value);
  }
  public static fromString(value: string): ClusterAnalysisTemplateSpecMetricsInconclusiveLimit {
    return new ClusterAnalysisTemplateSpecMetricsInconclusiveLimit(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProvider
 */
export interface ClusterAnalysisTemplateSpecMetricsProvider {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#cloudWatch
   */
  readonly cloudWatch?: ClusterAnalysisTemplateSpecMetricsProviderCloudWatch;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#datadog
   */
  readonly datadog?: ClusterAnalysisTemplateSpecMetricsProviderDatadog;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#graphite
   */
  readonly graphite?: ClusterAnalysisTemplateSpecMetricsProviderGraphite;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#influxdb
   */
  readonly influxdb?: ClusterAnalysisTemplateSpecMetricsProviderInfluxdb;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#job
   */
  readonly job?: ClusterAnalysisTemplateSpecMetricsProviderJob;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#kayenta
   */
  readonly kayenta?: ClusterAnalysisTemplateSpecMetricsProviderKayenta;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#newRelic
   */
  readonly newRelic?: ClusterAnalysisTemplateSpecMetricsProviderNewRelic;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#plugin
   */
  readonly plugin?: any;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#prometheus
   */
  readonly prometheus?: ClusterAnalysisTemplateSpecMetricsProviderPrometheus;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#skywalking
   */
  readonly skywalking?: ClusterAnalysisTemplateSpecMetricsProviderSkywalking;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#wavefront
   */
  readonly wavefront?: ClusterAnalysisTemplateSpecMetricsProviderWavefront;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProvider#web
   */
  readonly web?: ClusterAnalysisTemplateSpecMetricsProviderWeb;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProvider' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProvider(obj: ClusterAnalysisTemplateSpecMetricsProvider | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'cloudWatch': toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatch(obj.cloudWatch),
    'datadog': toJson_ClusterAnalysisTemplateSpecMetricsProviderDatadog(obj.datadog),
    'graphite': toJson_ClusterAnalysisTemplateSpecMetricsProviderGraphite(obj.graphite),
    'influxdb': toJson_ClusterAnalysisTemplateSpecMetricsProviderInfluxdb(obj.influxdb),
    'job': toJson_ClusterAnalysisTemplateSpecMetricsProviderJob(obj.job),
    'kayenta': toJson_ClusterAnalysisTemplateSpecMetricsProviderKayenta(obj.kayenta),
    'newRelic': toJson_ClusterAnalysisTemplateSpecMetricsProviderNewRelic(obj.newRelic),
    'plugin': obj.plugin,
    'prometheus': toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheus(obj.prometheus),
    'skywalking': toJson_ClusterAnalysisTemplateSpecMetricsProviderSkywalking(obj.skywalking),
    'wavefront': toJson_ClusterAnalysisTemplateSpecMetricsProviderWavefront(obj.wavefront),
    'web': toJson_ClusterAnalysisTemplateSpecMetricsProviderWeb(obj.web),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecArgsValueFromFieldRef
 */
export interface ClusterAnalysisTemplateSpecArgsValueFromFieldRef {
  /**
   * @schema ClusterAnalysisTemplateSpecArgsValueFromFieldRef#fieldPath
   */
  readonly fieldPath: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecArgsValueFromFieldRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecArgsValueFromFieldRef(obj: ClusterAnalysisTemplateSpecArgsValueFromFieldRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldPath': obj.fieldPath,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef
 */
export interface ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef {
  /**
   * @schema ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef#key
   */
  readonly key: string;

  /**
   * @schema ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef(obj: ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatch
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatch {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatch#interval
   */
  readonly interval?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatch#metricDataQueries
   */
  readonly metricDataQueries: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries[];
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderCloudWatch' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatch(obj: ClusterAnalysisTemplateSpecMetricsProviderCloudWatch | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'interval': obj.interval,
    'metricDataQueries': obj.metricDataQueries?.map(y => toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadog
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderDatadog {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadog#aggregator
   */
  readonly aggregator?: ClusterAnalysisTemplateSpecMetricsProviderDatadogAggregator;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadog#apiVersion
   */
  readonly apiVersion?: ClusterAnalysisTemplateSpecMetricsProviderDatadogApiVersion;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadog#formula
   */
  readonly formula?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadog#interval
   */
  readonly interval?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadog#queries
   */
  readonly queries?: { [key: string]: string };

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadog#query
   */
  readonly query?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadog#secretRef
   */
  readonly secretRef?: ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderDatadog' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderDatadog(obj: ClusterAnalysisTemplateSpecMetricsProviderDatadog | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'aggregator': obj.aggregator,
    'apiVersion': obj.apiVersion,
    'formula': obj.formula,
    'interval': obj.interval,
    'queries': ((obj.queries) === undefined) ? undefined : (Object.entries(obj.queries).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'query': obj.query,
    'secretRef': toJson_ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef(obj.secretRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderGraphite
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderGraphite {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderGraphite#address
   */
  readonly address?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderGraphite#query
   */
  readonly query?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderGraphite' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderGraphite(obj: ClusterAnalysisTemplateSpecMetricsProviderGraphite | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'query': obj.query,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderInfluxdb
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderInfluxdb {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderInfluxdb#profile
   */
  readonly profile?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderInfluxdb#query
   */
  readonly query?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderInfluxdb' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderInfluxdb(obj: ClusterAnalysisTemplateSpecMetricsProviderInfluxdb | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'profile': obj.profile,
    'query': obj.query,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderJob
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderJob {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderJob#metadata
   */
  readonly metadata?: ClusterAnalysisTemplateSpecMetricsProviderJobMetadata;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderJob#spec
   */
  readonly spec: any;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderJob' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderJob(obj: ClusterAnalysisTemplateSpecMetricsProviderJob | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': toJson_ClusterAnalysisTemplateSpecMetricsProviderJobMetadata(obj.metadata),
    'spec': obj.spec,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderKayenta {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta#address
   */
  readonly address: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta#application
   */
  readonly application: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta#canaryConfigName
   */
  readonly canaryConfigName: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta#configurationAccountName
   */
  readonly configurationAccountName: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta#lookback
   */
  readonly lookback?: boolean;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta#metricsAccountName
   */
  readonly metricsAccountName: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta#scopes
   */
  readonly scopes: ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes[];

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta#storageAccountName
   */
  readonly storageAccountName: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayenta#threshold
   */
  readonly threshold: ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderKayenta' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderKayenta(obj: ClusterAnalysisTemplateSpecMetricsProviderKayenta | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'application': obj.application,
    'canaryConfigName': obj.canaryConfigName,
    'configurationAccountName': obj.configurationAccountName,
    'lookback': obj.lookback,
    'metricsAccountName': obj.metricsAccountName,
    'scopes': obj.scopes?.map(y => toJson_ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes(y)),
    'storageAccountName': obj.storageAccountName,
    'threshold': toJson_ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold(obj.threshold),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderNewRelic
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderNewRelic {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderNewRelic#profile
   */
  readonly profile?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderNewRelic#query
   */
  readonly query: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderNewRelic#timeout
   */
  readonly timeout?: number;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderNewRelic' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderNewRelic(obj: ClusterAnalysisTemplateSpecMetricsProviderNewRelic | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'profile': obj.profile,
    'query': obj.query,
    'timeout': obj.timeout,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheus
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderPrometheus {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheus#address
   */
  readonly address?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheus#authentication
   */
  readonly authentication?: ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthentication;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheus#headers
   */
  readonly headers?: ClusterAnalysisTemplateSpecMetricsProviderPrometheusHeaders[];

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheus#insecure
   */
  readonly insecure?: boolean;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheus#query
   */
  readonly query?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheus#rangeQuery
   */
  readonly rangeQuery?: ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheus#timeout
   */
  readonly timeout?: number;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderPrometheus' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheus(obj: ClusterAnalysisTemplateSpecMetricsProviderPrometheus | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'authentication': toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthentication(obj.authentication),
    'headers': obj.headers?.map(y => toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusHeaders(y)),
    'insecure': obj.insecure,
    'query': obj.query,
    'rangeQuery': toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery(obj.rangeQuery),
    'timeout': obj.timeout,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderSkywalking
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderSkywalking {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderSkywalking#address
   */
  readonly address?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderSkywalking#interval
   */
  readonly interval?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderSkywalking#query
   */
  readonly query?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderSkywalking' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderSkywalking(obj: ClusterAnalysisTemplateSpecMetricsProviderSkywalking | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'interval': obj.interval,
    'query': obj.query,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderWavefront
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderWavefront {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWavefront#address
   */
  readonly address?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWavefront#query
   */
  readonly query?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderWavefront' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderWavefront(obj: ClusterAnalysisTemplateSpecMetricsProviderWavefront | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'address': obj.address,
    'query': obj.query,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderWeb {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb#authentication
   */
  readonly authentication?: ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb#body
   */
  readonly body?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb#headers
   */
  readonly headers?: ClusterAnalysisTemplateSpecMetricsProviderWebHeaders[];

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb#insecure
   */
  readonly insecure?: boolean;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb#jsonBody
   */
  readonly jsonBody?: any;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb#jsonPath
   */
  readonly jsonPath?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb#method
   */
  readonly method?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb#timeoutSeconds
   */
  readonly timeoutSeconds?: number;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWeb#url
   */
  readonly url: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderWeb' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderWeb(obj: ClusterAnalysisTemplateSpecMetricsProviderWeb | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'authentication': toJson_ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication(obj.authentication),
    'body': obj.body,
    'headers': obj.headers?.map(y => toJson_ClusterAnalysisTemplateSpecMetricsProviderWebHeaders(y)),
    'insecure': obj.insecure,
    'jsonBody': obj.jsonBody,
    'jsonPath': obj.jsonPath,
    'method': obj.method,
    'timeoutSeconds': obj.timeoutSeconds,
    'url': obj.url,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#expression
   */
  readonly expression?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#id
   */
  readonly id?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#label
   */
  readonly label?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#metricStat
   */
  readonly metricStat?: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#period
   */
  readonly period?: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries#returnData
   */
  readonly returnData?: boolean;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries(obj: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'expression': obj.expression,
    'id': obj.id,
    'label': obj.label,
    'metricStat': toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat(obj.metricStat),
    'period': obj.period?.value,
    'returnData': obj.returnData,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadogAggregator
 */
export enum ClusterAnalysisTemplateSpecMetricsProviderDatadogAggregator {
  /** avg */
  AVG = "avg",
  /** min */
  MIN = "min",
  /** max */
  MAX = "max",
  /** sum */
  SUM = "sum",
  /** last */
  LAST = "last",
  /** percentile */
  PERCENTILE = "percentile",
  /** mean */
  MEAN = "mean",
  /** l2norm */
  L2NORM = "l2norm",
  /** area */
  AREA = "area",
}

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadogApiVersion
 */
export enum ClusterAnalysisTemplateSpecMetricsProviderDatadogApiVersion {
  /** v1 */
  V1 = "v1",
  /** v2 */
  V2 = "v2",
}

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef#name
   */
  readonly name?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef#namespaced
   */
  readonly namespaced?: boolean;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef(obj: ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'namespaced': obj.namespaced,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderJobMetadata
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderJobMetadata {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderJobMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderJobMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderJobMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderJobMetadata(obj: ClusterAnalysisTemplateSpecMetricsProviderJobMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes#controlScope
   */
  readonly controlScope: ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes#experimentScope
   */
  readonly experimentScope: ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes(obj: ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'controlScope': toJson_ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope(obj.controlScope),
    'experimentScope': toJson_ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope(obj.experimentScope),
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold#marginal
   */
  readonly marginal: number;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold#pass
   */
  readonly pass: number;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold(obj: ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'marginal': obj.marginal,
    'pass': obj.pass,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthentication
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthentication {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthentication#oauth2
   */
  readonly oauth2?: ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthentication#sigv4
   */
  readonly sigv4?: ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthentication' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthentication(obj: ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthentication | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'oauth2': toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2(obj.oauth2),
    'sigv4': toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4(obj.sigv4),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusHeaders
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderPrometheusHeaders {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusHeaders#key
   */
  readonly key: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusHeaders#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderPrometheusHeaders' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusHeaders(obj: ClusterAnalysisTemplateSpecMetricsProviderPrometheusHeaders | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery#end
   */
  readonly end?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery#start
   */
  readonly start?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery#step
   */
  readonly step?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery(obj: ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'end': obj.end,
    'start': obj.start,
    'step': obj.step,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication#oauth2
   */
  readonly oauth2?: ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication#sigv4
   */
  readonly sigv4?: ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication(obj: ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'oauth2': toJson_ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2(obj.oauth2),
    'sigv4': toJson_ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4(obj.sigv4),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderWebHeaders
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderWebHeaders {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebHeaders#key
   */
  readonly key: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebHeaders#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderWebHeaders' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderWebHeaders(obj: ClusterAnalysisTemplateSpecMetricsProviderWebHeaders | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat#metric
   */
  readonly metric?: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat#period
   */
  readonly period?: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat#stat
   */
  readonly stat?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat#unit
   */
  readonly unit?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat(obj: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metric': toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric(obj.metric),
    'period': obj.period?.value,
    'stat': obj.stat,
    'unit': obj.unit,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod
 */
export class ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod {
  public static fromNumber(value: number): ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod {
    return new ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod(value);
  }
  public static fromString(value: string): ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod {
    return new ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesPeriod(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#end
   */
  readonly end?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#region
   */
  readonly region: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#scope
   */
  readonly scope: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#start
   */
  readonly start?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope#step
   */
  readonly step: number;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope(obj: ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'end': obj.end,
    'region': obj.region,
    'scope': obj.scope,
    'start': obj.start,
    'step': obj.step,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#end
   */
  readonly end?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#region
   */
  readonly region: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#scope
   */
  readonly scope: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#start
   */
  readonly start?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope#step
   */
  readonly step: number;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope(obj: ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesExperimentScope | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'end': obj.end,
    'region': obj.region,
    'scope': obj.scope,
    'start': obj.start,
    'step': obj.step,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2 {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2#clientId
   */
  readonly clientId?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2#clientSecret
   */
  readonly clientSecret?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2#scopes
   */
  readonly scopes?: string[];

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2#tokenUrl
   */
  readonly tokenUrl?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2(obj: ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationOauth2 | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clientId': obj.clientId,
    'clientSecret': obj.clientSecret,
    'scopes': obj.scopes?.map(y => y),
    'tokenUrl': obj.tokenUrl,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4 {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4#profile
   */
  readonly profile?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4#region
   */
  readonly region?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4#roleArn
   */
  readonly roleArn?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4(obj: ClusterAnalysisTemplateSpecMetricsProviderPrometheusAuthenticationSigv4 | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'profile': obj.profile,
    'region': obj.region,
    'roleArn': obj.roleArn,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2 {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2#clientId
   */
  readonly clientId?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2#clientSecret
   */
  readonly clientSecret?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2#scopes
   */
  readonly scopes?: string[];

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2#tokenUrl
   */
  readonly tokenUrl?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2(obj: ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2 | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clientId': obj.clientId,
    'clientSecret': obj.clientSecret,
    'scopes': obj.scopes?.map(y => y),
    'tokenUrl': obj.tokenUrl,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4 {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4#profile
   */
  readonly profile?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4#region
   */
  readonly region?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4#roleArn
   */
  readonly roleArn?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4(obj: ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4 | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'profile': obj.profile,
    'region': obj.region,
    'roleArn': obj.roleArn,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric#dimensions
   */
  readonly dimensions?: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions[];

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric#metricName
   */
  readonly metricName?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric(obj: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'dimensions': obj.dimensions?.map(y => toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions(y)),
    'metricName': obj.metricName,
    'namespace': obj.namespace,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod
 */
export class ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod {
  public static fromNumber(value: number): ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod {
    return new ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod(value);
  }
  public static fromString(value: string): ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod {
    return new ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatPeriod(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions
 */
export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions {
  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions#name
   */
  readonly name?: string;

  /**
   * @schema ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions#value
   */
  readonly value?: string;
}

/**
 * Converts an object of type 'ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions(obj: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */


/**
 *
 *
 * @schema Rollout
 */
export class Rollout extends ApiObject {
  /**
   * Returns the apiVersion and kind for "Rollout"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
  }

  /**
   * Renders a Kubernetes manifest for "Rollout".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: RolloutProps): any {
    return {
      ...Rollout.GVK,
      ...toJson_RolloutProps(props),
    };
  }

  /**
   * Defines a "Rollout" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: RolloutProps) {
    super(scope, id, {
      ...Rollout.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...Rollout.GVK,
      ...toJson_RolloutProps(resolved),
    };
  }
}

/**
 * @schema Rollout
 */
export interface RolloutProps {
  /**
   * @schema Rollout#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * @schema Rollout#spec
   */
  readonly spec: RolloutSpec;
}

/**
 * Converts an object of type 'RolloutProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutProps(obj: RolloutProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_RolloutSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpec
 */
export interface RolloutSpec {
  /**
   * @schema RolloutSpec#analysis
   */
  readonly analysis?: RolloutSpecAnalysis;

  /**
   * @schema RolloutSpec#minReadySeconds
   */
  readonly minReadySeconds?: number;

  /**
   * @schema RolloutSpec#paused
   */
  readonly paused?: boolean;

  /**
   * @schema RolloutSpec#progressDeadlineAbort
   */
  readonly progressDeadlineAbort?: boolean;

  /**
   * @schema RolloutSpec#progressDeadlineSeconds
   */
  readonly progressDeadlineSeconds?: number;

  /**
   * @schema RolloutSpec#replicas
   */
  readonly replicas?: number;

  /**
   * @schema RolloutSpec#restartAt
   */
  readonly restartAt?: string;

  /**
   * @schema RolloutSpec#revisionHistoryLimit
   */
  readonly revisionHistoryLimit?: number;

  /**
   * @schema RolloutSpec#rollbackWindow
   */
  readonly rollbackWindow?: RolloutSpecRollbackWindow;

  /**
   * @schema RolloutSpec#selector
   */
  readonly selector?: RolloutSpecSelector;

  /**
   * @schema RolloutSpec#strategy
   */
  readonly strategy?: RolloutSpecStrategy;

  /**
   * @schema RolloutSpec#template
   */
  readonly template?: any;

  /**
   * @schema RolloutSpec#workloadRef
   */
  readonly workloadRef?: RolloutSpecWorkloadRef;
}

/**
 * Converts an object of type 'RolloutSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpec(obj: RolloutSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'analysis': toJson_RolloutSpecAnalysis(obj.analysis),
    'minReadySeconds': obj.minReadySeconds,
    'paused': obj.paused,
    'progressDeadlineAbort': obj.progressDeadlineAbort,
    'progressDeadlineSeconds': obj.progressDeadlineSeconds,
    'replicas': obj.replicas,
    'restartAt': obj.restartAt,
    'revisionHistoryLimit': obj.revisionHistoryLimit,
    'rollbackWindow': toJson_RolloutSpecRollbackWindow(obj.rollbackWindow),
    'selector': toJson_RolloutSpecSelector(obj.selector),
    'strategy': toJson_RolloutSpecStrategy(obj.strategy),
    'template': obj.template,
    'workloadRef': toJson_RolloutSpecWorkloadRef(obj.workloadRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecAnalysis
 */
export interface RolloutSpecAnalysis {
  /**
   * @schema RolloutSpecAnalysis#successfulRunHistoryLimit
   */
  readonly successfulRunHistoryLimit?: number;

  /**
   * @schema RolloutSpecAnalysis#unsuccessfulRunHistoryLimit
   */
  readonly unsuccessfulRunHistoryLimit?: number;
}

/**
 * Converts an object of type 'RolloutSpecAnalysis' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecAnalysis(obj: RolloutSpecAnalysis | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'successfulRunHistoryLimit': obj.successfulRunHistoryLimit,
    'unsuccessfulRunHistoryLimit': obj.unsuccessfulRunHistoryLimit,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecRollbackWindow
 */
export interface RolloutSpecRollbackWindow {
  /**
   * @schema RolloutSpecRollbackWindow#revisions
   */
  readonly revisions?: number;
}

/**
 * Converts an object of type 'RolloutSpecRollbackWindow' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecRollbackWindow(obj: RolloutSpecRollbackWindow | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'revisions': obj.revisions,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecSelector
 */
export interface RolloutSpecSelector {
  /**
   * @schema RolloutSpecSelector#matchExpressions
   */
  readonly matchExpressions?: RolloutSpecSelectorMatchExpressions[];

  /**
   * @schema RolloutSpecSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecSelector(obj: RolloutSpecSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchExpressions': obj.matchExpressions?.map(y => toJson_RolloutSpecSelectorMatchExpressions(y)),
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategy
 */
export interface RolloutSpecStrategy {
  /**
   * @schema RolloutSpecStrategy#blueGreen
   */
  readonly blueGreen?: RolloutSpecStrategyBlueGreen;

  /**
   * @schema RolloutSpecStrategy#canary
   */
  readonly canary?: RolloutSpecStrategyCanary;
}

/**
 * Converts an object of type 'RolloutSpecStrategy' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategy(obj: RolloutSpecStrategy | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'blueGreen': toJson_RolloutSpecStrategyBlueGreen(obj.blueGreen),
    'canary': toJson_RolloutSpecStrategyCanary(obj.canary),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecWorkloadRef
 */
export interface RolloutSpecWorkloadRef {
  /**
   * @schema RolloutSpecWorkloadRef#apiVersion
   */
  readonly apiVersion?: string;

  /**
   * @schema RolloutSpecWorkloadRef#kind
   */
  readonly kind?: string;

  /**
   * @schema RolloutSpecWorkloadRef#name
   */
  readonly name?: string;

  /**
   * @schema RolloutSpecWorkloadRef#scaleDown
   */
  readonly scaleDown?: string;
}

/**
 * Converts an object of type 'RolloutSpecWorkloadRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecWorkloadRef(obj: RolloutSpecWorkloadRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'apiVersion': obj.apiVersion,
    'kind': obj.kind,
    'name': obj.name,
    'scaleDown': obj.scaleDown,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecSelectorMatchExpressions
 */
export interface RolloutSpecSelectorMatchExpressions {
  /**
   * @schema RolloutSpecSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * @schema RolloutSpecSelectorMatchExpressions#operator
   */
  readonly operator: string;

  /**
   * @schema RolloutSpecSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'RolloutSpecSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecSelectorMatchExpressions(obj: RolloutSpecSelectorMatchExpressions | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'operator': obj.operator,
    'values': obj.values?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreen
 */
export interface RolloutSpecStrategyBlueGreen {
  /**
   * @schema RolloutSpecStrategyBlueGreen#abortScaleDownDelaySeconds
   */
  readonly abortScaleDownDelaySeconds?: number;

  /**
   * @schema RolloutSpecStrategyBlueGreen#activeMetadata
   */
  readonly activeMetadata?: RolloutSpecStrategyBlueGreenActiveMetadata;

  /**
   * @schema RolloutSpecStrategyBlueGreen#activeService
   */
  readonly activeService: string;

  /**
   * @schema RolloutSpecStrategyBlueGreen#antiAffinity
   */
  readonly antiAffinity?: RolloutSpecStrategyBlueGreenAntiAffinity;

  /**
   * @schema RolloutSpecStrategyBlueGreen#autoPromotionEnabled
   */
  readonly autoPromotionEnabled?: boolean;

  /**
   * @schema RolloutSpecStrategyBlueGreen#autoPromotionSeconds
   */
  readonly autoPromotionSeconds?: number;

  /**
   * @schema RolloutSpecStrategyBlueGreen#maxUnavailable
   */
  readonly maxUnavailable?: RolloutSpecStrategyBlueGreenMaxUnavailable;

  /**
   * @schema RolloutSpecStrategyBlueGreen#postPromotionAnalysis
   */
  readonly postPromotionAnalysis?: RolloutSpecStrategyBlueGreenPostPromotionAnalysis;

  /**
   * @schema RolloutSpecStrategyBlueGreen#prePromotionAnalysis
   */
  readonly prePromotionAnalysis?: RolloutSpecStrategyBlueGreenPrePromotionAnalysis;

  /**
   * @schema RolloutSpecStrategyBlueGreen#previewMetadata
   */
  readonly previewMetadata?: RolloutSpecStrategyBlueGreenPreviewMetadata;

  /**
   * @schema RolloutSpecStrategyBlueGreen#previewReplicaCount
   */
  readonly previewReplicaCount?: number;

  /**
   * @schema RolloutSpecStrategyBlueGreen#previewService
   */
  readonly previewService?: string;

  /**
   * @schema RolloutSpecStrategyBlueGreen#scaleDownDelayRevisionLimit
   */
  readonly scaleDownDelayRevisionLimit?: number;

  /**
   * @schema RolloutSpecStrategyBlueGreen#scaleDownDelaySeconds
   */
  readonly scaleDownDelaySeconds?: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreen' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreen(obj: RolloutSpecStrategyBlueGreen | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'abortScaleDownDelaySeconds': obj.abortScaleDownDelaySeconds,
    'activeMetadata': toJson_RolloutSpecStrategyBlueGreenActiveMetadata(obj.activeMetadata),
    'activeService': obj.activeService,
    'antiAffinity': toJson_RolloutSpecStrategyBlueGreenAntiAffinity(obj.antiAffinity),
    'autoPromotionEnabled': obj.autoPromotionEnabled,
    'autoPromotionSeconds': obj.autoPromotionSeconds,
    'maxUnavailable': obj.maxUnavailable?.value,
    'postPromotionAnalysis': toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysis(obj.postPromotionAnalysis),
    'prePromotionAnalysis': toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysis(obj.prePromotionAnalysis),
    'previewMetadata': toJson_RolloutSpecStrategyBlueGreenPreviewMetadata(obj.previewMetadata),
    'previewReplicaCount': obj.previewReplicaCount,
    'previewService': obj.previewService,
    'scaleDownDelayRevisionLimit': obj.scaleDownDelayRevisionLimit,
    'scaleDownDelaySeconds': obj.scaleDownDelaySeconds,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanary
 */
export interface RolloutSpecStrategyCanary {
  /**
   * @schema RolloutSpecStrategyCanary#abortScaleDownDelaySeconds
   */
  readonly abortScaleDownDelaySeconds?: number;

  /**
   * @schema RolloutSpecStrategyCanary#analysis
   */
  readonly analysis?: RolloutSpecStrategyCanaryAnalysis;

  /**
   * @schema RolloutSpecStrategyCanary#antiAffinity
   */
  readonly antiAffinity?: RolloutSpecStrategyCanaryAntiAffinity;

  /**
   * @schema RolloutSpecStrategyCanary#canaryMetadata
   */
  readonly canaryMetadata?: RolloutSpecStrategyCanaryCanaryMetadata;

  /**
   * @schema RolloutSpecStrategyCanary#canaryService
   */
  readonly canaryService?: string;

  /**
   * @schema RolloutSpecStrategyCanary#dynamicStableScale
   */
  readonly dynamicStableScale?: boolean;

  /**
   * @schema RolloutSpecStrategyCanary#maxSurge
   */
  readonly maxSurge?: RolloutSpecStrategyCanaryMaxSurge;

  /**
   * @schema RolloutSpecStrategyCanary#maxUnavailable
   */
  readonly maxUnavailable?: RolloutSpecStrategyCanaryMaxUnavailable;

  /**
   * @schema RolloutSpecStrategyCanary#minPodsPerReplicaSet
   */
  readonly minPodsPerReplicaSet?: number;

  /**
   * @schema RolloutSpecStrategyCanary#pingPong
   */
  readonly pingPong?: RolloutSpecStrategyCanaryPingPong;

  /**
   * @schema RolloutSpecStrategyCanary#replicaProgressThreshold
   */
  readonly replicaProgressThreshold?: RolloutSpecStrategyCanaryReplicaProgressThreshold;

  /**
   * @schema RolloutSpecStrategyCanary#scaleDownDelayRevisionLimit
   */
  readonly scaleDownDelayRevisionLimit?: number;

  /**
   * @schema RolloutSpecStrategyCanary#scaleDownDelaySeconds
   */
  readonly scaleDownDelaySeconds?: number;

  /**
   * @schema RolloutSpecStrategyCanary#stableMetadata
   */
  readonly stableMetadata?: RolloutSpecStrategyCanaryStableMetadata;

  /**
   * @schema RolloutSpecStrategyCanary#stableService
   */
  readonly stableService?: string;

  /**
   * @schema RolloutSpecStrategyCanary#steps
   */
  readonly steps?: RolloutSpecStrategyCanarySteps[];

  /**
   * @schema RolloutSpecStrategyCanary#trafficRouting
   */
  readonly trafficRouting?: RolloutSpecStrategyCanaryTrafficRouting;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanary' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanary(obj: RolloutSpecStrategyCanary | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'abortScaleDownDelaySeconds': obj.abortScaleDownDelaySeconds,
    'analysis': toJson_RolloutSpecStrategyCanaryAnalysis(obj.analysis),
    'antiAffinity': toJson_RolloutSpecStrategyCanaryAntiAffinity(obj.antiAffinity),
    'canaryMetadata': toJson_RolloutSpecStrategyCanaryCanaryMetadata(obj.canaryMetadata),
    'canaryService': obj.canaryService,
    'dynamicStableScale': obj.dynamicStableScale,
    'maxSurge': obj.maxSurge?.value,
    'maxUnavailable': obj.maxUnavailable?.value,
    'minPodsPerReplicaSet': obj.minPodsPerReplicaSet,
    'pingPong': toJson_RolloutSpecStrategyCanaryPingPong(obj.pingPong),
    'replicaProgressThreshold': toJson_RolloutSpecStrategyCanaryReplicaProgressThreshold(obj.replicaProgressThreshold),
    'scaleDownDelayRevisionLimit': obj.scaleDownDelayRevisionLimit,
    'scaleDownDelaySeconds': obj.scaleDownDelaySeconds,
    'stableMetadata': toJson_RolloutSpecStrategyCanaryStableMetadata(obj.stableMetadata),
    'stableService': obj.stableService,
    'steps': obj.steps?.map(y => toJson_RolloutSpecStrategyCanarySteps(y)),
    'trafficRouting': toJson_RolloutSpecStrategyCanaryTrafficRouting(obj.trafficRouting),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenActiveMetadata
 */
export interface RolloutSpecStrategyBlueGreenActiveMetadata {
  /**
   * @schema RolloutSpecStrategyBlueGreenActiveMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyBlueGreenActiveMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenActiveMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenActiveMetadata(obj: RolloutSpecStrategyBlueGreenActiveMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenAntiAffinity
 */
export interface RolloutSpecStrategyBlueGreenAntiAffinity {
  /**
   * @schema RolloutSpecStrategyBlueGreenAntiAffinity#preferredDuringSchedulingIgnoredDuringExecution
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution;

  /**
   * @schema RolloutSpecStrategyBlueGreenAntiAffinity#requiredDuringSchedulingIgnoredDuringExecution
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: any;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenAntiAffinity' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenAntiAffinity(obj: RolloutSpecStrategyBlueGreenAntiAffinity | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'preferredDuringSchedulingIgnoredDuringExecution': toJson_RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution(obj.preferredDuringSchedulingIgnoredDuringExecution),
    'requiredDuringSchedulingIgnoredDuringExecution': obj.requiredDuringSchedulingIgnoredDuringExecution,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenMaxUnavailable
 */
export class RolloutSpecStrategyBlueGreenMaxUnavailable {
  public static fromNumber(value: number): RolloutSpecStrategyBlueGreenMaxUnavailable {
    return new RolloutSpecStrategyBlueGreenMaxUnavailable(value);
  }
  public static fromString(value: string): RolloutSpecStrategyBlueGreenMaxUnavailable {
    return new RolloutSpecStrategyBlueGreenMaxUnavailable(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysis
 */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysis {
  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysis#analysisRunMetadata
   */
  readonly analysisRunMetadata?: RolloutSpecStrategyBlueGreenPostPromotionAnalysisAnalysisRunMetadata;

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysis#args
   */
  readonly args?: RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs[];

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysis#dryRun
   */
  readonly dryRun?: RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun[];

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysis#measurementRetention
   */
  readonly measurementRetention?: RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention[];

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysis#templates
   */
  readonly templates?: RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPostPromotionAnalysis' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysis(obj: RolloutSpecStrategyBlueGreenPostPromotionAnalysis | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'analysisRunMetadata': toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisAnalysisRunMetadata(obj.analysisRunMetadata),
    'args': obj.args?.map(y => toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs(y)),
    'dryRun': obj.dryRun?.map(y => toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun(y)),
    'measurementRetention': obj.measurementRetention?.map(y => toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention(y)),
    'templates': obj.templates?.map(y => toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysis
 */
export interface RolloutSpecStrategyBlueGreenPrePromotionAnalysis {
  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysis#analysisRunMetadata
   */
  readonly analysisRunMetadata?: RolloutSpecStrategyBlueGreenPrePromotionAnalysisAnalysisRunMetadata;

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysis#args
   */
  readonly args?: RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs[];

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysis#dryRun
   */
  readonly dryRun?: RolloutSpecStrategyBlueGreenPrePromotionAnalysisDryRun[];

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysis#measurementRetention
   */
  readonly measurementRetention?: RolloutSpecStrategyBlueGreenPrePromotionAnalysisMeasurementRetention[];

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysis#templates
   */
  readonly templates?: RolloutSpecStrategyBlueGreenPrePromotionAnalysisTemplates[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPrePromotionAnalysis' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysis(obj: RolloutSpecStrategyBlueGreenPrePromotionAnalysis | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'analysisRunMetadata': toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisAnalysisRunMetadata(obj.analysisRunMetadata),
    'args': obj.args?.map(y => toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs(y)),
    'dryRun': obj.dryRun?.map(y => toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisDryRun(y)),
    'measurementRetention': obj.measurementRetention?.map(y => toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisMeasurementRetention(y)),
    'templates': obj.templates?.map(y => toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisTemplates(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPreviewMetadata
 */
export interface RolloutSpecStrategyBlueGreenPreviewMetadata {
  /**
   * @schema RolloutSpecStrategyBlueGreenPreviewMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyBlueGreenPreviewMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPreviewMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPreviewMetadata(obj: RolloutSpecStrategyBlueGreenPreviewMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAnalysis
 */
export interface RolloutSpecStrategyCanaryAnalysis {
  /**
   * @schema RolloutSpecStrategyCanaryAnalysis#analysisRunMetadata
   */
  readonly analysisRunMetadata?: RolloutSpecStrategyCanaryAnalysisAnalysisRunMetadata;

  /**
   * @schema RolloutSpecStrategyCanaryAnalysis#args
   */
  readonly args?: RolloutSpecStrategyCanaryAnalysisArgs[];

  /**
   * @schema RolloutSpecStrategyCanaryAnalysis#dryRun
   */
  readonly dryRun?: RolloutSpecStrategyCanaryAnalysisDryRun[];

  /**
   * @schema RolloutSpecStrategyCanaryAnalysis#measurementRetention
   */
  readonly measurementRetention?: RolloutSpecStrategyCanaryAnalysisMeasurementRetention[];

  /**
   * @schema RolloutSpecStrategyCanaryAnalysis#startingStep
   */
  readonly startingStep?: number;

  /**
   * @schema RolloutSpecStrategyCanaryAnalysis#templates
   */
  readonly templates?: RolloutSpecStrategyCanaryAnalysisTemplates[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAnalysis' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAnalysis(obj: RolloutSpecStrategyCanaryAnalysis | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'analysisRunMetadata': toJson_RolloutSpecStrategyCanaryAnalysisAnalysisRunMetadata(obj.analysisRunMetadata),
    'args': obj.args?.map(y => toJson_RolloutSpecStrategyCanaryAnalysisArgs(y)),
    'dryRun': obj.dryRun?.map(y => toJson_RolloutSpecStrategyCanaryAnalysisDryRun(y)),
    'measurementRetention': obj.measurementRetention?.map(y => toJson_RolloutSpecStrategyCanaryAnalysisMeasurementRetention(y)),
    'startingStep': obj.startingStep,
    'templates': obj.templates?.map(y => toJson_RolloutSpecStrategyCanaryAnalysisTemplates(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAntiAffinity
 */
export interface RolloutSpecStrategyCanaryAntiAffinity {
  /**
   * @schema RolloutSpecStrategyCanaryAntiAffinity#preferredDuringSchedulingIgnoredDuringExecution
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution;

  /**
   * @schema RolloutSpecStrategyCanaryAntiAffinity#requiredDuringSchedulingIgnoredDuringExecution
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: any;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAntiAffinity' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAntiAffinity(obj: RolloutSpecStrategyCanaryAntiAffinity | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'preferredDuringSchedulingIgnoredDuringExecution': toJson_RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution(obj.preferredDuringSchedulingIgnoredDuringExecution),
    'requiredDuringSchedulingIgnoredDuringExecution': obj.requiredDuringSchedulingIgnoredDuringExecution,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryCanaryMetadata
 */
export interface RolloutSpecStrategyCanaryCanaryMetadata {
  /**
   * @schema RolloutSpecStrategyCanaryCanaryMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyCanaryCanaryMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryCanaryMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryCanaryMetadata(obj: RolloutSpecStrategyCanaryCanaryMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryMaxSurge
 */
export class RolloutSpecStrategyCanaryMaxSurge {
  public static fromNumber(value: number): RolloutSpecStrategyCanaryMaxSurge {
    return new RolloutSpecStrategyCanaryMaxSurge(value);
  }
  public static fromString(value: string): RolloutSpecStrategyCanaryMaxSurge {
    return new RolloutSpecStrategyCanaryMaxSurge(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema RolloutSpecStrategyCanaryMaxUnavailable
 */
export class RolloutSpecStrategyCanaryMaxUnavailable {
  public static fromNumber(value: number): RolloutSpecStrategyCanaryMaxUnavailable {
    return new RolloutSpecStrategyCanaryMaxUnavailable(value);
  }
  public static fromString(value: string): RolloutSpecStrategyCanaryMaxUnavailable {
    return new RolloutSpecStrategyCanaryMaxUnavailable(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema RolloutSpecStrategyCanaryPingPong
 */
export interface RolloutSpecStrategyCanaryPingPong {
  /**
   * @schema RolloutSpecStrategyCanaryPingPong#pingService
   */
  readonly pingService: string;

  /**
   * @schema RolloutSpecStrategyCanaryPingPong#pongService
   */
  readonly pongService: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryPingPong' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryPingPong(obj: RolloutSpecStrategyCanaryPingPong | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'pingService': obj.pingService,
    'pongService': obj.pongService,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryReplicaProgressThreshold
 */
export interface RolloutSpecStrategyCanaryReplicaProgressThreshold {
  /**
   * @schema RolloutSpecStrategyCanaryReplicaProgressThreshold#type
   */
  readonly type: string;

  /**
   * @schema RolloutSpecStrategyCanaryReplicaProgressThreshold#value
   */
  readonly value: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryReplicaProgressThreshold' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryReplicaProgressThreshold(obj: RolloutSpecStrategyCanaryReplicaProgressThreshold | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'type': obj.type,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStableMetadata
 */
export interface RolloutSpecStrategyCanaryStableMetadata {
  /**
   * @schema RolloutSpecStrategyCanaryStableMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyCanaryStableMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStableMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStableMetadata(obj: RolloutSpecStrategyCanaryStableMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanarySteps
 */
export interface RolloutSpecStrategyCanarySteps {
  /**
   * @schema RolloutSpecStrategyCanarySteps#analysis
   */
  readonly analysis?: RolloutSpecStrategyCanaryStepsAnalysis;

  /**
   * @schema RolloutSpecStrategyCanarySteps#experiment
   */
  readonly experiment?: RolloutSpecStrategyCanaryStepsExperiment;

  /**
   * @schema RolloutSpecStrategyCanarySteps#pause
   */
  readonly pause?: RolloutSpecStrategyCanaryStepsPause;

  /**
   * @schema RolloutSpecStrategyCanarySteps#plugin
   */
  readonly plugin?: RolloutSpecStrategyCanaryStepsPlugin;

  /**
   * @schema RolloutSpecStrategyCanarySteps#setCanaryScale
   */
  readonly setCanaryScale?: RolloutSpecStrategyCanaryStepsSetCanaryScale;

  /**
   * @schema RolloutSpecStrategyCanarySteps#setHeaderRoute
   */
  readonly setHeaderRoute?: RolloutSpecStrategyCanaryStepsSetHeaderRoute;

  /**
   * @schema RolloutSpecStrategyCanarySteps#setMirrorRoute
   */
  readonly setMirrorRoute?: RolloutSpecStrategyCanaryStepsSetMirrorRoute;

  /**
   * @schema RolloutSpecStrategyCanarySteps#setWeight
   */
  readonly setWeight?: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanarySteps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanarySteps(obj: RolloutSpecStrategyCanarySteps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'analysis': toJson_RolloutSpecStrategyCanaryStepsAnalysis(obj.analysis),
    'experiment': toJson_RolloutSpecStrategyCanaryStepsExperiment(obj.experiment),
    'pause': toJson_RolloutSpecStrategyCanaryStepsPause(obj.pause),
    'plugin': toJson_RolloutSpecStrategyCanaryStepsPlugin(obj.plugin),
    'setCanaryScale': toJson_RolloutSpecStrategyCanaryStepsSetCanaryScale(obj.setCanaryScale),
    'setHeaderRoute': toJson_RolloutSpecStrategyCanaryStepsSetHeaderRoute(obj.setHeaderRoute),
    'setMirrorRoute': toJson_RolloutSpecStrategyCanaryStepsSetMirrorRoute(obj.setMirrorRoute),
    'setWeight': obj.setWeight,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRouting
 */
export interface RolloutSpecStrategyCanaryTrafficRouting {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#alb
   */
  readonly alb?: RolloutSpecStrategyCanaryTrafficRoutingAlb;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#ambassador
   */
  readonly ambassador?: RolloutSpecStrategyCanaryTrafficRoutingAmbassador;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#apisix
   */
  readonly apisix?: RolloutSpecStrategyCanaryTrafficRoutingApisix;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#appMesh
   */
  readonly appMesh?: RolloutSpecStrategyCanaryTrafficRoutingAppMesh;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#istio
   */
  readonly istio?: RolloutSpecStrategyCanaryTrafficRoutingIstio;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#managedRoutes
   */
  readonly managedRoutes?: RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes[];

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#maxTrafficWeight
   */
  readonly maxTrafficWeight?: number;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#nginx
   */
  readonly nginx?: RolloutSpecStrategyCanaryTrafficRoutingNginx;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#plugins
   */
  readonly plugins?: any;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#smi
   */
  readonly smi?: RolloutSpecStrategyCanaryTrafficRoutingSmi;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRouting#traefik
   */
  readonly traefik?: RolloutSpecStrategyCanaryTrafficRoutingTraefik;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRouting' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRouting(obj: RolloutSpecStrategyCanaryTrafficRouting | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'alb': toJson_RolloutSpecStrategyCanaryTrafficRoutingAlb(obj.alb),
    'ambassador': toJson_RolloutSpecStrategyCanaryTrafficRoutingAmbassador(obj.ambassador),
    'apisix': toJson_RolloutSpecStrategyCanaryTrafficRoutingApisix(obj.apisix),
    'appMesh': toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMesh(obj.appMesh),
    'istio': toJson_RolloutSpecStrategyCanaryTrafficRoutingIstio(obj.istio),
    'managedRoutes': obj.managedRoutes?.map(y => toJson_RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes(y)),
    'maxTrafficWeight': obj.maxTrafficWeight,
    'nginx': toJson_RolloutSpecStrategyCanaryTrafficRoutingNginx(obj.nginx),
    'plugins': obj.plugins,
    'smi': toJson_RolloutSpecStrategyCanaryTrafficRoutingSmi(obj.smi),
    'traefik': toJson_RolloutSpecStrategyCanaryTrafficRoutingTraefik(obj.traefik),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution
 */
export interface RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution {
  /**
   * @schema RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution#weight
   */
  readonly weight: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution(obj: RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'weight': obj.weight,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisAnalysisRunMetadata
 */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisAnalysisRunMetadata {
  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisAnalysisRunMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisAnalysisRunMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPostPromotionAnalysisAnalysisRunMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisAnalysisRunMetadata(obj: RolloutSpecStrategyBlueGreenPostPromotionAnalysisAnalysisRunMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs
 */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs {
  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs#value
   */
  readonly value?: string;

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs#valueFrom
   */
  readonly valueFrom?: RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs(obj: RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'valueFrom': toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom(obj.valueFrom),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun
 */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun {
  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun(obj: RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention
 */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention {
  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention#limit
   */
  readonly limit: number;

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention(obj: RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'limit': obj.limit,
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates
 */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates {
  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates#clusterScope
   */
  readonly clusterScope?: boolean;

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates#templateName
   */
  readonly templateName?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates(obj: RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clusterScope': obj.clusterScope,
    'templateName': obj.templateName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisAnalysisRunMetadata
 */
export interface RolloutSpecStrategyBlueGreenPrePromotionAnalysisAnalysisRunMetadata {
  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisAnalysisRunMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisAnalysisRunMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPrePromotionAnalysisAnalysisRunMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisAnalysisRunMetadata(obj: RolloutSpecStrategyBlueGreenPrePromotionAnalysisAnalysisRunMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs
 */
export interface RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs {
  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs#value
   */
  readonly value?: string;

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs#valueFrom
   */
  readonly valueFrom?: RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFrom;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs(obj: RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'valueFrom': toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFrom(obj.valueFrom),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisDryRun
 */
export interface RolloutSpecStrategyBlueGreenPrePromotionAnalysisDryRun {
  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisDryRun#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPrePromotionAnalysisDryRun' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisDryRun(obj: RolloutSpecStrategyBlueGreenPrePromotionAnalysisDryRun | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisMeasurementRetention
 */
export interface RolloutSpecStrategyBlueGreenPrePromotionAnalysisMeasurementRetention {
  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisMeasurementRetention#limit
   */
  readonly limit: number;

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisMeasurementRetention#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPrePromotionAnalysisMeasurementRetention' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisMeasurementRetention(obj: RolloutSpecStrategyBlueGreenPrePromotionAnalysisMeasurementRetention | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'limit': obj.limit,
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisTemplates
 */
export interface RolloutSpecStrategyBlueGreenPrePromotionAnalysisTemplates {
  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisTemplates#clusterScope
   */
  readonly clusterScope?: boolean;

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisTemplates#templateName
   */
  readonly templateName?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPrePromotionAnalysisTemplates' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisTemplates(obj: RolloutSpecStrategyBlueGreenPrePromotionAnalysisTemplates | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clusterScope': obj.clusterScope,
    'templateName': obj.templateName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAnalysisAnalysisRunMetadata
 */
export interface RolloutSpecStrategyCanaryAnalysisAnalysisRunMetadata {
  /**
   * @schema RolloutSpecStrategyCanaryAnalysisAnalysisRunMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyCanaryAnalysisAnalysisRunMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAnalysisAnalysisRunMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAnalysisAnalysisRunMetadata(obj: RolloutSpecStrategyCanaryAnalysisAnalysisRunMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAnalysisArgs
 */
export interface RolloutSpecStrategyCanaryAnalysisArgs {
  /**
   * @schema RolloutSpecStrategyCanaryAnalysisArgs#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryAnalysisArgs#value
   */
  readonly value?: string;

  /**
   * @schema RolloutSpecStrategyCanaryAnalysisArgs#valueFrom
   */
  readonly valueFrom?: RolloutSpecStrategyCanaryAnalysisArgsValueFrom;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAnalysisArgs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAnalysisArgs(obj: RolloutSpecStrategyCanaryAnalysisArgs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'valueFrom': toJson_RolloutSpecStrategyCanaryAnalysisArgsValueFrom(obj.valueFrom),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAnalysisDryRun
 */
export interface RolloutSpecStrategyCanaryAnalysisDryRun {
  /**
   * @schema RolloutSpecStrategyCanaryAnalysisDryRun#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAnalysisDryRun' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAnalysisDryRun(obj: RolloutSpecStrategyCanaryAnalysisDryRun | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAnalysisMeasurementRetention
 */
export interface RolloutSpecStrategyCanaryAnalysisMeasurementRetention {
  /**
   * @schema RolloutSpecStrategyCanaryAnalysisMeasurementRetention#limit
   */
  readonly limit: number;

  /**
   * @schema RolloutSpecStrategyCanaryAnalysisMeasurementRetention#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAnalysisMeasurementRetention' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAnalysisMeasurementRetention(obj: RolloutSpecStrategyCanaryAnalysisMeasurementRetention | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'limit': obj.limit,
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAnalysisTemplates
 */
export interface RolloutSpecStrategyCanaryAnalysisTemplates {
  /**
   * @schema RolloutSpecStrategyCanaryAnalysisTemplates#clusterScope
   */
  readonly clusterScope?: boolean;

  /**
   * @schema RolloutSpecStrategyCanaryAnalysisTemplates#templateName
   */
  readonly templateName?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAnalysisTemplates' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAnalysisTemplates(obj: RolloutSpecStrategyCanaryAnalysisTemplates | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clusterScope': obj.clusterScope,
    'templateName': obj.templateName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution
 */
export interface RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution {
  /**
   * @schema RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution#weight
   */
  readonly weight: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution(obj: RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'weight': obj.weight,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsAnalysis
 */
export interface RolloutSpecStrategyCanaryStepsAnalysis {
  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysis#analysisRunMetadata
   */
  readonly analysisRunMetadata?: RolloutSpecStrategyCanaryStepsAnalysisAnalysisRunMetadata;

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysis#args
   */
  readonly args?: RolloutSpecStrategyCanaryStepsAnalysisArgs[];

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysis#dryRun
   */
  readonly dryRun?: RolloutSpecStrategyCanaryStepsAnalysisDryRun[];

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysis#measurementRetention
   */
  readonly measurementRetention?: RolloutSpecStrategyCanaryStepsAnalysisMeasurementRetention[];

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysis#templates
   */
  readonly templates?: RolloutSpecStrategyCanaryStepsAnalysisTemplates[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsAnalysis' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsAnalysis(obj: RolloutSpecStrategyCanaryStepsAnalysis | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'analysisRunMetadata': toJson_RolloutSpecStrategyCanaryStepsAnalysisAnalysisRunMetadata(obj.analysisRunMetadata),
    'args': obj.args?.map(y => toJson_RolloutSpecStrategyCanaryStepsAnalysisArgs(y)),
    'dryRun': obj.dryRun?.map(y => toJson_RolloutSpecStrategyCanaryStepsAnalysisDryRun(y)),
    'measurementRetention': obj.measurementRetention?.map(y => toJson_RolloutSpecStrategyCanaryStepsAnalysisMeasurementRetention(y)),
    'templates': obj.templates?.map(y => toJson_RolloutSpecStrategyCanaryStepsAnalysisTemplates(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperiment
 */
export interface RolloutSpecStrategyCanaryStepsExperiment {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperiment#analyses
   */
  readonly analyses?: RolloutSpecStrategyCanaryStepsExperimentAnalyses[];

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperiment#analysisRunMetadata
   */
  readonly analysisRunMetadata?: RolloutSpecStrategyCanaryStepsExperimentAnalysisRunMetadata;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperiment#dryRun
   */
  readonly dryRun?: RolloutSpecStrategyCanaryStepsExperimentDryRun[];

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperiment#duration
   */
  readonly duration?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperiment#scaleDownDelaySeconds
   */
  readonly scaleDownDelaySeconds?: number;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperiment#templates
   */
  readonly templates: RolloutSpecStrategyCanaryStepsExperimentTemplates[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperiment' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperiment(obj: RolloutSpecStrategyCanaryStepsExperiment | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'analyses': obj.analyses?.map(y => toJson_RolloutSpecStrategyCanaryStepsExperimentAnalyses(y)),
    'analysisRunMetadata': toJson_RolloutSpecStrategyCanaryStepsExperimentAnalysisRunMetadata(obj.analysisRunMetadata),
    'dryRun': obj.dryRun?.map(y => toJson_RolloutSpecStrategyCanaryStepsExperimentDryRun(y)),
    'duration': obj.duration,
    'scaleDownDelaySeconds': obj.scaleDownDelaySeconds,
    'templates': obj.templates?.map(y => toJson_RolloutSpecStrategyCanaryStepsExperimentTemplates(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsPause
 */
export interface RolloutSpecStrategyCanaryStepsPause {
  /**
   * @schema RolloutSpecStrategyCanaryStepsPause#duration
   */
  readonly duration?: RolloutSpecStrategyCanaryStepsPauseDuration;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsPause' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsPause(obj: RolloutSpecStrategyCanaryStepsPause | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'duration': obj.duration?.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsPlugin
 */
export interface RolloutSpecStrategyCanaryStepsPlugin {
  /**
   * @schema RolloutSpecStrategyCanaryStepsPlugin#config
   */
  readonly config?: any;

  /**
   * @schema RolloutSpecStrategyCanaryStepsPlugin#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsPlugin' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsPlugin(obj: RolloutSpecStrategyCanaryStepsPlugin | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'config': obj.config,
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsSetCanaryScale
 */
export interface RolloutSpecStrategyCanaryStepsSetCanaryScale {
  /**
   * @schema RolloutSpecStrategyCanaryStepsSetCanaryScale#matchTrafficWeight
   */
  readonly matchTrafficWeight?: boolean;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetCanaryScale#replicas
   */
  readonly replicas?: number;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetCanaryScale#weight
   */
  readonly weight?: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsSetCanaryScale' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsSetCanaryScale(obj: RolloutSpecStrategyCanaryStepsSetCanaryScale | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchTrafficWeight': obj.matchTrafficWeight,
    'replicas': obj.replicas,
    'weight': obj.weight,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsSetHeaderRoute
 */
export interface RolloutSpecStrategyCanaryStepsSetHeaderRoute {
  /**
   * @schema RolloutSpecStrategyCanaryStepsSetHeaderRoute#match
   */
  readonly match?: RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch[];

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetHeaderRoute#name
   */
  readonly name?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsSetHeaderRoute' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsSetHeaderRoute(obj: RolloutSpecStrategyCanaryStepsSetHeaderRoute | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'match': obj.match?.map(y => toJson_RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch(y)),
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsSetMirrorRoute
 */
export interface RolloutSpecStrategyCanaryStepsSetMirrorRoute {
  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRoute#match
   */
  readonly match?: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch[];

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRoute#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRoute#percentage
   */
  readonly percentage?: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsSetMirrorRoute' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsSetMirrorRoute(obj: RolloutSpecStrategyCanaryStepsSetMirrorRoute | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'match': obj.match?.map(y => toJson_RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch(y)),
    'name': obj.name,
    'percentage': obj.percentage,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingAlb
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingAlb {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAlb#annotationPrefix
   */
  readonly annotationPrefix?: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAlb#ingress
   */
  readonly ingress?: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAlb#ingresses
   */
  readonly ingresses?: string[];

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAlb#rootService
   */
  readonly rootService?: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAlb#servicePort
   */
  readonly servicePort: number;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAlb#stickinessConfig
   */
  readonly stickinessConfig?: RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingAlb' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingAlb(obj: RolloutSpecStrategyCanaryTrafficRoutingAlb | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotationPrefix': obj.annotationPrefix,
    'ingress': obj.ingress,
    'ingresses': obj.ingresses?.map(y => y),
    'rootService': obj.rootService,
    'servicePort': obj.servicePort,
    'stickinessConfig': toJson_RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig(obj.stickinessConfig),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingAmbassador
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingAmbassador {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAmbassador#mappings
   */
  readonly mappings: string[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingAmbassador' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingAmbassador(obj: RolloutSpecStrategyCanaryTrafficRoutingAmbassador | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'mappings': obj.mappings?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingApisix
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingApisix {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingApisix#route
   */
  readonly route?: RolloutSpecStrategyCanaryTrafficRoutingApisixRoute;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingApisix' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingApisix(obj: RolloutSpecStrategyCanaryTrafficRoutingApisix | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'route': toJson_RolloutSpecStrategyCanaryTrafficRoutingApisixRoute(obj.route),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMesh
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingAppMesh {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMesh#virtualNodeGroup
   */
  readonly virtualNodeGroup?: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMesh#virtualService
   */
  readonly virtualService?: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingAppMesh' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMesh(obj: RolloutSpecStrategyCanaryTrafficRoutingAppMesh | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'virtualNodeGroup': toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup(obj.virtualNodeGroup),
    'virtualService': toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService(obj.virtualService),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingIstio
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstio {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstio#destinationRule
   */
  readonly destinationRule?: RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstio#virtualService
   */
  readonly virtualService?: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstio#virtualServices
   */
  readonly virtualServices?: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingIstio' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingIstio(obj: RolloutSpecStrategyCanaryTrafficRoutingIstio | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destinationRule': toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule(obj.destinationRule),
    'virtualService': toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService(obj.virtualService),
    'virtualServices': obj.virtualServices?.map(y => toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes(obj: RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingNginx
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingNginx {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingNginx#additionalIngressAnnotations
   */
  readonly additionalIngressAnnotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingNginx#annotationPrefix
   */
  readonly annotationPrefix?: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingNginx#canaryIngressAnnotations
   */
  readonly canaryIngressAnnotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingNginx#stableIngress
   */
  readonly stableIngress?: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingNginx#stableIngresses
   */
  readonly stableIngresses?: string[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingNginx' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingNginx(obj: RolloutSpecStrategyCanaryTrafficRoutingNginx | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'additionalIngressAnnotations': ((obj.additionalIngressAnnotations) === undefined) ? undefined : (Object.entries(obj.additionalIngressAnnotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'annotationPrefix': obj.annotationPrefix,
    'canaryIngressAnnotations': ((obj.canaryIngressAnnotations) === undefined) ? undefined : (Object.entries(obj.canaryIngressAnnotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'stableIngress': obj.stableIngress,
    'stableIngresses': obj.stableIngresses?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingSmi
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingSmi {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingSmi#rootService
   */
  readonly rootService?: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingSmi#trafficSplitName
   */
  readonly trafficSplitName?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingSmi' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingSmi(obj: RolloutSpecStrategyCanaryTrafficRoutingSmi | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'rootService': obj.rootService,
    'trafficSplitName': obj.trafficSplitName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingTraefik
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingTraefik {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingTraefik#weightedTraefikServiceName
   */
  readonly weightedTraefikServiceName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingTraefik' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingTraefik(obj: RolloutSpecStrategyCanaryTrafficRoutingTraefik | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'weightedTraefikServiceName': obj.weightedTraefikServiceName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom
 */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom {
  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom#fieldRef
   */
  readonly fieldRef?: RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef;

  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom#podTemplateHashValue
   */
  readonly podTemplateHashValue?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom(obj: RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldRef': toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef(obj.fieldRef),
    'podTemplateHashValue': obj.podTemplateHashValue,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFrom
 */
export interface RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFrom {
  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFrom#fieldRef
   */
  readonly fieldRef?: RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFromFieldRef;

  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFrom#podTemplateHashValue
   */
  readonly podTemplateHashValue?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFrom(obj: RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldRef': toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFromFieldRef(obj.fieldRef),
    'podTemplateHashValue': obj.podTemplateHashValue,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAnalysisArgsValueFrom
 */
export interface RolloutSpecStrategyCanaryAnalysisArgsValueFrom {
  /**
   * @schema RolloutSpecStrategyCanaryAnalysisArgsValueFrom#fieldRef
   */
  readonly fieldRef?: RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef;

  /**
   * @schema RolloutSpecStrategyCanaryAnalysisArgsValueFrom#podTemplateHashValue
   */
  readonly podTemplateHashValue?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAnalysisArgsValueFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAnalysisArgsValueFrom(obj: RolloutSpecStrategyCanaryAnalysisArgsValueFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldRef': toJson_RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef(obj.fieldRef),
    'podTemplateHashValue': obj.podTemplateHashValue,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsAnalysisAnalysisRunMetadata
 */
export interface RolloutSpecStrategyCanaryStepsAnalysisAnalysisRunMetadata {
  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisAnalysisRunMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisAnalysisRunMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsAnalysisAnalysisRunMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsAnalysisAnalysisRunMetadata(obj: RolloutSpecStrategyCanaryStepsAnalysisAnalysisRunMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsAnalysisArgs
 */
export interface RolloutSpecStrategyCanaryStepsAnalysisArgs {
  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisArgs#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisArgs#value
   */
  readonly value?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisArgs#valueFrom
   */
  readonly valueFrom?: RolloutSpecStrategyCanaryStepsAnalysisArgsValueFrom;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsAnalysisArgs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsAnalysisArgs(obj: RolloutSpecStrategyCanaryStepsAnalysisArgs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'valueFrom': toJson_RolloutSpecStrategyCanaryStepsAnalysisArgsValueFrom(obj.valueFrom),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsAnalysisDryRun
 */
export interface RolloutSpecStrategyCanaryStepsAnalysisDryRun {
  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisDryRun#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsAnalysisDryRun' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsAnalysisDryRun(obj: RolloutSpecStrategyCanaryStepsAnalysisDryRun | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsAnalysisMeasurementRetention
 */
export interface RolloutSpecStrategyCanaryStepsAnalysisMeasurementRetention {
  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisMeasurementRetention#limit
   */
  readonly limit: number;

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisMeasurementRetention#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsAnalysisMeasurementRetention' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsAnalysisMeasurementRetention(obj: RolloutSpecStrategyCanaryStepsAnalysisMeasurementRetention | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'limit': obj.limit,
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsAnalysisTemplates
 */
export interface RolloutSpecStrategyCanaryStepsAnalysisTemplates {
  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisTemplates#clusterScope
   */
  readonly clusterScope?: boolean;

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisTemplates#templateName
   */
  readonly templateName?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsAnalysisTemplates' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsAnalysisTemplates(obj: RolloutSpecStrategyCanaryStepsAnalysisTemplates | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'clusterScope': obj.clusterScope,
    'templateName': obj.templateName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentAnalyses
 */
export interface RolloutSpecStrategyCanaryStepsExperimentAnalyses {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalyses#args
   */
  readonly args?: RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs[];

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalyses#clusterScope
   */
  readonly clusterScope?: boolean;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalyses#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalyses#requiredForCompletion
   */
  readonly requiredForCompletion?: boolean;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalyses#templateName
   */
  readonly templateName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentAnalyses' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentAnalyses(obj: RolloutSpecStrategyCanaryStepsExperimentAnalyses | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'args': obj.args?.map(y => toJson_RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs(y)),
    'clusterScope': obj.clusterScope,
    'name': obj.name,
    'requiredForCompletion': obj.requiredForCompletion,
    'templateName': obj.templateName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysisRunMetadata
 */
export interface RolloutSpecStrategyCanaryStepsExperimentAnalysisRunMetadata {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysisRunMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysisRunMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentAnalysisRunMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentAnalysisRunMetadata(obj: RolloutSpecStrategyCanaryStepsExperimentAnalysisRunMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentDryRun
 */
export interface RolloutSpecStrategyCanaryStepsExperimentDryRun {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentDryRun#metricName
   */
  readonly metricName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentDryRun' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentDryRun(obj: RolloutSpecStrategyCanaryStepsExperimentDryRun | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metricName': obj.metricName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentTemplates
 */
export interface RolloutSpecStrategyCanaryStepsExperimentTemplates {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplates#metadata
   */
  readonly metadata?: RolloutSpecStrategyCanaryStepsExperimentTemplatesMetadata;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplates#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplates#replicas
   */
  readonly replicas?: number;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplates#selector
   */
  readonly selector?: RolloutSpecStrategyCanaryStepsExperimentTemplatesSelector;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplates#service
   */
  readonly service?: RolloutSpecStrategyCanaryStepsExperimentTemplatesService;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplates#specRef
   */
  readonly specRef: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplates#weight
   */
  readonly weight?: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentTemplates' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentTemplates(obj: RolloutSpecStrategyCanaryStepsExperimentTemplates | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': toJson_RolloutSpecStrategyCanaryStepsExperimentTemplatesMetadata(obj.metadata),
    'name': obj.name,
    'replicas': obj.replicas,
    'selector': toJson_RolloutSpecStrategyCanaryStepsExperimentTemplatesSelector(obj.selector),
    'service': toJson_RolloutSpecStrategyCanaryStepsExperimentTemplatesService(obj.service),
    'specRef': obj.specRef,
    'weight': obj.weight,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsPauseDuration
 */
export class RolloutSpecStrategyCanaryStepsPauseDuration {
  public static fromNumber(value: number): RolloutSpecStrategyCanaryStepsPauseDuration {
    return new RolloutSpecStrategyCanaryStepsPauseDuration(value);
  }
  public static fromString(value: string): RolloutSpecStrategyCanaryStepsPauseDuration {
    return new RolloutSpecStrategyCanaryStepsPauseDuration(value);
  }
  private constructor(public readonly value: number | string) {
  }
}

/**
 * @schema RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch
 */
export interface RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch {
  /**
   * @schema RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch#headerName
   */
  readonly headerName: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch#headerValue
   */
  readonly headerValue: RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch(obj: RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'headerName': obj.headerName,
    'headerValue': toJson_RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue(obj.headerValue),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch
 */
export interface RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch {
  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch#headers
   */
  readonly headers?: { [key: string]: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders };

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch#method
   */
  readonly method?: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch#path
   */
  readonly path?: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch(obj: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'headers': ((obj.headers) === undefined) ? undefined : (Object.entries(obj.headers).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: toJson_RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders(i[1]) }), {})),
    'method': toJson_RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod(obj.method),
    'path': toJson_RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath(obj.path),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig#durationSeconds
   */
  readonly durationSeconds: number;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig#enabled
   */
  readonly enabled: boolean;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig(obj: RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'durationSeconds': obj.durationSeconds,
    'enabled': obj.enabled,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingApisixRoute
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingApisixRoute {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingApisixRoute#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingApisixRoute#rules
   */
  readonly rules?: string[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingApisixRoute' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingApisixRoute(obj: RolloutSpecStrategyCanaryTrafficRoutingApisixRoute | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'rules': obj.rules?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup#canaryVirtualNodeRef
   */
  readonly canaryVirtualNodeRef: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup#stableVirtualNodeRef
   */
  readonly stableVirtualNodeRef: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupStableVirtualNodeRef;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup(obj: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'canaryVirtualNodeRef': toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef(obj.canaryVirtualNodeRef),
    'stableVirtualNodeRef': toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupStableVirtualNodeRef(obj.stableVirtualNodeRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService#routes
   */
  readonly routes?: string[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService(obj: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'routes': obj.routes?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule#additionalSubsetNames
   */
  readonly additionalSubsetNames?: string[];

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule#canarySubsetName
   */
  readonly canarySubsetName: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule#stableSubsetName
   */
  readonly stableSubsetName: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule(obj: RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'additionalSubsetNames': obj.additionalSubsetNames?.map(y => y),
    'canarySubsetName': obj.canarySubsetName,
    'name': obj.name,
    'stableSubsetName': obj.stableSubsetName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService#routes
   */
  readonly routes?: string[];

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService#tcpRoutes
   */
  readonly tcpRoutes?: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes[];

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService#tlsRoutes
   */
  readonly tlsRoutes?: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService(obj: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'routes': obj.routes?.map(y => y),
    'tcpRoutes': obj.tcpRoutes?.map(y => toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes(y)),
    'tlsRoutes': obj.tlsRoutes?.map(y => toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices#routes
   */
  readonly routes?: string[];

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices#tcpRoutes
   */
  readonly tcpRoutes?: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTcpRoutes[];

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices#tlsRoutes
   */
  readonly tlsRoutes?: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTlsRoutes[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices(obj: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServices | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'routes': obj.routes?.map(y => y),
    'tcpRoutes': obj.tcpRoutes?.map(y => toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTcpRoutes(y)),
    'tlsRoutes': obj.tlsRoutes?.map(y => toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTlsRoutes(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef
 */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef {
  /**
   * @schema RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef#fieldPath
   */
  readonly fieldPath: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef(obj: RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldPath': obj.fieldPath,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFromFieldRef
 */
export interface RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFromFieldRef {
  /**
   * @schema RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFromFieldRef#fieldPath
   */
  readonly fieldPath: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFromFieldRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFromFieldRef(obj: RolloutSpecStrategyBlueGreenPrePromotionAnalysisArgsValueFromFieldRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldPath': obj.fieldPath,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef
 */
export interface RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef {
  /**
   * @schema RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef#fieldPath
   */
  readonly fieldPath: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef(obj: RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldPath': obj.fieldPath,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsAnalysisArgsValueFrom
 */
export interface RolloutSpecStrategyCanaryStepsAnalysisArgsValueFrom {
  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisArgsValueFrom#fieldRef
   */
  readonly fieldRef?: RolloutSpecStrategyCanaryStepsAnalysisArgsValueFromFieldRef;

  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisArgsValueFrom#podTemplateHashValue
   */
  readonly podTemplateHashValue?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsAnalysisArgsValueFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsAnalysisArgsValueFrom(obj: RolloutSpecStrategyCanaryStepsAnalysisArgsValueFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldRef': toJson_RolloutSpecStrategyCanaryStepsAnalysisArgsValueFromFieldRef(obj.fieldRef),
    'podTemplateHashValue': obj.podTemplateHashValue,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs
 */
export interface RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs#name
   */
  readonly name: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs#value
   */
  readonly value?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs#valueFrom
   */
  readonly valueFrom?: RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFrom;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs(obj: RolloutSpecStrategyCanaryStepsExperimentAnalysesArgs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'valueFrom': toJson_RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFrom(obj.valueFrom),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesMetadata
 */
export interface RolloutSpecStrategyCanaryStepsExperimentTemplatesMetadata {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentTemplatesMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentTemplatesMetadata(obj: RolloutSpecStrategyCanaryStepsExperimentTemplatesMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesSelector
 */
export interface RolloutSpecStrategyCanaryStepsExperimentTemplatesSelector {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesSelector#matchExpressions
   */
  readonly matchExpressions?: RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions[];

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentTemplatesSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentTemplatesSelector(obj: RolloutSpecStrategyCanaryStepsExperimentTemplatesSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchExpressions': obj.matchExpressions?.map(y => toJson_RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions(y)),
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesService
 */
export interface RolloutSpecStrategyCanaryStepsExperimentTemplatesService {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesService#name
   */
  readonly name?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentTemplatesService' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentTemplatesService(obj: RolloutSpecStrategyCanaryStepsExperimentTemplatesService | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue
 */
export interface RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue {
  /**
   * @schema RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue#exact
   */
  readonly exact?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue#prefix
   */
  readonly prefix?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue#regex
   */
  readonly regex?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue(obj: RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'exact': obj.exact,
    'prefix': obj.prefix,
    'regex': obj.regex,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders
 */
export interface RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders {
  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders#exact
   */
  readonly exact?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders#prefix
   */
  readonly prefix?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders#regex
   */
  readonly regex?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders(obj: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchHeaders | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'exact': obj.exact,
    'prefix': obj.prefix,
    'regex': obj.regex,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod
 */
export interface RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod {
  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod#exact
   */
  readonly exact?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod#prefix
   */
  readonly prefix?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod#regex
   */
  readonly regex?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod(obj: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchMethod | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'exact': obj.exact,
    'prefix': obj.prefix,
    'regex': obj.regex,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath
 */
export interface RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath {
  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath#exact
   */
  readonly exact?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath#prefix
   */
  readonly prefix?: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath#regex
   */
  readonly regex?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath(obj: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'exact': obj.exact,
    'prefix': obj.prefix,
    'regex': obj.regex,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef(obj: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupStableVirtualNodeRef
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupStableVirtualNodeRef {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupStableVirtualNodeRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupStableVirtualNodeRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupStableVirtualNodeRef(obj: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupStableVirtualNodeRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes#port
   */
  readonly port?: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes(obj: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'port': obj.port,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes#port
   */
  readonly port?: number;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes#sniHosts
   */
  readonly sniHosts?: string[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes(obj: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'port': obj.port,
    'sniHosts': obj.sniHosts?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTcpRoutes
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTcpRoutes {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTcpRoutes#port
   */
  readonly port?: number;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTcpRoutes' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTcpRoutes(obj: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTcpRoutes | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'port': obj.port,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTlsRoutes
 */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTlsRoutes {
  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTlsRoutes#port
   */
  readonly port?: number;

  /**
   * @schema RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTlsRoutes#sniHosts
   */
  readonly sniHosts?: string[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTlsRoutes' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTlsRoutes(obj: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServicesTlsRoutes | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'port': obj.port,
    'sniHosts': obj.sniHosts?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsAnalysisArgsValueFromFieldRef
 */
export interface RolloutSpecStrategyCanaryStepsAnalysisArgsValueFromFieldRef {
  /**
   * @schema RolloutSpecStrategyCanaryStepsAnalysisArgsValueFromFieldRef#fieldPath
   */
  readonly fieldPath: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsAnalysisArgsValueFromFieldRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsAnalysisArgsValueFromFieldRef(obj: RolloutSpecStrategyCanaryStepsAnalysisArgsValueFromFieldRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldPath': obj.fieldPath,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFrom
 */
export interface RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFrom {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFrom#fieldRef
   */
  readonly fieldRef?: RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFromFieldRef;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFrom#podTemplateHashValue
   */
  readonly podTemplateHashValue?: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFrom(obj: RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldRef': toJson_RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFromFieldRef(obj.fieldRef),
    'podTemplateHashValue': obj.podTemplateHashValue,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions
 */
export interface RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions#operator
   */
  readonly operator: string;

  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions(obj: RolloutSpecStrategyCanaryStepsExperimentTemplatesSelectorMatchExpressions | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'operator': obj.operator,
    'values': obj.values?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFromFieldRef
 */
export interface RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFromFieldRef {
  /**
   * @schema RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFromFieldRef#fieldPath
   */
  readonly fieldPath: string;
}

/**
 * Converts an object of type 'RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFromFieldRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFromFieldRef(obj: RolloutSpecStrategyCanaryStepsExperimentAnalysesArgsValueFromFieldRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'fieldPath': obj.fieldPath,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

